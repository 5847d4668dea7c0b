"""Offers: which actor gives what support, in which areas, to whom. What nobody has said is None, never taken for all or none."""

from typing import Literal

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class SupportKind:
    """One kind of support, such as training. `meets` are the words of a need's facts that it answers to; empty is not said."""

    id: str
    label: Label
    meets: FrozenMap[str, tuple[str, ...]] = attrs.field(converter=frozen_map, factory=FrozenMap)
    source: str = ""
    status: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Offer:
    """What one actor offers.

    `areas` are ids of areas, `kinds` ids of kinds of support, and None where the source does not say. `serves` is "all", or actors by
    id: a municipality stands for itself, a support structure for its members; None is not said.
    """

    id: str
    actor: str
    areas: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    serves: tuple[str, ...] | Literal["all"] | None = None
    what: Label | None = None
    contact: str = ""
    link: str = ""
    source: str = ""
    status: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Offers:
    """The offers of one file, in its order, with its kinds of support by id.

    `open_areas` are the areas of the rule set that do not tell which area a need is of, such as "not stated".
    """

    id: str = ""
    label: Label | None = None
    source: str = ""
    status: str = ""
    open_areas: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    kinds: FrozenMap[str, SupportKind] = attrs.field(converter=frozen_map, factory=FrozenMap)
    offers: tuple[Offer, ...] = attrs.field(converter=frozen_tuple, default=())
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
