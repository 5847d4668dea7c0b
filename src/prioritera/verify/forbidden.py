"""What is forbidden, proved: a rule that no need can meet is told, and rules that together forbid every need."""

from collections.abc import Iterator
from itertools import chain

import attrs

from prioritera.diagnostics import Diagnostic
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Table
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.laid import Laid, laid_out
from prioritera.verify.shape import check_shape
from prioritera.verify.shown import region_as_written
from prioritera.verify.world import sheet_of, world_of


def check_forbidden(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """What is wrong with the rules against needs; nothing when the parts do not fit together at all, which `check_shape` tells.

    A need that such a rule matches may be one that a table has concluded something of, so the tables before triage are heard.
    """
    bans = rules.bans
    if bans is None or any(True for _ in check_shape(rules)):
        return
    try:
        yield from _found(bans, _laid_out(bans, rules, nodes), rules, Budget(nodes))
    except Exhausted:
        yield Diagnostic(code="table-undecided", span=bans.span, params={"table": bans.id, "nodes": nodes})


def _laid_out(bans: Table, rules: RuleSet, nodes: int) -> Laid:
    """The rules as a table that stands after the others, where no outcome is known."""
    world = world_of(attrs.evolve(rules, destination=attrs.evolve(bans, concludes=rules.destination.concludes)))
    # INVARIANT: a table that is not whole is an error that is told elsewhere, so here each may be taken to be.
    before = [attrs.evolve(sheet_of(table, world, Budget(nodes)), total=True) for table in rules.tables]
    return laid_out(bans, sheet_of(bans, world, Budget(nodes)), before, world)


def _found(bans: Table, laid: Laid, rules: RuleSet, budget: Budget) -> Iterator[Diagnostic]:
    for rule, region in zip(bans.rules, laid.regions, strict=True):
        if laid.some_need(region, (), budget) is None:
            params = {"rule": rule.id, "conditions": region_as_written(rule.when, rules.fields)}
            yield Diagnostic(code="forbidden-never", span=rule.span, params=params)
    if laid.some_need([laid.whole], tuple(chain.from_iterable(laid.regions)), budget) is None:
        yield Diagnostic(code="forbidden-all", span=bans.span, params={"rules": ", ".join(rule.id for rule in bans.rules)})
