"""A change by hand changes one need's decision and the places of those it passes, which are told; appeals change nothing."""

from datetime import date
from functools import cache
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from draws import Data, default_model, records, round_of
from prioritera.model.by_hand import CLASS, OUTCOME, Appeal, Override
from prioritera.model.result import Decision, Result
from prioritera.model.round import Record
from prioritera.pipeline import load_model, prioritise
from prioritera.report.json import result_json

few = settings(max_examples=settings().max_examples // 5)
DAY = date(2026, 5, 31)
RANKS = "examples/socialstyrelsen-riktlinjer"


def run(data: list[Data], **more: Any) -> Result:  # noqa: ANN401 -- whatever a round may hold
    return prioritise(round_of(data, **more), default_model())


def by_hand(need: str, thing: str, to: str | int) -> Override:
    return Override(need=need, thing=thing, to=to, by="panelen", on=DAY, because="x")


def apart(decision: Decision) -> Decision:
    """A decision without its place among others, and without what is told of changes by hand."""
    return attrs.evolve(decision, standing=None, find_out=(), by_rules=None, by_hand=())


def place(decision: Decision) -> tuple[object, ...]:
    standing = decision.standing
    return decision.outcome, decision.list_id, None if standing is None else (standing.best, standing.worst, standing.shared)


@st.composite
def changed(draw: st.DrawFn) -> tuple[list[Data], Override]:
    data = draw(records())
    need = draw(st.sampled_from([str(one["id"]) for one in data]))
    return data, by_hand(need, OUTCOME, draw(st.sampled_from(sorted(default_model().rules.outcomes))))


@few
@given(changed())
def test_an_outcome_by_hand_is_that_needs_alone(drawn: tuple[list[Data], Override]) -> None:
    data, override = drawn
    plain, result = run(data), run(data, overrides=[override])

    for before, after in zip(plain.decisions, result.decisions, strict=True):
        if after.need_id != override.need:
            assert apart(after) == apart(before)
        moved = bool(after.by_hand) or place(after) != place(before)
        assert (after.by_rules is not None) is moved
        assert after.by_rules is None or place(after.by_rules) == place(before)
    chosen = result.decision(override.need)
    if chosen.by_hand:
        assert chosen.by_hand == (override,)
        assert chosen.outcome in {override.to, "fact-needed"}
        assert chosen.need == plain.decision(override.need).need
    else:
        assert len(result.diagnostics) == len(plain.diagnostics) + 1


@few
@given(changed())
def test_without_the_change_the_bytes_are_those_of_before(drawn: tuple[list[Data], Override]) -> None:
    data, override = drawn
    with_it = round_of(data, overrides=[override])
    prioritise(with_it, default_model())

    again = prioritise(attrs.evolve(with_it, overrides=[]), default_model())

    assert result_json(again, default_model()) == result_json(run(data), default_model())


@few
@given(records(), st.booleans())
def test_appeals_change_nothing_but_what_is_told_of_them(data: list[Data], is_answered: bool) -> None:  # noqa: FBT001 -- drawn
    said: dict[str, Any] = {"answer": "Nej.", "answered_on": DAY} if is_answered else {}
    appeals = [Appeal(need=str(one["id"]), by="x", on=DAY, because="x", **said) for one in data]

    result = run(data, appeals=appeals)

    assert all(one.appeals for one in result.decisions)
    without = [attrs.evolve(one, appeals=()) for one in result.decisions]
    assert attrs.evolve(result, decisions=without, round=run(data).round) == run(data)


@cache
def ranked() -> tuple[Any, Any]:
    return load_model(RANKS)


@st.composite
def panels(draw: st.DrawFn) -> tuple[list[Record], Override]:
    """Interventions with ranks, and another rank for one of them."""
    ranks = draw(st.lists(st.integers(1, 10), min_size=1, max_size=6))
    needs = [
        Record(
            {
                "id": f"n{number}",
                "title": "x",
                "area": "dental-care",
                "origins": [{"actor": "participants"}],
                "facts": {"sector": "health-care", "verdict": "ranked", "rank": {"value": rank, "because": "x"}},
            }
        )
        for number, rank in enumerate(ranks)
    ]
    return needs, by_hand(f"n{draw(st.integers(0, len(ranks) - 1))}", CLASS, draw(st.integers(1, 10)))


@few
@given(panels())
def test_a_class_by_hand_does_what_the_fact_itself_would_have_done(drawn: tuple[list[Record], Override]) -> None:
    needs, override = drawn
    round_, model = ranked()
    as_fact = [
        attrs.evolve(one, data={**one.data, "facts": {**one.data["facts"], "rank": {"value": override.to, "because": "x"}}})  # type: ignore[dict-item]  # a mapping
        if one.data["id"] == override.need
        else one
        for one in needs
    ]

    found = prioritise(attrs.evolve(round_, records=needs, overrides=[override]), model)
    wanted = prioritise(attrs.evolve(round_, records=as_fact), model)

    assert [(place(one), one.destination, one.fired, one.values) for one in found.decisions] == [
        (place(one), one.destination, one.fired, one.values) for one in wanted.decisions
    ]
    assert found.lists == wanted.lists
