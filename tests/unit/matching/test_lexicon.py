from prioritera.matching.lexicon import NOT, swedish
from prioritera.matching.stems import stem


def test_nobody_has_decided_the_words_and_it_is_said() -> None:
    assert swedish().status == "proposal"


def test_a_negated_word_weighs_as_much_as_the_word() -> None:
    words = swedish()

    assert words.weight(NOT + stem("missbruk")) == words.weight(stem("missbruk"))


def test_a_phrase_of_common_words_is_common_and_one_with_another_word_is_not() -> None:
    words = swedish()

    assert words.weight("särskilt boend") == words.common
    assert words.weight("kognitiv svikt") == words.ordinary


def test_a_single_word_is_enough_to_be_found_by_whatever_it_weighs() -> None:
    words = swedish()

    # What the search leans on: a voice is always found by at least one of its words.
    assert (1000 + 2 * (1000 * words.weak // words.least)) // 3 >= words.shown_from
    assert words.across_from >= words.shown_from
