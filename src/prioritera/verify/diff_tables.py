"""Which needs end otherwise by one rule set than by another: their outcome, where they go, or a conclusion that lists are read by.

For each rule of the one and each of the other that would decide otherwise, the needs that the first decides before and the second after are
looked for, back through both chains of tables. What is found is widened to the regions that it holds throughout.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, product

import attrs

from prioritera.model.condition import SCORE
from prioritera.model.rules_diff import Change
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.tables.chain import OUTCOME
from prioritera.verify.asked import asked_of, merged
from prioritera.verify.boxes import Box, Region, meeting, narrow, outside
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.diff_questions import DESTINATION, Question, Rows, compared, questions
from prioritera.verify.joint import AFTER, BEFORE, Joint, joint
from prioritera.verify.judge import judged
from prioritera.verify.reached import reached
from prioritera.verify.trials import Trials, same_shares
from prioritera.verify.widest import widened

# How many regions of one change are shown, and how much may be spent on widening one of them a step further.
MOST_REGIONS = 12
_WIDENING = 2_000


@attrs.frozen
class _Pair:
    """Two rules, by their places, of the tables of a question."""

    old: int
    new: int


def changes_of(
    old: RuleSet, new: RuleSet, trials: Trials, *, nodes: int = NODES, most: int | None = MOST_REGIONS
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The needs that end otherwise, and the questions that the budget did not settle.

    Args:
        old: a verified rule set.
        new: another.
        trials: the ways to assess a need, with criteria left out too.
        nodes: the budget of a question.
        most: how many regions of one change are shown; None for all of them.
    """
    both = joint(old, new, same_score=same_shares(old, new), nodes=nodes)
    found: list[Change] = []
    undecided: dict[str, None] = {}
    for question in questions(both, trials):
        budget = Budget(nodes)
        for pair in _differing(question):
            try:
                change = _change(pair, question, both, trials, budget, most)
            except Exhausted:
                undecided[question.about] = None
                break
            if change is not None:
                found.append(change)
    # What is counted or collected has no one rule on either side; a change of it is not told rule by rule.
    collecting = (one for one, other in compared(both) if one.table.collects or other.table.collects)
    undecided |= dict.fromkeys(both.old.own(one.table.concludes) for one in collecting)
    # A change between scores is believed when a need that has them was tried, or when all were.
    unsure = [change for change in found if not trials.complete and _reads_score(change) and not change.performances]
    undecided |= dict.fromkeys(change.about for change in unsure)
    return tuple(change for change in found if change not in unsure), tuple(undecided)


def _reads_score(change: Change) -> bool:
    return any(name.rpartition(":")[2] == SCORE for name in change.witness)


def _differing(question: Question) -> Iterator[_Pair]:
    """The pairs of rules that give different results, but for those that one look tells no need can be decided by."""
    first_old = _first_places(question.old.regions)
    first_new = _first_places(question.new.regions)
    for at, one in enumerate(question.old.rules):
        for place, other in enumerate(question.new.rules):
            region, far = question.old.regions[at], question.new.regions[place]
            is_taken = first_new.get(region, place) < place or first_old.get(far, at) < at
            if one.then != other.then and not is_taken:
                yield _Pair(at, place)


def _first_places(regions: Sequence[Region]) -> dict[Region, int]:
    found: dict[Region, int] = {}
    for place, region in enumerate(regions):
        found.setdefault(region, place)
    return found


def _change(pair: _Pair, question: Question, both: Joint, trials: Trials, budget: Budget, most: int | None) -> Change | None:
    """What changes from the one rule to the other, or None when no need does."""
    shown: list[Box] = []
    first: Box | None = None
    complete = True
    for box in _needs_of(pair, question, budget):
        first = box if first is None else first
        # Where a need goes hangs on the outcome that the destination table reads; what triage concluded is carried over to it.
        start = _freed(box, _triaged_names(question), question)
        while (left := next(outside(start, [tuple(enumerate(wide)) for wide in shown], budget), None)) is not None and complete:
            complete = most is None or len(shown) < most
            shown.extend([_widest(left, pair, question)] if complete else [])
        if not complete:
            break
    if first is None:
        return None
    before, after = _rules(pair, question, both)
    witness = judged(first, question.world, both, question.given, trials)
    return Change(
        about=question.about,
        given=question.given,
        before=before,
        after=after,
        regions=merged(asked_of(box, question.world.whole, question.world.space) for box in shown),
        complete=complete,
        witness=witness.values,
        performances=witness.performances,
        old=witness.old,
        new=witness.new,
    )


def _freed(box: Box, names: Sequence[str], question: Question) -> Box:
    places = {place for name in names for place in question.world.space.places[name]}
    return tuple(question.world.whole[at] if at in places else mask for at, mask in enumerate(box))


def _triaged_names(question: Question) -> tuple[str, ...]:
    """What triage concludes, of a question about where needs go."""
    return question.triaged if question.about == DESTINATION else ()


def _rules(pair: _Pair, question: Question, both: Joint) -> tuple[Rule, Rule]:
    """The rules as they are written."""
    ids = question.old.rules[pair.old].id, question.new.rules[pair.new].id
    tables = question.old.table.id, question.new.table.id
    sides = both.old.rules, both.new.rules
    found = [
        next(rule for table in rules.all_tables if table.id == name for rule in table.all_rules if rule.id == ident)
        for rules, name, ident in zip(sides, tables, ids, strict=True)
    ]
    return found[0], found[1]


def _needs_of(pair: _Pair, question: Question, budget: Budget) -> Iterator[Box]:
    """The needs that the one rule decides before and the other after, as boxes."""
    earlier = tuple(chain(*question.old.regions[: pair.old], *question.new.regions[: pair.new]))
    for one, other in product(question.old.regions[pair.old], question.new.regions[pair.new]):
        budget.spend()
        both = meeting(one, other)
        part = None if both is None else narrow(question.world.whole, both)
        for piece in outside(part, earlier, budget) if part is not None else ():
            yield from _needs(piece, question, budget)


def _needs(box: Box, question: Question, budget: Budget) -> Iterator[Box]:
    """The needs of a box: of the destination table, with what triage has concluded when it comes to that table."""
    for start in _triaged(box, question):
        for found in reached(start, question.before, question.world, budget):
            yield found.box


def _triaged(box: Box, question: Question) -> Iterator[Box]:
    """The box with the outcome that the destination table reads carried over to what triage concludes."""
    space = question.world.space
    if question.about != DESTINATION:
        yield box
        return
    if question.given:
        place = space.place(OUTCOME)
        start = narrow(box, ((place, space.axes[place].cell(question.given)),)) if place is not None else box
        cuts = tuple(sorted((space.places[name][0], mask) for name, mask in question.instead_of.items()))
        found = narrow(start, cuts) if start is not None else None
        yield from () if found is None else (found,)
        return
    for word in _outcomes(box, question):
        cut = [(space.places[name][0], space.axes[space.places[name][0]].cell(word)) for name in question.triaged]
        place = space.place(OUTCOME)
        cut += [] if place is None else [(place, space.axes[place].cell(word))]
        found = narrow(box, tuple(sorted(cut)))
        yield from () if found is None else (found,)


def _outcomes(box: Box, question: Question) -> list[object]:
    """The outcomes that the box allows and that both sides' triage can conclude."""
    space, triaged = question.world.space, question.triaged
    place = space.places.get(OUTCOME, space.places[triaged[0]])[0]
    words = [word for at, word in enumerate(space.axes[place].cells) if box[place] >> at & 1]
    return [word for word in words if all(box[space.places[name][0]] & space.axes[space.places[name][0]].cell(word) for name in triaged)]


def _widest(box: Box, pair: _Pair, question: Question) -> Box:
    """The widest region around a box in which the one rule decides before and the other after."""
    space = question.world.space
    concluded = {sheet.table.concludes for sheet in question.before}
    own = [name for name in space.places if name in concluded and name.startswith((BEFORE, AFTER))]
    shared = [name for name in space.places if name in concluded and name not in own]
    rest = [name for name in space.places if name not in concluded]
    pinned = {*question.triaged, question.old.table.concludes, question.new.table.concludes}
    names = [name for name in (*own, *rest, *shared) if name not in pinned]
    decides = (question.old, pair.old), (question.new, pair.new)

    def throughout(wide: Box) -> bool:
        budget = Budget(_WIDENING)
        try:
            return not any(True for piece in _beyond(wide, decides, budget) for _ in _needs(piece, question, budget))
        except Exhausted:
            return False

    return widened(box, question.world.whole, names, space, throughout)


def _beyond(box: Box, decides: Sequence[tuple[Rows, int]], budget: Budget) -> Iterator[Box]:
    """The parts of a box in which another rule than these decides."""
    for rows, place in decides:
        for cut in chain(*rows.regions[:place]):
            part = narrow(box, cut)
            if part is not None:
                yield part
        yield from outside(box, rows.regions[place], budget)
