"""Assessments in words: what is known of a need on one criterion, as the scale describes it."""

from fractions import Fraction

import attrs

from prioritera.methods.scales import Bins
from prioritera.model.criterion import Criterion
from prioritera.model.value import Assessment, Exact, Interval, Missing, Panel, Reason
from prioritera.report.judged import judged_words
from prioritera.report.points import near_words
from prioritera.report.voice import Voice, number_words


def assessment_words(voice: Voice, criterion: Criterion, assessment: Assessment | None, *, unit: bool = True) -> str:
    """The value on a criterion: its described level with the number where there is a unit, an interval, a panel, or how it is missing."""
    value = assessment.value if assessment is not None else Missing()
    if assessment is not None and assessment.judged is not None:
        said = assessment_words(voice, criterion, attrs.evolve(assessment, judged=None), unit=unit)
        return judged_words(voice, criterion, assessment.judged, said)
    if isinstance(value, Exact):
        return performance_words(voice, criterion, value.x, unit=unit)
    if isinstance(value, Interval):
        low, high = (performance_words(voice, criterion, bound, unit=unit) for bound in (value.low, value.high))
        words = voice.term("from-to", low=low, high=high)
        return f"{reason_words(voice, value.reason)}, {words}" if value.reason is not None else words
    if isinstance(value, Panel):
        return _panel_words(voice, criterion, value, unit=unit)
    return reason_words(voice, value.reason)


def reason_words(voice: Voice, reason: Reason) -> str:
    """How a value is missing: five different answers."""
    return voice.term(f"missing.{reason.value}")


def performance_words(voice: Voice, criterion: Criterion, x: int, *, unit: bool = True) -> str:
    """A performance of x steps: the level that it has; the number too where the scale has a unit, or where it lies between two levels.

    Without `unit` the number stands alone.
    """
    level = criterion.level_at(x)
    number = near_words(voice, x * criterion.step) if criterion.judged is not None else number_words(voice, x * criterion.step)
    counted = f"{number} {voice.of(criterion.unit)}" if unit and criterion.unit is not None else number
    if level is None:
        return counted
    name = voice.of(level.label)
    if criterion.unit is not None:
        return f"{name} ({counted})"
    above = next((other for other in criterion.levels if other.x > x), None)
    if not isinstance(criterion.function, Bins) and level.x != x and above is not None:
        return voice.say("value.between", low=name, high=voice.of(above.label))
    return name


def _panel_words(voice: Voice, criterion: Criterion, panel: Panel, *, unit: bool) -> str:
    """A panel's value, with how many answered and how far apart they are."""
    of = len(panel.answers)
    if panel.x is None:
        return voice.say("value.panel-too-few", answered=panel.answered, of=of, least=criterion.panel.min_answers)
    answers = [answer for answer in panel.answers if isinstance(answer, Fraction)]
    low, high = (number_words(voice, bound) for bound in (min(answers), max(answers)))
    spread = low if low == high else voice.term("range", low=low, high=high)
    value = performance_words(voice, criterion, panel.x, unit=unit)
    return voice.say("value.panel", value=value, answered=panel.answered, of=of, spread=spread)
