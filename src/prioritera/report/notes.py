"""What is told of one need in a line each: why, the way, the condition, the time, who else is told, how the answer returns.

A note is (what it is about, its text); what is the same for all needs of a list is told once, before them.
"""

from collections.abc import Container, Iterator, Sequence

from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Origin
from prioritera.model.outcome import CONFLICT, FACT_NEEDED
from prioritera.model.result import Decision, Fired
from prioritera.model.round import Answer
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.model.way import Told
from prioritera.report.by_hand import appeal_notes, by_hand_notes, reason_notes, state_notes
from prioritera.report.checked import check_lines, comment_lines, spread_line
from prioritera.report.precise import precise_line
from prioritera.report.voice import (
    Voice,
    actor_name,
    criterion_of,
    date_words,
    destination_name,
    kind_name,
    outcome_name,
    question_of,
    rule_of,
    thing_name,
    value_words,
)
from prioritera.report.ways import Clock, back_lines, conditions, decided, returns_to_sender, time_line, unanswered_line, way_lines

Note = tuple[str, str]
PROPOSAL = "proposal"


def notes(voice: Voice, clock: Clock, decision: Decision, without: Container[str] = ()) -> tuple[Note, ...]:
    """Everything that is told of where a need goes and why, in order; not what some notes are about, where that is told elsewhere."""
    return tuple(note for note in _notes(voice, clock, decision) if note[0] not in without)


def _notes(voice: Voice, clock: Clock, decision: Decision) -> Iterator[Note]:
    yield from by_hand_notes(voice, decision)
    yield from _told("why", [why_line(voice, decision)])
    yield from _told("alternatives", [alternatives_line(voice, decision)])
    yield from _told("ask", [" ".join(asked(voice, decision))])
    yield from _told("precise", [precise_line(voice, decision)])
    if returns_to_sender(decision):
        yield from _told("back-to-sender", back_lines(voice, decision))
    else:
        yield from _told("way", way_lines(voice, decision))
        yield from _told("condition", conditions(voice, decision))
        yield from _told("decided", decided(voice, decision))
        yield from _told("time", [time_line(voice, clock, decision)])
    for role in dict.fromkeys(told.role for told in decision.also):
        yield from _told(f"also-{role}", [voice.all_of([_who(voice, told) for told in decision.also if told.role == role])])
    if not returns_to_sender(decision):
        yield from _told("feedback", back_lines(voice, decision))
    yield from _told("feedback", [unanswered_line(voice, decision)])
    if decision.need is not None:
        yield from _told("spread", [spread_line(voice, decision.need)])
        yield from _told("check", check_lines(voice, decision.need.tallies))
        yield from _told("check-comment", comment_lines(voice, decision.need.tallies))
        yield from state_notes(voice, decision.need)
        yield from reason_notes(voice, decision.need)
    yield from appeal_notes(voice, decision)
    yield from _told("answer", [answer_line(voice, answer) for answer in decision.answers])


def _told(about: str, texts: Sequence[str]) -> Iterator[Note]:
    return ((about, text) for text in texts if text)


def _who(voice: Voice, told: Told) -> str:
    if told.nearest:
        return voice.say("way.nearest-unknown", kind=kind_name(voice, told.nearest))
    return actor_name(voice, told.actor) if told.actor else voice.say("note.nobody-named")


def shared_notes(notes_of: Sequence[tuple[Note, ...]]) -> tuple[Note, ...]:
    """The notes that several needs have in common; none when there is only one need.

    >>> shared_notes([(("why", "a"), ("way", "b")), (("why", "a"),)])
    (('why', 'a'),)
    """
    if len(notes_of) <= 1:
        return ()
    abouts = {about for notes in notes_of for about, _ in notes}
    alike = {about for about in abouts if len({tuple(n for n in notes if n[0] == about) for notes in notes_of}) == 1}
    return tuple(note for note in notes_of[0] if note[0] in alike)


def as_rows(voice: Voice, notes: Sequence[Note]) -> tuple[tuple[str, str], ...]:
    """The notes as rows of labels and texts."""
    return tuple((voice.say(f"note.{about}"), text) for about, text in notes)


def marked(voice: Voice, text: str, status: str) -> str:
    """The text with the mark of its status: what nobody has decided is never shown as if somebody had."""
    return f"{text} {voice.say('mark', status=voice.term(f'status.{status}'))}" if status else text


def why_line(voice: Voice, decision: Decision) -> str:
    """Why the need has its outcome and its destination: the reasons of the rules that decided."""
    if decision.outcome == CONFLICT:
        return voice.say("why.conflict", things=voice.all_of([thing_name(voice, name) for name in decision.hangs_on]))
    if decision.hangs_on:
        return voice.say("why.hangs-on", things=voice.all_of([_with_value(voice, decision, name) for name in decision.hangs_on]))
    rules = _deciding(voice.rules, decision)
    reasons = dict.fromkeys(marked(voice, voice.of(rule.because), rule.status) for rule in rules if rule.because is not None)
    return " ".join(text for text in (_failed_minimum(voice, decision), *reasons) if text)


def _deciding(rules: RuleSet, decision: Decision) -> Iterator[Rule]:
    """The rule that gave the outcome, if a rule did, and the rule that gave the destination."""
    for fired in (_fired_in(decision, rules.triage.id), _fired_in(decision, rules.destination.id)):
        rule = rule_of(rules, fired.table, fired.rule) if fired is not None else None
        if rule is not None and (fired is None or fired.table == rules.destination.id or rule.then == decision.outcome):
            yield rule


def _fired_in(decision: Decision, table: str) -> Fired | None:
    return next((fired for fired in decision.fired if fired.table == table), None)


def _failed_minimum(voice: Voice, decision: Decision) -> str:
    """The criterion whose minimum ended in this outcome, where triage had said another."""
    fired = _fired_in(decision, voice.rules.triage.id)
    rule = rule_of(voice.rules, fired.table, fired.rule) if fired is not None else None
    if rule is None or decision.outcome_by_hand or decision.outcome in (rule.then, FACT_NEEDED):
        return ""
    gates = [c for c in voice.rules.criteria if c.minimum is not None and c.minimum.outcome == decision.outcome]
    return voice.say("why.minimum", criterion=voice.one_of([voice.of(gate.label) for gate in gates])) if gates else ""


def alternatives_line(voice: Voice, decision: Decision) -> str:
    """What an open result could be."""
    if not decision.alternatives:
        return ""
    outcomes = list(dict.fromkeys(alternative.outcome for alternative in decision.alternatives))
    rules = [rule_of(voice.rules, voice.rules.destination.id, alternative.destination_rule) for alternative in decision.alternatives]
    goals = dict.fromkeys(destination_name(voice, goal_of(rule)) for rule in rules if rule is not None)
    if len(outcomes) > 1 or not goals:
        return voice.one_of([outcome_name(voice, outcome) for outcome in outcomes])
    return voice.say("why.one-outcome", outcome=outcome_name(voice, outcomes[0]), destinations=voice.one_of(list(goals)))


def asked(voice: Voice, decision: Decision) -> tuple[str, ...]:
    """The questions that the deciding rule asks, with what is known now where something is."""
    return tuple(question for name in decision.ask for question in _questions(voice, decision, name))


def _questions(voice: Voice, decision: Decision, name: str) -> Iterator[str]:
    """The question of a field or a criterion; of the score, those of the criteria that leave it open."""
    if name != SCORE:
        yield _with_question(voice, decision, name)
    elif decision.score is not None:
        yield from (question_of(voice, share.criterion) for share in decision.score.shares if share.may_narrow)


def _with_question(voice: Voice, decision: Decision, name: str) -> str:
    question = question_of(voice, name)
    field = voice.rules.fields.get(name)
    if field is None or field.origin is Origin.FACT or name not in decision.values:
        return question
    return voice.say("ask.now", question=question, value=value_words(voice, field, decision.values[name]))


def _with_value(voice: Voice, decision: Decision, name: str) -> str:
    field: Field | None = voice.rules.fields.get(name)
    if field is None or name not in decision.values:
        return thing_name(voice, name)
    return voice.say("why.thing", name=thing_name(voice, name), value=value_words(voice, field, decision.values[name]))


def find_out_line(voice: Voice, name: str) -> str:
    """One thing worth finding out: the question, and of a criterion its name and who can find out, where the rule set says who."""
    criterion = criterion_of(voice.rules, name)
    question = question_of(voice, name)
    if criterion is None:
        return question
    parts = [
        *([voice.say("find-out.criterion", name=voice.of(criterion.label))] if criterion.question is not None else []),
        question,
        *([voice.say("find-out.by", who=voice.term(f"filled-by.{criterion.filled_by}"))] if criterion.filled_by else []),
    ]
    return " ".join(parts)


def answer_line(voice: Voice, answer: Answer) -> str:
    """What a recipient has said, bound to the question that was asked."""
    when = f", {date_words(answer.on)}" if answer.on is not None else ""
    link = f" {answer.link}" if answer.link else ""
    who = actor_name(voice, answer.who)
    return (
        voice.say(
            "answer", who=f"{who}{when}", question=voice.term("quote", text=answer.question), text=voice.term("quote", text=answer.text)
        )
        + link
    )


def goal_of(rule: Rule) -> str:
    """The name of where a rule of the destination table leads, as decisions name it; "" for a rule that leads nowhere."""
    target: Target | None = rule.then.to if isinstance(rule.then, Course) else None
    if target is None:
        return ""
    return target.actor or (f"nearest:{target.nearest}" if target.nearest else "origin" if target.origin else "contact")
