from typing import Any

from builders import need
from prioritera.matching.kinship import vocabulary_of
from prioritera.matching.lexicon import swedish
from prioritera.matching.likeness import Candidate, candidate
from prioritera.matching.voices import spoken
from prioritera.model.need import Need, Question, Wording
from prioritera.model.value import Fact

WORDS = swedish()


def said(ident: str, title: str, **changes: Any) -> Need:  # noqa: ANN401 -- parts of a need
    return need(ident, **{"title": title, "area": "elderly-care", "wordings": [], **changes})


def pair(*needs: Need) -> Candidate | None:
    heard = [spoken(one, WORDS) for one in needs]
    words = vocabulary_of({word for one in heard for voice in one.voices for word in voice.words}, WORDS)
    return candidate(heard[0], heard[1], words, WORDS)


def test_the_same_text_is_wholly_alike_and_says_so() -> None:
    assert pair(said("b", "Fallprevention på golv"), said("a", "Fallprevention på golv")) == Candidate(
        first="a",
        second="b",
        score=1000,
        words=[("fallprevention", "fallprevention"), ("golv", "golv")],
        agree=["title"],
    )


def test_the_same_wording_under_other_titles_is_told() -> None:
    ours, theirs = ([Wording(need=name, text="Fallprevention på golv")] for name in "ab")

    found = pair(said("a", "Fall", wordings=ours), said("b", "Golv", wordings=theirs))

    assert found is not None
    assert found.agree == ("wording",)


def test_the_reason_shows_the_words_as_each_of_them_wrote_it() -> None:
    found = pair(said("a", "Undernäring på SÄBO"), said("b", "Undernäring i särskilt boende"))

    assert found is not None
    assert found.words == (("undernäring", "undernäring"), ("säbo", "särskilt boende"))


def test_no_word_in_common_is_no_candidate() -> None:
    assert pair(said("a", "Fall"), said("b", "Ensamhet")) is None
    assert pair(said("a", ""), said("b", "")) is None


def test_another_area_or_cause_needs_more() -> None:
    alike, far = "Undernäring golv fall", "Undernäring golv lampor stolar"

    assert pair(said("a", alike), said("b", far)) is not None
    assert pair(said("a", alike), said("b", far, area="disability")) is None
    assert pair(said("a", alike, facts=cause("x")), said("b", far, facts=cause("y"))) is None


def test_what_is_very_alike_is_told_as_of_another_area_or_cause() -> None:
    other = pair(said("a", "Undernäring"), said("b", "Undernäring", area="disability"))
    cause_apart = pair(said("a", "Undernäring golv", facts=cause("x")), said("b", "Undernäring golv", facts=cause("y")))

    assert other is None
    assert cause_apart is not None
    assert (cause_apart.differ, cause_apart.is_across) == (("cause",), True)


def test_an_area_that_is_not_stated_may_be_any() -> None:
    found = pair(said("a", "Undernäring golv"), said("b", "Undernäring golv", area="not-stated"))

    assert found is not None
    assert (found.differ, found.is_across) == ((), False)


def cause(word: str) -> dict[str, Fact]:
    return {"causes": Fact(value=frozenset({word}))}


def test_other_people_make_two_wordings_less_alike() -> None:
    same = pair(said("a", "Undernäring golv äldre"), said("b", "Undernäring golv äldre kvinnor"))
    other = pair(said("a", "Undernäring golv äldre"), said("b", "Undernäring golv unga"))

    assert same is not None
    assert other is not None
    assert (same.differ, other.differ) == ((), ("people",))
    assert other.score < same.score * 6 // 10 + 1


def test_fields_that_agree_are_told_and_a_stated_other_target_group_counts_against() -> None:
    ours = said("a", "Undernäring golv", question=Question(target_group="brukare", intervention="matlåda", context="hemmet"))
    theirs = said("b", "Undernäring golv", question=Question(target_group="klienter", intervention="matlåda", context="sjukhuset"))
    others = said("b", "Undernäring golv", question=Question(target_group="personal", intervention="matlåda"))

    agree, apart = pair(ours, theirs), pair(ours, others)

    assert agree is not None
    assert apart is not None
    assert (agree.agree, agree.differ) == (("title", "target_group", "intervention"), ("context",))
    assert apart.differ == ("target_group",)
    assert apart.score < agree.score


def test_the_best_of_several_wordings_counts() -> None:
    several = said("a", "", wordings=[Wording(need="a", text="Ensamhet"), Wording(need="c", text="Undernäring golv")])

    found = pair(several, said("b", "Undernäring golv"))

    assert found is not None
    assert (found.score, found.words) == (1000, (("golv", "golv"), ("undernäring", "undernäring")))


def test_each_word_goes_with_one_of_the_others_only() -> None:
    found = pair(said("a", "läkemedelsrum läkemedelsskåp golv"), said("b", "läkemedel golv"))

    assert found is not None
    assert found.words == (("golv", "golv"), ("läkemedelsrum", "läkemedel"))
