"""What people have done by hand, as records: changes beside what the rules gave, and appeals."""

from prioritera.model.by_hand import OUTCOME, Appeal, Override
from prioritera.model.result import Decision
from prioritera.report.records import Record, Voices, day, fact, place
from prioritera.report.voice import destination_name, outcome_name, value_words


def by_hand_record(voices: Voices, decision: Decision) -> Record:
    """The changes of one need, what it would have been without any, and the appeals."""
    return {
        "by_hand": [_change(voices, decision, change) for change in decision.by_hand],
        "by_rules": _by_rules(voices, decision.by_rules),
        "appeals": [_appeal(appeal) for appeal in decision.appeals],
    }


def _change(voices: Voices, decision: Decision, change: Override) -> Record:
    is_outcome = change.thing == OUTCOME
    name = "" if is_outcome or voices.rules.classes is None else voices.rules.classes.field
    field = voices.rules.fields.get(name)
    said = decision.by_rules.values.get(name) if decision.by_rules is not None else None
    return {
        "thing": change.thing,
        "field": name or None,
        "to": voices.named(str(change.to), outcome_name) if is_outcome else None,
        "to_class": None if is_outcome else {"value": change.to, "words": voices.said(lambda voice: value_words(voice, field, change.to))},
        "said_class": None if is_outcome else {"value": fact(said), "words": voices.said(lambda voice: value_words(voice, field, said))},
        "by": change.by,
        "on": day(change.on),
        "because": change.because,
        "source": change.source or None,
        "place": place(change.span),
    }


def _by_rules(voices: Voices, said: Decision | None) -> Record | None:
    """What the rules alone come to; null where no change by hand has made it otherwise."""
    if said is None:
        return None
    standing = said.standing
    return {
        "outcome": voices.named(said.outcome, outcome_name),
        "destination": voices.named_or_null(said.destination, destination_name),
        "list": said.list_id or None,
        "best": None if standing is None else standing.best,
        "worst": None if standing is None else standing.worst,
        "shared": None if standing is None else standing.shared,
    }


def _appeal(appeal: Appeal) -> Record:
    return {
        "need": appeal.need,
        "by": appeal.by,
        "on": day(appeal.on),
        "because": appeal.because,
        "answer": appeal.answer or None,
        "answered_on": day(appeal.answered_on),
        "source": appeal.source or None,
        "place": place(appeal.span),
    }
