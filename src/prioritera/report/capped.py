"""That a criterion gives fewer points than its value says, because another criterion caps it."""

from collections.abc import Iterator

from prioritera.methods.scales import value_range
from prioritera.model.result import Decision
from prioritera.report.assessed import assessment_words
from prioritera.report.points import points_words
from prioritera.report.voice import Voice
from prioritera.scoring.score import performance


def cap_lines(voice: Voice, decision: Decision) -> Iterator[str]:
    """One line a criterion that is held down, with what caps it and what it would have given."""
    if decision.score is None or decision.need is None:
        return
    assess = decision.need.assess
    for share in decision.score.shares:
        criterion = voice.rules.criterion(share.criterion)
        if criterion.cap is None:
            continue
        ends = value_range(criterion.function, *performance(criterion, assess.get(criterion.id)), share.of // criterion.weight)
        low, high = (criterion.weight * end for end in ends)
        if (low, high) != (share.low, share.high):
            by = voice.rules.criterion(criterion.cap.by)
            words = assessment_words(voice, by, assess.get(by.id))
            points = {"points": points_words(voice, share.low, share.high), "without": points_words(voice, low, high)}
            yield voice.say("score.capped", criterion=voice.of(criterion.label), by=voice.of(by.label), value=words, **points)
