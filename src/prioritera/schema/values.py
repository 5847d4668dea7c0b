"""What a need says of the rule set's fields and criteria: a value, or in which of five ways it is missing, with where it is from."""

from fractions import Fraction

from prioritera.loading.rule_words import AREA
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Origin
from prioritera.records.states import REASONS
from prioritera.schema.described import of_criterion, of_field
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import day, either, flag, keyed, listed, named, number, some, table, text, words

# More places than this on a scale are no help to somebody who picks one.
_MOST_SUGGESTED = 20


def facts(known: Known) -> Schema:
    """The facts of one need; of any field without a rule set."""
    if known.rules is None:
        plain = either(text(), flag(), number(), listed({"type": "string"}))
        return named(_said(known, plain))
    own = {ident: field for ident, field in known.fields.items() if field.origin is Origin.FACT and ident != AREA}
    return keyed({ident: {"description": of_field(field, known.language), **_said(known, _plain(field))} for ident, field in own.items()})


def _said(known: Known, plain: Schema) -> Schema:
    """A fact alone, or in a table with its source; or why it is missing."""
    value = table(known, "fact", {"value": plain, **_from_whom()}, required=("value",))
    return either(plain, value, _missing(known, "fact"))


def _from_whom() -> dict[str, Schema]:
    return {"source": text(), "by": text(), "on": day(), "because": text()}


def _missing(known: Known, group: str) -> Schema:
    return table(known, group, {"missing": words(REASONS), **_from_whom()}, required=("missing",))


def _plain(field: Field) -> Schema:
    if field.kind is Kind.CHOICE:
        return words(field.words)
    if field.kind is Kind.SET:
        return some(words(field.words), least=0 if field.may_be_empty else 1)
    if field.kind is Kind.WHOLE:
        # Written 3 or 3.0: what a sheet or a dataframe holds is whole all the same.
        return {**number(field.low, field.high), "multipleOf": 1}
    return flag()


def assessments(known: Known) -> Schema:
    """The assessments of one need; by any criterion without a rule set."""
    if known.rules is None:
        return named(_judged(known, number()))
    own = known.criteria
    return keyed({one.id: {"description": of_criterion(one, known.language), **_judged(known, _performance(one))} for one in own})


def _judged(known: Known, performance: Schema) -> Schema:
    """A value, a panel's answers, a range, or why there is none."""
    panel = listed(either(performance, words(REASONS)), least=1)
    ends = {"low": performance, "high": performance, "missing": words(REASONS)}
    return either(
        performance,
        table(known, "assessment", {"value": performance, **_from_whom()}, required=("value",)),
        table(known, "assessment", {"panel": panel, **_from_whom()}, required=("panel",)),
        table(known, "assessment", {**ends, **_from_whom()}, required=("low", "high")),
        _missing(known, "assessment"),
    )


def _performance(criterion: Criterion) -> Schema:
    """A number on the criterion's scale. The described levels are suggested, where they are few and can be told from each other."""
    step = criterion.step
    low, high = (None if x is None else x * step for x in (criterion.low, criterion.high))
    found = number(_plainly(low), _plainly(high))
    if step.denominator == 1:
        found["multipleOf"] = step.numerator
    levels = [_plainly(level.x * step) for level in criterion.levels[:_MOST_SUGGESTED]]
    return {**found, "examples": levels} if levels else found


def _plainly(value: Fraction | None) -> float | None:
    """A number as JSON has it: whole where it is whole."""
    return value if value is None else value.numerator if value.denominator == 1 else float(value)
