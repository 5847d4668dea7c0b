"""What the proofs of tables found, told: findings come in, diagnostics with places go out."""

from collections.abc import Iterable, Iterator

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Related, Severity, Snippet
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule, Table
from prioritera.reading.close import shortened
from prioritera.verify.budget import NODES
from prioritera.verify.findings import (
    Conflict,
    Contradiction,
    Dead,
    DefaultUnused,
    Finding,
    Gap,
    OrderDecides,
    Outranked,
    Outside,
    Overlap,
    Undecided,
    Unreachable,
    Witness,
)
from prioritera.verify.policies_told import tell_policy
from prioritera.verify.shape import check_shape
from prioritera.verify.shown import region_as_written, rule_as_written
from prioritera.verify.tables import prove, where_order_decides

# How many rules a note names: it gives their number.
_NAMED = 3


def check_tables(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """What the proofs find wrong with the tables; nothing when they do not fit together at all, which `check_shape` tells."""
    if not any(True for _ in check_shape(rules)):
        yield from (tell(finding, rules) for finding in prove(rules, nodes=nodes))


def order_notes(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """Where the order of rules decides, one note a table."""
    if not any(True for _ in check_shape(rules)):
        yield from (tell(finding, rules) for finding in where_order_decides(rules, nodes=nodes))


def tell(finding: Finding | OrderDecides, rules: RuleSet) -> Diagnostic:
    """One finding with the place of its rule or table, those of the rules that it is about, and a need that shows it, to be pasted."""
    told = _told(finding, rules)
    if isinstance(finding, Undecided | Contradiction | Unreachable | DefaultUnused):
        return told
    return attrs.evolve(told, snippets=[*told.snippets, _need(finding.witness, rules)])


def _need(witness: Witness, rules: RuleSet) -> Snippet:
    """The witness as a need that a person could write; when none is found, that is said."""
    # Late: most rule sets have nothing wrong with them, and finding a need takes every measure.
    from prioritera.verify.written import need_of  # noqa: PLC0415 -- as the line above says

    built = need_of(witness, rules)
    if built is None:
        return Snippet(role="no-need", text="")
    return Snippet(role="need-with-placeholders" if built.placeholders else "need", text=built.toml.rstrip())


def _told(finding: Finding | OrderDecides, rules: RuleSet) -> Diagnostic:
    table = next(table for table in rules.all_tables if table.id == finding.table)
    if isinstance(finding, Undecided):
        return Diagnostic(code="table-undecided", span=table.span, params={"table": table.id, "nodes": finding.nodes})
    if isinstance(finding, Gap):
        return _gap(finding, table, rules)
    if isinstance(finding, OrderDecides):
        return _order(finding, table, rules)
    if isinstance(finding, Conflict | Outranked | Outside | DefaultUnused):
        return tell_policy(finding, table, rules)
    rule = next(rule for rule in table.rules if rule.id == finding.rule)
    return _of_rule(finding, rule, table, rules)


def _gap(finding: Gap, table: Table, rules: RuleSet) -> Diagnostic:
    suggested = rule_as_written(table, finding.region, rules.fields, _conclusions(table, rules))
    return Diagnostic(
        code="table-gap",
        span=table.span,
        params={"table": table.id, "need": region_as_written(finding.region, rules.fields)},
        snippets=[Snippet(role="suggested-rule", text=suggested)],
    )


def _conclusions(table: Table, rules: RuleSet) -> tuple[str, ...]:
    field = rules.fields.get(table.concludes)
    return () if field is None else field.words


def _order(finding: OrderDecides, table: Table, rules: RuleSet) -> Diagnostic:
    places = {rule.id: rule.span for rule in table.rules}
    params = {
        "table": table.id,
        "count": len(finding.rules),
        "of": len(table.rules),
        "rules": ", ".join([*finding.rules[:_NAMED], *(["…"] if len(finding.rules) > _NAMED else [])]),
        "earlier": finding.earlier,
        "rule": finding.rules[0],
        "need": region_as_written(finding.region, rules.fields),
    }
    return Diagnostic(
        code="order-decides",
        severity=Severity.NOTE,
        span=places[finding.rules[0]],
        params=params,
        related=_places(rule for rule in table.rules if rule.id == finding.earlier),
    )


def _of_rule(finding: Contradiction | Unreachable | Dead | Overlap, rule: Rule, table: Table, rules: RuleSet) -> Diagnostic:
    params: dict[str, Parameter] = {"table": table.id, "rule": rule.id}
    if isinstance(finding, Contradiction):
        return Diagnostic(
            code="rule-contradiction", span=rule.span, params={**params, "conditions": region_as_written(rule.when, rules.fields)}
        )
    if isinstance(finding, Unreachable):
        concluded = {earlier.concludes for earlier in rules.all_tables}
        asked = [condition for condition in rule.when if condition.field in concluded] or rule.when
        return Diagnostic(code="rule-unreachable", span=rule.span, params={**params, "conditions": region_as_written(asked, rules.fields)})
    earlier = [other for other in table.rules if other.id in finding.earlier]
    return Diagnostic(
        code="rule-dead" if isinstance(finding, Dead) else "rules-overlap",
        span=rule.span,
        params={
            **params,
            "earlier": _named(earlier),
            "need": region_as_written(finding.region, rules.fields),
            "taken_by": finding.taken_by if isinstance(finding, Dead) else finding.earlier[0],
        },
        related=_places(earlier),
    )


def _named(earlier: Iterable[Rule]) -> str:
    return ", ".join(shortened([rule.id for rule in earlier]))


def _places(earlier: Iterable[Rule]) -> tuple[Related, ...]:
    return tuple(Related(span=rule.span, role="earlier-rule") for rule in earlier if rule.span is not None)
