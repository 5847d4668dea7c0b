"""Coverage: every municipality in one state, nobody's silence told to others, nothing counted that nobody has recorded."""

from fractions import Fraction
from typing import Any

import attrs

from pilot import judged
from prioritera.frozen import FrozenMap
from prioritera.model.field import Field, Kind, Term
from prioritera.model.need import Need, Origin
from prioritera.model.network import Actor, Population
from prioritera.model.result import Decision, Result, Score, Share
from prioritera.model.round import Compilation, Reached, Response
from prioritera.model.text import Label
from prioritera.model.value import Fact, Missing
from prioritera.questions import coverage
from prioritera.stages.cover import cover


def peopled(actor: Actor, persons: int | None) -> Actor:
    """The actor with its population."""
    return attrs.evolve(actor, population=None if persons is None else Population(persons=persons, year=2021))


def result_with(*needs: Need, **changes: Any) -> Result:  # noqa: ANN401 -- whatever a round holds
    """The run of the story's round with these needs, and the round changed."""
    result, _ = judged("gr")
    round_ = attrs.evolve(result.round, **{"responses": (), "reached": (), **changes})
    return attrs.evolve(result, round=round_, decisions=[Decision(need_id=one.id, title=one.title, outcome="", need=one) for one in needs])


def need(*origins: Origin, name: str = "n", **more: Any) -> Need:  # noqa: ANN401 -- whatever a need holds
    """A need with these senders."""
    return Need(id=name, title=name, area="disability", origins=origins, **more)


def states(result: Result, own: str = "") -> dict[str, int]:
    """The municipalities by state, those of none left out."""
    return {state: number for state, number in coverage(result, judged("gr")[1], own=own).whole.counts.items() if number}


def test_who_sent_a_need_has_answered_whatever_else_is_written() -> None:
    answers = [
        Response(actor="k1440", state="no-answer"),
        Response(actor="k1441", state="not-asked"),
        Response(actor="k1402", state="no-need"),
    ]

    assert states(result_with(need(Origin(actor="k1440")), responses=answers)) == {
        "sent": 1,
        "not-asked": 1,
        "no-need": 1,
        "unrecorded": 10,
    }


def test_those_whom_a_forum_covers_are_represented_by_it() -> None:
    named = need(Origin(actor="rss-gr", backing="forum", covers=("k1440", "k1441"), present=("k1440",)))
    nobody = need(Origin(unknown=True, covers="all"))

    assert states(result_with(named)) == {"sent": 1, "represented": 1, "unrecorded": 11}
    assert states(result_with(nobody)) == {"unrecorded": 13}


def test_silence_is_told_to_ones_own_structure_only() -> None:
    result = result_with(responses=[Response(actor="k1440", state="no-answer"), Response(actor="k1485", state="no-answer")])

    found = {own: coverage(result, judged("gr")[1], own=own).silent for own in ("", "rss-gr", "rss-fyrbodal")}

    assert found == {"": (), "rss-gr": ("k1440",), "rss-fyrbodal": ("k1485",)}


def test_a_compilation_s_own_counts_are_taken_and_two_of_one_structure_are_not_added() -> None:
    one = Compilation(rss="rss-gr", file="a", prefix="rss-gr:", municipalities={"sent": 9, "no-answer": 4})

    single = states(result_with(holder="nsk-s", compilations=[one]))
    double = states(result_with(holder="nsk-s", compilations=[one, one]))

    assert single == {"sent": 9, "no-answer": 4}
    assert double == {"unrecorded": 13}


def test_sizes_are_counted_by_limits_that_the_round_gives() -> None:
    result, model = judged("gr")
    people = {"k1440": 32_148, "k1402": 39_529, "k1480": 587_549}
    actors = {name: peopled(one, people.get(name)) for name, one in model.network.actors.items()}
    network = attrs.evolve(model.network, actors=actors)
    asked = result_with(need(Origin(actor="k1440")), size_limits=(35_000, 100_000))

    found = cover(asked, model.rules, network)

    assert [(one.low, one.high, one.sent, one.of) for one in found.sizes] == [
        (0, 35_000, 1, 1),
        (35_000, 100_000, 0, 1),
        (100_000, None, 0, 1),
    ]
    assert found.without_size == 10
    assert result.round.size_limits == (20_000, 50_000)


def test_a_need_at_the_top_from_one_place_is_told_apart() -> None:
    shares = {points: [Share(criterion="impact", low=points, high=9, of=9, known=True)] for points in (9, 3)}
    top, low = (Score(low=points, high=9, of=9, shares=its, known=Fraction(1)) for points, its in shares.items())
    needs = {"alone": [Origin(actor="k1440")], "two": [Origin(actor="k1440"), Origin(actor="k1441")], "weak": [Origin(actor="k1440")]}
    result = result_with(*(need(*origins, name=name) for name, origins in needs.items()))
    scores = {"alone": top, "two": top, "weak": low}
    scored = attrs.evolve(result, decisions=[attrs.evolve(one, score=scores[one.need_id]) for one in result.decisions])

    assert coverage(scored, judged("gr")[1]).alone == ("alone",)


def test_what_drives_needs_is_counted_where_the_rules_ask_it() -> None:
    _, model = judged("gr")
    driver = Field(
        id="driver", kind=Kind.CHOICE, label=Label(sv="drivkraft", en="driver"), terms=[Term(id="grant", label=Label(sv="x", en="x"))]
    )
    rules = attrs.evolve(model.rules, fields={**model.rules.fields, "driver": driver})
    facts: tuple[dict[str, Fact], ...] = ({"driver": Fact(value="grant")}, {"driver": Fact(value=Missing())}, {})
    result = result_with(*(need(Origin(actor="k1440"), name=f"n{number}", facts=one) for number, one in enumerate(facts)))

    assert cover(result, rules, model.network).drivers == FrozenMap({"": 2, "grant": 1})
    assert cover(result, model.rules, model.network).drivers is None


def test_groups_that_nobody_has_recorded_are_named() -> None:
    found = coverage(result_with(reached=[Reached(group="users", state="missed")]), judged("gr")[1])

    assert found.unrecorded_groups == ("profession", "authority-side", "provider-side", "user-organisation")


def test_areas_without_needs_are_counted_too_and_others_are_not_lost() -> None:
    found = coverage(result_with(need(Origin(actor="k1440")), areas=("elderly-care",)), judged("gr")[1])

    assert dict(found.areas) == {"elderly-care": 0, "disability": 1}
