"""What a schema says of a rule set's own things: label, question, words and levels, and whether they are only a proposal."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Term
from prioritera.model.text import Label
from prioritera.reading.numbers import decimal_text
from prioritera.words.catalogue import has, say


def of_field(field: Field, language: str) -> str:
    """A field: its label, the question that people are asked, its words.

    >>> from prioritera.model.field import Kind
    >>> wait = Field(id="wait", kind=Kind.WHOLE, low=0, high=9, label=Label(sv="väntan", en="wait"), status="proposal")
    >>> of_field(wait, "sv")
    'väntan (förslag)'
    """
    asked = [field.question.say(language)] if field.question else []
    return "\n".join([marked(field.label, field.status, language), *asked, *_listed(field, language)])


def _listed(field: Field, language: str) -> list[str]:
    if field.terms and field.low < field.high:
        numbered = zip(range(field.low, field.high + 1), field.terms, strict=False)
        return [_item(str(number), term, language) for number, term in numbered]
    return of_terms(field.terms, language)


def of_terms(terms: Iterable[Term], language: str) -> list[str]:
    """Each word with what it means, as items of a list."""
    return [_item(term.id, term, language) for term in terms]


def _item(word: str, term: Term, language: str) -> str:
    return f"- {word}: {marked(term.label, term.status, language)}"


def of_criterion(criterion: Criterion, language: str) -> str:
    """A criterion: its label and unit, the question that people are asked, its levels."""
    unit = f" ({criterion.unit.say(language)})" if criterion.unit else ""
    asked = [criterion.question.say(language)] if criterion.question else []
    levels = [f"- {_shown(level.x, criterion.step)}: {level.label.say(language)}" for level in criterion.levels]
    return "\n".join([f"{marked(criterion.label, criterion.status, language)}{unit}", *asked, *levels])


def _shown(x: int, step: Fraction) -> str:
    return decimal_text(x * step)


def of_labels(labels: Sequence[tuple[str, Label, str]], language: str) -> str:
    """Ids with their labels and statuses, as items of a list."""
    return "\n".join(f"- {ident}: {marked(text, status, language)}" for ident, text, status in labels)


def marked(label: Label, status: str, language: str) -> str:
    """A label with its status, where it has one: what is only a proposal must not look decided."""
    if not status:
        return label.say(language)
    key = f"terms.status.{status}"
    return f"{label.say(language)} ({say(language, key) if has(language, key) else status})"
