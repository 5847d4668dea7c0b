"""Mend a drawn rule set: what the proofs find wrong with its tables is taken away, until they find nothing."""

from typing import Final

import attrs

from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule, Table
from prioritera.verify.findings import Conflict, Contradiction, Dead, Finding, Gap, Outranked, Overlap, Undecided, Unreachable
from prioritera.verify.tables import prove

# Each round of mending takes away rules or adds the one that takes the rest, so that it ends; a rule set of this many rules is drawn never.
_ROUNDS: Final = 100


def mended(rules: RuleSet) -> RuleSet:
    """The rule set without rules that never decide, with a rule for the rest where there is a gap, and by first hit where rules overlap.

    Raises:
        ValueError: a table is undecided.

    >>> from prioritera import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> fewer = attrs.evolve(rules.tables[0], rules=rules.tables[0].rules[1:])
    >>> [rule.id for rule in mended(attrs.evolve(rules, tables=[fewer])).tables[0].rules][-1]
    'level-otherwise'
    """
    for _ in range(_ROUNDS):
        findings = prove(rules)
        if not findings:
            return rules
        # What a table concludes changes what the tables after it meet, so that one table is mended at a time.
        first = findings[0].table
        by_id = {table.id: table for table in rules.all_tables}
        changed = _mended(by_id[first], [finding for finding in findings if finding.table == first])
        rules = _with(rules, changed)
    raise ValueError(f"the rule set {rules.id} could not be mended")


def _mended(table: Table, findings: list[Finding]) -> Table:
    if any(isinstance(finding, Undecided) for finding in findings):
        raise ValueError(f"table {table.id} is undecided")
    idle = {finding.rule for finding in findings if isinstance(finding, Contradiction | Unreachable | Dead | Outranked)}
    kept = [rule for rule in table.rules if rule.id not in idle]
    if any(isinstance(finding, Gap) for finding in findings):
        kept.append(Rule(id=f"{table.id}-otherwise", then=table.rules[0].then))
    overlaps = any(isinstance(finding, Overlap | Conflict) for finding in findings)
    return attrs.evolve(table, rules=kept, hit=Hit.FIRST if overlaps else table.hit, order=() if overlaps else table.order)


def _with(rules: RuleSet, changed: Table) -> RuleSet:
    """The rule set with one table changed."""
    if changed.concludes == rules.triage.concludes:
        return attrs.evolve(rules, triage=changed)
    if changed.concludes == rules.destination.concludes:
        return attrs.evolve(rules, destination=changed)
    return attrs.evolve(rules, tables=[changed if table.id == changed.id else table for table in rules.tables])
