"""Change: what a person has decided otherwise than the rules is put on the needs that it is about, where it can be.

What the rules say stays beside it. A need that has no answer of the rules to change, and a class that the rules forbid, are not changed: it
is told why.
"""

from collections.abc import Callable, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Related, Severity
from prioritera.model.by_hand import CLASS, Override, written
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.reading.ids import same_id_key
from prioritera.tables.chain import OUTCOME, NoRuleError

# The decision as triage and the table of destinations would make it with the changes that are on it.
Tried = Callable[[Decision], Decision]


def change(
    decisions: Sequence[Decision], by_rules: Sequence[Decision], overrides: Sequence[Override], rules: RuleSet, tried: Tried
) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """Put the changes on their needs.

    Args:
        decisions: one a record, before triage.
        by_rules: the same records, as the rules alone decide.
        overrides: the changes; each need has at most one of each thing.
        rules: the field of the classes.
        tried: gives a decision its outcome and its destination.

    Returns:
        The decisions, and what is told of changes that cannot be made.
    """
    wanted: dict[str, list[Override]] = {}
    for one in overrides:
        wanted.setdefault(same_id_key(one.need), []).append(one)
    changed = []
    told: list[Diagnostic] = []
    for decision, said in zip(decisions, by_rules, strict=True):
        made: list[Override] = []
        # A later record with the same id is set aside, and is not what anybody changed.
        for one in wanted.pop(same_id_key(decision.need_id), ()):
            refused = _refused(one, attrs.evolve(decision, by_hand=[*made, one]), said, tried)
            told += refused
            made += [] if refused else [one]
        changed.append(attrs.evolve(decision, by_hand=made) if made else decision)
        told += _needless(made, said, rules)
    return tuple(changed), tuple(told)


def _refused(one: Override, wanted: Decision, said: Decision, tried: Tried) -> list[Diagnostic]:
    """Why a change cannot be made; nothing when it can."""
    if said.is_forbidden:
        return [_forbidden(one, found) for found in said.diagnostics if found.code == "forbidden-by-rules"]
    if nothing := _unanswered(one, said):
        return nothing
    try:
        found = tried(wanted)
    except NoRuleError as error:
        params = {"need": one.need, "thing": one.thing, "to": written(one.to), "table": error.table}
        return [Diagnostic(code="override-without-rule", span=one.span, params=params)]
    return [_forbidden(one, fault) for fault in found.diagnostics if fault.code == "forbidden-by-rules"] if found.is_forbidden else []


def _unanswered(one: Override, said: Decision) -> list[Diagnostic]:
    """That the rules have no answer to change, for the need is merged, contradicts itself or is an error; nothing when they have."""
    if said.outcome == MERGED:
        return [Diagnostic(code="override-of-merged", span=one.span, params={"need": one.need, "keep": said.merged_into})]
    if said.outcome in {CONFLICT, ERROR}:
        code = "override-of-conflict" if said.outcome == CONFLICT else "override-of-error"
        return [Diagnostic(code=code, span=one.span, params={"need": one.need})]
    return []


def _needless(made: Sequence[Override], said: Decision, rules: RuleSet) -> list[Diagnostic]:
    """That the only change of a need is to what the rules give by themselves: it stands, and is told."""
    if len(made) != 1:
        return []
    (one,) = made
    given = said.values.get(rules.classes.field) if one.thing == CLASS and rules.classes is not None else said.outcome
    if type(given) is not type(one.to) or given != one.to:
        return []
    params = {"need": one.need, "thing": one.thing, "to": written(one.to)}
    return [Diagnostic(code="override-needless", severity=Severity.NOTE, span=one.span, params=params)]


def _forbidden(one: Override, found: Diagnostic) -> Diagnostic:
    """That the rules forbid it, with the ground and the rule that the need itself is told."""
    params = {**found.params, "need": one.need}
    related = (*found.related, *(() if found.span is None else (Related(span=found.span, role="changed-need"),)))
    return Diagnostic(code="override-of-forbidden", span=one.span, params=params, related=related)


def choose(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the needs whose outcome a person has changed that outcome; nothing hangs on what is not known any more.

    Args:
        decisions: one a record, assessed.
    """
    return tuple(_chosen(decision) if decision.outcome_by_hand else decision for decision in decisions)


def _chosen(decision: Decision) -> Decision:
    outcome = decision.outcome_by_hand
    values = {**decision.values, OUTCOME: outcome}
    return attrs.evolve(decision, outcome=outcome, values=values, hangs_on=(), ask=(), alternatives=())


def beside(decisions: Sequence[Decision], by_rules: Sequence[Decision]) -> tuple[Decision, ...]:
    """Put what the rules alone say beside every need that changes by hand made otherwise: those changed, and those they pass.

    Args:
        decisions: one a record, ranked.
        by_rules: the same, by the rules alone.
    """
    return tuple(
        attrs.evolve(one, by_rules=said) if one.by_hand or _place(one) != _place(said) else one
        for one, said in zip(decisions, by_rules, strict=True)
    )


def _place(decision: Decision) -> tuple[object, ...]:
    standing = decision.standing
    return decision.outcome, decision.list_id, None if standing is None else (standing.best, standing.worst, standing.shared)
