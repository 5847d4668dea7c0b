"""A cursor over one table of data: typed reads, each fault noted with its place, and no key left unread.

A read that fails notes why and returns a harmless value of the right type; `ok` says whether anything failed, and what is read is used
only if it is. `close()` notes every key that nobody asked for.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from prioritera.diagnostics import Diagnostic, Faults, Parameter, Span
from prioritera.reading.close import closest, shortened
from prioritera.reading.ids import is_rule_id
from prioritera.reading.numbers import exact, fraction_in, is_finite, is_nothing, is_small
from prioritera.reading.place import Path, Place

Data = Mapping[str, object]

LONGEST_SHOWN = 60


class Cursor:
    """Reads one table; `path` is where the table stands in the data that `place` knows."""

    def __init__(self, data: Data, path: Path, place: Place, faults: Faults) -> None:
        """Begin with every key unread."""
        self.data = data
        self.path = path
        self.place = place
        self.faults = faults
        self._asked: dict[str, None] = {}
        self._before = faults.count

    @property
    def ok(self) -> bool:
        """Whether nothing has been found wrong since this cursor began."""
        return self.faults.count == self._before

    def has(self, key: str) -> bool:
        """Whether the key is written, and filled in; it counts as asked for."""
        self._asked[key] = None
        return not is_nothing(self.data.get(key))

    def at(self, key: str) -> Span:
        """Where the value of a key begins; where the table begins if the key is not written."""
        return self.place.value((*self.path, key)) if key in self.data else self.here

    def at_key(self, key: str) -> Span:
        """Where a key itself is written."""
        return self.place.key((*self.path, key))

    @property
    def here(self) -> Span:
        """Where the table begins."""
        return self.place.value(self.path)

    def fault(self, code: str, key: str, **params: Parameter) -> None:
        """Note a fault at the value of a key."""
        self.faults.extend([Diagnostic(code=code, span=self.at(key), params={"key": key, **params})])

    def raw(self, key: str) -> object:
        """The value as it stands, or None."""
        return self.data[key] if self.has(key) else None

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not blank. Without a default the key must be written."""
        value = self._value(key, required=default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self._wrong_type(key, value, "text")
            return ""
        if not value.strip():
            self.fault("empty-text", key)
        return value

    def ident(self, key: str) -> str:
        """An id of a rule file, required."""
        value = self.text(key)
        if value.strip() and not is_rule_id(value):
            self.fault("bad-id", key, value=value)
        return value

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """One of the known words."""
        value = self.text(key, default)
        if value.strip() and value not in known:
            self.unknown("unknown-value", key, value, known)
        return value

    def unknown(self, code: str, key: str, value: str, known: Collection[str]) -> None:
        """Note that a value is none of the known ones, with the nearest of them."""
        self.fault(code, key, value=value, known=shortened(known), close=self.nearest(value, known))

    def nearest(self, word: str, known: Collection[str]) -> str:
        """The known word most like this one; "" when there is none, or when nobody is to be told."""
        return closest(word, known) if self.faults.hints else ""

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, required=False)
        if value is None:
            return default
        if not isinstance(value, bool):
            self._wrong_type(key, value, "flag")
            return default
        return value

    def whole(self, key: str, default: int | None = None, *, least: int | None = None, required: bool = False) -> int | None:
        """A whole number, at least `least`."""
        value = self._value(key, required=required)
        if value is None:
            return default
        if type(value) is not int:
            self._wrong_type(key, value, "whole")
            return default
        if not is_small(value):
            self.fault("number-too-long", key)
            return default
        if least is not None and value < least:
            self.fault("number-too-small", key, value=value, least=least)
        return value

    def number(self, key: str, default: Fraction | None = None, *, required: bool = False) -> Fraction | None:
        """An exact number, as a fraction."""
        value = self._value(key, required=required)
        if value is None:
            return default
        found = self.as_number(key, value)
        return default if found is None else found

    def as_number(self, key: str, value: object) -> Fraction | None:
        """A value already at hand as an exact number; NaN, infinity and endless digits are faults."""
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            self._wrong_type(key, value, "number")
        elif not is_finite(value):
            self.fault("number-not-finite", key, value=str(value))
        elif not is_small(value):
            self.fault("number-too-long", key)
        else:
            return exact(value)
        return None

    def share(self, key: str, default: Fraction) -> Fraction:
        """A share from 0 to 1, written as "2/3" or as a number."""
        value = self._value(key, required=False)
        if value is None:
            return default
        found = fraction_in(value) if isinstance(value, str) else self.as_number(key, value)
        if found is None and not isinstance(value, str):
            return default
        if found is None or not 0 <= found <= 1:
            self.fault("bad-share", key, value=str(value))
            return default
        return found

    def day(self, key: str) -> date | None:
        """A date without a time, or None when it is not written."""
        value = self._value(key, required=False)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self._wrong_type(key, value, "date")
            return None
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        value = self._value(key, required=False)
        if value is None:
            return default
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            self._wrong_type(key, value, "texts")
            return default
        return tuple(str(item) for item in items)

    def table(self, key: str) -> "Cursor | None":
        """The table under a key, or None when it is not written."""
        value = self._value(key, required=False)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self._wrong_type(key, value, "table")
            return None
        return self.down(value, key)

    def tables(self, key: str) -> tuple["Cursor", ...]:
        """The tables of an array, in order."""
        value = self._value(key, required=False)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self._wrong_type(key, value, "tables")
            return ()
        found = []
        for index, item in enumerate(value):
            if isinstance(item, Mapping):
                found.append(self.down(item, key, index))
            else:
                self._wrong_type(key, item, "table")
        return tuple(found)

    def named(self, key: str) -> tuple[tuple[str, "Cursor"], ...]:
        """The tables under a table, each with its key, which must be an id."""
        outer = self.table(key)
        if outer is None:
            return ()
        found = []
        for name in outer.data:
            if not is_rule_id(name):
                self.faults.add("bad-id", outer.at_key(name), key=name, value=name)
            inner = outer.table(name)
            if inner is not None:
                found.append((name, inner))
        return tuple(found)

    def down(self, data: Data, *steps: str | int) -> "Cursor":
        """A cursor over a table further in."""
        return Cursor(data, (*self.path, *steps), self.place, self.faults)

    def close(self) -> None:
        """Note every key that was not asked for, with the nearest that could have been meant."""
        could_be = [name for name in self._asked if name not in self.data]
        known = shortened(sorted(self._asked))
        for key in self.data:
            if key not in self._asked:
                self.faults.add("unknown-key", self.at_key(key), key=key, known=known, close=self.nearest(key, could_be))

    def _value(self, key: str, *, required: bool) -> object:
        if self.has(key):
            return self.data[key]
        if required:
            self.faults.add("missing-key", self.here, key=key)
        return None

    def _wrong_type(self, key: str, value: object, wanted: str) -> None:
        self.fault(f"not-a-{wanted}", key, value=shown(value))


def shown(value: object) -> str:
    """A value of a wrong type, short enough for a message.

    >>> shown("text"), shown([1, 2]), shown(True)
    ('"text"', '[ … ]', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ … }"
    if isinstance(value, list | tuple):
        return "[ … ]"
    text = f'"{value}"' if isinstance(value, str) else _written(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _written(value: object) -> str:
    # Python refuses to write thousands of digits as a decimal, but not as a hexadecimal.
    return hex(value) if isinstance(value, int) and not is_small(value) else str(value)
