"""What people have done by hand, in words: changes beside what the rules said, reasons of judgements, and requests to reconsider."""

from collections.abc import Iterator

from prioritera.model.by_hand import OUTCOME, Appeal, Override
from prioritera.model.by_id import by_id as first_of
from prioritera.model.need import Need
from prioritera.model.result import Decision, Result
from prioritera.model.value import Assessment, Fact, Missing, Reason
from prioritera.report.assessed import assessment_words
from prioritera.report.document import Block, Paragraph
from prioritera.report.voice import Voice, actor_name, date_words, outcome_name, thing_name, value_words

Note = tuple[str, str]


def by_hand_notes(voice: Voice, decision: Decision) -> Iterator[Note]:
    """What was changed by hand, by whom, when and why; and what the rules alone would have come to."""
    for change in decision.by_hand:
        yield "by-hand", _change(voice, decision, change)
    if decision.by_rules is not None:
        yield "by-rules", _place(voice, decision.by_rules)


def _change(voice: Voice, decision: Decision, change: Override) -> str:
    """One change, with the word of the rules beside the one that was chosen."""
    if change.thing == OUTCOME:
        thing, chosen = voice.say("by-hand.outcome"), outcome_name(voice, str(change.to))
        said = "" if decision.by_rules is None else outcome_name(voice, decision.by_rules.outcome)
    else:
        name = "" if voice.rules.classes is None else voice.rules.classes.field
        field = voice.rules.fields.get(name)
        thing, chosen = thing_name(voice, name), value_words(voice, field, change.to)
        said = "" if decision.by_rules is None else value_words(voice, field, decision.by_rules.values.get(name))
    words = voice.say(
        "by-hand.changed",
        thing=thing,
        to=chosen,
        said=said,
        by=actor_name(voice, change.by),
        on=date_words(change.on),
        because=voice.term("quote", text=change.because),
    )
    followed = f" {voice.say('by-hand.followed')}" if change.thing == OUTCOME else ""
    return f"{words}{followed}{_sourced(voice, change.source)}"


def _place(voice: Voice, said: Decision) -> str:
    """Where the rules alone would have put a need."""
    outcome = outcome_name(voice, said.outcome)
    if said.standing is None:
        return outcome
    best, worst = said.standing.best, said.standing.worst
    if best != worst:
        return voice.say("by-hand.place-open", outcome=outcome, best=best, worst=worst)
    return voice.say("by-hand.place-shared" if said.standing.shared else "by-hand.place", outcome=outcome, place=best)


def reason_notes(voice: Voice, need: Need) -> Iterator[Note]:
    """Why people judged as they did, in the order of the rule set: each fact and each assessment that says so."""
    for name, field in voice.rules.fields.items():
        fact = need.facts.get(name)
        if fact is not None and fact.because:
            yield "judged-because", _because(voice, name, value_words(voice, field, fact.value), fact)
    for criterion in voice.rules.criteria:
        assessment = need.assess.get(criterion.id)
        if assessment is not None and assessment.because:
            yield "judged-because", _because(voice, criterion.id, assessment_words(voice, criterion, assessment), assessment)


def state_notes(voice: Voice, need: Need) -> Iterator[Note]:
    """What varies and what people do not know of a need that is placed by its class, told apart: two answers, and neither is a gap.

    A rule set may have them among its own words, by the ids of the states, or leave them to the states in which a fact is missing.
    """
    if voice.rules.classes is None:
        return
    for state in (Reason.VARIES, Reason.DONT_KNOW):
        names = [
            name for name in voice.rules.fields if (fact := need.facts.get(name)) is not None and fact.value in (state, Missing(state))
        ]
        if names:
            yield state.value, voice.all_of([thing_name(voice, name) for name in names])


def _because(voice: Voice, name: str, value: str, said: Fact | Assessment) -> str:
    return voice.say("by-hand.judged", thing=thing_name(voice, name), value=value, why=reason_words(voice, said))


def reason_words(voice: Voice, said: Fact | Assessment) -> str:
    """Who judged, which day and why, as much of it as is said."""
    key = f"by-hand.why{'-by' if said.by else ''}{'-on' if said.on is not None else ''}"
    on = date_words(said.on) if said.on is not None else ""
    return voice.say(key, by=actor_name(voice, said.by), on=on, because=voice.term("quote", text=said.because))


def appeal_notes(voice: Voice, decision: Decision) -> Iterator[Note]:
    """What somebody has against the decision, and what was answered."""
    for appeal in decision.appeals:
        yield "appeal", _appeal(voice, appeal)


def _appeal(voice: Voice, appeal: Appeal) -> str:
    said = voice.say(
        "appeal.asked",
        by=actor_name(voice, appeal.by),
        on=date_words(appeal.on),
        because=voice.term("quote", text=appeal.because),
    )
    if appeal.answered_on is None:
        answer = voice.say("appeal.unanswered")
    else:
        answer = voice.say("appeal.answered", on=date_words(appeal.answered_on), answer=voice.term("quote", text=appeal.answer))
    return f"{said} {answer}{_sourced(voice, appeal.source)}"


def _sourced(voice: Voice, source: str) -> str:
    return f" {voice.say('by-hand.source', source=source)}" if source else ""


def by_hand_blocks(voice: Voice, result: Result) -> Iterator[Block]:
    """What must be known before anything else is read: requests that nobody has answered, and that some of it is changed by hand."""
    open_ones = [appeal for appeal in result.round.appeals if appeal.answered_on is None]
    if open_ones:
        titles = {need: decision.title or need for need, decision in first_of(result.decisions).items()}
        named = dict.fromkeys(voice.term("quote", text=titles.get(appeal.need, appeal.need)) for appeal in open_ones)
        yield Paragraph(voice.count("appeal.open", len(open_ones), needs=voice.all_of(list(named))), notice=True)
    changed = sum(bool(decision.by_hand) for decision in result.decisions)
    if changed:
        yield Paragraph(voice.count("by-hand.count", changed), notice=True)
