"""What elicited weights are written as: a section that loads, JSON that fits its schema, and sheets that are read back."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import attrs
import pytest
import tomli
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # its types are a package of their own

from asked_weights import PAIRS, POINTS, TRADES, asked, criterion, group
from prioritera.diagnostics import Faults
from prioritera.elicitation.as_toml import weights_toml
from prioritera.elicitation.document import weights_document
from prioritera.elicitation.record import weights_json
from prioritera.elicitation.said import METHODS, Contradiction, Elicited
from prioritera.elicitation.sheet import questions_of, weights_book
from prioritera.elicitation.together import elicited
from prioritera.loading.load import load_rules, loads_rules
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.report.text import to_text
from prioritera.sheets.comma import comma_grid
from prioritera.workbooks.comma import to_csv
from small_rules import RULES

SBU = load_rules("prioritera:sbu-four")
STRAINED = PAIRS + "1;ahp;a;b;9\n1;ahp;b;c;9\n1;ahp;c;a;9\n2;ahp;a;b;2\n2;ahp;b;c;2\n3;ahp;a;b;1\n3;ahp;b;c;1\n3;ahp;a;c;1\n"
TRADED = TRADES + "1;tradeoffs;a;great;small;b;small;great;left\n1;tradeoffs;b;great;small;c;small;great;equal\n"


def ours() -> RuleSet:
    return loads_rules(RULES)


def ours_answered() -> Elicited:
    faults = Faults()
    grid = comma_grid("person;method;impact;spread\n1;points;70;30\n2;points;2;1\n", "svar.csv", faults)
    found = elicited([grid] if grid is not None else [], ours().criteria, faults)
    assert faults.all() == ()
    assert found is not None
    return found


def test_the_section_takes_the_place_of_a_rule_set_s_own_weights() -> None:
    toml = weights_toml(ours_answered(), ours(), "sv")

    rules = loads_rules(RULES.replace("[weights]\nshares = { impact = 2, spread = 1 }\n", toml))

    assert [(one.id, one.weight) for one in rules.criteria] == [("impact", 41), ("spread", 19)]
    assert (rules.weights_total, rules.weights_decided) == (60, "")


def test_that_weights_are_decided_is_said_only_of_somebody_on_a_day() -> None:
    toml = weights_toml(ours_answered(), ours(), "en", by='The "panel"\u2028', on=date(2026, 5, 31))

    assert tomli.loads(toml)["weights"]["decided_by"] == 'The "panel"\u2028'
    assert "nobody has decided" not in toml
    assert loads_rules(RULES.replace("[weights]\nshares = { impact = 2, spread = 1 }\n", toml)).weights_decided.endswith(", 2026-05-31")


def test_the_whole_section_in_english() -> None:
    assert weights_toml(ours_answered(), ours(), "en") == (
        "# Weights from the answers of 2 of 2 people, for ours 1.\n"
        "# Method: points.\n"
        "# The mean of everybody's shares: each person counts as much.\n"
        "# Exact: in the proportions of the shares.\n"
        "# A proposal: nobody has decided on the weights. Add decided_by and decided_on\n"
        "# when somebody has.\n"
        "[weights]\n"
        "total = 60\n"
        "\n"
        "[weights.shares]\n"
        "# impact: 68.3 %\n"
        "impact = 41\n"
        "# spread: 31.7 %\n"
        "spread = 19\n"
    )


def test_rounded_and_inexact_shares_are_said_to_be_so() -> None:
    found, _ = asked(PAIRS + "1;ahp;a;b;2\n1;ahp;b;c;3\n1;ahp;a;c;5\n")
    assert found is not None

    toml = weights_toml(attrs.evolve(found, voices="group"), ours(), "sv")

    assert "# Andelarna avrundade till 1000-delar; avrundade blir de 1000 tillsammans.\n" in toml
    assert "# Medelvärdet av gruppernas medelvärden: varje grupp räknas lika.\n" in toml
    assert "# avrundade till miljondelar.\n" in toml


def test_a_label_that_breaks_lines_stays_a_comment() -> None:
    criteria = (criterion("a"), criterion("b"))
    odd = tuple(attrs.evolve(one, label=Label(sv=f"x\r\n{one.id} = 3\x7f\u2028z", en="x")) for one in criteria)
    found = group("person;method;a;b\n1;points;1;1\n", odd)

    toml = weights_toml(found, ours(), "sv")

    assert tomli.loads(toml)["weights"] == {"total": 2, "shares": {"a": 1, "b": 1}}


@pytest.mark.parametrize("text", [STRAINED, TRADED, POINTS + "1;x;points;1;2;3\n"])
def test_json_fits_its_schema(text: str) -> None:
    found, _ = asked(text)
    assert found is not None
    schema = json.loads(files("prioritera.report").joinpath("weights.schema.json").read_text(encoding="utf-8"))

    record = json.loads(weights_json(found, ours(), "[weights]\n"))

    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(record)) == []
    assert record["criteria"][0]["share"]["den"] >= 1
    assert [one["person"] for one in record["people"]] == sorted(one["person"] for one in record["people"])


def test_the_whole_document_of_judgements_of_pairs() -> None:
    found, _ = asked(STRAINED, language="en")
    assert found is not None

    text = to_text(weights_document(found, ours(), "[weights]\n", "en"))

    assert text == (
        "Weights from a group\n"
        "====================\n\n"
        "Weights for ours 1, from the answers of 3 of 3 people.\n\n"
        "The group's weights\n"
        "-------------------\n\n"
        "The mean of everybody's shares: each person counts as much.\n\n"
        "Criterion       Weight  Share %  Least–most  Median\n"
        "--------------  ------  -------  ----------  ------\n"
        "1. criterion a      26     41.3   33.3–57.1    33.3\n"
        "2. criterion b      20     31.7   28.6–33.3    33.3\n"
        "3. criterion c      17     27.0   14.3–33.3    33.3\n\n"
        "The weights are exact: they stand in the proportions of the shares.\n\n"
        "Each person's weights\n"
        "---------------------\n\n"
        "Shares in per cent. The figures on top are the criteria's numbers in the table\n"
        "above.\n\n"
        "Person  Method             1     2     3\n"
        "------  --------------  ----  ----  ----\n"
        "1       pairwise (AHP)  33.3  33.3  33.3\n"
        "2       pairwise (AHP)  57.1  28.6  14.3\n"
        "3       pairwise (AHP)  33.3  33.3  33.3\n\n"
        "• 1: consistency ratio 6.13, above the rule of thumb of 0.10. This differs the\n"
        "  most from the whole:\n"
        "  • criterion a against criterion b: 9.0 times from what the weights give\n"
        "  • criterion b against criterion c: 9.0 times from what the weights give\n"
        "  • criterion c against criterion a: 9.0 times from what the weights give\n\n"
        "• 2: 2 of 3 pairs judged; there is no consistency ratio to give\n"
        "• 3: consistency ratio 0.00\n\n"
        "To put into the rule set\n"
        "------------------------\n\n"
        "Paste it into the rule set, in place of the [weights] that stands there.\n\n"
        "[weights]\n"
    )


def test_the_points_of_trade_offs_are_shown_level_by_level() -> None:
    found = group(TRADED)

    text = to_text(weights_document(found, ours(), "", "sv"))

    assert "• 1\n  • kriterium a: liten 0,0, mellan 21,4, stor 42,9\n" in text


def test_contradictions_come_first_and_who_is_set_aside_is_named() -> None:
    columns = "person;group;method;criterion;left;right;other;other-left;other-right;answer;a;b;c\n"
    rows = (
        "1;;tradeoffs;a;stor;liten;b;liten;stor;vänster;;;\n"
        "1;;tradeoffs;b;stor;liten;c;liten;stor;vänster;;;\n"
        "1;;tradeoffs;c;stor;liten;a;liten;stor;vänster;;;\n"
        "2;x;poäng;;;;;;;;1;1;1\n"
    )
    found, _ = asked(columns + rows)
    assert found is not None

    text = to_text(weights_document(found, ours(), "", "sv"))

    assert text.index("Svaren från 1 räknas inte med") < text.index("Svar som motsäger varandra") < text.index("Gruppens vikter")
    assert "• 1, 3 svar (färre än så motsäger inte varandra):\n" in text
    assert "Person  Grupp  Metod     1     2     3\n" in text


def test_a_search_that_was_given_up_is_not_said_to_have_found_the_fewest() -> None:
    found, _ = asked(POINTS + "1;;points;1;1;1\n")
    assert found is not None
    several = attrs.evolve(found, contradictions=[Contradiction(person="2", answers=["x"], fewest=False)], rounded_to=1000)

    text = to_text(weights_document(several, ours(), "", "sv"))

    assert "• 2, 1 svar:\n  • x\n" in text
    assert "Vikterna är andelarna avrundade till 1000-delar; avrundade blir de 3\ntillsammans.\n" in text


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("method", METHODS)
def test_every_sheet_is_read_back_when_it_is_filled_in(method: str, language: str) -> None:
    page = weights_book(SBU, method, language).pages[0]
    answers = {"times": "2", "answer": "left" if language == "en" else "vänster"}
    ranks = dict(zip((one.id for one in page.columns[3:]), ("1", "2", "3", "4"), strict=False)) if len(page.columns) == 7 else {}
    filled = [
        tuple(
            "1" if one.id == "person" else answers.get(one.id, ranks.get(one.id, value))
            for one, value in zip(page.columns, row, strict=True)
        )
        for row in (page.rows if method in {"ahp", "tradeoffs"} else page.rows[:1])
    ]
    text = to_csv(type(page)(title=page.title, columns=page.columns, rows=filled))

    found, faults = asked(text, SBU.criteria)

    assert {one.code for one in faults} <= {"weights-ratios-strained"}
    assert found is not None
    assert found.people[0].method == method


def test_a_sheet_that_nobody_has_filled_in_has_nobody() -> None:
    found, faults = asked(to_csv(weights_book(SBU, "tradeoffs", "sv").pages[0]), SBU.criteria)

    assert (found, [one.code for one in faults]) == (None, ["weights-nobody"])


def test_what_is_asked_of_two_levels_has_no_halves() -> None:
    two = [Label(sv="nej", en="no"), Label(sv="ja", en="yes")]

    asked_of = questions_of([criterion("a", two), criterion("b", two), criterion("c")])

    assert [
        (one.id, left.label.sv, right.label.sv, other.id, low.label.sv, high.label.sv) for one, left, right, other, low, high in asked_of
    ] == [
        ("a", "ja", "nej", "b", "nej", "ja"),
        ("a", "ja", "nej", "c", "liten", "stor"),
        ("a", "ja", "nej", "c", "mellan", "stor"),
        ("b", "ja", "nej", "c", "liten", "stor"),
        ("b", "ja", "nej", "c", "mellan", "stor"),
    ]


def test_a_scale_without_described_levels_is_asked_by_its_numbers() -> None:
    page = weights_book(ours(), "tradeoffs", "sv").pages[0]

    assert page.rows[0][3:9] == ("betydelse", "stor", "liten", "spridning", "0", "10")


def test_the_examples_that_come_with_it_are_read() -> None:
    folder = Path(__file__).resolve().parents[3] / "examples" / "weights"
    for name, code in (("points", []), ("pairs", ["weights-ratios-strained"]), ("trade-offs", ["weights-answers-contradict"])):
        found, faults = asked((folder / f"{name}.csv").read_text(encoding="utf-8"), SBU.criteria)

        assert found is not None
        assert [one.code for one in faults] == code
