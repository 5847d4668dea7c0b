"""The parts of a document in reading order, whatever kind of file it was: headings, paragraphs, items of lists and rows of tables."""

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.checks import one_of
from prioritera.words.catalogue import say

HEADING, PARAGRAPH, ITEM, ROW = "heading", "paragraph", "item", "row"


@attrs.frozen
class Spot:
    """Where a part stands in its document: `kind` names how that is counted, and `numbers` are the counts, each from 1.

    >>> Spot("paragraph", (12,)).say("en"), Spot("row", (2, 3)).say("sv")
    ('paragraph 12', 'tabell 2, rad 3')
    """

    kind: str = attrs.field(validator=one_of("line", "paragraph", "row", "page"))
    numbers: tuple[int, ...] = attrs.field(converter=frozen_tuple)

    def say(self, language: str) -> str:
        """The place as people say it."""
        return say(language, f"documents.spots.{self.kind}", **{f"n{index}": number for index, number in enumerate(self.numbers, start=1)})


@attrs.frozen(kw_only=True)
class Block:
    """One part: its words as they stand, where they stand, and of a row its cells. `is_header` marks the row with a table's headings.

    `level` is how deep a heading is, from 1; 0 where nobody can say.
    """

    kind: str = attrs.field(validator=one_of(HEADING, PARAGRAPH, ITEM, ROW))
    text: str
    spot: Spot
    cells: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    is_header: bool = False
    level: int = 0
