"""The most even answer to several differences that are all to be above 0."""

from fractions import Fraction

from prioritera.methods.evenest import Evenest, evenest

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def test_without_more_to_keep_the_unknowns_are_equal() -> None:
    assert evenest([(1, 0), (0, 1)], [], 2) == Evenest(HALF, (0, 1), (HALF, HALF))


def test_one_unknown_is_all_there_is() -> None:
    assert evenest([(1,)], [], 1) == Evenest(Fraction(1), (0,), (Fraction(1),))


def test_what_is_to_be_greater_is_as_much_greater_as_the_least_unknown() -> None:
    found = evenest([(1, 0), (0, 1), (1, -1)], [], 2)

    assert found == Evenest(THIRD, (1, 2), (2 * THIRD, THIRD))


def test_what_is_left_free_by_the_least_is_evened_out_next() -> None:
    rows = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (-1, 0, 0, 1)]

    found = evenest(rows, [(1, -1, 0, 0), (2, 0, 0, -1)], 4)

    assert found is not None
    assert found.shares == (Fraction(1, 5), Fraction(1, 5), Fraction(1, 5), Fraction(2, 5))


def test_rows_that_cannot_all_be_above_zero_are_named() -> None:
    found = evenest([(1, 0), (0, 1), (1, -1), (-1, 1)], [], 2)

    assert found == Evenest(Fraction(0), (2, 3), ())


def test_sums_that_cannot_be_zero_have_no_answer() -> None:
    assert evenest([(1, 0), (0, 1)], [(1, 1)], 2) is None


def test_what_is_said_twice_to_be_zero_is_said_once() -> None:
    found = evenest([(1, 0), (0, 1)], [(2, -1), (-4, 2)], 2)

    assert found is not None
    assert found.shares == (THIRD, 2 * THIRD)


def test_an_unknown_that_left_is_kept_above_the_least() -> None:
    """A row whose slack has varied must still be looked at when it no longer does."""
    rows = [tuple(int(index == other) for other in range(6)) for index in range(6)]
    rows += [(-1, 0, 1, 1, 0, 0), (0, 1, 1, -1, -1, 1), (-1, 1, 1, 0, -1, 1), (0, 0, 1, 0, 0, -1), (1, 1, 0, 1, 1, 1), (-1, 1, 1, 0, 0, 1)]

    found = evenest(rows, [], 6)

    assert found is not None
    assert found.least == Fraction(1, 7)
    assert found.shares == (*[Fraction(1, 7)] * 2, Fraction(2, 7), *[Fraction(1, 7)] * 3)
