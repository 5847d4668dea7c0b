"""Short list: after ranking, which needs are taken up within limits by group and in all, or as the first of several groups together.

Ranked decisions come in and stay as they are; what is selected is told beside them, need by need. Nothing that the limits leave out
disappears: it is in the same selection, with the limit that left it out.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.diagnostics import Diagnostic, Related
from prioritera.methods.limits import Limits, Placed, most_together, shortfalls, sides_of_limits, sides_of_tops
from prioritera.methods.order import Side, rank_ranges
from prioritera.model.by_id import by_id as first_of
from prioritera.model.judged import KEMENY, SUM_OF_RANKS
from prioritera.model.result import Decision, RankedList
from prioritera.model.ruleset import RuleSet
from prioritera.model.selection import JUDGES, LIST, UNION, Pick, Selected, Selection, Share, Top
from prioritera.scoring.chosen import NOT_GREY, choose_grey
from prioritera.scoring.listing import key_part

AREA = "area"
# What is taken in from one group of a union makes a need taken in, whatever the others say.
_STRONGEST = (Side.INSIDE, Side.GREY_ZONE, Side.OUTSIDE)


def short_list(
    decisions: Sequence[Decision], lists: Sequence[RankedList], selections: Sequence[Selection], rules: RuleSet, areas: Sequence[str] = ()
) -> tuple[tuple[Selected, ...], tuple[Diagnostic, ...]]:
    """What the selections of a rule set and a round come to.

    Args:
        decisions: one a record, ranked.
        lists: the ranked lists.
        selections: the round's; those of the rule set that it does not replace stand before them.
        rules: the rules, with the selections that they make themselves.
        areas: the areas that the round is about; limits by area hold for each of them, with needs or without.

    Returns:
        One `Selected` a selection, and an error for each limit that cannot be met.
    """
    by_id = first_of(decisions)
    told = [_selected(one, by_id, lists, rules, areas) for one in together(rules.selections, selections)]
    return tuple(told), tuple(fault for one in told for fault in (*_short(one), *_barred_told(one, rules), *_refused(one)))


def together(framework: Sequence[Selection], own: Sequence[Selection]) -> tuple[Selection, ...]:
    """The selections of a rule set and a round: one of the round's with the same id takes the place of the rule set's."""
    return tuple({**{one.id: one for one in framework}, **{one.id: one for one in own}}.values())


def _selected(
    selection: Selection, by_id: Mapping[str, Decision], lists: Sequence[RankedList], rules: RuleSet, areas: Sequence[str]
) -> Selected:
    among = [by_id[need] for ranked in lists for need in ranked.placed if _is_about(selection, by_id[need])]
    apart = sorted(need for ranked in lists for need in ranked.not_placed if _is_about(selection, by_id[need]))
    if barred := _barred(selection, among, rules):
        return Selected(selection=selection, not_placed=apart, is_across=True, barred=barred)
    if selection.kind == UNION:
        return _union(selection, among, apart, rules)
    return _limited(selection, among, apart, areas)


def _is_about(selection: Selection, decision: Decision) -> bool:
    parts = (
        (selection.areas, key_part(decision, AREA)),
        (selection.outcomes, decision.outcome),
        (selection.destinations, decision.destination),
    )
    return all(not wanted or part in wanted for wanted, part in parts)


def _group(decision: Decision, per: str) -> str:
    return "" if not per else decision.list_id if per == LIST else key_part(decision, per)


def _placed(among: Sequence[Decision], per: str) -> list[Placed]:
    return [
        Placed(
            group=_group(decision, per),
            ranking=decision.list_id,
            lower=decision.standing.lower,
            upper=decision.standing.upper,
            best=decision.standing.best,
            worst=decision.standing.worst,
        )
        for decision in among
        if decision.standing is not None
    ]


def _is_across(candidates: Sequence[Placed], *, in_all: bool) -> bool:
    """Whether places of different lists are held together: in all, or within some group."""
    lists: dict[str, set[str]] = {}
    for one in candidates:
        lists.setdefault("" if in_all else one.group, set()).add(one.ranking)
    return any(len(several) > 1 for several in lists.values())


def _barred(selection: Selection, among: Sequence[Decision], rules: RuleSet) -> tuple[str, ...]:
    """What differs between needs whose places would be held together, where the rules say that it cannot be compared across."""
    barred = rules.not_comparable
    if barred is None:
        return ()
    is_one = selection.per == JUDGES or selection.size is not None
    values: dict[str, set[str]] = {}
    for decision in among:
        values.setdefault("" if is_one else _group(decision, selection.per), set()).add(key_part(decision, barred.by))
    return tuple(sorted({value for each in values.values() if len(each) > 1 for value in each}))


def _barred_told(told: Selected, rules: RuleSet) -> Iterator[Diagnostic]:
    """That a selection would hold together what the rules say cannot be compared, with their own ground."""
    barred = rules.not_comparable
    if told.barred and barred is not None:
        related = () if barred.span is None else (Related(span=barred.span, role="not-comparable"),)
        params = {"id": told.selection.id, "across": barred.by, "values": ", ".join(told.barred), **barred.grounds}
        yield Diagnostic(code="selection-not-comparable", span=told.selection.span, params=params, related=related)


def _refused(told: Selected) -> Iterator[Diagnostic]:
    """Why a choice by hand cannot be made."""
    selection = told.selection
    for why, needs in told.refused.items():
        code = "chosen-not-open" if why == NOT_GREY else "chosen-too-many"
        yield Diagnostic(code=code, span=selection.span, params={"id": selection.id, "needs": ", ".join(needs)})


def _limited(selection: Selection, among: Sequence[Decision], apart: Sequence[str], areas: Sequence[str]) -> Selected:
    candidates = _placed(among, selection.per)
    # A round about some areas is about them even where no need has come.
    asked = (selection.areas or areas) if selection.per == AREA else ()
    names = dict.fromkeys([*asked, *sorted({one.group for one in candidates}), *selection.groups])
    limits = {name: selection.groups.get(name, selection.limits) for name in names}
    there = {name: sum(one.group == name for one in candidates) for name in names}
    is_across = _is_across(candidates, in_all=selection.size is not None)
    short = shortfalls(there, limits, selection.size)
    if short:
        shares = [Share(group=name, limits=limits[name], of=there[name], inside=0, grey=0) for name in names]
        return Selected(selection=selection, groups=shares, not_placed=apart, is_across=is_across, shortfalls=short)
    sided = sides_of_limits(candidates, limits, selection.size)
    picks: Sequence[Pick] = [
        Pick(
            need=decision.need_id,
            side=one.side,
            list_id=decision.list_id,
            best=placed.best,
            worst=placed.worst,
            group=placed.group,
            why=one.why,
            is_tie=one.is_tie,
            by_least=one.by_least,
        )
        for decision, placed, one in zip(among, candidates, sided, strict=True)
    ]
    picks, refused = choose_grey(picks, selection.chosen, limits, selection.size)
    inside = sum(pick.side is Side.INSIDE for pick in picks)
    left = most_together(there, limits, selection.size) - inside
    shares = [_share(name, limits[name], [pick for pick in picks if pick.group == name], left) for name in names]
    found = Selected(selection=selection, picks=_listed(picks), groups=shares, open=left, not_placed=apart, is_across=is_across)
    return attrs.evolve(found, refused=refused)


def _share(name: str, limit: Limits, picks: Sequence[Pick], left: int) -> Share:
    inside, grey = (sum(pick.side is side for pick in picks) for side in (Side.INSIDE, Side.GREY_ZONE))
    room = min(left, grey, left if limit.most is None else limit.most - inside)
    return Share(group=name, limits=limit, of=len(picks), inside=inside, grey=grey, room=room)


def _listed(picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """By place, then by list and id, which is only a listing."""
    return tuple(sorted(picks, key=lambda pick: (pick.best, pick.worst, pick.list_id, pick.need)))


def _union(selection: Selection, among: Sequence[Decision], apart: Sequence[str], rules: RuleSet) -> Selected:
    k = selection.top or 0
    by_judges = selection.per == JUDGES
    candidates = _placed(among, "" if by_judges else selection.per)
    if by_judges:
        tops = _of_judges(selection.criterion, among, rules, k)
    else:
        rows = zip(among, candidates, sides_of_tops(candidates, k), strict=True)
        tops = [(one.need_id, Top(group=at.group, best=at.best, worst=at.worst, side=side)) for one, at, side in rows]
    found: dict[str, list[Top]] = {decision.need_id: [] for decision in among}
    for need, top in tops:
        found[need].append(top)
    picks = [
        Pick(
            need=decision.need_id,
            side=min((top.side for top in found[decision.need_id]), key=_STRONGEST.index, default=Side.OUTSIDE),
            list_id=decision.list_id,
            best=placed.best,
            worst=placed.worst,
            tops=found[decision.need_id],
        )
        for decision, placed in zip(among, candidates, strict=True)
    ]
    is_across = not by_judges and _is_across(candidates, in_all=False)
    chosen, refused = choose_grey(picks, selection.chosen)
    found_all = Selected(selection=selection, picks=_listed(chosen), groups=_tops(tops), not_placed=apart, is_across=is_across)
    return attrs.evolve(found_all, refused=refused)


def _of_judges(name: str, among: Sequence[Decision], rules: RuleSet, k: int) -> list[tuple[str, Top]]:
    """The places of the needs among those of each group of judges. A need that a group has given no value has no place in it."""
    criterion = rules.criterion(name)
    combined = criterion.judged.combine if criterion.judged is not None else ""
    is_less = combined in {SUM_OF_RANKS, KEMENY} or criterion.direction == "lower-first"
    values: dict[str, dict[str, Fraction]] = {}
    for decision in among:
        given = decision.need.assess.get(name) if decision.need is not None else None
        for group, (value, _) in given.judged.by_group.items() if given is not None and given.judged is not None else ():
            if value is not None:
                values.setdefault(group, {})[decision.need_id] = -value if is_less else value
    found = []
    for group in sorted(values):
        each = list(values[group].values())
        least = min(each)
        # Those that nobody chose are level at the end; a group that has told no more apart has not said which of them are its first.
        is_open = each.count(least) > 1 and len(each) > k
        for need, (best, worst) in zip(values[group], rank_ranges(each, each), strict=True):
            level = Side.GREY_ZONE if is_open and values[group][need] == least else Side.INSIDE
            found.append((need, Top(group=group, best=best, worst=worst, side=level if best <= k else Side.OUTSIDE)))
    return found


def _tops(tops: Sequence[tuple[str, Top]]) -> list[Share]:
    """The groups of a union, in order, with how many stand in their tops."""
    sides: dict[str, list[Side]] = {}
    for _, top in tops:
        sides.setdefault(top.group, []).append(top.side)
    return [
        Share(group=name, limits=Limits(), of=len(each), inside=each.count(Side.INSIDE), grey=each.count(Side.GREY_ZONE))
        for name, each in sorted(sides.items())
    ]


def _short(told: Selected) -> Iterator[Diagnostic]:
    """What makes a selection impossible: a limit that cannot be met, or groups of judges that are not there."""
    selection = told.selection
    for one in told.shortfalls:
        code = "selection-size-short" if one.group is None else "selection-short"
        params = {"id": selection.id, "group": one.group or "", "wanted": one.asked, "there": one.there, "lacking": one.asked - one.there}
        yield Diagnostic(code=code, span=selection.span, params=params)
    if selection.per == JUDGES and told.picks and not told.groups:
        yield Diagnostic(code="selection-no-groups", span=selection.span, params={"id": selection.id, "criterion": selection.criterion})
