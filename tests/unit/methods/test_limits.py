"""Choosing under limits: what is in, what is out and by which limit, and what a person must decide."""

import pytest

from prioritera.methods.limits import Limits, Placed, Shortfall, Sided, most_together, shortfalls, sides_of_limits, sides_of_tops
from prioritera.methods.order import Side


def at(group: str, place: int, ranking: str = "r") -> Placed:
    return Placed(group=group, ranking=ranking, lower=(-place,), upper=(-place,), best=place, worst=place)


def between(group: str, best: int, worst: int, ranking: str = "r") -> Placed:
    return Placed(group=group, ranking=ranking, lower=(-worst,), upper=(-best,), best=best, worst=worst)


def sides(found: list[Sided]) -> str:
    return "".join({Side.INSIDE: "i", Side.GREY_ZONE: "g", Side.OUTSIDE: "o"}[one.side] for one in found)


def test_limits_that_no_number_is_within_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 2 and at most 1; expected the least not above the most"):
        Limits(2, 1)
    with pytest.raises(ValueError, match="least"):
        Limits(-1)


def test_the_best_of_each_group_are_in_up_to_its_greatest_number() -> None:
    found = sides_of_limits([at("a", 1), at("a", 2), at("a", 3), at("b", 4)], {"a": Limits(0, 2), "b": Limits(0, 2)})

    assert sides(found) == "iioi"
    assert [one.why for one in found] == [(), (), ("max",), ()]


def test_a_least_number_takes_in_a_need_before_better_placed_ones_and_says_so() -> None:
    found = sides_of_limits([at("a", 1), at("a", 2), at("b", 3)], {"a": Limits(), "b": Limits(1)}, 2)

    assert sides(found) == "ioi"
    assert found[1] == Sided(side=Side.OUTSIDE, why=("kept",))
    assert found[2] == Sided(side=Side.INSIDE, by_least=True)


def test_a_size_that_is_full_keeps_the_rest_out() -> None:
    found = sides_of_limits([at("a", 1), at("b", 2), at("b", 3)], {"a": Limits(), "b": Limits()}, 2)

    assert [(one.side.value, one.why) for one in found][2] == ("outside", ("size",))


def test_a_tie_at_the_limit_is_never_split() -> None:
    found = sides_of_limits([at("a", 1), at("a", 2), at("a", 2), at("a", 4)], {"a": Limits(0, 2)})

    assert sides(found) == "iggo"
    assert [(one.why, one.is_tie) for one in found][1:3] == [(("max",), True)] * 2


def test_an_uncertain_place_is_told_from_a_tie() -> None:
    found = sides_of_limits([at("a", 1), between("a", 2, 3), between("a", 2, 3)], {"a": Limits(0, 2)})

    assert sides(found) == "igg"
    assert [one.is_tie for one in found] == [False, False, False]


def test_without_a_size_an_uncertain_place_in_another_group_changes_no_tie() -> None:
    tied = [at("a", 1), at("a", 1), between("b", 1, 2, "s"), between("b", 1, 2, "s")]

    assert [one.is_tie for one in sides_of_limits(tied, {"a": Limits(0, 1), "b": Limits()})][:2] == [True, True]
    assert [one.is_tie for one in sides_of_limits(tied, {"a": Limits(0, 1), "b": Limits()}, 3)][:2] == [False, False]


def test_places_of_different_rankings_are_held_against_each_other_as_places() -> None:
    found = sides_of_limits([at("", 1, "r"), at("", 2, "r"), at("", 1, "s"), at("", 2, "s")], {"": Limits()}, 3)

    assert sides(found) == "igig"


def test_limits_that_cannot_be_met_are_told_one_by_one_with_how_much() -> None:
    found = shortfalls({"a": 3, "b": 0}, {"a": Limits(2), "b": Limits(1)}, 2)

    assert found == (Shortfall(group="b", asked=1, there=0), Shortfall(asked=3, there=2))
    with pytest.raises(ValueError, match="the limits cannot be met"):
        sides_of_limits([at("a", 1)], {"a": Limits(2)})


def test_seats_that_are_kept_for_a_group_are_used_by_no_other() -> None:
    assert most_together({"a": 5, "b": 2}, {"a": Limits(), "b": Limits(2)}, 4) == 4
    assert most_together({"a": 5, "b": 2}, {"a": Limits(0, 1), "b": Limits(2)}, 4) == 3
    assert most_together({"a": 5}, {"a": Limits(1)}) == 5


def test_those_level_with_the_last_of_a_top_are_in_it() -> None:
    assert [side.value for side in sides_of_tops([at("a", 1), at("a", 2), at("a", 2), at("a", 4), at("b", 9)], 2)] == [
        "inside",
        "inside",
        "inside",
        "outside",
        "inside",
    ]


def test_a_top_knows_what_may_be_in_it() -> None:
    assert [side.value for side in sides_of_tops([at("a", 1), between("a", 2, 3), between("a", 2, 3), at("a", 4)], 2)] == [
        "inside",
        "grey-zone",
        "grey-zone",
        "outside",
    ]
    across = [at("a", 1, "r"), at("a", 2, "r"), between("a", 1, 2, "s"), between("a", 1, 2, "s")]
    assert [side.value for side in sides_of_tops(across, 2)] == ["inside", "grey-zone", "grey-zone", "grey-zone"]


def keyed(ranking: str, lower: int, upper: int, places: tuple[int, int], group: str = "") -> Placed:
    """With keys that say nothing of places in other rankings."""
    return Placed(group=group, ranking=ranking, lower=(lower,), upper=(upper,), best=places[0], worst=places[1])


# By places alone the third may be level with the second, but in the one ranking it is after it whatever happens.
SURE = [keyed("r", 1, 10, (1, 3)), keyed("r", 5, 5, (1, 2)), keyed("r", 4, 4, (2, 3))]


def test_in_one_ranking_the_keys_tell_more_than_the_places() -> None:
    assert sides(sides_of_limits(SURE, {"": Limits(0, 2)})) == "gig"
    assert [side.value for side in sides_of_tops(SURE, 2)] == ["grey-zone", "inside", "grey-zone"]
    assert [side.value for side in sides_of_tops(SURE, 1)] == ["grey-zone", "grey-zone", "outside"]


def test_across_rankings_keys_are_not_held_against_each_other() -> None:
    far = [keyed("r", 900, 900, (1, 1)), keyed("r", 800, 800, (2, 2)), keyed("s", 2, 2, (1, 1)), keyed("s", 1, 1, (2, 2))]

    assert sides(sides_of_limits(far, {"": Limits(0, 2)})) == "ioio"
    assert [side.value for side in sides_of_tops(far, 1)] == ["inside", "outside", "inside", "outside"]


def test_a_candidate_is_not_before_itself() -> None:
    alone = [keyed("r", 1, 3, (1, 1), "a"), keyed("r", 0, 0, (2, 2), "a"), keyed("r", 1, 3, (1, 1), "b")]

    assert [side.value for side in sides_of_tops(alone, 1)] == ["inside", "outside", "inside"]


def test_a_group_that_is_not_there_counts_as_none() -> None:
    assert most_together({"a": 5}, {"a": Limits(), "b": Limits(1)}) == 5
    assert most_together({"a": 2}, {"a": Limits(), "b": Limits()}, 9) == 2


def test_each_group_has_its_own_number_against_its_least() -> None:
    one_left_over = [at("a", 1), at("a", 2), at("a", 3), at("b", 4)]

    assert sides(sides_of_limits(one_left_over, {"a": Limits(2), "b": Limits()}, 3)) == "iiio"


def test_least_numbers_that_are_more_than_the_size_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^the limits cannot be met; expected limits without shortfalls$"):
        sides_of_limits([at("a", 1), at("b", 2)], {"a": Limits(1), "b": Limits(1)}, 1)


def test_those_beyond_a_greatest_number_take_none_of_the_size() -> None:
    found = sides_of_limits([at("a", 1), at("a", 2), at("c", 3), at("b", 4)], {"a": Limits(0, 1), "b": Limits(1), "c": Limits()}, 2)

    assert found[2] == Sided(side=Side.OUTSIDE, why=("kept",))
