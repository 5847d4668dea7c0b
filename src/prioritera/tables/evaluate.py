"""What one decision table means: a condition holds or not, a rule matches or not, a hit policy makes a conclusion of the rules that match.

Values come in, one a field and each in its field's domain; the conclusion and the rules behind it come out, or the reasons for them.
The hit policies are those of the DMN standard (Decision Model and Notation 1.3, 8.2.10).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.table import NUMERIC, SINGLE, Aggregate, Course, Hit, Rule, Table
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.model.value import FactValue, Missing

# The value of a field; of the score, its exact share of the highest possible.
Seen = FactValue | Fraction
Values = Mapping[str, Seen]
Fields = Mapping[str, Field]


# Made once: a condition is asked more often than anything else.
_ATOMS = (str, bool)


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
    if isinstance(test, OneOf) and isinstance(value, _ATOMS):
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
    """The one rule that decides, or the default when none matches; None without one: a gap, which a verified table does not have.

    Raises:
        ValueError: several rules of a table with the hit policy "unique" match; rules that match under "any" give different things; or the
            table collects, so that no one rule decides.
        KeyError: a field that the table reads has no value.
    """
    if table.hit is Hit.FIRST:
        return next((rule for rule in table.rules if matches(rule, values, fields)), table.default)
    if table.hit not in SINGLE:
        raise ValueError(f"table {table.id} collects; no one rule of it decides")
    found = [rule for rule in table.rules if matches(rule, values, fields)]
    if table.hit is Hit.UNIQUE and len(found) > 1:
        raise ValueError(f"table {table.id} is unique, but {' and '.join(rule.id for rule in found)} match")
    if table.hit is Hit.ANY and any(gives(rule) != gives(found[0]) for rule in found):
        raise ValueError(f"table {table.id} takes any rule, but {' and '.join(rule.id for rule in found)} match and give different things")
    return next(iter(in_order(found, table)), table.default)


def gives(rule: Rule) -> tuple[str | int | Course, tuple[str, ...]]:
    """What a rule gives: its conclusion, and what it asks to be found out."""
    return rule.then, rule.ask


def in_order(rules: Sequence[Rule], table: Table) -> list[Rule]:
    """Rules of a table in the order of its hit policy: that of their conclusions where it has one, otherwise as they are written."""
    place = {word: number for number, word in enumerate(table.order)}
    return sorted(rules, key=lambda rule: place[str(rule.then)]) if place else list(rules)


@attrs.frozen(kw_only=True)
class Concluded:
    """What a table concludes, and the rules it rests on, in the order of the hit policy. None is no conclusion: a gap."""

    value: str | int | frozenset[str] | Course | None
    fired: tuple[Rule, ...] = attrs.field(converter=frozen_tuple, default=())


def conclude(table: Table, values: Values, fields: Fields) -> Concluded:
    """What a table concludes of some values.

    Where one rule decides, that is its conclusion. Where rules are collected, it is the set of their conclusions, or a number made of them.
    Of no rule the set is empty and the count 0, for so it is; a sum, a least or a greatest there is not, and an empty set is no conclusion
    where the field may not be empty. The default, where there is one, takes the place of all of these.

    The count is of the rules that match and the sum of all their numbers, as in DMN 1.3 (8.2.10: the number, and the sum, of all the
    outputs); DMN 1.1 had counted and summed only different ones.

    Args:
        table: its hit policy fits what it concludes.
        values: one value a field that the table reads.
        fields: the fields by id.

    Returns:
        The conclusion, which may be a number outside of the field's bounds: a verified table has none. Of single-hit policies one rule
        fired, the first of those that match under "any"; of the others all that match did.

    Raises:
        ValueError: as for `decide`.
        KeyError: a field that the table reads has no value.

    >>> from prioritera.model.condition import Condition, Within
    >>> later = [Rule(id=f"over-{n}", when=[Condition(field="wait", test=Within(low=n))], then=n) for n in (2, 4, 6)]
    >>> table = Table(id="points", concludes="points", hit=Hit.COLLECT, aggregate=Aggregate.SUM, rules=later)
    >>> conclude(table, {"wait": 5}, {}).value
    6
    """
    if table.hit in SINGLE:
        rule = decide(table, values, fields)
        return Concluded(value=None) if rule is None else Concluded(value=rule.then, fired=(rule,))
    fired = in_order([rule for rule in table.rules if matches(rule, values, fields)], table)
    if not fired and table.default is not None:
        then = table.default.then
        return Concluded(value=frozenset({str(then)}) if not table.counts else then, fired=(table.default,))
    return Concluded(value=_collected(table, fired, fields), fired=fired)


def must_match(table: Table, fields: Fields) -> bool:
    """Whether a need that no rule matches has no conclusion: a gap."""
    if table.default is not None:
        return False
    if table.hit in SINGLE or (table.counts and table.aggregate in NUMERIC):
        return True
    field = fields.get(table.concludes)
    return not table.counts and field is not None and not field.may_be_empty


def _collected(table: Table, fired: Sequence[Rule], fields: Fields) -> int | frozenset[str] | None:
    if not fired and must_match(table, fields):
        return None
    if not table.counts:
        return frozenset(str(rule.then) for rule in fired)
    if table.aggregate is Aggregate.COUNT:
        return len(fired)
    numbers = [rule.then for rule in fired if isinstance(rule.then, int)]
    if table.aggregate is Aggregate.SUM:
        return sum(numbers)
    return min(numbers) if table.aggregate is Aggregate.MIN else max(numbers)


def reasons(table: Table, values: Values, fields: Fields) -> Trace:
    """Why the table concludes as it does: each rule up to the one that fires, with the first condition that failed and the value seen.

    The rules that fire are those that `conclude` gives. Under "unique" the rules after the one that fires are shown too, for they had to
    fail; where rules are collected, all of them are. They stand in the order of the hit policy, and a default that fires stands last.
    """
    found = conclude(table, values, fields)
    tried = in_order(table.rules, table)
    deciding = found.fired[0] if found.fired and table.hit in SINGLE - {Hit.UNIQUE} else None
    shown = tried[: tried.index(deciding) + 1] if deciding in tried else [*tried, *(rule for rule in found.fired if rule is table.default)]
    parts = tuple(_rule_trace(rule, values, fields, fired=any(rule is one for one in found.fired)) for rule in shown)
    return Trace(
        kind=Of.TABLE,
        id=table.id,
        verdict=Verdict.FAILED if found.value is None else Verdict.FIRED,
        conclusion=_shown(found),
        span=table.span,
        parts=parts,
    )


def _shown(found: Concluded) -> str | int | tuple[str, ...]:
    """A conclusion as it is shown: of a set, its words in the order of the hit policy, each once."""
    if isinstance(found.value, frozenset):
        return tuple(dict.fromkeys(str(rule.then) for rule in found.fired))
    if isinstance(found.value, int):
        return found.value
    return conclusion_of(found.fired[0]) if found.fired else ""


def conclusion_of(rule: Rule | None) -> str | int:
    """What a rule concludes, as a word or a number: of a course, the id of the rule itself."""
    if rule is None:
        return ""
    return rule.id if isinstance(rule.then, Course) else rule.then


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
