"""What places a need besides its score: the classes before it, a least level that is not reached, and what tells equals apart."""

from collections.abc import Iterator

from prioritera.model.field import Kind
from prioritera.model.result import Decision
from prioritera.model.ruleset import TieBreaker
from prioritera.report.assessed import assessment_words
from prioritera.report.notes import marked
from prioritera.report.voice import Voice, thing_name, value_words


def ordering_words(voice: Voice, ordering: TieBreaker) -> str:
    """What needs are told apart by, from the word that comes first to the last."""
    if ordering.criterion:
        return voice.say(f"preface.{ordering.prefer}-first", criterion=thing_name(voice, ordering.criterion))
    field = voice.rules.fields[ordering.field]
    words = [voice.of(term.label) for term in field.terms]
    if not words:
        words = [str(field.low), str(field.high)] if field.kind is Kind.WHOLE else [voice.term("no"), voice.term("yes")]
    first, last = (words[0], words[-1]) if ordering.prefer == "less" else (words[-1], words[0])
    return voice.say("preface.by-class", field=marked(voice, thing_name(voice, field.id), field.status), first=first, last=last)


def minimum_rows(voice: Voice, decision: Decision) -> Iterator[tuple[str, str]]:
    """The criteria whose least level the need does not reach, or may not reach."""
    if decision.score is not None:
        for share in decision.score.shares:
            if not share.tier_low:
                key = "minimum.may-fail" if share.tier_high else "minimum.fails"
                yield voice.say("note.minimum"), voice.say(key, criterion=thing_name(voice, share.criterion))


def tie_rows(voice: Voice, decision: Decision) -> Iterator[tuple[str, str]]:
    """What the need has of that which tells needs of equal score apart."""
    if decision.list_id and voice.rules.tie_breakers:
        yield voice.say("preface.ties"), "; ".join(_held(voice, decision, one) for one in voice.rules.tie_breakers)


def _held(voice: Voice, decision: Decision, ordering: TieBreaker) -> str:
    if ordering.criterion:
        criterion = voice.rules.criterion(ordering.criterion)
        said = decision.need.assess.get(criterion.id) if decision.need is not None else None
        words = assessment_words(voice, criterion, said)
    else:
        words = value_words(voice, voice.rules.fields[ordering.field], decision.values.get(ordering.field))
    return voice.say("stated.one", field=thing_name(voice, ordering.criterion or ordering.field), words=words)
