"""Senders in a sheet: who they are, and what the columns beside say of them, of all alike or of each in turn.

A cell with one value says it of every sender of the row. A cell with as many values as the row has senders, parted as they are, says one
of each; an empty place says nothing of that one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import attrs

from prioritera.model.text import Label
from prioritera.records.cell_values import SEPARATOR, Cell
from prioritera.records.spoken import is_unclear, plain, spoken

Said = dict[str, object]
_COMMA = re.compile(r"\s*,\s*")


def senders_in(cell: Cell, kinds: Mapping[str, Label]) -> list[Said]:
    """One sender a name; a word for unknown declares that the sender is not known, and "minst 2 kommun i RSS" that so many are."""
    if is_unclear(cell.text):
        cell.ask("cell-unclear")
        return [{"unknown": True}]
    by_word = {plain(word): ident for ident, label in kinds.items() for word in (label.sv, label.en, ident)}
    return [_sender(name, by_word) for text in cell.text.split(SEPARATOR) if (name := text.strip())]


def _sender(name: str, kinds: Mapping[str, str]) -> Said:
    if spoken("word").get(plain(name)) == "unknown":
        return {"unknown": True}
    at_least = _pattern().fullmatch(name)
    if at_least is None:
        return {"actor": name}
    number, kind, within = at_least.groups()
    return {"at_least": int(number), "of": kinds.get(plain(kind), kind), **({"within": within} if within else {})}


def _pattern() -> re.Pattern[str]:
    """How a number of senders without names is written, in either language: "minst 2 municipality i rss-stockholm"."""
    least = "|".join(sorted(re.escape(word) for word in spoken("at-least")))
    inside = "|".join(sorted(re.escape(word) for word in spoken("inside")))
    return re.compile(rf"(?:{least})\s+([0-9]{{1,4}})\s+(\S+)(?:\s+(?:{inside})\s+(.+))?", re.IGNORECASE)


def said_of_each(cells: Mapping[str, Cell], count: int, read: Mapping[str, Callable[[Cell], object]]) -> list[Said]:
    """What the columns beside say of each of so many senders, by the key of the column; what cannot be read is asked about."""
    said: list[Said] = [{} for _ in range(count)]
    for key, cell in cells.items():
        texts = [text.strip() for text in cell.text.split(SEPARATOR)]
        if count > 1 and len(texts) == count:
            for one, text in zip(said, texts, strict=True):
                if text:
                    one[key] = read[key](attrs.evolve(cell, text=text))
        elif count > 1 and len(texts) > 1:
            cell.ask("cell-not-one-each", values=str(len(texts)), senders=str(count))
        else:
            value = read[key](cell)
            for one in said:
                one[key] = value
    return said


def covered(cell: Cell) -> object:
    """Whom a forum covers: all, how many, or the actors with a comma between."""
    if spoken("everybody").get(plain(cell.text)):
        return "all"
    return there(cell)


def there(cell: Cell) -> object:
    """Who was there: how many, or the actors with a comma between."""
    return int(cell.text) if re.fullmatch("[0-9]{1,4}", cell.text) else [name for name in _COMMA.split(cell.text) if name]


def on_day(cell: Cell) -> object:
    """A date as both languages write it; what is none is asked about."""
    try:
        return date.fromisoformat(cell.text)
    except ValueError:
        cell.ask("cell-not-a-date")
        return None


def joined(senders: Iterable[Said], said: Iterable[Said]) -> list[Said]:
    """Each sender with what is said of it; what has been asked about is left out."""
    return [
        {**sender, **{key: value for key, value in one.items() if value is not None}} for sender, one in zip(senders, said, strict=True)
    ]
