"""When the proofs find nothing, no two needs of which one is better break the order; when they find something, a pair does."""

from itertools import product

import attrs
from hypothesis import given, settings

from prioritera.diagnostics import Severity
from prioritera.model.ruleset import RuleSet
from prioritera.verify.better import check_better, falling
from score_draws import Need, better, capped_sets, keyed_sets, keys_of, needs


def _one_step_better(rules: RuleSet, *, exact: bool) -> list[tuple[Need, Need]]:
    """Every two needs that differ on one criterion, the second at least as good on it."""
    every = list(needs(rules, exact=exact))
    found = []
    for criterion in rules.criteria:
        alike: dict[tuple[tuple[int, int], ...], list[Need]] = {}
        for need in every:
            alike.setdefault(tuple(ends for name, ends in need.items() if name != criterion.id), []).append(need)
        for group in alike.values():
            found += [(one, other) for one, other in product(group, group) if better(criterion, one[criterion.id], other[criterion.id])]
    return found


@given(capped_sets(ordered=True))
def test_scores_of_known_needs_fall_exactly_where_a_cap_is_told_as_an_error(rules: RuleSet) -> None:
    pairs = _one_step_better(rules, exact=True)

    found = [one for one in check_better(rules) if one.severity is Severity.ERROR]

    falls = any(keys_of(rules, other)[0] < keys_of(rules, one)[0] for one, other in pairs)
    assert falls == ("cap-against-direction" in {one.code for one in found})


@settings(max_examples=settings().max_examples // 3)
@given(capped_sets(ordered=True, most=3))
def test_lower_ends_fall_exactly_where_a_cap_is_told(rules: RuleSet) -> None:
    pairs = _one_step_better(rules, exact=False)

    found = list(check_better(rules))

    falls = any(keys_of(rules, other)[0] < keys_of(rules, one)[0] for one, other in pairs)
    assert falls == bool(found)


@given(capped_sets())
def test_every_pair_that_is_shown_is_confirmed(rules: RuleSet) -> None:
    for criterion in rules.criteria:
        pair = falling(criterion, rules)
        directed = attrs.evolve(rules, criteria=[attrs.evolve(one, direction="none") for one in rules.criteria])
        assert all(falling(one, directed) is None for one in directed.criteria)
        if pair is not None:
            assert all(better(one, pair.worse[one.id], pair.better[one.id]) for one in rules.criteria)
            assert keys_of(rules, pair.better)[0] < keys_of(rules, pair.worse)[0]


@given(keyed_sets())
def test_keys_of_known_needs_fall_exactly_where_something_is_told(rules: RuleSet) -> None:
    pairs = _one_step_better(rules, exact=True)

    found = {one.code for one in check_better(rules) if one.severity is Severity.ERROR}

    falls = any(keys_of(rules, other)[0] < keys_of(rules, one)[0] for one, other in pairs)
    assert not falls or found
    assert falls or not found - {"cap-against-direction"}
