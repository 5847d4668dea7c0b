"""Tie-breakers by a field that triage has settled: every need that goes on to be ranked has the same value of it."""

from collections.abc import Iterator

from prioritera.diagnostics import Diagnostic
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import Axis
from prioritera.verify.boxes import narrow
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.reached import reached
from prioritera.verify.shape import check_shape
from prioritera.verify.shown import need_as_written
from prioritera.verify.sound import is_sound
from prioritera.verify.world import sheet_of, world_of


def check_settled(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """The tie-breakers by a field of which needs that are ranked have one value, or none known, which settles nothing.

    A field that no table reads can have any value. What the budget does not settle is not told: only what is certain is.
    """
    read = {name for table in rules.all_tables for name in (*table.reads, table.concludes)}
    asked = {breaker.field: breaker for breaker in reversed(rules.orderings) if breaker.field in read}
    if not asked or not is_sound(rules) or any(True for _ in check_shape(rules)):
        return
    for name, breaker in asked.items():
        try:
            value = _only_value(name, rules, Budget(nodes))
        except Exhausted:
            continue
        if value:
            yield Diagnostic(code="tie-breaker-settled", span=breaker.span, params={"value": name, "need": value})


def _only_value(name: str, rules: RuleSet, budget: Budget) -> str:
    """The one value of a field that ranked needs have, as it is written; "" when they have several, or there are none."""
    world = world_of(rules)
    before = [sheet_of(table, world, budget) for table in (*rules.tables, rules.triage)]
    (place,), (last,) = world.space.places[name], world.space.places[OUTCOME]
    axis = world.space.axes[place]
    ranked = world.space.axes[last].mask(lambda word: word in rules.outcomes and rules.outcomes[str(word)].ranked)
    met = []
    for at, value in enumerate(axis.cells):
        box = None if isinstance(value, Missing) else narrow(world.whole, ((place, 1 << at), (last, ranked)))
        if box is not None and any(True for _ in reached(box, before, world, budget)):
            met.append(at)
    return need_as_written({name: axis.cells[met[0]]}, [name]) if len(met) == 1 and _is_one(axis, met[0]) else ""


def _is_one(axis: Axis, at: int) -> bool:
    """Whether a cell has one value: of a word or a truth value always."""
    return not axis.ranges or axis.ranges[at][0] == axis.ranges[at][1]
