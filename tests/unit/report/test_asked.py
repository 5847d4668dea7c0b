from fractions import Fraction

import pytest

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.model.value import Missing
from prioritera.report.asked import condition_words, seen_words
from results import voice


@pytest.mark.parametrize(
    ("condition", "swedish", "english"),
    [
        (Condition(field="size", test=OneOf(["large"])), "stor", "large"),
        (Condition(field="size", test=OneOf(["small", "large"])), "liten eller stor", "small or large"),
        (Condition(field="urgent", test=OneOf([True])), "ja", "yes"),
        (Condition(field="urgent", test=OneOf([False]), missing=True), "nej eller ingen uppgift", "no or nothing stated"),
        (Condition(field="urgent", missing=True), "ingen uppgift", "nothing stated"),
        (Condition(field="units", test=Within(low=5)), "minst 5", "at least 5"),
        (Condition(field="units", test=Within(high=4)), "högst 4", "at most 4"),
        (Condition(field="units", test=Within(low=3, high=3)), "3", "3"),
        (Condition(field="anchoring", test=Within(low=2, high=4)), "från kommun till hela RSS:en", "from municipality to the whole RSS"),
        (
            Condition(field="causes", test=SetTest(any=frozenset({"gap", "law"}))),
            "kunskap saknas eller juridisk fråga",
            "no knowledge or legal question",
        ),
        (
            Condition(field="causes", test=SetTest(all=frozenset({"gap", "law"}))),
            "både kunskap saknas och juridisk fråga",
            "both no knowledge and legal question",
        ),
        (
            Condition(field="causes", test=SetTest(none=frozenset({"law"}), only=frozenset({"gap"}))),
            "inte juridisk fråga och enbart kunskap saknas",
            "not legal question and only no knowledge",
        ),
        (
            Condition(field="score", test=ShareOfScore(low=Fraction(2, 3))),
            "minst 2/3 av högsta möjliga",
            "at least 2/3 of the highest possible",
        ),
        (
            Condition(field="score", test=ShareOfScore(low=Fraction(1, 3), below=Fraction(2, 3))),
            "minst 1/3 av högsta möjliga och under 2/3 av högsta möjliga",
            "at least 1/3 of the highest possible and below 2/3 of the highest possible",
        ),
    ],
)
def test_a_condition_is_said_as_a_demand(condition: Condition, swedish: str, english: str) -> None:
    assert condition_words(voice(), condition) == swedish
    assert condition_words(voice("en"), condition) == english


def test_what_was_seen_is_said_before_what_was_demanded() -> None:
    condition = Condition(field="causes", test=SetTest(any=frozenset({"gap"})))
    trace = Trace(kind=Of.CONDITION, id="causes", verdict=Verdict.FAILED, condition=condition, seen=Missing())

    assert seen_words(voice(), trace) == "orsak: ej ifyllt (krav: kunskap saknas)"
    assert seen_words(voice("en"), trace) == "cause: blank (demand: no knowledge)"


def test_a_score_that_was_seen_is_its_share() -> None:
    condition = Condition(field="score", test=ShareOfScore(low=Fraction(2, 3)))
    trace = Trace(kind=Of.CONDITION, id="score", verdict=Verdict.FAILED, condition=condition, low=6, high=6, of=12)

    assert seen_words(voice(), trace) == "poängen: 1/2 av högsta möjliga (krav: minst 2/3 av högsta möjliga)"


def test_a_reason_without_a_condition_says_only_what_was_seen() -> None:
    trace = Trace(kind=Of.CONDITION, id="urgent", verdict=Verdict.HOLDS, seen=True)

    assert seen_words(voice(), trace) == "bråttom: ja (krav: )"
