"""Everybody's answers together: read from a sheet, reckoned exactly, each fault at its place."""

from fractions import Fraction

import pytest

from asked_weights import PAIRS, POINTS, THREE, TRADES, asked, criterion, group, shares, told
from prioritera.diagnostics import Faults
from prioritera.elicitation.said import Elicited, Spread
from prioritera.elicitation.together import elicited
from prioritera.model.text import Label
from prioritera.sheets.grid import Grid


def test_points_become_shares() -> None:
    assert shares(group(POINTS + "1;;points;50;30;20\n")) == ["1/2", "3/10", "1/5"]


def test_swings_need_not_reach_a_hundred() -> None:
    assert shares(group(POINTS + "1;;sving;100;50;50\n")) == ["1/2", "1/4", "1/4"]


@pytest.mark.parametrize(
    ("method", "found"),
    [
        ("rank-order-centroid", ["11/18", "5/18", "1/9"]),
        ("rank-sum", ["1/2", "1/3", "1/6"]),
        ("rank-reciprocal", ["6/11", "3/11", "2/11"]),
        ("ranking (ROC)", ["11/18", "5/18", "1/9"]),
    ],
)
def test_ranks_become_shares_as_their_method_says(method: str, found: list[str]) -> None:
    assert shares(group(POINTS + f"1;;{method};1;2;3\n")) == found


def test_the_group_s_weights_are_the_exact_mean() -> None:
    found = group(POINTS + "1;;points;1;1;1\n2;;points;2;1;1\n")

    assert shares(found) == ["5/12", "7/24", "7/24"]
    assert (found.weights, found.rounded_to) == ((10, 7, 7), 0)
    assert found.spreads[0] == Spread(least=Fraction(1, 3), median=Fraction(5, 12), most=Fraction(1, 2))


def test_groups_may_have_equal_voice() -> None:
    text = POINTS + "1;users;points;2;1;1\n2;Users;points;2;1;1\n3;staff;points;1;2;1\n"

    assert shares(group(text, voices="group")) == ["3/8", "3/8", "1/4"]


def test_shares_that_need_large_numbers_are_rounded_and_equal_ones_stay_equal() -> None:
    found = group(POINTS + "1;;points;3331;3331;3340\n2;;points;101;101;103\n")

    assert (found.weights, found.rounded_to) == ((332, 332, 336), 1000)


def test_no_weight_is_rounded_to_nothing() -> None:
    found = group(POINTS + "1;;points;1;50000;50000\n")

    assert (found.weights, found.rounded_to) == ((1, 50000, 50000), 100_000)


def test_judgements_that_agree_give_exact_weights() -> None:
    found = group(PAIRS + "1;ahp;a;b;2\n1;ahp;b;c;3\n1;ahp;a;c;6\n")

    (one,) = found.people
    assert shares(found) == ["3/5", "3/10", "1/10"]
    assert (one.exact, one.consistency is not None and round(one.consistency, 9), one.strained) == (True, 0, ())


def test_a_pair_may_be_missing() -> None:
    found = group(PAIRS + "1;ahp;a;b;2\n1;ahp;b;c;3\n1;ahp;a;c;\n")

    (one,) = found.people
    assert (one.consistency, one.answered, one.possible) == (None, 2, 3)
    assert shares(found) == ["3/5", "3/10", "1/10"]


def test_judgements_that_nearly_agree_are_rounded_to_millionths() -> None:
    found = group(PAIRS + "1;ahp;a;b;2\n1;ahp;b;c;3\n1;ahp;a;c;5\n")

    (one,) = found.people
    assert (one.exact, one.strained, sum(one.shares)) == (False, (), 1)
    assert [round(float(share), 3) for share in one.shares] == [0.582, 0.309, 0.109]


def test_judgements_that_agree_badly_are_used_and_told() -> None:
    found, faults = asked(PAIRS + "1;ahp;a;b;9\n1;ahp;b;c;9\n1;ahp;c;a;9\n")

    assert told(faults) == ["svar.csv:2:1: weights-ratios-strained"]
    assert found is not None
    assert [(it.criterion, it.other) for it in found.people[0].strained] == [(0, 1), (1, 2), (2, 0)]


def test_trade_offs_become_points() -> None:
    found = group(
        TRADES
        + "1;tradeoffs;a;great;small;b;small;great;vänster\n"
        + "1;tradeoffs;kriterium b;2;0;criterion c;liten;stor;lika\n"
        + "1;tradeoffs;c;liten;stor;a;mellan;liten;höger\n"
        + "1;tradeoffs;c;liten;mellan;a;mellan;liten;\n"
    )

    (one,) = found.people
    assert shares(found) == ["3/7", "2/7", "2/7"]
    assert [[str(points) for points in of] for of in one.points] == [["0", "1/7", "3/7"], ["0", "1/7", "2/7"], ["0", "1/7", "2/7"]]
    assert (one.answered, one.possible) == (3, 4)


def test_answers_that_contradict_each_other_are_told_and_the_person_set_aside() -> None:
    found, faults = asked(
        TRADES
        + "1;tradeoffs;a;great;small;b;small;great;left\n"
        + "1;tradeoffs;b;great;small;c;small;great;left\n"
        + "1;tradeoffs;c;great;small;a;small;great;equal\n"
        + "2;points;;;;;;;\n",
        language="en",
    )

    assert told(faults) == ["svar.csv:2:1: weights-answers-contradict", "svar.csv:5:1: weights-answer-missing"]
    assert [str(one.span) for one in faults[0].related] == ["svar.csv:4:1", "svar.csv:3:1"]
    assert found is None


def test_who_is_set_aside_is_named_and_the_others_count() -> None:
    text = "person;method;criterion;left;right;other;other-left;other-right;answer;a;b;c\n"
    found, _ = asked(
        text
        + "1;tradeoffs;a;great;small;b;small;great;left;;;\n"
        + "1;tradeoffs;b;great;small;c;small;great;left;;;\n"
        + "1;tradeoffs;c;great;small;a;small;great;equal;;;\n"
        + "2;points;;;;;;;;1;1;1\n",
        language="en",
    )

    assert found is not None
    assert (found.set_aside, found.asked, shares(found)) == (("1",), 2, ["1/3"] * 3)
    (one,) = found.contradictions
    assert (one.person, one.fewest) == ("1", True)
    assert one.answers == (
        "criterion a from “small” to “great” is worth more than criterion b from “small” to “great”",
        "criterion a from “small” to “great” is worth as much as criterion c from “small” to “great”",
        "criterion b from “small” to “great” is worth more than criterion c from “small” to “great”",
    )


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("1;;points;1;1;\n", "2:1: weights-answer-missing"),
        ("1;;points;;;\n", "2:1: weights-answer-missing"),
        ("1;;points;1;mycket;1\n", "2:1: weights-not-a-number"),
        ("1;;points;1;0;1\n", "2:1: weights-not-above-zero"),
        ("1;;points;1;−3;1\n", "2:1: weights-not-above-zero"),
        ("1;;rank-sum;1;1,5;2\n", "2:1: weights-rank-not-whole"),
        ("1;;rank-sum;1;2;4\n", "2:1: weights-ranks-broken"),
        ("1;;points;1;1;1\n1;;points;2;1;1\n", "3:1: weights-person-twice"),
        (";;points;1;1;1\n", "2:1: weights-person-missing"),
        ("1;;;1;1;1\n", "2:1: weights-method-missing"),
        ("1;;poenger;1;1;1\n", "2:1: weights-method-unknown"),
        ("1;;points;1;1;1\n1;;swing;1;1;1\n", "3:1: weights-method-several"),
        ("1;x;points;1;1;1\n1;y;points;1;1;1\n", "3:1: weights-group-several"),
    ],
)
def test_what_is_wrong_with_points_and_ranks_is_told_at_its_place(rows: str, code: str) -> None:
    found, faults = asked(POINTS + rows)

    assert (found, told(faults)) == (None, [f"svar.csv:{code}"])


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("1;ahp;a;d;2\n", ["2:1: weights-criterion-unknown"]),
        ("1;ahp;;b;2\n", ["2:1: weights-criterion-unknown"]),
        ("1;ahp;a;a;2\n", ["2:1: weights-pair-with-itself"]),
        ("1;ahp;a;b;10\n", ["2:1: weights-ratio-off-scale"]),
        ("1;ahp;a;b;0\n", ["2:1: weights-ratio-off-scale"]),
        ("1;ahp;a;b;mer\n", ["2:1: weights-ratio-off-scale"]),
        ("1;ahp;a;b;2\n1;ahp;b;a;2\n", ["3:1: weights-pair-twice"]),
        ("1;ahp;a;b;2\n", ["2:1: weights-criteria-apart"]),
        ("1;ahp;b;c;2\n", ["2:1: weights-criteria-apart"]),
    ],
)
def test_what_is_wrong_with_judgements_of_pairs_is_told_at_its_place(rows: str, codes: list[str]) -> None:
    found, faults = asked(PAIRS + rows)

    assert (found, told(faults)) == (None, [f"svar.csv:{code}" for code in codes])


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("1;tradeoffs;a;huge;small;b;small;great;left\n", ["2:1: weights-level-unknown"]),
        ("1;tradeoffs;a;great;small;b;small;;left\n", ["2:1: weights-level-unknown"]),
        ("1;tradeoffs;a;great;small;b;great;small;left\n", ["2:1: weights-no-trade-off"]),
        ("1;tradeoffs;a;small;small;b;great;small;left\n", ["2:1: weights-no-trade-off"]),
        ("1;tradeoffs;a;great;small;b;small;great;perhaps\n", ["2:1: weights-answer-unknown"]),
        ("1;tradeoffs;a;great;small;e;small;great;left\n", ["2:1: weights-criterion-unknown"]),
        (
            "1;tradeoffs;a;great;small;b;small;great;left\n1;tradeoffs;b;great;small;a;small;great;right\n",
            ["3:1: weights-pair-twice"],
        ),
        ("1;tradeoffs;a;great;small;b;small;great;left\n", ["2:1: weights-criteria-apart"]),
    ],
)
def test_what_is_wrong_with_trade_offs_is_told_at_its_place(rows: str, codes: list[str]) -> None:
    found, faults = asked(TRADES + rows)

    assert (found, told(faults)) == (None, [f"svar.csv:{code}" for code in codes])


def test_a_criterion_with_one_level_cannot_be_traded() -> None:
    criteria = (THREE[0], criterion("b", [Label(sv="ja", en="yes")]))

    found, faults = asked(TRADES + "1;tradeoffs;a;great;small;b;yes;yes;left\n", criteria)

    assert (found, told(faults)) == (None, ["svar.csv:2:1: weights-one-level"])


def test_two_levels_of_one_name_are_told_apart_by_number_only() -> None:
    same = Label(sv="lika", en="same")
    criteria = (THREE[0], criterion("b", [same, same]))

    found, faults = asked(TRADES + "1;tradeoffs;a;great;small;b;same;1;left\n1;tradeoffs;a;great;small;b;0;1;left\n", criteria)

    assert (found, told(faults)) == (None, ["svar.csv:2:1: weights-level-unknown"])


def test_the_nearest_word_is_offered() -> None:
    _, methods = asked(POINTS + "1;;pointz;1;1;1\n")
    _, criteria = asked(PAIRS + "1;ahp;kriterium q;b;2\n")

    assert methods[0].params["close"] == "points"
    assert criteria[0].params["close"] == "kriterium c"


def test_how_people_answered_may_be_said_of_all_of_them() -> None:
    found, faults = asked(POINTS + "1;;;1;2;3\n", method="rank-sum")

    assert (found is not None and shares(found), faults) == (["1/2", "1/3", "1/6"], ())


def test_without_a_group_nobody_has_a_group_s_voice() -> None:
    found, faults = asked(POINTS + "1;x;points;1;1;1\n2;;points;1;1;1\n", voices="group")

    assert told(faults) == ["svar.csv:3:1: weights-group-missing"]
    assert found is not None
    assert found.set_aside == ("2",)


def test_rows_made_ready_are_no_answers() -> None:
    found, faults = asked(POINTS + ";;points;;;\n")

    assert (found, told(faults)) == (None, ["svar.csv:1:1: weights-nobody"])


def test_a_file_without_sheets_has_nobody() -> None:
    faults = Faults()

    assert elicited([], THREE, faults) is None
    assert told(faults.all()) == ["None: weights-nobody"]


def test_a_sheet_without_people_is_not_read() -> None:
    notes = Grid(file="svar.xlsx", sheet="Läs mig", rows=[["Fyll i nästa blad"]])
    answers = Grid(file="svar.xlsx", sheet="Vikter", rows=[["Person", "method", "a", "b", "c"], ["Åsa\u00a0Ö", "points", "1", "1", "2"]])
    faults = Faults()

    found = elicited([notes, answers], THREE, faults)

    assert faults.all() == ()
    assert isinstance(found, Elicited)
    assert found.people[0].person == "Åsa Ö"


def test_when_no_sheet_has_people_that_is_told() -> None:
    faults = Faults()

    found = elicited([Grid(file="svar.xlsx", sheet="Läs mig", rows=[["a", "b"]])], THREE, faults)

    assert (found, told(faults.all())) == (None, ["svar.xlsx:Läs mig!1: columns-missing"])


@pytest.mark.parametrize("word", ["\u202e1", "x\0", "=1+1", "9" * 400, "1e9", "½"])
def test_odd_cells_are_told_never_taken_for_numbers(word: str) -> None:
    found, faults = asked(POINTS + f"1;;points;1;{word};1\n")

    assert (found, [one.code for one in faults]) == (None, ["weights-not-a-number"])
