"""What the cells of one column mean, each distinct text settled once by the readers of single cells."""

from collections.abc import Callable, Mapping
from typing import Any

from prioritera.diagnostics import Faults
from prioritera.model.need import Origin, SupportMatch
from prioritera.model.round import Record
from prioritera.model.value import Assessment, Fact
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile
from prioritera.records.assessments import read_assessments
from prioritera.records.cell_values import Cell, assessment_in, fact_in
from prioritera.records.cells import part_in, plain_data
from prioritera.records.context import Context
from prioritera.records.envelope import read_support
from prioritera.records.facts import read_facts
from prioritera.records.origins import read_origins
from prioritera.records.sheet import Column, Columns

_NOWHERE = NoFile("cell")


class Settled(dict[Any, Any]):
    """What each text means, by the text: None for one that has to be asked about. A text that has not been met is read when it is.

    >>> settled = Settled(lambda text, faults: len(text))
    >>> settled["abc"], dict(settled)
    (3, {'abc': 3})
    """

    def __init__(self, read: Callable[[Any, Faults], Any]) -> None:
        """`read` makes of a text, trimmed, what it means, noting faults."""
        super().__init__()
        self._read = read

    def __missing__(self, text: Any) -> Any:  # noqa: ANN401 -- one text, or those of several columns
        """Read a text that has not been met."""
        faults = Faults(hints=False)
        found = self._read(text, faults)
        self[text] = None if faults.count else found
        return self[text]


def settled_facts(name: str, ident: str, context: Context) -> Settled:
    """The facts that the texts of a column are."""

    def read(text: str, faults: Faults) -> Fact | None:
        value = fact_in(_cell(text, name, faults), context.facts[ident], context.facts)
        return read_facts(_over(ident, value, faults), "", context).get(ident)

    return Settled(read)


def settled_values(name: str, ident: str, context: Context) -> Settled:
    """The assessments that the texts of a column are."""

    def read(text: str, faults: Faults) -> Assessment | None:
        value = assessment_in(_cell(text, name, faults), context.criteria[ident])
        return read_assessments(_over(ident, value, faults), "", context).get(ident)

    return Settled(read)


def settled_areas(context: Context, nowhere: str) -> Settled:
    """The areas that texts name; where nothing is filled in `nowhere`, or the round's own, None where it has none."""

    def read(text: str, faults: Faults) -> object:
        return (part_in(_cell(text, "area", faults), "area", context) if text else nowhere or context.only_area) or None

    return Settled(read)


def settled_support(context: Context) -> Settled:
    """The matches with existing support that texts name."""

    def read(text: str, faults: Faults) -> tuple[SupportMatch, ...]:
        entries = part_in(_cell(text, "support", faults), "support", context) if text else []
        return tuple(read_support(_over("support", entries, faults), "", context))

    return Settled(read)


def settled_parts(part: str, context: Context) -> Settled:
    """The words of a closed list that texts name; "" where nothing is filled in."""

    def read(text: str, faults: Faults) -> object:
        return part_in(_cell(text, part, faults), part, context) if text else ""

    return Settled(read)


def settled_senders(columns: Mapping[str, Column], context: Context) -> Settled:
    """The senders that the texts of several columns name together. `columns` are these, by their names."""
    known = Columns(columns)

    def read(texts: tuple[str, ...], faults: Faults) -> tuple[Origin, ...]:
        record = Record(dict(zip(columns, texts, strict=True)), _NOWHERE, text=True)
        return read_origins(Cursor(plain_data(record, known, context, faults), (), _NOWHERE, faults), "", context)

    return Settled(read)


def _cell(text: str, name: str, faults: Faults) -> Cell:
    return Cell(text, name, _NOWHERE, (), faults)


def _over(key: str, value: object, faults: Faults) -> Cursor:
    return Cursor({key: value}, (), _NOWHERE, faults)
