"""Traces as data: each table, rule and condition with what was seen, and what was asked."""

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.trace import Trace
from prioritera.report.asked import condition_words
from prioritera.report.records import Record, Voices, fact, label, number, place


def trace_record(voices: Voices, trace: Trace) -> Record:
    """A trace with its parts, as deep as they go."""
    return {
        "kind": trace.kind.value,
        "id": trace.id,
        "verdict": trace.verdict.value,
        "conclusion": _conclusion(trace.conclusion),
        "condition": _condition(voices, trace.condition) if trace.condition is not None else None,
        "seen": fact(trace.seen),
        "low": trace.low,
        "high": trace.high,
        "of": trace.of,
        "known": trace.known,
        "because": label(trace.because),
        "source": trace.source or None,
        "status": trace.status or None,
        "place": place(trace.span),
        "parts": [trace_record(voices, part) for part in trace.parts],
    }


def _conclusion(conclusion: str | int | tuple[str, ...]) -> str | int | list[str] | None:
    """A word, a number, words in the order of the hit policy, or null for none."""
    if isinstance(conclusion, tuple):
        return list(conclusion)
    return None if conclusion == "" else conclusion


def _condition(voices: Voices, condition: Condition) -> Record:
    return {
        "field": condition.field,
        "test": test_record(condition.test),
        "missing": condition.missing,
        "words": voices.said(lambda voice: condition_words(voice, condition)),
    }


def test_record(test: Test | None) -> Record | None:
    """What a condition asks; null when it asks for what is missing alone."""
    if isinstance(test, OneOf):
        return {"one_of": sorted(test.values, key=str)}
    if isinstance(test, Within):
        return {"low": test.low, "high": test.high}
    if isinstance(test, ShareOfScore):
        return {
            "min_share": number(test.low) if test.low is not None else None,
            "below_share": number(test.below) if test.below is not None else None,
        }
    return {name: sorted(words) for name, words in _set_parts(test).items()} if isinstance(test, SetTest) else None


def _set_parts(test: SetTest) -> dict[str, frozenset[str]]:
    parts = {"any": test.any, "all": test.all, "none": test.none, "only": test.only}
    return {name: words for name, words in parts.items() if words is not None}
