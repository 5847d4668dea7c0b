"""Files of needs: the envelope that every need has, whatever the rule set, and who stands behind it."""

from prioritera.model.need import BACKINGS, BRACKETS, CONSEQUENCES, DECISIONS, DONT_KNOW, FINDINGS, GAP_TYPES, USES
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import always, day, either, flag, listed, ref, some, suggested, table, text, whole, words
from prioritera.schema.values import assessments, facts

_QUESTION = ("target_group", "intervention", "context", "comparison", "outcome")


def needs(known: Known) -> Schema:
    """A file of needs."""
    return table(known, "needs", {"needs": listed(_need(known))}, required=("needs",))


def needs_defined(known: Known) -> dict[str, Schema]:
    """The name of an actor: its id is completed, and every other name that people have for it may be written too."""
    return {"actor": suggested(known.actors, text())}


def _need(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": either(text(), {"type": "integer"}),
        "title": text(),
        "area": words(known.areas),
        "wording": text(),
        "source": text(),
        "origins": listed(_origin(known), least=1),
        "evidence": listed(_evidence(known)),
        "support": listed(_support(known)),
        "checked": listed(_check(known)),
        "links": some({"type": "string"}),
        "indicators": some({"type": "string"}),
        "wished_form": text(),
        "benefit": text(),
        "question": table(
            known, "question", {**{key: text() for key in _QUESTION}, "use_in_sweden": words(USES), "gap_type": words(GAP_TYPES)}
        ),
        "same_as": text(),
        "note": text(),
        "facts": facts(known),
        "assess": assessments(known),
    }
    named = {"anyOf": [{"required": ["title"]}, {"required": ["wording"]}]}
    return table(known, "need", parts, required=("id", "origins"), **named)


def _origin(known: Known) -> Schema:
    """One sender: an actor, an unknown one, or at least so many of a kind."""
    who = either(words(["all"]), whole(1), listed(ref("actor"), least=1))
    shared: dict[str, Schema] = {
        "within": ref("actor"),
        "backing": words(BACKINGS),
        "decided": words(DECISIONS),
        **{key: text() for key in ("forum", "document", "method", "wording", "source", "example", "tried", "wished_form")},
        "persons": words(tuple(BRACKETS)),
        "consequence": words(CONSEQUENCES),
        "dont_know": some(words(DONT_KNOW)),
        "covers": who,
        "present": either(whole(1), listed(ref("actor"), least=1)),
        "on": day(),
    }
    known_one = {"unknown": always(False)}
    ways: tuple[tuple[dict[str, Schema], tuple[str, ...]], ...] = (
        ({"actor": ref("actor"), **known_one, "of": text()}, ("actor",)),
        ({"unknown": always(True), "of": text()}, ("unknown",)),
        ({"at_least": whole(1), "of": words(known.kinds), **known_one}, ("at_least", "of")),
    )
    return either(*(table(known, "origin", {**own, **shared}, required=required) for own, required in ways))


def _evidence(known: Known) -> Schema:
    texts = {key: text() for key in ("kind", "text", "document", "source")}
    return table(known, "evidence", {**texts, "asked": whole(0), "answered": whole(0)}, required=("kind",))


def _support(known: Known) -> Schema:
    parts = {"entry": text(), "covers": words(["question", "area"]), "confirmed": flag(), "by": text(), "on": day(), "source": text()}
    return table(known, "match", parts, required=("entry",))


def _check(known: Known) -> Schema:
    """One look for what exists: an established gap may say which source says so in place of where."""
    parts = {"where": some(text(), least=1), "by": text(), "on": day(), "source": text()}
    ways = (({"found": words(FINDINGS)}, ("where", "found")), ({"found": words(["gap"])}, ("found", "source")))
    return either(*(table(known, "check", {**parts, **own}, required=required) for own, required in ways))
