"""States: a rate is exact, lies between two where something is not recorded, and is none of nobody."""

from fractions import Fraction

import pytest

from prioritera.model.coverage import InStates


@pytest.mark.parametrize(
    ("counts", "rate"),
    [
        ({"sent": 8, "no-need": 1, "represented": 1, "no-answer": 3}, (Fraction(10, 13), Fraction(10, 13))),
        ({"sent": 8, "no-answer": 3, "not-asked": 2}, (Fraction(8, 11), Fraction(8, 11))),
        ({"sent": 1, "no-answer": 1, "unrecorded": 2}, (Fraction(1, 4), Fraction(3, 4))),
        ({"not-asked": 3, "unrecorded": 2}, None),
        ({}, None),
    ],
)
def test_a_rate_is_of_those_asked_and_open_where_nothing_is_recorded(
    counts: dict[str, int], rate: tuple[Fraction, Fraction] | None
) -> None:
    assert InStates(rss="rss-a", counts=counts).rate == rate
