"""A value that goes by the logarithm never falls where its points rise, keeps within them, and depends on ratios alone."""

from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.scales import Log, value_of
from prioritera.model.ruleset import ROUNDED_SCALE

points = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=2, max_size=4).map(
    lambda rows: [(sum(step for step, _ in rows[: at + 1]), 1 + sum(up for _, up in rows[: at + 1])) for at in range(len(rows))]
)


@given(points, st.integers(0, 50))
def test_a_rising_logarithm_never_falls(rows: list[tuple[int, int]], x: int) -> None:
    function = Log(rows)

    here, there = value_of(function, x, ROUNDED_SCALE), value_of(function, x + 1, ROUNDED_SCALE)

    assert value_of(function, rows[0][0], ROUNDED_SCALE) <= here <= there <= ROUNDED_SCALE


@given(points, st.integers(1, 50), st.integers(1, 1000))
def test_the_unit_does_not_matter(rows: list[tuple[int, int]], x: int, unit: int) -> None:
    finer = Log([(at * unit, height) for at, height in rows])

    assert value_of(finer, x * unit, ROUNDED_SCALE) == value_of(Log(rows), x, ROUNDED_SCALE)


@given(points, st.integers(1, 50))
def test_a_falling_logarithm_is_a_rising_one_turned_to_within_one_part(rows: list[tuple[int, int]], x: int) -> None:
    top = rows[-1][1]
    turned = Log([(at, top - height) for at, height in rows], whole=top)

    assert abs(value_of(turned, x, ROUNDED_SCALE) + value_of(Log(rows), x, ROUNDED_SCALE) - ROUNDED_SCALE) <= 1
