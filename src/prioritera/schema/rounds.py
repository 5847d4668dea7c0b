"""The files of a round besides its needs: round.toml, the answers, and the catalogue of what exists already."""

from prioritera.model.catalogue import STATUSES
from prioritera.model.judged import KINDS
from prioritera.model.reprise import KEYS
from prioritera.model.round import COMMITTEE_DECISIONS, GROUPS, PERSONAL_DATA, REACHED_STATES, RESPONSE_STATES
from prioritera.model.shown import LEAST_LIMIT
from prioritera.schema.known import Known, Schema
from prioritera.schema.selections import selection
from prioritera.schema.shapes import day, either, flag, ident, label, listed, ref, some, suggested, table, text, whole, words

_WHO = ("need", "by", "on", "because")


def round_(known: Known) -> Schema:
    """A round.toml."""
    parts = {
        "round": _head(known),
        "responses": listed(_response(known)),
        "compilations": listed(_compilation(known)),
        "mappings": listed(_mapping(known)),
        "reached": listed(_reached(known)),
        "same_as": listed(_same_as(known)),
        "left_out": listed(_left_out(known)),
        "cuts": listed(_cut(known)),
        "selections": listed(selection(known)),
        "committee": listed(_committee(known)),
        "judgements": listed(_judgements(known)),
        "overrides": listed(either(*_overrides(known))),
        "appeals": listed(either(*_appeals(known))),
        "reprise": table(known, "reprise", {key: label() for key in KEYS}),
    }
    return table(known, "round", parts, required=("round",))


def actor_defined(known: Known) -> dict[str, Schema]:
    """The network's own actors, or any text without one."""
    return {"actor": words(known.actors)}


def _head(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": ident(),
        "label": label(),
        "period": text(),
        "areas": some(_area(known)),
        "rules": some(text(), least=1),
        "network": text(),
        "catalogue": some(text()),
        "existing": text(),
        "needs": some({"type": "string"}),
        "analyst": some({"type": "string"}),
        "answers": text(),
        "checks": some({"type": "string"}),
        "size_limits": listed(whole(1), least=1),
        "offers": text(),
        "previous_round": text(),
        "merge": text(),
        "merge_identical": flag(),
        "holder": ref("actor"),
        "decided_on": day(),
        "look_again": day(),
        "indicators": some({"type": "string"}),
        "personal_data": words(PERSONAL_DATA),
        "smallest_cell": whole(LEAST_LIMIT),
        "about": label(),
        "illustrative": label(),
    }
    return table(known, "round-head", parts, required=("id", "label", "needs"))


def _area(known: Known) -> Schema:
    return words(known.areas) if known.areas else {"type": "string"}


def _response(known: Known) -> Schema:
    parts = {"actor": ref("actor"), "state": words(RESPONSE_STATES), "by": text()}
    return table(known, "response", parts, required=("actor", "state"))


def _mapping(known: Known) -> Schema:
    """How a sheet with headings of its own is read; the headings themselves may be any."""
    said: Schema = {"type": "object", "additionalProperties": text()}
    survey: dict[str, Schema] = {
        "asked": whole(1),
        "document": text(),
        "ignore": some({"type": "string"}),
        "choices": {"type": "object", "additionalProperties": said},
        "headings": whole(1, 2),
    }
    parts: dict[str, Schema] = {
        "file": text(),
        "sheet": text(),
        "heading_row": whole(1),
        "columns": said,
        "always": said,
        "split": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        "survey": table(known, "survey", survey),
    }
    return table(known, "mapping", parts, required=("file",))


def _compilation(known: Known) -> Schema:
    return table(known, "compilation", {"rss": ref("actor"), "file": text()}, required=("rss", "file"))


def _reached(known: Known) -> Schema:
    texts = {key: text() for key in ("name", "how", "source")}
    return table(known, "reached", {"group": words(GROUPS), "state": words(REACHED_STATES), **texts}, required=("group", "state"))


def _same_as(known: Known) -> Schema:
    parts = {"keep": text(), "merged": some({"type": "string"}, least=1), "by": text()}
    return table(known, "same_as", parts, required=("keep", "merged"))


def _left_out(known: Known) -> Schema:
    criteria = [criterion.id for criterion in known.criteria]
    parts = {"area": words(known.areas), "criterion": words(criteria), "decided_by": text(), "on": day(), "because": text()}
    return table(known, "left_out", parts, required=("area", "criterion", "decided_by"))


def _cut(known: Known) -> Schema:
    parts = {"k": whole(1), "area": words(known.areas), "destination": suggested(known.actors, text())}
    return table(known, "cut", parts, required=("k",))


def _judgements(known: Known) -> Schema:
    texts: dict[str, Schema] = {key: text() for key in ("file", "judge", "group", "organisation", "headings", "rules_version")}
    columns: Schema = {"type": "object", "additionalProperties": text()}
    return table(
        known,
        "judgements",
        {**texts, "columns": columns, "answers": columns, "kind": words(KINDS), "round": whole(1)},
        required=("file", "kind"),
    )


def _committee(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "need": text(),
        "committee": ref("actor"),
        "decision": words(COMMITTEE_DECISIONS),
        "on": day(),
        "because": text(),
        "source": text(),
    }
    return table(known, "committee", parts, required=("need", "committee", "decision"))


def _overrides(known: Known) -> list[Schema]:
    """A change of the outcome, or of the class: who, which day and why."""
    outcomes = words(tuple(known.rules.outcomes)) if known.rules else text()
    things = {"outcome": outcomes, "class": either(text(), {"type": "integer"}, flag())}
    said = {**{key: text() for key in ("need", "by", "because", "source")}, "on": day()}
    return [table(known, "override", {**said, thing: shape}, required=(*_WHO, thing)) for thing, shape in things.items()]


def _appeals(known: Known) -> list[Schema]:
    """What somebody has against a decision; an answer has its day."""
    said = {**{key: text() for key in ("need", "by", "because", "source")}, "on": day()}
    answer = {"answer": text(), "answered_on": day()}
    return [table(known, "appeal", said, required=_WHO), table(known, "appeal", {**said, **answer}, required=(*_WHO, *answer))]


def answers(known: Known) -> Schema:
    """What recipients have said."""
    texts = {key: text() for key in ("need", "question", "who", "text", "link", "source")}
    answer = table(known, "answer", {**texts, "on": day()}, required=("need", "question", "who", "text"))
    return table(known, "answers", {"answers": listed(answer)})


def catalogue(known: Known) -> Schema:
    """What exists already, or is on its way."""
    parts: dict[str, Schema] = {
        "id": ident(),
        "title": label(),
        "status": words(STATUSES),
        "areas": some(_area(known)),
        "publisher": text(),
        "target_group": text(),
        "intervention": text(),
        "year": whole(),
        "since": day(),
        "contact": ref("actor"),
        "link": text(),
        "source": text(),
    }
    support = table(known, "support", parts, required=("id", "title", "status"))
    place = table(known, "place", {"id": ident(), "title": label(), "link": text(), "source": text()}, required=("id", "title"))
    own = {"id": ident(), "label": label(), "about": label(), "status": text(), "source": text()}
    head = table(known, "catalogue-head", own, required=("id",))
    return table(known, "catalogue", {"catalogue": head, "support": listed(support), "places": listed(place)}, required=("catalogue",))
