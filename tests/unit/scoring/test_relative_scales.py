"""The functions that scales relative to the set have for the needs of one run."""

import attrs

from builders import assessed, criterion, rule_set, scored
from prioritera.methods.scales import Bins, Points
from prioritera.scoring.relative import scaled, scales_of

RULES = rule_set(
    criteria=[criterion("impact", relative="range"), criterion("spread", relative="rank", direction="lower-first"), criterion("cost")]
)
ZERO = assessed(impact=0, spread=0, cost=0)
NEEDS = [
    scored(name, RULES, assessed(impact=impact, spread=spread, cost=0)) for name, impact, spread in (("a", 1, 0), ("b", 3, 2), ("c", 2, 2))
]


def test_each_relative_criterion_gets_the_function_of_the_set() -> None:
    assert scales_of(NEEDS, RULES) == {"impact": Points([(1, 0), (3, 1)]), "spread": Bins([(0, 4), (2, 1)], 4)}


def test_the_set_is_the_ranked_needs_whose_value_is_exact() -> None:
    others = [
        scored("open", RULES, assessed(impact=(0, 3), spread=None, cost=0)),
        attrs.evolve(scored("elsewhere", RULES, ZERO), outcome="inform"),
        attrs.evolve(scored("asked", RULES, ZERO), outcome="fact-needed"),
        attrs.evolve(scored("unread", RULES, ZERO), need=None),
    ]

    assert scales_of([*NEEDS, *others], RULES) == scales_of(NEEDS, RULES)


def test_where_nothing_is_known_the_scale_stays_what_it_was_proved_by() -> None:
    assert scales_of([scored("a", RULES, assessed())], RULES) == {}
    assert scaled(RULES, {}) is RULES


def test_rules_are_given_the_functions_and_nothing_else() -> None:
    found = scaled(RULES, {"impact": Points([(1, 0), (3, 1)])})

    assert [one.function for one in found.criteria] == [Points([(1, 0), (3, 1)]), *(one.function for one in RULES.criteria[1:])]
    assert (found.scale, found.weight_sum) == (RULES.scale, RULES.weight_sum)
