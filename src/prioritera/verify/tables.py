"""Proofs of tables: no gap, no rule that contradicts itself or never decides, no overlap where only one rule may match.

A rule set comes in whose conditions fit its fields; findings go out, each with a need that shows it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, product

import attrs

from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Table
from prioritera.tables.evaluate import must_match
from prioritera.verify.boxes import NODES, Box, Budget, Cut, Exhausted, meeting, meets, narrow, outside
from prioritera.verify.concluded import point_of
from prioritera.verify.findings import Contradiction, Dead, Finding, Gap, Outside, Overlap, Undecided, Unreachable, Witness
from prioritera.verify.policies import check_policy
from prioritera.verify.reached import Reached, needs_in, reached, witness_of
from prioritera.verify.world import Sheet, World, sheet_of, world_of


@attrs.frozen(kw_only=True)
class _Case:
    """A table to prove, with the tables that are run before it."""

    table: Table
    sheet: Sheet
    before: tuple[Sheet, ...]
    world: World


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
        case = _Case(table=table, sheet=sheet, before=before, world=world)
        gaps, settled = _settled(_gaps(case, Budget(nodes)) if must_match(table, rules.fields) else iter(()))
        of_rules, all_settled = _settled(_rules(case, Budget(nodes)))
        of_policy, policy_settled = _settled(check_policy(table, sheet, before, world, Budget(nodes)))
        findings.extend([*gaps, *of_rules, *of_policy])
        if not (settled and all_settled and policy_settled):
            findings.append(Undecided(table=table.id, nodes=nodes))
        # INVARIANT: what was not settled is no conclusion to lean on; a table is total only when all of it was.
        lacking = gaps or any(isinstance(finding, Outside) for finding in of_policy)
        before = (*before, attrs.evolve(sheet, total=settled and policy_settled and not lacking))
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


def _gaps(case: _Case, budget: Budget) -> Iterator[Finding]:
    cuts = tuple(chain.from_iterable(case.sheet.regions))
    for candidate in outside(case.world.whole, cuts, budget):
        found = next(reached(candidate, case.before, case.world, budget), None)
        if found is not None:
            witness = _witness(found, case)
            yield Gap(table=case.table.id, witness=witness, fields=_hangs_on(_point(found.box, witness, case), cuts, case))
            return


def _point(box: Box, witness: Witness, case: _Case) -> Box:
    """The cells that the witness is in: of a box the first ones, of a conclusion the one concluded."""
    point = [mask & -mask for mask in box]
    for name in (sheet.table.concludes for sheet in case.before if sheet.table.concludes in witness):
        for place, mask in point_of(name, witness[name], case.world.space):
            point[place] = mask
    return tuple(point)


def _hangs_on(point: Box, cuts: Sequence[Cut], case: _Case) -> list[str]:
    """The fields of the table without which some rule would match; the others can be anything."""
    left, whole, places = point, case.world.whole, case.world.space.places
    for name in case.table.reads:
        freed = tuple(whole[place] if place in places[name] else mask for place, mask in enumerate(left))
        if not any(meets(freed, cut) for cut in cuts):
            left = freed
    return [name for name in case.table.reads if any(left[place] != whole[place] for place in places[name])]


def _rules(case: _Case, budget: Budget) -> Iterator[Finding]:
    """What is wrong with each rule, in order."""
    for place, (rule, region) in enumerate(zip(case.table.rules, case.sheet.regions, strict=True)):
        matched = next(_needs(region, (), case, budget), None)
        if matched is None:
            contradicts = not any(True for _ in _possible(region, case, budget))
            yield (Contradiction if contradicts else Unreachable)(table=case.table.id, rule=rule.id)
        elif case.table.hit is Hit.UNIQUE:
            shared = list(_shared(place, case, budget))
            if shared:
                earlier = [name for name, _ in shared]
                yield Overlap(table=case.table.id, rule=rule.id, earlier=earlier, witness=_witness(shared[0][1], case))
        elif case.table.hit is Hit.FIRST:
            before = tuple(chain.from_iterable(case.sheet.regions[:place]))
            if next(_needs(region, before, case, budget), None) is None:
                earlier = [name for name, _ in _shared(place, case, budget)]
                yield Dead(table=case.table.id, rule=rule.id, earlier=earlier, witness=_witness(matched, case))


def _needs(region: Sequence[Cut], without: Sequence[Cut], case: _Case, budget: Budget) -> Iterator[Reached]:
    """The needs of a region that are in none of some cuts."""
    return needs_in(tuple(region), without, case.before, case.world, budget)


def _possible(region: Sequence[Cut], case: _Case, budget: Budget) -> Iterator[Box]:
    """The boxes of a region that can be, whatever the tables before conclude."""
    for part in (part for cut in region if (part := narrow(case.world.space.whole, cut)) is not None):
        yield from outside(part, case.world.never, budget)


def _shared(place: int, case: _Case, budget: Budget) -> Iterator[tuple[str, Reached]]:
    """The earlier rules that match some need that this rule matches too, each with such needs."""
    for rule, region in zip(case.table.rules[:place], case.sheet.regions[:place], strict=True):
        both = []
        for one, other in product(region, case.sheet.regions[place]):
            budget.spend()
            both.extend([cut for cut in (meeting(one, other),) if cut is not None])
        found = next(_needs(both, (), case, budget), None)
        if found is not None:
            yield rule.id, found


def _witness(found: Reached, case: _Case) -> Witness:
    return witness_of(found, case.table, case.before, case.world)
