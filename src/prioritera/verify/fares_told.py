"""What the proofs of fares found, told: how needs fare as their score rises, as diagnostics with places."""

from collections.abc import Iterator

from prioritera.diagnostics import Diagnostic, Parameter, Related, Severity
from prioritera.model.condition import SCORE
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.verify.budget import NODES
from prioritera.verify.fares import Fare, Found, Unscored, prove_fares
from prioritera.verify.groups import share_text
from prioritera.verify.shape import check_shape
from prioritera.verify.shown import condition_as_written, need_as_written, target_as_written
from prioritera.verify.sound import is_sound


def check_fares(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Diagnostic]:
    """What happens in the destination table to needs whose score rises; nothing where scores or tables cannot be reckoned with.

    A rule that no score reaches is an error, as a rule that never decides is. That a higher score is sent back, or that a destination is
    left and come back to, is a warning; that needs go elsewhere is a note, for nobody has said which place is the better one.
    """
    if SCORE in rules.destination.reads and is_sound(rules) and not any(True for _ in check_shape(rules)):
        yield from (tell(found, rules, nodes) for found in prove_fares(rules, nodes=nodes))


def tell(found: Found, rules: RuleSet, nodes: int) -> Diagnostic:
    """One finding with the place of its rule, and of the rules that send needs with lower or higher scores."""
    table = rules.destination
    if isinstance(found, Fare):
        return _of_fare(found, rules)
    if isinstance(found, Unscored):
        asked = [condition for condition in found.rule.when if condition.field == SCORE]
        params: dict[str, Parameter] = {
            "table": table.id,
            "rule": found.rule.id,
            "conditions": ", ".join(condition_as_written(condition, None) for condition in asked or found.rule.when),
            "nearest": tuple(share_text(points, found.of) for points in found.nearest),
        }
        return Diagnostic(code="rule-unscored", span=found.rule.span, params=params)
    return Diagnostic(code="fares-undecided", severity=Severity.WARNING, span=table.span, params={"table": table.id, "nodes": nodes})


def _of_fare(fare: Fare, rules: RuleSet) -> Diagnostic:
    names = dict.fromkeys(condition.field for rule in fare.rules for condition in rule.when if condition.field != SCORE)
    low, high, *again = fare.rules
    params: dict[str, Parameter] = {
        "table": rules.destination.id,
        "need": need_as_written(fare.witness, names),
        "lower": low.id,
        "lower_to": _to(low),
        "lower_score": share_text(fare.points[0], fare.of),
        "rule": high.id,
        "to": _to(high),
        "score": share_text(fare.points[1], fare.of),
    }
    if again:
        params |= {"higher": again[0].id, "higher_score": share_text(fare.points[2], fare.of)}
        code, severity = "score-comes-back", Severity.WARNING
    elif _target(high).origin:
        code, severity = "score-sends-back", Severity.WARNING
    else:
        code, severity = "score-moves", Severity.NOTE
    others = zip((low, *again), ("lower-score", "higher-score"), strict=False)
    related = [Related(span=rule.span, role=role) for rule, role in others if rule.span is not None]
    return Diagnostic(code=code, severity=severity, span=high.span, params=params, related=related)


def _to(rule: Rule) -> str:
    return target_as_written(_target(rule))


def _target(rule: Rule) -> Target:
    if not isinstance(rule.then, Course):
        raise TypeError(f"rule {rule.id} concludes {rule.then!r}; expected a course")
    return rule.then.to
