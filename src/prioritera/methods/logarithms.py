"""Where a number stands between two others by the logarithm, to the nearest whole part: certain, and the same on every machine.

Decimals come in with as many digits as it takes to tell on which side of a half the answer lies. That it lies on a half is settled
in whole numbers.
"""

from decimal import Context, Decimal
from fractions import Fraction
from math import floor, gcd

# The digits that are tried first; they are doubled until the answer is certain.
_DIGITS = 40
# So many digits less than those worked with are relied on.
_SPARE = 4


def log_part(ratio: Fraction, whole: Fraction, parts: int) -> int:
    """The nearest whole number to parts * log(ratio) / log(whole), a half upwards.

    Args:
        ratio: 1 to `whole`.
        whole: above 1.
        parts: 0 or more.

    Raises:
        ValueError: the ratio lies outside of 1 to `whole`, or `whole` is not above 1.

    >>> log_part(Fraction(10), Fraction(100), 1_000_000), log_part(Fraction(2), Fraction(10), 100), log_part(Fraction(10), Fraction(100), 5)
    (500000, 30, 3)
    """
    if not 1 <= ratio <= whole or whole == 1:
        raise ValueError(f"the ratio is {ratio} of {whole}; expected 1 to the whole, which is above 1")
    # A whole that all but is 1 has a logarithm that begins so many digits later.
    digits = _DIGITS + len(str(whole.denominator))
    while True:
        found, error = _about(ratio, whole, parts, digits)
        low, high = floor(found - error + Fraction(1, 2)), floor(found + error + Fraction(1, 2))
        if low == high:
            return low
        if _is_half(ratio, whole, 2 * high - 1, 2 * parts):
            return high
        digits *= 2


def _about(ratio: Fraction, whole: Fraction, parts: int, digits: int) -> tuple[Fraction, Fraction]:
    """The number that is sought, and how far from it that may be."""
    context = Context(prec=digits)
    part, all_of = (_ln(number, context) for number in (ratio, whole))
    found = Fraction(context.divide(part, all_of)) * parts
    # INVARIANT: of 10 ** (1 - digits) a quotient is off by less than one, a logarithm by less than one and half of itself, and the part is
    # at most the whole: together less than 2 * (1 + 1 / log(whole)), which is relied on 500 times over.
    error = Fraction(10) ** (_SPARE - digits) * parts * (1 + 1 / Fraction(all_of))
    return found, error


def _ln(number: Fraction, context: Context) -> Decimal:
    return context.ln(context.divide(Decimal(number.numerator), Decimal(number.denominator)))


def _is_half(ratio: Fraction, whole: Fraction, over: int, under: int) -> bool:
    """Whether log(ratio) / log(whole) is exactly over / under.

    Then, in lowest terms m / n, `whole` is the n-th power of a rational number, so n is no more than the bits of its greater part.
    """
    shared = gcd(over, under)
    over, under = over // shared, under // shared
    if under > max(whole.numerator, whole.denominator).bit_length():
        return False
    return ratio**under == whole**over
