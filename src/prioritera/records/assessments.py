"""Assessments: what a record says of the criteria, in whole steps of each, or why it says nothing."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from prioritera.methods.aggregate import mean, median, to_whole
from prioritera.model.criterion import Criterion
from prioritera.model.value import Assessment, Exact, Interval, Missing, Panel, Reason, Value
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.numbers import decimal_text, exact, in_steps, is_finite, is_small
from prioritera.records.context import Context
from prioritera.records.facts import REASONS, is_nothing

Number = int | float | Decimal | Fraction
NOT_FILLED_IN = Assessment(value=Missing(Reason.NOT_FILLED_IN))


def read_assessments(cursor: Cursor | None, need: str, context: Context) -> dict[str, Assessment]:
    """The assessments of one need by criterion; what is not filled in is left out."""
    found: dict[str, Assessment] = {}
    if cursor is None:
        return found
    for name, value in cursor.data.items():
        criterion = context.criteria.get(name)
        if criterion is None:
            _note_no_criterion(cursor, name, context)
        elif not is_nothing(value):
            assessment = _assessment(cursor, name, value, criterion, need, context)
            if assessment is not None:
                found[name] = assessment
    return found


def _note_no_criterion(cursor: Cursor, name: str, context: Context) -> None:
    at = cursor.at_key(name)
    if name in context.facts:
        cursor.faults.add("fact-among-criteria", at, value=name)
    else:
        known = tuple(context.criteria)
        cursor.faults.add("unknown-assessment", at, value=name, known=shortened(known), close=closest(name, known))


def _assessment(cursor: Cursor, name: str, value: object, criterion: Criterion, need: str, context: Context) -> Assessment | None:
    if isinstance(value, Mapping):
        return _table(cursor.down(value, name), criterion, need)
    if not isinstance(value, Number) or isinstance(value, Decimal):
        # Decimals are not kept: NaN among them cannot be a key, and raw text tells 1.50 from 1.5.
        return _plain(cursor, name, criterion, need)
    key = (name, type(value), value)
    if key not in context.read_values:
        assessment = _plain(cursor, name, criterion, need)
        if assessment is None:
            return None
        context.read_values[key] = assessment
    return context.read_values[key]


def _plain(cursor: Cursor, key: str, criterion: Criterion, need: str) -> Assessment | None:
    steps = _steps(cursor, (key,), cursor.data[key], criterion, need)
    return None if steps is None else Assessment(value=Exact(steps), raw=_raw(cursor.data[key]))


def _table(inner: Cursor, criterion: Criterion, need: str) -> Assessment | None:
    """An assessment written as a table: a value, a range, a panel's answers, or why there is none, with where it is from."""
    before = inner.faults.count
    raw = ""
    value: Value | None = None
    written = [key for key in ("value", "panel", "missing") if inner.has(key)]
    has_range = [key for key in ("low", "high") if inner.has(key)]
    if len(written) > 1 or (has_range and written not in ([], ["missing"])) or not (written or has_range):
        inner.faults.add("not-one-assessment", inner.here, need=need, criterion=criterion.id)
    elif has_range:
        value, raw = _interval(inner, criterion, need)
    elif written == ["missing"]:
        value = _missing(inner)
    elif written == ["panel"]:
        value, raw = _panel(inner, criterion, need)
    elif is_nothing(inner.data["value"]):
        value = Missing()
    else:
        steps = _steps(inner, ("value",), inner.data["value"], criterion, need)
        value, raw = (None, "") if steps is None else (Exact(steps), _raw(inner.data["value"]))
    source, by = inner.text("source", ""), inner.text("by", "")
    inner.close()
    if value is None or inner.faults.count != before:
        return None
    return Assessment(value=value, raw=raw, source=source, by=by)


def _missing(inner: Cursor) -> Missing | None:
    reason = inner.choice("missing", REASONS)
    return Missing(Reason(reason)) if reason in REASONS else None


def _interval(inner: Cursor, criterion: Criterion, need: str) -> tuple[Value | None, str]:
    missing = _missing(inner) if inner.has("missing") else None
    lacking = [key for key in ("low", "high") if key not in inner.data]
    for key in lacking:
        inner.faults.add("missing-key", inner.here, key=key)
    if lacking:
        return None, ""
    low, high = (_steps(inner, (key,), inner.data[key], criterion, need) for key in ("low", "high"))
    if low is None or high is None:
        return None, ""
    raw = f"{_raw(inner.data['low'])}–{_raw(inner.data['high'])}"
    if low > high:
        names = {"low": _raw(inner.data["low"]), "high": _raw(inner.data["high"])}
        inner.fault("interval-upside-down", "low", need=need, criterion=criterion.id, **names)
        return None, ""
    if low == high and missing is None:
        return Exact(low), _raw(inner.data["low"])
    return Interval(low, high, missing.reason if missing else None), raw


def _panel(inner: Cursor, criterion: Criterion, need: str) -> tuple[Value | None, str]:
    given = inner.data["panel"]
    if not isinstance(given, list | tuple) or not given:
        inner.fault("panel-not-answers", "panel", need=need, criterion=criterion.id, value=shown(given))
        return None, ""
    answers: list[Fraction | Missing] = []
    for index, item in enumerate(given):
        answer = _answer(inner, index, item, criterion, need)
        if answer is not None:
            answers.append(answer)
    if len(answers) != len(given):
        return None, ""
    known = [answer for answer in answers if isinstance(answer, Fraction)]
    raw = " · ".join(decimal_text(answer) if isinstance(answer, Fraction) else "–" for answer in answers)
    if len(known) < criterion.panel.min_answers:
        return Panel(answers=answers, x=None), raw
    value = median(known) if criterion.panel.statistic == "median" else mean(known)
    return Panel(answers=answers, x=to_whole(value / criterion.step)), raw


def _answer(inner: Cursor, index: int, item: object, criterion: Criterion, need: str) -> Fraction | Missing | None:
    if is_nothing(item):
        return Missing()
    if isinstance(item, str):
        if item in REASONS:
            return Missing(Reason(item))
        span = inner.place.value((*inner.path, "panel", index))
        inner.faults.add("panel-answer-unknown", span, need=need, criterion=criterion.id, value=item, known=REASONS, close=closest(item, REASONS))
        return None
    steps = _steps(inner, ("panel", index), item, criterion, need)
    return None if steps is None else steps * criterion.step


def _steps(cursor: Cursor, where: tuple[str | int, ...], value: object, criterion: Criterion, need: str) -> int | None:
    """A performance in whole steps of the criterion, or None after noting why it is none."""
    if isinstance(value, bool) or not isinstance(value, Number):
        return _note(cursor, where, "assessment-not-a-number", criterion, need, value=shown(value))
    if not isinstance(value, Fraction) and not is_finite(value):
        return _note(cursor, where, "assessment-not-finite", criterion, need, value=str(value))
    if not isinstance(value, Fraction) and not is_small(value):
        return _note(cursor, where, "assessment-too-long", criterion, need)
    number = value if isinstance(value, Fraction) else exact(value)
    steps = in_steps(number, criterion.step)
    if steps is None:
        below = number // criterion.step * criterion.step
        above = decimal_text(below + criterion.step)
        step = decimal_text(criterion.step)
        return _note(cursor, where, "assessment-off-step", criterion, need, value=decimal_text(number), step=step, below=decimal_text(below), above=above)
    low, high = criterion.low, criterion.high
    if (low is not None and steps < low) or (high is not None and steps > high):
        least = "" if low is None else decimal_text(low * criterion.step)
        if high is None:
            return _note(cursor, where, "assessment-too-low", criterion, need, value=decimal_text(number), low=least)
        most = decimal_text(high * criterion.step)
        return _note(cursor, where, "assessment-outside", criterion, need, value=decimal_text(number), low=least, high=most)
    return steps


def _note(cursor: Cursor, where: tuple[str | int, ...], code: str, criterion: Criterion, need: str, **params: str) -> None:
    span = cursor.place.value((*cursor.path, *where))
    cursor.faults.add(code, span, need=need, criterion=criterion.id, **params)


def _raw(value: object) -> str:
    """A number as it was written."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return decimal_text(value if isinstance(value, Fraction) else exact(value)) if isinstance(value, int | float | Fraction) else str(value)
