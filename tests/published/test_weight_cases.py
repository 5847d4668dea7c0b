"""Worked cases of weights from the literature. Each names its source; data and figures are from memory unless the source says more."""

from fractions import Fraction

import pytest

from prioritera.methods.ahp import RANDOM_INDEX, ahp, consistent
from prioritera.methods.weights import rank_order_centroid, rank_reciprocal, rank_sum, shares

# Saaty (1980), The Analytic Hierarchy Process: the choice of a school; the choice of a house; the wealth of nations (also Saaty 1977).
MATRICES = {
    "school": ("1 4 3 1 3 4", "1/4 1 7 3 1/5 1", "1/3 1/7 1 1/5 1/5 1/6", "1 1/3 5 1 1 1/3", "1/3 5 5 1 1 3", "1/4 1 6 3 1/3 1"),
    "house": (
        "1 5 3 7 6 6 1/3 1/4",
        "1/5 1 1/3 5 3 3 1/5 1/7",
        "1/3 3 1 6 3 4 6 1/5",
        "1/7 1/5 1/6 1 1/3 1/4 1/7 1/8",
        "1/6 1/3 1/3 3 1 1/2 1/5 1/6",
        "1/6 1/3 1/4 4 2 1 1/5 1/6",
        "3 5 1/6 7 5 5 1 1/2",
        "4 7 5 8 6 6 2 1",
    ),
    "nations": (
        "1 4 9 6 6 5 5",
        "1/4 1 7 5 5 3 4",
        "1/9 1/7 1 1/5 1/5 1/7 1/5",
        "1/6 1/5 5 1 1 1/3 1/3",
        "1/6 1/5 5 1 1 1/3 1/3",
        "1/5 1/3 7 3 3 1 2",
        "1/5 1/4 5 3 3 1/2 1",
    ),
    # Saaty (2008), Decision making with the analytic hierarchy process: what Americans drink.
    "drinks": (
        "1 9 5 2 1 1 1/2",
        "1/9 1 1/3 1/9 1/9 1/9 1/9",
        "1/5 3 1 1/3 1/4 1/3 1/9",
        "1/2 9 3 1 1/2 1 1/3",
        "1 9 4 2 1 2 1/2",
        "1 9 3 1 1/2 1 1/3",
        "2 9 9 3 2 3 1",
    ),
}


def judgements(name: str) -> tuple[int, dict[tuple[int, int], Fraction]]:
    rows = [[Fraction(cell) for cell in row.split()] for row in MATRICES[name]]
    return len(rows), {(one, other): rows[one][other] for one in range(len(rows)) for other in range(one + 1, len(rows))}


@pytest.mark.parametrize(
    ("name", "published", "ratio", "tolerance"),
    [
        # The book has a greatest eigenvalue of 7.49, and so a ratio of .24; that of its matrix is 7.42.
        ("school", (0.32, 0.14, 0.03, 0.13, 0.24, 0.14), 0.23, 0.0055),
        ("house", (0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333), 0.169, 0.0005),
        ("nations", (0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094), 0.08, 0.0005),
        ("drinks", (0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327), 0.022, 0.0005),
    ],
)
def test_saaty_s_examples(name: str, published: tuple[float, ...], ratio: float, tolerance: float) -> None:
    found = ahp(*judgements(name))

    assert found.weights == pytest.approx(published, abs=tolerance)
    assert found.consistency == pytest.approx(ratio, abs=0.005 if ratio in (0.23, 0.08) else 0.0005)


def test_the_greatest_eigenvalues_are_the_published_ones() -> None:
    """House 9.669 and nations 7.61 in Saaty (1980)."""
    for name, published, tolerance in (("house", 9.669, 0.0005), ("nations", 7.61, 0.005)):
        count, judged = judgements(name)
        ratio = ahp(count, judged).consistency
        assert ratio is not None
        assert count + ratio * RANDOM_INDEX[count - 1] * (count - 1) == pytest.approx(published, abs=tolerance)


def test_a_missing_pair_is_filled_in_as_by_harker() -> None:
    """Harker (1987): 1 is twice 2, 2 is twice 3, and 1 to 3 is not asked: 4/7, 2/7 and 1/7."""
    judged = {(0, 1): Fraction(2), (1, 2): Fraction(2)}

    assert consistent(3, judged) == (Fraction(4, 7), Fraction(2, 7), Fraction(1, 7))
    found = ahp(3, judged)
    assert found.weights == pytest.approx((4 / 7, 2 / 7, 1 / 7), abs=1e-9)
    assert found.consistency is None


def test_saaty_s_random_indices_go_to_fifteen() -> None:
    assert [*RANDOM_INDEX] == [0.0, 0.0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
    for count, known in ((15, True), (16, False)):
        alike = {(one, other): Fraction(1) for one in range(count) for other in range(one + 1, count)}
        assert (ahp(count, alike).consistency is not None) is known


# Barron & Barrett (1996); Edwards & Barron (1994), SMARTS and SMARTER: the table of centroid weights, to four decimals.
CENTROIDS = {
    2: (0.7500, 0.2500),
    3: (0.6111, 0.2778, 0.1111),
    4: (0.5208, 0.2708, 0.1458, 0.0625),
    5: (0.4567, 0.2567, 0.1567, 0.0900, 0.0400),
    6: (0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278),
    7: (0.3704, 0.2276, 0.1561, 0.1085, 0.0728, 0.0442, 0.0204),
    8: (0.3397, 0.2147, 0.1522, 0.1106, 0.0793, 0.0543, 0.0335, 0.0156),
    9: (0.3143, 0.2032, 0.1477, 0.1106, 0.0828, 0.0606, 0.0421, 0.0262, 0.0123),
    10: (0.2929, 0.1929, 0.1429, 0.1096, 0.0846, 0.0646, 0.0479, 0.0336, 0.0211, 0.0100),
}


@pytest.mark.parametrize("count", CENTROIDS)
def test_weights_of_an_order_are_the_tables_and_exact(count: int) -> None:
    ranks = range(1, count + 1)
    harmonic = sum((Fraction(1, rank) for rank in ranks), Fraction(0))

    centroid = rank_order_centroid(ranks)

    assert [round(float(weight), 4) for weight in centroid] == list(CENTROIDS[count])
    assert centroid == tuple(sum(Fraction(1, later) for later in range(rank, count + 1)) / count for rank in ranks)
    assert rank_sum(ranks) == tuple(Fraction(count + 1 - rank, count * (count + 1) // 2) for rank in ranks)
    assert rank_reciprocal(ranks) == tuple(1 / (rank * harmonic) for rank in ranks)
    assert {sum(way(ranks)) for way in (rank_order_centroid, rank_sum, rank_reciprocal)} == {1}


def test_two_criteria_that_are_level_share_their_weights() -> None:
    assert rank_order_centroid([1, 2, 2]) == (Fraction(11, 18), Fraction(7, 36), Fraction(7, 36))


def test_swings_are_shares_of_all_swings() -> None:
    """von Winterfeldt & Edwards (1986): swings of 100, 80 and 20 are weights of .5, .4 and .1."""
    assert shares([Fraction(100), Fraction(80), Fraction(20)]) == (Fraction(1, 2), Fraction(2, 5), Fraction(1, 10))
