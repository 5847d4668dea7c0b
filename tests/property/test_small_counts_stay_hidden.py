"""From what is shown nobody can work out a count below the limit, even who knows the rule by which it is hidden."""

from collections import defaultdict
from itertools import product

import pytest

from prioritera.model.shown import FEW, shown_counts

LARGEST = 9


@pytest.mark.parametrize("limit", [2, 3, 5])
@pytest.mark.parametrize("cells", [1, 2, 3])
def test_every_hidden_count_could_be_another(cells: int, limit: int) -> None:
    names = [f"m{number}" for number in range(cells)]
    tables = defaultdict(list)
    for counts in product(range(LARGEST + 1), repeat=cells):
        told = shown_counts(dict(zip(names, counts, strict=True)), limit)
        tables[(tuple(told.cells.values()), told.total)].append(counts)

    for (shown, _), possible in tables.items():
        for index, cell in enumerate(shown):
            values = {counts[index] for counts in possible}
            assert (cell.kind == FEW) == (max(values) < limit)
            assert len(values) > 1 or cell.kind != FEW
