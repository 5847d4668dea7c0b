"""A person's choice in the grey zone of a selection, and selections of what may not be compared, through files and the whole pipeline."""

import io
import json
from pathlib import Path

import pytest

from by_hand_rounds import run as run_ranks
from by_hand_rounds import written as written_ranks
from prioritera.cli.main import main
from prioritera.diagnostics import PrioriteraError, describe
from prioritera.pipeline import load_model
from selection_rounds import ADULTS, CHILDREN, REMOVED, row, run, sides, write

WHO = 'decided_by = "NSK-S"\non = 2026-05-01\nbecause = "Vi vill."\n'
SIZE = '[[selections]]\nid = "x"\nsize = 3\n'
ALL = [*CHILDREN, *ADULTS]
OPEN = {"a": "inside", "d": "inside", "b": "grey-zone", "e": "grey-zone", "c": "outside"}


def test_a_choice_fills_the_place_and_leaves_the_others_of_the_grey_zone_out(tmp_path: Path) -> None:
    result, _ = run(tmp_path, SIZE + WHO + 'chosen = ["B"]', ALL)
    (found,) = result.selections

    assert sides(found) == {**OPEN, "b": "inside", "e": "outside"}
    assert [pick.need for pick in found.picks if pick.by_hand] == ["b", "e"]
    assert (found.open, len(found.refused), result.diagnostics) == (0, 0, ())


def test_places_that_are_still_open_stay_open_and_full_groups_do_not(tmp_path: Path) -> None:
    level = [row("a"), row("b"), row("c"), row("d", "vuxensam"), row("e", "vuxensam")]
    some, _ = run(tmp_path, SIZE + WHO + 'chosen = ["a"]', level)
    full, _ = run(tmp_path, SIZE + 'per = "area"\nmax = 1\n' + WHO + 'chosen = ["a"]', level)

    assert sides(some.selections[0]) == {"a": "inside", "b": "grey-zone", "c": "grey-zone", "d": "grey-zone", "e": "grey-zone"}
    assert sides(full.selections[0]) == {"a": "inside", "b": "outside", "c": "outside", "d": "grey-zone", "e": "grey-zone"}
    assert (some.selections[0].open, full.selections[0].open) == (2, 1)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (
            '["a", "b"]',
            [
                "round.toml:10:1: fel[chosen-not-open]: urvalet ”x” väljer a, som inte är i gränsfall",
                "    varför: gränserna har redan avgjort det, så där finns inget att välja; inget val för hand gäller",
                "    åtgärd: välj bland gränsfallen i rapporten, eller ändra gränserna",
            ],
        ),
        (
            '["b", "e"]',
            [
                "round.toml:10:1: fel[chosen-too-many]: urvalet ”x” väljer fler än det finns plats för: b, e",
                "    varför: gränserna går före valet; inget val för hand gäller",
                "    åtgärd: välj färre, eller ändra gränserna",
            ],
        ),
    ],
)
def test_a_choice_that_cannot_be_made_is_told_and_changes_nothing(tmp_path: Path, chosen: str, expected: list[str]) -> None:
    result, _ = run(tmp_path, SIZE + WHO + f"chosen = {chosen}", ALL)

    assert [describe(one, "sv").splitlines() for one in result.diagnostics] == [expected]
    assert (sides(result.selections[0]), result.selections[0].open) == (OPEN, 1)


@pytest.mark.parametrize(("chosen", "what"), [("a", "chooses a, not in the grey zone"), ("e", "chooses more than there is room for: b, e")])
def test_it_is_told_in_english_too(tmp_path: Path, chosen: str, what: str) -> None:
    result, _ = run(tmp_path, SIZE + WHO + f'chosen = ["b", "{chosen}"]', ALL)

    assert what in describe(result.diagnostics[0], "en").splitlines()[0]


@pytest.mark.parametrize("key", ["decided_by", "on", "because"])
def test_who_chose_which_day_and_why_must_be_written(tmp_path: Path, key: str) -> None:
    who = "".join(line for line in WHO.splitlines(keepends=True) if not line.startswith(key))

    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, SIZE + who + 'chosen = ["b"]', ALL)

    assert [(one.code, one.params["key"]) for one in told.value.diagnostics] == [("missing-key", key)]


def test_a_need_that_is_not_there_and_a_choice_in_a_rule_set_stop_the_round(tmp_path: Path) -> None:
    with pytest.raises(PrioriteraError) as told:
        run(tmp_path, SIZE + WHO + 'chosen = ["bb"]', ALL)
    with pytest.raises(PrioriteraError) as of_rules:
        load_model(write(tmp_path, "", ALL, rules=REMOVED + SIZE + WHO + 'chosen = ["b"]'))

    assert [one.code for one in told.value.diagnostics] == ["round-need-unknown"]
    assert [one.code for one in of_rules.value.diagnostics] == ["unknown-key"]


@pytest.mark.parametrize(
    ("language", "said", "left_out"),
    [
        (
            "sv",
            "Varför: valt för hand; i gränsfall var det: står på samma plats som andra,",
            "andra är valda för hand; i gränsfall var det:",
        ),
        (
            "en",
            "Why: chosen by hand; it was in the grey zone: stands at the same place as",
            "others are chosen by hand; it was in the grey",
        ),
    ],
)
def test_the_report_shows_the_choice_beside_what_was_open(tmp_path: Path, language: str, said: str, left_out: str) -> None:
    folder, out, told = str(write(tmp_path, SIZE + WHO + 'chosen = ["b"]', ALL)), io.StringIO(), io.StringIO()
    main(["run", folder, "--lang", language], io.StringIO(), out, io.StringIO())
    main(["run", folder, "--format", "json"], io.StringIO(), told, io.StringIO())
    (record,) = json.loads(told.getvalue())["selections"]

    assert said in out.getvalue()
    assert left_out in out.getvalue()
    assert (record["chosen"], record["barred"], record["refused"]) == (["b"], [], {})
    assert {one["need"]: one["by_hand"] for one in record["needs"]} == {"a": False, "d": False, "b": True, "e": True, "c": False}


BARRED = """\
round.toml:8:1: fel[selection-not-comparable]: urvalet ”x” håller behov som skiljer sig i ”area” mot varandra (elderly, youth): \
Varje område för sig [förslag]
    ranks.toml:13:18: det står här att de inte får jämföras
    varför: modellen säger att sådana behov inte går att jämföra, så inget väljs ut
    åtgärd: gör ett urval för varje ”area”, eller skriv per = "area" utan size"""
BARRED_EN = """\
round.toml:8:1: error[selection-not-comparable]: the selection “x” holds needs that differ in “area” against each other \
(elderly, youth): Each area by itself [proposal]
    ranks.toml:13:18: that they may not be compared is said here
    why:  the rules say that such needs cannot be compared, so nothing is selected
    mend: make a selection for each “area”, or write per = "area" without size"""


@pytest.mark.parametrize(("language", "expected"), [("sv", BARRED), ("en", BARRED_EN)])
@pytest.mark.parametrize(
    "said", ["size = 1", 'per = "area"\nmax = 1\nsize = 2', 'per = "outcome"\nmax = 1', 'kind = "union"\nper = "outcome"\ntop = 1']
)
def test_what_may_not_be_compared_is_not_selected_together(tmp_path: Path, said: str, language: str, expected: str) -> None:
    result = run_ranks(tmp_path, f'[[selections]]\nid = "x"\n{said}\n')

    assert [describe(one, language) for one in result.diagnostics] == [expected]
    assert (result.selections[0].picks, result.selections[0].barred) == ((), ("elderly", "youth"))


def test_what_is_selected_within_each_area_is_not_barred(tmp_path: Path) -> None:
    result = run_ranks(tmp_path, '[[selections]]\nid = "x"\nper = "area"\nmax = 1\n[[selections]]\nid = "y"\nareas = ["youth"]\nsize = 1\n')

    assert [sides(one) for one in result.selections] == [{"alfa": "inside", "beta": "outside", "delta": "inside"}, {"delta": "inside"}]
    assert result.diagnostics == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "Inget urval: behov som skiljer sig i område får inte jämföras: Varje område\n"),
        ("en", "Nothing is selected: needs that differ in area may not be compared: Each area\n"),
    ],
)
def test_the_report_says_why_nothing_is_selected(tmp_path: Path, language: str, expected: str) -> None:
    out = io.StringIO()
    main(
        ["run", str(written_ranks(tmp_path, '[[selections]]\nid = "x"\nsize = 1\n')), "--lang", language], io.StringIO(), out, io.StringIO()
    )

    assert expected in out.getvalue()
