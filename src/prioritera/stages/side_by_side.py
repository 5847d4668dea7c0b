"""Side by side: each ranked list by many methods, on the values that the rule set gives its needs."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import attrs

from prioritera.methods.correlation import kendall_tau_b, spearman_rho
from prioritera.methods.many import Method, UnfitError, places
from prioritera.methods.outrank import Preference
from prioritera.model.by_id import by_id as first_of
from prioritera.model.result import Decision, RankedList, Result, Score, Standing
from prioritera.model.side_by_side import RULES, Agreement, Column, ListBeside, NoOrder, Open, SideBySide

Preferences = Mapping[str, Preference]


def side_by_side(result: Result, methods: Sequence[Method], top: int | None = None, preferences: Preferences | None = None) -> SideBySide:
    """Set every ranked list beside the orders of other methods.

    Args:
        result: a run.
        methods: in the order that they are shown.
        top: how many places are the top; the list's own cut when None, or the first place where it has none.
        preferences: the preference functions of the methods that take them, by criterion; the usual one for a criterion without.

    Returns:
        The lists in the order of the run. Only needs whose values are all settled are compared: no value is made up.
    """
    preferences = preferences or {}
    by_id = first_of(result.decisions)
    asked = [_by(method, preferences) for method in methods]
    lists = [
        _list(ranked, [by_id[need] for need in (*ranked.placed, *ranked.not_placed)], asked, top, preferences) for ranked in result.lists
    ]
    return SideBySide(methods=asked, lists=lists, preferences=preferences)


def _by(method: Method, preferences: Preferences) -> Method:
    """The method as it is when it goes by these preferences: in floating point where one of them is."""
    whole = all(preference.is_exact for preference in preferences.values())
    return method if method.by is None or whole else attrs.evolve(method, exact=False)


def _list(
    ranked: RankedList, members: Sequence[Decision], methods: Sequence[Method], top: int | None, preferences: Preferences
) -> ListBeside:
    judged = [(decision, _score(decision)) for decision in members]
    alike = len({tuple(share.criterion for share in score.shares) for _, score in judged}) == 1 and bool(judged[0][1].shares)
    least = top or ranked.k or 1
    if not alike:
        return ListBeside(ranked=ranked, alike=False, top=least)
    settled = [(decision, score, at) for decision, score in judged if (at := _place(decision, score)) is not None]
    needs = [decision.need_id for decision, _, _ in settled]
    open_ = [_open(decision, score) for decision, score in judged if decision.need_id not in needs]
    if len(needs) < 2:  # noqa: PLR2004 -- one need has no order
        return ListBeside(ranked=ranked, alike=True, top=least, needs=needs, open=open_)
    scores = [score for _, score, _ in settled]
    asked = [_column(method, scores, preferences) for method in methods]
    columns = [_own(scores, [at for _, _, at in settled]), *(one for one in asked if isinstance(one, Column))]
    ranks = list(zip(*(column.ranks for column in columns), strict=True))
    return ListBeside(
        ranked=ranked,
        alike=True,
        top=least,
        needs=needs,
        columns=columns,
        agreements=[_agreement(one, other) for one, other in combinations(columns, 2)],
        always=[need for need, its in zip(needs, ranks, strict=True) if max(its) <= least],
        never=[need for need, its in zip(needs, ranks, strict=True) if min(its) > least],
        open=open_,
        without=[one for one in asked if isinstance(one, NoOrder)],
    )


def _score(decision: Decision) -> Score:
    if decision.score is None:
        raise ValueError(f"{decision.need_id} is in a list and has no score; rank what has been assessed")
    return decision.score


def _place(decision: Decision, score: Score) -> Standing | None:
    """Where a need stands, when everything that it is judged and placed by is settled."""
    standing = decision.standing
    settled = standing is not None and standing.lower == standing.upper and all(share.low == share.high for share in score.shares)
    return standing if settled else None


def _open(decision: Decision, score: Score) -> Open:
    return Open(need_id=decision.need_id, criteria=[share.criterion for share in score.shares if share.low < share.high])


def _own(scores: Sequence[Score], standings: Sequence[Standing]) -> Column:
    """The rule set's own order, among these needs."""
    keys = [standing.lower for standing in standings]
    ranks = [1 + sum(other > key for other in keys) for key in keys]
    return Column(method=RULES, scores=[Fraction(score.low, score.of) for score in scores], ranks=ranks)


def _column(method: Method, scores: Sequence[Score], preferences: Preferences) -> Column | NoOrder:
    rows = [[Fraction(share.low, share.of) for share in score.shares] for score in scores]
    weights = [share.of for share in scores[0].shares]
    criteria = [share.criterion for share in scores[0].shares]
    try:
        if method.by is None:
            found = method.scores(rows, weights)
        else:
            found = method.by(rows, weights, [preferences.get(criterion, Preference()) for criterion in criteria])
    except UnfitError as error:
        return NoOrder(method=method.id, reason=error.reason, criteria=[criteria[at] for at in error.columns])
    return Column(method=method.id, scores=found, ranks=places(found, exact=method.exact), exact=method.exact)


def _agreement(one: Column, other: Column) -> Agreement:
    tau, rho = kendall_tau_b(one.ranks, other.ranks), spearman_rho(one.ranks, other.ranks)
    return Agreement(first=one.method, second=other.method, tau=tau, rho=rho)
