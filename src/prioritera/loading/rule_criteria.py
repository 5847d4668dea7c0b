"""Criteria: what needs are judged on, with their scales and weights."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.loading.rule_fields import RESERVED
from prioritera.loading.rule_functions import SHAPES, Shape, read_function
from prioritera.loading.rule_judged import Around, read_judged
from prioritera.loading.rule_weights import Weights
from prioritera.loading.structure import Items, label_or_none, read_bars, read_label, read_step, read_steps
from prioritera.methods.relative import RELATIVE
from prioritera.methods.scales import Points, corners
from prioritera.model.criterion import Cap, Criterion, Minimum, PanelRule
from prioritera.reading.cursor import Cursor
from prioritera.reading.numbers import decimal_text

DIRECTIONS = ("higher-first", "lower-first", "none")
STATISTICS = ("median", "mean")


@attrs.frozen(kw_only=True)
class Declared:
    """What a criterion may refer to: the other criteria, the outcomes, and the fields, whose ids it may not share."""

    steps: Mapping[str, Fraction]
    outcomes: Collection[str]
    fields: Items


def read_criteria(items: Items, weights: Weights, outcomes: Collection[str], fields: Items, faults: Faults) -> tuple[Criterion, ...]:
    """The criteria in order; one with a fault is noted and left out."""
    declared = Declared(steps={ident: read_step(cursor) for ident, cursor in items.items()}, outcomes=outcomes, fields=fields)
    found = []
    for ident, cursor in items.items():
        before = faults.count
        criterion = _criterion(ident, cursor, weights.shares.get(ident, 1), declared)
        cursor.close()
        if criterion is not None and faults.count == before:
            found.append(criterion)
    return tuple(found)


def _criterion(ident: str, cursor: Cursor, weight: int, declared: Declared) -> Criterion | None:
    before = cursor.faults.count
    if ident in RESERVED:
        cursor.faults.add("reserved-id", cursor.here, value=ident)
    if ident in declared.fields:
        first = Related(span=declared.fields[ident].here, role="first")
        cursor.faults.add("duplicate-id", cursor.here, value=ident, related=(first,))
    step = declared.steps[ident]
    cursor.has("step")
    direction = cursor.choice("direction", DIRECTIONS, DIRECTIONS[0])
    relative = cursor.choice("relative", tuple(RELATIVE), "")
    is_relative = cursor.has("relative") and not any(key in cursor.data for key in SHAPES)
    shape = _stand_in(cursor, step, relative, direction) if is_relative else read_function(cursor, step, more=("relative",))
    low, high = _range(cursor, shape, step)
    label = read_label(cursor, "label")
    panel = _panel(cursor)
    judged = read_judged(cursor, Around(id=ident, label=label, step=step, low=low, high=high))
    not_applicable = _inside(cursor, "not_applicable_counts_as", step, low, high)
    bars = read_bars(cursor)
    cap = None if is_relative else _cap(ident, cursor, declared, shape)
    minimum = _minimum(cursor, step, low, high, declared.outcomes)
    rest: dict[str, Any] = {
        **{key: label_or_none(cursor, key) for key in ("unit", "question", "because")},
        **{key: cursor.text(key, "") for key in ("filled_by", "source", "status")},
    }
    if shape is None or cursor.faults.count != before:
        return None
    return Criterion(
        id=ident,
        label=label,
        weight=weight,
        function=shape.function,
        step=step,
        low=low,
        high=high,
        direction=direction,
        levels=shape.levels,
        panel=panel,
        judged=judged,
        not_applicable=not_applicable,
        relative=relative,
        bars=bars,
        cap=cap,
        minimum=minimum,
        span=cursor.here,
        **rest,
    )


def _stand_in(cursor: Cursor, step: Fraction, relative: str, direction: str) -> Shape | None:
    """What a scale relative to the set is proved by: a line between the bounds, which must be written."""
    before = cursor.faults.count
    low, high = (read_steps(cursor, key, step, required=True) for key in ("min", "max"))
    if relative == "sum" and direction == "lower-first":
        cursor.fault("relative-falling", "relative")
    if relative == "sum" and low is not None and low < 0:
        cursor.fault("relative-below-0", "min", value=decimal_text(low * step))
    if low is not None and high is not None and low >= high:
        cursor.fault("range-empty", "max", low=decimal_text(low * step), high=decimal_text(high * step))
    if cursor.faults.count != before or low is None or high is None:
        return None
    falling = direction == "lower-first"
    return Shape("relative", Points([(low, int(falling)), (high, int(not falling))]))


def _range(cursor: Cursor, shape: Shape | None, step: Fraction) -> tuple[int | None, int | None]:
    """The declared range in steps. What is not written is the first and the last place of the scale; bins have no end upwards."""
    low, high = read_steps(cursor, "min", step), read_steps(cursor, "max", step)
    if shape is None:
        return low, high
    places = corners(shape.function)
    if low is None:
        low = places[0]
    if high is None and shape.key != "bins":
        high = places[-1]
    if high is not None and low > high:
        cursor.fault("range-empty", "max" if cursor.has("max") else "min", low=decimal_text(low * step), high=decimal_text(high * step))
    elif places[0] < low or (high is not None and places[-1] > high):
        odd = places[0] if places[0] < low else places[-1]
        key = "min" if places[0] < low else "max"
        cursor.fault("scale-outside-range", key, value=decimal_text(odd * step))
    return low, high


def _inside(cursor: Cursor, key: str, step: Fraction, low: int | None, high: int | None) -> int | None:
    """A performance that must lie in the criterion's range, or None when it is not written."""
    x = read_steps(cursor, key, step)
    if x is None or low is None:
        return x
    if high is None and x < low:
        cursor.fault("below-range", key, value=decimal_text(x * step), low=decimal_text(low * step))
    elif high is not None and not low <= x <= high:
        cursor.fault("outside-range", key, value=decimal_text(x * step), low=decimal_text(low * step), high=decimal_text(high * step))
    return x


def _panel(cursor: Cursor) -> PanelRule:
    panel = cursor.table("panel")
    if panel is None:
        return PanelRule()
    statistic = panel.choice("statistic", STATISTICS, STATISTICS[0])
    fewest = panel.whole("min_answers", 1, least=1)
    panel.close()
    return PanelRule() if statistic not in STATISTICS or not fewest or fewest < 1 else PanelRule(statistic=statistic, min_answers=fewest)


def _cap(ident: str, cursor: Cursor, declared: Declared, shape: Shape | None) -> Cap | None:
    cap = cursor.table("cap")
    if cap is None:
        return None
    others = [name for name in declared.steps if name != ident]
    by = cap.choice("by", others)
    inner = read_function(cap, declared.steps.get(by, Fraction(1)))
    if inner and shape and inner.function.top != shape.function.top:
        cap.fault("cap-top", inner.key, value=inner.function.top, top=shape.function.top)
    cap.close()
    return Cap(by=by, function=inner.function) if inner else None


def _minimum(cursor: Cursor, step: Fraction, low: int | None, high: int | None, outcomes: Collection[str]) -> Minimum | None:
    minimum = cursor.table("minimum")
    if minimum is None:
        return None
    x = _inside(minimum, "at", step, low, high)
    if not minimum.has("at"):
        minimum.faults.add("missing-key", minimum.here, key="at")
    outcome = minimum.choice("outcome", outcomes, "")
    minimum.close()
    return None if x is None else Minimum(x=x, outcome=outcome)
