from itertools import pairwise

from builders import rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Severity, Span
from prioritera.graph.build import build
from prioritera.model.network import Channel, Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Target, Waypoint
from prioritera.verify.errands import chart, errands
from prioritera.verify.journeys import journeys_of, made
from prioritera.verify.stand_ins import actors_without_stand_in
from small_networks import actor, channel
from small_networks import network as of
from small_rules import told

KINDS = {"town-a": "municipality", "town-b": "municipality", "rss-a": "rss", "rss-b": "rss", "board": "group", "agency": "agency"}


def _both(*ends: str) -> list[Channel]:
    """Channels there and back along these actors."""
    pairs = list(pairwise(ends))
    return [*(channel("raises", *pair) for pair in pairs), *(channel("answers", *reversed(pair)) for pair in pairs)]


# Each town has its own RSS; both raise to the board, which raises to the agency.
WAYS = [*_both("town-a", "rss-a", "board"), *_both("town-b", "rss-b", "board"), *_both("board", "agency")]


def _net(*more: Channel) -> Network:
    return of([actor(name, kind, span=Span("n.toml", line, 1)) for line, (name, kind) in enumerate(KINDS.items(), 1)], [*WAYS, *more])


def _rules(course: Course, rest: Course | None = None) -> RuleSet:
    return rule_set(destination=table("destination", rule("ahead", course, {"outcome": "go-on"}), rule("rest", rest or to())))


def _found(net: Network, rules: RuleSet) -> list[Diagnostic]:
    charted, graph = chart(rules), build(net)
    return list(actors_without_stand_in(made(journeys_of(errands(charted), graph), charted), graph))


def _alone(net: Network, course: Course, rest: Course | None = None) -> list[tuple[object, object]]:
    return [(one.params["actors"], one.params["outcomes"]) for one in _found(net, _rules(course, rest))]


def test_an_actor_that_every_way_passes_is_told() -> None:
    assert _alone(_net(), to("agency")) == [(("board",), ("go-on",))]


def test_neither_the_recipient_nor_the_senders_are_told_of_as_such() -> None:
    assert _alone(_net(), to("board")) == []


def test_a_recipient_that_others_depend_on_is_told_for_them() -> None:
    assert _alone(_net(), to("agency"), to("board")) == [(("board",), ("go-on",))]
    assert _alone(_net(), Course(to=Target(actor="agency"), via=[Waypoint(actor="board")]), to("agency")) == [
        (("board",), ("go-on", "inform"))
    ]


def test_another_way_past_it_is_a_stand_in_only_there_and_back() -> None:
    past = [channel("forwards", "rss-a", "agency"), channel("answers", "agency", "rss-a")]

    assert _alone(_net(*past), to("agency")) == []
    assert _alone(_net(*past[:1]), to("agency")) == [(("board",), ("go-on",))]
    assert _alone(_net(*past[1:]), to("agency")) == [(("board",), ("go-on",))]


def test_a_longer_way_past_it_that_nobody_takes_now_is_a_stand_in_too() -> None:
    there = [channel("forwards", *ends) for ends in (("rss-a", "side"), ("side", "beside"), ("beside", "agency"))]
    home = [channel("answers", one.target, one.source) for one in there]

    assert _alone(_net(*there, *home), to("agency")) == []
    assert _alone(_net(*there, *home[1:]), to("agency")) == [(("board",), ("go-on",))]


def test_a_waypoint_has_no_stand_in_whatever_ways_lead_past_it() -> None:
    past = [channel("forwards", "rss-a", "agency"), channel("answers", "agency", "rss-a")]

    assert _alone(_net(*past), Course(to=Target(actor="agency"), via=[Waypoint(actor="board")])) == [(("board",), ("go-on",))]


def test_where_each_has_its_own_nobody_stops_everything() -> None:
    assert _alone(_net(), Course(to=Target(nearest="rss"))) == []


def test_another_rule_of_the_same_outcome_may_send_needs_past_it() -> None:
    rules = rule_set(
        destination=table(
            "destination",
            rule("urgent", Course(to=Target(nearest="rss")), {"outcome": "go-on", "urgent": True}),
            rule("ahead", to("agency"), {"outcome": "go-on"}),
            rule("rest", to()),
        )
    )

    assert _found(_net(), rules) == []


def test_of_answers_from_a_holder_or_a_contact_nothing_is_said() -> None:
    assert _alone(_net(), Course(to=Target(contact_of_support=True), via=[Waypoint(actor="board")])) == []
    assert _alone(_net(), to()) == []


def test_an_answer_from_the_last_waypoint_is_asked_about() -> None:
    assert _alone(_net(), Course(to=Target(origin=True), via=[Waypoint(actor="agency")])) == [(("board",), ("go-on",))]
    assert _alone(_net(), Course(to=Target(origin=True), via=[Waypoint(actor="agency"), Waypoint(actor="board", answer=True)])) == [
        (("agency",), ("go-on",))
    ]


def test_where_nobody_comes_all_the_way_nobody_is_told_to_stop_it() -> None:
    assert _alone(of([actor(name) for name in KINDS], [channel("raises", "town-a", "rss-a")]), to("agency")) == []


def test_those_who_stop_the_same_are_told_together() -> None:
    onward = [channel("forwards", "agency", "town-c"), channel("answers", "town-c", "agency")]
    net = of([*_net().actors.values(), actor("town-c")], [*WAYS, *onward])

    assert told(tuple(_found(net, _rules(to("town-c"), to("town-c")))), "en") == (
        "n.toml:6:1: note[actor-without-stand-in]: without agency or board no need with the outcome go-on or inform "
        "would come to its recipient and be answered (outcomes: 2 of 2)\n"
        "    why:  when one body does not meet or does not answer, all such needs stop, whoever raised them\n"
        "    mend: leave it if that is how it is meant to be; otherwise add channels past it"
    )
    assert told(tuple(_found(net, _rules(to("town-c"), to("town-c")))), "sv") == (
        "n.toml:6:1: upplysning[actor-without-stand-in]: utan agency eller board skulle inget behov med utfallet go-on eller inform "
        "nå sin mottagare och bli besvarat (antal utfall: 2 av 2)\n"
        "    varför: när ett organ inte sammanträder eller inte svarar stannar alla sådana behov, vem som än har lyft dem\n"
        "    åtgärd: låt det vara om det är meningen; lägg annars till andra vägar, förbi aktören"
    )
    assert {one.severity for one in _found(net, _rules(to("town-c")))} == {Severity.NOTE}
