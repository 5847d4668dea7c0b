"""Selections that say nothing that can be done are refused."""

import pytest

from prioritera.methods.limits import Limits
from prioritera.methods.order import Side
from prioritera.model.selection import Pick, Selected, Selection


def test_a_union_says_how_many_and_of_what() -> None:
    with pytest.raises(ValueError, match="the union x has top None and criterion ''; expected a top, and what judges judged"):
        Selection(id="x", kind="union", per="list")
    with pytest.raises(ValueError, match="the union x has top 3"):
        Selection(id="x", kind="union", top=3, per="judges")
    with pytest.raises(ValueError, match="the union x has top 3"):
        Selection(id="x", kind="union", top=3, per="list", criterion="votes")
    with pytest.raises(ValueError, match="expected `per` to say which groups"):
        Selection(id="x", kind="union", top=3)


def test_limits_of_groups_say_which_groups() -> None:
    with pytest.raises(ValueError, match="the selection x has limits by group; expected `per` to say which groups"):
        Selection(id="x", limits=Limits(1, 3))
    with pytest.raises(ValueError, match="the selection x has limits by group"):
        Selection(id="x", size=3, groups={"a": Limits(1)})
    assert Selection(id="x", size=3).limits == Limits()


def test_picks_are_found_by_their_side() -> None:
    picks = [Pick(need=need, side=side, list_id="l", best=1, worst=1) for need, side in (("a", Side.INSIDE), ("b", Side.OUTSIDE))]

    assert [pick.need for pick in Selected(selection=Selection(id="x", size=1), picks=picks).on(Side.OUTSIDE)] == ["b"]
