from builders import need
from prioritera.model.merge import LONGEST_WORDING, on_a_line, wording_of
from prioritera.model.merge_sheet import CHOICES, COLUMNS, FILLED_IN, REQUIRED
from prioritera.model.need import Wording


def test_the_first_wording_that_is_not_blank_is_what_is_decided_about() -> None:
    assert wording_of(need("a", wordings=[Wording(need="a", text=" "), Wording(need="b", text=" Fall\nhär ")])) == "Fall här"
    assert wording_of(need("a", title="Fall")) == "Fall"


def test_what_no_cell_can_hold_is_not_compared() -> None:
    assert on_a_line("a\x00b\u202ec\u00a0d") == "a b c d"
    assert len(on_a_line("å" * (LONGEST_WORDING + 1))) == LONGEST_WORDING


def test_what_must_be_there_and_what_is_filled_in_are_columns() -> None:
    assert {*REQUIRED, *FILLED_IN} <= set(COLUMNS)
    assert len(set(CHOICES)) == 4
