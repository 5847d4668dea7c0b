"""What is most worth finding out: for each need the one to three facts or criteria that would settle most, and the same for the round.

A missing fact is worth finding out when some answer to it would change the outcome or the destination; a criterion, when knowing it would
let the need be placed or narrow its score. What is not applicable is never a thing to find out.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import attrs

from prioritera.measures.implied import can_be
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.need import Need
from prioritera.model.outcome import CONFLICT, ERROR, FACT_NEEDED, FORBIDDEN, MERGED
from prioritera.model.result import Decision, FindOut, FindOutFirst, Score, Share
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Between, FactValue, Missing, Reason
from prioritera.scoring.score import passes_minimum
from prioritera.tables.chain import OUTCOME, Cuts, ScoreRange, completions, cuts_of, range_of, run_destination, run_triage
from prioritera.tables.evaluate import in_order

MOST = 3
_WEIGHT = {"outcome": 0, "destination": 1, "place": 2, "score": 3}

Result = tuple[str, str]
State = dict[str, FactValue | Between | ScoreRange]


def find_out(decisions: Sequence[Decision], rules: RuleSet) -> tuple[tuple[Decision, ...], tuple[FindOutFirst, ...]]:
    """Name what is worth finding out.

    Args:
        decisions: one a record, ranked.
        rules: a verified rule set.

    Returns:
        The decisions with up to three things each, and the three that would help most needs, over the round.
    """
    cuts = cuts_of(rules)
    results: dict[tuple[str, tuple[tuple[str, object], ...]], frozenset[Result]] = {}

    def outcomes(state: State, gate: str) -> frozenset[Result]:
        key = (gate, tuple(state.items()))
        if key not in results:
            results[key] = frozenset(_results(state, gate, rules, cuts))
        return results[key]

    told: dict[tuple[str, tuple[tuple[str, object], ...], tuple[str, ...]], tuple[FindOut, ...]] = {}

    def things(decision: Decision) -> Decision:
        if decision.need is None or decision.outcome in {CONFLICT, ERROR, MERGED}:
            return decision
        state = _state(decision, rules)
        # What a person has decided by hand hangs on no fact any more.
        missing, gate = () if decision.by_hand else tuple(_missing(decision, rules)), _gate(decision.need, decision.score, rules)
        key = (gate, tuple(state.items()), missing)
        if key not in told:
            gated = partial(outcomes, gate=gate)
            told[key] = tuple(_fact(name, state, _answers(rules.fields[name], cuts), gated) for name in missing)
        facts = [found for found in (*_open(decision, rules), *told[key]) if found.results > 1]
        found = sorted([*facts, *_class(decision, rules, facts), *_criteria(decision)], key=_order)
        return attrs.evolve(decision, find_out=found[:MOST])

    seen = tuple(things(decision) for decision in decisions)
    return seen, _first(seen)


def _state(decision: Decision, rules: RuleSet) -> State:
    """What is known of the need before any table has concluded; with the score, where the destination reads it."""
    state: State = {name: value for name, value in decision.values.items() if name == "area" or _is_input(rules.fields.get(name))}
    return {**state, SCORE: range_of(decision.score)} if SCORE in rules.destination.reads else state


def _gate(need: Need, score: Score | None, rules: RuleSet) -> str:
    """The outcome that the minimums give this need wherever triage would rank it; "" when they are passed."""
    left_in = {share.criterion for share in score.shares} if score is not None else set()
    gates = [one for one in rules.criteria if one.minimum is not None and one.minimum.outcome and one.id in left_in]
    passed = [(passes_minimum(gate, need.assess.get(gate.id)), gate.minimum) for gate in gates]
    failed = [minimum.outcome for passes, minimum in passed if passes is False and minimum is not None]
    waiting = [FACT_NEEDED for passes, _ in passed if passes is None]
    return next(iter([*failed, *waiting]), "")


def _is_input(field: Field | None) -> bool:
    return field is not None and field.origin is not Origin.CONCLUSION


def _order(found: FindOut) -> tuple[int, int, int]:
    """What settles most comes first; of equals, facts before criteria, and each in the order of the rule set."""
    return _WEIGHT[found.settles], -found.results, -found.points


def _open(decision: Decision, rules: RuleSet) -> Iterator[FindOut]:
    """What an open outcome hangs on: ranges, criteria with a minimum, and of the score the criteria that leave it open."""
    results = len({(alternative.outcome, alternative.destination_rule) for alternative in decision.alternatives})
    for name in decision.hangs_on:
        if name in rules.fields:
            yield FindOut(kind="fact", id=name, settles="outcome", results=max(results, 2))
        else:
            for share in _open_shares(decision):
                if name in {SCORE, share.criterion}:
                    yield FindOut(kind="criterion", id=share.criterion, settles="outcome", results=2, points=share.high - share.low)


def _missing(decision: Decision, rules: RuleSet) -> Iterator[str]:
    """The missing facts that some rule up to the one that decided had to ask of: no other can change the result.

    Where rules are collected every one of them is heard, so none is the last that was asked.
    """
    fired = {one.table: one.rule for one in decision.fired}
    asked = []
    for table in rules.all_tables:
        for rule in in_order(table.rules, table):
            asked += [condition.field for condition in rule.when]
            if rule.id == fired.get(table.id) and not table.collects:
                break
    for name in dict.fromkeys(asked):
        field = rules.fields.get(name)
        value = decision.values.get(name)
        worth_asking = field is not None and field.origin is Origin.FACT and field.find_out
        if worth_asking and isinstance(value, Missing) and value.reason is not Reason.NOT_APPLICABLE:
            yield name


def _fact(name: str, state: State, answers: Sequence[FactValue], results: Callable[[State], frozenset[Result]]) -> FindOut:
    """How many results the answers to one missing fact lead to, the result without an answer among them; 1 when no answer changes it."""
    now = results(state)
    each = [results({**state, name: answer}) for answer in answers]
    found = now.union(*each)
    settles = "outcome" if len({outcome for outcome, _ in found}) > 1 else "destination"
    changes = any(answered != now for answered in each)
    return FindOut(kind="fact", id=name, settles=settles, results=len(found) if changes else 1)


def _answers(field: Field, cuts: Cuts) -> list[FactValue]:
    """The answers to try: every word, each word of a set by itself, one number a cell."""
    if field.kind is Kind.FLAG:
        return [True, False]
    if field.kind is Kind.WHOLE:
        return [field.low, *(cut.numerator for cut in cuts.get(field.id, ()) if field.low < cut <= field.high)]
    return [frozenset({word}) if field.kind is Kind.SET else word for word in field.words]


def _results(state: State, gate: str, rules: RuleSet, cuts: Cuts) -> Iterator[Result]:
    """The outcome and the destination's rule in every completion."""
    for values in completions(state, rules.fields, cuts, can_be):
        run = run_triage(rules, values)
        if run.forbidden:
            yield FORBIDDEN, ""
            continue
        ranked = run.outcome in rules.outcomes and rules.outcomes[run.outcome].ranked
        outcome = gate if gate and ranked else run.outcome
        yield outcome, run_destination(rules, {**run.values, OUTCOME: outcome}).id


def _class(decision: Decision, rules: RuleSet, told: Sequence[FindOut]) -> Iterator[FindOut]:
    """The class of a ranked need, where it is a fact that is missing and nothing else asks for it."""
    name = "" if rules.classes is None else rules.classes.field
    value = decision.values.get(name)
    asked = decision.list_id and isinstance(value, Missing) and value.reason is not Reason.NOT_APPLICABLE
    if asked and rules.fields[name].origin is Origin.FACT and name not in {found.id for found in told}:
        yield FindOut(kind="fact", id=name, settles="place", results=rules.class_count)


def _criteria(decision: Decision) -> Iterator[FindOut]:
    """The criteria that would let a ranked need be placed, or narrow its score."""
    if decision.list_id:
        settles = "score" if decision.placed else "place"
        for share in _open_shares(decision):
            yield FindOut(kind="criterion", id=share.criterion, settles=settles, results=0, points=share.high - share.low)


def _open_shares(decision: Decision) -> Iterator[Share]:
    """The parts of the score that knowing more of their criterion may narrow; what is not applicable is nothing to find out."""
    assess = decision.need.assess if decision.need is not None else {}
    for share in decision.score.shares if decision.score is not None else ():
        assessment = assess.get(share.criterion)
        if share.may_narrow and (assessment is None or assessment.value != Missing(Reason.NOT_APPLICABLE)):
            yield share


def _first(decisions: Sequence[Decision]) -> tuple[FindOutFirst, ...]:
    """The things that would help most needs; of as many, what settles more, then by id."""
    helped: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for decision in decisions:
        for found in decision.find_out:
            helped.setdefault((found.kind, found.id), []).append((_WEIGHT[found.settles], decision.need_id))
    ordered = sorted(helped.items(), key=lambda item: (-len(item[1]), min(item[1])[0], item[0]))
    settles = {weight: name for name, weight in _WEIGHT.items()}
    return tuple(
        FindOutFirst(kind=kind, id=name, needs=[need for _, need in needs], settles=settles[min(needs)[0]])
        for (kind, name), needs in ordered[:MOST]
    )
