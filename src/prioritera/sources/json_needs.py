"""Needs in JSON: a list of objects, or an object with `needs`; and in NDJSON, one object a line."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.model.round import Record
from prioritera.reading.cursor import Cursor, shown
from prioritera.sources.json_places import JsonPlace
from prioritera.sources.json_text import parse_json
from prioritera.sources.plain_cells import ID, Row, records_of_rows

NEEDS = "needs"


def read_json(text: str, name: str, faults: Faults) -> tuple[Record, ...]:
    """The needs of a JSON text as records.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it.
        faults: what is wrong with the file as a whole is noted here; then there are no records.

    >>> [record.data["id"] for record in read_json('[{"id": "n1"}]', "needs.json", Faults())]
    ['n1']
    """
    parsed = parse_json(text, name, faults)
    if parsed is None:
        return ()
    data, place = parsed
    path = (NEEDS,) if isinstance(data, Mapping) and NEEDS in data else ()
    needs = data[NEEDS] if isinstance(data, Mapping) and path else data
    if isinstance(data, Mapping) and path:
        top = Cursor(data, (), place, faults)
        top.has(NEEDS)
        top.close()
    if not isinstance(needs, list):
        if _are_indicators(data):
            faults.add("json-is-indicators", Span(name), name=name)
        else:
            faults.add("json-not-needs", _place(place, path), value=shown(needs))
        return ()
    if not needs:
        faults.warn("no-needs", Span(name, 1, 1))
    rows = []
    for index, item in enumerate(needs):
        if isinstance(item, Mapping):
            rows.append(Row(item, place, (*path, index), index + 1))
        else:
            faults.add("json-not-a-need", place.value((*path, index)), value=shown(item))
    return records_of_rows(rows, _stem(name), faults)


def _are_indicators(data: object) -> bool:
    """Whether this is an answer from Kolada: a list of values, each of a measure."""
    values = data.get("values") if isinstance(data, Mapping) else None
    return isinstance(values, list) and any(isinstance(one, Mapping) and "kpi" in one for one in values)


def _place(place: JsonPlace, path: tuple[str, ...]) -> Span:
    return attrs.evolve(place.value(path), end=None)


def read_ndjson(text: str, name: str, faults: Faults) -> tuple[Record, ...]:
    r"""The needs of a text with one JSON object a line. A line that cannot be read is a record of its own, set aside with what is wrong.

    >>> lines = '{"id": "n1"}\n{"id": \n'
    >>> [(record.data["id"], len(record.faults)) for record in read_ndjson(lines, "needs.ndjson", Faults())]
    [('n1', 0), ('needs-2', 1)]
    """
    records: list[Record | None] = []
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found = Faults()
        parsed = parse_json(line.rstrip("\r"), name, found, line=number)
        data, place = parsed if parsed is not None else (None, JsonPlace(name, "{}", line=number))
        if isinstance(data, Mapping):
            rows.append(Row(data, place, (), number))
            records.append(None)
            continue
        if parsed is not None:
            found.add("json-not-a-need", place.value(()), value=shown(data))
        records.append(Record({ID: f"{_stem(name)}-{number}"}, place, text=True, faults=found.all()))
    if not records:
        faults.warn("no-needs", Span(name, 1, 1))
    read = iter(records_of_rows(rows, _stem(name), faults))
    return tuple(next(read) if record is None else record for record in records)


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
