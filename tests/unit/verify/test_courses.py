import attrs

from builders import label, network, rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.model.network import Actor, Channel, Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Also, Course, Target, Waypoint
from prioritera.verify.network import check_network


def _sent(course: Course) -> RuleSet:
    """The small rule set whose needs that go on take this course."""
    ahead = attrs.evolve(rule("ahead", course, {"outcome": "go-on"}), span=Span("rules.toml", 7, 1))
    return rule_set(destination=table("destination", ahead, rule("back", to())))


def _without(*channels: str) -> Network:
    return attrs.evolve(network(), channels=[channel for channel in network().channels if channel.id not in channels])


def _errors(rules: RuleSet, net: Network) -> list[Diagnostic]:
    return [found for found in check_network(rules, net) if found.severity is Severity.ERROR]


def _told(rules: RuleSet, net: Network, language: str) -> str:
    (found,) = _errors(rules, net)
    return describe(found, language)


def test_an_actor_that_the_network_does_not_have_is_told_with_the_nearest_known_one() -> None:
    assert _told(_sent(to("agncy")), network(), "en") == (
        'rules.toml:7:1: error[course-actor-unknown]: rule "ahead" sends needs to or by way of "agncy", which is no actor of the network\n'
        "    why:  a question that goes to nobody is neither taken on nor answered\n"
        '    mend: did you mean "agency"?'
    )
    assert _told(_sent(to("agncy")), network(), "sv") == (
        "rules.toml:7:1: fel[course-actor-unknown]: regeln ”ahead” skickar behov till eller via ”agncy”, "
        "som inte är någon aktör i nätverket\n"
        "    varför: en fråga som inte går till någon blir varken omhändertagen eller besvarad\n"
        "    åtgärd: menade du ”agency”?"
    )


def test_waypoints_and_those_who_are_told_must_exist_too() -> None:
    course = Course(
        to=Target(actor="agency"),
        via=[Waypoint(actor="board")],
        also=[Also(target=Target(actor="press")), Also(target=Target(nearest="union"))],
    )

    assert [(found.code, found.params["value"]) for found in _errors(_sent(course), network())] == [
        ("course-actor-unknown", "board"),
        ("course-actor-unknown", "press"),
        ("course-kind-unknown", "union"),
    ]


def test_a_kind_that_no_actor_is_of_is_told_with_the_nearest_known_one() -> None:
    course = Course(to=Target(nearest="rsss"))

    assert _told(_sent(course), network(), "en") == (
        'rules.toml:7:1: error[course-kind-unknown]: rule "ahead" sends needs to the nearest "rsss", '
        "and no actor of the network is of that kind\n"
        "    why:  a question that goes to nobody is neither taken on nor answered\n"
        '    mend: did you mean "rss"?'
    )
    assert _told(_sent(course), network(), "sv") == (
        "rules.toml:7:1: fel[course-kind-unknown]: regeln ”ahead” skickar behov till närmaste ”rsss”, "
        "men nätverket har ingen aktör av det slaget\n"
        "    varför: en fråga som inte går till någon blir varken omhändertagen eller besvarad\n"
        "    åtgärd: menade du ”rss”?"
    )


def _island() -> Network:
    """The small network with an island more, which raises its needs to a harbour that leads nowhere, but is informed by the agency."""
    island, harbour = (
        Actor(id=name, label=label(), kind="municipality", level="local", span=Span("network.toml", line, 1))
        for line, name in enumerate(("island", "harbour"), 3)
    )
    return attrs.evolve(
        network(),
        actors={**network().actors, "island": island, "harbour": harbour},
        channels=[
            *network().channels,
            Channel(id="island-harbour", kind="raises", source="island", target="harbour"),
            Channel(id="agency-island", kind="informs", source="agency", target="island"),
        ],
    )


def test_those_who_cannot_reach_the_target_are_counted_with_one_of_them_named() -> None:
    assert _told(_sent(to("agency")), _island(), "en") == (
        'rules.toml:7:1: error[course-out-of-reach]: 1 of 2 actors that can raise a need, "island" for one, have no way to "agency", '
        'where ahead would have it go (outcome "go-on", area "elderly")\n'
        "    network.toml:3:1: the actor stands here\n"
        "    why:  a sender whose question cannot follow the way that a rule gives would never be heard\n"
        '    mend: add channels on from "island", or let it raise nothing if it only passes on what others raise (kind forwards)'
    )
    assert _told(_sent(to("agency")), _island(), "sv") == (
        "rules.toml:7:1: fel[course-out-of-reach]: 1 av 2 aktörer som kan lyfta ett behov, till exempel ”island”, har ingen väg till "
        "”agency”, dit ahead skickar det (utfall ”go-on”, område ”elderly”)\n"
        "    network.toml:3:1: aktören står här\n"
        "    varför: en avsändare vars fråga inte kan följa den ärendegång som regeln anger skulle aldrig bli hörd\n"
        "    åtgärd: lägg till kanaler vidare från ”island”, eller låt den inte lyfta behov om den bara för andras vidare (slaget forwards)"
    )


def test_those_who_reach_none_of_a_kind_are_told() -> None:
    rules = _sent(Course(to=Target(nearest="agency")))

    assert _told(rules, _without("rss-agency"), "en") == (
        'rules.toml:7:1: error[course-without-nearest]: 1 of 1 actors that can raise a need, "town" for one, reach no actor of the kind '
        '"agency", where ahead would have it go (outcome "go-on", area "elderly")\n'
        "    why:  without a recipient the question would be left lying\n"
        '    mend: add channels from "town" towards an actor of that kind, or let it raise nothing if it only passes on what others raise '
        "(kind forwards)"
    )
    assert _told(rules, _without("rss-agency"), "sv") == (
        "rules.toml:7:1: fel[course-without-nearest]: 1 av 1 aktörer som kan lyfta ett behov, till exempel ”town”, når ingen aktör av "
        "slaget ”agency”, dit ahead skickar det (utfall ”go-on”, område ”elderly”)\n"
        "    varför: utan mottagare blir frågan liggande\n"
        "    åtgärd: lägg till kanaler från ”town” mot en aktör av det slaget, eller låt den inte lyfta behov om den bara för andras "
        "vidare (slaget forwards)"
    )


def test_a_course_that_breaks_off_between_waypoints_is_told() -> None:
    course = Course(to=Target(actor="agency"), via=[Waypoint(actor="rss"), Waypoint(actor="town", answer=True), Waypoint(actor="rss")])
    direct = Channel(id="direct", kind="answers", source="agency", target="town")
    answered = attrs.evolve(network(), channels=[*_without("rss-town").channels, direct])

    assert _told(_sent(course), answered, "en") == (
        'rules.toml:7:1: error[course-breaks-off]: no way leads from "rss" on to "town", where ahead would have it go '
        '(outcome "go-on", area "elderly")\n'
        "    why:  a need that stops on the way is neither taken on nor answered\n"
        "    mend: add a channel between them, or change the way that the rule gives"
    )
    assert _told(_sent(course), answered, "sv") == (
        "rules.toml:7:1: fel[course-breaks-off]: ingen väg leder från ”rss” vidare till ”town”, dit ahead skickar behovet "
        "(utfall ”go-on”, område ”elderly”)\n"
        "    varför: ett behov som stannar på vägen varken tas om hand eller besvaras\n"
        "    åtgärd: lägg till en kanal mellan dem, eller ändra den ärendegång som regeln anger"
    )


def test_those_who_get_no_answer_are_told() -> None:
    assert _told(_sent(to("agency")), _without("agency-rss"), "en") == (
        'rules.toml:7:1: error[course-without-answer]: 1 of 1 actors that can raise a need, "town" for one, get no answer back from '
        '"agency", where ahead would have it go (outcome "go-on", area "elderly")\n'
        "    why:  nothing is decided without a way for the answer to return to each known sender\n"
        '    mend: add channels that answer or inform, from "agency" towards "town"'
    )
    assert _told(_sent(to("agency")), _without("agency-rss"), "sv") == (
        "rules.toml:7:1: fel[course-without-answer]: 1 av 1 aktörer som kan lyfta ett behov, till exempel ”town”, får inget besked "
        "tillbaka från ”agency”, dit ahead skickar det (utfall ”go-on”, område ”elderly”)\n"
        "    varför: inget beslutas utan att svaret kan nå varje känd avsändare\n"
        "    åtgärd: lägg till kanaler som svarar eller informerar, från ”agency” mot ”town”"
    )


def test_one_fault_that_several_rules_run_into_is_told_once_with_all_of_them() -> None:
    early = rule("early", to("agency"), {"outcome": "go-on", "urgent": True})
    late = rule("late", to("agency"), {"outcome": "go-on"})
    rules = rule_set(destination=table("destination", early, late, rule("back", to())))

    (found,) = _errors(rules, _without("agency-rss"))

    assert (found.params["rules"], found.params["cases"]) == ("early, late", 4)


def test_channels_that_carry_one_area_only_are_asked_about_area_by_area() -> None:
    only = [attrs.evolve(channel, areas={"elderly"} if channel.id == "rss-agency" else ()) for channel in network().channels]

    (found,) = _errors(_sent(to("agency")), attrs.evolve(network(), channels=only))

    assert (found.code, found.params["area"], found.params["cases"]) == ("course-out-of-reach", "disability", 1)


def test_actors_are_asked_for_in_areas_in_which_they_can_raise_a_need() -> None:
    local = [attrs.evolve(channel, areas={"disability"}) if channel.id == "island-harbour" else channel for channel in _island().channels]

    (found,) = _errors(_sent(to("agency")), attrs.evolve(_island(), channels=local))

    assert (found.params["actor"], found.params["area"], found.params["cases"]) == ("island", "disability", 1)


def test_actors_are_asked_for_with_every_outcome_whatever_their_own_channels_carry() -> None:
    narrow = [attrs.evolve(channel, outcomes={"inform"}) if channel.id == "town-rss" else channel for channel in network().channels]

    (found,) = _errors(_sent(to("agency")), attrs.evolve(network(), channels=narrow))

    assert (found.code, found.params["actor"]) == ("course-out-of-reach", "town")


def test_an_errand_on_which_no_need_is_sent_is_not_asked_about() -> None:
    never = rule("never", to("agency"), {"outcome": "inform", "kind": "question"})
    carrying = [attrs.evolve(channel, outcomes={"go-on"}) if channel.id == "rss-agency" else channel for channel in network().channels]
    rules = rule_set(destination=table("destination", never, rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to())))

    assert _errors(rules, attrs.evolve(network(), channels=carrying)) == []
