"""Candidates for needs as people go through them: a sheet to fill in, a text to read, JSON for programs.

The schema of the JSON stands beside this file: `candidates.schema.json`.
"""

from collections.abc import Sequence

from prioritera.model.candidate import Candidate
from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph
from prioritera.report.json import as_text
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page

SCHEMA = "prioritera/candidates/1"
# The columns that become parts of the need, each under the heading by which a sheet of needs is read.
_READ = ("id", "wording", "title", "area", "origin", "source", "note")
# What a source may have counted, each under its own heading, for a round to say what it means (`[[mappings]]`).
_FIGURES = ("required", "lacking")
_WIDE, _NARROW = 70, 18


def candidates_book(candidates: Sequence[Candidate], language: str, *, about: Sequence[str] = ()) -> Book:
    """A sheet with one row a candidate, to say of each whether it is kept; kept rows are read as needs.

    Args:
        candidates: in the order they are to be gone through.
        language: "sv" or "en".
        about: lines above the table: what the candidates are from, and whose choice the signs are.

    >>> from prioritera.model.text import Label
    >>> one = Candidate(id="m-1", wording="Vi saknar …", document="m.docx", place=Label(sv="stycke 3", en="paragraph 3"),
    ...     why=Label(sv="något saknas", en="something is lacking"))
    >>> page = candidates_book([one], "sv").pages[0]
    >>> [column.label for column in page.columns][:3], page.rows[0][:3]
    (['behåll', 'id', 'formulering'], (None, 'm-1', 'Vi saknar …'))
    """

    def word(key: str) -> str:
        return say(language, f"documents.columns.{key}")

    figures = [name for name in _FIGURES if any(name in one.figures for one in candidates)]
    yes, no = (say(language, f"cells.flag.{flag}").split("|")[0] for flag in ("true", "false"))
    read = [
        Column(id=part, label=say(language, f"cells.column.{part}").split("|")[0], help=word(f"help-{part}"), width=_width(part))
        for part in _READ
    ]
    columns = (
        Column(id="keep", label=word("keep"), help=word("help-keep"), width=10, choices=(yes, no), strict=True, required=True),
        *read,
        Column(id="heading", label=f"#{word('heading')}", help=word("help-heading"), width=30),
        Column(id="why", label=f"#{word('why')}", help=word("help-why"), width=40),
        *(_figure(name, language) for name in figures),
    )
    rows = [(*_row(one, language), *(one.figures.get(name) for name in figures)) for one in candidates]
    return Book(pages=[Page(title=word("sheet"), columns=columns, rows=rows, above=about)])


def _figure(name: str, language: str) -> Column:
    label = say(language, f"signals.told.{name}")
    return Column(id=name, label=f"#{label}", help=say(language, f"documents.columns.help-{name}"), width=_NARROW)


def _width(part: str) -> int:
    return _WIDE if part == "wording" else _NARROW if part in {"id", "area", "origin"} else 30


def _row(one: Candidate, language: str) -> tuple[str | None, ...]:
    source = f"{one.document}, {one.place.say(language)}"
    return (None, one.id, one.wording, None, None, None, source, one.note or None, one.heading or None, one.why.say(language))


def candidates_document(candidates: Sequence[Candidate], language: str, *, about: Sequence[str] = ()) -> Document:
    """The candidates as a document to read."""

    def told(one: Candidate) -> Item:
        pairs = [
            (say(language, "documents.columns.where"), f"{one.document}, {one.place.say(language)}"),
            (say(language, "documents.columns.heading"), one.heading),
            (say(language, "documents.columns.why"), one.why.say(language)),
            (say(language, "cells.column.note").split("|")[0], one.note),
        ]
        return Item(one.wording, [Pairs([(label, text) for label, text in pairs if text])])

    blocks = [*(Paragraph(line) for line in about), *([Listing([told(one) for one in candidates], numbered=True)] if candidates else [])]
    return Document(say(language, "documents.columns.sheet"), blocks, language=language)


def candidates_json(candidates: Sequence[Candidate], *, signs: str, version: str, status: str) -> str:
    """The candidates as JSON, with the signs that they were found by.

    >>> print(candidates_json([], signs="documents", version="1", status="proposal"), end="")
    {
      "candidates": [],
      "schema": "prioritera/candidates/1",
      "signals": {
        "id": "documents",
        "status": "proposal",
        "version": "1"
      }
    }
    """
    rows = [
        {
            "id": one.id,
            "wording": one.wording,
            "document": one.document,
            "place": {"sv": one.place.sv, "en": one.place.en},
            "heading": one.heading,
            "why": {"sv": one.why.sv, "en": one.why.en},
            "note": one.note,
        }
        for one in candidates
    ]
    return as_text({"schema": SCHEMA, "signals": {"id": signs, "version": version, "status": status}, "candidates": rows})
