"""Exact numbers: decimals and fractions from what a file holds, and how many steps of a scale they are."""

import re
from decimal import Decimal
from fractions import Fraction

# INVARIANT: no number with more digits than this is taken in, so no arithmetic below can be made to take minutes.
MOST_DIGITS = 40

_SPACES = " \u00a0\u2007\u2009\u202f"
_WITHOUT_SPACES = str.maketrans("", "", _SPACES)
_NUMBER = re.compile(rf"[+-]?[{_SPACES}]?(?:[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?")
_FRACTION = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")


def is_nothing(value: object) -> bool:
    """Whether a program says that a value is not filled in: None, or the NaN of a dataframe. NaN in a file is a Decimal, and a fault.

    >>> is_nothing(None), is_nothing(float("nan")), is_nothing(Decimal("NaN")), is_nothing(0)
    (True, True, False, False)
    """
    return value is None or (isinstance(value, float) and value != value)  # noqa: PLR0124 -- only NaN differs from itself


def is_finite(value: object) -> bool:
    """Whether a number is neither NaN nor infinite. Text, truth values and whatever else is not a number is not.

    >>> is_finite(Decimal("NaN")), is_finite(3), is_finite(True)
    (False, True, False)
    """
    if type(value) is int:
        return True
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, float) and value - value == 0


def is_small(value: int | Decimal | float) -> bool:
    """Whether a finite number has few enough digits to be reckoned with exactly.

    >>> is_small(Decimal("1e999999999")), is_small(Decimal("0.1"))
    (False, True)
    """
    if isinstance(value, int):
        return value.bit_length() <= MOST_DIGITS * 3
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return len(exact.as_tuple().digits) <= MOST_DIGITS and abs(exact.adjusted()) <= MOST_DIGITS


def exact(value: int | Decimal | float) -> Fraction:
    """A finite number as the decimal that is written: a float is read as its shortest decimal, as people would write it.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)


def in_steps(value: Fraction, step: Fraction) -> int | None:
    """How many steps a value is, or None when it lies between two steps.

    >>> in_steps(Fraction(3, 2), Fraction(1, 2)), in_steps(Fraction(1, 3), Fraction(1, 2))
    (3, None)
    """
    steps = value / step
    return steps.numerator if steps.denominator == 1 else None


def number_in(text: str) -> Decimal | None:
    """The number a person wrote, or None when the text is not a number.

    Decimal comma or point; ordinary, no-break or thin spaces between thousands; both minus signs. A text with both comma and point, with
    two of either, or with a space elsewhere ("3 4") is not taken for a number: nobody can say which it is.

    >>> number_in("1 234,5"), number_in("−3"), number_in("1.234,5"), number_in("3 4")
    (Decimal('1234.5'), Decimal('-3'), None, None)
    """
    plain = text.strip().replace("−", "-")
    return Decimal(plain.translate(_WITHOUT_SPACES).replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def fraction_in(text: str) -> Fraction | None:
    """A share written as `2/3`, as a decimal or as a whole number, or None.

    >>> fraction_in("2/3"), fraction_in("0.5"), fraction_in("x")
    (Fraction(2, 3), Fraction(1, 2), None)
    """
    parts = _FRACTION.fullmatch(text.strip())
    if parts and all(len(part) <= MOST_DIGITS for part in parts.groups()) and int(parts[2]):
        return Fraction(int(parts[1]), int(parts[2]))
    number = number_in(text)
    return Fraction(number) if number is not None and is_small(number) else None


def decimal_text(value: Fraction) -> str:
    """A fraction as people write it: a decimal where that is exact, otherwise `n/d`.

    >>> decimal_text(Fraction(3, 2)), decimal_text(Fraction(1, 3))
    ('1.5', '1/3')
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = 0
    while value.denominator != 1 and (value * 10**digits).denominator != 1:
        digits += 1
    whole = str(abs((value * 10**digits).numerator)).rjust(digits + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole[:-digits]}.{whole[-digits:]}" if digits else f"{sign}{whole}"
