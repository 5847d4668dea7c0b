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

    `since` is the date from which it counts, None when not stated; `contact` is the actor to ask, "" when not stated. `intervention` is the
    intervention or the way of working that it is about; `catalogue` is the id of the catalogue that it stands in.
    """

    id: str
    title: Label
    status: str = attrs.field(validator=one_of(*STATUSES))
    publisher: str = ""
    areas: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    target_group: str = ""
    intervention: str = ""
    year: int | None = None
    since: date | None = None
    contact: str = ""
    link: str = ""
    source: str = ""
    catalogue: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Place:
    """Somewhere to look for what exists: a site or a database, which answers no question by itself."""

    id: str
    title: Label
    link: str = ""
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Listed:
    """A catalogue as it names itself: its id, and what it is called where it says so."""

    id: str
    label: Label | None = None
    about: Label | None = None
    status: str = ""
    source: str = ""


@attrs.frozen(kw_only=True)
class Catalogue:
    """Entries and places by id, of one catalogue or of several; `listed` are those that they come from."""

    entries: FrozenMap[str, Support] = attrs.field(converter=frozen_map, factory=FrozenMap)
    places: FrozenMap[str, Place] = attrs.field(converter=frozen_map, factory=FrozenMap)
    listed: tuple[Listed, ...] = attrs.field(converter=frozen_tuple, default=())
