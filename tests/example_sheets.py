"""The needs of an example as a sheet: each need of its TOML file as a row that says the same.

`python tests/example_sheets.py` writes them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli

from prioritera.diagnostics import Faults
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.write import write_book

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SHEETS = ("nsks-2018", "stockholm-2020")
_TEXTS = ("id", "title", "area", "wording", "source")
_BESIDE = ("backing", "decided", "forum", "method", "covers")
_EACH = "|"


def needs_of(example: str) -> list[dict[str, Any]]:
    """The needs of an example as its TOML has them."""
    found: list[dict[str, Any]] = tomli.loads((EXAMPLES / example / "needs.toml").read_text(encoding="utf-8"))["needs"]
    return found


def book_of(needs: Sequence[Mapping[str, Any]]) -> Book:
    """The needs as a book with one page, of the columns that any of them fills in."""
    rows = [_row(need) for need in needs]
    names = [name for name in dict.fromkeys(name for row in rows for name in row) if any(row.get(name) for row in rows)]
    ordered = sorted(names, key=lambda name: (_place(name.removesuffix(".source")), name))
    columns = [Column(id=name, label=name, width=60 if name == "wording" else 24) for name in ordered]
    return Book(pages=[Page(title="Behov", columns=columns, rows=[[row.get(name) or None for name in ordered] for row in rows])])


def _place(name: str) -> int:
    parts = (*_TEXTS, "origin", *_BESIDE, "support", "checked")
    return parts.index(name) if name in parts else len(parts)


def _row(need: Mapping[str, Any]) -> dict[str, str]:
    origins = need["origins"]
    row = {name: need.get(name, "") for name in _TEXTS}
    row["origin"] = _EACH.join(_sender(one) for one in origins)
    row |= {name: _of_each([_said(one.get(name, "")) for one in origins]) for name in _BESIDE}
    row["origin.source"] = _of_each([one.get("source", "") for one in origins])
    support = need.get("support", ())
    row["support"] = _EACH.join(f"{one['entry']}{'!' if one.get('confirmed') else ''}" for one in support)
    row["support.source"] = _of_each([one.get("source", "") for one in support])
    checked = need.get("checked", ())
    row["checked"] = _EACH.join(one["found"] for one in checked)
    row["checked.source"] = _of_each([one.get("source", "") for one in checked])
    for name, fact in need.get("facts", {}).items():
        row[name] = _EACH.join(fact["value"]) if isinstance(fact["value"], list) else _said(fact["value"])
        row[f"{name}.source"] = fact["source"]
    return row


def _sender(origin: Mapping[str, Any]) -> str:
    if origin.get("unknown"):
        return "okänd"
    if "at_least" in origin:
        return f"minst {origin['at_least']} {origin['of']} i {origin['within']}"
    return str(origin["actor"])


def _of_each(texts: Sequence[str]) -> str:
    """One text where all are alike, otherwise one of each."""
    return texts[0] if len(set(texts)) == 1 else _EACH.join(texts)


def _said(value: object) -> str:
    return {True: "ja", False: "nej", "all": "alla"}.get(value, str(value)) if isinstance(value, bool | str) else str(value)


def main() -> None:
    """Write the sheet of each example beside its TOML."""
    faults = Faults()
    for example in SHEETS:
        write_book(book_of(needs_of(example)), EXAMPLES / example / "needs.xlsx", faults)
    faults.stop()


if __name__ == "__main__":
    main()
