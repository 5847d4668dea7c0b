"""How needs fare as their score rises, all else equal: which rule of the destination table sends them, and where.

Nobody has said that one destination is better than another, so little is called worse here. A need that scores higher and is sent back,
where one that scores lower goes to somebody; and a destination that a rising score leaves and comes back to, for whichever order of
destinations anybody has, one of the two turns goes against it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SCORE
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.tables.chain import OUTCOME
from prioritera.verify.boxes import Box, Cut, narrow, outside
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.findings import Witness
from prioritera.verify.heights import PASSED, WITHOUT, Cell, Heights, cells_of, heights_of, some
from prioritera.verify.reached import Reached, reached, witness_of
from prioritera.verify.world import Sheet, World, sheet_of, world_of


@attrs.frozen(kw_only=True)
class Fare:
    """Rules that send needs which differ only in their score, the score rising from each to the next.

    `points` are scores that occur, one a rule, of `of`. The witness has the lowest of them, as its share.
    """

    rules: tuple[Rule, ...] = attrs.field(converter=frozen_tuple)
    points: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    of: int
    witness: Witness


@attrs.frozen(kw_only=True)
class Unscored:
    """A rule that would decide, did any need score what it asks for. `nearest` are the scores next below and above, in points."""

    rule: Rule
    nearest: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    of: int


@attrs.frozen(kw_only=True)
class Unsettled:
    """Something of the table could not be settled: within the budget, or because too many different scores occur."""


Found = Fare | Unscored | Unsettled


@attrs.frozen(kw_only=True)
class _Sent:
    """The needs of a box, which a rule sends on its course."""

    rule: Rule
    to: Target
    box: Box


@attrs.frozen(kw_only=True)
class _Case:
    """The destination table of a rule set laid out, with the points of each cell of the score axis, which stands at `axis`.

    `hit` says in which cells a need can be, by how it came to its outcome, as heights and as one truth value a cell.
    """

    rules: RuleSet
    world: World
    before: tuple[Sheet, ...]
    axis: int
    cells: tuple[Cell, ...]
    heights: FrozenMap[str, Heights] = attrs.field(converter=frozen_map)
    hit: FrozenMap[str, tuple[bool | None, ...]] = attrs.field(converter=frozen_map)
    budget: Budget

    @property
    def of(self) -> int:
        """The highest possible number of points."""
        return self.cells[-1].high


def prove_fares(rules: RuleSet, *, nodes: int = NODES) -> tuple[Found, ...]:
    """How needs fare in the destination table as their score rises; nothing where it does not read the score.

    Args:
        rules: sound, its tables in order and each condition fitting its field.
        nodes: the budget of the whole question.
    """
    if SCORE not in rules.destination.reads:
        return ()
    found: list[Found] = []
    try:
        found.extend(_unscored(rules, Budget(nodes)))
        found.extend(_fares(rules, Budget(nodes)))
    except Exhausted:
        found.append(Unsettled())
    return tuple(dict.fromkeys(found))


def _laid_out(rules: RuleSet, budget: Budget, *, lower: bool) -> tuple[_Case, list[_Sent]]:
    """The table with the boxes in which each of its rules decides."""
    world = world_of(rules)
    *before, last = (sheet_of(table, world, budget) for table in rules.all_tables)
    (axis,) = world.space.places[SCORE]
    cells = cells_of(world.space.axes[axis].cells, rules.weight_sum * rules.scale)
    gates = {criterion.minimum.outcome for criterion in rules.criteria if criterion.minimum is not None and criterion.minimum.outcome}
    heights = {how: heights_of(rules, how, lower=lower) for how in (WITHOUT, *([PASSED, *sorted(gates)] if gates else []))}
    case = _Case(
        rules=rules,
        world=world,
        before=tuple(before),
        axis=axis,
        cells=cells,
        heights=heights,
        hit={how: tuple(each.hits(cell) for cell in cells) for how, each in heights.items()},
        budget=budget,
    )
    sent = []
    earlier: list[Cut] = []
    for rule, region in zip(rules.destination.rules, last.regions, strict=True):
        boxes = [piece for cut in region if (part := narrow(world.whole, cut)) is not None for piece in outside(part, earlier, budget)]
        sent.extend([_Sent(rule=rule, to=rule.then.to, box=box) for box in boxes if isinstance(rule.then, Course)])
        earlier.extend(region)
    return case, sent


def _unscored(rules: RuleSet, budget: Budget) -> Iterator[Found]:
    """The rules that some need would be sent by, but none with a score that occurs, not even at the lower end of a range."""
    case, sent = _laid_out(rules, budget, lower=True)
    partly = dict.fromkeys(one.rule.id for one in sent if one.box[case.axis] != case.world.whole[case.axis])
    for rule in (rule for rule in rules.destination.rules if rule.id in partly):
        needs = ((one.box, how) for one in sent if one.rule is rule for _, how in _needs(one.box, case))
        first: tuple[Box, str] | None = None
        answer: bool | None = False
        for need in needs:
            first = first or need
            answer = some([answer, _hit(*need, case)])
            if answer:
                break
        if answer is None:
            yield Unsettled()
        elif first is not None and not answer:
            box, how = first
            cells = [cell for place, cell in enumerate(case.cells) if box[case.axis] >> place & 1]
            yield Unscored(rule=rule, nearest=case.heights[how].nearest(cells[0].low, cells[-1].high), of=case.of)


def _fares(rules: RuleSet, budget: Budget) -> Iterator[Found]:
    """Of each two rules that send a need to different places as its score rises, one such need; first where a third sends it back again."""
    case, sent = _laid_out(rules, budget, lower=False)
    partly = [one for one in sent if one.box[case.axis] != case.world.whole[case.axis]]
    if any(None in hit for hit in case.hit.values()):
        yield Unsettled()
    pairs: dict[tuple[str, str], Fare] = {}
    back: dict[str, Fare] = {}
    try:
        _follow(partly, case, pairs, back)
    except Exhausted:
        yield Unsettled()
    yield from back.values()
    told = {(one.id, other.id) for fare in back.values() for one, other in pairwise(fare.rules)}
    yield from (fare for pair, fare in pairs.items() if pair not in told)


def _follow(partly: Sequence[_Sent], case: _Case, pairs: dict[tuple[str, str], Fare], back: dict[str, Fare]) -> None:
    """Note the first need of each two rules, and of each rule that a need comes back from: what is found before the budget ends is kept."""
    for low, high in ((low, high) for low in partly for high in partly if low.to != high.to):
        case.budget.spend()
        both = _both(low.box, high.box, case)
        if both is None or not _rises(low, high, case):
            continue
        if (low.rule.id, high.rule.id) not in pairs and (fare := _fare((low, high), both, case)) is not None:
            pairs[low.rule.id, high.rule.id] = fare
        for third in (third for third in partly if third.to == low.to and high.rule.id not in back):
            case.budget.spend()
            all_three = _both(both, third.box, case)
            if all_three is not None and (fare := _fare((low, high, third), all_three, case)) is not None:
                back[high.rule.id] = fare


def _both(one: Box, other: Box, case: _Case) -> Box | None:
    """What two boxes have in common, whatever the score; None when that is nothing."""
    masks = [mask & far for mask, far in zip(one, other, strict=True)]
    masks[case.axis] = case.world.whole[case.axis]
    return tuple(masks) if all(masks) else None


def _rises(low: _Sent, high: _Sent, case: _Case) -> bool:
    """Whether the second has a cell of the score above some cell of the first."""
    lowest = low.box[case.axis] & -low.box[case.axis]
    return lowest << 1 <= high.box[case.axis]


def _fare(way: Sequence[_Sent], box: Box, case: _Case) -> Fare | None:
    """One need of a box that these rules send, in this order, as its score rises; None when there is no such need."""
    for found, how in _needs(box, case):
        places: list[int] = []
        for one in way:
            above = places[-1] + 1 if places else 0
            mask = one.box[case.axis] >> above
            place = next((at for at, hit in enumerate(case.hit[how][above:], above) if hit and mask >> at - above & 1), None)
            if place is None:
                break
            places.append(place)
        else:
            points = [case.heights[how].first(case.cells[place]) for place in places]
            witness = dict(witness_of(found, case.rules.destination, case.before, case.world))
            witness[SCORE] = Fraction(points[0], case.of)
            return Fare(rules=[one.rule for one in way], points=points, of=case.of, witness=Witness(witness))
    return None


def _needs(box: Box, case: _Case) -> Iterator[tuple[Reached, str]]:
    """The needs of a box, with how they came to their outcome, where some can. One that a fact is needed for is not settled yet."""
    place = case.world.space.places[OUTCOME][0]
    axis = case.world.space.axes[place]
    words = [axis.cells[at] for at in range(len(axis.cells)) if box[place] >> at & 1]
    parts = [((*box[:place], axis.cell(word), *box[place + 1 :]), word) for word in words] if len(case.heights) > 1 else [(box, "")]
    for part, word in parts:
        for found in reached(part, case.before, case.world, case.budget):
            if found.outcome == FACT_NEEDED:
                continue
            is_ranked = word in case.rules.outcomes and case.rules.outcomes[str(word)].ranked
            how = found.outcome or (PASSED if is_ranked else WITHOUT)
            if case.heights[how].ways:
                yield found, how


def _hit(box: Box, how: str, case: _Case) -> bool | None:
    """Whether a need that came to its outcome in this way can score in some cell of the box; None when that is not settled."""
    return some(hit for place, hit in enumerate(case.hit[how]) if box[case.axis] >> place & 1)
