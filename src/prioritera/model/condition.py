"""Conditions: what a rule asks of one field. A field that is not mentioned matches anything."""

from fractions import Fraction

import attrs

from prioritera.frozen import frozen_set


@attrs.frozen
class OneOf:
    """The choice is one of these words, or the flag is this truth value."""

    values: frozenset[str | bool] = attrs.field(converter=frozen_set)


@attrs.frozen
class Within:
    """The whole number, or the place of the word in an ordered choice, is from `low` to `high`; None is no bound."""

    low: int | None = None
    high: int | None = None


@attrs.frozen(kw_only=True)
class SetTest:
    """What a set must hold: any of some words, all of some, none of some, only some (at least one of them and nothing else).

    A part that is None is not asked.
    """

    any: frozenset[str] | None = None
    all: frozenset[str] | None = None
    none: frozenset[str] | None = None
    only: frozenset[str] | None = None


@attrs.frozen
class ShareOfScore:
    """The score is at least `low` and below `below` of the highest possible score; None is no bound. 0 <= share <= 1."""

    low: Fraction | None = None
    below: Fraction | None = None


Test = OneOf | Within | SetTest | ShareOfScore


@attrs.frozen(kw_only=True)
class Condition:
    """One field and what is asked of it.

    `test` matches known values only. `missing` lets a missing value match too; with no test, a missing value alone matches.
    """

    field: str
    test: Test | None = None
    missing: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a condition that asks nothing."""
        if self.test is None and not self.missing:
            raise ValueError(f"the condition on {self.field} asks nothing; expected a test, or missing")


# Where a field's conditions lead: all of them hold for every need of the region.
Where = tuple[Condition, ...]
# The field that destination rules may read besides facts and conclusions: the score, as a share of the highest possible.
SCORE = "score"
