"""What people say of a round that its data cannot tell, in the order of REPRISE: items that are known by name, and ten domains.

REPRISE is a reporting guideline for priority setting, 31 items in ten domains (Tong and others 2019). Items 1–10 have been read. The others
have not: they have no names here, and their domains take whatever people write.
"""

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap
from prioritera.model.checks import one_of
from prioritera.model.text import Label

ITEMS_IN_ALL = 31
DOMAINS = (
    *("context", "governance", "framework", "stakeholders", "identification"),
    *("prioritisation", "output", "evaluation", "implementation", "funding"),
)
# The items that are known by name, in order: they are numbered from 1. That the first seven are the first domain's and the others the
# second's is read from what they say.
ITEMS: FrozenMap[str, tuple[str, ...]] = FrozenMap(
    {
        "context": (
            *("geographical_scope", "health_area", "beneficiaries", "target_audience"),
            *("research_area", "question_types", "time_frame"),
        ),
        "governance": ("leadership", "team", "training"),
    }
)
NAMED = tuple(item for items in ITEMS.values() for item in items)
KEYS = (*NAMED, *DOMAINS)


@attrs.frozen(kw_only=True)
class Said:
    """What people have written of one item, or of one domain in words of their own. What nobody has written has no value."""

    key: str = attrs.field(validator=one_of(*KEYS))
    text: Label
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


def number_of(item: str) -> int:
    """The number that an item has in REPRISE.

    >>> number_of("geographical_scope"), number_of("training")
    (1, 10)
    """
    return NAMED.index(item) + 1
