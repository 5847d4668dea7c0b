import pytest

from prioritera.measures.declare import MEASURES
from prioritera.measures.implied import AT_MOST, IMPLIES, Implication, can_be, raised
from prioritera.model.field import Kind


def test_constraints_are_between_counts_and_inside_their_bounds() -> None:
    sides = [(rule.given, rule.least) for rule in IMPLIES] + [(rule.then, rule.then_least) for rule in IMPLIES]

    assert all(MEASURES[name].kind is Kind.WHOLE for pair in AT_MOST for name in pair)
    assert all(MEASURES[name].kind is Kind.WHOLE and MEASURES[name].low <= least <= MEASURES[name].high for name, least in sides)


def test_structures_are_never_more_than_organisations() -> None:
    assert AT_MOST == (("distinct-rss", "distinct-organisations"),)


def test_several_structures_anchored_are_at_least_two() -> None:
    assert Implication(given="anchoring-level", least=5, then="distinct-rss", then_least=2) in IMPLIES


def test_an_implication_is_of_whole_numbers() -> None:
    with pytest.raises(TypeError, match=r"then_least is 1\.5; expected a whole number"):
        Implication(given="a", least=1, then="b", then_least=1.5)  # type: ignore[arg-type]  # the wrong type is the test


def test_numbers_are_raised_to_all_that_follows_from_them() -> None:
    least = raised({"anchoring-level": 5, "distinct-organisations": 1})

    assert (least["distinct-rss"], least["distinct-organisations"], least["anchoring-level"]) == (2, 2, 5)
    assert raised({})["distinct-organisations"] == 1
    assert raised({"distinct-rss": 7, "anchoring-level": 2})["distinct-organisations"] == 7


def test_ranges_can_go_together_when_their_least_numbers_can_be_raised_inside_them() -> None:
    assert can_be({"distinct-rss": (0, 3), "distinct-organisations": (1, 1)})
    assert not can_be({"distinct-rss": (2, 3), "distinct-organisations": (1, 1)})
    assert not can_be({"anchoring-level": (5, 5), "distinct-organisations": (0, 1)})
    assert can_be({"anchoring-level": (4, 5), "distinct-organisations": (0, 1)})
    assert not can_be({"distinct-organisations": (0, 0)})
    assert can_be({"highest-level": (0, 0)})
