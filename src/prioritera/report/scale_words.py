"""What a criterion is judged on, in words: its scale, how many answers become one value, and what holds the value down or out."""

from collections.abc import Iterator

from prioritera.methods.scales import Log, corners
from prioritera.model.criterion import Criterion
from prioritera.model.judged import JudgedBy
from prioritera.report.assessed import performance_words
from prioritera.report.judged import how_words
from prioritera.report.voice import Voice, number_words, outcome_name
from prioritera.words.catalogue import say

Rows = Iterator[tuple[str, str]]


def _say(voice: Voice, key: str, **parameters: object) -> str:
    return say(voice.language, f"reprise.scale.{key}", **parameters)


def scale_rows(voice: Voice, criterion: Criterion) -> Rows:
    """The question, the scale, how it is judged, its least level and its cap; each where there is one."""
    if criterion.question is not None:
        yield _say(voice, "question"), voice.of(criterion.question)
    yield _say(voice, "title"), scale_words(voice, criterion)
    if criterion.judged is not None:
        yield _say(voice, "judged"), judged_words(voice, criterion.judged)
    if criterion.minimum is not None:
        least = performance_words(voice, criterion, criterion.minimum.x)
        outcome = criterion.minimum.outcome
        words = _say(voice, "ends-in", least=least, outcome=outcome_name(voice, outcome)) if outcome else _say(voice, "last", least=least)
        yield _say(voice, "minimum"), words
    if criterion.cap is not None:
        yield _say(voice, "cap"), _say(voice, "capped-by", criterion=voice.of(voice.rules.criterion(criterion.cap.by).label))


def scale_words(voice: Voice, criterion: Criterion) -> str:
    """The described levels, each with where it begins when there is a unit; otherwise the two ends. Then the unit and what is unusual.

    >>> from prioritera import load_network, load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> voice = Voice("en", rules, load_network("prioritera:sweden"))
    >>> scale_words(voice, rules.criterion("impact"))
    'small, moderate, great, very great'
    """
    parts = [
        _levels(voice, criterion) if criterion.levels else _ends(voice, criterion),
        *([voice.of(criterion.unit)] if criterion.unit is not None else []),
        *([_say(voice, "log")] if isinstance(criterion.function, Log) else []),
        *([_say(voice, "relative")] if criterion.relative else []),
        *([_say(voice, "lower-first")] if criterion.direction == "lower-first" else []),
    ]
    return "; ".join(parts)


def _levels(voice: Voice, criterion: Criterion) -> str:
    def name(x: int, label: str) -> str:
        return label if criterion.unit is None else _say(voice, "from", level=label, at=number_words(voice, x * criterion.step))

    return ", ".join(name(level.x, voice.of(level.label)) for level in criterion.levels)


def _ends(voice: Voice, criterion: Criterion) -> str:
    """From which number to which: those that may be written, or else those where the scale bends for the last time."""
    bends = corners(criterion.function)
    low = bends[0] if criterion.low is None else criterion.low
    high = bends[-1] if criterion.high is None else criterion.high
    return voice.term("from-to", **{key: number_words(voice, x * criterion.step) for key, x in (("low", low), ("high", high))})


def judged_words(voice: Voice, rule: JudgedBy) -> str:
    """How many answers become one value, and what each word that judges may answer counts as."""
    values: dict[str, list[str]] = {}
    for word, value in rule.answers.items():
        values.setdefault(_say(voice, "no-answer") if value is None else number_words(voice, value), []).append(word)
    counts = [_say(voice, "counts", words=", ".join(words), value=value) for value, words in values.items()]
    return "; ".join([how_words(voice, rule), *counts])
