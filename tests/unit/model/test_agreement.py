"""Tallies: exact shares, no share of nobody, nobody counted twice."""

from fractions import Fraction

import pytest

from prioritera.model.agreement import Tally, together


def test_a_share_is_of_those_who_judged_and_there_is_none_of_nobody() -> None:
    tally = Tally(need="n", asked=13, agrees=5, partly=2, disagrees=1, divided=1, dont_know=1)

    assert (tally.judged, tally.unanswered, tally.share) == (9, 3, Fraction(5, 9))
    assert Tally(need="n", asked=13, dont_know=13).share is None


@pytest.mark.parametrize(
    ("tally", "disputed"),
    [
        (Tally(need="n", asked=4, agrees=2, disagrees=1), True),
        (Tally(need="n", asked=4, agrees=3), False),
        (Tally(need="n", asked=4, disagrees=3), False),
        (Tally(need="n", asked=4, divided=1), True),
    ],
)
def test_opinions_differ_when_some_agree_and_others_do_not(tally: Tally, *, disputed: bool) -> None:
    assert tally.is_disputed is disputed


def test_more_answers_than_were_asked_for_are_refused() -> None:
    with pytest.raises(ValueError, match="more answers than were asked for"):
        Tally(need="n", asked=1, agrees=2)


def test_tallies_are_one_only_where_nobody_can_be_counted_twice() -> None:
    one, other = (Tally(need="n", through=[rss], asked=3, agrees=1, partly=1) for rss in ("rss-a", "rss-b"))

    whole = together([one, other])

    assert whole is not None
    assert (whole.asked, whole.agrees, whole.partly, whole.through) == (6, 2, 2, ())
    assert together([]) is None
    assert together([one, one]) is None
