"""How complete a round is, as JSON; its schema is `coverage.schema.json`. Who is silent is named only when it is told to one structure."""

from prioritera.model.coverage import Coverage, InStates
from prioritera.model.result import Result
from prioritera.model.round import COUNTED_STATES
from prioritera.model.ruleset import Model
from prioritera.report.coverage import warnings
from prioritera.report.json import as_text
from prioritera.report.records import Record, Voices, label, number
from prioritera.report.voice import Voice, actor_name, area_name, kind_name
from prioritera.words.catalogue import LANGUAGES

COVERAGE = "prioritera/coverage/1"


def coverage_json(coverage: Coverage, result: Result, model: Model) -> str:
    """The coverage of a round, whole.

    >>> import json
    >>> from prioritera import load_model, prioritise
    >>> from prioritera.questions import coverage
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> json.loads(coverage_json(coverage(result, model), result, model))["states"]["no-answer"]
    1
    """
    return as_text(coverage_record(coverage, result, model))


def coverage_record(coverage: Coverage, result: Result, model: Model) -> Record:
    """The coverage of a round as a record: what `coverage_json` writes."""
    voices = Voices(model.rules, model.network)
    said = {language: warnings(Voice(language, model.rules, model.network), coverage) for language in LANGUAGES}
    return {
        "schema": COVERAGE,
        "round": {"id": result.round.id, "label": label(result.round.label), "illustrative": label(result.round.illustrative)},
        "told_to": voices.named_or_null(coverage.own, actor_name),
        "states": _states(coverage.whole),
        "rate": _rate(coverage.whole),
        "structures": [{"rss": voices.named(one.rss, actor_name), "sent": one.of("sent"), "of": one.total} for one in coverage.structures],
        "other_structures": coverage.other_structures,
        "silent": [voices.named(actor, actor_name) for actor in coverage.silent] if coverage.own else None,
        "areas": [{**voices.named(area, area_name), "needs": needs} for area, needs in coverage.areas.items()],
        "sizes": [{"low": one.low, "below": one.high, "of": one.of, "sent": one.sent} for one in coverage.sizes],
        "without_size": coverage.without_size,
        "senders": [{**voices.named(kind, kind_name), "number": many} for kind, many in coverage.kinds.items()],
        "reached": [
            {"group": one.group, "name": one.name or None, "state": one.state, "how": one.how or None, "source": one.source or None}
            for one in coverage.reached
        ],
        "unrecorded_groups": list(coverage.unrecorded_groups),
        "drivers": None if coverage.drivers is None else dict(coverage.drivers),
        "alone": list(coverage.alone),
        "sources": [{"need": one.need, "documents": list(one.documents), "kinds": list(one.kinds)} for one in coverage.sources],
        "warnings": [dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*said.values(), strict=True)],
    }


def _states(states: InStates) -> Record:
    return {state: states.of(state) for state in COUNTED_STATES}


def _rate(states: InStates) -> Record | None:
    rate = states.rate
    return None if rate is None else {"low": number(rate[0]), "high": number(rate[1])}
