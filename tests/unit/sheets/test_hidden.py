"""What is hidden in a sheet is told of whichever way its part says it."""

import pytest

from prioritera.sheets.hidden import Hidden, hidden_of, told_together, within


@pytest.mark.parametrize(
    ("part", "hidden"),
    [
        ('<row r="1"/><row r="2"/>', Hidden()),
        ('<row hidden="0" r="1"/><row hidden="false" r="2"/>', Hidden()),
        ("<row hidden='1' r='7'/>", Hidden([(7, 7)])),
        ('<x:row r="7"><c/></x:row><x:row hidden = "true"/>', Hidden([(8, 8)])),
        ('<row hidden="1"/><row/><row hidden="1"/>', Hidden([(1, 1), (3, 3)])),
        ('<cols><col hidden="1" max="16384" min="4"/><col min="2" max="2"/></cols>', Hidden(columns=[(4, 16384)])),
        ('<cols><col hidden="1"/></cols>', Hidden()),
        ('<sheetView hidden="1"/><rowBreaks hidden="1"/><colBreaks hidden="1"/>', Hidden()),
    ],
)
def test_rows_and_columns_are_hidden_where_their_part_says_so(part: str, hidden: Hidden) -> None:
    assert hidden_of(part.encode()) == hidden


def test_what_reaches_beyond_the_sheet_is_left_out() -> None:
    assert within([(1, 1), (3, 9), (8, 9)], 5) == {1, 3, 4, 5}


def test_numbers_that_follow_each_other_are_told_together() -> None:
    assert told_together([9, 1, 2, 4]) == ("1–2", "4", "9")
    assert told_together([]) == ()
