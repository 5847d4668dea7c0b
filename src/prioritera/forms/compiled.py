"""A round's list of needs in the form that a larger round takes in: merged needs with all that stands behind them.

A run comes in, plain data goes out: a head that says whose compilation it is, and the needs. Municipalities that have not answered are
counted in the head, by state, and never named: their own support structure knows who they are.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from prioritera.measures.bodies import bodies
from prioritera.measures.spread import spread
from prioritera.model.agreement import Tally
from prioritera.model.criterion import Criterion
from prioritera.model.need import Evidence, Need, Origin, SupportMatch
from prioritera.model.outcome import CONFLICT, ERROR, MERGED
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.model.text import Label
from prioritera.model.value import Assessment, Exact, Fact, Interval, Missing
from prioritera.records.form_marks import definitions
from prioritera.stages.intake import intake

SCHEMA = "prioritera/compilation/1"
Data = dict[str, Any]


def compilation(result: Result, model: Model, municipalities: Mapping[str, int]) -> Data:
    """The compilation of a run.

    Facts on which records disagree are left out of their need, and named under `conflicts`: a larger round asks for them. What exists
    already is named under `support`, for the catalogue of that round is another.

    Args:
        result: a run.
        model: what it was run with.
        municipalities: the holder's municipalities, counted by state; may be empty.
    """
    records = {record.id: record for record in intake(result.round, model.rules, model.network) if isinstance(record, Need)}
    kept = [one for one in result.decisions if one.need is not None and one.outcome not in {MERGED, ERROR}]
    return {
        "schema": SCHEMA,
        "compilation": _head(result, model, municipalities, kept),
        "needs": [_need(one, records, model) for one in kept],
    }


def _definitions(kept: Sequence[Decision], model: Model) -> Data:
    """What each fact and criterion that some need says meant, as a hash: a larger round may not mix two meanings of one."""
    said = {name for one in kept if one.need is not None for name in (*one.need.facts, *one.need.assess)}
    return {name: meant for name, meant in definitions(model.rules).items() if name in said}


def _head(result: Result, model: Model, municipalities: Mapping[str, int], kept: Sequence[Decision]) -> Data:
    round_ = result.round
    return _said(
        {
            "rss": round_.holder,
            "round": round_.id,
            "label": _label(round_.label),
            "illustrative": _label(round_.illustrative),
            "rules": model.rules.id,
            "rules_version": model.rules.version,
            "rules_hash": result.rules_hash,
            "definitions": _definitions(kept, model),
            "network": model.network.id,
            "network_hash": result.network_hash,
            "municipalities": dict(municipalities),
        }
    )


def _need(decision: Decision, records: Mapping[str, Need], model: Model) -> Data:
    need = decision.need
    if need is None:  # pragma: no cover -- only decisions with a need are compiled; this tells the type checker
        raise ValueError(decision.need_id)
    members = [records[name] for name in (need.id, *need.merged) if name in records]
    disputed = decision.hangs_on if decision.outcome == CONFLICT else ()
    criteria = {criterion.id: criterion for criterion in model.rules.criteria}
    return _said(
        {
            "id": need.id,
            "title": need.title,
            "area": need.area,
            "question": _said(attrs.asdict(need.question)),
            "wished_form": need.wished_form,
            "benefit": need.benefit,
            "note": need.note,
            "source": need.source,
            "links": list(need.links),
            "origins": [_origin(origin, member) for member in members for origin in member.origins],
            "checked": [_said({**attrs.asdict(one), "where": list(one.where)}) for one in need.checked],
            "evidence": [_evidence(one) for one in need.evidence],
            "facts": {name: _fact(fact) for name, fact in need.facts.items() if name not in disputed},
            "assess": {name: _assessment(one, criteria[name]) for name, one in need.assess.items() if name not in disputed},
            "compiled": _compiled(need, model, disputed),
        }
    )


def _compiled(need: Need, model: Model, disputed: Sequence[str]) -> Data:
    found = spread(need, bodies(model.network))
    return _said(
        {
            "merged": list(need.merged),
            "organisations": _said({"low": found.low, "high": found.high}),
            "structures": [_said({"rss": one.rss, "low": one.low, "high": one.high, "of": one.of}) for one in found.structures],
            "conflicts": list(disputed),
            "support": [_support(match) for match in need.support],
            "wordings": [_said({"need": one.need, "text": one.text, "source": one.source}) for one in need.wordings],
            "checks": [_check(one) for one in need.tallies],
        }
    )


def _origin(origin: Origin, member: Need) -> Data:
    """A sender, with the record that named it and the words that it was named with."""
    own = {field.name: getattr(origin, field.name) for field in attrs.fields(Origin)}
    own = {key: _listed(value) for key, value in own.items()}
    own["record"] = origin.record or member.id
    words = member.wordings[0].text if len(member.wordings) == 1 else ""
    own["wording"] = origin.wording or words
    return _said({key: value for key, value in own.items() if value is not False and value != 0})


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _evidence(evidence: Evidence) -> Data:
    return _said(attrs.asdict(evidence))


def _support(match: SupportMatch) -> Data:
    return _said({"entry": match.entry, "covers": match.covers, "confirmed": match.confirmed, "by": match.by})


def _check(tally: Tally) -> Data:
    counts = ("asked", "agrees", "partly", "disagrees", "divided", "dont_know")
    comments = [_said({"actor": one.actor, "answer": one.answer, "text": one.text}) for one in tally.comments]
    return _said(
        {"need": tally.need, "through": list(tally.through), **{count: getattr(tally, count) for count in counts}, "comments": comments}
    )


def _fact(fact: Fact) -> object:
    value = fact.value
    if isinstance(value, Missing):
        return _said({"missing": value.reason.value, "source": fact.source, "by": fact.by})
    plain = sorted(value) if isinstance(value, frozenset) else value
    return _said({"value": plain, "source": fact.source, "by": fact.by}) if fact.source or fact.by else plain


def _assessment(assessment: Assessment, criterion: Criterion) -> object:
    value, step = assessment.value, criterion.step
    if isinstance(value, Exact):
        plain = _number(value.x * step)
        told = {"source": assessment.source, "by": assessment.by}
        return _said({"value": plain, **told}) if any(told.values()) else plain
    if isinstance(value, Interval):
        reason = value.reason.value if value.reason is not None else ""
        said: Data = {"missing": reason, "low": _number(value.low * step), "high": _number(value.high * step)}
    elif isinstance(value, Missing):
        said = {"missing": value.reason.value}
    else:
        said = {"panel": [one.reason.value if isinstance(one, Missing) else _number(one) for one in value.answers]}
    return _said({**said, "source": assessment.source, "by": assessment.by})


def _number(value: Fraction) -> int | Decimal:
    """An exact number as it can be written; a step has an end, and so have the answers of judges."""
    if value.denominator == 1:
        return value.numerator
    return Decimal(value.numerator) / Decimal(value.denominator)


def _label(text: Label | None) -> Data | None:
    return None if text is None else {"sv": text.sv, "en": text.en}


def _said(parts: Data) -> Data:
    """What is said: a key without anything to say is left out. 0 and false are said."""
    return {key: value for key, value in parts.items() if value is not None and value not in ("", [], {})}
