"""The conflict log: who says what of the same need, in the report, as a sheet and as records."""

from collections.abc import Callable, Iterator

from prioritera.model.conflict import Conflict, Saying
from prioritera.model.result import Result
from prioritera.model.value import Assessment, Fact
from prioritera.report.assessed import assessment_words
from prioritera.report.records import Record, Voices, place
from prioritera.report.voice import Voice, actor_name, area_name, thing_name, value_words
from prioritera.workbooks.book import Column, Page

_COLUMNS = {"need": 24, "need-title": 36, "thing": 22, "rss": 24, "record": 24, "value": 30, "source": 24, "where": 28}


def conflict_rows(voice: Voice, result: Result, need: str) -> tuple[tuple[str, str], ...]:
    """What the records of a need say otherwise of each thing, with who says it and where."""
    found = [conflict for conflict in result.conflicts if conflict.need == need]
    return tuple(
        (
            voice.say("conflict-log.about", about=thing_name(voice, conflict.about)),
            "; ".join(_saying(voice, conflict, saying) for saying in conflict.sayings),
        )
        for conflict in found
    )


def _saying(voice: Voice, conflict: Conflict, saying: Saying) -> str:
    where = voice.say("conflict-log.place", place=str(saying.span)) if saying.span is not None else ""
    value = saying_words(voice, conflict.about, saying)
    return voice.say("conflict-log.saying", who=_who(voice, saying), value=value, record=saying.record, place=where)


def _who(voice: Voice, saying: Saying) -> str:
    return voice.all_of([actor_name(voice, rss) for rss in saying.structures]) or voice.say("conflict-log.nobody")


def saying_words(voice: Voice, about: str, saying: Saying) -> str:
    """What a record says, in words."""
    if isinstance(saying.value, Fact):
        return value_words(voice, voice.rules.fields.get(about), saying.value.value)
    if isinstance(saying.value, Assessment):
        return assessment_words(voice, voice.rules.criterion(about), saying.value)
    return area_name(voice, saying.value)


def conflict_page(voice: Voice, result: Result) -> Page:
    """The log as a sheet: one row a saying."""
    columns = [Column(id=ident, label=voice.say(f"conflict-log.{ident}"), width=width) for ident, width in _COLUMNS.items()]
    return Page(title=voice.say("conflict-log.page"), columns=columns, rows=list(_rows(voice, result)))


def _rows(voice: Voice, result: Result) -> Iterator[tuple[str, ...]]:
    for conflict in result.conflicts:
        title = result.decision(conflict.need).title
        for saying in conflict.sayings:
            source = saying.value.source if isinstance(saying.value, Fact | Assessment) else ""
            yield (
                conflict.need,
                title,
                thing_name(voice, conflict.about),
                _who(voice, saying),
                saying.record,
                saying_words(voice, conflict.about, saying),
                source,
                "" if saying.span is None else str(saying.span),
            )


def conflict_record(voices: Voices, conflict: Conflict) -> Record:
    """One conflict as data."""
    return {
        "need": conflict.need,
        "about": voices.named(conflict.about, thing_name),
        "between_structures": conflict.between_structures,
        "sayings": [
            {
                "record": saying.record,
                "structures": [voices.named(rss, actor_name) for rss in saying.structures],
                "words": voices.said(_speaker(conflict.about, saying)),
                "place": place(saying.span),
            }
            for saying in conflict.sayings
        ],
    }


def _speaker(about: str, saying: Saying) -> Callable[[Voice], str]:
    return lambda voice: saying_words(voice, about, saying)
