"""Compilations of support structures as records of a larger round: their ids told apart, and through whom each sender came.

A compilation is what `prioritera compile` has written, as TOML or JSON, or a plain file of needs. A need of it keeps everything; its id,
and every id in it, gets the structure's before it, so that two structures may use the same ids.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span
from prioritera.loading.document import Document, document_of, refer
from prioritera.loading.files import Files
from prioritera.loading.needs_files import read_needs
from prioritera.loading.structure import label_or_none
from prioritera.model.round import COUNTED_STATES, Compilation, Record
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import need_id
from prioritera.reading.place import NoFile, Place

# What stands in a folder that holds a compilation, the first that is there.
COMPILED_FILES = ("sammanstallning.toml", "sammanstallning.json", "compilation.toml", "compilation.json", "needs.toml")
_BETWEEN = ":"
_IDS = ("id", "same_as", "samma som")
Compiled = tuple[tuple[Compilation, ...], tuple[Record, ...]]
Data = Mapping[str, object]


def read_compilations(document: Document, top: Cursor, faults: Faults, in_needs: Faults) -> Compiled:
    """The compilations that a round names, and their needs as records. Faults inside a file go to `in_needs`, and stop only that file."""
    found: list[Compilation] = []
    records: list[Record] = []
    for row in top.tables("compilations"):
        before = faults.count
        rss, reference = row.text("rss"), row.text("file")
        row.close()
        leads = refer(document, reference, faults, row.at("file")) if faults.count == before else None
        if leads is None:
            continue
        files, name = leads
        compilation, its = _read(files, _in_folder(files, name), rss, in_needs, row)
        found.append(compilation)
        records.extend(its)
    return tuple(found), tuple(records)


def _in_folder(files: Files, name: str) -> str:
    """The file itself; of a folder, the compilation that stands in it."""
    return next((f"{name}/{one}" for one in COMPILED_FILES if files.is_file(f"{name}/{one}")), name)


def _read(files: Files, name: str, rss: str, faults: Faults, row: Cursor) -> tuple[Compilation, tuple[Record, ...]]:
    prefix = f"{rss}{_BETWEEN}"
    opened = _opened(files, name, faults, row.at("file"))
    before = faults.count
    if opened is None:
        head: dict[str, Any] = {}
        plain = read_needs(files, name, faults, row.at("file")) if not _is_data(name) else ()
        records = tuple(_renamed(record, prefix) for record in plain)
    else:
        data, place = opened
        top = Cursor(data, (), place, faults)
        head = _head(top)
        records = tuple(_nested(one, index, place, prefix, rss) for index, one in enumerate(_needs(top)) if _is_table(one, index, top))
        top.close()
    if records and faults.count == before:
        params = {"rss": rss, "file": files.shown(name), "example": str(records[0].data.get("id", ""))}
        faults.extend([Diagnostic(code="ids-prefixed", severity=Severity.NOTE, span=row.here, params=params)])
    return Compilation(rss=rss, file=files.shown(name), prefix=prefix, needs=len(records), span=row.here, **head), records


def _is_data(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in {".toml", ".json"}


def _opened(files: Files, name: str, faults: Faults, at: Span) -> tuple[Data, Place] | None:
    """The data of a TOML or a JSON file; None for other files, and after noting why there is none."""
    if not _is_data(name):
        return None
    text = files.text(name, faults, at)
    if text is None:
        return None
    if name.lower().endswith(".toml"):
        document = document_of(text, name, files, faults)
        return None if document is None else (document.data, document.place)
    return _json(text, files.shown(name), faults)


def _json(text: str, name: str, faults: Faults) -> tuple[Data, Place] | None:
    try:
        data = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        faults.add("compilation-not-json", Span(name, 1, 1), name=name)
        return None
    return data, NoFile(name)


def _head(top: Cursor) -> dict[str, Any]:
    """What a compilation says of itself; a plain file of needs says nothing."""
    head = top.table("compilation")
    top.raw("schema")
    if head is None:
        return {}
    said = {
        "round_id": head.text("round", ""),
        "label": label_or_none(head, "label"),
        "illustrative": label_or_none(head, "illustrative"),
        "municipalities": _counts(head),
        "rules": head.text("rules", ""),
        "version": head.text("rules_version", ""),
        "hash": head.text("rules_hash", ""),
        "definitions": _definitions(head),
        "made_by": head.at("rules") if head.has("rules") else head.here,
    }
    for key in ("rss", "network", "network_hash"):
        head.text(key, "")
    head.close()
    return said


def _definitions(head: Cursor) -> dict[str, str]:
    meant = head.table("definitions")
    return {} if meant is None else {name: meant.text(name) for name in meant.data}


def _counts(head: Cursor) -> dict[str, int]:
    counts = head.table("municipalities")
    if counts is None:
        return {}
    found = {state: counts.whole(state, least=0) for state in COUNTED_STATES}
    counts.close()
    return {state: number for state, number in found.items() if number is not None}


def _needs(top: Cursor) -> list[object]:
    needs = top.raw("needs")
    if isinstance(needs, list):
        return needs
    top.fault("not-a-tables", "needs", value=shown(needs)) if needs is not None else top.faults.add("missing-key", top.here, key="needs")
    return []


def _is_table(item: object, index: int, top: Cursor) -> bool:
    if isinstance(item, Mapping):
        return True
    top.faults.add("not-a-table", top.place.value(("needs", index)), key="needs", value=shown(item))
    return False


def _renamed(record: Record, prefix: str) -> Record:
    """A row of a plain file, its ids told apart. Its cells are text, so through whom its senders came is what the id says."""
    data = {key: _named(value, prefix) if key.casefold() in _IDS else value for key, value in record.data.items()}
    return Record(data, record.place, record.path, text=record.text, faults=record.faults)


def _nested(item: object, index: int, place: Place, prefix: str, rss: str) -> Record:
    """A need of a compilation, its ids told apart, each sender with the structure it came through, the nearest to us first."""
    data = dict(item) if isinstance(item, Mapping) else {}
    ident = _named(data.get("id"), prefix)
    for key in ("id", "same_as"):
        data[key] = _named(data.get(key), prefix)
    if isinstance(data.get("origins"), list):
        data["origins"] = [_through(origin, rss, prefix, ident) for origin in data["origins"]]
    if isinstance(data.get("checked"), list):
        data["checked"] = [{**one, **_dated(one)} if isinstance(one, Mapping) else one for one in data["checked"]]
    if isinstance(data.get("compiled"), Mapping):
        data["compiled"] = _compiled(data["compiled"], rss, prefix)
    kept = {key: value for key, value in data.items() if value is not None}
    return Record(kept, place, ("needs", index))


def _named(ident: object, prefix: str) -> object:
    """An id with the prefix; what is no id is left for reading to find fault with."""
    if type(ident) is int:
        return f"{prefix}{ident}"
    return f"{prefix}{need_id(ident)}" if isinstance(ident, str) and ident.strip() else ident


def _through(item: object, rss: str, prefix: str, ident: object) -> object:
    if not isinstance(item, Mapping):
        return item
    further = item.get("through", [])
    through = [rss, *further] if isinstance(further, list) else further
    return {**item, **_dated(item), "through": through, "record": _named(item.get("record"), prefix) or ident}


def _dated(item: Mapping[str, object]) -> dict[str, object]:
    """The date of a row as JSON writes it, as a date; what is none is left for reading to find fault with."""
    written = item.get("on")
    try:
        return {"on": date.fromisoformat(written)} if isinstance(written, str) else {}
    except ValueError:
        return {}


def _compiled(item: Mapping[str, Any], rss: str, prefix: str) -> dict[str, object]:
    found: dict[str, object] = dict(item)
    if isinstance(found.get("merged"), list):
        found["merged"] = [_named(name, prefix) for name in item["merged"]]
    for key in ("wordings", "checks"):
        if isinstance(found.get(key), list):
            found[key] = [_of_record(one, key, rss, prefix) for one in item[key]]
    return found


def _of_record(item: object, key: str, rss: str, prefix: str) -> object:
    if not isinstance(item, Mapping):
        return item
    named = {**item, "need": _named(item.get("need"), prefix)}
    further = item.get("through", [])
    return {**named, "through": [rss, *further]} if key == "checks" and isinstance(further, list) else named
