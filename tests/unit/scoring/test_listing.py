from fractions import Fraction

import attrs
import pytest

from builders import assessed, criterion, rule_set, scored, values
from prioritera.model.result import Decision, Standing
from prioritera.model.ruleset import TieBreaker
from prioritera.model.value import Between, FactValue, Missing, Reason
from prioritera.scoring.listing import list_key, list_order, listing, standings

RULES = rule_set()


def test_two_needs_are_compared_when_area_and_destination_are_the_same() -> None:
    decision = scored("n1", RULES, {})

    assert list_key(decision, RULES) == {"area": "elderly", "destination": "agency"}


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("offer", "offer"),
        (True, "yes"),
        (False, "no"),
        (Missing(), "missing"),
        (Missing(Reason.DONT_KNOW), "missing"),
        (Between(0, 1), "open"),
        (frozenset({"support", "gap"}), "gap+support"),
        (frozenset(), ""),
        (7, "7"),
    ],
)
def test_a_list_key_may_hold_outcome_and_fields_and_what_is_not_known_is_a_list_of_its_own(value: FactValue | Between, part: str) -> None:
    rules = rule_set(list_key=["outcome", "kind"])
    decision = scored("n1", rules, {}, values={**values(), "kind": value})

    assert list_key(decision, rules) == {"outcome": "go-on", "kind": part}


def test_a_conclusion_that_hangs_on_something_is_open() -> None:
    rules = rule_set(list_key=["level"])

    assert list_key(scored("n1", rules, {}), rules) == {"level": "open"}


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("area", ["elderly", "disability", "", "another"]),
        ("outcome", ["go-on", "inform", "fact-needed"]),
        ("destination", ["agency", "origin", ""]),
        ("kind", ["question", "offer", "other", "missing"]),
        ("urgent", ["no", "yes", "missing"]),
        ("wait", ["2", "9", "10", "missing", "open"]),
        ("causes", ["gap", "gap+support", "gap+routine", "support", "routine", "", "missing"]),
    ],
)
def test_lists_stand_in_the_order_that_the_rule_set_declares_what_they_have_in_common(part: str, values: list[str]) -> None:
    found = sorted(sorted(values), key=lambda value: list_order({part: value}, RULES))

    assert found == values


def test_areas_come_first_whatever_stands_first_in_the_key() -> None:
    keys = [{"outcome": outcome, "area": area} for outcome in ("go-on", "inform") for area in ("elderly", "disability")]

    found = sorted(keys, key=lambda key: list_order(key, RULES))

    assert [tuple(key.values()) for key in found] == [
        ("go-on", "elderly"),
        ("inform", "elderly"),
        ("go-on", "disability"),
        ("inform", "disability"),
    ]


def test_needs_stand_by_their_scores_and_equal_ones_share_a_place() -> None:
    found = standings(
        [
            scored("n1", RULES, assessed(impact=1, spread=2)),
            scored("n2", RULES, assessed(impact=3, spread=3)),
            scored("n3", RULES, assessed(impact=2, spread=1)),
        ],
        RULES,
    )

    assert {need: (one.best, one.worst, one.shared) for need, one in found.items()} == {
        "n1": (2, 2, True),
        "n2": (1, 1, False),
        "n3": (2, 2, True),
    }


def test_what_is_not_known_widens_a_need_s_place_and_shares_it_with_nobody() -> None:
    found = standings([scored("n1", RULES, assessed(impact=2, spread=2)), scored("n2", RULES, assessed(impact=2))], RULES)

    assert found["n1"] == Standing(best=1, worst=2, lower=(0, 4), upper=(0, 4))
    assert found["n2"] == Standing(best=1, worst=2, lower=(0, 2), upper=(0, 5))


def test_needs_with_the_same_range_share_it() -> None:
    found = standings([scored("n1", RULES, assessed(impact=2)), scored("n2", RULES, assessed(impact=2))], RULES)

    assert [(one.best, one.worst, one.shared) for one in found.values()] == [(1, 2, True), (1, 2, True)]


def test_a_tie_breaker_separates_equal_scores() -> None:
    rules = rule_set(tie_breakers=[TieBreaker(field="wait")])
    given = assessed(impact=1, spread=1)

    found = standings([scored("n1", rules, given, values=values(wait=2)), scored("n2", rules, given, values=values(wait=3))], rules)

    assert (found["n1"].best, found["n2"].best) == (2, 1)


def test_a_criterion_that_breaks_ties_is_read_from_the_need_s_own_assessments() -> None:
    rules = rule_set(tie_breakers=[TieBreaker(criterion="impact")])

    found = standings([scored("n1", rules, assessed(impact=1, spread=2)), scored("n2", rules, assessed(impact=2, spread=1))], rules)

    assert (found["n1"].lower, found["n1"].best) == ((0, 3, 1), 2)
    assert (found["n2"].lower, found["n2"].best) == ((0, 3, 2), 1)


def test_nobody_has_no_standing() -> None:
    assert standings([], RULES) == {}


SCORED = scored("n1", RULES, {})


@pytest.mark.parametrize("decision", [attrs.evolve(SCORED, score=None), attrs.evolve(SCORED, need=None)])
def test_a_need_without_a_score_is_not_ranked(decision: Decision) -> None:
    with pytest.raises(ValueError, match=r"^n1 has no score; assess it before it is ranked$"):
        standings([decision], RULES)


def _standing(lower: int, upper: int) -> Standing:
    return Standing(best=1, worst=1, lower=(0, lower), upper=(0, upper))


def test_the_listing_goes_by_lower_key_then_upper_from_the_highest_then_by_id() -> None:
    standing = {"c": _standing(2, 2), "b": _standing(1, 9), "a": _standing(2, 2), "e": _standing(2, 5), "d": _standing(3, 3)}

    assert listing(standing) == ("d", "e", "a", "c", "b")


def test_the_listing_does_not_depend_on_the_order_that_needs_come_in() -> None:
    standing = {"b": _standing(1, 1), "a": _standing(1, 1)}

    assert listing(standing) == listing(dict(reversed(standing.items()))) == ("a", "b")


def test_the_share_that_is_known_is_left_to_those_who_place() -> None:
    rules = rule_set(criteria=[criterion("impact"), criterion("spread")], min_known=Fraction(1))

    assert set(standings([scored("n1", rules, {})], rules)) == {"n1"}
