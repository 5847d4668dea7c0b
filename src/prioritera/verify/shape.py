"""Whether the parts of a rule set fit together at all: tables in order, conditions that can be asked, conclusions that can be drawn.

Loading sees to all of this, with a place for each fault. Rule sets can also be made in a program; the proofs lean on what is checked here.
"""

from collections.abc import Collection, Iterator, Sequence

from prioritera.diagnostics import Diagnostic
from prioritera.measures.declare import MEASURES
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import FORBIDDEN
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Course, Rule, Table
from prioritera.reading.close import closest, shortened
from prioritera.tables.chain import OUTCOME
from prioritera.verify.policy_shape import check_policy_shape, words_of
from prioritera.verify.shown import condition_as_written


def check_shape(rules: RuleSet) -> Iterator[Diagnostic]:
    """Everything that does not fit. The proofs of tables can be made when this is nothing."""
    yield from _fields(rules)
    concluded: list[str] = []
    for table in rules.all_tables:
        yield from _table(table, concluded, rules)
        concluded.append(table.concludes)
    asked = [name for name in rules.fields if name != OUTCOME]
    for rule in rules.forbidden:
        yield from _conditions(rule, asked, rules, FORBIDDEN)
    twice = _twice(rules.forbidden)
    if twice or not all(rule.when for rule in rules.forbidden):
        params = {"table": FORBIDDEN, "concludes": FORBIDDEN, "twice": ", ".join(twice)}
        yield Diagnostic(code="table-unfit", span=rules.forbidden[0].span, params=params)
    declared = [field.id for field in rules.fields.values() if field.origin is Origin.CONCLUSION]
    for name in declared:
        if concluded.count(name) != 1:
            yield Diagnostic(code="field-unfit", span=rules.fields[name].span, params={"field": name})


def _fields(rules: RuleSet) -> Iterator[Diagnostic]:
    for name, field in rules.fields.items():
        empty = field.low > field.high if field.kind is Kind.WHOLE else field.kind is not Kind.FLAG and not field.terms
        unmeasured = field.origin is Origin.DERIVED and field.measure not in MEASURES
        if name != field.id or empty or unmeasured:
            yield Diagnostic(code="field-unfit", span=field.span, params={"field": name})


def _table(table: Table, concluded: Collection[str], rules: RuleSet) -> Iterator[Diagnostic]:
    """What is wrong with one table, when these fields have been concluded before it."""
    twice = _twice(table.all_rules)
    if not table.rules or twice or not _concludes_rightly(table, rules):
        yield Diagnostic(
            code="table-unfit", span=table.span, params={"table": table.id, "concludes": table.concludes, "twice": ", ".join(twice)}
        )
    yield from check_policy_shape(table, rules)
    readable = [
        name
        for name, one in rules.fields.items()
        if one.origin is not Origin.CONCLUSION or (name in concluded and (name != OUTCOME or table is rules.destination))
    ]
    for rule in table.all_rules:
        yield from _rule(rule, table, readable, rules)


def _twice(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The ids that several rules have."""
    ids = [rule.id for rule in rules]
    return tuple(sorted({rule_id for rule_id in ids if ids.count(rule_id) > 1}))


def _concludes_rightly(table: Table, rules: RuleSet) -> bool:
    """Whether the table concludes what its place in the rule set asks for: a declared conclusion, the outcome, or courses."""
    if table is rules.triage:
        return table.concludes == OUTCOME
    field = rules.fields.get(table.concludes)
    if table is rules.destination:
        return field is None
    return field is not None and field.id != OUTCOME and field.origin is Origin.CONCLUSION


def _rule(rule: Rule, table: Table, readable: Collection[str], rules: RuleSet) -> Iterator[Diagnostic]:
    yield from _conditions(rule, readable, rules, table.id, may_read_score=table is rules.destination)
    yield from _conclusion(rule, table, rules)


def _conditions(rule: Rule, readable: Collection[str], rules: RuleSet, table: str, *, may_read_score: bool = False) -> Iterator[Diagnostic]:
    for condition in rule.when:
        score = condition.field == SCORE and may_read_score and isinstance(condition.test, ShareOfScore)
        if not score and not (condition.field in readable and _fits(condition, rules.fields[condition.field])):
            known = tuple(readable)
            yield Diagnostic(
                code="condition-unfit",
                span=rule.span,
                params={
                    "table": table,
                    "rule": rule.id,
                    "condition": condition_as_written(condition, rules.fields.get(condition.field)),
                    "known": shortened(known),
                    "close": "" if condition.field in known else closest(condition.field, known),
                },
            )


def _fits(condition: Condition, field: Field) -> bool:
    """Whether the condition can be asked of the field."""
    test, words = condition.test, frozenset(field.words)
    if isinstance(test, OneOf):
        known = {True, False} if field.kind is Kind.FLAG else words if field.kind is Kind.CHOICE else frozenset()
        return test.values <= known
    if isinstance(test, Within):
        return field.kind is Kind.WHOLE or (field.kind is Kind.CHOICE and field.ordered)
    if isinstance(test, SetTest):
        return field.kind is Kind.SET and all(part <= words for part in (test.any, test.all, test.none, test.only) if part is not None)
    return test is None


def _conclusion(rule: Rule, table: Table, rules: RuleSet) -> Iterator[Diagnostic]:
    if table is rules.destination:
        known: tuple[str, ...] = ()
        right = isinstance(rule.then, Course)
    elif table.counts:
        # A table that counts its rules reads only that they match; of its default, the number.
        known = ()
        right = type(rule.then) is int or (table.aggregate is Aggregate.COUNT and rule is not table.default)
    else:
        known = words_of(table, rules)
        right = rule.then in known
    if not right:
        value = rule.then if isinstance(rule.then, str) else rule.id
        params = {"table": table.id, "rule": rule.id, "value": value, "known": shortened(known), "close": closest(value, known)}
        yield Diagnostic(code="conclusion-unfit", span=rule.span, params=params)
