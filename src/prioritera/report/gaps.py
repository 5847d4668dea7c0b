"""The needs that go to SBU in the form that its database of evidence gaps has: what is not known is asked for, never filled in.

An evidence gap is narrower than "we do not know": the effect of a method that is used, or soon used, in Sweden. A question that is known
to be about something else is kept apart.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.need import Check, Need
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.model.value import Missing
from prioritera.report.voice import Voice, area_name, question_of, value_words
from prioritera.report.ways import sender_name
from prioritera.words.catalogue import say

RECIPIENT: Final = "sbu"
# The facts that are read, where the rule set has them: what kind of question it is, and where the sender has looked.
QUESTION_KIND: Final = "question-kind"
EFFECT: Final = "effect"
SEARCHED: Final = "searched"
# What must be said of a gap, and where the need says it.
_STATED: Final = {"population": "target_group", "intervention": "intervention", "comparison": "comparison", "outcome": "outcome"}
_WORDS: Final = ("use_in_sweden", "gap_type")


@attrs.frozen(kw_only=True)
class Gap:
    """One need as SBU asks for it. `said` is what is known, by column, in the language; what is not there has a question in `questions`.

    `kind` is the kind of question in words, "" when nobody has said it. `is_effect` is False where it is known to be about something else.
    """

    id: str
    title: str
    wordings: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    area: str
    asked_for: str
    said: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    evidence: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    senders: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    questions: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    kind: str = ""
    is_effect: bool = True


def gaps_of(result: Result, model: Model, language: str) -> tuple[Gap, ...]:
    """The needs of a run that go to SBU, in record order.

    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> [(gap.id, gap.said["sources_checked"]) for gap in gaps_of(prioritise(round_, model), model, "sv")]
    [('orebro-kognitiv-svikt', 'plats ej angiven: en granskning har fastställt att kunskap saknas (K18:330)')]
    """
    voice = Voice(language, model.rules, model.network)
    return tuple(
        _gap(voice, decision, decision.need)
        for decision in result.decisions
        if decision.need is not None and decision.destination == RECIPIENT
    )


def _gap(voice: Voice, decision: Decision, need: Need) -> Gap:
    kind = need.facts[QUESTION_KIND].value if QUESTION_KIND in need.facts else Missing()
    said = dict(_said(voice, need))
    asked = [*_STATED, *_WORDS, "sources_checked"]
    questions = {name: say(voice.language, f"gaps.questions.{name}") for name in asked if name not in said}
    # A type of gap is a type of question about effect: whoever has said it has said that too.
    if isinstance(kind, Missing) and "gap_type" not in said:
        known = QUESTION_KIND in voice.rules.fields
        questions["question_kind"] = question_of(voice, QUESTION_KIND) if known else say(voice.language, "gaps.questions.question_kind")
    return Gap(
        id=need.id,
        title=need.title,
        wordings=list(dict.fromkeys(wording.text for wording in need.wordings)),
        area=area_name(voice, need.area),
        asked_for=voice.of(voice.rules.outcomes[decision.outcome].label),
        said=said,
        evidence=[" ".join(part for part in (one.kind, one.text, one.document, one.source) if part) for one in need.evidence],
        senders=list(dict.fromkeys(sender_name(voice, origin) for origin in need.origins)),
        questions=questions,
        kind="" if isinstance(kind, Missing) else value_words(voice, voice.rules.fields.get(QUESTION_KIND), kind),
        is_effect=isinstance(kind, Missing) or kind == EFFECT,
    )


def _said(voice: Voice, need: Need) -> Iterator[tuple[str, str]]:
    """What the need says, by column."""
    for column, part in _STATED.items():
        text = getattr(need.question, part)
        if text:
            yield column, text
    for column in _WORDS:
        word = getattr(need.question, column)
        if word:
            yield column, say(voice.language, f"gaps.{column}.{word}")
    sources = [*(check_words(voice.language, check) for check in need.checked), *searched_words(voice, need)]
    if sources:
        yield "sources_checked", "; ".join(sources)


def check_words(language: str, check: Check) -> str:
    """Where somebody looked for what exists, what came of it, who it was and when, as far as it is recorded."""
    where = ", ".join(check.where) or say(language, "gaps.found-nowhere")
    text = say(language, f"gaps.found.{check.found}", where=where)
    by = " ".join(part for part in (check.by, check.on.isoformat() if check.on else "") if part)
    text = say(language, "gaps.found-by", text=text, by=by) if by else text
    return say(language, "gaps.found-source", text=text, source=check.source) if check.source else text


def searched_words(voice: Voice, need: Need) -> Sequence[str]:
    """Where the sender has looked, as far as the rule set asks for it."""
    value = need.facts[SEARCHED].value if SEARCHED in need.facts else Missing()
    if isinstance(value, Missing):
        return ()
    return (say(voice.language, "gaps.searched", places=value_words(voice, voice.rules.fields.get(SEARCHED), value)),)
