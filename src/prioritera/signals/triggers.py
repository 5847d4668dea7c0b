"""Trends that make a candidate: a rule that people write of an indicator, how it changes, in how many years, and by how much.

There are no thresholds of our own: without a rule no trend is a signal (K18:474 names public-health reports and gives none).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.model.candidate import Candidate
from prioritera.model.checks import one_of
from prioritera.model.indicator import Indicator, spread
from prioritera.model.text import Label
from prioritera.reading.close import closest
from prioritera.reading.cursor import Cursor
from prioritera.signals.candidates import candidate, said

RISING, FALLING = DIRECTIONS = ("rising", "falling")
MEDIAN, EACH = MEASURES = ("median", "each")


@attrs.frozen(kw_only=True)
class Trigger:
    """A rule: the indicator changes at least so much in its direction over so many years.

    `change` is in the unit of the indicator; `share` is of the first value. Just one of them is given. `of` says what is looked at: the
    median of the municipalities, or each municipality by itself.
    """

    indicator: str
    direction: str = attrs.field(validator=one_of(*DIRECTIONS))
    years: int
    change: Fraction | None = None
    share: Fraction | None = None
    of: str = attrs.field(default=MEDIAN, validator=one_of(*MEASURES))
    because: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)

    def fires(self, first: Fraction, last: Fraction) -> bool:
        """Whether the indicator changed enough from the first to the last value.

        >>> Trigger(indicator="N1", direction="rising", years=3, share=Fraction(1, 10)).fires(Fraction(100), Fraction(110))
        True
        """
        moved = last - first if self.direction == RISING else first - last
        return moved >= (self.change if self.change is not None else abs(first) * (self.share or 0)) and moved > 0


def read_triggers(top: Cursor) -> tuple[Trigger, ...]:
    """The rules of a file of triggers; what is wrong with one is noted, and it is left out."""
    found = [trigger for row in top.tables("triggers") if (trigger := _trigger(row)) is not None]
    top.close()
    return tuple(found)


def _trigger(row: Cursor) -> Trigger | None:
    before = row.faults.count
    parts: dict[str, Any] = {
        "indicator": row.text("indicator"),
        "direction": row.choice("direction", DIRECTIONS),
        "years": row.whole("years", least=1, required=True),
        "change": row.number("change"),
        "share": row.share("share", Fraction(0)) if row.has("share") else None,
        "of": row.choice("of", MEASURES),
        "because": row.text("because", ""),
        "source": row.text("source", ""),
    }
    row.close()
    if row.faults.count == before and (parts["change"] is None) == (parts["share"] is None):
        row.faults.add("trigger-not-one-change", row.here)
    return Trigger(**parts, span=row.here) if row.faults.count == before else None


def candidates_of(triggers: Sequence[Trigger], indicators: Mapping[str, Indicator], faults: Faults) -> tuple[Candidate, ...]:
    """A candidate for each rule that an indicator meets, from its last year back; a rule about an indicator that is not there is noted."""
    found: list[Candidate] = []
    for trigger in triggers:
        indicator = indicators.get(trigger.indicator)
        if indicator is None:
            faults.add("trigger-indicator-unknown", trigger.span, value=trigger.indicator, close=closest(trigger.indicator, indicators))
        elif why := _why(trigger, indicator, faults):
            number = sum(one.document == indicator.source for one in found) + 1
            found.append(candidate("trend", indicator.source, number, indicator.id, why))
    return tuple(found)


def _why(trigger: Trigger, indicator: Indicator, faults: Faults) -> Label | None:
    """What the rule is met by, or None when it is not."""
    last = indicator.latest.year
    first = last - trigger.years
    ends = [_looked_at(trigger, indicator, year) for year in (first, last)]
    both = [name for name in ends[0] if name in ends[1]]
    if not both:
        faults.warn("trigger-without-values", trigger.span, indicator=indicator.id, from_year=str(first), to_year=str(last))
        return None
    met = [name for name in both if trigger.fires(ends[0][name], ends[1][name])]
    if not met:
        return None
    key = f"trend-{trigger.direction}"
    if trigger.of == EACH:
        return said(f"{key}-each", indicator=indicator.id, first=first, last=last, met=len(met), both=len(both))
    return said(key, indicator=indicator.id, first=first, last=last, before=ends[0][MEDIAN], after=ends[1][MEDIAN])


def _looked_at(trigger: Trigger, indicator: Indicator, year: int) -> dict[str, Fraction]:
    """The values of a year that the rule looks at: the median, or each municipality's; nothing where there is none."""
    values: Mapping[str, Fraction | None] = indicator.years.get(year, {})
    if trigger.of == EACH:
        return {code: value for code, value in values.items() if value is not None}
    median = spread(year, values).median
    return {} if median is None else {MEDIAN: median}
