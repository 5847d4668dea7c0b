"""Whatever a line holds, what is marked under it is what stands at the place, and nothing is wider than the screen."""

from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import Span
from prioritera.report.excerpt import excerpt
from prioritera.report.width import plain, width

LETTERS = st.text(st.sampled_from("aåö日\t\u0301 \u200d\ufe0f☂x\x1b\u202e="), max_size=120)


@given(before=LETTERS, after=LETTERS, columns=st.integers(min_value=20, max_value=90))
def test_the_marks_stand_under_the_word_that_is_meant(before: str, after: str, columns: int) -> None:
    # A mark that combines with nothing before it is no text that anybody writes.
    line = f"a{before}MEANT{after}"

    found = excerpt(Span("a", 1, len(before) + 2, end=(1, len(before) + 7)), line, columns=columns)

    assert found is not None
    _, text, marks = found.lines()
    assert max(width(text), width(marks)) <= columns
    at = text.index("M")
    assert width(text[:at]) == marks.index("^")
    assert text[at:].startswith("MEANT"[: found.marks])
    assert found.marks == min(5, columns - width(text[:at]))


@given(text=st.text(max_size=60), line=st.integers(min_value=1, max_value=9), column=st.integers(min_value=1, max_value=70))
def test_any_place_in_any_text_is_shown_or_is_not_there(text: str, line: int, column: int) -> None:
    found = excerpt(Span("a", line, column, end=(line, column + 3)), text, columns=40)

    assert (found is None) == (line > text.count("\n") + 1)
    assert found is None or all(plain(part) == part and width(part) <= 40 for part in found.lines()[:2])
