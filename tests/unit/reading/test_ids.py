import pytest

from prioritera.reading.ids import LONGEST, as_id, is_need_id, is_rule_id, need_id, same_id_key


@pytest.mark.parametrize("text", ["a", "7", "scientific-gap", "k18-330", "a-1-b"])
def test_lower_case_words_joined_by_hyphens_are_ids_of_rules(text: str) -> None:
    assert is_rule_id(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "å", "a_b", "a b", "a.b", "a\n", "none!"])
def test_anything_else_is_no_id_of_a_rule(text: str) -> None:
    assert not is_rule_id(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Förekomst per år", "forekomst-per-ar"),
        ("  Två  ord! ", "tva-ord"),
        ("A_b.C", "a-b-c"),
        ("Straße 7", "strasse-7"),
        ("éa", "ea"),
        ("—", ""),
        ("", ""),
    ],
)
def test_an_id_of_a_rule_is_made_of_a_text(text: str, made: str) -> None:
    assert as_id(text) == made
    assert made == "" or is_rule_id(made)


def test_a_need_s_id_is_made_canonical() -> None:
    assert need_id("  O\u0308rebro 1\n") == "Örebro 1"


@pytest.mark.parametrize("text", ["a", "Behov 7 (Örebro)", "É", "x" * LONGEST])
def test_what_people_write_is_an_id_of_a_need(text: str) -> None:
    assert is_need_id(text)


@pytest.mark.parametrize("text", ["", "x" * (LONGEST + 1), "a\nb", "a\x00b", "a\u200bb", "a\u2028b", "a\u2029b", "a\ud800b"])
def test_an_empty_or_endless_id_and_unseen_characters_are_refused(text: str) -> None:
    assert not is_need_id(text)


@pytest.mark.parametrize(("one", "other"), [("Örebro-1", "o\u0308REBRO-1"), ("STRASSE", "straße"), ("É", "e\u0301")])
def test_letter_case_and_code_points_do_not_tell_needs_apart(one: str, other: str) -> None:
    assert same_id_key(one) == same_id_key(other)


def test_letters_tell_needs_apart() -> None:
    assert same_id_key("Örebro") != same_id_key("Orebro")
