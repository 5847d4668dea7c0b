"""Rank: inside each list, the needs of which enough is known are placed; the others are shown apart and count in nobody's range."""

from collections.abc import Sequence

import attrs

from prioritera.model.result import Decision, RankedList
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.listing import list_key, list_order, listing, standings


def rank(
    decisions: Sequence[Decision], rules: RuleSet, left_out: Sequence[LeftOut] = ()
) -> tuple[tuple[Decision, ...], tuple[RankedList, ...]]:
    """Place the needs whose outcome is ranked.

    Args:
        decisions: one a record, with score and destination.
        rules: the list key, tie-breakers and the share of criteria that must be known.
        left_out: the recorded decisions to leave a criterion out; lists of those areas say so.

    Returns:
        The decisions with list and standing, and the lists in the order of their keys, as the rule set declares areas, outcomes and words.
    """
    lists: dict[str, list[Decision]] = {}
    key_of: dict[str, dict[str, str]] = {}
    for decision in decisions:
        if decision.outcome in rules.outcomes and rules.outcomes[decision.outcome].ranked:
            key = list_key(decision, rules)
            list_id = "/".join(key.values())
            key_of[list_id] = key
            lists.setdefault(list_id, []).append(decision)
    placed: dict[str, Decision] = {}
    ranked = []
    for list_id in sorted(lists, key=lambda one: list_order(key_of[one], rules)):
        members = lists[list_id]
        enough = [member for member in members if member.score is not None and member.score.known >= rules.min_known]
        standing = standings(enough, rules)
        for member in members:
            found = standing.get(member.need_id)
            placed[member.need_id] = attrs.evolve(member, list_id=list_id, placed=found is not None, standing=found)
        areas = {member.need.area for member in members if member.need is not None}
        ranked.append(
            RankedList(
                id=list_id,
                key=key_of[list_id],
                placed=listing(standing),
                not_placed=sorted(member.need_id for member in members if member.need_id not in standing),
                left_out=tuple(dict.fromkeys(decided.criterion for decided in left_out if decided.area in areas)),
            )
        )
    # A record that is set aside for having the id of another is not that other.
    listed = {id(decision) for members in lists.values() for decision in members}
    return tuple(placed[decision.need_id] if id(decision) in listed else decision for decision in decisions), tuple(ranked)
