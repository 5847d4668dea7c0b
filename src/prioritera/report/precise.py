"""What of a need is to be made precise: the parts of a concrete question that are not stated, and that its text names a whole area.

"Konkreta behov, inte övergripande områden såsom barnavård, demens" (K18:524). What a text means is never guessed.
"""

from prioritera.model.need import Need
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.report.voice import Voice

# The outcome of the shipped vocabulary that sends a need back as too broad or unclear; a rule set that has another tells it in JSON only.
MAKE_PRECISE = "make-precise"
PARTS = ("target_group", "intervention", "context")


def not_stated(need: Need) -> tuple[str, ...]:
    """The parts of a concrete question that nobody has stated.

    >>> not_stated(Need(id="n1", title="Demens", area="elderly-care", origins=[]))
    ('target_group', 'intervention', 'context')
    """
    return tuple(part for part in PARTS if not getattr(need.question, part).strip())


def is_whole_area(need: Need, rules: RuleSet) -> bool:
    """Whether all that is written of the need is the name of an area, in either language."""
    texts = {_plain(text) for text in (need.title, *(one.text for one in need.wordings)) if text.strip()}
    return any(texts == {_plain(label)} for area in rules.areas for label in (area.label.sv, area.label.en))


def precise_line(voice: Voice, decision: Decision) -> str:
    """What is to be made precise of a need that goes back for that; "" for any other."""
    need = decision.need
    if need is None or decision.outcome != MAKE_PRECISE:
        return ""
    missing = [voice.say(f"precise.{part}") for part in not_stated(need)]
    lines = [
        *([voice.say("precise.area")] if is_whole_area(need, voice.rules) else []),
        *([voice.say("precise.missing", parts=voice.all_of(missing))] if missing else []),
    ]
    return " ".join(lines)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
