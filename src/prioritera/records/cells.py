"""Cells of a sheet as plain data: what people write in a cell, read as it is meant or asked about, never guessed.

A row becomes the table that the same need would be in TOML, so that everything after reads one shape.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.methods.scales import Points, corners
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Term
from prioritera.model.round import Record
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import number_in
from prioritera.reading.place import Path, Place
from prioritera.records.context import Context
from prioritera.records.sheet import CRITERION, FACT, Columns
from prioritera.records.spoken import is_unclear, plain, spoken

SEPARATOR = "|"
CONFIRMED = "!"
RANGE = ".."
# Where a part of a need stands in a sheet, when the column has another name than the part.
_COLUMN_OF = {"actor": "origin", "unknown": "origin", "origins": "origin", "entry": "support", "confirmed": "support"}
_QUESTION = ("target_group", "intervention", "context")
_SENDER = ("backing", "decided")
_TEXTS = ("id", "title", "wording", "source", "same_as", "wished_form", "benefit", "note")
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


@attrs.frozen
class Cell:
    """One cell that is filled in: its text, where it stands, and where faults go."""

    text: str
    column: str
    place: Place
    path: Path
    faults: Faults

    def ask(self, code: str, **params: str | tuple[str, ...]) -> None:
        """Note that the cell cannot be read, or ask what it means when nobody could tell."""
        params = {} if is_unclear(self.text) else params
        code = "cell-unclear" if is_unclear(self.text) else code
        span = self.place.value(self.path)
        self.faults.extend([Diagnostic(code=code, span=span, params={"value": self.text, "column": self.column, **params})])


def plain_data(record: Record, columns: Columns, context: Context, faults: Faults) -> dict[str, object]:
    """The table that a row of cells stands for; what cannot be read is noted and left out. An empty cell is not filled in."""
    need: dict[str, Any] = {"facts": {}, "assess": {}, "question": {}}
    parts: dict[str, Any] = {}
    for name, column in columns.known.items():
        text = str(record.data.get(name, "")).strip()
        if not text:
            continue
        cell = Cell(text, name, record.place, (*record.path, name), faults)
        if column.kind == FACT:
            need["facts"][column.id] = _fact(cell, context.facts[column.id])
        elif column.kind == CRITERION:
            need["assess"][column.id] = _assessment(cell, context.criteria[column.id])
        else:
            parts[column.id] = _PARTS[column.id](cell, context)
    origins = parts.pop("origin", ())
    sender = {key: parts.pop(key) for key in _SENDER if key in parts}
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


def _area(cell: Cell, context: Context) -> str:
    found = _meant(cell.text, tuple(context.areas.values()))
    if not found:
        _ask_word(cell, tuple(context.areas.values()))
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


_PARTS: Mapping[str, Callable[[Cell, Context], object]] = {
    **dict.fromkeys((*_TEXTS, *_QUESTION), _text),
    **dict.fromkeys(_FREE, _free_text),
    "same_as": _same_as,
    "area": _area,
    "origin": _origin,
    "support": _support,
    "backing": _backing,
    "decided": _decided,
}


def _meant(text: str, terms: tuple[Term, ...]) -> str:
    """The id of the term that a text names by id or by label; "" when it names none, or several."""
    word = plain(text)
    if any(word == term.id for term in terms):
        return word
    found = {term.id for term in terms if word in {plain(term.label.sv), plain(term.label.en)}}
    return found.pop() if len(found) == 1 else ""


def _ask_word(cell: Cell, terms: tuple[Term, ...]) -> None:
    labels = {word: term.id for term in terms for word in (term.id, plain(term.label.sv), plain(term.label.en))}
    near = closest(plain(cell.text), labels)
    cell.ask("cell-unknown-word", known=shortened(tuple(term.id for term in terms)), close=labels.get(near, ""))


def _missing(text: str) -> dict[str, str] | None:
    """The missing state that a text names, as it is written in TOML."""
    found = spoken("missing").get(plain(text))
    return {"missing": found} if found else None


def _fact(cell: Cell, field: Field) -> object:
    """A fact as TOML would have it; None after asking about it."""
    if field.kind is Kind.SET:
        return _missing(cell.text) or _words(cell, field)
    if field.kind is Kind.CHOICE:
        found = _meant(cell.text, field.terms) or _missing(cell.text)
        if not found:
            _ask_word(cell, field.terms)
        return found or None
    if state := _missing(cell.text):
        return state
    return _flag(cell) if field.kind is Kind.FLAG else _whole(cell, field)


def _words(cell: Cell, field: Field) -> list[str] | None:
    texts = [text.strip() for text in cell.text.split(SEPARATOR) if text.strip()]
    found = [_meant(text, field.terms) for text in texts]
    for text, word in zip(texts, found, strict=True):
        if not word:
            _ask_word(attrs.evolve(cell, text=text), field.terms)
    return found if all(found) else None


def _flag(cell: Cell) -> bool | None:
    found = spoken("flag").get(plain(cell.text))
    if found is None:
        cell.ask("cell-not-a-flag")
        return None
    return found == "true"


def _whole(cell: Cell, field: Field) -> object:
    number = number_in(cell.text)
    if number is not None:
        return number
    found = _meant(cell.text, field.terms)
    if found:
        return field.low + field.words.index(found)
    cell.ask("cell-not-whole")
    return None


def _assessment(cell: Cell, criterion: Criterion) -> object:
    """An assessment as TOML would have it: a number, a range, a missing state, a described level, or a panel's answers."""
    if SEPARATOR in cell.text:
        answers = [_answer(attrs.evolve(cell, text=text.strip())) for text in cell.text.split(SEPARATOR)]
        return {"panel": answers} if all(answer is not None for answer in answers) else None
    if state := _missing(cell.text):
        return state
    if RANGE in cell.text:
        ends = [number_in(end) for end in cell.text.split(RANGE)]
        if len(ends) == len(("low", "high")) and None not in ends:
            return {"low": ends[0], "high": ends[1]}
        cell.ask("cell-not-a-number")
        return None
    number = number_in(cell.text)
    return _level(cell, criterion) if number is None else number


def _answer(cell: Cell) -> object:
    """One judge's answer; an empty place is a judge who has not filled it in."""
    if not cell.text:
        return "not-filled-in"
    number = number_in(cell.text)
    if number is not None:
        return number
    state = _missing(cell.text)
    if state is None:
        cell.ask("cell-not-a-number")
        return None
    return state["missing"]


def _level(cell: Cell, criterion: Criterion) -> object:
    """A described level by its label: the performances from its place to the next level's, or the place alone on points."""
    labels = [{plain(level.label.sv), plain(level.label.en)} for level in criterion.levels]
    found = [index for index, words in enumerate(labels) if plain(cell.text) in words]
    if len(found) != 1:
        near = closest(plain(cell.text), [word for words in labels for word in words])
        cell.ask("cell-not-a-number", close=near)
        return None
    low = criterion.levels[found[0]].x
    high = _last_of_level(criterion, found[0])
    return low * criterion.step if high == low else {"low": low * criterion.step, "high": high * criterion.step}


def _last_of_level(criterion: Criterion, index: int) -> int:
    """The greatest performance of a level, in steps: of bins up to the next; of points the place itself, for between two there is more."""
    level = criterion.levels[index]
    if isinstance(criterion.function, Points):
        return level.x
    later = [start for start in corners(criterion.function) if start > level.x]
    if later:
        return later[0] - 1
    # An open end: every performance from here on has the same value, so the level's own place says all that is known.
    return criterion.high if criterion.high is not None else level.x
