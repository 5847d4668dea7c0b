"""What the proofs of hit policies found, told: findings come in, diagnostics with places go out."""

from collections.abc import Iterable

from prioritera.diagnostics import Diagnostic, Parameter, Related
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Table
from prioritera.reading.close import shortened
from prioritera.tables.evaluate import matches
from prioritera.verify.findings import Conflict, DefaultUnused, Outranked, Outside
from prioritera.verify.shown import need_as_written

Found = Conflict | Outranked | Outside | DefaultUnused


def tell_policy(finding: Found, table: Table, rules: RuleSet) -> Diagnostic:
    """One finding with the place of its rule or default, and those of the rules that it is about."""
    params: dict[str, Parameter] = {"table": table.id}
    if isinstance(finding, DefaultUnused):
        of = [rule for rule in table.rules if rule.id in finding.rules]
        span = table.default.span if table.default is not None else table.span
        return Diagnostic(code="default-unused", span=span, params={**params, "rules": _named(of)}, related=_places(of, "covering-rule"))
    if isinstance(finding, Outside):
        return _outside(finding, table, rules)
    rule = next(rule for rule in table.rules if rule.id == finding.rule)
    names = finding.earlier if isinstance(finding, Conflict) else finding.better
    others = [other for other in table.rules if other.id in names]
    first = next(other for other in others if matches(other, finding.witness, rules.fields))
    asked = dict.fromkeys(condition.field for one in (rule, first) for condition in one.when)
    params |= {"rule": rule.id, "others": _named(others), "need": need_as_written(finding.witness, asked), "taken_by": first.id}
    if isinstance(finding, Outranked):
        return Diagnostic(code="rule-outranked", span=rule.span, params=params, related=_places(others, "better-rule"))
    params |= {"gives": _given(rule, first), "other_gives": _given(first, rule)}
    return Diagnostic(code="rules-conflict", span=rule.span, params=params, related=_places(others, "earlier-rule"))


def _outside(finding: Outside, table: Table, rules: RuleSet) -> Diagnostic:
    """The rules that came to the number; the table itself where none matched."""
    of = [rule for rule in table.all_rules if rule.id in finding.rules]
    field = rules.fields[table.concludes]
    params: dict[str, Parameter] = {
        "table": table.id,
        "value": finding.value,
        "field": field.id,
        "low": field.low,
        "high": field.high,
        "rules": _named(of) if of else "–",
        "need": need_as_written(finding.witness, table.reads),
    }
    return Diagnostic(code="conclusion-outside", span=table.span, params=params, related=_places(of, "adding-rule"))


def _given(rule: Rule, other: Rule) -> str:
    """What a rule gives, as far as the other gives something else: its conclusion, or what it asks."""
    if rule.then == other.then:
        return f"ask = [{', '.join(rule.ask)}]"
    return rule.id if isinstance(rule.then, Course) else str(rule.then)


def _named(rules: Iterable[Rule]) -> str:
    return ", ".join(shortened([rule.id for rule in rules]))


def _places(rules: Iterable[Rule], role: str) -> tuple[Related, ...]:
    return tuple(Related(span=rule.span, role=role) for rule in rules if rule.span is not None)
