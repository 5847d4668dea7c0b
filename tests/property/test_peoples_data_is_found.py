"""A personal identity number is found whatever unseen characters stand in it, whatever stands around it; and a mask leaves nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from prioritera.privacy.find import _found, find, is_suspect
from prioritera.privacy.folded import fold
from prioritera.privacy.mask import masked, veiled

UNSEEN = st.text("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202e\ufeff\u034f\ufe0f", max_size=3)
WORDS = st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="@([\uff20﹫\uff08\uff3b"), max_size=30)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2029, 12, 31))


@st.composite
def numbers(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    coordination = 60 if draw(st.booleans()) else 0
    digits = f"{day:%y%m}{day.day + coordination:02}{draw(st.integers(0, 999)):03}"
    digits += luhn.calc_check_digit(digits)
    century = draw(st.sampled_from(["", f"{day.year // 100}"]))
    separator = draw(st.sampled_from(["", "-", "+", " ", "\u00a0", "–", "\u2011", " - ", "\n"]))
    return f"{century}{digits[:6]}{separator}{digits[6:]}"


@st.composite
def written(draw: st.DrawFn) -> str:
    """A number with what cannot be seen between its characters."""
    return "".join(f"{letter}{draw(UNSEEN)}" for letter in draw(numbers()))


@given(WORDS, written(), WORDS)
def test_a_number_is_found_in_any_text(before: str, number: str, after: str) -> None:
    text = f"{before} {number} {after}"

    assert "identity-number" in [one.kind for one in find(text)]
    assert len(veiled(text)) == len(text)
    assert not any(letter.isdecimal() for letter in masked(text))


@given(st.text())
def test_any_text_is_taken_and_what_is_masked_has_nothing_left_to_find(text: str) -> None:
    clean = masked(text)

    assert clean == masked(clean)


@given(st.text("0123456789 -+_./:()[]@aAtTkB\u00a0\u200b\u00ad\u2013\uff10\uff18\u0660\u3164\uff20", max_size=40))
def test_the_quick_look_never_says_no_where_something_is_found(text: str) -> None:
    if not is_suspect(text):
        assert _found(fold(text).text) == ([], [])
