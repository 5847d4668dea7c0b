"""The questions in the layout of the James Lind Alliance: the question, the wordings it was made of, and the evidence that was checked.

The columns follow how JLA shows its uncertainties: nothing of what was sent in is left out, and what nobody has checked is said.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from prioritera.model.by_id import by_id as first_of
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, SupportMatch
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.report.exists import support_words
from prioritera.report.gaps import check_words, searched_words
from prioritera.report.json import as_text
from prioritera.report.pairs import senders
from prioritera.report.precise import PARTS
from prioritera.report.ranked import need_title
from prioritera.report.records import label
from prioritera.report.voice import Voice, area_name, date_words, outcome_name
from prioritera.report.ways import sender_name
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page

QUESTIONS: Final = "prioritera/questions/1"
Cell = str | list[str] | None
COLUMNS: Final = ("question", "wordings", "checked", "senders", "area", *PARTS, "part-of", "outcome", "id")
_WIDTHS: Final = {"question": 40, "wordings": 60, "checked": 44, "senders": 30}


def jla_book(result: Result, model: Model, language: str) -> Book:
    """One row for each need as it is after merging, in the order that they came.

    A record that could not be read is no question; how many there are is said above the table.

    Args:
        result: a run.
        model: the rules and the network of the run.
        language: "sv" or "en".
    """
    voice = Voice(language, model.rules, model.network)
    rows = [[_in_a_cell(cells[column]) for column in COLUMNS] for cells in _questions(voice, result)]
    made_up = result.round.illustrative
    merged, unread = (sum(one.outcome == outcome for one in result.decisions) for outcome in (MERGED, ERROR))
    above = [
        _say(voice, "title", round=voice.of(result.round.label)),
        *([voice.say("illustrative", text=voice.of(made_up))] if made_up is not None else []),
        _say(voice, "counts", questions=len(rows), merged=merged, unread=unread),
    ]
    columns = [Column(id=column, label=_say(voice, f"column.{column}"), width=_WIDTHS.get(column, 20)) for column in COLUMNS]
    return Book(pages=[Page(title=_say(voice, "sheet"), columns=columns, rows=rows, above=above)])


def jla_json(result: Result, model: Model, language: str) -> str:
    """The same as JSON; its schema stands beside this file: `questions.schema.json`. What nobody has stated is null or empty.

    >>> import json
    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> record = json.loads(jla_json(prioritise(round_, model), model, "en"))
    >>> record["schema"], record["questions"][0]["wordings"]
    ('prioritera/questions/1', ['"kunskapsbehov kring missbruk vid kognitiv svikt" (the social directors of Örebro county)'])
    """
    voice = Voice(language, model.rules, model.network)
    questions = [{column.replace("-", "_"): cells[column] for column in COLUMNS} for cells in _questions(voice, result, silent=False)]
    head = {"id": result.round.id, "label": label(result.round.label), "illustrative": label(result.round.illustrative)}
    return as_text({"schema": QUESTIONS, "language": language, "round": head, "questions": questions})


def _in_a_cell(cell: Cell) -> str:
    return "\n".join(cell) if isinstance(cell, list) else cell or ""


def _questions(voice: Voice, result: Result, *, silent: bool = True) -> Iterator[dict[str, Cell]]:
    """The cells of each need by column. With `silent` what nobody has said is told in words."""
    records = {one.need_id: record for one in first_of(result.decisions).values() if (record := one.record or one.need) is not None}
    for decision in result.decisions:
        need = decision.need
        if need is None or decision.outcome in {MERGED, ERROR}:
            continue
        checked = list(_checked(voice, need, result.round.catalogue))
        nothing = _say(voice, "not-stated") if silent else None
        yield {
            "question": need.title,
            "wordings": list(_wordings(voice, need, records)),
            "checked": checked or ([_say(voice, "not-checked")] if silent else []),
            "senders": senders(voice, need),
            "area": area_name(voice, need.area),
            **{part: getattr(need.question, part) or nothing for part in PARTS},
            "part-of": [need_title(voice, result.decision(name)) for name in need.part_of],
            "outcome": outcome_name(voice, decision.outcome),
            "id": need.id,
        }


def _say(voice: Voice, key: str, **parameters: object) -> str:
    return say(voice.language, f"jla.{key}", **parameters)


def _wordings(voice: Voice, need: Need, records: Mapping[str, Need]) -> Iterator[str]:
    """Every wording with who sent it, and the sender's own where it is another; the title where a record has no other words."""
    for name in (need.id, *need.merged):
        record = records[name]
        own = [one for one in record.wordings if one.need == name]
        texts = [one.text for one in own if one.text.strip()] or [record.title]
        told = [(text, senders(voice, record)) for text in texts]
        told += [(origin.wording, sender_name(voice, origin)) for origin in record.origins if origin.wording]
        yield from dict.fromkeys(_say(voice, "wording", wording=text, sender=sender) for text, sender in told)


def _checked(voice: Voice, need: Need, catalogue: Catalogue) -> Iterator[str]:
    """Where somebody has looked, and which entries were held against the need: confirmed by whom and when, or only candidates."""
    yield from (check_words(voice.language, check) for check in need.checked)
    yield from searched_words(voice, need)
    yield from (_entry(voice, match, catalogue) for match in need.support)


def _entry(voice: Voice, match: SupportMatch, catalogue: Catalogue) -> str:
    entry = catalogue.entries.get(match.entry)
    named = support_words(entry, voice.language) if entry is not None else match.entry
    if not match.confirmed:
        return _say(voice, "candidate", entry=named)
    who = " ".join(part for part in (match.by, date_words(match.on) if match.on is not None else "") if part)
    covers = _say(voice, f"covers.{match.covers}")
    return _say(voice, "confirmed", entry=named, covers=covers, by=who or _say(voice, "nobody-named"))
