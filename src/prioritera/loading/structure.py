"""Pieces that many files have in common: labels, value functions' numbers, and ids that must not be written twice."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from prioritera.diagnostics import Diagnostic, Faults, Parameter, Related
from prioritera.model.bar import Bar
from prioritera.model.text import Label
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.reading.numbers import decimal_text, fraction_in, in_steps, is_small

Items = dict[str, Cursor]
NO_LABEL = Label(sv="", en="")


def read_label(cursor: Cursor, key: str) -> Label:
    """A text in both languages, required: `{ sv = "…", en = "…" }`, or one text that is the same in both."""
    return label_or_none(cursor, key, required=True) or NO_LABEL


def label_or_none(cursor: Cursor, key: str, *, required: bool = False) -> Label | None:
    """A text in both languages, or None when it is not written."""
    value = cursor.raw(key)
    if value is None and not required:
        return None
    if not isinstance(value, Mapping):
        text = cursor.text(key)
        return Label(sv=text, en=text)
    words = cursor.down(value, key)
    label = Label(sv=words.text("sv"), en=words.text("en"))
    words.close()
    return label


def read_bars(cursor: Cursor) -> list[Bar]:
    """For what something may not be used, and on what ground."""
    return [_bar(bar) for bar in cursor.tables("barred_in")]


def _bar(cursor: Cursor) -> Bar:
    bar = Bar(object=cursor.ident("object"), domain=cursor.ident("domain"), ground=read_label(cursor, "ground"))
    cursor.close()
    return bar


def read_step(cursor: Cursor) -> Fraction:
    """The least difference that a scale knows: "0.01", "1/2" or a number, above 0; 1 when not written."""
    value = cursor.raw("step")
    if value is None:
        return Fraction(1)
    found = fraction_in(value) if isinstance(value, str) else cursor.as_number("step", value)
    if found is None and not isinstance(value, str):
        return Fraction(1)
    if found is None or found <= 0:
        cursor.fault("bad-step", "step", value=str(value))
        return Fraction(1)
    return found


def read_steps(cursor: Cursor, key: str, step: Fraction, *, required: bool = False) -> int | None:
    """An exact number as whole steps, or None when it is not written or has been noted to be wrong."""
    number = cursor.number(key, required=required)
    if number is None:
        return None
    steps = in_steps(number, step)
    if steps is None:
        cursor.fault("off-step", key, value=decimal_text(number), step=decimal_text(step), **nearest_steps(number, step))
    elif not is_small(steps):
        cursor.fault("number-too-long", key)
        return None
    return steps


def nearest_steps(number: Fraction, step: Fraction) -> dict[str, str]:
    """The nearest values on the step: what the message about a value between them names."""
    below = number // step
    return {"below": decimal_text(below * step), "above": decimal_text((below + 1) * step)}


def read_unique(cursors: Collection[Cursor], faults: Faults) -> Items:
    """The tables of an array by their `id`; one that is written twice is noted with both places, and the first is kept."""
    found: Items = {}
    for cursor in cursors:
        ident = cursor.ident("id")
        if ident in found and ident:
            note_repeated(cursor, "id", ident, found[ident], faults)
        else:
            found[ident] = cursor
    return found


def note_repeated(cursor: Cursor, key: str, ident: str, first: Cursor, faults: Faults) -> None:
    """Note that an id is written a second time, with the place of the first."""
    faults.add("duplicate-id", cursor.at(key), value=ident, related=(Related(span=first.at(key), role="first"),))


def check_known(cursor: Cursor, key: str, code: str, words: Collection[str], known: Collection[str], **params: Parameter) -> bool:
    """Whether every word in the list under a key is known; each that is not is noted where it stands."""
    before = cursor.faults.count
    for index, word in enumerate(words):
        if word not in known:
            note_unknown(cursor, (key, index), code, word, known, **params)
    return cursor.faults.count == before


def note_unknown(cursor: Cursor, steps: tuple[str | int, ...], code: str, word: str, known: Collection[str], **params: Parameter) -> None:
    """Note that a word is none of the known ones; it stands at the end of the steps from the cursor."""
    span = cursor.place.value((*cursor.path, *steps))
    named = {"value": word, "known": shortened(known), "close": closest(word, known), **params}
    cursor.faults.extend([Diagnostic(code=code, span=span, params=named)])


def note_unknown_key(cursor: Cursor, key: str, code: str, known: Collection[str]) -> None:
    """Note that a key that is written names none of the known things."""
    cursor.has(key)
    cursor.faults.add(code, cursor.at_key(key), value=key, known=shortened(known), close=closest(key, known))
