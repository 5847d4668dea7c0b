"""Rounds that several judges have judged, as files: a rule set with the criteria that a test asks for, needs, and sheets of judgements."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from prioritera.model.judgement import Judgement
from prioritera.model.result import Result
from prioritera.pipeline import load_model, prioritise
from round_files import write_round

_HEAD = """\
[ruleset]
id = "panel"
version = "1"
label = { sv = "panel", en = "panel" }
areas = "areas"

[vocabularies.areas]
terms = [{ id = "care", label = { sv = "vård", en = "care" } }]

[outcomes.ranked]
label = { sv = "rangordnas", en = "ranked" }
ranked = true

[triage]
hit = "first"
[[triage.rules]]
id = "all"
outcome = "ranked"

[destination]
hit = "first"
[[destination.rules]]
id = "answer"
to = "origin"
"""

_NETWORK = """\
[network]
id = "panel"
label = "panel"

[kinds]
town = { sv = "kommun", en = "town" }
panel = { sv = "panel", en = "panel" }

[[actors]]
id = "lund"
label = { sv = "Lund", en = "Lund" }
names = ["Lunds kommun"]
kind = "town"
level = "local"
population = { persons = 100, year = 2024 }

[[actors]]
id = "umea"
label = { sv = "Umeå", en = "Umea" }
kind = "town"
level = "local"
population = { persons = 300, year = 2024 }

[[actors]]
id = "panel"
label = { sv = "panelen", en = "the panel" }
kind = "panel"
level = "national"

[[channels]]
id = "up"
kind = "raises"
from = { kind = "town" }
to = "panel"

[[channels]]
id = "down"
kind = "answers"
from = "panel"
to = { kind = "town" }
"""

# CHNRI's answers, and three sub-questions.
CHNRI = """\
[criteria.answerable]
label = { sv = "besvarbarhet", en = "answerability" }
step = "0.01"
points = [{ at = 0, value = 0 }, { at = 1, value = 1 }]

[criteria.answerable.judged]
from = "scores"
combine = "mean"
items = ["q1", { id = "q2", label = { sv = "Går den att besvara?", en = "Can it be answered?" } }, "q3"]
answers = { ja = 1, nej = 0, "osäker" = "1/2", "vet ej" = "blank" }
"""

# How a criterion of the name "choice" is judged is filled in.
VOTED = """\
[criteria.choice]
label = {{ sv = "val", en = "choice" }}
step = "1/2"
direction = "{direction}"
points = [{{ at = 0, value = {first} }}, {{ at = 20000, value = {last} }}]
judged = {{ {judged} }}
"""


def voted(judged: str, *, lowest_first: bool = False) -> str:
    """A criterion that ballots or orders give a value, the highest best unless the lowest is."""
    first, last = (20000, 0) if lowest_first else (0, 20000)
    return VOTED.format(judged=judged, first=first, last=last, direction="lower-first" if lowest_first else "higher-first")


INTERIM = voted('from = "ballots", combine = "position-points", points = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], groups = "equal"')
FINAL = voted('from = "orders", combine = "sum-of-ranks"', lowest_first=True)
RATED = """\
[criteria.choice]
label = { sv = "lämplighet", en = "appropriateness" }
step = "1/2"
points = [{ at = 1, value = 0 }, { at = 9, value = 8 }]
judged = { from = "scores", combine = "median" }
"""


def write_judged(
    folder: Path, criteria: str, files: Mapping[str, str], *, needs: Sequence[str] = ("a", "b", "c"), named: str = "", more: str = ""
) -> Path:
    """A round's folder.

    Args:
        folder: made where it is not there.
        criteria: TOML of the criteria.
        files: the texts of the sheets, by name. A name begins with the kind of what is in it.
        needs: the ids of the needs.
        named: TOML of `[[judgements]]`, where it is not just the files' names and kinds.
        more: TOML of more about the needs.
    """
    ids = [line.removeprefix("[criteria.").removesuffix("]") for line in criteria.splitlines() if line.startswith("[criteria.")]
    shares = "".join(f"{ident} = 1\n" for ident in ids if "." not in ident)
    listed = "".join(f'[[judgements]]\nfile = "{name}"\nkind = "{name.partition("-")[0].partition(".")[0]}"\n\n' for name in files)
    return write_round(
        folder,
        f"{_HEAD}\n{criteria}\n[weights.shares]\n{shares}",
        "\n".join(_need(need) for need in needs) + more,
        named=("r", "r", "r"),
        more=f"\n{named or listed}",
        files={"network.toml": _NETWORK, **files},
    )


def _need(need: str) -> str:
    return f'[[needs]]\nid = "{need}"\ntitle = "Behov {need}"\narea = "care"\n[[needs.origins]]\nunknown = true\n'


def run(folder: Path) -> Result:
    """The round's result."""
    return prioritise(*load_model(folder))


def judged(result: Result, need: str, criterion: str = "choice") -> Judgement:
    """What came of the judgements about a need."""
    need_ = result.decision(need).need
    assert need_ is not None
    found = need_.assess[criterion].judged
    assert found is not None
    return found
