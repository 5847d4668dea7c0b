from collections.abc import Iterable

from builders import network, rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.graph.build import build
from prioritera.model.network import Channel, Network
from prioritera.model.table import Course, Target, Waypoint
from prioritera.verify.channels import unused_channels
from prioritera.verify.errands import chart, errands
from prioritera.verify.journeys import journeys_of
from small_networks import actor, channel
from small_networks import network as of

# A town raises to the RSS, which forwards to the agency; answers go down the same way.
WAYS = [
    channel("raises", "town", "rss"),
    channel("forwards", "rss", "agency"),
    channel("answers", "agency", "rss"),
    channel("informs", "rss", "town"),
]
KINDS = {"town": "municipality", "rss": "rss", "rss-2": "rss", "agency": "agency", "side": "office"}


def _net(*more: Channel, without: Iterable[str] = ()) -> Network:
    ways = [one for one in (*WAYS, *more) if one.id not in without]
    return of([actor(name, kind) for name, kind in KINDS.items()], ways)


def _found(net: Network, *courses: Course) -> list[Diagnostic]:
    """What is not used when everything that goes on takes the first course, and the rest, if any, the second."""
    rules = [rule("ahead", courses[0], {"outcome": "go-on"}), *(rule("rest", course) for course in courses[1:])]
    charted = chart(rule_set(destination=table("destination", *rules)))
    return list(unused_channels(journeys_of(errands(charted), build(net)), net))


def _unused(net: Network, *courses: Course) -> object:
    found = _found(net, *courses)
    return found[0].params["channels"] if found else ()


def test_the_channels_there_and_back_are_used() -> None:
    assert _unused(_net(), to("agency")) == ()


def test_a_channel_beside_a_shorter_way_is_never_used() -> None:
    detour = [channel("forwards", "rss", "side"), channel("forwards", "side", "agency")]

    assert _unused(_net(*detour), to("agency")) == ("rss>side",)


def test_of_parallel_channels_only_the_one_that_the_way_takes_is_used() -> None:
    assert _unused(_net(channel("forwards", "rss", "agency", id="second")), to("agency")) == ("second",)


def test_a_forum_or_a_holder_may_be_anyone_a_question_comes_to() -> None:
    # A question of an unknown sender may begin at the side office, and an answer come from the agency, if it holds the round.
    side = [channel("forwards", "rss", "side"), channel("forwards", "side", "agency"), channel("informs", "side", "rss")]

    assert _unused(_net(*side), to("agency"), to()) == ("rss>side",)
    assert _unused(_net(*side), to("side"), to()) == ("rss>agency", "side>agency")


def test_the_way_leads_by_the_waypoints_and_the_answers_that_come_to_them() -> None:
    onward = [channel("forwards", "agency", "side"), channel("answers", "side", "rss")]
    course = Course(to=Target(actor="agency"), via=[Waypoint(actor="side"), Waypoint(actor="rss", answer=True)])

    assert _unused(_net(*onward), course) == ()
    assert _unused(_net(*onward), to("agency")) == ("agency>side", "side>rss")


def test_each_goes_to_its_own_nearest_of_a_kind_from_the_last_waypoint_too() -> None:
    other = [channel("forwards", "rss", "rss-2"), channel("forwards", "agency", "rss-2"), channel("answers", "rss-2", "rss")]
    straight, by_agency = Course(to=Target(nearest="rss")), Course(to=Target(nearest="rss"), via=[Waypoint(actor="agency")])

    assert _unused(_net(*other), straight) == ("rss>agency", "agency>rss", "rss>rss-2", "rss-2>rss")
    assert _unused(_net(*other), by_agency) == ("agency>rss", "rss>rss-2", "rss-2>rss")
    assert _unused(_net(*other, channel("forwards", "agency", "rss", id="on")), by_agency) == ("agency>rss", "rss>rss-2", "rss-2>rss")


def test_an_answer_back_to_the_sender_comes_from_the_last_waypoint_or_from_any_holder() -> None:
    through = Course(to=Target(origin=True), via=[Waypoint(actor="rss")])

    assert _unused(_net(), through) == ("rss>agency", "agency>rss")
    assert _unused(_net(), to()) == ("town>rss", "rss>agency")


def test_a_contact_may_be_any_actor() -> None:
    side = [channel("forwards", "rss", "side"), channel("informs", "side", "town"), channel("forwards", "side", "town")]

    assert _unused(_net(*side), Course(to=Target(contact_of_support=True))) == ()
    assert _unused(_net(), Course(to=Target(contact_of_support=True), via=[Waypoint(actor="agency")])) == ()


def test_a_channel_that_carries_what_never_comes_is_not_used() -> None:
    assert _unused(_net(channel("forwards", "rss", "side", outcomes=["inform"])), to("agency"), to("side")) == ()
    assert _unused(_net(channel("raises", "town", "side", areas=["nowhere"])), to("agency"), to()) == ("town>side",)


def test_a_pattern_that_is_not_used_at_all_is_told_by_its_own_id() -> None:
    idle = [channel("forwards", "rss-2", target, id=f"idle/rss-2/{target}", span=Span("n.toml", 9, 1)) for target in ("town", "rss")]
    half = [channel("forwards", source, "side", id=f"half/{source}/side") for source in ("rss-2", "rss")]

    (found,) = _found(_net(*idle, *half), to("agency"), to("side"))

    assert found.params["channels"] == ("idle", "half/rss-2/side")
    assert found.severity is Severity.NOTE
    assert describe(found, "en") == (
        "n.toml:9:1: note[channels-unused]: no need and no answer goes by idle or half/rss-2/side (channels: 3)\n"
        "    why:  a way that nobody takes looks as if it were open; the rules lead elsewhere, or there is always a shorter way\n"
        "    mend: leave it if it is there to be known; otherwise let a rule go by way of the actor that it leads to (via), or take it away"
    )
    assert describe(found, "sv") == (
        "n.toml:9:1: upplysning[channels-unused]: inget behov och inget besked går genom idle eller half/rss-2/side (antal kanaler: 3)\n"
        "    varför: en väg som ingen går ser ut att vara öppen; reglerna leder någon annanstans, "
        "eller så finns det alltid en kortare väg\n"
        "    åtgärd: låt det vara om den bara ska vara känd; låt annars en regel gå via aktören som den leder till (via), eller ta bort den"
    )


def test_in_the_small_network_everything_is_used() -> None:
    assert _found(network(), to("agency"), to()) == []
