"""TOML text: what is read exactly, and all that is said of what is not TOML 1.0."""

from decimal import Decimal

import pytest

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.loading.toml_text import parse_toml
from small_rules import told
from wrong_cases import Case, assert_told, cases


def wrong(text: str) -> tuple[Diagnostic, ...]:
    faults = Faults()
    assert parse_toml(text, "f.toml", faults) is None
    return faults.all()


@cases("toml")
def test_what_is_no_toml_is_said_in_our_own_words(case: Case) -> None:
    assert_told(case, lambda: wrong(case.text))


def test_decimals_are_exact_and_places_are_known() -> None:
    faults = Faults()

    parsed = parse_toml("å = 1\n".replace("å", '"å"') + "b = 0.10\n", "f.toml", faults)

    assert parsed is not None
    data, place = parsed
    assert data == {"å": 1, "b": Decimal("0.10")}
    assert str(data["b"]) == "0.10"
    assert place.value(("b",)) == Span("f.toml", 2, 5)
    assert faults.all() == ()


@pytest.mark.parametrize(
    "text",
    [f"a = {'[' * 3000}{']' * 3000}", f"a = {'{a=' * 3000}1{'}' * 3000}", f"[{'a.' * 3000}a]"],
    ids=["lists", "tables", "key"],
)
def test_deep_nesting_is_told(text: str) -> None:
    assert told(wrong(text)) == (
        "f.toml: error[toml-too-deep]: tables or lists stand inside each other in hundreds of layers\n"
        "    why:  no file here needs more than a few, so the file is damaged or made to do harm\n"
        "    mend: write the file again"
    )


def test_a_number_of_thousands_of_digits_is_told_where_it_stands() -> None:
    assert told(wrong(f"a = 1\nb = {'9' * 5000}\n"), "sv") == (
        "f.toml:2:5: fel[toml-number-too-long]: ett tal här har tusentals siffror\n"
        "    varför: inget som räknas eller bedöms är så stort; det skulle ta minuter att räkna med\n"
        "    åtgärd: skriv det tal som avsågs"
    )


def test_an_exponent_past_everything_is_read_as_a_number_too_long_to_use() -> None:
    parsed = parse_toml("a = 1e99999999999999999999\n", "f.toml", Faults())

    assert parsed is not None
    assert parsed[0] == {"a": Decimal("1e999999")}


def test_a_long_line_is_shown_only_so_far() -> None:
    (found,) = wrong(f'title = "{"x" * 100}\n')

    assert found.params["line"] == f'title = "{"x" * 30}…'
