"""Numbers, ids and near words: what is written comes back as it was, and the order of things does not matter."""

from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from prioritera.diagnostics import on_one_line
from prioritera.reading.close import closest
from prioritera.reading.ids import need_id, same_id_key
from prioritera.reading.numbers import decimal_text, exact, fraction_in, in_steps, is_small, number_in

DECIMALS = st.builds(Fraction, st.integers(-(10**9), 10**9), st.integers(0, 6).map(lambda digits: 10**digits))
SHARES = st.builds(Fraction, st.integers(0, 10**6), st.integers(1, 10**4))
WORDS = st.text(st.sampled_from("abcåé_- "), max_size=6)


@given(DECIMALS)
@example(Fraction(-1, 100))
def test_a_decimal_is_read_as_it_was_written_with_point_comma_or_minus_sign(value: Fraction) -> None:
    text = decimal_text(value)

    for written in (text, text.replace(".", ","), text.replace("-", "−"), f" {text}\u00a0"):
        assert number_in(written) == Decimal(text)
    assert Fraction(text) == value


@given(st.integers(-(10**12), 10**12), st.sampled_from(" \u00a0\u2007\u2009\u202f"))
def test_spaces_between_thousands_change_nothing(value: int, space: str) -> None:
    assert number_in(f"{value:,}".replace(",", space)) == value


@given(st.text(st.sampled_from("0123456789 ,.-−+\u00a0e/"), max_size=8))
@example("3 4")
@example("-0,5")
def test_what_is_read_as_a_number_is_what_its_digits_and_mark_say(text: str) -> None:
    number = number_in(text)

    kept = "".join(letter for letter in text.replace(",", ".").replace("−", "-") if letter in "0123456789.-")
    assert number is None or number == Decimal(kept)


@given(SHARES)
def test_a_share_is_read_as_it_was_written(value: Fraction) -> None:
    assert fraction_in(decimal_text(value)) == value
    assert fraction_in(f"{value.numerator}/{value.denominator}") == value


@given(st.integers(-(10**6), 10**6), st.builds(Fraction, st.integers(1, 50), st.integers(1, 50)))
def test_steps_are_counted_exactly(steps: int, step: Fraction) -> None:
    assert in_steps(steps * step, step) == steps
    assert in_steps(steps * step + step / 2, step) is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_the_decimal_that_people_see(value: float) -> None:
    assert exact(value) == Fraction(repr(value))
    assert float(exact(value)) == value


@given(st.integers())
@example(2**120)
def test_a_small_number_has_few_digits(value: int) -> None:
    assert not is_small(value) or len(str(abs(value))) <= 40


@given(st.text(max_size=20))
@example("o\u0308REBRO")
def test_code_point_form_does_not_tell_ids_apart_and_a_canonical_id_stays_as_it_is(text: str) -> None:
    decomposed = normalize("NFD", text)

    assert same_id_key(decomposed) == same_id_key(normalize("NFC", text))
    assert need_id(decomposed) == need_id(text)
    assert need_id(need_id(text)) == need_id(text)


@given(st.text(st.characters(codec="latin-1"), max_size=20))
def test_letter_case_does_not_tell_ids_apart(text: str) -> None:
    assert same_id_key(text.casefold()) == same_id_key(text)


@given(WORDS, st.lists(WORDS, max_size=6, unique=True))
def test_the_nearest_word_is_a_known_one_whatever_order_they_come_in(word: str, known: list[str]) -> None:
    found = closest(word, known)

    assert found in {"", *known}
    assert closest(word, known[::-1]) == found
    assert closest(word, sorted(known)) == found


@given(st.sampled_from(["prevalence", "impact", "cost"]), st.integers(0, 9), st.sampled_from("xyz_"))
def test_a_known_word_with_one_letter_too_many_is_found(word: str, at: int, letter: str) -> None:
    assert closest(word[:at] + letter + word[at:], ["prevalence", "impact", "cost"]) == word


@given(st.text(max_size=400))
def test_what_is_shown_is_one_printable_line(text: str) -> None:
    shown = on_one_line(text)

    assert shown.isprintable()
    assert shown == text or not text.isprintable() or len(text) > 300
