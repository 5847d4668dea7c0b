from builders import network, rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.graph.build import build
from prioritera.model.network import Mandate
from prioritera.model.table import Also, Course, Target, Waypoint
from prioritera.verify.taking_part import check_taking_part, named_by
from small_networks import actor, channel
from small_networks import network as of

CHANNELS = [channel("raises", "town", "rss", subject_to="board"), channel("informs", "rss", "press"), channel("forwards", "idle", "town")]
ACTORS = [actor(name) for name in ("town", "rss", "board", "press")]


def _found(*more: str, mandates: tuple[Mandate, ...] = (), named: tuple[str, ...] = ()) -> list[tuple[str, object]]:
    net = of([*ACTORS, *(actor(name) for name in more)], CHANNELS, mandates)
    return [(one.code, one.params["actors"]) for one in check_taking_part(build(net), named)]


def test_those_who_raise_are_asked_are_answered_or_decide_take_part() -> None:
    assert _found() == []


def test_an_actor_that_only_passes_on_what_never_comes_takes_no_part() -> None:
    assert _found("idle") == [("actors-untouched", ("idle",))]


def test_an_actor_that_a_rule_names_takes_part() -> None:
    assert _found("told", "idle", named=("told",)) == [("actors-untouched", ("idle",))]


def test_rules_name_recipients_waypoints_and_those_who_are_told() -> None:
    course = Course(
        to=Target(actor="agency"),
        via=[Waypoint(actor="board")],
        also=[Also(target=Target(actor="press")), Also(target=Target(nearest="rss"))],
    )

    assert named_by(rule_set(destination=table("destination", rule("ahead", course), rule("back", to())))) - {""} == {
        "agency",
        "board",
        "press",
    }


def test_one_with_a_mandate_or_in_a_structure_is_told_as_cut_off() -> None:
    assert _found("idle", "sbu", mandates=(Mandate(actor="sbu", outcomes=["go-on"]),)) == [
        ("actors-cut-off", ("sbu",)),
        ("actors-untouched", ("idle",)),
    ]


def _told(*more: Diagnostic, language: str) -> str:
    return "\n".join(describe(one, language) for one in more)


def test_three_hundred_are_told_in_one_line_of_each_kind() -> None:
    idle = [actor(f"x{number:03}", member_of=["rss"] if number % 2 else [], span=Span("n.toml", number + 1, 1)) for number in range(300)]

    cut_off, untouched = check_taking_part(build(of([*network().actors.values(), *idle], network().channels)))

    assert (cut_off.severity, untouched.severity) == (Severity.WARNING, Severity.NOTE)
    assert describe(cut_off, "en") == (
        "n.toml:2:1: warning[actors-cut-off]: neither a question nor an answer comes to "
        + ", ".join(f"x{number:03}" for number in range(1, 40, 2))
        + " or …, in spite of a mandate or a place in a structure (actors: 150)\n"
        "    why:  a mandate that nobody can use, and a member that is never heard, are most often a channel that is missing\n"
        "    mend: add channels to and from them, or take the mandate or the membership away"
    )
    assert describe(untouched, "en") == (
        "n.toml:1:1: note[actors-untouched]: neither a question nor an answer comes to "
        + ", ".join(f"x{number:03}" for number in range(0, 40, 2))
        + " or … (actors: 150)\n"
        "    why:  they can neither raise a need nor take one on, nor hear what came of one\n"
        "    mend: leave them if they are there to be known; otherwise add channels to and from them"
    )


def test_the_findings_are_told_in_swedish() -> None:
    idle = [actor("by", member_of=["rss"]), actor("press")]

    cut_off, untouched = check_taking_part(build(of([*network().actors.values(), *idle], network().channels)))

    assert describe(cut_off, "sv") == (
        "varning[actors-cut-off]: varken frågor eller besked når by, trots mandat eller plats i en struktur (antal aktörer: 1)\n"
        "    varför: ett mandat som ingen kan använda, eller en medlem som aldrig blir hörd, beror oftast på att en kanal saknas\n"
        "    åtgärd: lägg till kanaler till och från dem, eller ta bort mandatet eller medlemskapet"
    )
    assert describe(untouched, "sv") == (
        "upplysning[actors-untouched]: varken frågor eller besked når press (antal aktörer: 1)\n"
        "    varför: de kan varken lyfta ett behov, ta sig an ett eller få veta vad det blev av det\n"
        "    åtgärd: låt det vara om de bara ska vara kända; lägg annars till kanaler till och från dem"
    )
