"""How criteria are judged by several: what may be written for each kind of sheet."""

from prioritera.model.judged import (
    BALLOTS,
    BLANK,
    COMBINES,
    GROUPS,
    MEDIAN,
    ORDERS,
    POINTS,
    POSITION_POINTS,
    SCORES,
    UNCHOSEN,
    VOICES,
)
from prioritera.model.judgement_columns import KNOWN_COLUMNS
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import either, ident, label, listed, number, some, step, table, whole, words

_POINTED = (POINTS, POSITION_POINTS)


def judged(known: Known) -> Schema:
    """How judges' files give a criterion its value."""
    item = either(_item_id(), table(known, "judged-item", {"id": _item_id(), "label": label()}, required=("id",)))
    answer = either({"type": "string", "enum": [BLANK]}, step(), number())
    answers: Schema = {"type": "object", "patternProperties": {r"\S": answer}, "additionalProperties": False, "minProperties": 1}
    scored: dict[str, Schema] = {"answers": answers, "answer_step": step()}
    others = [combine for combine in COMBINES[SCORES] if combine != MEDIAN]
    unchosen: dict[str, Schema] = {"unchosen": words(UNCHOSEN)}
    plain = [combine for combine in COMBINES[BALLOTS] if combine not in _POINTED]
    return either(
        _of(known, SCORES, others, {**scored, "items": listed(item, least=1)}),
        _of(known, SCORES, [MEDIAN], {**scored, "items": {**listed(item, least=1), "maxItems": 1}}),
        _of(known, BALLOTS, _POINTED, {"points": listed(whole(1), least=1)}, required=("points",)),
        _of(known, BALLOTS, plain, unchosen),
        _of(known, ORDERS, COMBINES[ORDERS], unchosen),
    )


def _item_id() -> Schema:
    return {**ident(), "not": {"enum": list(KNOWN_COLUMNS)}}


def _of(
    known: Known, source: str, combines: list[str] | tuple[str, ...], more: dict[str, Schema], *, required: tuple[str, ...] = ()
) -> Schema:
    parts: dict[str, Schema] = {
        "from": words([source]),
        "combine": words(combines),
        "groups": words(GROUPS),
        "voices": some(words(VOICES), least=1),
        "min_answers": whole(1),
        **more,
    }
    return table(known, "judged", parts, required=("from", "combine", *required))
