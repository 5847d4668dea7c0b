"""The nearest number that reaches is the one that trying all of them finds."""

from collections.abc import Callable, Collection

from hypothesis import example, given
from hypothesis import strategies as st

from oracles import nearest_number
from prioritera.methods.search import nearest

LOW, HIGH = -8, 12


@st.composite
def questions(draw: st.DrawFn) -> tuple[frozenset[int], frozenset[int]]:
    """Corners, and the numbers that reach: at a corner anything, between two corners all up to or all from somewhere."""
    corners = draw(st.frozensets(st.integers(LOW - 3, HIGH + 3), max_size=4))
    reaching = {corner for corner in corners if draw(st.booleans())}
    gap: list[int] = []
    for number in range(LOW, HIGH + 2):
        if number in corners or number == HIGH + 1:
            turn = draw(st.integers(0, len(gap)))
            reaching.update(gap[:turn] if draw(st.booleans()) else gap[turn:])
            gap = []
        else:
            gap.append(number)
    return corners, frozenset(reaching)


@given(questions(), st.integers(LOW, HIGH), st.integers(0, 5), st.integers(0, 5))
@example((frozenset({2}), frozenset({2})), 7, 0, 0)
@example((frozenset(), frozenset(range(LOW, 3))), 9, 0, 0)
def test_the_nearest_equals_trying_every_number(
    question: tuple[Collection[int], Collection[int]], start: int, below: int, above: int
) -> None:
    corners, reaching = question
    low, high = max(LOW, start - below * 4), min(HIGH, start + above * 4)
    reaches: Callable[[int], bool] = reaching.__contains__

    assert nearest(start, low, high, corners, reaches) == nearest_number(start, low, high, reaches)
