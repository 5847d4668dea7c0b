"""What places a need besides its score is told in words: the field from first to last, a least level, what tells equals apart."""

import attrs
import pytest

from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.report.standing import minimum_rows, ordering_words, tie_rows
from prioritera.report.voice import Voice
from results import whole


def voice_with(language: str, *breakers: TieBreaker) -> Voice:
    _, model = whole()
    rules: RuleSet = attrs.evolve(model.rules, tie_breakers=breakers)
    return Voice(language, rules, model.network)


def placed() -> Decision:
    return next(one for one in whole()[0].decisions if one.list_id and one.need is not None)


@pytest.mark.parametrize(
    ("language", "breaker", "said"),
    [
        ("sv", TieBreaker(field="units"), "antal enheter, från 20 till 0"),
        ("sv", TieBreaker(criterion="weight-of-it"), "betydelse, högst först"),
        ("sv", TieBreaker(criterion="weight-of-it", prefer="less"), "betydelse, lägst först"),
        ("en", TieBreaker(criterion="weight-of-it"), "impact, highest first"),
        ("en", TieBreaker(criterion="weight-of-it", prefer="less"), "impact, lowest first"),
    ],
)
def test_what_tells_equals_apart_is_named_from_the_first(language: str, breaker: TieBreaker, said: str) -> None:
    assert ordering_words(voice_with(language, breaker), breaker).lower() == said


def test_a_placed_need_shows_what_it_has_of_it_and_no_other_need_does() -> None:
    voice = voice_with("sv", TieBreaker(field="units"), TieBreaker(criterion="weight-of-it"))
    one = placed()

    [(title, words)] = tie_rows(voice, one)

    assert title == "Vid lika"
    assert words.lower().startswith("antal enheter: ")
    assert "; betydelse: " in words.lower()
    assert list(tie_rows(voice, attrs.evolve(one, list_id=""))) == []
    assert list(tie_rows(voice_with("sv"), one)) == []
    assert dict(tie_rows(voice, attrs.evolve(one, need=None)))["Vid lika"].lower().endswith("; betydelse: ej ifyllt")


def test_a_need_without_a_score_reaches_and_fails_no_least_level() -> None:
    assert list(minimum_rows(voice_with("sv"), attrs.evolve(placed(), score=None))) == []
