"""Step two: what actors answered when a compilation was checked with them, and what they found missing in it."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.checks import one_of, whole_number

AGREES, PARTLY, DISAGREES, DONT_KNOW = ANSWERS = ("agrees", "partly", "disagrees", "dont-know")
# What an organisation says whose parts have answered differently: nobody may choose between them.
DIVIDED = "divided"
# The columns of the sheet, in order: what is answered of each need, and what is missing among the needs.
CHECK_COLUMNS = ("need", "title", "wordings", "actor", "answer", "comment")
MISSED_COLUMNS = ("missing", "area", "actor", "comment", "keep")


@attrs.frozen(kw_only=True)
class Check:
    """One row of a filled-in sheet: an actor, by id or name, asked of a need. `answer` is "" where the cell was left empty.

    `need_at`, `actor_at` and `comment_at` are where the three stand.
    """

    need: str
    actor: str
    answer: str = attrs.field(default="", validator=one_of("", *ANSWERS))
    comment: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
    need_at: Span | None = attrs.field(default=None, eq=False, repr=False)
    actor_at: Span | None = attrs.field(default=None, eq=False, repr=False)
    comment_at: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Missed:
    """What somebody found missing in a compilation: a candidate, and no need until a person keeps it. `kept_as` is then the need's id."""

    text: str
    actor: str = ""
    area: str = ""
    comment: str = ""
    kept_as: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Comment:
    """What an actor said besides its answer. `answer` is "" when it gave none."""

    actor: str
    answer: str = ""
    text: str


@attrs.frozen(kw_only=True)
class Tally:
    """How the organisations that were asked of one need answered, each counted once.

    `through` are the support structures whose compilations it came through, the one that asked first; none for the round's own.
    `asked` is the sum of all answers and of those that gave none.

    >>> Tally(need="n", asked=13, agrees=5, partly=2, disagrees=1).unanswered
    5
    """

    need: str
    through: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    asked: int = attrs.field(validator=whole_number)
    agrees: int = attrs.field(default=0, validator=whole_number)
    partly: int = attrs.field(default=0, validator=whole_number)
    disagrees: int = attrs.field(default=0, validator=whole_number)
    divided: int = attrs.field(default=0, validator=whole_number)
    dont_know: int = attrs.field(default=0, validator=whole_number)
    comments: tuple[Comment, ...] = attrs.field(converter=frozen_tuple, default=())

    def __attrs_post_init__(self) -> None:
        """Refuse more answers than were asked for."""
        if min(self.agrees, self.partly, self.disagrees, self.divided, self.dont_know, self.unanswered) < 0:
            raise ValueError(f"{self!r} has more answers than were asked for, or fewer than none")

    @property
    def judged(self) -> int:
        """How many said what they think of it: those who do not know have answered, and judged nothing."""
        return self.agrees + self.partly + self.disagrees + self.divided

    @property
    def unanswered(self) -> int:
        """How many gave no answer."""
        return self.asked - self.judged - self.dont_know

    @property
    def share(self) -> Fraction | None:
        """The share of those who judged it that agree; None when nobody did: there is no share of nobody.

        >>> Tally(need="n", asked=13, agrees=5, partly=2, disagrees=1).share
        Fraction(5, 8)
        """
        return Fraction(self.agrees, self.judged) if self.judged else None

    @property
    def is_disputed(self) -> bool:
        """Whether some agree and others do not, or the parts of one organisation answer differently."""
        return bool((self.agrees and self.disagrees) or self.divided)


def together(tallies: Iterable[Tally]) -> Tally | None:
    """Several tallies as one; None for none, and where an organisation might be counted twice: two tallies through the same structure.

    >>> one, other = (Tally(need="n", through=[rss], asked=2, agrees=1) for rss in ("rss-a", "rss-b"))
    >>> together([one, other]).asked, together([one, one])
    (4, None)
    """
    listed = tuple(tallies)
    asked_by = [one.through[:1] for one in listed]
    if not listed or len(set(asked_by)) < len(listed):
        return None
    counts = ("asked", "agrees", "partly", "disagrees", "divided", "dont_know")
    sums = {count: sum(getattr(one, count) for one in listed) for count in counts}
    return Tally(need=listed[0].need, comments=[comment for one in listed for comment in one.comments], **sums)
