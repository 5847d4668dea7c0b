"""Hypothesis strategies that draw plain records for the shipped rule set, with facts, values and senders missing here and there."""

from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from prioritera.loading.load import load_network, load_rules
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import Model, RuleSet
from prioritera.model.text import Label
from prioritera.verify.network import bind
from prioritera.verify.verify import verify

CAUSES = ["research-gap", "support-missing", "support-unfit", "implementation", "competence", "support-unknown", "legal", "not-established"]
SENDERS = ["k1880", "k1881", "k1882", "k1480", "k1384", "k0980", "rss-orebro", "socialchefer-orebro", "nsk-s"]

Data = dict[str, Any]


@cache
def default_model() -> Model:
    """The shipped rule set bound to the shipped network."""
    return model_of(load_rules("prioritera:sbu-four"))


def model_of(rules: RuleSet) -> Model:
    """A rule set bound to the shipped network."""
    return bind(verify(rules), load_network("prioritera:sweden-2018"))


def round_of(data: list[Data], **more: Any) -> Round:  # noqa: ANN401 -- whatever a round may hold
    """A round of these records."""
    given = {"holder": "nsk-s", **more}
    return Round(id="drawn", label=Label(sv="Dragen", en="Drawn"), records=[Record(one) for one in data], **given)


def _missing() -> st.SearchStrategy[Data]:
    return st.sampled_from(["not-filled-in", "dont-know", "not-yet-judged", "not-applicable"]).map(lambda reason: {"missing": reason})


def _interval(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    return st.tuples(values, values).map(lambda pair: {"low": min(pair), "high": max(pair)})


def _value(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, values, _interval(values), _missing())


def assessments(*, exact: bool = False) -> st.SearchStrategy[Data]:
    """Values on the four criteria: levels, ranges and the states of missing; with `exact`, every criterion known."""
    scales: dict[str, st.SearchStrategy[Any]] = {
        "prevalence": st.sampled_from([0, 1, 4, 10, 30, 50, 80]),
        "impact": st.integers(0, 3),
        "economic-consequences": st.sampled_from([0, 5, 30, 50, 200, 500, 900]),
        "practice-variation": st.integers(0, 3),
    }
    if exact:
        return st.fixed_dictionaries(scales)
    return st.fixed_dictionaries({}, optional={name: _value(values) for name, values in scales.items()})


def _facts() -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(
        {},
        optional={
            "causes": st.sets(st.sampled_from(CAUSES), min_size=1, max_size=2).map(sorted),
            "breadth": st.sampled_from(["question", "area"]),
            "solvable": st.sampled_from(["yes", "with-help", "no"]),
            "generalisable": st.sampled_from(["yes", "partly", "no"]),
            "question-kind": st.sampled_from(["effect", "how-to-work", "one-practice"]),
            "need-kind": st.sampled_from(["question", "offer"]),
            "outside-demand": st.booleans(),
            "under-provided": st.booleans(),
        },
    )


def _origins() -> st.SearchStrategy[list[Data]]:
    known = st.fixed_dictionaries(
        {"actor": st.sampled_from(SENDERS)}, optional={"backing": st.sampled_from(["individual", "unit", "municipality"])}
    )
    all_of = st.just({"actor": "socialchefer-orebro", "backing": "all", "decided": "joint-letter", "covers": "all"})
    unknown = st.fixed_dictionaries({"unknown": st.just(True)}, optional={"backing": st.sampled_from(["individual", "municipality"])})
    return st.lists(st.one_of(known, all_of, unknown), min_size=1, max_size=3)


def bodies() -> st.SearchStrategy[Data]:
    """Records without ids."""
    return st.fixed_dictionaries(
        {
            "title": st.sampled_from(["Fråga", "Behov", "Åtgärd"]),
            "area": st.sampled_from(["substance-use", "disability"]),
            "origins": _origins(),
            "facts": _facts(),
            "assess": assessments(),
        }
    )


def ranked_bodies(*, exact: bool = False) -> st.SearchStrategy[Data]:
    """Records without ids that all end in the same list."""
    return assessments(exact=exact).map(
        lambda assess: {
            "title": "Fråga",
            "area": "substance-use",
            "origins": [{"actor": "socialchefer-orebro", "backing": "all", "decided": "joint-letter", "covers": "all"}],
            "facts": {"causes": ["research-gap"], "breadth": "question"},
            "assess": assess,
        }
    )


def records(body: st.SearchStrategy[Data] | None = None, *, least: int = 1, most: int = 7) -> st.SearchStrategy[list[Data]]:
    """Lists of records with ids of their own."""
    drawn = bodies() if body is None else body
    return st.lists(drawn, min_size=least, max_size=most).map(
        lambda found: [{"id": f"behov-{number}", **one} for number, one in enumerate(found)]
    )


@cache
def with_criteria(order: tuple[int, ...]) -> Model:
    """The shipped model with its criteria in another order."""
    rules = default_model().rules
    return model_of(attrs.evolve(rules, criteria=[rules.criteria[at] for at in order]))
