from builders import need
from labelled_needs import TUNE, as_needs, labelled
from prioritera.matching.lexicon import swedish
from prioritera.matching.search import all_pairs, candidates
from prioritera.matching.voices import spoken
from prioritera.model.need import Wording

WORDS = swedish()


def test_every_pair_that_is_alike_enough_is_found_in_order() -> None:
    needs = [spoken(one, WORDS) for one in as_needs(labelled(TUNE))]

    found = candidates(needs, WORDS)

    assert found == all_pairs(needs, WORDS)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_order_of_the_needs_changes_nothing() -> None:
    needs = [spoken(one, WORDS) for one in as_needs(labelled(TUNE))][:40]

    assert candidates(needs[::-1], WORDS) == candidates(needs, WORDS)


def test_the_wordings_of_one_need_are_no_pair() -> None:
    one = need("a", title="Undernäring", wordings=[Wording(need="a", text="golv"), Wording(need="b", text="golvet")])

    assert candidates([spoken(one, WORDS)], WORDS) == ()


def test_no_needs_and_needs_without_words_give_nothing() -> None:
    assert candidates([], WORDS) == ()
    assert candidates([spoken(need(name, title="", wordings=[]), WORDS) for name in "ab"], WORDS) == ()
