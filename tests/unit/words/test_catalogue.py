from fractions import Fraction

import pytest

from prioritera.words.catalogue import LANGUAGES, has, keys, listing, say, template


def test_a_text_is_found_by_the_file_s_first_word_and_the_path_in_it() -> None:
    assert say("en", "terms.missing.dont-know") == "don't know"
    assert say("sv", "terms.missing.dont-know") == "vet ej"
    assert say("en", "diagnostics.labels.mend") == "mend:"


def test_parameters_are_put_in_place_and_sequences_are_listed() -> None:
    assert say("en", "terms.range", low=1, high=Fraction(3, 2)) == "1–3/2"
    assert say("en", "terms.list", items=("a", 2, "c")) == "a, 2 or c"
    assert say("sv", "terms.list", items=["a", "b"]) == "a eller b"
    assert say("en", "terms.list", items="ab") == "ab"


def test_braces_in_a_parameter_are_only_text() -> None:
    assert say("en", "terms.quote", text="{low} and {") == "“{low} and {”"


def test_a_parameter_may_be_called_key_or_language() -> None:
    assert say("en", "terms.quote", text="x", key="k", language="l") == "“x”"


@pytest.mark.parametrize(
    ("language", "key", "parameters"),
    [("de", "terms.or", {}), ("en", "terms.nothing-of-the-kind", {}), ("en", "terms.quote", {})],
)
def test_an_unknown_language_key_or_parameter_is_our_own_fault(language: str, key: str, parameters: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        say(language, key, **parameters)


def test_whether_a_text_exists_can_be_asked() -> None:
    assert has("en", "terms.or")
    assert not has("en", "terms")
    assert "terms.or" in keys("sv")
    with pytest.raises(KeyError, match="de"):
        has("de", "terms.or")


@pytest.mark.parametrize(("items", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_lists_are_written_with_commas_and_one_word(items: list[str], shown: str) -> None:
    assert listing("en", items) == shown


def test_a_text_can_be_had_as_it_is_written() -> None:
    assert template("en", "terms.range") == "{low}–{high}"
    with pytest.raises(KeyError, match="nothing"):
        template("en", "terms.nothing")


def test_a_list_may_be_joined_by_and() -> None:
    assert listing("en", ["a", "b", "c"], "and") == "a, b and c"


def test_there_are_two_languages_swedish_first() -> None:
    assert LANGUAGES == ("sv", "en")
