"""Parts of a logarithm, held to whole powers: no float and no decimal has a say in what is right."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods import logarithms
from prioritera.methods.logarithms import log_part


def is_nearest(found: int, ratio: Fraction, whole: Fraction, parts: int) -> bool:
    """Whether parts * log(ratio) / log(whole) lies in [found - 1/2, found + 1/2), by powers alone."""
    return whole ** (2 * found - 1) <= ratio ** (2 * parts) < whole ** (2 * found + 1)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60), st.integers(0, 90))
def test_it_is_the_nearest_part_by_whole_powers(first: int, step: int, more: int, parts: int) -> None:
    ratio, whole = Fraction(first + step, first), Fraction(first + step + more, first)

    assert is_nearest(log_part(ratio, whole, parts), ratio, whole, parts)


@pytest.mark.parametrize(
    ("ratio", "whole", "parts", "found"),
    [
        (1, 100, 1_000_000, 0),
        (100, 100, 1_000_000, 1_000_000),
        (10, 100, 1_000_000, 500_000),
        (10, 100, 1_000_001, 500_001),
        (10, 100, 999_999, 500_000),
        (8, 16, 2, 2),
        (2, 8, 1_000_000, 333_333),
        (7, 100, 0, 0),
    ],
)
def test_halves_go_upwards_however_many_the_parts(ratio: int, whole: int, parts: int, found: int) -> None:
    assert log_part(Fraction(ratio), Fraction(whole), parts) == found


def test_a_number_that_all_but_lies_on_a_half_takes_more_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logarithms, "_DIGITS", 3)

    # 2 ** (1/2) is 1.41421356…: the fractions beside it lie as near a half of 1 part as can be written so short.
    assert log_part(Fraction(1414213, 1000000), Fraction(2), 1) == 0
    assert log_part(Fraction(1414214, 1000000), Fraction(2), 1) == 1
    assert log_part(Fraction(4, 3), Fraction(16, 9), 1) == 1
    assert log_part(Fraction(2), Fraction(10), 1_000_000) == 301_030


def test_numbers_that_are_all_but_alike_are_told_apart() -> None:
    near = 10**60

    assert log_part(Fraction(near + 1, near), Fraction(near + 4, near), 100) == 25


@pytest.mark.parametrize(("ratio", "whole"), [(Fraction(1, 2), Fraction(2)), (Fraction(3), Fraction(2)), (Fraction(1), Fraction(1))])
def test_what_lies_outside_is_refused(ratio: Fraction, whole: Fraction) -> None:
    with pytest.raises(ValueError, match="expected 1 to the whole, which is above 1"):
        log_part(ratio, whole, 10)
