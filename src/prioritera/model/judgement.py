"""What judges said, and what came of it: sheets as they were sent, answers that have been read, values with their agreement."""

from fractions import Fraction
from typing import Protocol

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_rows, frozen_tuple
from prioritera.methods.agreement import Appropriateness
from prioritera.model.checks import one_of
from prioritera.model.judged import KINDS


class Cells(Protocol):
    """Where the cells of a sheet stand, rows and columns counted from 1; the row alone for column 0."""

    def exactly(self, row: int, column: int) -> Span:
        """Where a cell stands."""


@attrs.frozen(kw_only=True)
class JudgementSheet:
    """A sheet of judgements, unread: which of its columns are known, what the others are called, and its rows.

    `columns` gives the known columns their number from 1, and `said` the others theirs, by heading. `rows` are those below the headings,
    blank ones left out, each with its number, and `heading` is the number of the row of headings. `given` is what round.toml says of the
    whole file: judge, group, organisation, round. `answers` are words of the sheet's own, by plain text, with what they stand for, "" for a
    blank, and `answers_at` where round.toml says so.
    """

    kind: str = attrs.field(validator=one_of(*KINDS))
    columns: FrozenMap[str, int] = attrs.field(converter=frozen_map)
    said: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)
    rows: tuple[tuple[int, tuple[str, ...]], ...] = attrs.field(converter=frozen_tuple)
    given: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    answers: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    answers_at: FrozenMap[str, Span] = attrs.field(converter=frozen_map, factory=FrozenMap, eq=False, repr=False)
    heading: int = 1
    cells: Cells = attrs.field(eq=False, repr=False)

    def at(self, row: int, column: str = "") -> Span:
        """Where the cell of a column stands in a row; the row, when there is no such column."""
        return self.cells.exactly(row, self.columns.get(column, 0) or self.said.get(column, 0) or 1)


@attrs.frozen
class Judge:
    """One who has judged: the group and the organisation that it speaks for, "" where nothing is said."""

    id: str
    group: str = ""
    organisation: str = ""


@attrs.frozen(kw_only=True)
class Scores:
    """What judges answered for one criterion: by need and item, each judge that answered and what, both by index. A blank is not there.

    `values` are the different answers that there are, rising, in whole numbers of 1 / `unit`.
    """

    judges: tuple[Judge, ...] = attrs.field(converter=frozen_tuple)
    values: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    unit: int = 1
    items: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    answers: FrozenMap[tuple[str, str], tuple[tuple[int, int], ...]] = attrs.field(converter=frozen_map)


@attrs.frozen(kw_only=True)
class Orders:
    """What voters or small groups put before what: one row a judge, of the rank of each candidate, None for one that it does not rank."""

    judges: tuple[Judge, ...] = attrs.field(converter=frozen_tuple)
    candidates: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    ranks: tuple[tuple[int | None, ...], ...] = attrs.field(converter=frozen_rows)


@attrs.frozen(kw_only=True)
class Agreement:
    """How far the judges agree on one need; None where a measure has no meaning or nobody answered.

    `expert` is the average expert agreement, over as many `questions` as somebody answered; `median`, `low` and `high` are the
    median and the quartiles; `rand` is RAND/UCLA's.
    """

    expert: Fraction | None = None
    questions: int = 0
    median: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    rand: Appropriateness | None = None


@attrs.frozen(kw_only=True)
class Judgement:
    """What came of the judges' answers about one need: `value` is exact, before it is made whole steps; None when there is none.

    `low` and `high` are its ends where several orders are equally good, and all there is where not every such order is known. `answered` of
    `asked` judges said something of the need; of those who cast a ballot `chosen` chose it, None where there are no ballots. `beside` are
    the values by the other voices that are asked for, `by_group` each group's own, with how many of it answered. `earlier` are those of the
    rounds before this one, the first first.
    """

    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    answered: int
    asked: int
    chosen: int | None = None
    agreement: Agreement = Agreement()
    beside: FrozenMap[str, Fraction | None] = attrs.field(converter=frozen_map, factory=FrozenMap)
    by_group: FrozenMap[str, tuple[Fraction | None, int]] = attrs.field(converter=frozen_map, factory=FrozenMap)
    round: int = 1
    earlier: tuple["Judgement", ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Votes:
    """What there is to say of many orders made one: candidates in majority cycles, the best orders, whether none can be missed.

    `orders` are at most as many as are kept; `cut` says that there are more.
    """

    cycles: tuple[tuple[str, ...], ...] = attrs.field(converter=frozen_rows, default=())
    orders: tuple[tuple[str, ...], ...] = attrs.field(converter=frozen_rows, default=())
    exact: bool = True
    cut: bool = False


@attrs.frozen(kw_only=True)
class JudgedRound:
    """How the judges of one round agree over all needs: Kendall's W, of the judges who ordered them all, and Krippendorff's alpha."""

    round: int
    judges: int
    groups: FrozenMap[str, int] = attrs.field(converter=frozen_map)
    concordance: Fraction | None = None
    concordance_of: int = 0
    alpha: Fraction | None = None


@attrs.frozen(kw_only=True)
class CriterionJudged:
    """How a criterion was judged over the whole round of needs: round by round, the last one deciding."""

    criterion: str
    rounds: tuple[JudgedRound, ...] = attrs.field(converter=frozen_tuple)
    votes: Votes | None = None
