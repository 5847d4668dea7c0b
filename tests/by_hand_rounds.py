"""A round of three needs whose places are classes, as files, for tests of what people change by hand."""

from pathlib import Path

from prioritera.model.result import Result
from prioritera.pipeline import load_model, prioritise
from round_files import round_text, write_files
from small_rules import NETWORK, RULES

OURS = """\
[ruleset]
id = "ranks"
version = "1"
label = { sv = "klasser", en = "classes" }
extends = "rules.toml"

[classes]
field = "wait"
prefer = "less"

[lists]
key = ["area"]
not_comparable = { by = "area", because = { sv = "Varje område för sig.", en = "Each area by itself." }, status = "proposal" }

[[forbidden]]
id = "urgent-and-last"
when = { urgent = true, wait = { min = 8 } }
because = { sv = "Det som är brådskande får inte stå sist.", en = "What is urgent may not stand last." }
"""
ROUND = round_text(("first", "Omgång ett", "Round one"), rules="ranks.toml", more="decided_on = 2026-06-01\n")
NEEDS = "".join(
    f"""\
[[needs]]
id = "{need}"
title = "{need.title()}"
area = "{area}"
origins = [{{ actor = "t1" }}]
facts = {{ {facts} }}
assess = {{ impact = 1, spread = 3 }}

"""
    for need, area, facts in (
        ("alfa", "elderly", 'causes = ["gap"], wait = 2'),
        ("beta", "elderly", 'causes = ["gap"], wait = 4, urgent = true'),
        ("gamma", "elderly", 'causes = ["support"], wait = 5'),
        ("delta", "youth", 'causes = ["gap"], wait = { value = 1, because = "En kö.", by = "RSS", on = 2026-05-01, source = "s. 2" }'),
    )
)


def change(need: str, said: str, *, on: str = "2026-05-31", more: str = "") -> str:
    """A change by hand in TOML, of what `said` says."""
    return f'\n[[overrides]]\nneed = "{need}"\n{said}\nby = "RSS"\non = {on}\nbecause = "Nytt underlag."\n{more}'


def appeal(need: str, more: str = "") -> str:
    """An appeal in TOML."""
    return f'\n[[appeals]]\nneed = "{need}"\nby = "t2"\non = 2026-06-20\nbecause = "Vi hördes inte."\n{more}'


def written(folder: Path, more: str = "", needs: str = NEEDS) -> Path:
    """The round as files, with this after round.toml's own head."""
    texts = {"rules.toml": RULES, "ranks.toml": OURS, "network.toml": NETWORK, "round.toml": ROUND + more, "needs.toml": needs}
    return write_files(folder, texts)


def run(folder: Path, more: str = "", needs: str = NEEDS) -> Result:
    """The round run."""
    return prioritise(*load_model(written(folder, more, needs)))
