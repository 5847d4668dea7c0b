"""The questions of a comparison: which tables of two rule sets are set against each other, and over which needs.

Where needs go is asked of those whose outcome is the same, and of those to whom the engine gives the same outcome after triage.
"""

from collections.abc import Iterator
from itertools import product

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SCORE
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule, Table
from prioritera.tables.chain import OUTCOME
from prioritera.verify.boxes import Cut, Region
from prioritera.verify.joint import Joint
from prioritera.verify.judge import cell_on
from prioritera.verify.trials import Trials
from prioritera.verify.world import Sheet, World, world_of

DESTINATION = "destination"


@attrs.frozen
class Rows:
    """A table as the rules that decide, in the order in which they do, each with its region; the default last, which matches anything."""

    table: Table
    rules: tuple[Rule, ...] = attrs.field(converter=frozen_tuple)
    regions: tuple[Region, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Question:
    """Two tables, or one of each side, whose results are compared; and what the engine may give in between."""

    about: str
    old: Rows
    new: Rows
    before: tuple[Sheet, ...] = attrs.field(converter=frozen_tuple)
    world: World
    triaged: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    given: str = ""
    # What triage may have concluded, by the name of its conclusion, where the engine gives the outcome.
    instead_of: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)


def questions(both: Joint, trials: Trials) -> Iterator[Question]:
    """What is to be compared: the outcome and what lists are read by where their tables are others, and where needs go."""
    old, new = both.old, both.new
    for one, other in compared(both):
        if not one.table.collects and not other.table.collects:
            name = old.own(one.table.concludes)
            yield Question(about=name, old=_rows(one), new=_rows(other), before=_earlier(both, one, other), world=both.world)
    for given, instead_of in _states(both, trials):
        yield Question(
            about=DESTINATION,
            old=_rows(old.sheets[-1]),
            new=_rows(new.sheets[-1]),
            before=both.chain,
            world=_world(both, trials, given),
            triaged=dict.fromkeys([old.triaged, new.triaged]),
            given=given,
            instead_of=instead_of,
        )


def compared(both: Joint) -> Iterator[tuple[Sheet, Sheet]]:
    """The tables of either side that are not the same, of the outcome and of what lists and ties are read by."""
    old, new = both.old, both.new
    lists = {name for rules in (old.rules, new.rules) for name in _decides(rules)}
    for name in (*(table.concludes for table in old.rules.tables), OUTCOME):
        one, other = old.sheet(old.names[name]), new.sheet(new.names.get(name, ""))
        if one is not None and other is not None and old.names[name] != new.names[name] and name in {*lists, OUTCOME}:
            yield one, other


def _decides(rules: RuleSet) -> Iterator[str]:
    """What decides besides the outcome and the course: what lists and order are read by, and what is forbidden."""
    yield from (*rules.list_key, *(breaker.field for breaker in rules.orderings))
    yield from (condition.field for rule in rules.forbidden for condition in rule.when)


def _rows(sheet: Sheet) -> Rows:
    otherwise = () if sheet.table.default is None else ((sheet.table.default, ((),)),)
    rows: tuple[tuple[Rule, Region], ...] = (*sheet.ranked, *otherwise)
    return Rows(sheet.table, [rule for rule, _ in rows], [region for _, region in rows])


def _earlier(both: Joint, one: Sheet, other: Sheet) -> list[Sheet]:
    """The tables of both sides before these two."""
    skipped = [
        sheet.table.concludes for side, last in ((both.old, one), (both.new, other)) for sheet in side.sheets[side.sheets.index(last) :]
    ]
    return [sheet for sheet in both.chain if sheet.table.concludes not in skipped]


def _states(both: Joint, trials: Trials) -> Iterator[tuple[str, dict[str, int]]]:
    """What the engine may give after triage, alike on both sides: nothing; the outcome of a failed minimum; that a fact is needed."""
    yield "", {}
    gates = dict.fromkeys(trial.given[0] for trial in trials.trials if trial.given[0] and trial.given[0] == trial.given[1])
    own = [world_of(side.rules) for side in (both.old, both.new)]
    for outcome in (*gates, FACT_NEEDED):
        if all(outcome in world.given for world in own):
            masks: dict[str, int] = {}
            for side, world in zip((both.old, both.new), own, strict=True):
                axis = world.space.axes[world.space.places[OUTCOME][0]]
                words = [word for at, word in enumerate(axis.cells) if world.given[outcome] >> at & 1]
                joined = both.world.space.axes[both.world.space.places[side.triaged][0]]
                masks[side.triaged] = masks.get(side.triaged, joined.whole) & joined.mask(frozenset(words).__contains__)
            yield outcome, masks


def _world(both: Joint, trials: Trials, given: str) -> World:
    """The world of a question about where needs go: with the outcomes that there are then, and the scores."""
    space, whole = both.world.space, list(both.world.whole)
    place = space.place(OUTCOME)
    if place is not None:
        axis = space.axes[place]
        triages = (side.sheets[-2].table for side in (both.old, both.new))
        concluded = {str(rule.then) for table in triages for rule in table.all_rules}
        whole[place] = axis.cell(given) if given else axis.mask(concluded.__contains__)
    never = (*both.world.never, *_no_such_scores(both, trials, given))
    return attrs.evolve(both.world, whole=tuple(whole), never=never)


def _no_such_scores(both: Joint, trials: Trials, given: str) -> Iterator[Cut]:
    """The cells of the scores that no need has, or no need has together."""
    space = both.world.space
    names = [name for name in dict.fromkeys([both.old.names[SCORE], both.new.names[SCORE]]) if name in space.places]
    if not names or not trials.complete:
        return
    tried = [trial for trial in trials.trials if given == FACT_NEEDED or trial.given == (given, given)]
    met = {tuple(cell_on(trial, name, both) for name in names) for trial in tried}
    for cells in product(*(range(len(space.axes[space.places[name][0]].cells)) for name in names)):
        if cells not in met:
            yield tuple(sorted((space.places[name][0], 1 << cell) for name, cell in zip(names, cells, strict=True)))
