"""The closed list of measures: what a derived field may ask for, and between which bounds the answer lies."""

from typing import Final

import attrs

from prioritera.frozen import FrozenMap, frozen_tuple
from prioritera.model.field import Kind
from prioritera.model.network import LEVELS

DISTINCT_ORGANISATIONS: Final = "distinct-organisations"
DISTINCT_RSS: Final = "distinct-rss"
SHARE_OF_RSS: Final = "share-of-rss-municipalities"
PARTS_PRESENT: Final = "parts-present"
HIGHEST_LEVEL: Final = "highest-level"
CATALOGUE_STATUS: Final = "catalogue-status"
EXISTING_CHECKED: Final = "existing-checked"
ANCHORING_LEVEL: Final = "anchoring-level"


@attrs.frozen(kw_only=True)
class Measure:
    """One thing that is derived: its kind, and its words in order or its bounds, both ends included.

    `ordered` says that the order of the words means more, so that the value can be known to lie between two of them.
    """

    id: str
    kind: Kind
    words: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    ordered: bool = False
    low: int = 0
    high: int = 0
    about: str


MEASURES: FrozenMap[str, Measure] = FrozenMap(
    {
        measure.id: measure
        for measure in (
            Measure(
                id=DISTINCT_ORGANISATIONS,
                kind=Kind.WHOLE,
                high=1000,
                about="How many organisations stand behind the need, each counted once.",
            ),
            Measure(
                id=DISTINCT_RSS,
                kind=Kind.WHOLE,
                high=100,
                about="How many regional support structures the need comes from: not counties.",
            ),
            Measure(
                id=SHARE_OF_RSS,
                kind=Kind.WHOLE,
                high=100,
                about=(
                    "The largest share of one support structure's municipalities that stands behind the need, "
                    "in whole per cent, rounded down."
                ),
            ),
            Measure(
                id=PARTS_PRESENT,
                kind=Kind.SET,
                words=("target-group", "intervention", "context"),
                about="Which parts of a concrete question are stated.",
            ),
            Measure(
                id=HIGHEST_LEVEL,
                kind=Kind.CHOICE,
                words=LEVELS,
                ordered=True,
                about="The highest level of those who raised the need.",
            ),
            Measure(
                id=CATALOGUE_STATUS,
                kind=Kind.CHOICE,
                words=("none", "area-only", "candidate", "outdated", "current", "in-production", "under-way"),
                about="What exists already, or is on its way, on this very question.",
            ),
            Measure(
                id=EXISTING_CHECKED,
                kind=Kind.CHOICE,
                words=("unchecked", "something", "nothing", "gap"),
                about="Whether somebody has looked for what exists already, and what came of it.",
            ),
            Measure(
                id=ANCHORING_LEVEL,
                kind=Kind.WHOLE,
                high=5,
                about=(
                    "How broadly the need is anchored: 0 one person, 1 a unit, 2 a municipality, 3 several municipalities, "
                    "4 a whole support structure, 5 several support structures."
                ),
            ),
        )
    }
)
