"""Conditions in words: what a rule asks of a field, and what was seen."""

from fractions import Fraction

from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.field import Field
from prioritera.model.trace import Trace
from prioritera.report.voice import Voice, place_words, thing_name, value_words, words_of


def seen_words(voice: Voice, trace: Trace) -> str:
    """A condition that was asked: the value seen, and what was demanded of it."""
    wanted = condition_words(voice, trace.condition) if trace.condition is not None else ""
    return voice.say("condition.seen", field=thing_name(voice, trace.id), wanted=wanted, seen=_seen(voice, trace))


def _seen(voice: Voice, trace: Trace) -> str:
    if trace.id == SCORE and trace.low is not None and trace.of:
        return voice.say("condition.share", share=str(Fraction(trace.low, trace.of)))
    return value_words(voice, voice.rules.fields.get(trace.id), trace.seen)


def condition_words(voice: Voice, condition: Condition) -> str:
    """What a condition asks, as a demand on the value: at least this, one of those."""
    field = voice.rules.fields.get(condition.field)
    if condition.test is None:
        return voice.say("condition.missing")
    words = _test(voice, field, condition.test)
    return voice.say("condition.or-missing", wanted=words) if condition.missing else words


def _test(voice: Voice, field: Field | None, test: Test) -> str:
    if isinstance(test, OneOf):
        flags = [voice.term("yes" if value else "no") for value in (True, False) if value in test.values]
        words = words_of(voice, field, [value for value in test.values if isinstance(value, str)])
        return voice.one_of([*words, *flags])
    if isinstance(test, Within):
        return _within(voice, field, test)
    if isinstance(test, ShareOfScore):
        return _share(voice, test)
    return _set(voice, field, test)


def _within(voice: Voice, field: Field | None, test: Within) -> str:
    low = place_words(voice, field, test.low) if test.low is not None else ""
    high = place_words(voice, field, test.high) if test.high is not None else ""
    if test.low is not None and test.low == test.high:
        return low
    key = "between" if low and high else "least" if low else "most"
    return voice.say(f"condition.{key}", low=low, high=high)


def _share(voice: Voice, test: ShareOfScore) -> str:
    parts = [
        *([voice.say("condition.score-least", share=test.low)] if test.low is not None else []),
        *([voice.say("condition.score-below", share=test.below)] if test.below is not None else []),
    ]
    return voice.all_of(parts)


def _set(voice: Voice, field: Field | None, test: SetTest) -> str:
    parts = [
        *([voice.say("condition.any", words=voice.one_of(words_of(voice, field, test.any)))] if test.any is not None else []),
        *([voice.say("condition.all", words=voice.all_of(words_of(voice, field, test.all)))] if test.all is not None else []),
        *([voice.say("condition.none", words=voice.one_of(words_of(voice, field, test.none)))] if test.none is not None else []),
        *([voice.say("condition.only", words=voice.one_of(words_of(voice, field, test.only)))] if test.only is not None else []),
    ]
    return voice.all_of(parts)
