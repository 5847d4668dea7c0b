import pytest

from prioritera.diagnostics import Span
from prioritera.report.excerpt import excerpt
from prioritera.report.width import width


def shown(text: str, line: int, column: int, end: tuple[int, int] | None = None, *, columns: int = 80) -> list[str]:
    found = excerpt(Span("a.toml", line, column, end=end), text, columns=columns)
    assert found is not None
    return list(found.lines())


def test_the_line_stands_with_its_number_and_the_whole_value_is_marked() -> None:
    assert shown('a = 1\nsize = "hihg"\n', 2, 8, (2, 14)) == [
        "     |",
        '   2 | size = "hihg"',
        "     |        ^^^^^^",
    ]


def test_a_place_without_an_end_has_one_mark() -> None:
    assert shown("a = 1", 1, 5)[2] == "     |     ^"


def test_letters_with_marks_over_them_are_one_column_each() -> None:
    assert shown('etikett = "åäö", fel = 1', 1, 18, (1, 21))[1:] == [
        '   1 | etikett = "åäö", fel = 1',
        "     |                  ^^^",
    ]


def test_a_mark_that_combines_with_a_letter_takes_no_column() -> None:
    assert shown("a\u030a = x", 1, 6)[1:] == ["   1 | a\u030a = x", "     |     ^"]


def test_a_wide_character_takes_two_columns_and_two_marks() -> None:
    assert shown("日本 = 語", 1, 6, (1, 7))[1:] == ["   1 | 日本 = 語", "     |        ^^"]


def test_a_tab_is_four_columns() -> None:
    assert shown("\ta\t= 1", 1, 4)[1:] == ["   1 |     a    = 1", "     |          ^"]


def test_a_value_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert shown("terms = [\n  1,\n]", 1, 9, (3, 2))[2] == "     |         ^"
    assert shown("terms = [ # a\n]", 1, 9, (2, 2))[2] == "     |         ^^^^^"


@pytest.mark.parametrize("text", ["a = 1\r\nb = 2\r\n", "a = 1\nb = 2", "a = 1\nb = 2\n"])
def test_a_line_ends_with_a_line_feed_a_return_before_it_or_the_file(text: str) -> None:
    assert shown(text, 2, 5) == ["     |", "   2 | b = 2", "     |     ^"]


def test_a_place_after_the_last_character_is_marked_after_it() -> None:
    assert shown("a =", 1, 4)[1:] == ["   1 | a =", "     |    ^"]


def test_an_empty_line_is_shown_as_one() -> None:
    assert shown("a = 1\n\n", 2, 1)[1:] == ["   2 |", "     | ^"]


@pytest.mark.parametrize("line", [3, 99])
def test_a_line_that_the_file_no_longer_has_is_not_shown(line: int) -> None:
    assert excerpt(Span("a.toml", line, 1), "a = 1\nb = 2", columns=80) is None


def test_a_number_of_many_digits_moves_the_margin() -> None:
    assert shown("\n" * 12344 + "a = 1", 12345, 1) == ["      |", "12345 | a = 1", "      | ^"]


def test_a_header_in_double_brackets_is_shown_with_the_line_after_it() -> None:
    assert shown('[[triage.rules]]\nid = "small"\nwhen = {}', 1, 1, (1, 17)) == [
        "     |",
        "   1 | [[triage.rules]]",
        "     | ^^^^^^^^^^^^^^^^",
        '   2 | id = "small"',
    ]


def test_a_header_at_the_end_of_the_file_stands_alone() -> None:
    assert len(shown("[[triage.rules]]", 1, 1)) == 3


def test_what_a_screen_would_obey_is_shown_as_a_sign() -> None:
    assert shown('a = "\x1b[31m\u202e"', 1, 5, (1, 13))[1:] == ['   1 | a = "�[31m�"', "     |     ^^^^^^^^"]


def test_a_long_line_is_cut_after_the_place() -> None:
    line = f'key = "{"x" * 100}"'

    _, text, marks = shown(line, 1, 1, (1, 4), columns=40)

    assert text == '   1 | key = "xxxxxxxxxxxxxxxxxxxxxxxxx…'
    assert marks == "     | ^^^"


def test_a_long_line_is_cut_before_the_place_too() -> None:
    line = f"{'x' * 100}here{'y' * 100}"

    _, text, marks = shown(line, 1, 101, (1, 105), columns=40)

    assert text == "   1 | …xxxxxxxxxxhereyyyyyyyyyyyyyyyyy…"
    assert marks == "     |            ^^^^"


def test_at_the_end_of_a_long_line_the_end_is_shown() -> None:
    line = f"{'x' * 100}end"

    _, text, marks = shown(line, 1, 101, (1, 104), columns=40)

    assert text == f"   1 | …{'x' * 29}end"
    assert marks.index("^") == text.index("end")


def test_marks_that_do_not_fit_end_where_the_line_is_cut() -> None:
    line = f"a = {'x' * 200}"

    _, text, marks = shown(line, 1, 5, (1, 205), columns=40)

    assert (len(text), len(marks)) == (40, 40)


def test_a_wide_character_that_is_cut_through_leaves_a_space() -> None:
    for column in range(40, 60):
        _, text, marks = shown("日" * 100, 1, column, (1, column + 1), columns=40)

        assert width(text) <= 40
        assert width(text[: text.index("日")]) % 2 == width(marks[: marks.index("^")]) % 2


def test_a_screen_that_is_too_narrow_still_gets_some_columns() -> None:
    assert shown("abcdefghijklmnop", 1, 9, columns=5)[1] == "   1 | …hijklm…"


def test_of_a_line_without_end_only_what_is_near_the_place_is_looked_at() -> None:
    line = f"{'日' * 1_000_000}here{'x' * 1_000_000}"

    _, text, marks = shown(line, 1, 1_000_001, (1, 1_000_005), columns=40)

    assert text == f"   1 | …{'日' * 5}here{'x' * 17}…"
    assert marks == f"     | {' ' * 11}^^^^"


def test_marks_without_end_are_as_many_as_fit() -> None:
    _, text, marks = shown("x" * 1_000_000, 1, 1, (1, 1_000_001), columns=40)

    assert (len(text), marks.count("^")) == (40, 33)
