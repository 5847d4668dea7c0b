"""Documents: what is to be read, as sections, paragraphs, lists and tables, before any format is chosen.

All texts are plain: a format that gives characters a meaning must take it from them. A no-break space asks not to be broken at.
"""

import attrs

from prioritera.frozen import frozen_tuple


@attrs.frozen
class Paragraph:
    """A text. `notice` marks one that the reader must not miss."""

    text: str
    notice: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Verbatim:
    """Lines that are shown as they stand, such as those of a file; only a line with no room for it is broken."""

    text: str


@attrs.frozen
class Pairs:
    """What is told of one thing: a label and a text a row."""

    rows: tuple[tuple[str, str], ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen
class Item:
    """One thing in a list, with what is told of it."""

    text: str
    blocks: tuple["Block", ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen
class Listing:
    """A list; `numbered` when its order is a claim."""

    items: tuple[Item, ...] = attrs.field(converter=frozen_tuple)
    numbered: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Table:
    """Rows of cells under a head; the columns in `numbers` hold numbers, and line up at the right."""

    head: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=frozen_tuple)
    numbers: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a row of another length than the head."""
        for row in self.rows:
            if len(row) != len(self.head):
                raise ValueError(f"the row {row} has {len(row)} cells; expected {len(self.head)}")


@attrs.frozen
class Section:
    """A title and what stands under it. How deep it is nested is its level."""

    title: str
    blocks: tuple["Block", ...] = attrs.field(converter=frozen_tuple, default=())


Block = Paragraph | Verbatim | Pairs | Listing | Table | Section


@attrs.frozen
class Document:
    """The whole: a title and its blocks, in one language."""

    title: str
    blocks: tuple["Block", ...] = attrs.field(converter=frozen_tuple)
    language: str = attrs.field(default="sv", kw_only=True)
