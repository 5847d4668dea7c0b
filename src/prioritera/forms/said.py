"""What the senders of a need answered in their own forms, in a line each: evidence for the analyst, never a score."""

from collections.abc import Iterator

from prioritera.forms.answers import written
from prioritera.model.need import BRACKETS, Need, Origin
from prioritera.model.shown import shown_range
from prioritera.report.voice import Voice
from prioritera.report.ways import sender_name
from prioritera.words.catalogue import say


def said_lines(need: Need, voice: Voice, smallest_cell: int | None = None) -> Iterator[str]:
    """One line an answer, sender by sender. `smallest_cell` is the least count of persons that is shown of one; None is the proposal."""
    for origin in need.origins:
        who = sender_name(voice, origin)
        yield from (
            say(voice.language, f"forms.said.{key}", who=who, **told) for key, told in _answers(origin, voice.language, smallest_cell)
        )


def _answers(origin: Origin, language: str, smallest_cell: int | None) -> Iterator[tuple[str, dict[str, str]]]:
    if origin.persons:
        ends = BRACKETS[origin.persons]
        low, high = shown_range(*ends, smallest_cell)
        if (low, high) == ends:
            yield "persons", {"bracket": written(language, f"persons.{origin.persons}")}
        elif high is not None:
            yield "persons", {"bracket": say(language, "shown.few", limit=high + 1)}
    if origin.consequence:
        level = written(language, f"consequence.{origin.consequence}")
        yield ("example", {"level": level, "example": origin.example}) if origin.example else ("consequence", {"level": level})
    elif origin.example:
        yield "only-example", {"example": origin.example}
    if origin.tried:
        yield "tried", {"tried": origin.tried}
    if origin.wished_form:
        yield "wished_form", {"form": origin.wished_form}
    if origin.dont_know:
        yield "dont-know", {"parts": ", ".join(written(language, f"column.{part}") for part in origin.dont_know)}
