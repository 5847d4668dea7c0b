"""What becomes of a mutant of a rule set: caught by the proofs, shown different by a need, or proved equal.

The evaluator is asked of every need that is shown.
"""

from fractions import Fraction
from typing import Final

from prioritera.diagnostics import PrioriteraError, Severity
from prioritera.model.condition import SCORE
from prioritera.model.network import Network
from prioritera.model.rules_diff import Change, Effect, Example, RulesDiff, Verdict
from prioritera.model.ruleset import RuleSet, VerifiedRuleSet
from prioritera.scoring.key import keys
from prioritera.scoring.score import band_of, scorer
from prioritera.verify.diff import diff_rules
from prioritera.verify.judge import judgement
from prioritera.verify.network import check_network
from prioritera.verify.trials import steps_of
from prioritera.verify.verify import verify

CAUGHT: Final = "caught"
DIFFERENT: Final = "shown different"
EQUAL: Final = "proved equal"
UNDECIDED: Final = "undecided"
UNCONFIRMED: Final = "not confirmed"
FATES: Final = (CAUGHT, DIFFERENT, EQUAL, UNDECIDED, UNCONFIRMED)


def fate(old: VerifiedRuleSet, mutant: RuleSet | None, network: Network) -> str:
    """What becomes of a mutant; None is one that the values themselves refuse."""
    if mutant is None:
        return CAUGHT
    try:
        new = verify(mutant)
    except PrioriteraError:
        return CAUGHT
    if any(one.severity is Severity.ERROR for one in check_network(mutant, network)):
        return CAUGHT
    found = diff_rules(old, new)
    if found.verdict is Verdict.CHANGED:
        return DIFFERENT if is_confirmed(found) else UNCONFIRMED
    return EQUAL if found.verdict is Verdict.SAME else UNDECIDED


def is_confirmed(found: RulesDiff) -> bool:
    """Whether every need that is shown is judged otherwise by the two, asked of the evaluator once more."""
    shown = [effect for effect in found.effects if effect.verdict is Verdict.CHANGED]
    return all(_change(change, found) for change in found.changes) and all(_effect(effect, found) for effect in shown)


def _change(change: Change, found: RulesDiff) -> bool:
    ends = []
    for rules, prefix in ((found.old, "before:"), (found.new, "after:")):
        known = {name.removeprefix(prefix): value for name, value in change.witness.items() if ":" not in name or name.startswith(prefix)}
        if SCORE in known:
            score = scorer(rules, left_out=[one.id for one in rules.criteria if one.id not in change.performances])
            reached = score(steps_of(rules, change.performances))
            known[SCORE] = Fraction(reached.low, reached.of or 1)
        ends.append(judgement(rules, known, change.given))
    fired = [{(one.table, one.rule) for one in end.fired} for end in ends]
    tables = [next(t.id for t in rules.all_tables if rule in t.all_rules) for rules, rule in _sides(change, found)]
    decided = all((table, rule.id) in hit for table, rule, hit in zip(tables, (change.before, change.after), fired, strict=True))
    return decided and change.before.then != change.after.then


def _sides(change: Change, found: RulesDiff) -> list[tuple[RuleSet, object]]:
    return [(found.old, change.before), (found.new, change.after)]


def _effect(effect: Effect, found: RulesDiff) -> bool:
    """Order and groups are reckoned once more; the others are differences of what is written, or say both ends."""
    if effect.about == "order":
        old, new = ([_key(example, rules) for example in effect.examples] for rules in (found.old, found.new))
        return _sign(old[0], old[1]) != _sign(new[0], new[1])
    if effect.about == "group":
        (example,) = effect.examples
        return _band(example, found.old) != _band(example, found.new)
    return not effect.examples or any(example.old != example.new for example in effect.examples)


def _key(example: Example, rules: RuleSet) -> tuple[int, ...]:
    assessed = steps_of(rules, example.performances)
    known = {name: value for name, value in example.values.items() if not isinstance(value, Fraction)}
    return keys(scorer(rules)(assessed), known, assessed, rules)[0]


def _sign(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return (one > other) - (one < other)


def _band(example: Example, rules: RuleSet) -> str:
    score = scorer(rules, left_out=[one.id for one in rules.criteria if one.id not in example.performances])
    reached = score(steps_of(rules, example.performances))
    return band_of(reached.low, reached.of, rules.bands)
