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
_KEY_LETTERS = re.compile(r"[A-Za-z0-9_-]")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")

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
    ("Invalid value", "toml-not-a-value"),
    ("Expected '='", "toml-no-equals-sign"),
    ("Expected newline", "toml-more-on-the-line"),
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
        faults.add("toml-readers-disagree", at, line=_line(text, at.line))
    return None


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        # An exponent past what Decimal can hold: any number too long to reckon with stands for it, and is refused where it is read.
        return Decimal("1e999999")


def _note(error: tomli.TOMLDecodeError, text: str, name: str, faults: Faults) -> None:
    if _note_repeated(error, text, name, faults):
        return
    span = Span(name, error.lineno, error.colno)
    line = text.split("\n")[error.lineno - 1].rstrip("\r")
    at = error.colno - 1
    if _is_bare_key(line, at):
        key, start = _word_around(line, at)
        faults.add("toml-key-not-ascii", Span(name, error.lineno, start + 1), key=key, close=as_id(key))
        return
    code = next((code for start, code in _CODES if error.msg.startswith(start)), "toml-syntax")
    if code == "toml-not-a-value" and not line[at:].strip():
        code = "toml-value-missing"
    if code == "toml-more-on-the-line" and (comma := _comma_before(line, at)):
        faults.add("toml-decimal-comma", span, value=comma, close=comma.replace(",", "."))
        return
    faults.add(code, span, line=_cut(line.strip()), rest=_cut(line[at:].strip()))


def _note_repeated(error: tomli.TOMLDecodeError, text: str, name: str, faults: Faults) -> bool:
    if not error.msg.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate inline")):
        return False
    repeated = TomlPlace(name, text).repeated()
    for key, again, first in repeated:
        faults.add("toml-key-repeated", again, key=key, related=(Related(span=first, role="first"),))
    return bool(repeated)


def _is_bare_key(line: str, at: int) -> bool:
    """Whether the reader stopped inside a key at a letter that a bare key may not have."""
    before = line[:at].lstrip().removeprefix("[").removeprefix("[")
    in_key = all(_KEY_LETTERS.match(letter) or letter in ". " for letter in before)
    return in_key and line[at : at + 1].isalpha() and not line[at].isascii()


def _word_around(line: str, at: int) -> tuple[str, int]:
    """The key around a place in a line, and where it begins."""
    start = at
    while start and _KEY_LETTERS.match(line[start - 1]):
        start -= 1
    end = at
    while end < len(line) and (_KEY_LETTERS.match(line[end]) or line[end].isalpha()):
        end += 1
    return line[start:end], start


def _comma_before(line: str, at: int) -> str:
    """The number with a decimal comma that the reader stopped in, or ""."""
    return next((found[0] for found in _DECIMAL_COMMA.finditer(line) if found.start() < at < found.end()), "")


def _span(text: str, index: int, name: str) -> Span:
    before = text[:index].split("\n")
    return Span(name, len(before), len(before[-1]) + 1)


def _line(text: str, number: int) -> str:
    return _cut(text.split("\n")[number - 1].strip())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
