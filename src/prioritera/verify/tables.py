"""Proofs of tables: no gap, no rule that contradicts itself or never decides, no overlap where only one rule may match.

A rule set comes in whose conditions fit its fields; findings go out, each with a need that shows it.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

import attrs

from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.tables.evaluate import gives, must_match
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.culprits import culprits
from prioritera.verify.findings import Contradiction, Dead, Finding, Gap, OrderDecides, Outside, Overlap, Undecided, Unreachable
from prioritera.verify.laid import Laid, laid_out
from prioritera.verify.policies import check_policy
from prioritera.verify.reached import Reached
from prioritera.verify.widened import meeting_of, widened
from prioritera.verify.world import Sheet, sheet_of, world_of


def prove(rules: RuleSet, *, nodes: int = NODES) -> tuple[Finding, ...]:
    """Everything that is wrong with the tables of a rule set.

    Args:
        rules: its tables in order, each condition fitting its field.
        nodes: the budget of each question; past it the table is undecided.

    >>> from prioritera.loading.load import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> without_first = attrs.evolve(rules.tables[0], rules=rules.tables[0].rules[1:])
    >>> prove(attrs.evolve(rules, tables=[without_first]))[0].witness
    FrozenMap({'solvable': 'yes', 'generalisable': 'yes'})
    """
    world = world_of(rules)
    before: tuple[Sheet, ...] = ()
    findings: list[Finding] = []
    for table in rules.all_tables:
        try:
            sheet = sheet_of(table, world, Budget(nodes))
        except Exhausted:
            return (*findings, Undecided(table=table.id, nodes=nodes))
        laid = laid_out(table, sheet, before, world)
        gaps, settled = _settled(_gaps(laid, Budget(nodes)) if must_match(table, rules.fields) else iter(()))
        of_rules, all_settled = _settled(_rules(laid, Budget(nodes)))
        of_policy, policy_settled = _settled(check_policy(table, sheet, before, world, Budget(nodes)))
        findings.extend([*gaps, *of_rules, *of_policy])
        if not (settled and all_settled and policy_settled):
            findings.append(Undecided(table=table.id, nodes=nodes))
        # INVARIANT: what was not settled is no conclusion to lean on; a table is total only when all of it was.
        lacking = gaps or any(isinstance(finding, Outside) for finding in of_policy)
        before = (*before, attrs.evolve(sheet, total=settled and policy_settled and not lacking))
    return tuple(findings)


def where_order_decides(rules: RuleSet, *, nodes: int = NODES) -> tuple[OrderDecides, ...]:
    """The tables in which the order of rules decides, each once; of what the budget does not settle, nothing is said.

    Args:
        rules: its tables in order, each condition fitting its field.
        nodes: the budget of each table.

    >>> from prioritera.loading.load import load_rules
    >>> [(found.table, len(found.rules)) for found in where_order_decides(load_rules("prioritera:sbu-four"))]
    [('triage', 29), ('destination', 2)]
    """
    world = world_of(rules)
    before: tuple[Sheet, ...] = ()
    findings: list[OrderDecides] = []
    for table in rules.all_tables:
        with suppress(Exhausted):
            sheet = sheet_of(table, world, Budget(nodes))
            laid = laid_out(table, sheet, before, world)
            findings.extend(_order(laid, Budget(nodes)))
            before = (*before, sheet)
    return tuple(findings)


def _settled(questions: Iterator[Finding]) -> tuple[list[Finding], bool]:
    """What was found, and whether the budget was enough to find everything; what was found before it ended is kept."""
    found: list[Finding] = []
    try:
        for finding in questions:
            found += [finding]
    except Exhausted:
        return found, False
    return found, True


def _gaps(laid: Laid, budget: Budget) -> Iterator[Finding]:
    taken = tuple(chain.from_iterable(laid.regions))
    found = laid.some_need([laid.whole], taken, budget)
    if found is not None:
        yield Gap(table=laid.table.id, witness=laid.witness(found), region=widened(laid.point(found), taken, laid))


def _rules(laid: Laid, budget: Budget) -> Iterator[Finding]:
    """What is wrong with each rule, in order."""
    table = laid.table
    for place, (rule, region) in enumerate(zip(table.rules, laid.regions, strict=True)):
        if table.hit is Hit.FIRST and laid.some_need(region, tuple(chain.from_iterable(laid.regions[:place])), budget):
            continue
        matched = laid.some_need(region, (), budget)
        if matched is None:
            yield (Unreachable if laid.possible(place, budget) else Contradiction)(table=table.id, rule=rule.id)
        elif table.hit is Hit.UNIQUE:
            yield from _overlap(place, laid, budget)
        elif table.hit is Hit.FIRST:
            yield from _dead(place, matched, laid, budget)


def _overlap(place: int, laid: Laid, budget: Budget) -> Iterator[Finding]:
    """The earlier rules that match some need that this rule matches too, with a need of the first of them."""
    shared = [(earlier, found) for earlier in range(place) if (found := _both(earlier, place, laid, budget)) is not None]
    if shared:
        first, found = shared[0]
        yield Overlap(
            table=laid.table.id,
            rule=laid.table.rules[place].id,
            earlier=[laid.table.rules[earlier].id for earlier, _ in shared],
            witness=laid.witness(found),
            region=meeting_of(laid.point(found), laid.regions[first], laid.regions[place], laid),
        )


def _dead(place: int, matched: Reached, laid: Laid, budget: Budget) -> Iterator[Finding]:
    """A rule that never decides, with the fewest earlier rules that together take all its needs."""
    rules = laid.table.rules
    blamed = culprits(place, laid, budget)
    point = laid.point(matched)
    taker = next(one for one in blamed if any(point & box == point for box in laid.regions[one]))
    yield Dead(
        table=laid.table.id,
        rule=rules[place].id,
        earlier=[rules[one].id for one in blamed],
        taken_by=rules[taker].id,
        witness=laid.witness(matched),
        region=meeting_of(point, laid.regions[taker], laid.regions[place], laid),
    )


def _order(laid: Laid, budget: Budget) -> Iterator[OrderDecides]:
    """The rules that would decide otherwise for some need if they stood before an earlier one."""
    if laid.table.hit is not Hit.FIRST:
        return
    rules = laid.table.rules
    conclusions = [gives(rule) for rule in rules]
    later: list[tuple[int, int, Reached]] = []
    for place, conclusion in enumerate(conclusions):
        for earlier in range(place):
            found = _both(earlier, place, laid, budget) if conclusions[earlier] != conclusion else None
            if found is not None:
                later.append((earlier, place, found))
                break
    if later:
        earlier, place, found = later[0]
        yield OrderDecides(
            table=laid.table.id,
            rules=[rules[one].id for _, one, _ in later],
            earlier=rules[earlier].id,
            witness=laid.witness(found),
            region=meeting_of(laid.point(found), laid.regions[earlier], laid.regions[place], laid),
        )


def _both(earlier: int, place: int, laid: Laid, budget: Budget) -> Reached | None:
    """Needs that two rules match."""
    budget.spend()
    shared = laid.shared(laid.regions[earlier], laid.regions[place])
    return laid.some_need(shared, (), budget) if shared else None
