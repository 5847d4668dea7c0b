"""Cells of a sheet as plain data: what people write in a cell, read as it is meant or asked about, never guessed.

A row becomes the table that the same need would be in TOML, so that everything after reads one shape.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.model.need import BRACKETS, DONT_KNOW
from prioritera.model.round import Record
from prioritera.model.value import Reason
from prioritera.reading.close import closest
from prioritera.reading.numbers import is_small, number_in
from prioritera.reading.place import Path, Place
from prioritera.records.cell_values import SEPARATOR, Cell, ask_word, assessment_in, fact_in, meant
from prioritera.records.context import Context
from prioritera.records.sheet import CRITERION, FACT, Columns
from prioritera.records.spoken import is_unclear, plain, spoken

CONFIRMED = "!"
# Where a part of a need stands in a sheet, when the column has another name than the part.
_COLUMN_OF = {"actor": "origin", "unknown": "origin", "origins": "origin", "entry": "support", "confirmed": "support"}
_QUESTION_TEXTS = ("target_group", "intervention", "context", "comparison", "outcome")
_QUESTION_WORDS = ("use_in_sweden", "gap_type")
_QUESTION = (*_QUESTION_TEXTS, *_QUESTION_WORDS)
# What only a sender's form asks of the sender.
FORM_PARTS = ("forum", "persons", "consequence", "example", "tried")
_SENDER = ("backing", "decided", *FORM_PARTS)
_TEXTS = ("id", "title", "wording", "source", "same_as", "wished_form", "benefit", "note", "forum", "example", "tried")
# That somebody does not know is kept as the sender's own answer; that a cell is not filled in is no answer.
_NO_ANSWERS = (Reason.DONT_KNOW.value, Reason.NOT_FILLED_IN.value)
# A note may say anything; so may an id, which is checked as such.
_FREE = ("id", "note")


@attrs.frozen
class CellPlace:
    """The place of a need's parts in a sheet: a path into the need leads to the cell of the column that holds it."""

    place: Place
    columns: Columns
    row: Path

    def key(self, path: Path) -> Span:
        """Where the name of the part's column stands."""
        return self.place.key((*self.row, *self._column(path)))

    def value(self, path: Path) -> Span:
        """Where the part's cell stands; the row where it has none."""
        return self.place.value((*self.row, *self._column(path)))

    def _column(self, path: Path) -> Path:
        steps = path[1:2] if path[:1] in {("facts",), ("assess",)} else path
        for step in reversed(steps):
            name = self.columns.named(_COLUMN_OF.get(str(step), str(step)))
            if name:
                return (name,)
        return ()


def plain_data(record: Record, columns: Columns, context: Context, faults: Faults) -> dict[str, object]:
    """The table that a row of cells stands for; what cannot be read is noted and left out. An empty cell is not filled in."""
    need: dict[str, Any] = {"facts": {}, "assess": {}, "question": {}}
    parts: dict[str, Any] = {}
    dont_know: list[str] = []
    for name, column in columns.known.items():
        text = str(record.data.get(name, "")).strip()
        if not text:
            continue
        cell = Cell(text, name, record.place, (*record.path, name), faults)
        if column.id in DONT_KNOW and (state := spoken("missing").get(plain(text))) in _NO_ANSWERS:
            dont_know += [column.id] if state == _NO_ANSWERS[0] else []
        elif column.kind == FACT:
            need["facts"][column.id] = fact_in(cell, context.facts[column.id])
        elif column.kind == CRITERION:
            need["assess"][column.id] = assessment_in(cell, context.criteria[column.id])
        else:
            parts[column.id] = _PARTS[column.id](cell, context)
    origins = parts.pop("origin", ())
    sender = {key: parts.pop(key) for key in _SENDER if key in parts} | ({"dont_know": dont_know} if dont_know else {})
    if "persons" in sender and len(origins) > 1:
        faults.add("persons-of-several", CellPlace(record.place, columns, record.path).value(("persons",)), senders=len(origins))
    need["origins"] = [{**origin, **sender} for origin in origins]
    need["question"] = {key: parts.pop(key) for key in _QUESTION if key in parts}
    return {**parts, **need}


def _text(cell: Cell, _: Context) -> str:
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
    return cell.text


def _same_as(cell: Cell, _: Context) -> str | None:
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
        return None
    return cell.text


def _free_text(cell: Cell, _: Context) -> str:
    return cell.text


def _spoken(cell: Cell, group: str) -> str:
    """A word of a closed list, by id or as people say it in either language; any of them after asking about it."""
    known = spoken(group)
    ids = tuple(dict.fromkeys(known.values()))
    found = known.get(plain(cell.text), "")
    if not found:
        cell.ask("cell-unknown-word", known=ids, close=known.get(closest(plain(cell.text), known), ""))
    return found or ids[0]


def _backing(cell: Cell, _: Context) -> str:
    return _spoken(cell, "backing")


def _decided(cell: Cell, _: Context) -> str:
    return _spoken(cell, "decided")


def _use(cell: Cell, _: Context) -> str:
    return _spoken(cell, "use_in_sweden")


def _gap_type(cell: Cell, _: Context) -> str:
    return _spoken(cell, "gap_type")


def _consequence(cell: Cell, _: Context) -> str:
    return _spoken(cell, "consequence")


def _persons(cell: Cell, _: Context) -> str:
    """A bracket; a number of persons is the bracket that it lies in."""
    number = number_in(cell.text)
    whole = int(number) if number is not None and is_small(number) and number >= 0 and number == number.to_integral_value() else None
    if whole is None:
        return _spoken(cell, "persons")
    return next(name for name, (_, high) in BRACKETS.items() if high is None or whole <= high)


def _area(cell: Cell, context: Context) -> str:
    found = meant(cell.text, tuple(context.areas.values()))
    if not found:
        ask_word(cell, tuple(context.areas.values()))
        return next(iter(context.areas), "")
    return found


def _origin(cell: Cell, _: Context) -> list[dict[str, object]]:
    """One sender a name; a word for unknown declares that the sender is not known."""
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
        return [{"unknown": True}]
    names = [name.strip() for name in cell.text.split(SEPARATOR)]
    return [{"unknown": True} if spoken("word").get(plain(name)) == "unknown" else {"actor": name} for name in names if name]


def _support(cell: Cell, _: Context) -> list[dict[str, object]]:
    """One entry of the catalogue a name; a match that a person has confirmed ends with an exclamation mark."""
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
        return []
    names = [name.strip() for name in cell.text.split(SEPARATOR) if name.strip()]
    return [{"entry": name.removesuffix(CONFIRMED), "confirmed": name.endswith(CONFIRMED)} for name in names]


def _listed(cell: Cell, _: Context) -> list[str]:
    """Several texts, each as it stands."""
    return [text.strip() for text in cell.text.split(SEPARATOR) if text.strip()]


_PARTS: Mapping[str, Callable[[Cell, Context], object]] = {
    **dict.fromkeys((*_TEXTS, *_QUESTION_TEXTS), _text),
    **dict.fromkeys(_FREE, _free_text),
    "same_as": _same_as,
    "area": _area,
    "origin": _origin,
    "support": _support,
    "indicators": _listed,
    "backing": _backing,
    "decided": _decided,
    "use_in_sweden": _use,
    "gap_type": _gap_type,
    "consequence": _consequence,
    "persons": _persons,
}
