"""Rows of cells straight to needs: what a cell means is settled once a column and text, and a row of such cells is a need.

A row where any cell is asked about, or that lacks a part, is not read here at all: it goes the long way, cell by cell, where messages are
made. So the two ways can only differ in time.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from prioritera.frozen import FrozenMap
from prioritera.model.need import DONT_KNOW, Need, Question, Wording
from prioritera.model.round import Record
from prioritera.reading.ids import is_need_id, need_id
from prioritera.records.cells import FREE, NEED_TEXTS, QUESTION, QUESTION_TEXTS, QUESTION_WORDS, SENDER, no_answer
from prioritera.records.context import Context
from prioritera.records.settled import (
    Settled,
    settled_areas,
    settled_facts,
    settled_parts,
    settled_senders,
    settled_support,
    settled_values,
)
from prioritera.records.sheet import CRITERION, ENVELOPE, FACT, Columns
from prioritera.records.spoken import is_no_need, is_unclear

_TEXTS = ("title", "wording", "source", "wished_form", "benefit", "note", "same_as", *QUESTION_TEXTS)
# What is said of the senders; of the others of these, which say something of the need, only that somebody does not know counts here.
_SENDERS = ("origin", *SENDER, *DONT_KNOW)


class Rows:
    """The rows of one sheet: what its columns hold, by their place among the cells."""

    def __init__(self, names: Sequence[str], columns: Columns, context: Context) -> None:
        """`names` are the columns as every row has them."""
        at = {name: index for index, name in enumerate(names)}
        known = {at[name]: column for name, column in columns.known.items()}
        own = {column.id: index for index, column in known.items() if column.kind == ENVELOPE}
        self._wrong = tuple(at[wrong.name] for wrong in columns.wrong)
        self._id = own.get("id")
        self._texts = tuple((part, own[part], part in FREE) for part in _TEXTS if part in own)
        senders = {part: own[part] for part in dict.fromkeys(_SENDERS) if part in own}
        self._senders = tuple((index, part if part in _TEXTS else "") for part, index in senders.items())
        self._origins = settled_senders({names[index]: known[index] for index in senders.values()}, context)
        self._words = tuple((part, own[part], settled_parts(part, context)) for part in QUESTION_WORDS if part in own)
        self._area, self._areas = own.get("area"), settled_areas(context, columns.area)
        self._support, self._matches = own.get("support"), settled_support(context)
        columns_of = ((FACT, settled_facts), (CRITERION, settled_values))
        self._facts, self._values = (
            tuple((column.id, index, settled(names[index], column.id, context)) for index, column in known.items() if column.kind == kind)
            for kind, settled in columns_of
        )
        read = {self._id, self._area, self._support, *(index for _, index, _ in (*self._texts, *self._words)), *senders.values()}
        read |= {index for index, column in known.items() if column.kind in {FACT, CRITERION}}
        self._others = tuple(names[index] for index in known if index not in read)
        self._questions = Settled(lambda parts, _: Question(**dict(zip(QUESTION, parts, strict=True))))

    def can_read(self, record: Record) -> bool:
        """Whether a row says nothing in the columns that are read cell by cell alone."""
        return not self._others or not any(str(record.data.get(name, "")).strip() for name in self._others)

    def read(self, record: Record) -> Need | None:
        """The need that a row is, or None for a row that has some fault. What it is the same as is not yet looked up.

        `record` is a row that can be read at once.
        """
        cells = [str(cell).strip() for cell in record.data.values()]
        for index in self._wrong:
            if cells[index]:
                return None
        ident = need_id(cells[self._id]) if self._id is not None else ""
        texts = self._texts_of(cells)
        if texts is None or not is_need_id(ident):
            return None
        facts, assess = _gathered(self._facts, cells), _gathered(self._values, cells)
        if facts is None or assess is None:
            return None
        area = self._areas[cells[self._area] if self._area is not None else ""]
        support = self._matches[cells[self._support] if self._support is not None else ""]
        origins = self._origins[tuple([cells[index] if not part or no_answer(part, cells[index]) else "" for index, part in self._senders])]
        words = {part: settled[cells[index]] for part, index, settled in self._words}
        wording = texts.pop("wording", "")
        title = texts.pop("title", wording)
        if not title or area is None or support is None or origins is None or None in words.values():
            return None
        return Need(
            id=ident,
            title=title,
            area=area,
            wordings=(Wording(need=ident, text=wording, source=texts.get("source", "")),) if wording else (),
            origins=origins,
            support=support,
            question=self._questions[tuple([texts.pop(part, "") or words.get(part, "") for part in QUESTION])],
            facts=facts,
            assess=assess,
            span=record.place.value(record.path),
            **texts,
        )

    def _texts_of(self, cells: Sequence[str]) -> dict[str, str] | None:
        """What the row's cells of text say, or None when one of them has to be asked about."""
        texts = {}
        for part, index, is_free in self._texts:
            text = cells[index]
            if text and not no_answer(part, text):
                if (not is_free and is_unclear(text)) or (part in NEED_TEXTS and is_no_need(text)):
                    return None
                texts[part] = text
        return texts


def _gathered(columns: Sequence[tuple[str, int, Mapping[str, Any]]], cells: Sequence[str]) -> FrozenMap[str, Any] | None:
    """What columns of a row say by id, those that are not filled in left out; None when one of them has to be asked about."""
    found = {}
    for ident, index, settled in columns:
        text = cells[index]
        if text:
            value = settled[text]
            if value is None:
                return None
            found[ident] = value
    return FrozenMap(found)
