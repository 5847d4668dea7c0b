"""Which needs came, went and ended otherwise between two runs, and why: rules, facts, network, others, round, or nobody can say."""

from typing import Any

import attrs
import pytest

from prioritera.model.run import Run, Stood, Why
from prioritera.model.text import Label
from prioritera.stages.diff_runs import diff_runs


def stood(ident: str = "n1", **more: Any) -> Stood:  # noqa: ANN401 -- whatever may have become of a need
    given = {"outcome": "go-on", "destination": "sbu", "list_id": "all", "place": (1, 1), "key": (0, 5), "group": "a", **more}
    return Stood(id=ident, title=f"The need {ident}", **given)


def run(*needs: Stood, **more: Any) -> Run:  # noqa: ANN401 -- whatever a run may rest on
    given = {"rules_hash": "r1", "network_hash": "k1", **more}
    return Run(id="round", label=Label(sv="Omgång", en="Round"), rules="ours 1", needs={one.id: one for one in needs}, **given)


OLD = run(stood())
OTHER_RULES = {"rules_hash": "r2"}


def why(old: Run, new: Run, again: Run | None = None) -> dict[str, tuple[Why, ...]]:
    """The reasons, by what they are for, of the one need that ended otherwise."""
    (move,) = diff_runs(old, new, again).moves
    return {aspect.about: aspect.why for aspect in move.aspects}


def test_needs_come_and_go_and_stay() -> None:
    found = diff_runs(run(stood("a"), stood("b")), run(stood("b"), stood("c")))

    assert (found.come, found.gone, found.moves, found.same, found.again) == (("c",), ("a",), (), 1, False)


def test_each_thing_that_is_otherwise_is_told() -> None:
    new = stood(outcome="inform", destination="", list_id="", group="", place=(), key=(), way=("a>b<a",))

    (move,) = diff_runs(OLD, run(new)).moves

    assert [(aspect.about, aspect.before, aspect.after) for aspect in move.aspects] == [
        ("outcome", "go-on", "inform"),
        ("destination", "sbu", ""),
        ("list", "all", ""),
        ("group", "a", ""),
        ("place", "1", ""),
        ("way", "", "a>b<a"),
    ]


def test_a_range_of_places_is_one_thing() -> None:
    (move,) = diff_runs(OLD, run(stood(place=(1, 3), key=(0, 4)))).moves

    assert [(aspect.before, aspect.after) for aspect in move.aspects] == [("1", "1–3")]


def test_by_the_same_rules_it_is_the_facts_that_are_otherwise() -> None:
    new = run(stood(outcome="inform", inputs={"causes": '["gap"]', "impact": "3"}))
    old = run(stood(inputs={"causes": '["support"]', "impact": "3"}))

    assert why(old, new) == {"outcome": (Why.FACTS,)}
    assert diff_runs(old, new).moves[0].changed == ("causes",)
    assert diff_runs(run(stood()), new).moves[0].changed == ("causes", "impact")


def test_a_place_among_others_with_the_same_key_is_the_doing_of_others() -> None:
    assert why(OLD, run(stood(place=(2, 2)))) == {"place": (Why.OTHERS,)}


def test_a_place_in_another_list_is_not() -> None:
    assert why(OLD, run(stood(place=(2, 2), list_id="some"))) == {"list": (Why.ROUND,), "place": (Why.ROUND,)}


@pytest.mark.parametrize(
    ("more", "changed", "reasons"),
    [
        ({"way": ("x<",)}, {"network_hash": "k2"}, {"way": (Why.NETWORK,)}),
        ({"way": ("x<",), "inputs": {"origins": "[]"}}, {"network_hash": "k2"}, {"way": (Why.FACTS, Why.NETWORK)}),
        ({"outcome": "inform", "inputs": {"causes": "1"}}, {"network_hash": "k2"}, {"outcome": (Why.FACTS,)}),
        ({"outcome": "inform"}, {}, {"outcome": (Why.ROUND,)}),
    ],
)
def test_what_of_the_round_did_it(more: dict[str, Any], changed: dict[str, Any], reasons: dict[str, tuple[Why, ...]]) -> None:
    assert why(OLD, run(stood(**more), **changed)) == reasons


def test_judged_again_by_the_old_rules_it_is_told_what_the_rules_did() -> None:
    new = run(stood(outcome="inform", destination="origin"), **OTHER_RULES)
    again = run(stood(destination="origin", inputs={}))

    assert why(OLD, new, again) == {"outcome": (Why.RULES,), "destination": (Why.ROUND,)}
    assert diff_runs(OLD, new, again).again


def test_rules_and_facts_can_both_have_done_it() -> None:
    changed: dict[str, Any] = {"inputs": {"causes": "2"}}
    new = run(stood(outcome="adapt", **changed), **OTHER_RULES)
    again = run(stood(outcome="inform", **changed))

    assert why(OLD, new, again) == {"outcome": (Why.RULES, Why.FACTS)}


def test_a_need_that_could_not_be_judged_again_is_told_of_as_saved() -> None:
    new = run(stood(outcome="inform"), **OTHER_RULES)

    assert why(OLD, new, run()) == {"outcome": (Why.RULES,)}


@pytest.mark.parametrize(
    ("more", "changed", "reasons"),
    [
        ({"outcome": "inform"}, {}, {"outcome": (Why.RULES,)}),
        ({"outcome": "inform", "inputs": {"causes": "1"}}, {}, {"outcome": (Why.UNKNOWN,)}),
        ({"group": "b"}, {"left_out": "[1]"}, {"group": (Why.UNKNOWN,)}),
        ({"place": (2, 2)}, {}, {"place": (Why.UNKNOWN,)}),
        ({"way": ("x<",)}, {}, {"way": (Why.UNKNOWN,)}),
    ],
)
def test_of_saved_runs_by_other_rules_only_what_follows_is_said(
    more: dict[str, Any], changed: dict[str, Any], reasons: dict[str, tuple[Why, ...]]
) -> None:
    assert why(OLD, attrs.evolve(run(stood(**more), **changed), rules_hash="r2")) == reasons


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"outcome": "inform", "by_hand": ("x",)}, (Why.BY_HAND,)),
        ({"by_hand": ("x",)}, {"outcome": "inform"}, (Why.BY_HAND,)),
        ({}, {"outcome": "inform", "by_hand": ("x",), "inputs": {"wait": "1"}}, (Why.FACTS, Why.BY_HAND)),
        ({"by_hand": ("x",)}, {"outcome": "inform", "by_hand": ("x",)}, (Why.ROUND,)),
    ],
)
def test_what_people_changed_by_hand_is_told_as_the_reason(old: dict[str, Any], new: dict[str, Any], expected: tuple[Why, ...]) -> None:
    assert why(run(stood(**old)), run(stood(**new)))["outcome"] == expected


def test_what_follows_from_a_change_by_hand_is_not_laid_on_the_network_or_the_rules() -> None:
    new = stood(outcome="inform", way=("a>b<a",), by_hand=("x",))

    assert why(OLD, run(new, network_hash="k2")) == {"outcome": (Why.BY_HAND,), "way": (Why.BY_HAND, Why.NETWORK)}
    assert why(OLD, run(new, **OTHER_RULES))["outcome"] == (Why.UNKNOWN,)
