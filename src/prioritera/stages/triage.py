"""Triage, before any ranking: what is known of each need is derived, and the chain of tables concludes its outcome.

Decisions without an outcome come in; they go out with one. Where a count is a range, the chain is run once a cell: the same outcome in all
of them is a decision, otherwise a fact is needed, and the decision names it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Related
from prioritera.measures.compute import derive
from prioritera.measures.implied import can_be
from prioritera.model.catalogue import Catalogue
from prioritera.model.field import Origin
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.outcome import ERROR, FACT_NEEDED, FORBIDDEN
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.model.value import Between, FactValue, Known, Missing
from prioritera.tables.chain import OUTCOME, Cuts, Run, chosen_class, completions, cuts_of, run_triage
from prioritera.tables.evaluate import Seen

State = Mapping[str, FactValue | Between]


def triage(
    decisions: Sequence[Decision], rules: RuleSet, network: Network, catalogue: Catalogue, *, decided_on: date | None = None
) -> tuple[Decision, ...]:
    """Give each need that has no outcome yet the one that the rules conclude.

    Args:
        decisions: one a record; those with an outcome already pass through untouched.
        rules: a verified rule set.
        network: who the senders are.
        catalogue: what exists already.
        decided_on: the date that the catalogue is read at; None reads all of it.
    """
    cuts = cuts_of(rules)
    measures = {field.measure for field in rules.fields.values() if field.origin is Origin.DERIVED}
    concluded: dict[tuple[tuple[str, FactValue | Between], ...], Decision] = {}

    def decide(decision: Decision) -> Decision:
        if decision.outcome or decision.need is None:
            return decision
        by_hand = chosen_class(decision, rules)
        state = _state(decision.need, rules, derive(decision.need, network, catalogue, measures, decided_on=decided_on), by_hand)
        key = (*state.items(), *by_hand.items())
        if key not in concluded:
            concluded[key] = _conclude(state, rules, cuts, by_hand)
        found = concluded[key]
        if found.outcome == ERROR:
            return attrs.evolve(
                decision, outcome=ERROR, values=found.values, fired=found.fired, diagnostics=_broken(found, decision.need, rules)
            )
        return attrs.evolve(
            decision,
            outcome=found.outcome,
            values=found.values,
            fired=found.fired,
            hangs_on=found.hangs_on,
            alternatives=found.alternatives,
            ask=found.ask,
        )

    return tuple(decide(decision) for decision in decisions)


def _state(need: Need, rules: RuleSet, derived: Mapping[str, Known | Between], by_hand: Mapping[str, FactValue]) -> State:
    """What is known of the need, one value a field, before any table has concluded; a class that a person has chosen in its place."""
    state: dict[str, FactValue | Between] = {"area": need.area}
    for field in rules.fields.values():
        if field.origin is Origin.FACT and field.id != "area":
            fact = need.facts.get(field.id)
            state[field.id] = Missing() if fact is None else fact.value
        elif field.origin is Origin.DERIVED:
            value = derived[field.measure]
            state[field.id] = value.value if isinstance(value, Known) else value
    return {name: by_hand.get(name, value) for name, value in state.items()} if by_hand else state


def _conclude(state: State, rules: RuleSet, cuts: Cuts, by_hand: Mapping[str, FactValue]) -> Decision:
    """The outcome for a state, in a decision that stands for every need in it."""
    runs = [run_triage(rules, values, by_hand) for values in completions(state, rules.fields, cuts, can_be)]
    first = runs[0]
    values = {**state, **_agreed(runs, [table.concludes for table in (*rules.tables, rules.triage)])}
    if all(run.forbidden for run in runs):
        against = dict.fromkeys(rule.id for run in runs for rule in run.forbidden)
        return Decision(need_id="", title="", outcome=ERROR, values=state, fired=[Fired(table=FORBIDDEN, rule=rule) for rule in against])
    decision = Decision(
        need_id="",
        title="",
        outcome=first.outcome,
        values=values,
        fired=[Fired(table=table, rule=rule.id) for table, rule in first.rules],
        ask=first.triage_rule.ask,
    )
    if all(_outcome(run) == first.outcome for run in runs):
        return decision
    open_fields = _hangs_on(state, runs)
    return attrs.evolve(
        decision,
        outcome=FACT_NEEDED,
        values={**values, OUTCOME: FACT_NEEDED},
        fired=_fired_in_all(runs),
        ask=open_fields,
        hangs_on=open_fields,
        alternatives=[_alternative(run, open_fields) for run in runs],
    )


def _broken(found: Decision, need: Need, rules: RuleSet) -> tuple[Diagnostic, ...]:
    """What the rules forbid of a need, each with the ground that they give."""
    by_id = {rule.id: rule for rule in rules.forbidden}
    broken = [by_id[fired.rule] for fired in found.fired]
    return tuple(
        Diagnostic(
            code="forbidden-by-rules",
            span=need.span,
            params={"need": need.id, "rule": rule.id, **_said_of(rule, rules, "sv"), **_said_of(rule, rules, "en")},
            related=() if rule.span is None else (Related(span=rule.span, role="forbidding-rule"),),
        )
        for rule in broken
    )


def _said_of(rule: Rule, rules: RuleSet, language: str) -> dict[str, Parameter]:
    """Why something is forbidden, and the fields that together make it so, in one language."""
    things = tuple(f"”{label}”" if language == "sv" else f"“{label}”" for label in _labels(rule, rules, language))
    return {f"ground_{language}": _ground(rule, language), f"things_{language}": things}


def _labels(rule: Rule, rules: RuleSet, language: str) -> tuple[str, ...]:
    names = dict.fromkeys(condition.field for condition in rule.when)
    return tuple(rules.fields[name].label.say(language) for name in names)


def _ground(rule: Rule, language: str) -> str:
    """Why something is forbidden, without the full stop that ends it, and where that is said."""
    because = "" if rule.because is None else rule.because.say(language).rstrip(".")
    return f"{because} ({rule.source})" if rule.source else because


def _agreed(runs: Sequence[Run], conclusions: Iterable[str]) -> dict[str, FactValue]:
    """The conclusions that are the same in every completion."""
    first = runs[0].concluded
    return {name: first[name] for name in conclusions if all(run.concluded[name] == first[name] for run in runs)}


def _fired_in_all(runs: Sequence[Run]) -> list[Fired]:
    """The rules that decide in every completion: the tables that nothing hangs on."""
    pairs = [[Fired(table=table, rule=rule.id) for table, rule in run.rules] for run in runs]
    return [fired for fired in pairs[0] if all(fired in other for other in pairs)]


def _hangs_on(state: State, runs: Sequence[Run]) -> tuple[str, ...]:
    """The open fields that, by themselves, can turn the outcome; all the open ones when only several together can."""
    open_fields = [name for name, value in state.items() if isinstance(value, Between)]
    turning = []
    for name in open_fields:
        others = [other for other in open_fields if other != name]
        outcomes: dict[tuple[Seen, ...], set[str]] = {}
        for run in runs:
            outcomes.setdefault(tuple(run.values[other] for other in others), set()).add(_outcome(run))
        if any(len(found) > 1 for found in outcomes.values()):
            turning.append(name)
    return tuple(turning or open_fields)


def _alternative(run: Run, names: Sequence[str]) -> Alternative:
    return Alternative(values={name: run.values[name] for name in names}, outcome=_outcome(run))


def _outcome(run: Run) -> str:
    """The outcome of a completion: that of triage, or that the rules forbid such a need."""
    return FORBIDDEN if run.forbidden else run.outcome
