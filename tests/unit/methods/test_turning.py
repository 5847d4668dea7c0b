"""How far one weight can be changed: exactly, also where something is open, a tie is at the cut, or nothing ever turns."""

from fractions import Fraction

from prioritera.methods.order import Side
from prioritera.methods.turning import Rising, Turned, turned

IN, GREY, OUT = Side.INSIDE, Side.GREY_ZONE, Side.OUTSIDE


def rising(score: int, slope: int, **more: object) -> Rising:
    return Rising(score=score, slope=slope, **more)  # type: ignore[arg-type]  # before and after, where they matter


def test_two_lines_turn_where_they_meet() -> None:
    lines = [rising(4, 1), rising(1, 3)]

    assert turned(lines, lines, 1) == Turned(steps=Fraction(3, 2), sides=[OUT, IN])


def test_lines_that_part_never_turn() -> None:
    lines = [rising(4, 3), rising(1, 1)]

    assert turned(lines, lines, 1) is None


def test_no_more_than_there_is_room_for_never_turn() -> None:
    lines = [rising(4, 0), rising(1, 3)]

    assert turned(lines, lines, 2) is None


def test_a_tie_at_the_cut_turns_at_once() -> None:
    lines = [rising(2, 1), rising(2, 3)]

    assert turned(lines, lines, 1) == Turned(steps=Fraction(0), sides=[OUT, IN])


def test_the_nearest_of_several_meetings_is_found() -> None:
    lines = [rising(20, 0), rising(10, 2), rising(0, 5), rising(8, 1)]

    assert turned(lines, lines, 1) == Turned(steps=Fraction(4), sides=[OUT, OUT, IN, OUT])


def test_lines_of_another_tier_are_never_met() -> None:
    lines = [rising(0, 0, before=1), rising(9, 9)]

    assert turned(lines, lines, 1) is None


def test_what_is_open_comes_onto_the_line_before_it_is_out() -> None:
    lower = [rising(6, 0), rising(1, 1)]
    upper = [rising(6, 0), rising(3, 2)]

    assert turned(lower, upper, 1) == Turned(steps=Fraction(3, 2), sides=[GREY, GREY])


def test_others_that_change_places_on_the_line_turn_nothing() -> None:
    """Two that may be second change places after one step; who is certainly first meets the nearer of them after five."""
    lower = [rising(10, 0), rising(0, 1), rising(0, 1), rising(0, 0)]
    upper = [rising(10, 0), rising(4, 1), rising(3, 2), rising(0, 0)]

    assert turned(lower, upper, 1) == Turned(steps=Fraction(7, 2), sides=[GREY, OUT, GREY, OUT])


def test_a_tie_breaker_settles_scores_that_rise_alike() -> None:
    lines = [rising(2, 1, after=(1,)), rising(2, 1, after=(0,)), rising(0, 2)]

    assert turned(lines, lines, 1) == Turned(steps=Fraction(2), sides=[OUT, OUT, IN])


def test_nothing_is_followed_past_where_a_weight_is_nothing() -> None:
    """The greatest comes down to the least just where the weight is 0; before it, one need alone turns nothing."""
    assert turned([rising(1, 0)], [rising(4, -3)], 1, 1) is None
    assert turned([rising(1, 0), rising(4, -3)], [rising(1, 0), rising(4, -3)], 1, 1) is None
    assert turned([rising(2, 0), rising(4, -3)], [rising(2, 0), rising(4, -3)], 1, 1) == Turned(steps=Fraction(2, 3), sides=[IN, OUT])


def test_one_that_comes_to_be_certainly_in_turns_though_nobody_falls_out() -> None:
    """The second's least rises as 1 + t past the first's greatest, 2: then only the third may be above it, and two are in."""
    lower = [rising(0, 0), rising(1, 1), rising(0, 1)]
    upper = [rising(2, 0), rising(1, 2), rising(3, 1)]

    assert turned(lower, upper, 2) == Turned(steps=Fraction(1), sides=[GREY, IN, GREY])


def test_one_that_comes_to_be_certainly_out_turns_though_nobody_is_certainly_in() -> None:
    """The third's least rises as t past the second's only score, 1; the first may still be above them both, or below."""
    lower = [rising(0, 0), rising(1, 0), rising(0, 1)]
    upper = [rising(3, 1), rising(1, 0), rising(2, 1)]

    assert turned(lower, upper, 1) == Turned(steps=Fraction(1), sides=[GREY, OUT, GREY])
