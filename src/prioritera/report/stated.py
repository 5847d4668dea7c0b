"""What people have stated of a need and no rule tells of: what a panel had before it, and what stands beside the score."""

from prioritera.model.field import Field, Origin
from prioritera.model.need import Need
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.report.by_hand import reason_words
from prioritera.report.document import Pairs, Section
from prioritera.report.notes import marked
from prioritera.report.voice import Voice, actor_name, capital, thing_name, value_words

_BUILT_IN = "area"


def stated_section(voice: Voice, need: Need) -> Section | None:
    """Facts in the order of the fields, with source and who said them: all where rules place by classes, else those for people to weigh.

    Where a panel concludes, most facts are read by people and by no rule, so that no other part of the explanation shows them.
    """
    fields = _facts(voice.rules) if voice.rules.classes is not None else _beside(voice.rules)
    if not fields:
        return None
    title = voice.say("stated.title" if voice.rules.classes is not None else "stated.beside")
    return Section(title, (Pairs(tuple(_pair(voice, need, field) for field in fields)),))


def beside_words(voice: Voice, need: Need) -> str:
    """What is stated beside a score that no rule reads, such as a sign or a cost that people weigh themselves; "" when nothing is."""
    if voice.rules.classes is not None:
        return ""
    said = [(field, fact) for field in _beside(voice.rules) if (fact := need.facts.get(field.id)) is not None]
    return "; ".join(
        voice.say("stated.one", field=marked(voice, thing_name(voice, field.id), field.status), words=value_words(voice, field, fact.value))
        for field, fact in said
    )


def _facts(rules: RuleSet) -> list[Field]:
    return [field for field in rules.fields.values() if field.origin is Origin.FACT and field.id != _BUILT_IN]


def _beside(rules: RuleSet) -> list[Field]:
    """The facts that nobody is asked for and no rule, list key or tie-breaker reads: they are there for people to weigh."""
    bans = () if rules.bans is None else rules.bans.reads
    read = {*bans, *rules.list_key, *(one.field for one in rules.orderings), *(name for table in rules.all_tables for name in table.reads)}
    return [field for field in _facts(rules) if not field.find_out and field.id not in read]


def _pair(voice: Voice, need: Need, field: Field) -> tuple[str, str]:
    fact = need.facts.get(field.id)
    why = reason_words(voice, fact) if fact is not None and fact.because else ""
    words = value_words(voice, field, Missing() if fact is None else fact.value)
    told = [
        *([voice.say("stated.source", source=fact.source)] if fact is not None and fact.source else []),
        *([voice.say("stated.by", who=actor_name(voice, fact.by))] if fact is not None and fact.by and not fact.because else []),
        *([f"{why[:1].lower()}{why[1:]}"] if why else []),
    ]
    name = marked(voice, capital(thing_name(voice, field.id)), field.status)
    return name, voice.say("stated.with", words=words, told="; ".join(told)) if told else words
