"""Many methods side by side as JSON. The schema stands beside this file: `side-by-side.schema.json`."""

from fractions import Fraction

from prioritera.methods.correlation import Correlation
from prioritera.methods.many import Method
from prioritera.methods.outrank import Preference
from prioritera.model.by_id import by_id as first_of
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.side_by_side import Column, ListBeside, SideBySide
from prioritera.report.json import as_text
from prioritera.report.ranked import list_title
from prioritera.report.records import Record, Voices, label, number
from prioritera.report.voice import thing_name

SIDE_BY_SIDE = "prioritera/side-by-side/1"
_DIGITS = 6


def side_by_side_json(found: SideBySide, result: Result, model: Model) -> str:
    """The lists of a round beside the orders of other methods, whole.

    >>> import json
    >>> from prioritera.pipeline import load_model, prioritise
    >>> from prioritera.questions import compare_methods
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> json.loads(side_by_side_json(compare_methods(result, ["topsis"]), result, model))["methods"][0]["reverses"]
    True
    """
    voices = Voices(model.rules, model.network)
    titles = {need: decision.title for need, decision in first_of(result.decisions).items()}
    return as_text(
        {
            "schema": SIDE_BY_SIDE,
            "round": {"id": result.round.id, "label": label(result.round.label)},
            "methods": [_method(method) for method in found.methods],
            "preferences": [_preference(name, preference, voices) for name, preference in found.preferences.items()],
            "lists": [_list(beside, titles, voices) for beside in found.lists],
        }
    )


def _list(beside: ListBeside, titles: dict[str, str], voices: Voices) -> Record:
    return {
        "id": beside.ranked.id,
        "label": voices.said(lambda voice: list_title(voice, beside.ranked)),
        "compared": beside.is_compared,
        "same_criteria": beside.alike,
        "top": beside.top,
        "needs": [{"id": need, "title": titles[need]} for need in beside.needs],
        "orders": [_order(column) for column in beside.columns],
        "agreements": [
            {"first": one.first, "second": one.second, "tau_b": _correlation(one.tau), "rho": _correlation(one.rho)}
            for one in beside.agreements
        ],
        "always_at_the_top": list(beside.always),
        "never_at_the_top": list(beside.never),
        "without": [
            {"method": one.method, "reason": one.reason, "criteria": [voices.named(name, thing_name) for name in one.criteria]}
            for one in beside.without
        ],
        "left_out": [
            {"id": one.need_id, "title": titles[one.need_id], "open": [voices.named(name, thing_name) for name in one.criteria]}
            for one in beside.open
        ],
    }


def _method(method: Method) -> Record:
    return {"id": method.id, "library": method.library or None, "reverses": method.reverses, "exact": method.exact}


def _preference(name: str, preference: Preference, voices: Voices) -> Record:
    """A preference function; its thresholds are shares of the criterion's scale."""
    thresholds = {"q": preference.indifference, "p": preference.preference, "s": preference.spread}
    numbers = {sign: number(Fraction(value)) for sign, value in thresholds.items()}
    return {"criterion": voices.named(name, thing_name), "function": preference.shape.value, **numbers}


def _order(column: Column) -> Record:
    """Scores are fractions where they are exact, otherwise decimals as text: only their order has a meaning."""
    return {"method": column.method, "ranks": list(column.ranks), "scores": [_score(score) for score in column.scores]}


def _score(score: Fraction | float) -> Record | str:
    # Adding nothing takes the sign from a zero.
    return number(score) if isinstance(score, Fraction) else f"{round(score, _DIGITS) + 0.0:.{_DIGITS}f}"


def _correlation(found: Correlation | None) -> Record | None:
    return None if found is None else number(found.rounded(_DIGITS))
