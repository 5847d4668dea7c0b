import pytest

from prioritera.report.document import Table


def test_a_row_of_another_length_than_the_head_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the row \('a', 'b'\) has 2 cells; expected 1"):
        Table(("one",), (("a", "b"),))
