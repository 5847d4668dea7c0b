"""What may exist already as JSON; its schema stands beside this file: `exists.schema.json`."""

from datetime import date

from prioritera.model.catalogue import Listed, Place
from prioritera.model.found import FoundExisting, FoundFor, FoundSupport
from prioritera.model.round import Round, SupportDecision
from prioritera.model.ruleset import Model
from prioritera.report.json import as_text
from prioritera.report.records import Record, Voices, day, label
from prioritera.report.voice import area_name, outcome_name

EXISTS = "prioritera/exists/1"


def exists_json(found: FoundExisting, round_: Round, model: Model, *, decided_on: date | None = None) -> str:
    """The needs with what may exist already, the catalogues that were looked in, and where else to look.

    >>> import json
    >>> from prioritera.pipeline import load_model
    >>> from prioritera.questions import find_existing
    >>> round_, model = load_model("examples/illustrative")
    >>> record = json.loads(exists_json(find_existing(round_, model), round_, model))
    >>> record["schema"], record["catalogues"][0]["id"]
    ('prioritera/exists/1', 'illustrative')
    """
    voices = Voices(model.rules, model.network)
    record = {
        "schema": EXISTS,
        "round": round_.id,
        "decided_on": day(decided_on),
        "catalogues": [_listed(one) for one in round_.catalogue.listed],
        "places": [_place(one) for one in round_.catalogue.places.values()],
        "needs": [_need(voices, one) for one in found.needs],
    }
    return as_text(record)


def _listed(listed: Listed) -> Record:
    return {"id": listed.id, "label": label(listed.label), "status": listed.status or None, "source": listed.source or None}


def _place(place: Place) -> Record:
    return {"id": place.id, "title": label(place.title), "link": place.link or None, "source": place.source or None}


def _need(voices: Voices, found: FoundFor) -> Record:
    return {
        "id": found.need.id,
        "title": found.need.title,
        "area": voices.named(found.need.area, area_name),
        "outcome": voices.named(found.outcome, outcome_name),
        "existing": found.existing,
        "checked": found.checked,
        "looked": _decided(found.looked),
        "support": [_support(voices, one) for one in found.support],
    }


def _support(voices: Voices, found: FoundSupport) -> Record:
    entry = found.entry
    return {
        "entry": entry.id,
        "title": label(entry.title),
        "catalogue": entry.catalogue or None,
        "publisher": entry.publisher or None,
        "year": entry.year,
        "status": entry.status,
        "since": day(entry.since),
        "link": entry.link or None,
        "source": entry.source or None,
        "score": found.score,
        "words": [list(pair) for pair in found.words],
        "area_agrees": found.area,
        "target_group_agrees": found.target_group,
        "counts": found.counts,
        "leads": voices.named(found.leads, outcome_name),
        "decided": _decided(found.decided),
    }


def _decided(row: SupportDecision | None) -> Record | None:
    return None if row is None else {"decision": row.decision, "by": row.by, "on": day(row.on)}
