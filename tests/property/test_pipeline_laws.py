"""The laws of the field, on whole runs of the shipped rule set."""

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from draws import Data, assessments, default_model, ranked_bodies, records, round_of, with_criteria
from prioritera.model.outcome import ENGINE_OUTCOMES, ERROR
from prioritera.model.result import Decision, Result
from prioritera.pipeline import prioritise

CRITERIA = ["prevalence", "impact", "economic-consequences", "practice-variation"]


def run(data: list[Data], **more: Any) -> Result:  # noqa: ANN401 -- whatever a round may hold
    return prioritise(round_of(data, **more), default_model())


def by_id(result: Result) -> dict[str, Decision]:
    return {decision.need_id: decision for decision in result.decisions}


def order_in(listing: tuple[str, ...], kept: set[str]) -> list[str]:
    return [need for need in listing if need in kept]


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_needs_does_not_matter(data: list[Data], random: Any) -> None:  # noqa: ANN401 -- Hypothesis' own random
    shuffled = list(data)
    random.shuffle(shuffled)

    one, other = run(data), run(shuffled)

    assert by_id(one) == by_id(other)
    assert one.lists == other.lists


@given(records(), st.permutations(range(4)))
def test_the_order_of_criteria_does_not_matter(data: list[Data], order: list[int]) -> None:
    one, other = by_id(run(data)), by_id(prioritise(round_of(data), with_criteria(tuple(order))))

    for need, decision in one.items():
        assert (decision.outcome, decision.destination, decision.band, decision.standing) == (
            other[need].outcome,
            other[need].destination,
            other[need].band,
            other[need].standing,
        )


@given(ranked_bodies(exact=True), st.sampled_from(CRITERIA), st.integers(0, 60))
def test_better_on_a_criterion_never_gives_a_lower_score(body: Data, criterion: str, more: int) -> None:
    most = 3 if criterion in {"impact", "practice-variation"} else 10_000
    raised = min(body["assess"][criterion] + more, most)
    better = {**body, "assess": {**body["assess"], criterion: raised}}

    found = by_id(run([{"id": "a", **body}, {"id": "b", **better}]))

    worse, raised_score = found["a"].score, found["b"].score
    assert worse is not None
    assert raised_score is not None
    assert (worse.low, worse.high) <= (raised_score.low, raised_score.high)


@given(records(ranked_bodies(), least=2), ranked_bodies())
def test_another_need_never_reverses_two_others(data: list[Data], more: Data) -> None:
    before, after = run(data), run([*data, {"id": "zz", **more}])

    kept = {one["id"] for one in data}
    orders = [[order_in(found.placed, kept) for found in result.lists] for result in (before, after)]
    assert [order for order in orders[0] if order] == [order for order in orders[1] if order]


@given(records(least=1, most=3))
def test_equal_inputs_share_a_place(data: list[Data]) -> None:
    twins = [{**one, "id": f"{one['id']}-twin"} for one in data]

    found = by_id(run([*data, *twins]))

    for one in data:
        mine, twin = found[one["id"]], found[f"{one['id']}-twin"]
        assert mine.standing == twin.standing
        assert mine.standing is None or mine.standing.shared


@given(records())
def test_every_record_ends_in_exactly_one_outcome(data: list[Data]) -> None:
    result = run(data)

    known = {*default_model().rules.outcomes, *ENGINE_OUTCOMES}
    assert [decision.need_id for decision in result.decisions] == [one["id"] for one in data]
    assert all(decision.outcome in known - {ERROR} for decision in result.decisions)


@given(records())
def test_every_decision_has_a_way_back_to_each_known_sender(data: list[Data]) -> None:
    for decision in run(data).decisions:
        senders = {origin["actor"] for one in data if one["id"] == decision.need_id for origin in one["origins"] if "actor" in origin}
        answered = {walk.back[-1].target if walk.back else walk.target for walk in decision.walks if walk.origin}
        assert answered == senders


@given(records())
def test_shares_sum_exactly_to_the_score(data: list[Data]) -> None:
    for decision in run(data).decisions:
        score = decision.score
        assert score is not None
        assert (score.low, score.high, score.of) == tuple(
            sum(getattr(share, part) for share in score.shares) for part in ("low", "high", "of")
        )


@given(records())
def test_the_same_input_gives_the_same_result(data: list[Data]) -> None:
    assert run(data) == run([dict(one) for one in data])


@given(records(least=2), st.data())
def test_merging_keeps_every_record_and_every_sender(data: list[Data], draw: st.DataObject) -> None:
    keep, merged = draw.draw(st.permutations([str(one["id"]) for one in data]))[:2]
    joined: list[Data] = [{**one, "same_as": keep} if one["id"] == merged else one for one in data]

    found = by_id(run(joined))

    assert found[merged].outcome == "merged"
    assert found[merged].merged_into == keep
    senders = [origin.actor for origin in found[keep].need.origins]  # type: ignore[union-attr]  # the kept record is a need
    assert {origin.get("actor", "") for one in data if one["id"] in {keep, merged} for origin in one["origins"]} == set(senders)


@given(st.lists(assessments(), min_size=1, max_size=3))
def test_a_rank_range_is_exactly_the_least_and_greatest_rank_of_all_completions(drawn: list[Data]) -> None:
    levels = {
        "prevalence": [0, 1, 10, 50],
        "impact": [0, 1, 2, 3],
        "economic-consequences": [0, 5, 50, 500],
        "practice-variation": [0, 1, 2, 3],
    }
    body = {
        "title": "Fråga",
        "area": "substance-use",
        "origins": [{"actor": "socialchefer-orebro", "backing": "all", "decided": "joint-letter", "covers": "all"}],
        "facts": {"causes": ["research-gap"], "breadth": "question"},
    }
    data: list[Data] = [{"id": f"n{number}", **body, "assess": assess} for number, assess in enumerate(drawn)]

    found = by_id(run(data))

    placed = [one["id"] for one in data if found[one["id"]].placed]
    reachable = [score_values(next(one["assess"] for one in data if one["id"] == need), levels) for need in placed]
    completions = list(product(*reachable))
    for at, need in enumerate(placed):
        ranks = [1 + sum(other > scores[at] for other in scores) for scores in completions]
        standing = found[need].standing
        assert standing is not None
        assert (standing.best, standing.worst) == (min(ranks), max(ranks))


def score_values(assess: Data, levels: dict[str, list[int]]) -> set[int]:
    """Every sum of levels that the values allow: the slow and obvious way."""
    sums = {0}
    for criterion, known in levels.items():
        value = assess.get(criterion, {"missing": "not-filled-in"})
        if isinstance(value, dict) and "low" in value:
            reached = {sum(at <= x for at in known) - 1 for x in range(value["low"], value["high"] + 1)}
        elif isinstance(value, dict):
            reached = {0, 1, 2, 3}
        else:
            reached = {sum(at <= value for at in known) - 1}
        sums = {total + level for total in sums for level in reached}
    return sums
