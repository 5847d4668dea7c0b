"""What one decision table means: a condition holds or not, a rule matches or not, a table's hit policy picks the rule that decides.

Values come in, one a field and each in its field's domain; the rule that decides comes out, or the reasons why it does.
"""

from collections.abc import Mapping
from fractions import Fraction

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.model.value import FactValue, Missing

# The value of a field; of the score, its exact share of the highest possible.
Seen = FactValue | Fraction
Values = Mapping[str, Seen]
Fields = Mapping[str, Field]


def holds(condition: Condition, value: Seen, field: Field | None) -> bool:
    """Whether a condition holds for a value.

    A missing value is matched only by a condition that asks for missing ones; every other test is of a known value.

    Args:
        condition: what is asked.
        value: the field's value, in its domain; a share of the highest score for the score.
        field: the field, None for the score.

    Raises:
        TypeError: the value is of a kind that the test cannot be asked of. An error is never "no match".

    >>> holds(Condition(field="wait", test=Within(low=3)), 4, None)
    True
    """
    if isinstance(value, Missing):
        return condition.missing
    test = condition.test
    if test is None:
        return False
    if isinstance(test, OneOf) and isinstance(value, str | bool):
        return value in test.values
    if isinstance(test, Within):
        place = _place(value, field)
        return (test.low is None or test.low <= place) and (test.high is None or place <= test.high)
    if isinstance(test, SetTest) and isinstance(value, frozenset):
        return _holds_set(test, value)
    if isinstance(test, ShareOfScore) and isinstance(value, Fraction):
        return (test.low is None or test.low <= value) and (test.below is None or value < test.below)
    raise TypeError(f"{condition.field} is {value!r}, of which {test!r} cannot be asked")


def _place(value: Seen, field: Field | None) -> int:
    if type(value) is int:
        return value
    if field is not None and field.kind is Kind.CHOICE and field.ordered and isinstance(value, str):
        return field.words.index(value)
    raise TypeError(f"{value!r} has no place in an order")


def _holds_set(test: SetTest, value: frozenset[str]) -> bool:
    return (
        (test.any is None or not test.any.isdisjoint(value))
        and (test.all is None or test.all <= value)
        and (test.none is None or test.none.isdisjoint(value))
        and (test.only is None or (bool(value) and value <= test.only))
    )


def matches(rule: Rule, values: Values, fields: Fields) -> bool:
    """Whether every condition of the rule holds."""
    for condition in rule.when:  # noqa: SIM110 -- a plain loop takes half the time, and this is asked most often of all
        if not holds(condition, values[condition.field], fields.get(condition.field)):
            return False
    return True


def decide(table: Table, values: Values, fields: Fields) -> Rule | None:
    """The rule that decides, or None when none matches: a gap, which a verified table does not have.

    Raises:
        ValueError: several rules of a table with the hit policy "unique" match.
        KeyError: a field that the table reads has no value.
    """
    if table.hit is Hit.FIRST:
        return next((rule for rule in table.rules if matches(rule, values, fields)), None)
    found = [rule for rule in table.rules if matches(rule, values, fields)]
    if len(found) > 1:
        raise ValueError(f"table {table.id} is unique, but {' and '.join(rule.id for rule in found)} match")
    return found[0] if found else None


def reasons(table: Table, values: Values, fields: Fields) -> Trace:
    """Why the table decides as it does: each rule up to the one that fires, with the first condition that failed and the value seen.

    The rule that fires is the one that `decide` gives; under "unique" the rules after it are shown too, for they had to fail.
    """
    chosen = decide(table, values, fields)
    last = len(table.rules) if chosen is None or table.hit is Hit.UNIQUE else table.rules.index(chosen) + 1
    parts = tuple(_rule_trace(rule, values, fields, fired=rule is chosen) for rule in table.rules[:last])
    return Trace(
        kind=Of.TABLE,
        id=table.id,
        verdict=Verdict.FAILED if chosen is None else Verdict.FIRED,
        conclusion=conclusion_of(chosen),
        span=table.span,
        parts=parts,
    )


def conclusion_of(rule: Rule | None) -> str:
    """What a rule concludes, as a word: of a course, the id of the rule itself."""
    if rule is None:
        return ""
    return rule.then if isinstance(rule.then, str) else rule.id


def _rule_trace(rule: Rule, values: Values, fields: Fields, *, fired: bool) -> Trace:
    failing = next((c for c in rule.when if not holds(c, values[c.field], fields.get(c.field))), None)
    shown = rule.when if failing is None else (failing,)
    return Trace(
        kind=Of.RULE,
        id=rule.id,
        verdict=Verdict.FIRED if fired else Verdict.FAILED,
        conclusion=conclusion_of(rule),
        because=rule.because,
        source=rule.source,
        status=rule.status,
        span=rule.span,
        parts=tuple(_condition_trace(condition, values[condition.field], fails=condition is failing) for condition in shown),
    )


def _condition_trace(condition: Condition, value: Seen, *, fails: bool) -> Trace:
    score = value if isinstance(value, Fraction) else None
    return Trace(
        kind=Of.CONDITION,
        id=condition.field,
        verdict=Verdict.FAILED if fails else Verdict.HOLDS,
        condition=condition,
        seen=None if isinstance(value, Fraction) else value,
        low=score.numerator if score is not None else None,
        high=score.numerator if score is not None else None,
        of=score.denominator if score is not None else None,
    )
