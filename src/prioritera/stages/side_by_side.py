"""Side by side: each ranked list by many methods, on the values that the rule set gives its needs."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from prioritera.methods.correlation import kendall_tau_b, spearman_rho
from prioritera.methods.many import MANY, places
from prioritera.model.result import Decision, RankedList, Result, Score, Standing
from prioritera.model.side_by_side import RULES, Agreement, Column, ListBeside, Open, SideBySide


def side_by_side(result: Result, methods: Sequence[str], top: int | None = None) -> SideBySide:
    """Set every ranked list beside the orders of other methods.

    Args:
        result: a run.
        methods: ids of MANY, in the order that they are shown.
        top: how many places are the top; the list's own cut when None, or the first place where it has none.

    Returns:
        The lists in the order of the run. Only needs whose values are all settled are compared: no value is made up.

    Raises:
        KeyError: there is no such method.
    """
    by_id = {decision.need_id: decision for decision in result.decisions}
    lists = [_list(ranked, [by_id[need] for need in (*ranked.placed, *ranked.not_placed)], methods, top) for ranked in result.lists]
    return SideBySide(methods=methods, lists=lists)


def _list(ranked: RankedList, members: Sequence[Decision], methods: Sequence[str], top: int | None) -> ListBeside:
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
    columns = [
        _own([score for _, score, _ in settled], [at for _, _, at in settled]),
        *(_column(method, [score for _, score, _ in settled]) for method in methods),
    ]
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


def _column(method: str, scores: Sequence[Score]) -> Column:
    rows = [[Fraction(share.low, share.of) for share in score.shares] for score in scores]
    weights = [share.of for share in scores[0].shares]
    found = MANY[method].scores(rows, weights)
    exact = MANY[method].exact
    return Column(method=method, scores=found, ranks=places(found, exact=exact), exact=exact)


def _agreement(one: Column, other: Column) -> Agreement:
    tau, rho = kendall_tau_b(one.ranks, other.ranks), spearman_rho(one.ranks, other.ranks)
    return Agreement(first=one.method, second=other.method, tau=tau, rho=rho)
