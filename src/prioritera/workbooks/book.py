"""What a sheet for people holds, before it is any kind of file: columns with their headings, helps and choices, and rows."""

from datetime import date
from fractions import Fraction

import attrs
from attrs import validators

from prioritera.frozen import frozen_rows, frozen_tuple
from prioritera.model.checks import one_of

KINDS = ("text", "whole", "number", "date")
Value = str | int | Fraction | date | None


@attrs.frozen(kw_only=True)
class Column:
    """One column: the heading people see, what may be filled in, and how wide it is, in characters.

    `choices` are what a drop-down offers; `strict` refuses everything else. A `locked` column is not for filling in. `required` marks the
    cells that are empty on a row that has been begun.
    """

    id: str
    label: str
    help: str = ""
    width: int = attrs.field(default=20, validator=validators.ge(1))
    choices: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    strict: bool = False
    kind: str = attrs.field(default="text", validator=one_of(*KINDS))
    required: bool = False
    locked: bool = False


@attrs.frozen(kw_only=True)
class Page:
    """One sheet: lines above the table, its columns, and rows of one value a column; None is an empty cell.

    `empty` is how many empty rows are made ready below for filling in. Rows are at least `height` points high.
    The first `examples` rows are shown as examples, and are not for filling in.

    >>> Page(title="Behov", columns=[Column(id="id", label="id")], rows=[["n1"]]).rows
    (('n1',),)
    """

    title: str = attrs.field(validator=[validators.min_len(1), validators.max_len(31)])
    columns: tuple[Column, ...] = attrs.field(converter=frozen_tuple)
    rows: tuple[tuple[Value, ...], ...] = attrs.field(converter=frozen_rows, default=())
    above: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    empty: int = 0
    height: int = 0
    examples: int = 0
    hidden: bool = False
    landscape: bool = True
    protect: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a row that is not one value a column."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"the row {row!r} has {len(row)} values; the page has {len(self.columns)} columns")


@attrs.frozen(kw_only=True)
class Book:
    """A workbook: its pages, in order."""

    pages: tuple[Page, ...] = attrs.field(converter=frozen_tuple)
