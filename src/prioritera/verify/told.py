"""What the proofs of tables found, told: findings come in, diagnostics with places go out."""

from collections.abc import Iterable, Iterator

from prioritera.diagnostics import Diagnostic, Parameter, Related
from prioritera.model.condition import Condition
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule, Table
from prioritera.reading.close import shortened
from prioritera.tables.evaluate import matches
from prioritera.verify.boxes import NODES
from prioritera.verify.findings import (
    Conflict,
    Contradiction,
    Dead,
    DefaultUnused,
    Finding,
    Gap,
    Outranked,
    Outside,
    Overlap,
    Undecided,
    Unreachable,
)
from prioritera.verify.policies_told import tell_policy
from prioritera.verify.shape import check_shape
from prioritera.verify.shown import condition_as_written, need_as_written
from prioritera.verify.tables import prove


def check_tables(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """What the proofs find wrong with the tables; nothing when they do not fit together at all, which `check_shape` tells."""
    if not any(True for _ in check_shape(rules)):
        yield from (tell(finding, rules) for finding in prove(rules, nodes=nodes))


def tell(finding: Finding, rules: RuleSet) -> Diagnostic:
    """One finding with the place of its rule or table, and those of the rules before it that it is about."""
    table = next(table for table in rules.all_tables if table.id == finding.table)
    if isinstance(finding, Undecided):
        return Diagnostic(code="table-undecided", span=table.span, params={"table": table.id, "nodes": finding.nodes})
    if isinstance(finding, Gap):
        shown = finding.fields or tuple(finding.witness)
        return Diagnostic(code="table-gap", span=table.span, params={"table": table.id, "need": need_as_written(finding.witness, shown)})
    if isinstance(finding, Conflict | Outranked | Outside | DefaultUnused):
        return tell_policy(finding, table, rules)
    rule = next(rule for rule in table.rules if rule.id == finding.rule)
    return _of_rule(finding, rule, table, rules)


def _of_rule(finding: Contradiction | Unreachable | Dead | Overlap, rule: Rule, table: Table, rules: RuleSet) -> Diagnostic:
    params: dict[str, Parameter] = {"table": table.id, "rule": rule.id}
    if isinstance(finding, Contradiction):
        return Diagnostic(code="rule-contradiction", span=rule.span, params={**params, "conditions": _written(rule.when, rules)})
    if isinstance(finding, Unreachable):
        concluded = {earlier.concludes for earlier in rules.all_tables}
        asked = [condition for condition in rule.when if condition.field in concluded]
        return Diagnostic(code="rule-unreachable", span=rule.span, params={**params, "conditions": _written(asked or rule.when, rules)})
    earlier = [other for other in table.rules if other.id in finding.earlier]
    first = next(other for other in earlier if matches(other, finding.witness, rules.fields))
    names = dict.fromkeys(condition.field for one in (rule, first) for condition in one.when)
    return Diagnostic(
        code="rule-dead" if isinstance(finding, Dead) else "rules-overlap",
        span=rule.span,
        params={**params, "earlier": _named(earlier), "need": need_as_written(finding.witness, names), "taken_by": first.id},
        related=_places(earlier),
    )


def _written(conditions: Iterable[Condition], rules: RuleSet) -> str:
    return ", ".join(condition_as_written(condition, rules.fields.get(condition.field)) for condition in conditions)


def _named(earlier: Iterable[Rule]) -> str:
    return ", ".join(shortened([rule.id for rule in earlier]))


def _places(earlier: Iterable[Rule]) -> tuple[Related, ...]:
    return tuple(Related(span=rule.span, role="earlier-rule") for rule in earlier if rule.span is not None)
