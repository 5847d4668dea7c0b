"""Weights from what people say of criteria: their order, points, swings. Exact shares that sum to 1."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from prioritera.methods.finite import check_finite


def rank_order_centroid(ranks: Sequence[int]) -> tuple[Fraction, ...]:
    """Weights from an order alone: the centroid of all weights that agree with it.

    Args:
        ranks: one a criterion, 1 the most important; equal ranks share the mean of the weights of their places.

    Returns:
        One share a criterion, 1 in all.

    Raises:
        ValueError: there are no ranks, or they are not those of an order with ties (1, 2, 2, 4).

    Source: Barron & Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11).

    >>> rank_order_centroid([1, 2])
    (Fraction(3, 4), Fraction(1, 4))
    """
    count = len(ranks)
    places = [sum((Fraction(1, later) for later in range(place, count + 1)), Fraction(0)) / count for place in range(1, count + 1)]
    return _shared(ranks, places)


def rank_sum(ranks: Sequence[int]) -> tuple[Fraction, ...]:
    """Weights from an order alone, falling by the same share from place to place.

    Args, returns and raises as `rank_order_centroid`.

    Source: Stillwell, Seaver & Edwards (1981), A comparison of weight approximation techniques, Organizational Behavior and Human
    Performance 28.

    >>> rank_sum([2, 1, 3])
    (Fraction(1, 3), Fraction(1, 2), Fraction(1, 6))
    """
    count = len(ranks)
    return _shared(ranks, [Fraction(2 * (count + 1 - place), count * (count + 1)) for place in range(1, count + 1)])


def rank_reciprocal(ranks: Sequence[int]) -> tuple[Fraction, ...]:
    """Weights from an order alone, as one over the place.

    Args, returns, raises and source as `rank_sum`.

    >>> rank_reciprocal([1, 2, 3, 4])
    (Fraction(12, 25), Fraction(6, 25), Fraction(4, 25), Fraction(3, 25))
    """
    whole = sum((Fraction(1, place) for place in range(1, len(ranks) + 1)), Fraction(0))
    return _shared(ranks, [1 / (place * whole) for place in range(1, len(ranks) + 1)])


def shares(points: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Weights from points that were given directly, or from swings: each one's share of all.

    A swing is what going from the worst to the best on one criterion is worth beside the greatest such swing (von Winterfeldt & Edwards
    1986, Decision Analysis and Behavioral Research); points are handed out without a scale.

    Raises:
        ValueError: there are none, one is below 0 or not finite, or all are 0.

    >>> shares([Fraction(100), Fraction(50), Fraction(50)])
    (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))
    """
    check_finite(points)
    whole = sum(points, Fraction(0))
    if whole <= 0 or any(point < 0 for point in points):
        raise ValueError(f"points are {[str(point) for point in points]}; expected none below 0, and one above")
    return tuple(point / whole for point in points)


def flattened(domains: Sequence[tuple[Fraction, Sequence[Fraction]]]) -> tuple[tuple[Fraction, ...], ...]:
    """The weights of criteria in domains as shares of the whole: the domain's share times the criterion's share of its domain.

    Args:
        domains: each with its weight and its criteria's weights, in any unit.

    Raises:
        ValueError: the weights of the domains, or of the criteria of one, cannot be shares.

    Source: Goetghebeur et al., EVIDEM (hierarchical weighting: domain times criterion).

    >>> flattened([(Fraction(30), [Fraction(30), Fraction(70)]), (Fraction(70), [Fraction(1)])])
    ((Fraction(9, 100), Fraction(21, 100)), (Fraction(7, 10),))
    """
    heads = shares([weight for weight, _ in domains])
    return tuple(tuple(head * share for share in shares(criteria)) for head, (_, criteria) in zip(heads, domains, strict=True))


def whole_shares(weights: Sequence[Fraction]) -> tuple[int, ...]:
    """The least whole numbers in the same proportions.

    Raises:
        ValueError: a weight is not above 0.

    >>> whole_shares([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)])
    (3, 2, 1)
    """
    check_finite(weights)
    if any(weight <= 0 for weight in weights):
        raise ValueError(f"weights are {[str(weight) for weight in weights]}; expected all above 0")
    unit = Fraction(gcd(*(weight.numerator for weight in weights)), lcm(*(weight.denominator for weight in weights)))
    whole = [weight / unit for weight in weights]
    return tuple(weight.numerator for weight in whole)


def _shared(ranks: Sequence[int], places: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The weight of each rank; equal ranks share the mean of the places that they take."""
    check_finite(ranks)
    ordered = sorted(ranks)
    if not ordered or any(rank != ordered.index(rank) + 1 for rank in ordered):
        raise ValueError(f"ranks are {list(ranks)}; expected those of an order, equal ranks sharing the better place: 1, 2, 2, 4")
    taken = {rank: ordered.count(rank) for rank in ordered}
    mean = {rank: sum(places[rank - 1 : rank - 1 + count], Fraction(0)) / count for rank, count in taken.items()}
    return tuple(mean[rank] for rank in ranks)
