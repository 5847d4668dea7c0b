"""A rule set read past its faults, so that what else is wrong with it can be told at once. It is never run."""

import attrs

from prioritera.frozen import frozen_set, frozen_tuple
from prioritera.model.ruleset import RuleSet

# A rule by the ids of its table and itself.
RuleName = tuple[str, str]


@attrs.frozen(kw_only=True)
class Tentative:
    """`rules` is what the rule set would be, were its faults mended as their messages say; what no message settles is marked here.

    Of the rules in `conditions` some condition is left out, so that each matches more than it will; the conclusion of those in
    `conclusions` only holds a place. The hit policy of the `tables` is not known, and those in `left_out` are not among the tables at all.
    Not everything about outcomes is known where `outcomes` is true, nor every criterion and weight where `scores` is. `assumed` says
    whether any mend was chosen on the writer's behalf.
    """

    rules: RuleSet
    conditions: frozenset[RuleName] = attrs.field(converter=frozen_set, default=frozenset())
    conclusions: frozenset[RuleName] = attrs.field(converter=frozen_set, default=frozenset())
    tables: frozenset[str] = attrs.field(converter=frozen_set, default=frozenset())
    left_out: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    outcomes: bool = False
    scores: bool = False
    assumed: bool = False
