"""Assessments: what a record says of the criteria, in whole steps of each, or why it says nothing."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from prioritera.diagnostics import Diagnostic, Parameter
from prioritera.methods.aggregate import mean, median, to_whole
from prioritera.model.criterion import Criterion
from prioritera.model.value import Assessment, Exact, Interval, Missing, Panel, Reason, Value
from prioritera.reading.close import shortened
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.numbers import decimal_text, exact, in_steps, is_finite, is_nothing, is_small
from prioritera.reading.place import Path
from prioritera.records.context import Context
from prioritera.records.facts import from_whom
from prioritera.records.states import REASONS, read_state

_WAYS = ("value", "panel", "missing", "low", "high")


@attrs.frozen
class Judged:
    """One criterion's value in one need, while it is read: `cursor` is over the table that holds it."""

    cursor: Cursor
    criterion: Criterion
    need: str

    def note(self, where: Path, code: str, **params: Parameter) -> None:
        """Note a fault at the end of a path from the cursor."""
        span = self.cursor.place.value((*self.cursor.path, *where))
        named = {"need": self.need, "criterion": self.criterion.id, **params}
        self.cursor.faults.extend([Diagnostic(code=code, span=span, params=named)])


def read_assessments(cursor: Cursor, need: str, context: Context) -> dict[str, Assessment]:
    """The assessments of one need by criterion; what is not filled in is left out."""
    found: dict[str, Assessment] = {}
    for name, value in cursor.data.items():
        criterion = context.criteria.get(name)
        if criterion is None:
            _note_no_criterion(cursor, name, context)
        elif not is_nothing(value):
            assessment = _assessment(Judged(cursor, criterion, need), name, value, context)
            if assessment is not None:
                found[name] = assessment
    return found


def _note_no_criterion(cursor: Cursor, name: str, context: Context) -> None:
    at = cursor.at_key(name)
    if name in context.facts:
        cursor.faults.add("fact-among-criteria", at, value=name)
    else:
        known = tuple(context.criteria)
        cursor.faults.add("unknown-assessment", at, value=name, known=shortened(known), close=cursor.nearest(name, known))


def _assessment(judged: Judged, name: str, value: object, context: Context) -> Assessment | None:
    if isinstance(value, Mapping):
        return _table(Judged(judged.cursor.down(value, name), judged.criterion, judged.need))
    if not isinstance(value, int | float):
        return _plain(judged, name)
    key = (name, type(value), value)
    if key not in context.read_values:
        assessment = _plain(judged, name)
        if assessment is None:
            return None
        context.read_values[key] = assessment
    return context.read_values[key]


def _plain(judged: Judged, key: str) -> Assessment | None:
    value = judged.cursor.data[key]
    steps = _steps(judged, (key,), value)
    return None if steps is None else Assessment(value=Exact(steps), raw=_raw(judged, value, steps))


def _table(judged: Judged) -> Assessment | None:
    """An assessment written as a table: a value, a range, a panel's answers, or why there is none, with where it is from."""
    inner = judged.cursor
    before = inner.faults.count
    written = [key for key in ("value", "panel", "missing") if inner.has(key)]
    has_range = any([inner.has("low"), inner.has("high")])
    is_clear = len(written) <= 1 and (not has_range or written in ([], ["missing"]))
    value, raw = _said(judged, written[0] if written else "", has_range=has_range) if is_clear else (None, "")
    said = from_whom(inner)
    inner.close()
    is_nowhere = not any(key in inner.data for key in _WAYS)
    if not is_clear or (is_nowhere and inner.faults.count == before):
        judged.note((), "not-one-assessment")
    if value is None or inner.faults.count != before:
        return None
    return Assessment(value=value, raw=raw, **said)


def _said(judged: Judged, key: str, *, has_range: bool) -> tuple[Value | None, str]:
    """What is said under the one key that is written, and how it was written; None when nothing is filled in or it has been noted."""
    if has_range:
        return _interval(judged)
    if key == "missing":
        return read_state(judged.cursor, key), ""
    if key == "panel":
        return _panel(judged)
    steps = _steps(judged, (key,), judged.cursor.data[key]) if key else None
    return (None, "") if steps is None else (Exact(steps), _raw(judged, judged.cursor.data[key], steps))


def _interval(judged: Judged) -> tuple[Value | None, str]:
    inner = judged.cursor
    missing = read_state(inner, "missing") if inner.has("missing") else None
    lacking = [key for key in ("low", "high") if not inner.has(key)]
    for key in lacking:
        inner.faults.add("missing-key", inner.here, key=key)
    if lacking:
        return None, ""
    low, high = (_steps(judged, (key,), inner.data[key]) for key in ("low", "high"))
    if low is None or high is None:
        return None, ""
    names = {key: _raw(judged, inner.data[key], end) for key, end in (("low", low), ("high", high))}
    if low > high:
        judged.note(("low",), "interval-upside-down", **names)
        return None, ""
    if low == high and missing is None:
        return Exact(low), names["low"]
    return Interval(low, high, missing.reason if missing else None), f"{names['low']}–{names['high']}"


def _panel(judged: Judged) -> tuple[Value | None, str]:
    given = judged.cursor.data["panel"]
    if not isinstance(given, list | tuple) or not given:
        judged.note(("panel",), "panel-not-answers", value=shown(given))
        return None, ""
    found = [_answer(judged, index, item) for index, item in enumerate(given)]
    answers = [answer for answer in found if answer is not None]
    if len(answers) != len(given):
        return None, ""
    known = [answer for answer in answers if isinstance(answer, Fraction)]
    raw = " · ".join(decimal_text(answer) if isinstance(answer, Fraction) else "–" for answer in answers)
    rule = judged.criterion.panel
    if len(known) < rule.min_answers:
        return Panel(answers=answers, x=None), raw
    value = median(known) if rule.statistic == "median" else mean(known)
    return Panel(answers=answers, x=to_whole(value / judged.criterion.step)), raw


def _answer(judged: Judged, index: int, item: object) -> Fraction | Missing | None:
    if is_nothing(item):
        return Missing()
    if isinstance(item, str):
        if item in REASONS:
            return Missing(Reason(item))
        judged.note(("panel", index), "panel-answer-unknown", value=item, known=REASONS, close=judged.cursor.nearest(item, REASONS))
        return None
    steps = _steps(judged, ("panel", index), item)
    return None if steps is None else steps * judged.criterion.step


def _steps(judged: Judged, where: Path, value: object) -> int | None:
    """A performance in whole steps of the criterion, or None after noting why it is none."""
    number = _number(judged, where, value)
    if number is None:
        return None
    step = judged.criterion.step
    steps = in_steps(number, step)
    if steps is None:
        below = number // step * step
        near = {"below": decimal_text(below), "above": decimal_text(below + step)}
        judged.note(where, "assessment-off-step", value=decimal_text(number), step=decimal_text(step), **near)
        return None
    return steps if _is_inside(judged, where, steps) else None


def _number(judged: Judged, where: Path, value: object) -> Fraction | None:
    """An exact number. A float is the decimal that people would write for it."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        judged.note(where, "assessment-not-a-number", value=shown(value))
    elif not is_finite(value):
        judged.note(where, "assessment-not-finite", value=str(value))
    elif not is_small(value):
        judged.note(where, "assessment-too-long")
    else:
        return exact(value)
    return None


def _is_inside(judged: Judged, where: Path, steps: int) -> bool:
    """Whether a performance lies in the criterion's declared range; noted if not."""
    criterion = judged.criterion
    low, high = criterion.low, criterion.high
    if (low is None or low <= steps) and (high is None or steps <= high):
        return True
    value = decimal_text(steps * criterion.step)
    least = "…" if low is None else decimal_text(low * criterion.step)
    if high is None:
        judged.note(where, "assessment-too-low", value=value, low=least)
    else:
        judged.note(where, "assessment-outside", value=value, low=least, high=decimal_text(high * criterion.step))
    return False


def _raw(judged: Judged, value: object, steps: int) -> str:
    """A number as it was written; of a float, as people would write it."""
    return f"{value:f}" if isinstance(value, Decimal) else decimal_text(steps * judged.criterion.step)
