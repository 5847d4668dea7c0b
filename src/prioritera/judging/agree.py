"""How far the judges agree: on one need, and over all of them. Every judge counts once, whatever its voice."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain

from prioritera.methods.agreement import (
    Level,
    appropriateness,
    average_expert_agreement,
    concordance,
    krippendorff_alpha,
    quantile,
)
from prioritera.model.judgement import Agreement, Orders, Scores

_QUARTER, _HALF = Fraction(1, 4), Fraction(1, 2)


def agreement_on(answers: Sequence[Sequence[int]], scores: Scores, *, is_rated: bool) -> Agreement:
    """The agreement on one need.

    The median, the quartiles and RAND/UCLA's rules speak of one question: where a criterion has several items there are none.

    Args:
        answers: one sequence an item, of answers by their place among the values.
        scores: what the values are.
        is_rated: whether they are ratings from 1 to 9.

    >>> found = agreement_on([[0, 1, 1]], Scores(judges=[], values=[1, 9], items=["q"], answers={}), is_rated=False)
    >>> str(found.expert), str(found.low), found.rand
    ('2/3', '5', None)
    """
    expert, questions = average_expert_agreement(answers), sum(bool(question) for question in answers)
    if len(answers) != 1 or not answers[0]:
        return Agreement(expert=expert, questions=questions)
    said = sorted(scores.values[code] for code in answers[0])
    low, middle, high = (quantile(said, share) / scores.unit for share in (_QUARTER, _HALF, 1 - _QUARTER))
    rand = appropriateness(said) if is_rated else None
    return Agreement(expert=expert, questions=questions, median=middle, low=low, high=high, rand=rand)


def alpha_of(scores: Scores, needs: Sequence[str]) -> Fraction | None:
    """Krippendorff's alpha over every item of every need, the answers taken as ordered (ordinal); None of one alone."""
    if len(needs) * len(scores.items) < len(("one", "another")):
        return None
    said = [scores.answers.get((need, item), ()) for need in needs for item in scores.items]
    return krippendorff_alpha([[code for _, code in answers] for answers in said], Level.ORDINAL)


def concordance_of_scores(scores: Scores, needs: Sequence[str]) -> tuple[Fraction | None, int]:
    """Kendall's W over the judges that answered every item of every need, by what their answers come to; and how many these are."""
    said = [[scores.answers.get((need, item), ()) for item in scores.items] for need in needs]
    given = Counter(judge for items in said for answers in items for judge, _ in answers)
    complete = [judge for judge in range(len(scores.judges)) if given[judge] == len(needs) * len(scores.items)]
    sums = {judge: [0] * len(needs) for judge in complete}
    for at, items in enumerate(said if complete else ()):
        for judge, code in chain.from_iterable(items):
            if judge in sums:
                sums[judge][at] += scores.values[code]
    return concordance(list(sums.values())), len(sums)


def concordance_of_orders(orders: Orders) -> tuple[Fraction | None, int]:
    """Kendall's W over those that ranked every candidate that somebody ranks, and how many these are."""
    complete = [[rank for rank in ranks if rank is not None] for ranks in orders.ranks]
    most = sum(any(rank is not None for rank in column) for column in zip(*orders.ranks, strict=True))
    complete = [ranks for ranks in complete if len(ranks) == most]
    return concordance(complete), len(complete)
