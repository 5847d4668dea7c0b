"""Needs: what somebody lacks knowledge of, who stands behind it, and what is known of it."""

from datetime import date
from typing import Literal

import attrs

from prioritera.diagnostics import Diagnostic, Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.agreement import Tally
from prioritera.model.checks import one_of, whole_number
from prioritera.model.value import Assessment, Fact

# Who stands behind a need, from the least to the most: one person or signal; a unit or an administration whose managers agree; a
# municipality by its director or committee; those present in a named forum; all directors of a regional support structure.
BACKINGS = ("individual", "unit", "municipality", "forum", "all")
# How that was settled. "top-management" is the decision of a top management group over several responsible authorities.
DECISIONS = ("none", "minutes", "decision", "joint-letter", "top-management")
# What came of looking for what exists: nothing; something on the question that does not settle it; or a structured review, such as SBU's,
# established that scientific knowledge is lacking.
FINDINGS = ("nothing", "something", "gap")
# Whether the method that a question of effect is about is used in Sweden, and which kind of evidence gap it is (SBU; domain.md 9).
USES = ("used", "soon", "unknown")
GAP_TYPES = ("no-review", "outdated-review", "primary-studies")
# How many persons a sender says that it concerns there, at least and at most: fewer than five are never told apart. None is no end.
BRACKETS: FrozenMap[str, tuple[int, int | None]] = FrozenMap(
    {"0": (0, 0), "1-4": (1, 4), "5-19": (5, 19), "20-99": (20, 99), "100-": (100, None)}
)
# What a sender says happens to the person today, from the least to the most.
CONSEQUENCES = ("small", "moderate", "great", "very-great")
# What a sender may be asked and answer that it does not know.
DONT_KNOW = ("context", "consequence", "persons", "wished_form", "backing", "forum", "decided")


@attrs.frozen(kw_only=True)
class Origin:
    """One sender of a need: a known actor, an unknown one, or "at least k" where a source gives a number and no names.

    `at_least` counts actors of kind `of`, inside the actor `within` when it is given. `backing` and `decided` are "" when not recorded.
    `covers` is whom the forum covers and `present` who was there: actors by id, or only how many. None is not recorded; "all" is every
    member of the support structure that the sender belongs to. `through` are the support structures whose compilations it came through, the
    nearest first, and `record` the record in which it then was named.

    The rest is what the sender's own form says, kept as its evidence and never scored: `persons` is a bracket, `consequence` and `example`
    what happens to the person today, `tried` what came of looking, `dont_know` what it was asked and does not know. "" is not recorded.
    """

    actor: str = ""
    unknown: bool = False
    at_least: int = attrs.field(default=0, validator=whole_number)
    of: str = ""
    within: str = ""
    backing: str = attrs.field(default="", validator=one_of("", *BACKINGS))
    decided: str = attrs.field(default="", validator=one_of("", *DECISIONS))
    forum: str = ""
    covers: tuple[str, ...] | int | Literal["all"] | None = None
    present: tuple[str, ...] | int | None = None
    on: date | None = None
    document: str = ""
    method: str = ""
    wording: str = ""
    source: str = ""
    through: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    record: str = ""
    persons: str = attrs.field(default="", validator=one_of("", *BRACKETS))
    consequence: str = attrs.field(default="", validator=one_of("", *CONSEQUENCES))
    example: str = ""
    tried: str = ""
    wished_form: str = ""
    dont_know: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    def __attrs_post_init__(self) -> None:
        """Refuse none, or more than one, of actor, unknown and at_least."""
        if sum([bool(self.actor), self.unknown, self.at_least > 0]) != 1:
            raise ValueError(f"{self!r} names not exactly one of actor, unknown and at_least")


@attrs.frozen(kw_only=True)
class Evidence:
    """What a need rests on: its kind, how it was found, how many were asked and how many answered; None is not recorded."""

    kind: str
    text: str = ""
    asked: int | None = None
    answered: int | None = None
    document: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class SupportMatch:
    """An entry of the catalogue that may meet the need: its very question, or only its area; confirmed by a person, or a candidate.

    `on` is the day that it was confirmed; None when not recorded.
    """

    entry: str
    covers: str = attrs.field(default="question", validator=one_of("question", "area"))
    confirmed: bool = False
    by: str = ""
    on: date | None = None
    source: str = ""


@attrs.frozen(kw_only=True)
class Check:
    """That somebody looked for what exists already: where, who, which day, and what came of it.

    `by` is "", `on` None and `where` empty when not recorded.
    """

    where: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    found: str = attrs.field(validator=one_of(*FINDINGS))
    by: str = ""
    on: date | None = None
    source: str = ""


@attrs.frozen(kw_only=True)
class Question:
    """The parts that make a question concrete (K18:524), and what SBU asks of a question of effect; each is "" when it is not stated."""

    target_group: str = ""
    intervention: str = ""
    context: str = ""
    comparison: str = ""
    outcome: str = ""
    use_in_sweden: str = attrs.field(validator=one_of("", *USES), default="")
    gap_type: str = attrs.field(validator=one_of("", *GAP_TYPES), default="")


@attrs.frozen(kw_only=True)
class Wording:
    """The words of one record, kept as they were sent."""

    need: str
    text: str
    source: str = ""


@attrs.frozen(kw_only=True)
class Need:
    """One need: a fixed envelope, facts for the tables and assessments for the score.

    `wordings` keeps the original words of every record that became this need; `merged` names the records besides its own. `part_of` names
    the needs that a person has said this one is a part of. `tallies` are what was answered when it was checked in step two, in this round
    or in the one that it was compiled in. `indicators` are the ids of statistics that a person has linked it to: they are shown with it,
    and nothing is judged by them.
    """

    id: str
    title: str
    area: str
    wordings: tuple[Wording, ...] = attrs.field(converter=frozen_tuple, default=())
    origins: tuple[Origin, ...] = attrs.field(converter=frozen_tuple)
    evidence: tuple[Evidence, ...] = attrs.field(converter=frozen_tuple, default=())
    support: tuple[SupportMatch, ...] = attrs.field(converter=frozen_tuple, default=())
    checked: tuple[Check, ...] = attrs.field(converter=frozen_tuple, default=())
    links: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    indicators: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    wished_form: str = ""
    benefit: str = ""
    question: Question = Question()
    facts: FrozenMap[str, Fact] = attrs.field(converter=frozen_map, factory=FrozenMap)
    assess: FrozenMap[str, Assessment] = attrs.field(converter=frozen_map, factory=FrozenMap)
    same_as: str = ""
    merged: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    part_of: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    tallies: tuple[Tally, ...] = attrs.field(converter=frozen_tuple, default=())
    note: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Refused:
    """A record that could not become a need: set aside, never lost. `id` and `title` are what could be read of them."""

    id: str
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple)
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
