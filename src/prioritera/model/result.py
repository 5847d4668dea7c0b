"""Results: what became of every record, and the lists they stand in."""

from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from prioritera.diagnostics import Diagnostic
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.methods.order import Side
from prioritera.methods.scales import Function
from prioritera.model.agreement import Missed
from prioritera.model.by_hand import CLASS, OUTCOME, Appeal, Override
from prioritera.model.checks import one_of
from prioritera.model.conflict import Conflict
from prioritera.model.judgement import CriterionJudged
from prioritera.model.merge import DECIDED, IDENTICAL, SAID
from prioritera.model.need import Need
from prioritera.model.outcome import ENGINE_OUTCOMES, ERROR, FORBIDDEN
from prioritera.model.round import Answer, InputFile, Round
from prioritera.model.selection import Selected
from prioritera.model.table import Course
from prioritera.model.value import Between, FactValue
from prioritera.model.way import Told, Walk


@attrs.frozen(kw_only=True)
class Fired:
    """The rule of a table that decided."""

    table: str
    rule: str


@attrs.frozen(kw_only=True)
class Alternative:
    """One result that is possible while something is not known: with these values, this outcome and destination rule."""

    values: FrozenMap[str, FactValue] = attrs.field(converter=frozen_map)
    outcome: str
    destination_rule: str = ""


@attrs.frozen(kw_only=True)
class Share:
    """One criterion's part of a score, in points: weight times value, 0 to `of`. `known` is exact, or narrower than the scale.

    `exact` is one value; the part may still be open, when the criterion has a cap by another.
    `tier_low` and `tier_high` are 1 when the criterion's minimum, if it has one, is passed at the least and at the greatest value.
    """

    criterion: str
    low: int
    high: int
    of: int
    known: bool
    exact: bool = False
    tier_low: int = 1
    tier_high: int = 1

    @property
    def may_narrow(self) -> bool:
        """Whether knowing more of this criterion, and not of the one that caps it, may narrow its part."""
        return self.low < self.high and not self.exact


@attrs.frozen(kw_only=True)
class Score:
    """A score from `low` to `high` points of `of` (W * S), the parts it is made of, and the share of its criteria that are known."""

    low: int
    high: int
    of: int
    shares: tuple[Share, ...] = attrs.field(converter=frozen_tuple)
    known: Fraction
    tier_low: int = 0
    tier_high: int = 0


@attrs.frozen(kw_only=True)
class FindOut:
    """One thing worth finding out: a field or a criterion, what it would settle, and how many results it decides between.

    `kind` is "fact" or "criterion". `settles` is "outcome", "destination", "place" or "score".
    """

    kind: str
    id: str
    settles: str
    results: int
    points: int = 0


@attrs.frozen(kw_only=True)
class Standing:
    """Where a need stands in its list: the best and the worst rank it can have; one rank when they are equal.

    `lower` and `upper` are the keys it is placed by: (tier, score, tie-breakers …), more is better. `shared` says that another need of the
    list has the same keys. `side` is where it stands to the list's cut, None where there is no cut.
    """

    best: int
    worst: int
    lower: tuple[int, ...]
    upper: tuple[int, ...]
    shared: bool = False
    side: Side | None = None


@attrs.frozen(kw_only=True)
class Decision:
    """What became of one record: exactly one outcome, with its reasons. On its way through the stages the outcome is "" until triage.

    `values` are what the tables saw: facts, derived values, conclusions. `hangs_on` names what an open result hangs on, and
    `alternatives` what it could be. `band` is read at the lower score, `band_high` at the upper. `placed` says that enough is known to
    stand in the list. `merged_how` is how a merged record was: "said" by `same_as`, "decided" about a pair, or "identical" texts;
    `record` is what a need was of its own, where others went into it.
    `by_hand` are the changes that a person made to it; where changes of this need or others made it otherwise, `by_rules` is what it would
    have been without any. `appeals` are what somebody has against it.
    `rules_hash` is the meaning hash of the rules that decided. `ask` names the fields that the deciding rule asks for.
    """

    need_id: str
    title: str
    outcome: str
    need: Need | None = None
    record: Need | None = None
    merged_into: str = ""
    merged_how: str = attrs.field(default="", validator=one_of("", SAID, DECIDED, IDENTICAL))
    values: FrozenMap[str, FactValue | Between] = attrs.field(converter=frozen_map, factory=FrozenMap)
    fired: tuple[Fired, ...] = attrs.field(converter=frozen_tuple, default=())
    hangs_on: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    alternatives: tuple[Alternative, ...] = attrs.field(converter=frozen_tuple, default=())
    ask: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    score: Score | None = None
    band: str = ""
    band_high: str = ""
    destination_rule: str = ""
    course: Course | None = None
    destination: str = ""
    list_id: str = ""
    placed: bool = False
    standing: Standing | None = None
    walks: tuple[Walk, ...] = attrs.field(converter=frozen_tuple, default=())
    also: tuple[Told, ...] = attrs.field(converter=frozen_tuple, default=())
    find_out: tuple[FindOut, ...] = attrs.field(converter=frozen_tuple, default=())
    look_again: date | None = None
    answers: tuple[Answer, ...] = attrs.field(converter=frozen_tuple, default=())
    by_hand: tuple[Override, ...] = attrs.field(converter=frozen_tuple, default=())
    by_rules: "Decision | None" = None
    appeals: tuple[Appeal, ...] = attrs.field(converter=frozen_tuple, default=())
    rules_hash: str = ""
    diagnostics: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def outcome_by_hand(self) -> str:
        """The outcome that a person has chosen; "" where nobody has."""
        return next((str(change.to) for change in self.by_hand if change.thing == OUTCOME), "")

    @property
    def class_by_hand(self) -> FactValue | None:
        """The class that a person has chosen; None where nobody has."""
        return next((change.to for change in self.by_hand if change.thing == CLASS), None)

    @property
    def is_engine_outcome(self) -> bool:
        """Whether the outcome is the engine's own (error, merged, conflict, a fact is needed) rather than a rule set's."""
        return self.outcome in ENGINE_OUTCOMES

    @property
    def is_forbidden(self) -> bool:
        """Whether it was set aside because the rules forbid such a need."""
        return self.outcome == ERROR and any(fired.table == FORBIDDEN for fired in self.fired)


@attrs.frozen(kw_only=True)
class RankedList:
    """The needs that may be compared: the key that they share, those placed in listing order, and those with too little known.

    `left_out` are the criteria left out by a recorded decision; `order_with` is the listing order with them in.
    """

    id: str
    key: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    placed: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    not_placed: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    left_out: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    order_with: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    k: int | None = None


@attrs.frozen(kw_only=True)
class LeaveOutProposal:
    """A criterion unknown for so many of an area's needs that the rule set proposes to leave it out; only a recorded decision does.

    `orders` are, list by list, the listing order now and the order without it.
    """

    area: str
    criterion: str
    unknown: int
    of: int
    orders: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class FindOutFirst:
    """One of the things to find out first, over the whole round: what it is and which needs it would help."""

    kind: str
    id: str
    needs: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    settles: str


@attrs.frozen(kw_only=True)
class Result:
    """The outcome of a run: every decision in the order the records came, the lists, and what they rest on.

    `scales` are the functions that criteria relative to the set have in this run. `conflicts` are what merged records disagree on, and
    `missed` what was found missing in step two. `judged` are the criteria that several judges' files gave values to.
    """

    round: Round
    decisions: tuple[Decision, ...] = attrs.field(converter=frozen_tuple)
    lists: tuple[RankedList, ...] = attrs.field(converter=frozen_tuple, default=())
    selections: tuple[Selected, ...] = attrs.field(converter=frozen_tuple, default=())
    proposals: tuple[LeaveOutProposal, ...] = attrs.field(converter=frozen_tuple, default=())
    find_out_first: tuple[FindOutFirst, ...] = attrs.field(converter=frozen_tuple, default=())
    scales: FrozenMap[str, Function] = attrs.field(converter=frozen_map, factory=FrozenMap)
    conflicts: tuple[Conflict, ...] = attrs.field(converter=frozen_tuple, default=())
    missed: tuple[Missed, ...] = attrs.field(converter=frozen_tuple, default=())
    judged: tuple[CriterionJudged, ...] = attrs.field(converter=frozen_tuple, default=())
    decided_on: date | None = None
    rules_hash: str
    network_hash: str
    files: tuple[InputFile, ...] = attrs.field(converter=frozen_tuple, default=())
    diagnostics: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())

    def decision(self, need_id: str) -> Decision:
        """The decision on a record; KeyError if the round has no such record."""
        return self._by_need[need_id]

    @cached_property
    def _by_need(self) -> dict[str, Decision]:
        """Every decision by its record: a report asks for one after the other."""
        # Of records with the same id, which are set aside, the first is meant.
        return {decision.need_id: decision for decision in reversed(self.decisions)}
