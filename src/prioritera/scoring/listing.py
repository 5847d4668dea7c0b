"""Listings: needs in the order people read them, placed by their keys, with the rank ranges that what is unknown allows."""

from collections.abc import Mapping, Sequence

from prioritera.methods.order import rank_ranges
from prioritera.model.result import Decision, Standing
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.scoring.key import Key, keys


def list_key(decision: Decision, rules: RuleSet) -> dict[str, str]:
    """What two needs must have in common to be compared: the parts of the rule set's list key, with this decision's values.

    A flag is "yes" or "no", a set its words with "+" between. A missing value is "missing", whatever the reason: tables do not tell the
    reasons apart. A value that is not settled yet is "open".
    """
    return {part: key_part(decision, part) for part in rules.list_key}


def key_part(decision: Decision, part: str) -> str:
    """The value of one part of a key, as text."""
    if part == "destination":
        return decision.destination
    if part == "outcome":
        return decision.outcome
    value = decision.values.get(part)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Missing):
        return "missing"
    if isinstance(value, frozenset):
        return "+".join(sorted(value))
    return str(value) if isinstance(value, str | int) else "open"


def standings(decisions: Sequence[Decision], rules: RuleSet) -> dict[str, Standing]:
    """Where each of these needs stands among them, by need id.

    Args:
        decisions: the placed needs of one list, each with a score.
        rules: whose tie-breakers are used.
    """
    pairs = [_keys(decision, rules) for decision in decisions]
    seen: dict[tuple[Key, Key], int] = {}
    for pair in pairs:
        seen[pair] = seen.get(pair, 0) + 1
    ranges = rank_ranges([lower for lower, _ in pairs], [upper for _, upper in pairs])
    return {
        decision.need_id: Standing(best=best, worst=worst, lower=pair[0], upper=pair[1], shared=seen[pair] > 1)
        for decision, pair, (best, worst) in zip(decisions, pairs, ranges, strict=True)
    }


def listing(standing: Mapping[str, Standing]) -> tuple[str, ...]:
    """The need ids by lower key, then upper, from the highest; equal ones by id, which is only a listing and no order."""
    by_id = sorted(standing)
    return tuple(sorted(by_id, key=lambda need: (standing[need].lower, standing[need].upper), reverse=True))


def _keys(decision: Decision, rules: RuleSet) -> tuple[Key, Key]:
    if decision.score is None or decision.need is None:
        raise ValueError(f"{decision.need_id} has no score; assess it before it is ranked")
    return keys(decision.score, decision.values, decision.need.assess, rules)
