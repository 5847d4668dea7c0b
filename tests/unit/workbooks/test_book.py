import pytest

from prioritera.workbooks.book import Column, Page


def test_a_row_is_one_value_a_column() -> None:
    with pytest.raises(ValueError, match="has 2 values; the page has 1 columns"):
        Page(title="Behov", columns=[Column(id="a", label="A")], rows=[["x", "y"]])
