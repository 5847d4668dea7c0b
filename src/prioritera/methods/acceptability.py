"""How often each alternative has each rank when nobody has said what the weights are (SMAA-2): samples of weights, exact counts.

The weights are drawn uniformly on all that are shares of a whole. Ties share the better rank, so a row of counts may add up to more than
the samples at one rank and less at another; each row adds up to the samples.
"""

import math
import random
from collections.abc import Sequence

import attrs

from prioritera.methods.finite import check_finite


@attrs.frozen(kw_only=True)
class Acceptability:
    """The share of samples in which each alternative has each rank, and what the weights were on average when it was first.

    `central` is None for an alternative that was never first: it has no such weights. `samples` gives the sampling error: a share s is
    within sqrt(s * (1 - s) / samples) of the true one two times in three.
    """

    shares: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]
    samples: int

    def error(self, alternative: int, rank: int) -> float:
        """The standard error of a share; ranks from 1."""
        share = self.shares[alternative][rank - 1]
        return math.sqrt(share * (1 - share) / self.samples)


def acceptability(values: Sequence[Sequence[int]], *, samples: int, seed: int) -> Acceptability:
    """Rank acceptabilities and central weights of an additive model with whole values.

    Args:
        values: one an alternative, of one whole value a criterion, more being better.
        samples: how many weights are drawn, 1 or more.
        seed: the same seed gives the same answer.

    Raises:
        ValueError: there are no samples, no criteria, rows of different lengths, or a value that is not finite.

    Source: Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3).

    >>> found = acceptability([[1, 1], [0, 0]], samples=10, seed=1)
    >>> found.shares, found.central[1]
    (((1.0, 0.0), (0.0, 1.0)), None)
    """
    widths = {len(row) for row in values}
    if samples < 1 or len(widths) != 1 or 0 in widths:
        raise ValueError(
            f"{samples} samples of rows of {sorted(widths)} values; expected one sample or more, and as many values in every row"
        )
    check_finite(value for row in values for value in row)
    (criteria,) = widths
    draw = random.Random(seed)  # noqa: S311 -- a sample, no secret
    counts = [[0] * len(values) for _ in values]
    firsts = [[0.0] * criteria for _ in values]
    for _ in range(samples):
        # Spacings of exponentials are uniform on the simplex; uniform numbers divided by their sum are not.
        raw = [draw.expovariate(1) for _ in range(criteria)]
        whole = math.fsum(raw)
        weights = [part / whole for part in raw]
        scores = [math.fsum(weight * value for weight, value in zip(weights, row, strict=True)) for row in values]
        best_first = sorted(scores, reverse=True)
        rank_of = {score: place for place, score in reversed(list(enumerate(best_first)))}
        for alternative, score in enumerate(scores):
            place = rank_of[score]
            counts[alternative][place] += 1
            if place == 0:
                firsts[alternative] = [total + weight for total, weight in zip(firsts[alternative], weights, strict=True)]
    return Acceptability(
        shares=tuple(tuple(count / samples for count in row) for row in counts),
        central=tuple(tuple(total / row[0] for total in totals) if row[0] else None for totals, row in zip(firsts, counts, strict=True)),
        samples=samples,
    )
