import math

import pytest

from prioritera.methods.acceptability import acceptability


@pytest.mark.parametrize(("values", "samples"), [([[1]], 0), ([], 1), ([[], []], 1), ([[1], [1, 2]], 1)])
def test_what_cannot_be_sampled_is_refused(values: list[list[int]], samples: int) -> None:
    with pytest.raises(ValueError, match="expected one sample or more, and as many values in every row"):
        acceptability(values, samples=samples, seed=1)


def test_equal_alternatives_share_every_rank() -> None:
    found = acceptability([[2, 1], [2, 1], [0, 0]], samples=50, seed=3)

    assert found.shares == ((1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    assert found.central[0] == found.central[1]
    assert found.central[2] is None


def test_the_same_seed_gives_the_same_answer_and_its_error() -> None:
    values = [[1, 0], [0, 1]]

    found = acceptability(values, samples=400, seed=7)

    assert found == acceptability(values, samples=400, seed=7)
    assert found != acceptability(values, samples=400, seed=8)
    share = found.shares[0][0]
    assert found.error(0, 1) == math.sqrt(share * (1 - share) / 400)
    assert abs(share - 0.5) < 4 * found.error(0, 1)
