"""What people write in a cell is read as they mean it."""

from fractions import Fraction
from pathlib import Path

import pytest

from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Origin, Refused, SupportMatch
from prioritera.model.value import Exact, Fact, Interval, Missing, Panel, Reason
from prioritera.reading.place import NoFile
from prioritera.records.cells import CellPlace
from prioritera.records.sheet import ENVELOPE, FACT, Column, Columns
from prioritera.stages.intake import intake
from small_rules import NETWORK, ROUND, RULES, changed, told, write_round

BINS = """bins = [
  { from = 0, value = 0, label = { sv = "nära", en = "near" } },
  { from = 10, value = 1, label = { sv = "långt", en = "far" } },
  { from = 20, value = 2, label = { sv = "längst", en = "furthest" } },
]"""


def row(folder: Path, rules: str = RULES, **cells: str) -> Need | Refused:
    """What intake makes of one row with these cells."""
    cells = {"id": "n1", "title": "Fall", "area": "elderly", "origin": "t1", **cells}
    write_round(folder, rules=rules, network=NETWORK, round=changed(ROUND, '"needs.toml"', '"needs.csv"'))
    (folder / "needs.csv").write_text(f"{';'.join(cells)}\n{';'.join(cells.values())}\n", encoding="utf-8")
    round_ = load_round(folder)
    return intake(round_, *load_model_of(folder, round_))[0]


def need(folder: Path, rules: str = RULES, **cells: str) -> Need:
    found = row(folder, rules, **cells)
    assert isinstance(found, Need), told(found.diagnostics)
    return found


@pytest.mark.parametrize(
    ("written", "senders"),
    [
        ("t1", [Origin(actor="t1")]),
        ("Väsby kommun | rss norr", [Origin(actor="t1"), Origin(actor="north")]),
        ("Okänd", [Origin(unknown=True)]),
        ("unknown|", [Origin(unknown=True)]),
    ],
)
def test_senders_stand_side_by_side(tmp_path: Path, written: str, senders: list[Origin]) -> None:
    assert list(need(tmp_path / "one", origin=written).origins) == senders


def test_backing_and_decision_are_those_of_every_sender_of_the_row(tmp_path: Path) -> None:
    found = need(tmp_path / "one", origin="t1|t2", backing="Kommun", decided="gemensam skrivelse")

    assert found.origins == (
        Origin(actor="t1", backing="municipality", decided="joint-letter"),
        Origin(actor="t2", backing="municipality", decided="joint-letter"),
    )


def test_a_confirmed_match_ends_with_an_exclamation_mark(tmp_path: Path) -> None:
    assert need(tmp_path / "one", support="guide!|guide").support == (
        SupportMatch(entry="guide", confirmed=True),
        SupportMatch(entry="guide"),
    )


def test_the_parts_of_a_question_are_columns(tmp_path: Path) -> None:
    found = need(tmp_path / "one", target_group="de äldsta", insats="träning", situation="hemma").question

    assert (found.target_group, found.intervention, found.context) == ("de äldsta", "träning", "hemma")


@pytest.mark.parametrize(
    ("written", "value"),
    [("1", Exact(1)), ("nära", Interval(0, 9)), ("Far", Interval(10, 19)), ("längst", Exact(20)), ("1 000", Exact(1000))],
)
def test_a_described_level_covers_its_bin(tmp_path: Path, written: str, value: object) -> None:
    rules = changed(RULES, "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", BINS)

    assert need(tmp_path / "one", rules, spread=written).assess["spread"].value == value


def test_the_last_level_ends_where_the_scale_does(tmp_path: Path) -> None:
    rules = changed(RULES, "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", f'step = "0.5"\nmax = 30\n{BINS}')

    found = need(tmp_path / "one", rules, spread="längst").assess["spread"]

    assert (found.value, found.raw) == (Interval(40, 60), "20–30")


def test_a_level_of_a_line_is_its_place_alone(tmp_path: Path) -> None:
    assert need(tmp_path / "one", impact="stor").assess["impact"].value == Exact(6)


def test_a_count_may_be_written_with_the_words_it_has(tmp_path: Path) -> None:
    rules = changed(RULES, "min = 0\nmax = 9", 'min = 2\nmax = 4\nvocabulary = "sizes"').replace("{ min = 3 }", "{ min = 4 }")

    assert need(tmp_path / "one", rules, wait="Hög").facts["wait"] == Fact(value=4)


def test_judges_answers_stand_side_by_side(tmp_path: Path) -> None:
    found = need(tmp_path / "one", impact="2|2,5||vet ej").assess["impact"].value

    assert isinstance(found, Panel)
    assert (found.x, found.answered) == (5, 2)
    assert found.answers[:2] == (Fraction(2), Fraction(5, 2))


@pytest.mark.parametrize(("flag", "value"), [("JA", True), ("nej", False), ("yes", True), ("FALSKT", False), ("true", True)])
def test_yes_and_no_may_be_said_in_either_language(tmp_path: Path, *, flag: str, value: bool) -> None:
    assert need(tmp_path / "one", urgent=flag).facts["urgent"] == Fact(value=value)


@pytest.mark.parametrize(
    ("column", "written", "reason"),
    [
        ("wait", "vet ej", Reason.DONT_KNOW),
        ("urgent", "Ej bedömt", Reason.NOT_YET_JUDGED),
        ("causes", "varierar", Reason.VARIES),
        ("size", "not applicable", Reason.NOT_APPLICABLE),
        ("kind", "not-filled-in", Reason.NOT_FILLED_IN),
    ],
)
def test_a_fact_may_be_missing_in_five_ways(tmp_path: Path, column: str, written: str, reason: Reason) -> None:
    assert need(tmp_path / "one", **{column: written}).facts[column] == Fact(value=Missing(reason))


@pytest.mark.parametrize(("written", "reason"), [("don’t know", Reason.DONT_KNOW), ("ej tillämpligt", Reason.NOT_APPLICABLE)])
def test_an_assessment_may_be_missing_in_five_ways(tmp_path: Path, written: str, reason: Reason) -> None:
    assert need(tmp_path / "one", impact=written).assess["impact"].value == Missing(reason)


def test_an_empty_cell_is_not_filled_in(tmp_path: Path) -> None:
    found = need(tmp_path / "one", impact="", wait=" ", note="")

    assert (dict(found.assess), dict(found.facts), found.note) == ({}, {}, "")


def test_a_part_of_a_need_stands_in_its_column() -> None:
    columns = Columns({"Avsändare": Column(ENVELOPE, "origin"), "low": Column(FACT, "low")}, ())
    place = CellPlace(NoFile("sheet"), columns, (7,))

    assert str(place.key(("origins", 0, "actor"))) == "sheet 7.Avsändare"
    assert str(place.value(("assess", "impact", "low"))) == "sheet 7"
    assert str(place.value(("facts", "low"))) == "sheet 7.low"


def test_a_note_may_say_anything(tmp_path: Path) -> None:
    assert need(tmp_path / "one", note="-").note == "-"


def test_two_levels_of_one_name_are_asked_about(tmp_path: Path) -> None:
    rules = changed(RULES, "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", BINS.replace("furthest", "far"))

    found = row(tmp_path / "one", rules, spread="far")

    assert isinstance(found, Refused)
    assert [fault.code for fault in found.diagnostics] == ["cell-not-a-level"]


def test_a_column_that_could_be_two_things_is_asked_about(tmp_path: Path) -> None:
    rules = changed(RULES, 'label = { sv = "väntan", en = "wait" }', 'label = { sv = "slag", en = "wait" }')

    found = row(tmp_path / "one", rules, slag="x")

    assert isinstance(found, Refused)
    assert told(found.diagnostics) == (
        'needs.csv:1:22: error[column-unclear]: the column "slag" can mean several things\n'
        "    why:  its cells would be read as something else than was meant\n"
        "    mend: use the id of the field or the criterion as its name: kind or wait"
    )


def test_a_word_that_two_terms_share_is_asked_about(tmp_path: Path) -> None:
    rules = changed(RULES, '{ sv = "låg", en = "low" }', '{ sv = "mellan", en = "low" }')

    found = row(tmp_path / "one", rules, size="mellan")

    assert isinstance(found, Refused)
    assert [fault.code for fault in found.diagnostics] == ["cell-unknown-word"]
