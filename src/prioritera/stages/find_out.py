"""What is most worth finding out: for each need the one to three facts or criteria that would settle most, and the same for the round.

A missing fact is worth finding out when some answer to it would change the outcome or the destination; a criterion, when knowing it would
let the need be placed or narrow its score. What is not applicable is never a thing to find out.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import attrs

from prioritera.measures.implied import can_be
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Decision, FindOut, FindOutFirst
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Between, FactValue, Missing, Reason
from prioritera.tables.chain import Cuts, completions, cuts_of, run_destination, run_triage

MOST = 3
_WEIGHT = {"outcome": 0, "destination": 1, "place": 2, "score": 3}

Result = tuple[str, str]
State = dict[str, FactValue | Between]


def find_out(decisions: Sequence[Decision], rules: RuleSet) -> tuple[tuple[Decision, ...], tuple[FindOutFirst, ...]]:
    """Name what is worth finding out.

    Args:
        decisions: one a record, ranked.
        rules: a verified rule set.

    Returns:
        The decisions with up to three things each, and the three that would help most needs, over the round.
    """
    cuts = cuts_of(rules)
    results: dict[tuple[tuple[str, FactValue | Between], ...], frozenset[Result]] = {}

    def outcomes(state: State) -> frozenset[Result]:
        key = tuple(state.items())
        if key not in results:
            results[key] = frozenset(_results(state, rules, cuts))
        return results[key]

    told: dict[tuple[tuple[str, FactValue | Between], ...], tuple[FindOut, ...]] = {}

    def things(decision: Decision) -> Decision:
        if decision.need is None or decision.outcome in {CONFLICT, ERROR, MERGED}:
            return decision
        state = {name: value for name, value in decision.values.items() if name == "area" or _is_input(rules.fields.get(name))}
        key = tuple(state.items())
        if key not in told:
            asked = {name: _answers(rules.fields[name], cuts) for name in _missing(decision, rules)}
            told[key] = (*_open(decision, rules), *(_fact(name, state, asked[name], outcomes) for name in asked))
        facts = [found for found in told[key] if found.results > 1]
        found = sorted([*facts, *_criteria(decision)], key=_order)
        return attrs.evolve(decision, find_out=found[:MOST])

    seen = tuple(things(decision) for decision in decisions)
    return seen, _first(seen)


def _is_input(field: Field | None) -> bool:
    return field is not None and field.origin is not Origin.CONCLUSION


def _order(found: FindOut) -> tuple[int, int, int, str]:
    return _WEIGHT[found.settles], -found.results, -found.points, found.id


def _open(decision: Decision, rules: RuleSet) -> Iterator[FindOut]:
    """The ranges that an open outcome hangs on."""
    results = len({(alternative.outcome, alternative.destination_rule) for alternative in decision.alternatives})
    for name in decision.hangs_on:
        if name != SCORE and name in rules.fields:
            yield FindOut(kind="fact", id=name, settles="outcome", results=max(results, 2))


def _missing(decision: Decision, rules: RuleSet) -> Iterator[str]:
    """The missing facts that some rule up to the one that decided had to ask of: no other can change the result."""
    fired = {one.table: one.rule for one in decision.fired}
    asked = []
    for table in rules.all_tables:
        for rule in table.rules:
            asked += [condition.field for condition in rule.when]
            if rule.id == fired.get(table.id):
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


def _results(state: State, rules: RuleSet, cuts: Cuts) -> Iterator[Result]:
    """The outcome and the destination's rule in every completion, with the score, which is no fact, at its least."""
    for values in completions(state, rules.fields, cuts, can_be):
        run = run_triage(rules, values)
        yield run.outcome, run_destination(rules, {**run.values, SCORE: Fraction(0)}).id


def _criteria(decision: Decision) -> Iterator[FindOut]:
    """The criteria that would let a ranked need be placed, or narrow its score."""
    if not decision.list_id or decision.score is None or decision.need is None:
        return
    for share in decision.score.shares:
        assessment = decision.need.assess.get(share.criterion)
        value = None if assessment is None else assessment.value
        if share.low < share.high and value != Missing(Reason.NOT_APPLICABLE):
            settles = "score" if decision.placed else "place"
            yield FindOut(kind="criterion", id=share.criterion, settles=settles, results=0, points=share.high - share.low)


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
