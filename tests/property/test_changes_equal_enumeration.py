"""The needs that a comparison of two rule sets shows are exactly those that end otherwise: tried, every one of them."""

from hypothesis import event, given, settings

from prioritera.model.ruleset import RuleSet
from prioritera.verify.diff_tables import changes_of
from prioritera.verify.trials import trials_of
from table_pairs import Tried, pairs, tried


def _asked(one: Tried, old: RuleSet, new: RuleSet) -> bool:
    """A conclusion is compared where lists are read by it."""
    return one.about != "level" or "level" in {*old.list_key, *new.list_key}


# Each pair takes half a second: many are for `nox -s properties`.
@settings(max_examples=settings().max_examples // 3)
@given(pair=pairs())
def test_the_regions_that_change_are_exactly_the_needs_that_end_otherwise(pair: tuple[RuleSet, RuleSet]) -> None:
    old, new = pair

    changes, undecided = changes_of(old, new, trials_of(old, new, left_out=True), most=None)

    event(f"changes: {min(len(changes), 5)}")
    assert undecided == ()
    found: set[int] = set()
    for one in (need for need in tried(old, new) if _asked(need, old, new)):
        inside = [change for change in changes if (change.about, change.given) == (one.about, one.given) and one.in_region(change)]
        expected = [(one.before, one.after)] if one.differs else []
        assert [(change.before, change.after) for change in inside] == expected, one
        found.update(id(change) for change in inside)
    assert found == {id(change) for change in changes}
    assert all(change.complete for change in changes)


@settings(max_examples=settings().max_examples // 3)
@given(pair=pairs())
def test_every_witness_is_judged_otherwise_by_the_two(pair: tuple[RuleSet, RuleSet]) -> None:
    old, new = pair

    changes, _ = changes_of(old, new, trials_of(old, new, left_out=True))

    for change in changes:
        ends = (change.before, change.old), (change.after, change.new)
        assert all(rule.id in {fired.rule for fired in judgement.fired} for rule, judgement in ends)
        if change.about == "outcome":
            assert (change.old.outcome, change.new.outcome) == (change.before.then, change.after.then)
        elif change.about == "destination":
            assert change.old.outcome == change.new.outcome or change.given
