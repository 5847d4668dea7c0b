"""What is known already, as a cell that reading takes back for the same; "" for what no cell can say, which then is left as it is."""

from prioritera.forms.answers import state_word
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.value import Assessment, Exact, Fact, Missing, Panel, Reason
from prioritera.reading.numbers import decimal_text
from prioritera.records.cell_values import RANGE, SEPARATOR
from prioritera.words.catalogue import say


def fact_text(fact: Fact | None, field: Field, language: str) -> str:
    """The value of a fact.

    >>> from prioritera.loading.load import load_rules
    >>> causes = load_rules("prioritera:sbu-four").fields["causes"]
    >>> fact_text(Fact(value=frozenset({"legal", "support-missing"})), causes, "sv")
    'kunskapsstöd saknas; juridisk fråga'
    """
    if fact is None:
        return ""
    value = fact.value
    if isinstance(value, Missing):
        return _state(value.reason, language)
    if isinstance(value, frozenset):
        return "; ".join(term.label.say(language) for term in field.terms if term.id in value)
    if isinstance(value, bool):
        return say(language, "terms.yes" if value else "terms.no")
    return field.term(value).label.say(language) if field.kind is Kind.CHOICE and isinstance(value, str) else str(value)


def assessment_text(assessment: Assessment | None, criterion: Criterion, language: str) -> tuple[str, str]:
    """The value of an assessment in the criterion's unit, and where it is from.

    >>> from prioritera.loading.load import load_rules
    >>> from prioritera.model.value import Interval
    >>> impact = load_rules("prioritera:sbu-four").criterion("impact")
    >>> assessment_text(Assessment(value=Interval(low=1, high=4), source="panel"), impact, "sv")
    ('0,5..2', 'panel')
    """
    if assessment is None:
        return "", ""
    return _value(assessment, criterion, language), assessment.source


def _value(assessment: Assessment, criterion: Criterion, language: str) -> str:
    value, step = assessment.value, criterion.step
    if isinstance(value, Missing):
        return _state(value.reason, language)
    if isinstance(value, Panel):
        answers = [_state(one.reason, language) if isinstance(one, Missing) else decimal_text(one) for one in value.answers]
        return _cell(f" {SEPARATOR} ".join(answers)) if len(answers) > 1 else ""
    if isinstance(value, Exact):
        return _cell(decimal_text(value.x * step))
    return _cell(f"{decimal_text(value.low * step)}{RANGE}{decimal_text(value.high * step)}") if value.reason is None else ""


def _cell(text: str) -> str:
    """Numbers with a decimal comma; a fraction that is no decimal cannot be written in a cell."""
    return "" if "/" in text else text.replace(RANGE, "\0").replace(".", ",").replace("\0", RANGE)


def _state(reason: Reason, language: str) -> str:
    return "" if reason is Reason.NOT_FILLED_IN else state_word(language, reason.value)
