"""What changes from one rule set to another: two verified rule sets come in, the differences go out, each proved or shown by a need."""

from prioritera.model.condition import SCORE
from prioritera.model.rules_diff import Change, RulesDiff
from prioritera.model.ruleset import RuleSet, VerifiedRuleSet
from prioritera.verify.budget import NODES, Exhausted
from prioritera.verify.diff_effects import effects_of, grouped_alike
from prioritera.verify.diff_order import minima, placed_alike
from prioritera.verify.diff_parts import parts_of
from prioritera.verify.diff_tables import MOST_REGIONS, changes_of
from prioritera.verify.trials import Trials, trials_of


def diff_rules(old: VerifiedRuleSet, new: VerifiedRuleSet, *, nodes: int = NODES, most: int | None = MOST_REGIONS) -> RulesDiff:
    """The needs that end otherwise by `new` than by `old`, and what else changes.

    Args:
        old: the rules of before.
        new: the rules of after.
        nodes: the budget of a question about a table; past it the question is undecided.
        most: how many regions of one change are shown; None for all of them.

    Raises:
        TypeError: a rule set has not been verified.

    >>> from prioritera import load_rules, verify
    >>> rules = load_rules("prioritera:sbu-four")
    >>> diff_rules(verify(rules), verify(rules)).verdict.value
    'same'
    """
    for one in (old, new):
        if not isinstance(one, VerifiedRuleSet):
            raise TypeError(f"diff_rules takes two VerifiedRuleSets, not {type(one).__name__}; verify the rules first")
    before, after = old.rules, new.rules
    untried = Trials(trials=(), complete=False)
    is_alike = _alike(before, after)
    trials = untried if is_alike else trials_of(before, after)
    with_left_out = untried if is_alike else trials_of(before, after, left_out=True)
    changes, undecided = _changes(before, after, with_left_out, nodes, most)
    return RulesDiff(
        old=before,
        new=after,
        parts=parts_of(before, after),
        changes=changes,
        effects=effects_of(before, after, trials, with_left_out),
        undecided=undecided,
    )


def _alike(old: RuleSet, new: RuleSet) -> bool:
    """Whether needs are placed alike because it is written alike, and nothing else hangs on what people judge."""
    asked = any(SCORE in rules.destination.reads for rules in (old, new)) or any(outcome for _, _, outcome in (*minima(old), *minima(new)))
    return not asked and placed_alike(old, new) and grouped_alike(old, new)


def _changes(old: RuleSet, new: RuleSet, trials: Trials, nodes: int, most: int | None) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    try:
        return changes_of(old, new, trials, nodes=nodes, most=most)
    except Exhausted:
        return (), ("outcome", "destination")
