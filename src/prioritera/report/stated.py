"""What people have stated of a need whose place others have concluded: every fact that was before them, and those that nobody stated."""

from prioritera.model.field import Field, Origin
from prioritera.model.need import Need
from prioritera.model.value import Missing
from prioritera.report.by_hand import reason_words
from prioritera.report.document import Pairs, Section
from prioritera.report.voice import Voice, actor_name, capital, thing_name, value_words

_BUILT_IN = "area"


def stated_section(voice: Voice, need: Need) -> Section | None:
    """Every fact in the order of the fields, with its source and who said it; None unless the rules place by classes.

    Where a panel concludes, most facts are read by people and by no rule, so that no other part of the explanation shows them.
    """
    fields = [field for field in voice.rules.fields.values() if field.origin is Origin.FACT and field.id != _BUILT_IN]
    if voice.rules.classes is None or not fields:
        return None
    return Section(voice.say("stated.title"), (Pairs(tuple(_pair(voice, need, field) for field in fields)),))


def _pair(voice: Voice, need: Need, field: Field) -> tuple[str, str]:
    fact = need.facts.get(field.id)
    why = reason_words(voice, fact) if fact is not None and fact.because else ""
    words = value_words(voice, field, Missing() if fact is None else fact.value)
    told = [
        *([voice.say("stated.source", source=fact.source)] if fact is not None and fact.source else []),
        *([voice.say("stated.by", who=actor_name(voice, fact.by))] if fact is not None and fact.by and not fact.because else []),
        *([f"{why[:1].lower()}{why[1:]}"] if why else []),
    ]
    return capital(thing_name(voice, field.id)), voice.say("stated.with", words=words, told="; ".join(told)) if told else words
