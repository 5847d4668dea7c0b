"""Small records that all JSON is made of: ids with labels in both languages, exact numbers, places, findings.

What is not known is null, never left out and never 0.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from prioritera.diagnostics import Diagnostic, Span, mend, what, why
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.model.value import Assessment, Between, Exact, Fact, FactValue, Interval, Missing, Panel
from prioritera.report.voice import Voice, value_words
from prioritera.words.catalogue import LANGUAGES

Record = dict[str, Any]


class Voices:
    """The same model in both languages: where labels are taken from. What is named once is not looked up again."""

    def __init__(self, rules: RuleSet, network: Network, smallest_cell: int | None = None) -> None:
        """One voice a language. `smallest_cell` is the least count of persons that is shown of a sender."""
        self.smallest_cell = smallest_cell
        self.rules = rules
        self.network = network
        self._voices = {language: Voice(language, rules, network) for language in LANGUAGES}
        self._named: dict[tuple[str, Callable[[Voice, str], str]], Record] = {}

    def said(self, speak: Callable[[Voice], str]) -> Record:
        """What is said in each language."""
        return {language: speak(voice) for language, voice in self._voices.items()}

    def named(self, ident: str, name: Callable[[Voice, str], str]) -> Record:
        """An id with its name in each language."""
        found = self._named.get((ident, name))
        if found is None:
            found = self._named[ident, name] = {"id": ident, "label": self.said(lambda voice: name(voice, ident))}
        return found

    def named_or_null(self, ident: str, name: Callable[[Voice, str], str]) -> Record | None:
        """An id with its name, or null for none."""
        return self.named(ident, name) if ident else None


def label(text: Label | None) -> Record | None:
    """A label in both languages, or null."""
    return None if text is None else {"sv": text.sv, "en": text.en}


def number(value: Fraction) -> Record:
    """An exact number.

    >>> number(Fraction(2, 3))
    {'num': 2, 'den': 3}
    """
    return {"num": value.numerator, "den": value.denominator}


def day(value: date | None) -> str | None:
    """A date as text, or null."""
    return None if value is None else value.isoformat()


def place(span: Span | None) -> Record | None:
    """Where something stands; line and column are null where there are none. In a workbook they are the cell's, and the sheet is named."""
    if span is None:
        return None
    found: Record = {"file": span.file, "line": span.line or None, "column": span.column or None}
    return {**found, "sheet": span.sheet} if span.sheet else found


def fact(value: FactValue | Between | None) -> object:
    """The value of a field: a word, a number, a truth value, a sorted list of words, a range, or how it is missing."""
    if isinstance(value, Missing):
        return {"missing": value.reason.value}
    if isinstance(value, Between):
        return {"low": value.low, "high": value.high}
    return sorted(value) if isinstance(value, frozenset) else value


def facts(voices: Voices, values: Mapping[str, FactValue | Between], sources: Mapping[str, Fact] | None = None) -> Record:
    """The values of fields, each with its words, and the source of those that people wrote down."""
    said = sources or {}
    return {
        name: {
            "value": fact(value),
            "words": voices.said(_speaker(voices.rules.fields.get(name), value)),
            "source": (said[name].source or None) if name in said else None,
            "judged": _judged(said.get(name)),
        }
        for name, value in values.items()
    }


def _judged(said: Fact | None) -> Record | None:
    """Who judged, which day and why; null where nothing of it is said."""
    if said is None or not (said.by or said.because or said.on):
        return None
    return {"by": said.by or None, "on": day(said.on), "because": said.because or None}


def _speaker(field: Field | None, value: FactValue | Between) -> Callable[[Voice], str]:
    return lambda voice: value_words(voice, field, value)


def assessment(criterion: Criterion, assessed: Assessment) -> Record:
    """What is known of a need on one criterion, in the criterion's own unit. What does not apply is null."""
    value, step = assessed.value, criterion.step
    low = value.low if isinstance(value, Interval) else value.x if isinstance(value, Exact | Panel) else None
    high = value.high if isinstance(value, Interval) else low
    return {
        "low": number(low * step) if low is not None else None,
        "high": number(high * step) if high is not None else None,
        "missing": value.reason.value if isinstance(value, Missing | Interval) and value.reason is not None else None,
        "panel": [_answer(answer) for answer in value.answers] if isinstance(value, Panel) else None,
        "raw": assessed.raw or None,
        "source": assessed.source or None,
        "by": assessed.by or None,
        "on": day(assessed.on),
        "because": assessed.because or None,
    }


def _answer(answer: Fraction | Missing) -> Record:
    return {"missing": answer.reason.value} if isinstance(answer, Missing) else number(answer)


def diagnostic(found: Diagnostic) -> Record:
    """One finding, with its sentences in both languages."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "place": place(found.span),
        "related": [{"place": place(related.span), "role": related.role} for related in found.related],
        "snippets": [{"role": one.role, "text": one.text} for one in found.snippets],
        "params": {name: list(value) if isinstance(value, tuple) else value for name, value in found.params.items()},
        "what": {language: what(found, language) for language in LANGUAGES},
        "why": {language: why(found, language) for language in LANGUAGES},
        "mend": {language: mend(found, language) for language in LANGUAGES},
    }
