"""Personal identity numbers in a text: personnummer, samordningsnummer and interim numbers of that shape.

What looks like one is judged by python-stdnum: the date must be in the calendar and the check digit right, so that dates, case numbers and
organisation numbers are not taken for one. The number of a sole trader's firm is the person's own and is found.
"""

import re
from collections.abc import Iterator

_END = r"(?P<end>[0-9TRSUWXJKLMN]\d{3})(?!\d)"
_CENTURY = r"(?:(?P<century>18|19|20) ?)?"
# 880320-0016, 19880320 0016, 8803200016
_COMPACT = rf"{_CENTURY}(?P<date>\d{{6}})(?P<sep> {{0,2}}[-+./:_]? {{0,2}}){_END}"
# 1988-03-20-0016, 88 03 20 0016; a range of dates is not one
_SPREAD = rf"{_CENTURY}(?P<year>\d\d)(?P<gap>[-./ ])(?P<month>\d\d)(?P=gap)(?P<day>\d\d)(?P<sep> ?[-+]? ?){_END}(?!-\d\d-\d\d(?!\d))"
_SHAPES = (re.compile(_COMPACT), re.compile(_SPREAD))
_DIGITS = re.compile(r"\d+")
_COORDINATION = 60
# A number written without its century is one if any of these makes it one: no clock says which.
_CENTURIES = ("19", "20")


def numbers_in(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each number begins and ends in a folded text, and whether its century is written.

    >>> list(numbers_in("Pnr 880320-0016, dnr 880320-0018"))
    [(4, 15, False)]
    """
    for digits in _DIGITS.finditer(text):
        for shape in _SHAPES:
            found = shape.match(text, digits.start())
            if found is None:
                continue
            parts = found.groupdict()
            day = parts.get("date") or f"{parts['year']}{parts['month']}{parts['day']}"
            if is_number(parts["century"] or "", day, parts["sep"].strip(), parts["end"]):
                yield found.start(), found.end(), bool(parts["century"])


def is_number(century: str, day: str, separator: str, end: str) -> bool:
    """Whether these parts are a personal identity number.

    Args:
        century: "18", "19" or "20", or "" when it is not written.
        day: six digits, year month day; 60 is added to the day of a samordningsnummer.
        separator: what stands before the last four.
        end: the last four; an interim number has a letter first, and then no check digit that is known to us.

    >>> is_number("", "880320", "-", "0016"), is_number("", "701063", "-", "2391"), is_number("", "556016", "-", "0680")
    (True, True, False)
    """
    from stdnum import luhn  # noqa: PLC0415 -- needed only where something looks like a number
    from stdnum.se import personnummer  # noqa: PLC0415 -- as above

    if end[0].isalpha():
        return separator in {"-", "+"} and _has_date(century, day)
    if int(day[4:]) > _COORDINATION:
        return _has_date(century, day) and bool(luhn.is_valid(f"{day}{end}"))
    return any(personnummer.is_valid(f"{first}{day}-{end}") for first in _centuries(century))


def _has_date(century: str, day: str) -> bool:
    """Whether the calendar has the day, after the 60 of a samordningsnummer is taken away."""
    within = int(day[4:])
    plain = f"{day[:4]}{within - _COORDINATION if within > _COORDINATION else within:02}"
    return any(_is_day(f"{first}{plain}") for first in _centuries(century))


def _is_day(day: str) -> bool:
    from stdnum.exceptions import InvalidComponent  # noqa: PLC0415 -- needed only where something looks like a number
    from stdnum.se import personnummer  # noqa: PLC0415 -- as above

    try:
        personnummer.get_birth_date(f"{day}-0000")
    except InvalidComponent:
        return False
    return True


def _centuries(century: str) -> tuple[str, ...]:
    return (century,) if century else _CENTURIES
