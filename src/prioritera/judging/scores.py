"""Answers to items become one value a need: the mean, the median, or the mean of the items' means. A blank is no answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.judging.agree import agreement_on
from prioritera.judging.voices import Voices, groups_of, weights
from prioritera.methods.aggregate import mean
from prioritera.model.judged import AS_THEY_ARE, MEAN_OF_ITEMS, MEDIAN, JudgedBy
from prioritera.model.judgement import Judge, Judgement, Scores

Answers = Sequence[tuple[int, int]]
Tally = Mapping[int, Fraction | int]


def judged_scores(
    scores: Scores, rule: JudgedBy, needs: Sequence[str], populations: Mapping[str, int], *, is_rated: bool
) -> dict[str, Judgement]:
    """What the judges' answers come to for each need.

    Args:
        scores: the answers of one round, for one criterion.
        rule: how they become one.
        needs: those that are judged.
        populations: the inhabitants of organisations, for the voice that counts them.
        is_rated: whether answers are ratings from 1 to 9, of which RAND/UCLA speaks.

    >>> answers = {("n", "q"): ((0, 0), (1, 1))}
    >>> said = Scores(judges=[Judge("a"), Judge("b")], values=[0, 1], items=["q"], answers=answers)
    >>> found = judged_scores(said, JudgedBy(source="scores", combine="mean"), ["n", "m"], {}, is_rated=False)
    >>> str(found["n"].value), found["n"].answered, found["m"].value
    ('1/2', 2, None)
    """
    groups = tuple(groups_of(scores.judges))
    voices = [Voices(voice=voice, groups=rule.groups, populations=populations) for voice in rule.voices]
    return {need: _judgement(need, scores, rule, voices, groups, is_rated=is_rated) for need in needs}


def _judgement(need: str, scores: Scores, rule: JudgedBy, each: Sequence[Voices], groups: Sequence[str], *, is_rated: bool) -> Judgement:
    answers = [scores.answers.get((need, item), ()) for item in scores.items]
    judges = {judge for item in answers for judge, _ in item}
    first, *others = each
    enough = len(judges) >= rule.min_answers
    by_group = {}
    within = attrs.evolve(first, groups=AS_THEY_ARE) if len(groups) > 1 else first
    for name in groups if len(groups) > 1 else ():
        own = [[one for one in item if scores.judges[one[0]].group == name] for item in answers]
        by_group[name] = _value(own, scores, rule, within), len({judge for item in own for judge, _ in item})
    return Judgement(
        value=_value(answers, scores, rule, first) if enough else None,
        answered=len(judges),
        asked=len(scores.judges),
        agreement=agreement_on([[code for _, code in item] for item in answers], scores, is_rated=is_rated),
        beside={voices.voice: _value(answers, scores, rule, voices) if enough else None for voices in others},
        by_group=by_group,
    )


def _value(answers: Sequence[Answers], scores: Scores, rule: JudgedBy, voices: Voices) -> Fraction | None:
    """What the answers come to by one way of counting voices; None when there is no answer that counts."""
    if rule.combine == MEAN_OF_ITEMS:
        means = [_mean(_tally(item, scores.judges, voices), scores) for item in answers]
        known = [one for one in means if one is not None]
        return mean(known) if known and len(known) == len(means) else None
    tally = _tally([one for item in answers for one in item], scores.judges, voices)
    return (_median if rule.combine == MEDIAN else _mean)(tally, scores)


def _tally(answers: Answers, judges: Sequence[Judge], voices: Voices) -> Tally:
    """How much each answer weighs."""
    if voices.is_plain:
        return Counter(code for _, code in answers)
    found: dict[int, Fraction] = {}
    for (_, code), weight in zip(answers, weights([judges[judge] for judge, _ in answers], voices), strict=True):
        found[code] = found.get(code, Fraction(0)) + weight
    return found


def _mean(tally: Tally, scores: Scores) -> Fraction | None:
    whole = sum(tally.values())
    return Fraction(sum(scores.values[code] * weight for code, weight in tally.items()), whole * scores.unit) if whole else None


def _median(tally: Tally, scores: Scores) -> Fraction | None:
    """The answer with as much weight below as above; half way between two where they part the weight in halves."""
    codes = sorted(code for code, weight in tally.items() if weight)
    whole = sum(tally.values())
    below: Fraction | int = 0
    for at, code in enumerate(codes):
        below += tally[code]
        if 2 * below == whole:
            return Fraction(scores.values[code] + scores.values[codes[at + 1]], 2 * scores.unit)
        if 2 * below > whole:
            return Fraction(scores.values[code], scores.unit)
    return None
