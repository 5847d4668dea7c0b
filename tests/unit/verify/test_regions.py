from fractions import Fraction

import pytest

from builders import rule, rule_set, table, to
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.table import Rule
from prioritera.verify.axes import NO, YES, Part, Space, space_of
from prioritera.verify.boxes import Region
from prioritera.verify.budget import Budget, Exhausted
from prioritera.verify.regions import region_of

CAUSES = frozenset({"gap", "support"})


def _region(*conditions: Condition) -> tuple[Region, Space]:
    # The first rule makes the words "gap" and "support" mentioned ones.
    asked = rule("asked", "inform", {"causes": SetTest(any=CAUSES)})
    tried = Rule(id="tried", then="inform", when=conditions)
    rules = rule_set(tables=[], triage=table("outcome", asked, tried, rule("rest", "go-on")))
    space = space_of(rules)
    return region_of(tried, space, Budget()), space


def _named(region: Region, space: Space) -> list[dict[str, int]]:
    return [{space.axes[place].word or space.axes[place].part: mask for place, mask in cut} for cut in region]


def _causes(**parts: frozenset[str]) -> Condition:
    return Condition(field="causes", test=SetTest(**parts))


def test_a_rule_without_conditions_matches_everything() -> None:
    assert _region()[0] == ((),)


def test_conditions_on_one_axis_are_one_box() -> None:
    region, space = _region(Condition(field="kind", test=OneOf(["offer"]), missing=True))

    assert region == (((space.places["kind"][0], 0b1010),),)


def test_a_range_of_an_order_is_read_by_the_places_of_its_words() -> None:
    region, space = _region(Condition(field="place", test=Within(low=1)))

    assert region == (((space.places["place"][0], 0b110),),)


def test_a_condition_that_no_value_meets_has_no_way() -> None:
    assert _region(Condition(field="wait", test=Within(low=2, high=1)))[0] == ()
    assert _region(Condition(field="kind", test=OneOf([])))[0] == ()


def test_two_conditions_on_one_field_must_both_hold() -> None:
    first, second = Condition(field="kind", test=OneOf(["offer", "other"])), Condition(field="kind", test=OneOf(["offer"]))

    region, space = _region(first, second)

    assert region == (((space.places["kind"][0], 0b0010),),)


def test_any_of_some_words_is_a_box_a_word() -> None:
    region, space = _region(_causes(any=CAUSES))

    assert _named(region, space) == [{"gap": YES}, {"support": YES}]


def test_none_of_some_words_asks_that_the_set_is_known() -> None:
    region, space = _region(_causes(none=CAUSES))

    assert _named(region, space) == [{"gap": NO, "support": NO, Part.MISSING: NO}]


def test_only_some_words_leaves_no_room_for_others() -> None:
    region, space = _region(_causes(only=frozenset({"gap"})))

    assert _named(region, space) == [{"gap": YES, "support": NO, Part.OTHER: NO}]


def test_all_of_no_words_asks_only_that_the_set_is_known() -> None:
    region, space = _region(_causes(all=frozenset()))

    assert _named(region, space) == [{Part.MISSING: NO}]


def test_a_set_that_may_be_missing_has_one_more_way() -> None:
    region, space = _region(Condition(field="causes", test=SetTest(all=CAUSES), missing=True))

    assert _named(region, space) == [{"gap": YES, "support": YES}, {Part.MISSING: YES}]


def test_a_set_that_must_be_missing_has_that_way_alone() -> None:
    region, space = _region(Condition(field="causes", missing=True))

    assert _named(region, space) == [{Part.MISSING: YES}]


@pytest.mark.parametrize(
    "parts",
    [
        {"all": frozenset({"gap"}), "none": frozenset({"gap"})},
        {"any": frozenset({"gap"}), "only": frozenset({"support"})},
        {"any": frozenset()},
        {"only": frozenset()},
    ],
)
def test_a_test_of_a_set_that_contradicts_itself_has_no_way(parts: dict[str, frozenset[str]]) -> None:
    assert _region(_causes(**parts))[0] == ()


def test_a_condition_on_the_score_is_the_cells_it_holds_for() -> None:
    far = rule("far", to("agency"), {SCORE: Condition(field=SCORE, test=ShareOfScore(low=Fraction(1, 2)))})
    space = space_of(rule_set(destination=table("destination", far, rule("back", to()))))

    assert region_of(far, space, Budget()) == (((space.places[SCORE][0], 0b10),),)


def test_a_rule_of_too_many_ways_is_undecided() -> None:
    asked = rule("asked", "inform", {"causes": SetTest(any=CAUSES)})
    space = space_of(rule_set(tables=[], triage=table("outcome", asked, rule("rest", "go-on"))))

    with pytest.raises(Exhausted):
        region_of(asked, space, Budget(1))
