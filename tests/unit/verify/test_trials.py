"""The ways to assess a need that two rule sets can tell apart."""

from fractions import Fraction

import attrs
import pytest

from builders import criterion, rule_set
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.verify.trials import Trials, same_shares, share_of, trials_of

WIDE = Points([(0, 0), (1000, 10)])


def rules(*criteria: Criterion, **more: object) -> RuleSet:
    return rule_set(criteria=criteria, **more)


def values(found: Trials, name: str) -> list[Fraction]:
    """The performances that were tried of a criterion, each once."""
    return sorted({trial.performances[name] for trial in found.trials if name in trial.performances})


def test_every_level_of_every_criterion_is_tried_with_every_other() -> None:
    found = trials_of(rules(criterion("a"), criterion("b")), rules(criterion("a"), criterion("b")))

    assert (len(found.trials), found.complete) == (16, True)


def test_criteria_are_left_out_in_every_way_but_all() -> None:
    both = rules(criterion("a"), criterion("b"))

    found = trials_of(both, both, left_out=True)

    assert len(found.trials) == 24
    assert {len(trial.performances) for trial in found.trials} == {1, 2}
    assert {share_of(trial.old) for trial in found.trials if dict(trial.performances) == {"a": Fraction(3)}} == {Fraction(1)}


def test_one_performance_stands_for_each_part_of_a_scale_of_steps() -> None:
    one, other = (rules(criterion("a", Bins([(0, 0), (cut, 1)]), low=0, high=1_000_000)) for cut in (10, 20))

    found = trials_of(one, other)

    assert values(found, "a") == [0, 10, 20]
    assert found.complete


def test_what_lies_below_the_first_step_is_tried_where_nothing_bounds_it() -> None:
    one = rules(criterion("a", Bins([(0, 1), (10, 2)]), low=None, high=None))

    assert values(trials_of(one, one), "a") == [-1, 0, 10]


def test_a_step_that_the_other_side_does_not_have_is_raised_to_one_of_both() -> None:
    one = rules(criterion("a", Bins([(0, 0), (5, 1)]), step=Fraction(1, 2), low=0, high=20))
    other = rules(criterion("a", Bins([(0, 0), (4, 1)]), step=Fraction(1), low=0, high=10))

    assert values(trials_of(one, other), "a") == [0, 3, 4]


def test_every_step_of_a_sloping_scale_is_tried() -> None:
    one = rules(criterion("a", Points([(0, 0), (6, 2)]), step=Fraction(1, 2)))

    found = trials_of(one, one)

    assert (values(found, "a"), found.complete) == ([Fraction(half, 2) for half in range(7)], True)


def test_of_a_long_sloping_scale_the_corners_are_tried_and_it_is_said() -> None:
    one = rules(criterion("a", WIDE))

    found = trials_of(one, one)

    assert values(found, "a") == [0, 1, 999, 1000]
    assert not found.complete


def test_a_criterion_that_tells_ties_apart_is_tried_step_by_step() -> None:
    one = rules(criterion("a", Bins([(0, 0), (5, 1)]), high=9), tie_breakers=[TieBreaker(criterion="a")])

    assert len(trials_of(one, one).trials) == 10


def test_minima_and_caps_are_told_apart() -> None:
    cap = Cap(by="b", function=Bins([(0, 0), (2, 1)], whole=3))
    one = rules(criterion("a", minimum=Minimum(x=2, outcome="inform"), cap=cap), criterion("b", Bins([(0, 0), (9, 1)]), low=0, high=9))

    found = trials_of(one, one)

    assert values(found, "b") == [0, 2, 9]
    assert {trial.given for trial in found.trials if trial.performances["a"] < 2} == {("inform", "inform")}
    assert {trial.given for trial in found.trials if trial.performances["a"] >= 2} == {("", "")}
    assert found.complete


def test_a_cap_that_falls_leaves_what_is_not_known_unproved() -> None:
    cap = Cap(by="b", function=Bins([(0, 3), (2, 0)], whole=3))
    one = rules(criterion("a", cap=cap), criterion("b"))

    assert not trials_of(one, one).complete


def test_too_many_are_tried_two_criteria_at_a_time() -> None:
    one = rules(*(criterion(name) for name in "abcd"))

    found = trials_of(one, one, most=50)

    assert (len(found.trials), found.complete) == (50, False)
    assert {sum(value > 0 for value in trial.performances.values()) for trial in found.trials} == {0, 1, 2}


def test_few_pairs_are_all_tried() -> None:
    one = rules(*(criterion(name) for name in "abc"))

    assert len(trials_of(one, one, most=50).trials) == 48


def test_a_criterion_of_one_side_alone_is_tried_too() -> None:
    found = trials_of(rules(criterion("a")), rules(criterion("b")))

    assert len(found.trials) == 16


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (rules(criterion("a"), criterion("b")), True),
        (rules(criterion("b"), criterion("a")), True),
        (rules(criterion("a", weight=2), criterion("b", weight=2)), True),
        (rules(criterion("a", Bins([(0, 0), (1, 2), (2, 4), (3, 6)])), criterion("b")), True),
        (rules(criterion("a", weight=2), criterion("b")), False),
        (rules(criterion("a")), False),
        (rules(criterion("a"), criterion("b", Bins([(0, 0), (3, 1)]))), False),
        (rules(criterion("a"), criterion("b", Points([(0, 0), (3, 3)]))), False),
        (rules(criterion("a"), criterion("b", not_applicable=1)), False),
        (rules(criterion("a"), criterion("b", high=None)), False),
        (rules(criterion("a", cap=Cap(by="b", function=Bins([(0, 1)], whole=3))), criterion("b")), False),
    ],
)
def test_shares_are_the_same_where_scales_are_and_weights_are_in_proportion(other: RuleSet, same: bool) -> None:  # noqa: FBT001 -- a case
    assert same_shares(rules(criterion("a"), criterion("b")), other) is same


def test_rounded_shares_are_the_same_only_where_everything_is_written_alike() -> None:
    primes = (999_983, 999_979, 999_961, 999_959)
    rounded = rules(*(criterion(f"c{prime}", Points([(0, 0), (prime, 1)])) for prime in primes))

    assert not rounded.is_exact
    assert same_shares(rounded, attrs.evolve(rounded, id="other"))
    assert not same_shares(rounded, attrs.evolve(rounded, criteria=[attrs.evolve(one, weight=2) for one in rounded.criteria]))
