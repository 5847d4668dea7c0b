"""What a cell of a file of signals says: a number, a whole number, a date. An empty cell is not known; what is no such thing is noted."""

import re
from datetime import date
from fractions import Fraction

from prioritera.diagnostics import Faults
from prioritera.reading.numbers import is_small, number_in
from prioritera.sheets.tables import Line

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[ T].*)?")
# What statistics write where there is no value (K18 has none; ".." and "-" are usual in Swedish tables). Not 0.
NOTHING = frozenset({"", "..", ".", "-", "–", "x", "vet ej", "uppgift saknas", "null", "none"})


def number_of(line: Line, column: str, faults: Faults) -> Fraction | None:
    """The number in a cell; None when it is not known, and after noting that it is none (`faults.count` tells them apart).

    >>> from prioritera.sheets.grid import Grid
    >>> line = Line(number=2, cells={"value": "2,5"}, grid=Grid(file="a.csv", rows=[]), columns={})
    >>> number_of(line, "value", Faults())
    Fraction(5, 2)
    """
    text = line.get(column)
    if text.casefold() in NOTHING:
        return None
    number = number_in(text)
    if number is None or not is_small(number):
        faults.add("signal-not-a-number", line.at(column), value=text, column=column)
        return None
    return Fraction(number)


def whole_of(line: Line, column: str, faults: Faults) -> int | None:
    """The whole number, 0 or more, in a cell; None when it is not known, and after noting that it is none."""
    before = faults.count
    number = number_of(line, column, faults)
    if number is None or faults.count != before:
        return None
    if number.denominator != 1 or number < 0:
        faults.add("signal-not-whole", line.at(column), value=line.get(column), column=column)
        return None
    return number.numerator


def day_of(line: Line, column: str, faults: Faults) -> date | None:
    """The date in a cell, or None after noting that it has none."""
    found = _DAY.fullmatch(line.get(column))
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # a day that the calendar does not have
        pass
    faults.add("signal-not-a-date", line.at(column), value=line.get(column), column=column)
    return None


def is_filled(line: Line, columns: tuple[str, ...], faults: Faults) -> bool:
    """Whether the cells that a row cannot do without are filled in; each that is not is noted."""
    empty = [column for column in columns if line.get(column).casefold() in NOTHING]
    for column in empty:
        faults.add("signal-empty", line.at(column), column=column)
    return not empty
