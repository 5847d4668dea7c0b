"""Indicators: what official statistics say of each municipality, year by year, and how far municipalities are apart."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map


@attrs.frozen(kw_only=True)
class Spread:
    """The values of one year: how many municipalities have one and how many have none, and the least, the quartiles and the greatest.

    The five are None when no municipality has a value. Quartiles lie between two values where their places do, in the same proportion, and
    are exact.
    """

    year: int
    known: int
    missing: int
    least: Fraction | None = None
    lower: Fraction | None = None
    median: Fraction | None = None
    upper: Fraction | None = None
    greatest: Fraction | None = None


@attrs.frozen(kw_only=True)
class Indicator:
    """One indicator: by year and municipality its value, None where the statistics have none. `source` is its file."""

    id: str
    years: FrozenMap[int, FrozenMap[str, Fraction | None]] = attrs.field(converter=frozen_map)
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def latest(self) -> Spread:
        """The spread of the last year in which a municipality has a value; of the last year when none ever has."""
        filled = [year for year, values in self.years.items() if any(value is not None for value in values.values())]
        year = max(filled or self.years)
        return spread(year, self.years[year])


def spread(year: int, values: Mapping[str, Fraction | None]) -> Spread:
    """How far apart municipalities are in a year.

    >>> found = spread(2023, {"0114": Fraction(1), "0115": Fraction(4), "0117": None, "0120": Fraction(2)})
    >>> found.known, found.missing, str(found.lower), str(found.median), str(found.upper)
    (3, 1, '3/2', '2', '3')
    """
    known = sorted(value for value in values.values() if value is not None)
    missing = len(values) - len(known)
    if not known:
        return Spread(year=year, known=0, missing=missing)
    five = [quantile(known, Fraction(quarter, 4)) for quarter in range(5)]
    return Spread(
        year=year, known=len(known), missing=missing, least=five[0], lower=five[1], median=five[2], upper=five[3], greatest=five[4]
    )


def quantile(ordered: list[Fraction], share: Fraction) -> Fraction:
    """The value at a share of the way from the first of some ordered values to the last.

    Source: Hyndman & Fan (1996), Sample quantiles in statistical packages, definition 7.

    >>> quantile([Fraction(1), Fraction(2)], Fraction(1, 4))
    Fraction(5, 4)
    """
    place = share * (len(ordered) - 1)
    index = place.numerator // place.denominator
    if index == len(ordered) - 1:
        return ordered[index]
    return ordered[index] + (place - index) * (ordered[index + 1] - ordered[index])
