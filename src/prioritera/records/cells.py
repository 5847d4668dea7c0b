"""Cells of a sheet as plain data: what people write in a cell, read as it is meant or asked about, never guessed.

A row becomes the table that the same need would be in TOML, so that everything after reads one shape.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.model.need import BACKINGS, BRACKETS, CONSEQUENCES, DECISIONS, DONT_KNOW
from prioritera.model.round import Record
from prioritera.model.text import Label
from prioritera.model.value import Reason
from prioritera.reading.numbers import is_small, number_in
from prioritera.reading.place import Path, Place
from prioritera.records.cell_values import SEPARATOR, Cell, ask_one_of, ask_word, assessment_in, fact_in, meant
from prioritera.records.context import Context
from prioritera.records.sender_cells import covered, joined, on_day, said_of_each, senders_in, there
from prioritera.records.sheet import BESIDE, CRITERION, FACT, SOURCE, SOURCE_OF, Columns
from prioritera.records.spoken import is_no_need, is_unclear, plain, spoken
from prioritera.words.catalogue import LANGUAGES, say

CONFIRMED = "!"
# Where a part of a need stands in a sheet, when the column has another name than the part.
_COLUMN_OF = {"actor": "origin", "unknown": "origin", "origins": "origin", "entry": "support", "confirmed": "support"}
QUESTION_TEXTS = ("target_group", "intervention", "context", "comparison", "outcome")
QUESTION_WORDS = ("use_in_sweden", "gap_type")
QUESTION = (*QUESTION_TEXTS, *QUESTION_WORDS)
# What a column says of each sender in words of its own; and what only a sender's form asks.
_SENDER_TEXTS = ("forum", "method", "document", "example", "tried")
FORM_PARTS = ("forum", "persons", "consequence", "example", "tried")
_TEXTS = ("id", "title", "wording", "source", "same_as", "wished_form", "benefit", "note")
# That somebody does not know is kept as the sender's own answer; that a cell is not filled in is no answer.
_NO_ANSWERS = (Reason.DONT_KNOW.value, Reason.NOT_FILLED_IN.value)
# What people say in words of their own; in every other column a cell names something.
FREE_TEXTS = ("title", "wording", "source", "wished_form", "benefit", "note", "forum", "example", "tried", *QUESTION_TEXTS)
# What says that there is a need.
NEED_TEXTS = ("title", "wording")
# A note may say anything; so may an id, which is checked as such.
FREE = ("id", "note")


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
    of_others: dict[str, Cell] = {}
    beside: dict[str, Cell] = {}
    dont_know: list[str] = []
    for name, column in columns.known.items():
        text = str(record.data.get(name, "")).strip()
        if not text:
            continue
        cell = Cell(text, name, record.place, (*record.path, name), faults)
        if state := no_answer(column.id, text):
            dont_know += [column.id] if state == _NO_ANSWERS[0] else []
        elif column.kind in {SOURCE, BESIDE}:
            of_others[column.id] = cell
        elif column.id in SENDER:
            beside[column.id] = cell
        elif column.kind == FACT:
            need["facts"][column.id] = fact_in(cell, context.facts[column.id], context.facts)
        elif column.kind == CRITERION:
            need["assess"][column.id] = assessment_in(cell, context.criteria[column.id])
        else:
            parts[column.id] = part_in(cell, column.id, context)
    sources = {ident.removesuffix(SOURCE_OF): cell for ident, cell in of_others.items() if ident.endswith(SOURCE_OF)}
    origins = parts.pop("origin", ())
    if "origin" in sources:
        beside["source"] = sources.pop("origin")
    if "persons" in beside and len(origins) > 1 and SEPARATOR not in beside["persons"].text:
        faults.add("persons-of-several", CellPlace(record.place, columns, record.path).value(("persons",)), senders=len(origins))
    readers = {key: _in(reader, context) for key, reader in {**SENDER, "source": _text}.items()}
    said = said_of_each(beside, len(origins), readers)
    need["origins"] = [{**one, **({"dont_know": dont_know} if dont_know else {})} for one in joined(origins, said)]
    _add_sources(need, parts, sources)
    _add_judged(need, {ident: cell for ident, cell in of_others.items() if not ident.endswith(SOURCE_OF)})
    need["question"] = {key: parts.pop(key) for key in QUESTION if key in parts}
    return {**({"area": columns.area} if columns.area else {}), **parts, **need}


def no_answer(part: str, text: str) -> str:
    """Which way of not answering a cell says, of what a sender may be asked: that it does not know, or has not filled in; "" for an answer.

    >>> no_answer("backing", "Vet ej"), no_answer("backing", "kommun"), no_answer("title", "vet ej")
    ('dont-know', '', '')
    """
    state = spoken("missing").get(plain(text), "") if part in DONT_KNOW else ""
    return state if state in _NO_ANSWERS else ""


def part_in(cell: Cell, part: str, context: Context) -> Any:  # noqa: ANN401 -- as many kinds as there are parts
    """A part of the envelope as TOML would have it."""
    return _PARTS[part](cell, context)


def _text(cell: Cell, _: Context) -> str:
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
    return cell.text


def _said(cell: Cell, context: Context) -> str:
    """What the need is, in words."""
    if is_no_need(cell.text):
        cell.ask("cell-no-need")
    return _text(cell, context)


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
    found = known.get(plain(cell.text), "")
    if not found:
        ids = sorted(dict.fromkeys(known.values()), key=_in_order)
        said = {ident: [say(language, f"cells.{group}.{ident}").split("|") for language in LANGUAGES] for ident in ids}
        ask_one_of(
            cell,
            {ident: Label(sv=sv[0], en=en[0]) for ident, (sv, en) in said.items()},
            {ident: tuple(word for words in each for word in words) for ident, each in said.items()},
        )
    return found or next(iter(known.values()))


def _in_order(ident: str) -> tuple[int, str]:
    """What has an order in it, others by their letters."""
    listed = (*BRACKETS, *CONSEQUENCES, *BACKINGS, *DECISIONS)
    return (listed.index(ident) if ident in listed else 0, ident)


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


def _origin(cell: Cell, context: Context) -> list[dict[str, object]]:
    return senders_in(cell, context.kinds)


def _in(reader: Callable[[Cell, Context], object], context: Context) -> Callable[[Cell], object]:
    return lambda cell: reader(cell, context)


def _add_sources(need: dict[str, Any], parts: dict[str, Any], sources: Mapping[str, Cell]) -> None:
    """Put the source that a column gives to what it is the source of: a fact, each support that is named, or the check."""
    for name, cell in sources.items():
        if name not in parts and name not in need["facts"]:
            cell.ask("cell-source-alone", of=name)
        elif name in _LISTED:
            parts[name] = [{**one, "source": cell.text} for one in parts[name]]
        else:
            fact = need["facts"][name]
            need["facts"][name] = {**(fact if isinstance(fact, dict) else {"value": fact}), "source": cell.text}


def _add_judged(need: dict[str, Any], judged: Mapping[str, Cell]) -> None:
    """Put who judged, which day and why to the fact or the assessment that it is said of."""
    for ident, cell in judged.items():
        name, _, part = ident.rpartition(".")
        group = need["facts"] if name in need["facts"] else need["assess"]
        if name not in group:
            cell.ask("cell-judged-alone", of=name)
            continue
        said = group[name] if isinstance(group[name], dict) else {"value": group[name]}
        group[name] = {**said, part: on_day(cell) if part == "on" else cell.text}


def _support(cell: Cell, _: Context) -> list[dict[str, object]]:
    """One entry of the catalogue a name; a match that a person has confirmed ends with an exclamation mark."""
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
        return []
    names = [name.strip() for name in cell.text.split(SEPARATOR) if name.strip()]
    return [{"entry": name.removesuffix(CONFIRMED), "confirmed": name.endswith(CONFIRMED)} for name in names]


def _checked(cell: Cell, _: Context) -> list[dict[str, object]]:
    """That somebody has looked for what exists, and what came of it."""
    return [{"found": _spoken(cell, "found")}]


# Parts of the envelope that are lists, each of which may say where it is written.
_LISTED = ("support", "checked")


def _listed(cell: Cell, _: Context) -> list[str]:
    """Several texts, each as it stands."""
    return [text.strip() for text in cell.text.split(SEPARATOR) if text.strip()]


_PARTS: Mapping[str, Callable[[Cell, Context], object]] = {
    **dict.fromkeys((*_TEXTS, *QUESTION_TEXTS), _text),
    **dict.fromkeys(NEED_TEXTS, _said),
    **dict.fromkeys(FREE, _free_text),
    "same_as": _same_as,
    "area": _area,
    "origin": _origin,
    "support": _support,
    "checked": _checked,
    "indicators": _listed,
    "use_in_sweden": _use,
    "gap_type": _gap_type,
}
# What the columns beside the senders say of them.
SENDER: Mapping[str, Callable[[Cell, Context], object]] = {
    **dict.fromkeys(_SENDER_TEXTS, _text),
    "backing": _backing,
    "decided": _decided,
    "consequence": _consequence,
    "persons": _persons,
    "covers": lambda cell, _: covered(cell),
    "present": lambda cell, _: there(cell),
    "on": lambda cell, _: on_day(cell),
}
