"""How much hangs on the weights as JSON. The schema stands beside this file: `robustness.schema.json`."""

from fractions import Fraction
from typing import Final

from prioritera.methods.aggregate import to_whole
from prioritera.methods.tops import Often
from prioritera.model.by_id import by_id
from prioritera.model.result import Result
from prioritera.model.robustness import ListHolds, NeedHolds, Robustness, Turn, WeightHolds
from prioritera.model.ruleset import Model
from prioritera.report.json import as_text
from prioritera.report.ranked import list_title
from prioritera.report.records import Record, Voices, label, number
from prioritera.report.voice import thing_name

ROBUSTNESS = "prioritera/robustness/1"
# Mean weights are written in millionths.
_PARTS: Final = 1_000_000


def robustness_json(found: Robustness, result: Result, model: Model) -> str:
    """The lists of a run with their weights drawn, whole: counts of draws, and exact weights.

    >>> import json
    >>> from prioritera.pipeline import load_model, prioritise
    >>> from prioritera.questions import robustness
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> json.loads(robustness_json(robustness(result, model, samples=10), result, model))["samples"]
    10
    """
    voices = Voices(model.rules, model.network)
    titles = {need: decision.title for need, decision in by_id(result.decisions).items()}
    return as_text(
        {
            "schema": ROBUSTNESS,
            "round": {"id": result.round.id, "label": label(result.round.label)},
            "weights": found.weights,
            "samples": found.samples,
            "seed": found.seed,
            "routed_by_score": found.by_score,
            "lists": [_list(one, titles, voices) for one in found.lists],
        }
    )


def _list(one: ListHolds, titles: dict[str, str], voices: Voices) -> Record:
    return {
        "id": one.ranked.id,
        "label": voices.said(lambda voice: list_title(voice, one.ranked)),
        "k": one.k,
        "k_from": one.k_from,
        "criteria": [_weight(weight, one.whole, voices) for weight in one.criteria],
        "needs": [_need(need, titles) for need in one.needs],
        "not_placed": list(one.ranked.not_placed),
    }


def _weight(one: WeightHolds, whole: int, voices: Voices) -> Record:
    return {
        **voices.named(one.criterion, thing_name),
        "weight": one.weight,
        "share": number(Fraction(one.weight, whole)),
        "down": _turn(one.down, whole - one.weight),
        "up": _turn(one.up, whole - one.weight),
    }


def _turn(turn: Turn | None, others: int) -> Record | None:
    if turn is None:
        return None
    changes = [{"id": one.need_id, "before": one.before.value, "after": one.after.value} for one in turn.changes]
    return {"weight": number(turn.weight), "share": number(turn.weight / (others + turn.weight)), "changes": changes}


def _need(need: NeedHolds, titles: dict[str, str]) -> Record:
    central = None if need.central is None else [number(Fraction(to_whole(share * _PARTS), _PARTS)) for share in need.central]
    return {
        "id": need.need_id,
        "title": titles[need.need_id],
        "best": need.best,
        "worst": need.worst,
        "side": need.side.value,
        "top": _often(need.top),
        "first": _often(need.first),
        "holds": need.holds.value,
        "central": central,
    }


def _often(often: Often) -> Record:
    return {"certain": often.certain, "possible": often.possible}
