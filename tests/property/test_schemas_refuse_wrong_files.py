"""Every wrong file of the loading tests: what is wrong in its structure the schema refuses too, and what is right it takes."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from prioritera.loading.load import load_network, load_rules
from prioritera.schema.known import Known
from schema_excuses import BETWEEN, LEFT_OUT, NAMES, OF_A_FIELD
from schema_files import Written, fits, refusals
from small_rules import CATALOGUE, NEEDS, NETWORK, ROUND, RULES, changed, write_round
from wrong_cases import FOLDER

RIGHT = {"rules": RULES, "network": NETWORK, "catalogue": CATALOGUE, "round": ROUND, "needs": NEEDS}

# Of each kind, how many wrong files the schema refuses that knows nothing, and the one that knows the rule set and the network.
COUNTS = [("rules", 72, 100), ("network", 20, 27), ("catalogue", 6, 6), ("round", 4, 4), ("needs", 37, 65)]


def wrong(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """The data of every wrong file of a kind that is TOML, with the name of its case."""
    found = []
    for name, said in tomli.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8")).items():
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


@pytest.mark.parametrize("kind", RIGHT)
def test_wrong_files_are_refused_by_the_schema_too(kind: str, tmp_path: Path) -> None:
    right = written(kind, tmp_path)
    excused = {*BETWEEN, *NAMES, *OF_A_FIELD, LEFT_OUT[0]}
    unknowing = fits(kind, Known(language="sv"))

    codes = {name: (refusals(right, data), unknowing(data)) for name, data in wrong(kind)}

    assert [name for name, (refused, does_fit) in codes.items() if not does_fit and not refused] == []
    assert [(name, refused) for name, (refused, does_fit) in codes.items() if does_fit and not excused >= {*refused}] == []


@pytest.mark.parametrize(("kind", "unknowing", "knowing"), COUNTS)
def test_a_schema_that_knows_the_words_refuses_more(kind: str, unknowing: int, knowing: int, tmp_path: Path) -> None:
    """How many of the wrong files are refused without and with the rule set's and the network's own words: less would be a loss."""
    right = written(kind, tmp_path)
    files = [data for _, data in wrong(kind)]

    without, with_words = (
        sum(not does_fit(data) for data in files) for does_fit in (fits(kind, Known(language="sv")), fits(kind, right.known))
    )

    assert without >= unknowing
    assert with_words >= knowing
