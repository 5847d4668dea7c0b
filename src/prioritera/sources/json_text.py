"""JSON text to plain data: exact numbers, and a diagnostic in our own words for whatever makes it unreadable."""

import json
import re
from decimal import Decimal, InvalidOperation
from json import JSONDecodeError

from prioritera.diagnostics import Faults, Related, Span
from prioritera.sources.json_places import JsonPlace

LONGEST_SHOWN = 40
# INVARIANT: nothing is nested deeper than this, so what walks the data may call itself.
MOST_DEEP = 64
# Python converts no longer whole numbers than this; any number that long is refused where it is read.
MOST_DIGITS = 4300
_TOO_LONG = Decimal("1e999999")
_NOT_FINITE = re.compile(r'"(?:[^"\\]|\\.)*"|(-?(?:NaN|Infinity))', re.DOTALL)

# What the reader says, as the beginning of its message, and the code that says it in our words.
_CODES = (
    ("Unterminated string", "json-text-not-closed"),
    ("Invalid control character", "json-text-not-closed"),
    ("Invalid \\", "json-backslash"),
    ("Extra data", "json-more-text"),
    ("Expecting ','", "json-no-comma"),
)
_HALF_DECIMAL = re.compile(r"\d,$")
_HALF_LETTER = re.compile(r"[\ud800-\udfff]")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class _Repeated(Exception):  # noqa: N818 -- no error of ours: it stops the reader, which has no other way
    """A key is written twice in one object."""


class _NotFinite(Exception):  # noqa: N818 -- as above
    """A number is NaN or infinite."""


def parse_json(text: str, name: str, faults: Faults, *, line: int = 1) -> tuple[object, JsonPlace] | None:
    """The data of a JSON text with the places in it, or None after noting why there is none.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it.
        faults: where faults are noted.
        line: the line of the file that the text begins on.

    >>> data, place = parse_json('[{"id": "n1", "x": 0.10}]', "needs.json", Faults())
    >>> data, str(place.value((0, "x")))
    ([{'id': 'n1', 'x': Decimal('0.1')}], 'needs.json:1:20')
    """
    place = JsonPlace(name, text, line=line)
    try:
        data = json.loads(text, parse_float=_number, parse_int=_whole, parse_constant=_constant, object_pairs_hook=_object)
    except JSONDecodeError as error:
        _note(error, text, place, faults)
    except RecursionError:
        faults.add("json-too-deep", Span(name, line, 1), most=MOST_DEEP)
    except _NotFinite as error:
        at = next(found.span(1) for found in _NOT_FINITE.finditer(text) if found[1])
        faults.add("json-not-finite", place.span(at), value=str(error))
    except _Repeated:
        _note_repeated(text, place, faults)
    else:
        half = _half_letter(text)
        if half is not None:
            faults.add("json-backslash", place.span(half), rest=_cut(text[half[0] :]))
        elif _is_too_deep(data):
            faults.add("json-too-deep", Span(name, line, 1), most=MOST_DEEP)
        else:
            return data, place
    return None


def _half_letter(text: str) -> tuple[int, int] | None:
    """The first text that holds half a letter: an escape that no letter of its own has, and that cannot be written out again."""
    if "\\u" not in text:
        return None
    return next((found.span() for found in _TEXT.finditer(text) if _HALF_LETTER.search(json.loads(found[0], strict=False))), None)


def _is_too_deep(data: object) -> bool:
    level = [data]
    for _ in range(MOST_DEEP):
        inner = (item.values() if isinstance(item, dict) else item for item in level if isinstance(item, dict | list))
        level = [item for items in inner for item in items if isinstance(item, dict | list)]
    return bool(level)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Repeated
    return found


def _constant(word: str) -> object:
    raise _NotFinite(word)


def _whole(text: str) -> int | Decimal:
    return int(text) if len(text) <= MOST_DIGITS else _TOO_LONG


def _number(text: str) -> Decimal:
    """A number exactly; 3.0 is 3, for a program that writes JSON does not mean anything by its zeros."""
    plain = text if "e" in text.lower() else text.rstrip("0").rstrip(".")
    try:
        return Decimal(plain)
    except InvalidOperation:  # an exponent past what Decimal can hold
        return _TOO_LONG


def _note_repeated(text: str, place: JsonPlace, faults: Faults) -> None:
    """Note each key that is written twice, as far as the text can be read."""
    try:
        json.loads(text)
    except JSONDecodeError as error:
        _note(error, text, place, faults)
        return
    for key, again, first in place.repeated():
        faults.add("json-key-repeated", again, key=key, related=(Related(span=first, role="first"),))


def _note(error: JSONDecodeError, text: str, place: JsonPlace, faults: Faults) -> None:
    before, rest = text[: error.pos].rstrip(), text[error.pos :].strip()
    code, at = _code(error.msg, before, rest), error.pos
    if code == "json-cut-short" or (code == "json-trailing-comma" and rest[0] != ","):
        at = len(before) - 1
    faults.add(code, place.span((at, at + 1)), rest=_cut(rest))


def _code(said: str, before: str, rest: str) -> str:
    """The code for what the reader said, from what stands before the place where it gave up and what is left."""
    if not rest:
        return "json-cut-short"
    if (before[-1:] == "," and rest[0] in "]},") or (rest[0] == "," and before[-1:] != ":" and "delimiter" not in said):
        return "json-trailing-comma"
    code = next((code for start, code in _CODES if said.startswith(start)), "json-syntax")
    if code == "json-syntax" and said.startswith("Expecting property name") and _HALF_DECIMAL.search(before) and rest[0].isdigit():
        return "json-decimal-comma"
    is_bare = said.startswith("Expecting property name") and (rest[0].isalpha() or rest[0] == "_")
    return "json-quotes" if code == "json-syntax" and (rest[0] in "'’“”" or is_bare) else code


def _cut(text: str) -> str:
    first = text.split("\n", maxsplit=1)[0].rstrip()
    return first if len(first) <= LONGEST_SHOWN else f"{first[: LONGEST_SHOWN - 1]}…"
