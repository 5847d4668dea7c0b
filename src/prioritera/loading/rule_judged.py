"""How a criterion says that judges' files give its value: `judged = { from = "scores", combine = "mean", … }`."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from prioritera.loading.structure import check_known, label_or_none
from prioritera.model.judged import (
    AS_THEY_ARE,
    BALLOTS,
    BELOW,
    BLANK,
    COMBINES,
    GROUPS,
    KINDS,
    MEDIAN,
    PERSON,
    POINTS,
    POSITION_POINTS,
    SCORES,
    UNCHOSEN,
    VOICES,
    Item,
    JudgedBy,
)
from prioritera.model.judgement_columns import KNOWN_COLUMNS
from prioritera.model.text import Label
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import is_rule_id
from prioritera.reading.numbers import decimal_text, fraction_in
from prioritera.records.spoken import plain

_WITH_POINTS = (POINTS, POSITION_POINTS)
# Keys that some kind of sheet has: of a kind that is not known they may be right.
_OF_SOME_KIND = ("items", "answers", "answer_step", "points", "unchosen")


@attrs.frozen(kw_only=True)
class Around:
    """The criterion that is judged: its id and label, and its range in steps, None for an open end."""

    id: str
    label: Label
    step: Fraction
    low: int | None
    high: int | None


def read_judged(cursor: Cursor, around: Around) -> JudgedBy | None:
    """How the criterion is judged, or None when it is not, or after noting what is wrong."""
    inner = cursor.table("judged")
    if inner is None:
        return None
    before = inner.faults.count
    source = inner.choice("from", KINDS)
    combine = inner.choice("combine", COMBINES.get(source, sorted({one for many in COMBINES.values() for one in many})))
    groups = inner.choice("groups", GROUPS, AS_THEY_ARE)
    voices = _voices(inner)
    fewest = inner.whole("min_answers", 1, least=1)
    items: tuple[Item, ...] = ()
    answers: Mapping[str, Fraction | None] = {}
    points: tuple[int, ...] = ()
    step, unchosen = Fraction(1), BELOW
    if source == SCORES:
        items = _items(inner, around)
        answers = _answers(inner, around)
        step = _answer_step(inner)
        if combine == MEDIAN and len(items) > 1:
            inner.fault("judged-median-items", "combine", criterion=around.id)
    elif source == BALLOTS and combine in _WITH_POINTS:
        points = _points(inner)
    elif source in KINDS:
        unchosen = inner.choice("unchosen", UNCHOSEN, BELOW)
    else:
        for key in _OF_SOME_KIND:
            inner.has(key)
    if "step" not in cursor.data:
        inner.faults.add("judged-without-step", inner.here, criterion=around.id)
    inner.close()
    if inner.faults.count != before or not fewest:
        return None
    return JudgedBy(
        source=source,
        combine=combine,
        items=items,
        answers=answers,
        answer_step=step,
        points=points,
        groups=groups,
        voices=voices,
        unchosen=unchosen,
        min_answers=fewest,
    )


def _voices(inner: Cursor) -> tuple[str, ...]:
    voices = inner.texts("voices", (PERSON,))
    if not voices:
        inner.fault("list-empty", "voices")
    check_known(inner, "voices", "judged-voice-unknown", voices, VOICES)
    for index, voice in enumerate(voices):
        if voice in voices[:index]:
            inner.faults.add("duplicate-id", inner.place.value((*inner.path, "voices", index)), value=voice)
    return voices


def _items(inner: Cursor, around: Around) -> tuple[Item, ...]:
    """The columns that are counted; the criterion's own where none are named."""
    written = inner.raw("items")
    if written is None:
        return (Item(id=around.id, label=around.label),)
    if not isinstance(written, list | tuple) or not written:
        inner.fault("list-empty" if isinstance(written, list | tuple) else "not-a-list", "items", value=shown(written))
        return ()
    found: dict[str, Item] = {}
    for index, item in enumerate(written):
        at = inner.place.value((*inner.path, "items", index))
        if isinstance(item, Mapping):
            table = inner.down(item, "items", index)
            one = Item(id=table.ident("id"), label=label_or_none(table, "label"))
            table.close()
        elif isinstance(item, str) and is_rule_id(item):
            one = Item(id=item)
        else:
            inner.faults.add("bad-id", at, key="items", value=str(item))
            continue
        if one.id in found:
            inner.faults.add("duplicate-id", at, value=one.id)
        elif one.id in KNOWN_COLUMNS:
            inner.faults.add("reserved-id", at, value=one.id)
        else:
            found[one.id] = one
    return tuple(found.values())


def _answers(inner: Cursor, around: Around) -> dict[str, Fraction | None]:
    """What each word counts as, None for a blank; each within the criterion's range."""
    table = inner.table("answers")
    if table is None:
        return {}
    found: dict[str, Fraction | None] = {}
    for word in table.data:
        value = table.raw(word)
        number = None if value == BLANK else fraction_in(value) if isinstance(value, str) else table.as_number(word, value)
        if isinstance(value, str) and value != BLANK and number is None:
            table.fault("judged-answer-unclear", word, value=value)
        if plain(word) in found or not word.strip():
            table.faults.add("duplicate-id" if word.strip() else "empty-text", table.at_key(word), value=word, key="answers")
        if number is not None:
            _check_inside(table, word, number, around)
        found[plain(word)] = number
    if not any(value is not None for value in found.values()):
        inner.fault("list-empty", "answers")
    return found


def _check_inside(table: Cursor, word: str, number: Fraction, around: Around) -> None:
    """Note a word that counts as something outside of the criterion's range."""
    ends = {key: decimal_text(end * around.step) for key, end in (("low", around.low), ("high", around.high)) if end is not None}
    steps = number / around.step
    if (around.low is not None and steps < around.low) or (around.high is not None and steps > around.high):
        table.fault("outside-range" if "high" in ends else "below-range", word, value=decimal_text(number), **ends)


def _answer_step(inner: Cursor) -> Fraction:
    """The step that answers in numbers lie on; 1 when it is not written."""
    value = inner.raw("answer_step")
    if value is None:
        return Fraction(1)
    found = fraction_in(value) if isinstance(value, str) else inner.as_number("answer_step", value)
    if found is None or found <= 0:
        if found is not None or isinstance(value, str):
            inner.fault("bad-step", "answer_step", value=str(value))
        return Fraction(1)
    return found


def _points(inner: Cursor) -> tuple[int, ...]:
    """What each place of a ballot gives, the first choice first: none more than the one before."""
    written = inner.raw("points")
    if not isinstance(written, list | tuple) or not written:
        if written is None:
            inner.faults.add("missing-key", inner.here, key="points")
        else:
            inner.fault("not-a-list", "points", value=shown(written))
        return ()
    points = [one for one in written if type(one) is int and one > 0]
    if len(points) < len(written) or points != sorted(points, reverse=True):
        inner.fault("judged-points", "points")
    return tuple(points)
