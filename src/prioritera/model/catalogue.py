"""What exists already: support, inquiries and products under way, against which needs are checked before anything new is asked for."""

from datetime import date

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.checks import one_of
from prioritera.model.text import Label

STATUSES = ("current", "outdated", "in-production", "under-way", "ended")


@attrs.frozen(kw_only=True)
class Support:
    """One entry. `status`: a product that is current, outdated or in production; an inquiry under way; or work that has ended.

    `since` is the date from which it counts; `contact` is the actor to ask, "" when not stated.
    """

    id: str
    title: Label
    status: str = attrs.field(validator=one_of(*STATUSES))
    publisher: str = ""
    areas: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    target_group: str = ""
    year: int | None = None
    since: date | None = None
    contact: str = ""
    link: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Catalogue:
    """Entries by id."""

    entries: FrozenMap[str, Support] = attrs.field(converter=frozen_map, factory=FrozenMap)
