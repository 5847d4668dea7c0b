"""Leaving out: a criterion unknown for many of an area's needs is proposed to be left out. Only a recorded decision of the round does so.

Both orders are shown: for a proposal, the order now and without the criterion; for a decision, the order with the criterion in.
"""

from collections.abc import Sequence

import attrs

from prioritera.model.by_id import by_id as first_of
from prioritera.model.need import Need
from prioritera.model.result import Decision, LeaveOutProposal, RankedList, Standing
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.listing import list_order, listing, standings
from prioritera.scoring.score import scorer


def leave_out(
    decisions: Sequence[Decision], lists: Sequence[RankedList], rules: RuleSet, left_out: Sequence[LeftOut] = ()
) -> tuple[tuple[LeaveOutProposal, ...], tuple[RankedList, ...]]:
    """Propose criteria to leave out, and give the lists with something left out the order with it in.

    Args:
        decisions: one a record, ranked.
        lists: the ranked lists.
        rules: above which share of unknown values leaving out is proposed.
        left_out: what has been decided already.
    """
    by_id = first_of(decisions)
    done = {(decided.area, decided.criterion) for decided in left_out}
    areas: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.list_id and decision.need is not None:
            areas.setdefault(decision.need.area, []).append(decision)
    proposals = []
    for area in sorted(areas, key=lambda area: list_order({"area": area}, rules)):
        left_in = [criterion.id for criterion in rules.criteria if (area, criterion.id) not in done]
        unknown = {name: sum(not _is_known(decision, name) for decision in areas[area]) for name in left_in}
        many = [name for name in left_in if unknown[name] > rules.propose_leaving_out_above * len(areas[area])]
        # Where every criterion is unknown for many, the needs have yet to be assessed: leaving all of them out would leave nothing.
        for name in many if len(many) < len(left_in) else []:
            already = [criterion for place, criterion in done if place == area]
            orders = _orders(area, [*already, name], by_id, lists, rules)
            proposals.append(LeaveOutProposal(area=area, criterion=name, unknown=unknown[name], of=len(areas[area]), orders=orders))
    whole = [_with_all(ranked, by_id, rules) if ranked.left_out else ranked for ranked in lists]
    return tuple(proposals), tuple(whole)


def _is_known(decision: Decision, criterion: str) -> bool:
    shares = decision.score.shares if decision.score is not None else ()
    return any(share.criterion == criterion and share.known for share in shares)


def _orders(
    area: str, out: Sequence[str], by_id: dict[str, Decision], lists: Sequence[RankedList], rules: RuleSet
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = []
    for ranked in lists:
        members = [by_id[need] for need in (*ranked.placed, *ranked.not_placed)]
        if any(member.need is not None and member.need.area == area for member in members):
            found.append((ranked.id, ranked.placed, _order(members, rules, out)))
    return found


def _with_all(ranked: RankedList, by_id: dict[str, Decision], rules: RuleSet) -> RankedList:
    members = [by_id[need] for need in (*ranked.placed, *ranked.not_placed)]
    return attrs.evolve(ranked, order_with=_order(members, rules, ()))


def _order(members: Sequence[Decision], rules: RuleSet, out: Sequence[str]) -> tuple[str, ...]:
    """The listing order of these needs when these criteria, and no others, are left out."""
    score = scorer(rules, left_out=out)
    scored = [attrs.evolve(member, score=score(member.need.assess)) for member in members if isinstance(member.need, Need)]
    enough = [member for member in scored if member.score is not None and member.score.known >= rules.min_known]
    standing: dict[str, Standing] = standings(enough, rules)
    return listing(standing)
