"""Nothing is said of a cap where there is no score, or no need, to say it of; the rest is in tests/acceptance/test_every_feature.py."""

from typing import Any

import attrs
import pytest

from prioritera.report.capped import cap_lines
from results import voice, whole


@pytest.mark.parametrize("without", [{}, {"score": None}, {"need": None}])
def test_no_cap_is_told_where_there_is_none(without: dict[str, Any]) -> None:
    placed = next(one for one in whole()[0].decisions if one.list_id and one.need is not None)

    assert list(cap_lines(voice(), attrs.evolve(placed, **without))) == []
