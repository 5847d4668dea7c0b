"""TOML text to plain data, with a diagnostic in our own words for whatever makes it unreadable."""

import re
from decimal import Decimal, InvalidOperation

import tomli

from prioritera.diagnostics import Faults, Related, Span
from prioritera.loading.toml_spans import TomlPlace
from prioritera.reading.ids import as_id

Table = dict[str, object]

LONGEST_SHOWN = 40
_LONG_NUMBER = re.compile(r"[0-9_]{4300,}")
_KEY_LETTER = re.compile(r"[\w-]")

# What the TOML reader says, as the beginning of its message, and the code that says it in our words.
_CODES = (
    ("Unterminated string", "toml-text-not-closed"),
    ('Expected "\'"', "toml-text-not-closed"),
    ("Illegal character '\\n'", "toml-text-not-closed"),
    ("Illegal character '\\r'", "toml-text-not-closed"),
    ("Illegal character", "toml-control-character"),
    ("Found invalid character", "toml-control-character"),
    ("Unescaped", "toml-backslash"),
    ("Invalid hex value", "toml-backslash"),
    ("Escaped character", "toml-backslash"),
    ("Unclosed array", "toml-list-not-closed"),
    ("Unclosed inline table", "toml-table-not-closed"),
    ("Expected ']", "toml-header-not-closed"),
    ("Invalid date", "toml-no-such-date"),
    ("Invalid value", "toml-not-a-value"),
    ("Expected '='", "toml-no-equals-sign"),
    ("Expected newline", "toml-more-on-the-line"),
)
_REPEATED = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")
_IN_A_KEY = ("Expected '='", "Expected ']'", "Invalid statement", "Invalid initial character")
_NOT_CLOSED = ("toml-text-not-closed", "toml-list-not-closed", "toml-table-not-closed")

# A file that ends in the middle of a list or a table: what would be said of the place, the last character, and what is wrong.
_CUT_SHORT = {
    ("toml-syntax", ","): "toml-table-not-closed",
    ("toml-syntax", "{"): "toml-table-not-closed",
    ("toml-not-a-value", ","): "toml-list-not-closed",
    ("toml-not-a-value", "["): "toml-list-not-closed",
}

# Slips that leave a complete value and something after it: what it looks like, and the code that says so.
_SLIPS = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "toml-no-such-date"),
    (re.compile(r"\d+,\d+"), "toml-decimal-comma"),
    (re.compile(r"\b0\d+"), "toml-leading-zero"),
)


def parse_toml(text: str, name: str, faults: Faults) -> tuple[Table, TomlPlace] | None:
    """The data of a TOML 1.0 text with the places in it, or None after noting why there is none.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it.
        faults: where faults are noted.
    """
    try:
        data = tomli.loads(text, parse_float=_number)
    except tomli.TOMLDecodeError as error:
        if error.msg.startswith(_REPEATED):
            _note_repeated(error, text, name, faults)
        else:
            _note(error, text, name, faults)
    except RecursionError:
        faults.add("toml-too-deep", Span(name))
    except ValueError:  # the one other fault of the reader: a whole number longer than Python converts
        found = _LONG_NUMBER.search(text)
        faults.add("toml-number-too-long", _span(text, found.start() if found else 0, name))
    else:
        place = TomlPlace(name, text)
        at = place.disagreement()
        if at is None:
            return data, place
        faults.add("toml-readers-disagree", at, line=_cut(text.split("\n")[at.line - 1].strip()))
    return None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        # An exponent past what Decimal can hold: any number too long to reckon with stands for it, and is refused where it is read.
        return Decimal("1e999999")


def _note_repeated(error: tomli.TOMLDecodeError, text: str, name: str, faults: Faults) -> None:
    """Note every key that is written twice, with both places; otherwise the one that adds to what is complete already."""
    repeated = TomlPlace(name, text).repeated()
    for key, again, first in repeated:
        faults.add("toml-key-repeated", again, key=key, related=(Related(span=first, role="first"),))
    if not repeated:
        faults.add("toml-key-complete", Span(name, error.lineno, 1), line=_cut(text.split("\n")[error.lineno - 1].strip()))


def _note(error: tomli.TOMLDecodeError, text: str, name: str, faults: Faults) -> None:
    lines = [line.rstrip("\r") for line in text.split("\n")]
    number, at = error.lineno, error.colno - 1
    line = lines[number - 1]
    if error.msg.startswith(_IN_A_KEY) and line[at : at + 1].isalpha() and not line[at].isascii():
        key, start = _word_around(line, at)
        faults.add("toml-key-not-ascii", _words_at(name, number, start, key), key=key, close=as_id(key))
        return
    code = next((code for start, code in _CODES if error.msg.startswith(start)), "toml-syntax")
    if not "".join([line[at:], *lines[number:]]).strip():
        code = _CUT_SHORT.get((code, text.rstrip()[-1:]), code)
    if code in _NOT_CLOSED:
        # What should have been closed stands before the place where the reader gave up.
        while number > 1 and not line[:at].strip():
            number -= 1
            line = lines[number - 1]
            at = len(line)
    if code == "toml-not-a-value" and not line[at:].strip():
        code = "toml-value-missing"
    slip = _slip(line, at) if code in {"toml-more-on-the-line", "toml-no-such-date"} else None
    if slip is not None:
        code, value, start = slip
        faults.add(code, _words_at(name, number, start, value), value=value, close=value.replace(",", "."))
        return
    faults.add(code, Span(name, number, at + 1), line=_cut(line.strip()), rest=_cut(line[at:].strip()))


def _words_at(name: str, number: int, start: int, words: str) -> Span:
    return Span(name, number, start + 1, end=(number, start + len(words) + 1))


def _word_around(line: str, at: int) -> tuple[str, int]:
    """The key around a place in a line, and where it begins."""
    start = at
    while start and _KEY_LETTER.match(line[start - 1]):
        start -= 1
    end = at
    while end < len(line) and _KEY_LETTER.match(line[end]):
        end += 1
    return line[start:end], start


def _slip(line: str, at: int) -> tuple[str, str, int] | None:
    """A well-known slip around the place where the reader stopped: its code, what is written, and where it begins."""
    for shape, code in _SLIPS:
        for found in shape.finditer(line):
            if found.start() <= at < found.end():
                return code, found[0], found.start()
    return None


def _span(text: str, index: int, name: str) -> Span:
    before = text[:index].split("\n")
    return Span(name, len(before), len(before[-1]) + 1)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
