"""Records become needs; each that cannot is set aside with all that is wrong with it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from prioritera.diagnostics import Diagnostic, Span
from prioritera.loading.load import load_model_of, read_model_of, read_round
from prioritera.model.need import Evidence, Need, Origin, Question, Refused, SupportMatch, Wording
from prioritera.model.network import Network
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.model.value import Assessment, Exact, Fact, Interval, Missing, Panel, Reason
from prioritera.stages.intake import intake
from small_rules import NEEDS, NETWORK, ROUND, RULES, changed, told, write_round
from wrong_cases import Case, assert_told, cases


def said_of(folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of a round's files, and then of each record that is set aside."""
    round_, found = read_round(folder)
    if round_ is None:
        return found
    rules, network, _ = read_model_of(folder, round_)
    assert rules is not None
    assert network is not None
    taken = intake(round_, rules, network)
    assert len(taken) == len(round_.records)
    return (*found, *(fault for record in taken if isinstance(record, Refused) for fault in record.diagnostics))


def of_sheet(folder: Path, text: str) -> Path:
    """A round whose needs are a sheet with this text."""
    write_round(folder, round=changed(ROUND, '"needs.toml"', '"needs.csv"'))
    (folder / "needs.csv").write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> tuple[RuleSet, Network]:
    folder = write_round(tmp_path_factory.mktemp("rounds") / "one")
    round_, _ = read_round(folder)
    assert round_ is not None
    return load_model_of(folder, round_)


def taken(model: tuple[RuleSet, Network], *records: Mapping[str, object], areas: Sequence[str] = ()) -> tuple[Need | Refused, ...]:
    """What intake makes of plain records."""
    round_ = Round(id="r", label=Label(sv="r", en="r"), areas=areas, records=[Record(data) for data in records])
    return intake(round_, *model)


def plain(**more: object) -> dict[str, object]:
    """A record as a program hands it in."""
    return {"id": "n1", "title": "Fall", "area": "elderly", "origins": [{"actor": "t1"}], **more}


def need_of(model: tuple[RuleSet, Network], **more: object) -> Need:
    (need,) = taken(model, plain(**more))
    assert isinstance(need, Need), told(need.diagnostics)
    return need


def refused(model: tuple[RuleSet, Network], **more: object) -> str:
    (record,) = taken(model, plain(**more))
    assert isinstance(record, Refused)
    return told(record.diagnostics)


def test_a_key_that_is_no_text_is_told_as_it_is_written(model: tuple[RuleSet, Network]) -> None:
    columns: Any = {**plain(), 5: "x"}

    (record,) = taken(model, columns)

    assert isinstance(record, Refused)
    assert told(record.diagnostics).startswith('record 1.5: error[unknown-key]: "5" means nothing here\n')


@cases("needs")
def test_what_is_wrong_with_a_need_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    assert_told(case, lambda: said_of(write_round(tmp_path / "one", needs=case.of(NEEDS))))


@cases("sheet")
def test_what_is_wrong_with_a_row_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    assert_told(case, lambda: said_of(of_sheet(tmp_path / "one", case.text)))


def test_a_need_is_read_with_everything_it_may_say(model: tuple[RuleSet, Network], tmp_path: Path) -> None:
    more = """area = "elderly"
wording = "Vi saknar kunskap om fall."
same_as = "N2"
links = ["https://example.org/a"]
wished_form = "guide"
benefit = "fewer falls"
note = "x"
source = "p. 1"
question = { target_group = "the old", intervention = "training", context = "at home" }
"""
    origin = """actor = "Väsby kommun"
backing = "forum"
decided = "minutes"
forum = "the network"
covers = ["0114", "RSS North"]
present = 7
on = 2018-03-01
document = "minutes"
method = "survey"
wording = "fall"
source = "p. 2"

[[needs.origins]]
unknown = true
covers = "all"

[[needs.origins]]
at_least = 3
of = "town"
within = "north"

[[needs.evidence]]
kind = "survey"
text = "many"
asked = 10
answered = 4
document = "d"
source = "s"

[[needs.support]]
entry = "guide"
covers = "area"
confirmed = true
by = "RSS"
source = "s"
"""
    text = changed(changed(NEEDS, 'area = "elderly"\n', more), 'actor = "t1"\n', origin)
    text += '\n[[needs]]\nid = "n2"\ntitle = "x"\narea = "youth"\norigins = [{ unknown = true }]\n'
    folder = write_round(tmp_path / "one", needs=text)
    round_, _ = read_round(folder)
    assert round_ is not None

    need = intake(round_, *model)[0]

    assert need == Need(
        id="n1",
        title="Fallskador",
        area="elderly",
        wordings=[Wording(need="n1", text="Vi saknar kunskap om fall.", source="p. 1")],
        origins=[
            Origin(
                actor="t1",
                backing="forum",
                decided="minutes",
                forum="the network",
                covers=("t1", "north"),
                present=7,
                on=date(2018, 3, 1),
                document="minutes",
                method="survey",
                wording="fall",
                source="p. 2",
            ),
            Origin(unknown=True, covers="all"),
            Origin(at_least=3, of="town", within="north"),
        ],
        evidence=[Evidence(kind="survey", text="many", asked=10, answered=4, document="d", source="s")],
        support=[SupportMatch(entry="guide", covers="area", confirmed=True, by="RSS", source="s")],
        links=["https://example.org/a"],
        wished_form="guide",
        benefit="fewer falls",
        question=Question(target_group="the old", intervention="training", context="at home"),
        facts={"causes": Fact(value=frozenset(["gap"])), "wait": Fact(value=3, source="p. 7", by="RSS")},
        assess={"impact": Assessment(value=Exact(3), raw="1.5"), "spread": Assessment(value=Interval(3, 12), raw="3–12")},
        same_as="n2",
        note="x",
        source="p. 1",
    )
    assert need.span == Span("needs.toml", 1, 1)


def test_a_faulty_record_does_not_stop_the_others(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, plain(id="a", area="x"), plain(id="b"), plain(id="c", facts={"wait": 99}))

    assert [(type(record).__name__, record.id) for record in records] == [("Refused", "a"), ("Need", "b"), ("Refused", "c")]


def test_the_same_need_is_read_from_toml_from_a_sheet_and_from_a_program(model: tuple[RuleSet, Network], tmp_path: Path) -> None:
    toml = '[[needs]]\nid = "n1"\ntitle = "Fall"\narea = "elderly"\norigins = [{ actor = "t1", backing = "municipality" }]\n'
    toml += '[needs.facts]\ncauses = ["gap", "support"]\nurgent = true\nwait = 3\nsize = "low"\nkind = { missing = "dont-know" }\n'
    toml += "[needs.assess]\nimpact = 1.5\nspread = { low = 3, high = 12 }\n"
    sheet = "id;rubrik;Område;avsändare;står bakom;orsak;brådskande;väntan;Storlek;kind;betydelse;spread\n"
    sheet += "n1;Fall;Äldre;väsby;kommun;lucka|stöd saknas;ja;3;låg;vet ej;1,5;3..12\n"
    data = plain(
        origins=[{"actor": "0114", "backing": "municipality"}],
        facts={"causes": ("gap", "support"), "urgent": True, "wait": 3.0, "size": "low", "kind": {"missing": "dont-know"}},
        assess={"impact": 1.5, "spread": {"low": 3, "high": 12}},
    )
    first, second = write_round(tmp_path / "one", needs=toml), of_sheet(tmp_path / "two", sheet)

    from_files = [intake(round_, *model)[0] for round_, _ in (read_round(first), read_round(second)) if round_ is not None]

    assert from_files == [from_files[0], from_files[0]]
    assert taken(model, data) == (from_files[0],)


@pytest.mark.parametrize("name", ["t1", "T1", "0114", "Väsby", "vasby", " väsby  kommun "])
def test_a_sender_is_known_by_id_code_label_or_name(model: tuple[RuleSet, Network], name: str) -> None:
    assert need_of(model, origins=[{"actor": name}]).origins == (Origin(actor="t1"),)


def test_a_name_that_two_actors_share_is_told_with_both(tmp_path: Path) -> None:
    network = changed(NETWORK, '{ sv = "Norrby", en = "Norrby" }', '"Väsby"')
    folder = write_round(tmp_path / "one", network=network, needs=changed(NEEDS, '"t1"', '"väsby"'))

    assert told(said_of(folder), "sv") == (
        "needs.toml:7:9: fel[ambiguous-sender]: ”väsby” kan vara t1 eller t2\n"
        "    varför: beskedet kunde gå till fel avsändare\n"
        "    åtgärd: skriv id:t för den som avses"
    )


def test_a_title_may_be_the_wording(model: tuple[RuleSet, Network]) -> None:
    assert need_of(model, title=None, wording="Vi saknar kunskap.").title == "Vi saknar kunskap."


def test_the_area_of_a_round_about_one_area_need_not_be_written(model: tuple[RuleSet, Network]) -> None:
    (need,) = taken(model, plain(area=None), areas=["youth"])

    assert isinstance(need, Need)
    assert need.area == "youth"


def test_a_number_may_be_an_id(model: tuple[RuleSet, Network]) -> None:
    assert need_of(model, id=7).id == "7"


def test_ids_are_made_canonical(model: tuple[RuleSet, Network]) -> None:
    assert need_of(model, id=" o\u0308rebro ").id == "örebro"


def test_a_record_without_an_id_is_called_by_its_number(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, plain(id="a"), plain(id=None), plain(id=""))

    assert [record.id for record in records] == ["a", "#2", "#3"]
    assert isinstance(records[1], Refused)
    assert told(records[1].diagnostics) == (
        'record 2: error[missing-key]: "id" is missing\n'
        "    why:  it has no value of its own accord, and none is guessed\n"
        "    mend: add id = …"
    )


def test_only_the_first_of_two_with_one_id_goes_on(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, plain(id="Å1", area="x"), plain(id="a\u030a1"), plain(id="å1"))

    assert [isinstance(record, Refused) for record in records] == [True, True, True]
    assert isinstance(records[1], Refused)
    assert told(records[1].diagnostics) == (
        'record 2.id: error[duplicate-need-id]: the id "å1" is taken by "Å1"\n'
        "    record 1.id: first written here\n"
        "    why:  letter case and the way å, ä and ö are stored do not tell ids apart; answers could go to the wrong need\n"
        "    mend: give one of them another id; if they are the same need, keep both and say same_as"
    )


def test_nothing_and_nan_are_not_filled_in(model: tuple[RuleSet, Network]) -> None:
    nan = float("nan")

    need = need_of(
        model,
        note=nan,
        source=None,
        evidence=None,
        facts={"wait": nan, "urgent": None, "size": {"value": nan}},
        assess={"impact": nan, "spread": {"value": None, "source": "x"}},
        origins=[{"actor": "t1", "at_least": None, "unknown": nan, "on": None}],
    )

    assert (dict(need.facts), dict(need.assess), need.note) == ({}, {}, "")


def test_infinity_sets_the_record_aside(model: tuple[RuleSet, Network]) -> None:
    assert refused(model, assess={"impact": float("inf")}) == (
        'record 1.assess.impact: error[assessment-not-finite]: need "n1": "impact" is inf, which is no number to reckon with\n'
        "    why:  it would come first or last whatever the others are\n"
        '    mend: write a number, or { missing = "dont-know" }'
    )


@pytest.mark.parametrize(
    ("written", "x", "raw"),
    [
        (2, 4, "2"),
        (1.5, 3, "1.5"),
        (0.1 + 0.4, 1, "0.5"),
        (Decimal("1.50"), 3, "1.50"),
        (Fraction(5, 2), 5, "2.5"),
        ({"value": 3, "source": "x"}, 6, "3"),
        ({"low": 1, "high": 1}, 2, "1"),
    ],
)
def test_a_number_is_counted_in_whole_steps(model: tuple[RuleSet, Network], written: object, x: int, raw: str) -> None:
    found = need_of(model, assess={"impact": written}).assess["impact"]

    assert (found.value, found.raw) == (Exact(x), raw)


def test_a_float_is_the_decimal_that_people_would_write(model: tuple[RuleSet, Network]) -> None:
    assert refused(model, assess={"impact": 0.1 + 0.2}).splitlines()[0] == (
        'record 1.assess.impact: error[assessment-off-step]: need "n1": "impact" is 0.30000000000000004, '
        "which lies between two steps of 0.5"
    )


def test_an_entry_of_a_catalogue_that_is_not_there_is_told(model: tuple[RuleSet, Network]) -> None:
    assert refused(model, support=[{"entry": "guide"}]) == (
        'record 1.support.0.entry: error[catalogue-empty]: need "n1" names the entry "guide", '
        "and the round has no catalogue, or an empty one\n"
        "    why:  whether support exists decides where the need goes\n"
        "    mend: add the entry to the catalogue of the round"
    )


def test_true_is_no_number_even_after_a_one(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, plain(id="a", assess={"impact": 1}), plain(id="b", assess={"impact": True}), plain(id="c", facts={"urgent": 1}))

    assert [isinstance(record, Need) for record in records] == [True, False, False]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ({"missing": "dont-know"}, Missing(Reason.DONT_KNOW)),
        ({"missing": "not-applicable", "source": "x"}, Missing(Reason.NOT_APPLICABLE)),
        ({"missing": "varies", "low": 1, "high": 2}, Interval(2, 4, Reason.VARIES)),
        ({"missing": "varies", "low": 1, "high": 1}, Interval(2, 2, Reason.VARIES)),
        ({"low": 0, "high": 1.5}, Interval(0, 3)),
    ],
)
def test_what_is_not_exactly_known_keeps_why(model: tuple[RuleSet, Network], written: object, value: object) -> None:
    assert need_of(model, assess={"impact": written}).assess["impact"].value == value


@pytest.mark.parametrize(
    ("answers", "x", "raw"),
    [
        ([2, 3, "dont-know"], 5, "2 · 3 · –"),
        ([0, 3, 1], 2, "0 · 3 · 1"),
        ([2.5, None], 5, "2.5 · –"),
        (["dont-know", "not-yet-judged"], None, "– · –"),
        ((1, 1.5), 3, "1 · 1.5"),
    ],
)
def test_a_panels_value_is_its_median_quantised_once(model: tuple[RuleSet, Network], answers: object, x: int | None, raw: str) -> None:
    found = need_of(model, assess={"impact": {"panel": answers, "by": "panel"}}).assess["impact"]

    assert isinstance(found.value, Panel)
    assert (found.value.x, found.raw, found.by) == (x, raw, "panel")


def test_a_panel_may_go_by_its_mean_and_ask_for_more_answers(tmp_path: Path) -> None:
    rule = 'step = "1/2"\npanel = { statistic = "mean", min_answers = 3 }'
    folder = write_round(tmp_path / "one", rules=changed(RULES, 'step = "1/2"', rule))
    round_, _ = read_round(folder)
    assert round_ is not None
    model = load_model_of(folder, round_)

    needs = taken(model, plain(id="a", assess={"impact": {"panel": [0, 1, 1]}}), plain(id="b", assess={"impact": {"panel": [0, 1]}}))

    values = [need.assess["impact"].value for need in needs if isinstance(need, Need)]
    assert values == [
        Panel(answers=[Fraction(0), Fraction(1), Fraction(1)], x=1),
        Panel(answers=[Fraction(0), Fraction(1)], x=None),
    ]


def test_equal_values_are_read_alike(model: tuple[RuleSet, Network]) -> None:
    said = {"facts": {"wait": 3, "causes": ["gap"]}, "assess": {"impact": 2, "spread": 2.0}}

    first, second = taken(model, plain(id="a", **said), plain(id="b", **said))

    assert isinstance(first, Need)
    assert isinstance(second, Need)
    assert (first.facts, first.assess) == (second.facts, second.assess)


def test_records_with_the_same_sender_share_what_was_read(model: tuple[RuleSet, Network]) -> None:
    first, second, third = taken(
        model,
        plain(id="a"),
        plain(id="b"),
        plain(id="c", origins=[{"actor": "t1", "covers": ["t2"]}]),
    )

    assert isinstance(first, Need)
    assert isinstance(second, Need)
    assert isinstance(third, Need)
    assert first.origins[0] is second.origins[0]
    assert third.origins == (Origin(actor="t1", covers=("t2",)),)


def test_a_slip_that_stands_in_a_thousand_rows_is_looked_up_once(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, *(plain(id=f"n{number}", origins=[{"actor": "Väsbi"}]) for number in range(1000)))

    assert all(isinstance(record, Refused) for record in records)


def test_needs_are_in_the_order_of_their_records(model: tuple[RuleSet, Network]) -> None:
    records = taken(model, *(plain(id=f"n{number}") for number in (3, 1, 2)))

    assert [record.id for record in records] == ["n3", "n1", "n2"]


def test_a_round_without_records_has_no_needs(model: tuple[RuleSet, Network]) -> None:
    assert taken(model) == ()
