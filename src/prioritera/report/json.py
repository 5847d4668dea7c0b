"""Results, explanations, comparisons and findings as JSON: a schema name with a version, exact numbers, keys in order.

The schemas stand beside this file: `result.schema.json`, `explanation.schema.json`, `comparison.schema.json`, `diagnostics.schema.json`.
"""

import json
from collections.abc import Iterable
from fractions import Fraction

from prioritera.diagnostics import Diagnostic
from prioritera.methods.scales import Bins
from prioritera.model.agreement import Missed
from prioritera.model.criterion import Criterion
from prioritera.model.explanation import Comparison, Difference, Explanation, ValueChange, WeightChange
from prioritera.model.result import FindOutFirst, LeaveOutProposal, RankedList, Result
from prioritera.model.round import RESPONSE_STATES, LeftOut
from prioritera.model.ruleset import Model
from prioritera.report.conflict_log import conflict_record
from prioritera.report.decided import decision_record
from prioritera.report.indicators import indicator_record
from prioritera.report.judged_json import judged_record
from prioritera.report.records import Record, Voices, day, diagnostic, label, number, place
from prioritera.report.selections_json import selected_record
from prioritera.report.trace_json import trace_record
from prioritera.report.voice import actor_name, area_name, destination_name, question_of, thing_name

RESULT = "prioritera/result/1"
EXPLANATION = "prioritera/explanation/1"
COMPARISON = "prioritera/comparison/1"
DIAGNOSTICS = "prioritera/diagnostics/1"


def result_json(result: Result, model: Model) -> str:
    """A run, whole: one record a decision, the lists, what they rest on.

    >>> import json
    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> found = json.loads(result_json(prioritise(round_, model), model))
    >>> found["schema"], len(found["decisions"])
    ('prioritera/result/1', 9)
    """
    return as_text(result_record(result, model))


def result_record(result: Result, model: Model) -> Record:
    """A run as a record: what `result_json` writes."""
    voices = Voices(model.rules, model.network, result.round.smallest_cell)
    return {
        "schema": RESULT,
        **_head(result, voices),
        "decisions": [decision_record(voices, decision) for decision in result.decisions],
        "lists": [_list(voices, ranked) for ranked in result.lists],
        "selections": [selected_record(voices, one) for one in result.selections],
        "leave_out": [_proposal(voices, proposal) for proposal in result.proposals],
        "find_out_first": [_find_out_first(voices, found) for found in result.find_out_first],
        "conflicts": [conflict_record(voices, conflict) for conflict in result.conflicts],
        "missed": [_missed(voices, missed) for missed in result.missed],
        "judged": [judged_record(one) for one in result.judged],
        "diagnostics": [diagnostic(found) for found in result.diagnostics],
    }


def explanation_json(explanation: Explanation, result: Result, model: Model) -> str:
    """The reasons of one decision.

    >>> import json
    >>> from prioritera import explain, load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> found = json.loads(explanation_json(explain(result, model, "yrkesresan"), result, model))
    >>> [table["id"] for table in found["tables"]]
    ['level', 'triage', 'destination']
    """
    voices = Voices(model.rules, model.network, result.round.smallest_cell)
    record = {
        "schema": EXPLANATION,
        **_head(result, voices),
        "decision": decision_record(voices, explanation.decision),
        "tables": [trace_record(voices, table) for table in explanation.tables],
        "score": trace_record(voices, explanation.score) if explanation.score is not None else None,
        "proposals": list(explanation.proposals),
        "sourced": list(explanation.sourced),
    }
    return as_text(record)


def comparison_json(comparison: Comparison, result: Result, model: Model) -> str:
    """Why one need stands before another.

    >>> import json
    >>> from prioritera import compare, load_model, prioritise
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> found = json.loads(comparison_json(compare(result, model, "anhorigstod", "cannabis-unga"), result, model))
    >>> found["relation"], found["listed_first"]
    ('before', 'anhorigstod')
    """
    voices = Voices(model.rules, model.network, result.round.smallest_cell)
    record = {
        "schema": COMPARISON,
        **_head(result, voices),
        "first": decision_record(voices, result.decision(comparison.first)),
        "second": decision_record(voices, result.decision(comparison.second)),
        "relation": comparison.relation,
        "listed_first": comparison.listed_first or None,
        "separated_by": list(comparison.separated_by),
        "tie_breaker": voices.named_or_null(comparison.tie_breaker, thing_name),
        "differences": [_difference(voices, one) for one in comparison.differences],
        "value_changes": [_value_change(voices, change) for change in comparison.value_changes],
        "weight_changes": [_weight_change(voices, change) for change in comparison.weight_changes],
    }
    return as_text(record)


def diagnostics_json(found: Iterable[Diagnostic]) -> str:
    """Findings, in the order given.

    >>> print(diagnostics_json([]), end="")
    {
      "diagnostics": [],
      "schema": "prioritera/diagnostics/1"
    }
    """
    return as_text({"schema": DIAGNOSTICS, "diagnostics": [diagnostic(one) for one in found]})


def as_text(record: Record) -> str:
    """A record as JSON text: the same record gives the same bytes."""
    return json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def _head(result: Result, voices: Voices) -> Record:
    """The round, the rules and the network: what every output says of itself."""
    return {"round": _round(result, voices), "rules": _rules(result, voices), "network": _network(result, voices)}


def _round(result: Result, voices: Voices) -> Record:
    round_ = result.round
    return {
        "id": round_.id,
        "label": label(round_.label),
        "about": label(round_.about),
        "illustrative": label(round_.illustrative),
        "areas": [voices.named(area, area_name) for area in round_.areas],
        "period": round_.period or None,
        "holder": voices.named_or_null(round_.holder, actor_name),
        "decided_on": day(result.decided_on),
        "look_again": day(round_.look_again),
        "previous_round": round_.previous_round or None,
        "responses": {state: sum(response.state == state for response in round_.responses) for state in RESPONSE_STATES},
        "indicators": [indicator_record(one) for one in round_.indicators.values()],
        "left_out": [_left_out(voices, decided) for decided in round_.left_out],
        "cuts": [{"k": cut.k, "area": cut.area or None, "destination": cut.destination or None} for cut in round_.cuts],
        "files": [{"name": file.name, "sha256": file.sha256} for file in result.files],
    }


def _left_out(voices: Voices, decided: LeftOut) -> Record:
    return {
        "area": voices.named(decided.area, area_name),
        "criterion": voices.named(decided.criterion, thing_name),
        "decided_by": decided.decided_by,
        "on": day(decided.on),
        "because": decided.because or None,
    }


def _missed(voices: Voices, missed: Missed) -> Record:
    return {
        "text": missed.text,
        "actor": voices.named_or_null(missed.actor, actor_name),
        "area": missed.area or None,
        "comment": missed.comment or None,
        "kept_as": missed.kept_as or None,
        "place": place(missed.span),
    }


def _rules(result: Result, voices: Voices) -> Record:
    rules = voices.rules
    return {
        "id": rules.id,
        "version": rules.version,
        "label": label(rules.label),
        "status": rules.status or None,
        "source": rules.source or None,
        "hash": result.rules_hash,
        "scale": rules.scale,
        "exact": rules.is_exact,
        "weight_sum": rules.weight_sum,
        "weights_decided": rules.weights_decided or None,
        "weights_source": rules.weights_source or None,
        "min_known": number(rules.min_known),
        "min_known_status": rules.min_known_status or None,
        "criteria": [_criterion(result, one) for one in rules.criteria],
        "classes": None if rules.classes is None else {"field": rules.classes.field, "prefer": rules.classes.prefer},
        "bands": [{"id": band.id, "label": label(band.label), "least": number(band.least)} for band in rules.bands],
    }


def _criterion(result: Result, criterion: Criterion) -> Record:
    """A criterion; where its scale is relative to the set, what it came to: the performances and values that it goes through."""
    function = result.scales.get(criterion.id)
    ends = () if function is None else function.bins if isinstance(function, Bins) else function.points
    through = [{"at": number(x * criterion.step), "value": number(Fraction(y, function.top))} for x, y in ends] if function else []
    return {
        "id": criterion.id,
        "label": label(criterion.label),
        "weight": criterion.weight,
        "relative": {"by": criterion.relative, "through": through} if criterion.relative else None,
        "status": criterion.status or None,
        "source": criterion.source or None,
    }


def _network(result: Result, voices: Voices) -> Record:
    network = voices.network
    return {"id": network.id, "label": label(network.label), "status": network.status or None, "hash": result.network_hash}


def _list(voices: Voices, ranked: RankedList) -> Record:
    return {
        "id": ranked.id,
        "key": dict(ranked.key),
        "destination": voices.named_or_null(ranked.key.get("destination", ""), destination_name),
        "placed": list(ranked.placed),
        "not_placed": list(ranked.not_placed),
        "left_out": [voices.named(criterion, thing_name) for criterion in ranked.left_out],
        "order_with": list(ranked.order_with),
        "cut": ranked.k,
    }


def _proposal(voices: Voices, proposal: LeaveOutProposal) -> Record:
    return {
        "area": voices.named(proposal.area, area_name),
        "criterion": voices.named(proposal.criterion, thing_name),
        "unknown": proposal.unknown,
        "of": proposal.of,
        "orders": [{"list": name, "now": list(now), "without": list(without)} for name, now, without in proposal.orders],
    }


def _find_out_first(voices: Voices, found: FindOutFirst) -> Record:
    return {
        "kind": found.kind,
        **voices.named(found.id, thing_name),
        "question": voices.said(lambda voice: question_of(voice, found.id)),
        "needs": list(found.needs),
        "settles": found.settles,
    }


def _difference(voices: Voices, one: Difference) -> Record:
    first, second = ({"low": low, "high": high} for low, high in (one.first, one.second))
    return {"criterion": voices.named(one.criterion, thing_name), "first": first, "second": second}


def _value_change(voices: Voices, change: ValueChange) -> Record:
    return {
        "criterion": voices.named(change.criterion, thing_name),
        "need": change.need,
        "before": number(change.before) if change.before is not None else None,
        "after": number(change.after),
        "steps": change.steps,
        "ties": change.ties,
    }


def _weight_change(voices: Voices, change: WeightChange) -> Record:
    return {"criterion": voices.named(change.criterion, thing_name), "before": change.before, "after": change.after, "ties": change.ties}
