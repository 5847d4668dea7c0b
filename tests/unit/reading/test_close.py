import pytest

from prioritera.reading.close import closest, shortened

CRITERIA = ["prevalence", "impact", "economic-consequences", "practice-variation"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("prevalance", "prevalence"),
        ("Prevalence", "prevalence"),
        ("economic_consequences", "economic-consequences"),
        ("Economic Consequences", "economic-consequences"),
        ("practicevariation", "practice-variation"),
        ("impàct", "impact"),
        ("impct", "impact"),
    ],
)
def test_the_nearest_word_is_found(word: str, meant: str) -> None:
    assert closest(word, CRITERIA) == meant


@pytest.mark.parametrize("word", ["", "cost", "xyz", "förekomst"])
def test_a_word_like_none_of_them_has_no_nearest(word: str) -> None:
    assert closest(word, CRITERIA) == ""


def test_with_nothing_known_there_is_no_nearest() -> None:
    assert closest("a", []) == ""


def test_swedish_letters_are_as_good_as_plain_ones() -> None:
    assert closest("forankring", ["förankring", "nivå"]) == "förankring"


def test_of_two_words_of_one_shape_the_first_by_name_is_named() -> None:
    assert closest("ab", ["a_b", "a-b"]) == "a-b"


def test_many_known_words_are_cut_off() -> None:
    twenty = [str(number) for number in range(20)]

    assert shortened(twenty) == tuple(twenty)
    assert shortened([*twenty, "20"]) == (*twenty, "…")
