from decimal import Decimal
from fractions import Fraction

import pytest

from prioritera.reading.numbers import decimal_text, exact, fraction_in, in_steps, is_finite, is_small, number_in


@pytest.mark.parametrize("value", [0, -3, 10**50, Decimal("0.1"), 0.1, -1e300])
def test_numbers_are_finite(value: object) -> None:
    assert is_finite(value)


@pytest.mark.parametrize(
    "value",
    [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), float("nan"), float("inf"), float("-inf"), True, "1", None, Fraction(1)],
)
def test_nan_infinity_and_what_is_no_number_are_not_finite(value: object) -> None:
    assert not is_finite(value)


@pytest.mark.parametrize(
    ("value", "small"),
    [
        (2**120 - 1, True),
        (2**120, False),
        (-(2**120), False),
        (Decimal("9" * 40), True),
        (Decimal("9" * 41), False),
        (Decimal("1e40"), True),
        (Decimal("1e41"), False),
        (Decimal("1e-40"), True),
        (Decimal("1e-41"), False),
        (Decimal(0), True),
        (1e40, True),
        (1e41, False),
        (0.1, True),
    ],
)
def test_numbers_of_up_to_forty_digits_are_small(value: int | Decimal | float, small: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert is_small(value) is small


def test_a_number_is_read_as_the_decimal_that_is_written() -> None:
    assert exact(0.1) == exact(Decimal("0.1")) == Fraction(1, 10)
    assert exact(3) == 3
    assert exact(0.1) + exact(0.2) == exact(0.3)


@pytest.mark.parametrize(
    ("value", "step", "steps"),
    [
        (Fraction(3, 2), Fraction(1, 2), 3),
        (Fraction(-3, 2), Fraction(1, 2), -3),
        (Fraction(1, 3), Fraction(1, 2), None),
        (Fraction(0), Fraction(1, 100), 0),
        (Fraction(5), Fraction(2), None),
    ],
)
def test_a_value_is_a_whole_number_of_steps_or_none(value: Fraction, step: Fraction, steps: int | None) -> None:
    assert in_steps(value, step) == steps


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", "3"),
        (" 3,5 ", "3.5"),
        ("3.5", "3.5"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+3", "3"),
        ("− 3", "-3"),
        ("1 234", "1234"),
        ("1 234 567,25", "1234567.25"),
        ("1\u00a0234", "1234"),
        ("12\u2007345", "12345"),
        ("123\u2009456", "123456"),
        ("1\u202f234", "1234"),
        ("1234567", "1234567"),
        ("007", "7"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str) -> None:
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "-", ",5", "5,", "1e3", "0x10", "nan", "inf", "1_000", "½", "٣", "3 %", "3–4", "3/4", "--3", "ca 3"],
        *["1.234,5", "1,234,567", "1.2.3", "3 4", "12 34", "1 2345", "1234 567", "1 23", "1  234", "1 234 5", "3 ,5", "1,234 567"],
    ],
)
def test_what_could_be_read_in_two_ways_or_is_no_number_is_not_read(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2/3", Fraction(2, 3)),
        (" 4 / 6 ", Fraction(2, 3)),
        ("0/5", Fraction(0)),
        ("0,5", Fraction(1, 2)),
        ("-1", Fraction(-1)),
        (f"1/{'9' * 40}", Fraction(1, 10**40 - 1)),
        (f"{'9' * 40}/1", Fraction(10**40 - 1)),
    ],
)
def test_shares_are_fractions_decimals_or_whole_numbers(text: str, share: Fraction) -> None:
    assert fraction_in(text) == share


@pytest.mark.parametrize("text", ["1/0", "-1/2", "1/2/3", "a/b", "", f"1/{'9' * 41}", f"{'9' * 41}/1", "9" * 41, "٢/3", "1,5/2"])
def test_what_is_no_share_is_not_read(text: str) -> None:
    assert fraction_in(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(12), "12"),
        (Fraction(-12), "-12"),
        (Fraction(3, 2), "1.5"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 6), "-7/6"),
        (Fraction(1, 100), "0.01"),
    ],
)
def test_fractions_are_written_as_decimals_where_that_is_exact(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text
