"""What is asked of a round or of a run: why, what else, how it compares. Nothing is decided by it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.doors.door import door, is_door
from prioritera.matching.pairs import Pairs
from prioritera.methods.many import MANY
from prioritera.methods.outrank import Preference
from prioritera.model.coverage import Coverage
from prioritera.model.draws import ANY, SAMPLES, SEED
from prioritera.model.explanation import Comparison, Explanation
from prioritera.model.found import FoundExisting
from prioritera.model.need import Need
from prioritera.model.result import Decision, Result
from prioritera.model.robustness import Robustness
from prioritera.model.round import Round
from prioritera.model.ruleset import Model
from prioritera.model.run import Run, RunsDiff
from prioritera.model.side_by_side import SideBySide
from prioritera.model.supply import Supply
from prioritera.pipeline import check_round, prioritise
from prioritera.records.personal import guarded
from prioritera.report.json import result_json
from prioritera.report.saved import run_from
from prioritera.scoring.relative import scaled
from prioritera.stages.assess import assess
from prioritera.stages.change import choose
from prioritera.stages.compare import compare as compare_decisions
from prioritera.stages.compare import incomparable
from prioritera.stages.cover import cover
from prioritera.stages.destination import destination
from prioritera.stages.diff_runs import diff_runs
from prioritera.stages.exists import exists
from prioritera.stages.explain import explain as explain_decision
from prioritera.stages.intake import intake
from prioritera.stages.rank import rank
from prioritera.stages.reconcile import reconcile
from prioritera.stages.robust import robust
from prioritera.stages.same_need import same_need
from prioritera.stages.side_by_side import side_by_side
from prioritera.stages.supply import supply as supply_for
from prioritera.stages.triage import triage
from prioritera.verify.network import bind

# A single weight is the whole, whatever it is.
_LEAST_CRITERIA = 2


def find_existing(round_: Round, model: Model, *, decided_on: date | None = None) -> FoundExisting:
    """What may exist already on each need of a round, for a person to confirm or to reject.

    Args:
        round_: the records, the catalogues, and what people have decided.
        model: a verified rule set bound to a network: it says what a confirmed entry leads to.
        decided_on: the date that the catalogues are read at; the round's own when None.

    Returns:
        One a need that goes on, in record order, with what was wrong with the records that do not.

    Raises:
        PrioriteraError: the round's own decisions do not fit, or the extra `matching` is not installed.

    >>> from prioritera.pipeline import load_model
    >>> found = find_existing(*load_model("examples/illustrative"))
    >>> [(one.entry.id, one.leads) for about in found.needs if about.need.id == "aldre-alkohol" for one in about.support]
    [('manual-aldre', 'adapt')]
    """
    rules, network, catalogue = model.rules, model.network, round_.catalogue
    on = decided_on or round_.decided_on
    check_round(round_, rules, network)
    records = intake(guarded(round_), rules, network)
    reconciled, faults = reconcile(records, round_.same_as, round_.pairs, identical=round_.merge_identical)
    triaged = triage(reconciled, rules, network, catalogue, decided_on=on)

    def leads(needs: Sequence[Need]) -> list[str]:
        confirmed = [Decision(need_id=need.id, title=need.title, outcome="", need=need) for need in needs]
        return [decision.outcome for decision in triage(confirmed, rules, network, catalogue, decided_on=on)]

    needs = exists(triaged, round_, rules.areas, leads, decided_on=on)
    return FoundExisting(needs=needs, diagnostics=(*faults, *(fault for decision in reconciled for fault in decision.diagnostics)))


def find_same(round_: Round, model: Model) -> tuple[Pairs, tuple[Diagnostic, ...]]:
    """Which needs of a round may be the same, for a person to decide; and what is wrong with what has been decided.

    Args:
        round_: the records, and what people have decided about them.
        model: a verified rule set bound to a network.

    Raises:
        PrioriteraError: the round's own decisions do not fit, or the extra `matching` is not installed.

    >>> from prioritera.pipeline import load_model
    >>> pairs, _ = find_same(*load_model("examples/nsks-2018"))
    >>> [(one.first, one.second) for one in pairs.open]
    [('social-barn-och-ungdomsvard', 'yrkesresan'), ('ensamkommande', 'social-barn-och-ungdomsvard'), ('ensamkommande', 'yrkesresan')]
    """
    rules, network = model.rules, model.network
    check_round(round_, rules, network)
    round_ = guarded(round_)
    reconciled, faults = reconcile(intake(round_, rules, network), round_.same_as, round_.pairs, identical=round_.merge_identical)
    told = (*round_.faults, *faults, *(fault for decision in reconciled for fault in decision.diagnostics))
    return same_need(reconciled, round_.pairs), told


def explain(result: Result, model: Model, need_id: str) -> Explanation:
    """Why a need has its outcome, stands where it does and goes where it goes.

    Raises:
        KeyError: the run has no such record.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/nsks-2018")
    >>> triage = explain(prioritise(round_, model), model, "yrkesresan").tables[1]
    >>> [(part.id, part.verdict.value) for part in triage.parts]
    [('work-under-way', 'failed'), ('offer-that-others-ask-for', 'fired')]
    """
    return explain_decision(result.decision(need_id), model.rules)


def supply(result: Result, model: Model) -> Supply:
    """Who could take each need by what actors offer and have mandates for, where nobody can, and where several do the same.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/stockholm-2020")
    >>> found = supply(prioritise(round_, model), model)
    >>> [(need.need_id, need.able) for need in found.needs if need.able][:1]
    [('evidens-funktionshinder', ('forum-carpe', 'natverk-funktionsnedsattning-stockholm'))]
    """
    return supply_for(result, model.network)


def compare(result: Result, model: Model, first: str, second: str) -> Comparison:
    """Why one need stands before another, and what smallest change would turn them.

    Raises:
        KeyError: the run has no such record.
        PrioriteraError: the rule set forbids to compare the two.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/illustrative")
    >>> found = compare(prioritise(round_, model), model, "anhorigstod", "cannabis-unga")
    >>> found.relation, found.listed_first
    ('before', 'anhorigstod')
    """
    rules = scaled(model.rules, result.scales)

    def again(decision: Decision) -> Decision:
        before = attrs.evolve(decision, fired=decision.fired[:-1], list_id="", placed=False, standing=None)
        changed = destination(choose(assess([before], rules, result.round.left_out)), rules)
        return rank(changed, rules)[0][0]

    one, other = result.decision(first), result.decision(second)
    forbidden = incomparable(one, other, rules)
    if forbidden:
        raise PrioriteraError(forbidden)
    return compare_decisions(one, other, rules, again)


def compare_methods(
    result: Result, methods: Sequence[str], *, top: int | None = None, preferences: Mapping[str, Preference] | None = None
) -> SideBySide:
    """The ranked lists of a run beside the orders of other methods. Nothing is decided by it.

    Args:
        result: a run.
        methods: ids of `methods.many.MANY`, or names of other libraries' methods such as "pymcdm:SPOTIS".
        top: how many places are the top; each list's own cut when None, or the first place.
        preferences: the preference functions of PROMETHEE II by criterion, in shares of the criterion's scale.

    Raises:
        KeyError: there is no such method of ours.
        PrioriteraError: a library is not installed, or has no such method.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/illustrative")
    >>> found = compare_methods(prioritise(round_, model), ["topsis"])
    >>> [column.ranks for column in found.lists[1].columns]
    [(1, 1, 1, 4), (2, 1, 3, 4)]
    """
    asked = [door(name) if is_door(name) else MANY[name] for name in methods]
    return side_by_side(result, asked, top, preferences)


def robustness(
    result: Result, model: Model, *, k: int | None = None, weights: str = ANY, samples: int = SAMPLES, seed: int = SEED
) -> Robustness:
    """How often each placed need is among the first k when the weights are drawn, and which change of a weight alone changes who is.

    Args:
        result: a run.
        model: what it was run with.
        k: how many places are the top; each list's own when None: its cut, a selection of it alone, or the first place.
        weights: "any", or "order" for those that keep the order of the rule set's own.
        samples: how many times they are drawn, 1 or more.
        seed: the same seed gives the same draws.

    Raises:
        PrioriteraError: the rule set has no weights to try.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/illustrative")
    >>> found = robustness(prioritise(round_, model), model, k=2, samples=1000)
    >>> [(need.need_id, need.top.certain, need.holds.value) for need in found.lists[1].needs][3]
    ('cannabis-unga', 0, 'never')
    """
    criteria = model.rules.criteria
    if len(criteria) < _LEAST_CRITERIA:
        code = "robustness-one-criterion" if criteria else "robustness-no-criteria"
        params = {"rules": model.rules.id, **({"criterion": criteria[0].id} if criteria else {})}
        raise PrioriteraError([Diagnostic(code=code, params=params)])
    return robust(result, scaled(model.rules, result.scales), k=k, weights=weights, samples=samples, seed=seed)


def diff_results(old: Result, old_model: Model, new: Result, new_model: Model) -> RunsDiff:
    """Which needs came, went and ended otherwise from one run to another, and why.

    Args:
        old: the run of before.
        old_model: what it was run by.
        new: the run of after.
        new_model: what that was run by. Where the rules are others, its needs are judged by the old ones as well, to tell what they did.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> found = diff_results(result, model, result, model)
    >>> found.moves, found.same
    ((), 9)
    """
    again = None if old.rules_hash == new.rules_hash else _again(new, old_model, new_model)
    runs = [run_of_result(*pair) for pair in ((old, old_model), (new, new_model))]
    return diff_runs(runs[0], runs[1], again)


def _again(new: Result, old_model: Model, new_model: Model) -> Run | None:
    """The needs of the new run by the rules of the old one, or None where the two do not go together."""
    try:
        model = bind(old_model.verified, new_model.network)
        return run_of_result(prioritise(new.round, model, decided_on=new.decided_on), model)
    except PrioriteraError:
        return None


def coverage(result: Result, model: Model, *, own: str = "") -> Coverage:
    """How complete a round is: who has answered, what is reached and missed, what each need rests on.

    Args:
        result: a run.
        model: what it was run with.
        own: the support structure that it is told to; only then are its silent municipalities named.

    >>> from prioritera.pipeline import load_model
    >>> round_, model = load_model("examples/illustrative")
    >>> found = coverage(prioritise(round_, model), model)
    >>> found.whole.of("sent"), found.whole.of("no-answer"), found.silent
    (6, 1, ())
    """
    return cover(result, model.rules, model.network, own)


def run_of_result(result: Result, model: Model) -> Run:
    """A run as it can be compared with a saved one."""
    return run_from(json.loads(result_json(result, model)))
