"""What people say of a round in the order of REPRISE: read in that order, with its places, and never guessed."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Diagnostic, describe
from prioritera.loading.load import read_round
from prioritera.model.reprise import DOMAINS, ITEMS, KEYS, Said, number_of
from prioritera.model.text import Label

HEAD = '[round]\nid = "r"\nlabel = "r"\nneeds = []\n'


def read(text: str, folder: Path) -> tuple[tuple[Said, ...], tuple[Diagnostic, ...]]:
    """What is said in a round with this after its head, and what was found."""
    (folder / "round.toml").write_text(HEAD + text, encoding="utf-8")
    round_, found = read_round(folder / "round.toml")
    return (() if round_ is None else round_.reprise), found


def test_ten_items_have_names_in_the_order_of_the_source() -> None:
    assert [number_of(item) for items in ITEMS.values() for item in items] == list(range(1, 11))
    assert len(DOMAINS) == 10
    assert len({*KEYS}) == 20


def test_what_is_said_stands_in_the_order_of_reprise(tmp_path: Path) -> None:
    text = '[reprise]\nfunding = "Egna medel."\nteam = { sv = "Fem RSS:er", en = "Five RSS" }\nhealth_area = "Äldreomsorg – hela"\n'

    said, found = read(text, tmp_path)

    assert found == ()
    assert said == (
        Said(key="health_area", text=Label(sv="Äldreomsorg – hela", en="Äldreomsorg – hela")),
        Said(key="team", text=Label(sv="Fem RSS:er", en="Five RSS")),
        Said(key="funding", text=Label(sv="Egna medel.", en="Egna medel.")),
    )
    assert [str(one.span) for one in said] == ["round.toml:8:15", "round.toml:7:8", "round.toml:6:11"]


@pytest.mark.parametrize("text", ["", "[reprise]\n"])
def test_nothing_said_is_nothing(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ('[reprise]\nteam = " "\n', "empty-text", "team"),
        ("[reprise]\nteam = 3\n", "not-a-text", "team"),
        ('[reprise]\nteam = { sv = "Fem" }\n', "missing-key", "en"),
        ('[reprise]\nfundng = "Egna"\n', "unknown-key", "menade du ”funding”?"),
        ('reprise = "allt"\n', "unknown-key", "reprise"),
        ('[[reprise]]\nteam = "Fem"\n', "not-a-table", "reprise"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(text: str, code: str, told: str, tmp_path: Path) -> None:
    said, found = read(text, tmp_path)

    assert said == ()
    assert [one.code for one in found] == [code]
    assert told in describe(found[0], "sv")
