"""Gaps as they are handed over: a workbook or a CSV file, TOML, JSON, and what is told of those that are kept apart."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from prioritera.model.text import Label
from prioritera.report.gaps import RECIPIENT, Gap
from prioritera.report.json import as_text
from prioritera.report.records import label
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page

GAPS: Final = "prioritera/gaps/1"
_SAID: Final = ("population", "intervention", "comparison", "outcome", "use_in_sweden", "gap_type", "sources_checked")
_COLUMNS: Final = (
    *("id", "title", "wording", "area", "population", "intervention", "comparison", "outcome", "use_in_sweden", "gap_type"),
    *("asked_for", "sources_checked", "evidence", "senders", "questions"),
)
_APART: Final = ("id", "title", "wording", "area", "question_kind", "instead")
_WIDTHS: Final = {"title": 34, "wording": 40, "sources_checked": 34, "questions": 46, "instead": 46}


def gaps_book(gaps: Sequence[Gap], language: str, *, round_label: str, notice: str = "") -> Book:
    """The gaps on one page, and those that are kept apart on a second one, where there are any.

    Args:
        gaps: as `gaps_of` gives them.
        language: "sv" or "en".
        round_label: what the round is called.
        notice: what must be said of all of it, such as that it is made up.
    """
    said = [notice] if notice else []
    kept = [gap for gap in gaps if gap.is_effect]
    apart = [gap for gap in gaps if not gap.is_effect]
    title, other = say(language, "gaps.title"), say(language, "gaps.elsewhere")
    rows = [[_row(gap, language)[column] for column in _COLUMNS] for gap in kept]
    pages = [
        Page(
            title=title,
            columns=_columns(_COLUMNS, language),
            rows=rows,
            above=[title, *said, say(language, "gaps.intro", round=round_label)],
        )
    ]
    if apart:
        rows = [[_row(gap, language)[column] for column in _APART] for gap in apart]
        pages.append(
            Page(title=other, columns=_columns(_APART, language), rows=rows, above=[other, *said, say(language, "gaps.elsewhere-intro")])
        )
    return Book(pages=pages)


def _columns(names: Sequence[str], language: str) -> Iterator[Column]:
    for name in names:
        yield Column(id=name, label=say(language, f"gaps.columns.{name}"), width=_WIDTHS.get(name, 20))


def _row(gap: Gap, language: str) -> dict[str, str]:
    """What stands in each column; what nobody has said is said to be so."""
    silent = say(language, "gaps.not-stated")
    return {
        "id": gap.id,
        "title": gap.title,
        "wording": " ~ ".join(gap.wordings) or silent,
        "area": gap.area,
        **{name: gap.said.get(name, silent) for name in _SAID},
        "asked_for": gap.asked_for,
        "evidence": "; ".join(gap.evidence) or silent,
        "senders": ", ".join(gap.senders),
        "questions": " ".join(gap.questions.values()),
        "question_kind": gap.kind or silent,
        "instead": say(language, "gaps.instead"),
    }


def gaps_toml(gaps: Sequence[Gap], language: str, *, notice: str = "") -> str:
    r"""The gaps as TOML: `[[gaps]]`, and `[[elsewhere]]` for those that are kept apart.

    >>> gaps_toml((), "en")
    '# Evidence gaps\n'
    """
    blocks = [f"# {line}\n" for line in (say(language, "gaps.title"), *notice.splitlines())]
    for gap in gaps:
        names = _COLUMNS if gap.is_effect else _APART
        row = _row(gap, language)
        head = "[[gaps]]" if gap.is_effect else "[[elsewhere]]"
        blocks.append("\n".join([head, *(f"{name} = {_text(row[name])}" for name in names)]) + "\n")
    return "\n".join(blocks)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def gaps_json(gaps: Sequence[Gap], round_id: str, *, illustrative: Label | None = None) -> str:
    """The gaps as JSON; what nobody has said is null, and has a question."""
    return as_text(
        {
            "schema": GAPS,
            "round": round_id,
            "illustrative": label(illustrative),
            "recipient": RECIPIENT,
            "gaps": [_record(gap) for gap in gaps if gap.is_effect],
            "elsewhere": [_record(gap) for gap in gaps if not gap.is_effect],
        }
    )


def _record(gap: Gap) -> dict[str, object]:
    return {
        "id": gap.id,
        "title": gap.title,
        "wordings": list(gap.wordings),
        "area": gap.area,
        "asked_for": gap.asked_for,
        "question_kind": gap.kind or None,
        **{name: gap.said.get(name) for name in _SAID},
        "evidence": list(gap.evidence),
        "senders": list(gap.senders),
        "questions": dict(gap.questions),
    }


def apart_lines(gaps: Sequence[Gap], language: str) -> tuple[str, ...]:
    """A line for each gap that is kept apart: which, and where it goes instead; and one where there is none at all."""
    if not gaps:
        return (say(language, "gaps.none"),)
    instead = say(language, "gaps.instead")
    return tuple(say(language, "gaps.apart", need=f"{gap.title} ({gap.id})", instead=instead) for gap in gaps if not gap.is_effect)
