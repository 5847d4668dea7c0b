"""Saaty (1977), A scaling method for priorities in hierarchical structures, Journal of Mathematical Psychology 15(3): the judgements of how
much farther one city is from Philadelphia than another, with their published eigenvector and greatest eigenvalue."""

from fractions import Fraction

import pytest

from prioritera.methods.ahp import RANDOM_INDEX, ahp

CITIES = ("Cairo", "Tokyo", "Chicago", "San Francisco", "London", "Montreal")
JUDGED = (
    ("1", "1/3", "8", "3", "3", "7"),
    ("3", "1", "9", "3", "3", "9"),
    ("1/8", "1/9", "1", "1/6", "1/5", "2"),
    ("1/3", "1/3", "6", "1", "1/3", "6"),
    ("1/3", "1/3", "5", "3", "1", "6"),
    ("1/7", "1/9", "1/2", "1/6", "1/6", "1"),
)
PUBLISHED = (0.262, 0.397, 0.033, 0.116, 0.164, 0.027)


def test_the_published_weights_of_distances_come_out() -> None:
    judgements = {(one, other): Fraction(JUDGED[one][other]) for one in range(6) for other in range(one + 1, 6)}

    found = ahp(len(CITIES), judgements)

    assert found.weights == pytest.approx(PUBLISHED, abs=5e-4)
    assert found.consistency is not None
    assert 6 + found.consistency * RANDOM_INDEX[5] * 5 == pytest.approx(6.45, abs=5e-3)
