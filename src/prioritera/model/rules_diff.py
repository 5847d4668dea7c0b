"""What a comparison of two rule sets finds, as values.

Names of fields are those of the joint space: what only one side has, or each has in its own way, is "before:" or "after:" its name.
"""

from enum import StrEnum
from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import Where
from prioritera.model.result import Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.model.value import FactValue

# The value of a field; of the score, its share of the highest possible.
Seen = FactValue | Fraction


@attrs.frozen(kw_only=True)
class Judgement:
    """What one side makes of a need: its outcome, where it goes, and the rules that decided, table by table."""

    outcome: str
    destination: str
    fired: tuple[Fired, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Change:
    """A region of needs that one rule decided before and another decides after, with another result.

    `about` is the field that is concluded: "outcome", "destination", or a conclusion that lists or ties are read by. `given` is the outcome
    that the engine gives all these needs after triage, "" when it gives none. `regions` are the widest there are around what was found, and
    the change holds throughout each of them; `complete` says that together they are all of it. `witness` is one need of them: its facts and
    measures, and the score where a rule reads it.
    """

    about: str
    given: str = ""
    before: Rule
    after: Rule
    regions: tuple[Where, ...] = attrs.field(converter=frozen_tuple)
    complete: bool
    witness: FrozenMap[str, Seen] = attrs.field(converter=frozen_map)
    performances: FrozenMap[str, Fraction] = attrs.field(converter=frozen_map, factory=FrozenMap)
    old: Judgement
    new: Judgement


class Verdict(StrEnum):
    """What is proved: no need differs, one does, or the budget was not enough to say."""

    SAME = "same"
    CHANGED = "changed"
    UNDECIDED = "undecided"


@attrs.frozen(kw_only=True)
class Placing:
    """By what one side places a need: its key, most significant part first and more is better; its score as a share; its group."""

    key: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    share: Fraction | None = None
    band: str = ""
    text: str = ""


@attrs.frozen(kw_only=True)
class Example:
    """A need that shows an effect: what it is assessed as, what is known of it, and how either side places it."""

    performances: FrozenMap[str, Fraction] = attrs.field(converter=frozen_map, factory=FrozenMap)
    values: FrozenMap[str, Seen] = attrs.field(converter=frozen_map, factory=FrozenMap)
    old: Placing
    new: Placing


@attrs.frozen(kw_only=True)
class Effect:
    """Whether something besides outcome and destination changes, with the needs that show it: two for an order.

    `about` is "order", "group", "placed", "lists", "minimum", "reading" or "ranked"; `id` names the criterion or the outcome it is about.
    """

    about: str
    id: str = ""
    verdict: Verdict
    examples: tuple[Example, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Part:
    """A part that is written otherwise: what it is, its id, which key of it, and how it was written before and after; "" is not at all."""

    kind: str
    id: str
    key: str = ""
    before: str
    after: str


@attrs.frozen(kw_only=True)
class RulesDiff:
    """What changes from one rule set to another.

    `parts` are what is written otherwise; `changes` are the needs whose outcome or destination changes; `effects` are order, groups and the
    rest. `undecided` names the questions that the budget did not settle: the tables, by what they conclude.
    """

    old: RuleSet
    new: RuleSet
    parts: tuple[Part, ...] = attrs.field(converter=frozen_tuple)
    changes: tuple[Change, ...] = attrs.field(converter=frozen_tuple)
    effects: tuple[Effect, ...] = attrs.field(converter=frozen_tuple)
    undecided: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def verdict(self) -> Verdict:
        """No need changes, some do, or it was not settled."""
        if self.changes or any(effect.verdict is Verdict.CHANGED for effect in self.effects):
            return Verdict.CHANGED
        is_open = self.undecided or any(effect.verdict is Verdict.UNDECIDED for effect in self.effects)
        return Verdict.UNDECIDED if is_open else Verdict.SAME

    @property
    def is_settled(self) -> bool:
        """Whether every question was settled."""
        return not self.undecided and all(effect.verdict is not Verdict.UNDECIDED for effect in self.effects)
