"""What is proved for all weights: who is ahead, who is always among the first and who never is."""

import pytest

from prioritera.methods.ahead import always_in, is_ahead, never_in
from prioritera.methods.tops import Alternative


def exact(*values: int) -> Alternative:
    return Alternative(low=values, high=values)


@pytest.mark.parametrize(
    ("one", "other", "groups", "ahead"),
    [
        (exact(2, 1), exact(1, 1), [[0, 1]], True),
        (exact(2, 0), exact(1, 1), [[0, 1]], False),
        (exact(2, 0), exact(1, 1), [[0], [1]], True),
        (exact(2, 0), exact(1, 1), [[1], [0]], False),
        (exact(2, 0), exact(1, 2), [[0], [1]], False),
        (exact(2, 0, 0), exact(0, 1, 1), [[0], [1, 2]], True),
        (exact(3, 0, 2), exact(1, 1, 3), [[0], [1, 2]], True),
        (exact(3, 0, 2), exact(1, 2, 3), [[0], [1, 2]], False),
        (exact(1, 1), exact(1, 1), [[0, 1]], False),
        (Alternative(low=[1], high=[1], after=((2,), (2,))), Alternative(low=[1], high=[1], after=((0,), (1,))), [[0]], True),
        (Alternative(low=[1], high=[1], after=((2,), (2,))), Alternative(low=[1], high=[1], after=((0,), (2,))), [[0]], False),
        (Alternative(low=[0], high=[0], before=(1, 1)), exact(9), [[0]], True),
        (exact(9), Alternative(low=[0], high=[0], before=(0, 1)), [[0]], False),
        (Alternative(low=[1], high=[5]), Alternative(low=[0], high=[2]), [[0]], False),
        # What may come to be before or after the score is not ahead already.
        (Alternative(low=[9], high=[9], before=(0, 1)), Alternative(low=[0], high=[0], before=(1, 1)), [[0]], False),
        (Alternative(low=[9], high=[9], before=(0, 2)), Alternative(low=[0], high=[0], before=(1, 1)), [[0]], False),
        (Alternative(low=[1], high=[1], after=((1,), (3,))), Alternative(low=[1], high=[1], after=((2,), (2,))), [[0]], False),
        # What the first is better by makes up for both that follow, and for no more.
        (exact(3, 0, 0), exact(0, 2, 1), [[0], [1], [2]], True),
        (exact(3, 0, 0), exact(0, 2, 2), [[0], [1], [2]], False),
    ],
)
def test_one_is_ahead_of_another_for_all_weights(one: Alternative, other: Alternative, groups: list[list[int]], *, ahead: bool) -> None:
    assert is_ahead(one, other, groups) is ahead


def test_who_is_always_and_who_is_never_among_the_first() -> None:
    best, left, right, worst = needs = [exact(3, 3), exact(2, 0), exact(0, 2), exact(0, 0)]

    assert best is needs[0]
    assert [always_in(needs, at, 1, [[0, 1]]) for at in range(4)] == [True, False, False, False]
    assert [always_in(needs, at, 3, [[0, 1]]) for at in range(4)] == [True, True, True, False]
    assert [never_in(needs, at, 1, [[0, 1]]) for at in range(4)] == [False, True, True, True]
    assert [never_in(needs, at, 2, [[0, 1]]) for at in range(4)] == [False, False, False, True]
    assert (is_ahead(left, worst, [[0, 1]]), is_ahead(left, right, [[0, 1]])) == (True, False)


def test_alternatives_on_unlike_criteria_are_not_compared() -> None:
    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is shorter than argument 1"):
        is_ahead(exact(2, 1), exact(1), [[0]])
