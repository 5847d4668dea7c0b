"""Every wrong file of the loading tests: what is wrong in its structure the schema refuses too, and what is right it takes."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli

from prioritera.loading.load import load_network, load_rules
from prioritera.schema.known import Known
from schema_excuses import BETWEEN, LEFT_OUT, NAMES, OF_A_FIELD
from schema_files import Written, fits_grammar, refusals
from small_rules import CATALOGUE, NEEDS, NETWORK, ROUND, RULES, changed, write_round
from wrong_cases import FOLDER

RIGHT = {"rules": RULES, "network": NETWORK, "catalogue": CATALOGUE, "round": ROUND, "needs": NEEDS}
# Files of wrong cases of a kind besides the one that is called as it.
MORE = {"rules": ("policies",)}

# Of each kind, how many wrong files the schema refuses that knows nothing, and the one that knows the rule set and the network.
COUNTS = [("rules", 89, 120), ("network", 20, 27), ("catalogue", 6, 6), ("round", 4, 4), ("needs", 38, 66)]


def wrong(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """The data of every wrong file of a kind that is TOML, with the name of its case."""
    found = []
    texts = [(FOLDER / f"{name}.toml").read_text(encoding="utf-8") for name in (kind, *MORE.get(kind, ()))]
    for name, said in [item for text in texts for item in tomli.loads(text).items()]:
        try:
            found.append((name, tomli.loads(changed(RIGHT[kind], said["old"], said["new"]))))
        except tomli.TOMLDecodeError:
            continue
    return found


def written(kind: str, folder: Path) -> Written:
    """The right file of a kind, in a folder with the others."""
    whole = write_round(folder / "one")
    known = Known(language="sv", rules=load_rules(whole / "rules.toml"), network=load_network(whole / "network.toml"))
    return Written(kind=kind, path=whole / f"{kind}.toml", known=known)


@attrs.frozen(kw_only=True)
class Told:
    """A wrong file: the codes of what loading says, and whether it fits the schemas, without words and with them."""

    name: str
    codes: tuple[str, ...]
    fits_grammar: bool
    fits_known: bool


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Told]]:
    """What is said of every wrong file of a kind, asked once."""

    @cache
    def of(kind: str) -> list[Told]:
        right, does_fit = written(kind, tmp_path_factory.mktemp(kind)), fits_grammar(kind)
        return [
            Told(name=name, codes=refusals(right, data), fits_grammar=does_fit(data), fits_known=right.fits_known(data))
            for name, data in wrong(kind)
        ]

    return of


@pytest.mark.parametrize("kind", RIGHT)
def test_wrong_files_are_refused_by_the_schema_too(kind: str, told: Callable[[str], list[Told]]) -> None:
    excused = {*BETWEEN, *NAMES, *OF_A_FIELD, LEFT_OUT[0]}

    files = told(kind)

    assert [file.name for file in files if not file.fits_grammar and not file.codes] == []
    assert [(file.name, file.codes) for file in files if file.fits_grammar and not excused >= {*file.codes}] == []


@pytest.mark.parametrize(("kind", "unknowing", "knowing"), COUNTS)
def test_a_schema_that_knows_the_words_refuses_more(kind: str, unknowing: int, knowing: int, told: Callable[[str], list[Told]]) -> None:
    """How many of the wrong files are refused without and with the rule set's and the network's own words: less would be a loss."""
    files = told(kind)

    assert sum(not file.fits_grammar for file in files) >= unknowing
    assert sum(not file.fits_known for file in files) >= knowing
