"""Whether scores and keys can be reckoned at all: what the proofs of scores lean on, and other checks tell the lack of."""

from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.verify.keys import is_fit


def is_sound(rules: RuleSet) -> bool:
    """Whether there are criteria, each with an id and a scale of its own, capped by others and not in a circle, and tie-breakers that fit.

    >>> from prioritera.loading.load import load_rules
    >>> is_sound(load_rules("prioritera:sbu-four"))
    True
    """
    by = {criterion.id: criterion.cap.by for criterion in rules.criteria if criterion.cap is not None}
    known = {criterion.id for criterion in rules.criteria}
    return (
        0 < len(known) == len(rules.criteria)
        and all(_has_domain(criterion) for criterion in rules.criteria)
        and known.issuperset(by.values())
        and not any(_comes_back(name, by) for name in by)
        and all(is_fit(breaker, rules) for breaker in rules.orderings)
    )


def _has_domain(criterion: Criterion) -> bool:
    return criterion.low is None or criterion.high is None or criterion.low <= criterion.high


def _comes_back(name: str, by: dict[str, str]) -> bool:
    """Whether the caps that begin at a criterion go in a circle."""
    passed: set[str] = set()
    while name in by and name not in passed:
        passed.add(name)
        name = by[name]
    return name in passed
