"""What things are called: the words of one language for what a rule set and a network name by id."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

import attrs

from prioritera.model.condition import SCORE
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule, Table
from prioritera.model.text import Label
from prioritera.model.value import Between, FactValue, Missing
from prioritera.reading.numbers import decimal_text
from prioritera.words.catalogue import has, listing, say


@attrs.frozen
class Voice:
    """The language that a document is written in, and whose labels it uses."""

    language: str
    rules: RuleSet
    network: Network

    def say(self, key: str, **parameters: object) -> str:
        """A sentence of the report."""
        return say(self.language, f"report.{key}", **parameters)

    def count(self, key: str, number: int, **parameters: object) -> str:
        """A sentence about a number of things: `key.one` for one, `key.many` otherwise."""
        return self.say(f"{key}.{'one' if number == 1 else 'many'}", number=number, **parameters)

    def term(self, key: str, **parameters: object) -> str:
        """A word that all texts share; where the catalogue has none, the end of the key as it stands."""
        path = f"terms.{key}"
        return say(self.language, path, **parameters) if has(self.language, path) else key.rpartition(".")[2]

    def of(self, label: Label | None) -> str:
        """A label in this language; "" for none."""
        return label.say(self.language) if label is not None else ""

    def all_of(self, items: Sequence[str]) -> str:
        """Several things: a, b and c."""
        return listing(self.language, items, "and")

    def one_of(self, items: Sequence[str]) -> str:
        """One of several things: a, b or c."""
        return listing(self.language, items, "or")


def capital(text: str) -> str:
    """The text with its first letter large.

    >>> capital("ny forskning")
    'Ny forskning'
    """
    return text[:1].upper() + text[1:]


def outcome_name(voice: Voice, outcome: str) -> str:
    """An outcome, the engine's own too."""
    known = voice.rules.outcomes.get(outcome)
    return voice.of(known.label) if known is not None else voice.term(f"outcomes.{outcome}")


def area_name(voice: Voice, area: str) -> str:
    """An area; its id when the rule set has no such area."""
    return next((voice.of(term.label) for term in voice.rules.areas if term.id == area), area)


def actor_name(voice: Voice, actor: str) -> str:
    """An actor; its id when the network has no such actor."""
    known = voice.network.actors.get(actor)
    return voice.of(known.label) if known is not None else actor


def kind_name(voice: Voice, kind: str) -> str:
    """A kind of actors."""
    return voice.of(voice.network.kinds[kind]) if kind in voice.network.kinds else kind


def destination_name(voice: Voice, destination: str) -> str:
    """A destination as decisions name it: an actor, the nearest of a kind, the sender, or the contact for what exists."""
    if destination.startswith("nearest:"):
        return voice.say("destination.nearest", kind=kind_name(voice, destination.removeprefix("nearest:")))
    return voice.say(f"destination.{destination}") if destination in {"origin", "contact"} else actor_name(voice, destination)


def criterion_of(rules: RuleSet, name: str) -> Criterion | None:
    """The criterion of an id, or None."""
    return next((criterion for criterion in rules.criteria if criterion.id == name), None)


def thing_name(voice: Voice, name: str) -> str:
    """What an id stands for, that can be asked about or found out: a field, a criterion, the score."""
    if name == SCORE:
        return voice.term("score")
    if name in voice.rules.fields:
        return voice.of(voice.rules.fields[name].label)
    found = criterion_of(voice.rules, name)
    return voice.of(found.label) if found is not None else name


def question_of(voice: Voice, name: str) -> str:
    """The question that finds out a field or a criterion; its name with a question mark where none is written."""
    asked: Field | Criterion | None = voice.rules.fields.get(name) or criterion_of(voice.rules, name)
    return (voice.of(asked.question) if asked is not None else "") or f"{capital(thing_name(voice, name))}?"


def value_words(voice: Voice, field: Field | None, value: FactValue | Between | None) -> str:
    """The value of a field in words."""
    if isinstance(value, Missing):
        return voice.term(f"missing.{value.reason.value}")
    if isinstance(value, Between):
        return _between_words(voice, field, value)
    if isinstance(value, bool):
        return voice.term("yes" if value else "no")
    if isinstance(value, int):
        return place_words(voice, field, value)
    if isinstance(value, frozenset):
        return voice.all_of(words_of(voice, field, value)) if value else voice.term("none")
    return word_name(voice, field, str(value))


def _between_words(voice: Voice, field: Field | None, value: Between) -> str:
    """A range. The greatest count that a measure can give is there for the proofs only: nobody has said it."""
    if field is not None and field.origin is Origin.DERIVED and not field.terms and value.low > 0 and value.high == field.high:
        return voice.term("at-least", low=value.low)
    return voice.term("from-to", low=place_words(voice, field, value.low), high=place_words(voice, field, value.high))


def word_name(voice: Voice, field: Field | None, word: str) -> str:
    """One word of a choice or a set; the word itself where it has no label."""
    if field is not None and word in field.words:
        return voice.of(field.term(word).label)
    return outcome_name(voice, word) if word in voice.rules.outcomes or has(voice.language, f"terms.outcomes.{word}") else word


def words_of(voice: Voice, field: Field | None, words: Iterable[str]) -> list[str]:
    """Several words in the order that the field declares them."""
    order = list(field.words) if field is not None else []
    return [word_name(voice, field, word) for word in sorted(words, key=lambda word: (order.index(word) if word in order else -1, word))]


def place_words(voice: Voice, field: Field | None, place: int) -> str:
    """A whole number, or a place in an ordered choice: the word that stands for it, or the number."""
    if field is None or not field.terms:
        return str(place)
    index = place if field.kind is Kind.CHOICE else place - field.low
    return voice.of(field.terms[index].label) if 0 <= index < len(field.terms) else str(place)


def number_words(voice: Voice, number: Fraction) -> str:
    """An exact number with the decimal mark of the language."""
    return decimal_text(number).replace(".", voice.term("decimal.mark"))


def date_words(day: date) -> str:
    """A date as it is written in both languages."""
    return day.isoformat()


def rule_of(rules: RuleSet, table: str, rule: str) -> Rule | None:
    """The rule of an id in the table of an id, or None."""
    found = table_of(rules, table)
    return None if found is None else next((row for row in found.all_rules if row.id == rule), None)


def table_of(rules: RuleSet, table: str) -> Table | None:
    """The table of an id, the rules against needs among them, or None."""
    tables = (*rules.all_tables, *(() if rules.bans is None else (rules.bans,)))
    return next((one for one in tables if one.id == table), None)
