"""Listings: needs in the order people read them, placed by their keys, with the rank ranges that what is unknown allows."""

from collections.abc import Mapping, Sequence

from prioritera.methods.order import rank_ranges
from prioritera.model.field import Kind
from prioritera.model.result import Decision, Standing
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course
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


def list_order(key: Mapping[str, str], rules: RuleSet) -> tuple[tuple[tuple[int, ...], str], ...]:
    """Where a list stands among the others: by area, then part by part of its key, each in the order that the rule set declares its values.

    A destination is declared by the first rule that leads there. What is declared nowhere, such as a value that is missing, comes after
    what is; the text itself tells the rest apart.
    """
    parts = sorted(key, key=lambda part: part != "area")
    return tuple((_order_of(part, key[part], rules), key[part]) for part in parts)


def _order_of(part: str, value: str, rules: RuleSet) -> tuple[int, ...]:
    """The place of a value among those declared, or of each word of a set; what is not declared comes last."""
    if part in rules.fields and rules.fields[part].kind is Kind.WHOLE:
        return (0, int(value)) if value not in {"missing", "open"} else (1,)
    declared = _declared(part, rules)
    places = sorted(declared.index(word) if word in declared else len(declared) for word in value.split("+"))
    return (len(declared) in places, *places)


def _declared(part: str, rules: RuleSet) -> tuple[str, ...]:
    """The values that one part of a key can have, in the order that the rule set declares them."""
    if part == "area":
        return tuple(term.id for term in rules.areas)
    if part == "outcome":
        return tuple(rules.outcomes)
    if part == "destination":
        return tuple(rule.then.to.name for rule in rules.destination.all_rules if isinstance(rule.then, Course))
    return ("no", "yes") if rules.fields[part].kind is Kind.FLAG else rules.fields[part].words


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
