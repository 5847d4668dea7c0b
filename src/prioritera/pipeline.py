"""The way a need goes: the order of the stages, readable from top to bottom."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import attrs

from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity
from prioritera.loading.load import load_round, read_model_of
from prioritera.model.network import Network
from prioritera.model.outcome import CONFLICT, FACT_NEEDED
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.round import Round
from prioritera.model.ruleset import Model, RuleSet
from prioritera.reading.ids import same_id_key
from prioritera.records.by_hand import wrong_overrides
from prioritera.records.compiled_versions import compilation_faults
from prioritera.records.form_marks import form_faults
from prioritera.records.guesses import guesses
from prioritera.records.personal import guarded
from prioritera.records.round_names import wrong_names
from prioritera.scoring.relative import scaled, scales_of
from prioritera.stages.analysed import analysed
from prioritera.stages.assess import assess
from prioritera.stages.change import beside, change, choose
from prioritera.stages.check import check
from prioritera.stages.conflicts import conflicts
from prioritera.stages.destination import destination
from prioritera.stages.find_out import find_out
from prioritera.stages.intake import intake
from prioritera.stages.judge import judge
from prioritera.stages.leave_out import leave_out
from prioritera.stages.rank import rank
from prioritera.stages.reconcile import reconcile
from prioritera.stages.select import select
from prioritera.stages.short_list import short_list
from prioritera.stages.triage import triage
from prioritera.stages.walk import walk
from prioritera.verify.network import bind
from prioritera.verify.verify import verify


def load_model(
    path: str | Path, *, tree: Path | None = None, rules: RuleSet | None = None, decided_on: date | None = None
) -> tuple[Round, Model]:
    """A round from its files, and the rule set and network that it names, proved and bound: what `prioritise` takes.

    Args:
        path: a folder with round.toml, a round.toml, or a single file of needs.
        tree: the folder that nothing outside of may be opened; the parent of the round's folder if not given.
        rules: another rule set than the round's own, to judge it again by. That it was not in force then is noted in the round's `faults`.
        decided_on: the date that the rules must be in force on; the round's own when None.

    Raises:
        PrioriteraError: with everything that is wrong with the round's own file, the rule set or the network.

    >>> round_, model = load_model("examples/nsks-2018")
    >>> round_.id, model.rules.id, model.network.id
    ('nsks-2018', 'sbu-four', 'sweden-2018')
    """
    # Whatever is done with the round, nothing of a person's is in it.
    round_ = guarded(load_round(path, tree=tree))
    chosen, network, found = read_model_of(path, round_, tree=tree, rules=rules, decided_on=decided_on)
    if chosen is None or network is None:
        raise PrioriteraError(found)
    notes = [one for one in found if one.severity is Severity.NOTE]
    return attrs.evolve(round_, faults=(*round_.faults, *notes, *guesses(round_, chosen, network))), bind(verify(chosen), network)


def prioritise(round_: Round, model: Model, *, decided_on: date | None = None) -> Result:
    """Every need's outcome, place, destination and way, each with its reasons.

    Args:
        round_: the records and what has been decided about them.
        model: a verified rule set bound to a network.
        decided_on: the date of the decisions; the round's own when None. There is no clock here.

    Returns:
        One decision a record, in record order; nothing is lost.

    Raises:
        PrioriteraError: the round's own decisions do not fit the rule set, so that nothing can be judged by them.
        TypeError: the rules have not been verified and bound to a network.

    >>> round_, model = load_model("examples/nsks-2018")
    >>> [decision.outcome for decision in prioritise(round_, model).decisions][:3]
    ['new-research', 'await', 'ask-what-exists']
    """
    if not isinstance(model, Model):
        raise TypeError(f"prioritise takes a Model, not {type(model).__name__}; verify the rules and bind them to a network")
    rules, network = model.rules, model.network
    on = decided_on or round_.decided_on
    check_round(round_, rules, network, decided_on=on)
    round_ = guarded(round_)
    needs = intake(round_, rules, network)
    reconciled, faults = reconcile(needs, round_.same_as, round_.pairs, identical=round_.merge_identical)
    checked, missed, in_checks = check(reconciled, round_.checks, round_.missed, network)
    filled, of_analyst = analysed(checked, round_, rules, network)
    told_of_forms = (*form_faults(round_.forms, rules), *compilation_faults(round_.compilations, rules), *of_analyst)
    valued, judged, of_judges = judge(filled, round_, rules, network)

    def triaged(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        return triage(decisions, rules, network, round_.catalogue, decided_on=on)

    outcomes = triaged(valued)
    # What is changed by hand changes no other need's score: a scale that is relative to the set is that of the rules alone.
    scales = scales_of(outcomes, rules)

    def routed(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        return destination(choose(assess(decisions, scaled(rules, scales), round_.left_out)), scaled(rules, scales))

    def ranking(decisions: Sequence[Decision]) -> tuple[tuple[Decision, ...], tuple[RankedList, ...]]:
        walked = walk(routed(decisions), round_, network, decided_on=on)
        return rank(walked, scaled(rules, scales), round_.left_out)

    ranked, lists = ranking(outcomes)
    refused: tuple[Diagnostic, ...] = ()
    if round_.overrides:
        changed, refused = change(valued, ranked, round_.overrides, rules, lambda decision: routed(triaged([decision]))[0])
        by_rules, (ranked, lists) = ranked, ranking(triaged(changed))
        ranked = beside(ranked, by_rules)
    rules = scaled(rules, scales)
    selected, cut = select(ranked, lists, round_.cuts)
    listed, of_selections = short_list(selected, cut, round_.selections, rules, round_.areas)
    proposals, whole = leave_out(selected, cut, rules, round_.left_out)
    told, first = find_out(selected, rules)
    decisions = tuple(_closed(decision, round_, model) for decision in told)
    return Result(
        round=round_,
        decisions=decisions,
        lists=whole,
        selections=listed,
        proposals=proposals,
        find_out_first=first,
        scales=scales,
        conflicts=conflicts(needs, decisions, network),
        missed=missed,
        judged=judged,
        decided_on=on,
        rules_hash=model.verified.seal,
        network_hash=model.network_hash,
        files=round_.files,
        diagnostics=(
            *round_.faults,
            *faults,
            *in_checks,
            *told_of_forms,
            *of_judges,
            *of_selections,
            *refused,
            *(fault for decision in decisions for fault in decision.diagnostics),
        ),
    )


def check_round(round_: Round, rules: RuleSet, network: Network, *, decided_on: date | None = None) -> None:
    """Refuse a round whose recorded decisions name areas, criteria, needs or actors that are not there.

    Raises:
        PrioriteraError: with every such decision.
    """
    found = (*wrong_names(round_, rules, network), *wrong_overrides(round_, rules, decided_on or round_.decided_on))
    if found:
        raise PrioriteraError(found)


def _names(decision: Decision) -> set[str]:
    """The ids that a need may be spoken of by: its own, and those of the records that went into it."""
    merged = decision.need.merged if decision.need is not None else ()
    return {same_id_key(name) for name in (decision.need_id, *merged)}


def _closed(decision: Decision, round_: Round, model: Model) -> Decision:
    """The decision with the hash of its rules, the answers that have come, and the date to look again where it is not taken further now."""
    outcome = model.rules.outcomes.get(decision.outcome)
    again = outcome.look_again if outcome is not None else decision.outcome in {CONFLICT, FACT_NEEDED}
    return attrs.evolve(
        decision,
        answers=tuple(answer for answer in round_.answers if answer.need == decision.need_id),
        appeals=tuple(appeal for appeal in round_.appeals if same_id_key(appeal.need) in _names(decision)),
        look_again=round_.look_again if again else None,
        rules_hash=model.verified.seal,
    )
