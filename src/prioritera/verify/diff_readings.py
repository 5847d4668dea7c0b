"""Whether what people judge is read otherwise: other values may be given, or the same answers make another value."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product

from prioritera.methods.aggregate import mean, median, to_whole
from prioritera.methods.scales import value_of
from prioritera.model.criterion import Criterion, PanelRule
from prioritera.model.judged import BLANK
from prioritera.model.rules_diff import Effect, Example, Placing, Verdict
from prioritera.model.ruleset import RuleSet
from prioritera.reading.numbers import decimal_text

_NUMBERS = 12
_JUDGES = 4
_MOST = 20_000


def readings_of(old: RuleSet, new: RuleSet) -> Iterator[Effect]:
    """The criteria whose assessments are read otherwise: other values may be given, or the same answers make another value."""
    for one in old.criteria:
        other = next((criterion for criterion in new.criteria if criterion.id == one.id), None)
        if other is None:
            continue
        if _bounds(one) != _bounds(other):
            yield Effect(about="bounds", id=one.id, verdict=Verdict.CHANGED)
        yield from _not_applicable(one, other, (old, new))
        if one.panel != other.panel:
            yield _panel(one, other)
        if judged_as_written(one) != judged_as_written(other):
            yield Effect(about="judged", id=one.id, verdict=Verdict.CHANGED)


def judged_as_written(criterion: Criterion) -> str:
    """How what several people said in files of their own becomes the value; "" where only records say it. Labels are left out.

    >>> from prioritera.loading.load import load_rules
    >>> judged_as_written(load_rules("prioritera:sbu-four").criteria[0])
    ''
    """
    rule = criterion.judged
    if rule is None:
        return ""
    answers = [f"{word} = {BLANK if value is None else decimal_text(value)}" for word, value in sorted(rule.answers.items())]
    counted = {
        "items": [item.id for item in rule.items],
        "answers": answers,
        "answer_step": [decimal_text(rule.answer_step)],
        "points": [str(point) for point in rule.points],
        "groups": [rule.groups],
        "voices": rule.voices,
        "unchosen": [rule.unchosen],
        "min_answers": [str(rule.min_answers)],
    }
    parts = [f"{key} {', '.join(words)}" for key, words in counted.items() if words]
    return "; ".join([f"{rule.combine} of {rule.source}", *parts])


def _bounds(criterion: Criterion) -> tuple[Fraction, Fraction | None, Fraction | None]:
    low, high = (None if end is None else end * criterion.step for end in (criterion.low, criterion.high))
    return criterion.step, low, high


def _not_applicable(one: Criterion, other: Criterion, sides: tuple[RuleSet, RuleSet]) -> Iterator[Effect]:
    counted = [None if criterion.not_applicable is None else criterion.not_applicable * criterion.step for criterion in (one, other)]
    if counted[0] == counted[1]:
        return
    values = [
        None if x.not_applicable is None else Fraction(value_of(x.function, x.not_applicable, rules.scale), rules.scale)
        for x, rules in zip((one, other), sides, strict=True)
    ]
    verdict = Verdict.SAME if values[0] == values[1] and None not in values else Verdict.CHANGED
    ends = [Placing(share=share, text="" if value is None else str(value)) for share, value in zip(values, counted, strict=True)]
    yield Effect(about="not-applicable", id=one.id, verdict=verdict, examples=[Example(old=ends[0], new=ends[1])])


def _panel(one: Criterion, other: Criterion) -> Effect:
    """Answers of a few judges that become another value, found by trying."""
    low, high = one.low or 0, one.high if one.high is not None else (one.low or 0) + _NUMBERS
    scale = [step * one.step for step in range(low, min(high, low + _NUMBERS) + 1)]
    for judges in range(1, max(_JUDGES, one.panel.min_answers, other.panel.min_answers) + 1):
        for answers in islice(product(sorted({*scale[:2], *scale[-2:]}), repeat=judges), _MOST):
            found = [_said(answers, criterion.panel, criterion.step) for criterion in (one, other)]
            if found[0] != found[1]:
                ends = [Placing(text="" if value is None else str(value)) for value in found]
                return Effect(
                    about="panel",
                    id=one.id,
                    verdict=Verdict.CHANGED,
                    examples=[Example(values={str(at): value for at, value in enumerate(answers, 1)}, old=ends[0], new=ends[1])],
                )
    return Effect(about="panel", id=one.id, verdict=Verdict.UNDECIDED)


def _said(answers: Sequence[Fraction], rule: PanelRule, step: Fraction) -> Fraction | None:
    """The value that a panel's answers become; None when too few answered."""
    if len(answers) < rule.min_answers:
        return None
    return to_whole((median(answers) if rule.statistic == "median" else mean(answers)) / step) * step
