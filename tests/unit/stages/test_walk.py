from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from prioritera.diagnostics import Diagnostic, Span, describe
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.need import Need, Origin, SupportMatch
from prioritera.model.network import Network
from prioritera.model.result import Decision
from prioritera.model.round import CommitteeDecision, Round
from prioritera.model.table import Also, Course, Target, Waypoint
from prioritera.model.text import Label
from prioritera.model.way import LeadTime, Leg, Told, Walk
from prioritera.stages.walk import walk
from small_networks import ISLAND, channel, routes

NETWORK = routes()
SBU = Course(to=Target(actor="sbu"), via=[Waypoint(actor="nsk-s")])
PILOT = Course(
    to=Target(actor="partnerskapet"),
    via=[Waypoint(actor="nsk-s"), Waypoint(actor="huvudmannagruppen"), Waypoint(actor="radet"), Waypoint(actor="nsk-s", answer=True)],
)
NEAREST = Course(to=Target(nearest="rss"))
HOME = Course(to=Target(origin=True))


def a_round(**more: Any) -> Round:  # noqa: ANN401 -- whatever a round may hold
    return Round(id="r", label=Label(sv="r", en="r"), records=[], **more)


def a_decision(outcome: str, course: Course | None, *origins: Origin, **more: Any) -> Decision:  # noqa: ANN401 -- whatever a need may hold
    need = Need(id="n", title="n", area="x", origins=origins, **more)
    return Decision(need_id="n", title="n", outcome=outcome, need=need, destination_rule="a-rule", course=course)


def walked(decision: Decision, round_: Round | None = None, network: Network = NETWORK) -> Decision:
    (found,) = walk([decision], round_ or a_round(), network)
    return found


def stops(legs: Sequence[Leg]) -> list[str]:
    return [legs[0].source, *(leg.target for leg in legs)] if legs else []


def ways(found: Walk) -> tuple[list[str], list[str], list[str]]:
    return stops(found.approach), stops(found.course), stops(found.back)


def by_origin(found: Decision) -> dict[str, Walk]:
    return {one.origin: one for one in found.walks}


def the_fault(found: Decision) -> Diagnostic:
    assert found.outcome == "error"
    (fault,) = found.diagnostics
    return fault


def test_a_decision_without_a_course_passes_through_untouched() -> None:
    without = a_decision("merged", None, Origin(actor="gr-1"))
    refused = Decision(need_id="n", title="n", outcome="error", course=SBU)

    assert walk([without, refused], a_round(), NETWORK) == (without, refused)


def test_a_sender_approaches_the_first_waypoint_and_the_course_goes_on_from_there() -> None:
    found = walked(a_decision("new-research", SBU, Origin(actor="orebro-1")))

    (one,) = found.walks
    assert ways(one) == (
        ["orebro-1", "rss-orebro", "nsk-s"],
        ["nsk-s", "sbu"],
        ["sbu", "nsk-s", "rss-orebro", "orebro-1"],
    )
    assert (one.rule, one.origin, one.target) == ("a-rule", "orebro-1", "sbu")
    assert found.outcome == "new-research"


def test_a_leg_carries_what_its_channel_says() -> None:
    (one,) = walked(a_decision("new-research", SBU, Origin(actor="rss-gr"))).walks

    assert one.approach == (
        Leg(source="rss-gr", target="nsk-s", channel="rss-gr>nsk-s", kind="raises", days=30, subject_to="nsk-s-au", decision="", status=""),
    )
    assert one.course == (Leg(source="nsk-s", target="sbu", channel="nsk-s>sbu", kind="forwards", status="inference"),)


def test_the_lead_time_is_of_the_way_there() -> None:
    (one,) = walked(a_decision("new-research", SBU, Origin(actor="gr-1"))).walks

    assert one.lead_time == LeadTime(days=30, unknown_stops=2)


def test_the_recorded_decision_of_a_committee_stands_on_the_leg_it_let_through() -> None:
    taken = CommitteeDecision(need="n", committee="nsk-s-au", decision="taken-up")
    other = CommitteeDecision(need="m", committee="nsk-s-au", decision="declined")

    (one,) = walked(a_decision("new-research", SBU, Origin(actor="gr-1")), a_round(committee=[taken, other])).walks

    assert [leg.decision for leg in one.approach] == ["", "taken-up"]


def test_the_last_recorded_decision_counts_and_a_merged_record_s_before_its_own() -> None:
    first = CommitteeDecision(need="n", committee="nsk-s-au", decision="postponed")
    last = CommitteeDecision(need="n", committee="nsk-s-au", decision="taken-up")
    merged = CommitteeDecision(need="m", committee="nsk-s-au", decision="declined")
    both = a_decision("new-research", SBU, Origin(actor="rss-gr"), merged=["m"])

    assert [leg.decision for leg in walked(both, a_round(committee=[first, last, merged])).walks[0].approach] == ["taken-up"]
    assert [leg.decision for leg in walked(both, a_round(committee=[merged])).walks[0].approach] == ["declined"]


def test_a_course_may_come_back_to_an_actor_it_has_passed() -> None:
    (one,) = walked(a_decision("pilot", PILOT, Origin(actor="nsk-s"))).walks

    assert ways(one) == ([], ["nsk-s", "huvudmannagruppen", "radet", "nsk-s", "partnerskapet"], ["partnerskapet", "nsk-s"])
    assert [leg.kind for leg in one.course] == ["raises", "raises", "answers", "raises"]


def test_a_way_may_begin_with_an_answer() -> None:
    answered = Course(to=Target(actor="partnerskapet"), via=[Waypoint(actor="nsk-s", answer=True)])

    (one,) = walked(
        a_decision("pilot", answered, Origin(actor="radet")),
        network=attrs.evolve(NETWORK, channels=(*NETWORK.channels, channel("informs", "nsk-s", "radet"))),
    ).walks

    assert ways(one) == (["radet", "nsk-s"], ["nsk-s", "partnerskapet"], ["partnerskapet", "nsk-s", "radet"])


def test_each_sender_has_a_walk_of_its_own_and_the_same_one_has_one() -> None:
    found = walked(a_decision("new-research", SBU, *(Origin(actor=name) for name in ("gr-1", "halland-1", "gr-1"))))

    assert [one.origin for one in found.walks] == ["gr-1", "halland-1"]
    assert found.walks[0].course == found.walks[1].course


def test_a_municipality_goes_by_its_own_structure_whatever_county_it_lies_in() -> None:
    found = by_origin(walked(a_decision("handle-regionally", NEAREST, Origin(actor="kungsbacka"), Origin(actor="halland-1"))))

    assert found["kungsbacka"].target == "rss-gr"
    assert found["halland-1"].target == "rss-halland"


def test_the_nearest_is_found_for_each_sender_by_itself() -> None:
    found = by_origin(walked(a_decision("handle-regionally", NEAREST, Origin(actor="goteborg-hisingen"), Origin(actor="rss-orebro"))))

    assert ways(found["goteborg-hisingen"]) == (
        ["goteborg-hisingen", "goteborg-social", "rss-gr"],
        [],
        ["rss-gr", "goteborg-social", "goteborg-hisingen"],
    )
    assert (found["rss-orebro"].target, ways(found["rss-orebro"])) == ("rss-orebro", ([], [], []))


def test_administrations_of_an_island_each_get_their_answer() -> None:
    found = by_origin(walked(a_decision("new-research", SBU, *(Origin(actor=name) for name in ISLAND))))

    assert {name: stops(one.back)[-1] for name, one in found.items()} == {name: name for name in ISLAND}


def test_a_network_of_two_structures_goes_by_the_one_of_the_lesser_id() -> None:
    (one,) = walked(a_decision("new-research", SBU, Origin(actor="directors-west"))).walks

    assert stops(one.approach) == ["directors-west", "rss-gr", "nsk-s"]


def test_an_unknown_sender_begins_in_its_forum_and_has_no_way_back() -> None:
    (one,) = walked(a_decision("new-research", SBU, Origin(unknown=True, forum="rss-gr"))).walks

    assert (one.origin, one.target) == ("", "sbu")
    assert ways(one) == (["rss-gr", "nsk-s"], ["nsk-s", "sbu"], [])


def test_an_unknown_sender_from_nowhere_begins_at_the_first_waypoint() -> None:
    (one,) = walked(a_decision("new-research", SBU, Origin(at_least=3, of="municipality", forum="en enkät"))).walks

    assert ways(one) == ([], ["nsk-s", "sbu"], [])


def test_a_forum_that_leads_nowhere_is_no_fault_of_an_unknown_sender() -> None:
    found = walked(a_decision("new-research", SBU, Origin(unknown=True, forum="users")))

    assert ways(found.walks[0]) == ([], ["nsk-s", "sbu"], [])
    assert found.outcome == "new-research"


def test_a_need_without_a_sender_has_one_that_is_not_known() -> None:
    (one,) = walked(a_decision("new-research", SBU)).walks

    assert (one.origin, ways(one)) == ("", ([], ["nsk-s", "sbu"], []))


def test_unknown_senders_in_one_forum_share_a_walk() -> None:
    senders = [Origin(unknown=True, forum="rss-gr"), Origin(at_least=2, of="municipality", forum="rss-gr"), Origin(unknown=True)]

    assert [stops(one.approach) for one in walked(a_decision("new-research", SBU, *senders)).walks] == [["rss-gr", "nsk-s"], []]


def test_the_nearest_to_an_unknown_sender_is_from_its_forum_then_from_the_holder_then_not_known() -> None:
    here = a_decision("handle-regionally", NEAREST, Origin(unknown=True, forum="goteborg-social"))
    nowhere = a_decision("handle-regionally", NEAREST, Origin(unknown=True))

    assert walked(here).walks[0].target == "rss-gr"
    assert walked(nowhere, a_round(holder="directors-orebro")).walks[0].target == "rss-orebro"
    assert walked(nowhere, a_round(holder="sbu")).walks[0].target == ""
    assert walked(nowhere).walks[0] == Walk(rule="a-rule", origin="", target="", lead_time=LeadTime(days=0, unknown_stops=0))


def test_what_goes_back_to_the_sender_comes_from_the_holder_of_the_round() -> None:
    (one,) = walked(a_decision("inform", HOME, Origin(actor="gr-1")), a_round(holder="nsk-s")).walks

    assert one.target == "gr-1"
    assert ways(one) == ([], [], ["nsk-s", "rss-gr", "gr-1"])


def test_what_goes_back_to_the_sender_has_no_way_when_nobody_holds_the_round() -> None:
    (one,) = walked(a_decision("inform", HOME, Origin(actor="gr-1"))).walks

    assert (one.target, ways(one)) == ("gr-1", ([], [], []))


def test_what_goes_back_to_an_unknown_sender_reaches_nobody() -> None:
    (one,) = walked(a_decision("inform", HOME, Origin(unknown=True, forum="rss-gr")), a_round(holder="nsk-s")).walks

    assert (one.target, ways(one)) == ("", ([], [], []))


def test_what_goes_back_to_the_sender_by_way_of_others_comes_from_the_last_of_them() -> None:
    by_way = Course(to=Target(origin=True), via=[Waypoint(actor="nsk-s"), Waypoint(actor="sbu")])

    (one,) = walked(a_decision("inform", by_way, Origin(actor="rss-gr")), a_round(holder="partnerskapet")).walks

    assert ways(one) == (["rss-gr", "nsk-s"], ["nsk-s", "sbu"], ["sbu", "nsk-s", "rss-gr"])


INQUIRY = Support(id="inquiry", title=Label(sv="u", en="i"), status="under-way", contact="investigator", since=date(2018, 3, 1))
NAMELESS = Support(id="nameless", title=Label(sv="u", en="i"), status="under-way")
PRODUCT = Support(id="product", title=Label(sv="p", en="p"), status="current", contact="sbu")
CATALOGUE = Catalogue(entries={one.id: one for one in (INQUIRY, NAMELESS, PRODUCT)})


def matching(*entries: str) -> list[SupportMatch]:
    return [SupportMatch(entry=entry, confirmed=True) for entry in entries]


def told_of(also: Sequence[Also], *origins: Origin, round_: Round | None = None, entries: Sequence[str] = ()) -> list[tuple[str, str]]:
    course = Course(to=Target(actor="nsk-s"), also=also)
    found = walked(a_decision("await", course, *origins, support=matching(*entries)), round_ or a_round(catalogue=CATALOGUE))
    return [(one.actor, one.role) for one in found.also]


def test_the_contact_of_what_exists_is_invited() -> None:
    invited = Also(target=Target(contact_of_support=True), role="invited")

    assert told_of([invited], Origin(unknown=True), entries=["product", "inquiry"]) == [("investigator", "invited")]


def test_a_contact_that_nobody_has_named_is_said_to_be_nobody() -> None:
    invited = Also(target=Target(contact_of_support=True), role="invited")

    assert told_of([invited], Origin(unknown=True), entries=["nameless"]) == [("", "invited")]
    assert told_of([invited], Origin(unknown=True)) == [("", "invited")]


def test_what_exists_is_read_at_the_date_of_the_decision() -> None:
    invited = Course(to=Target(actor="nsk-s"), also=[Also(target=Target(contact_of_support=True))])
    decision = a_decision("await", invited, Origin(unknown=True), support=matching("inquiry"))
    round_ = a_round(catalogue=CATALOGUE, decided_on=date(2018, 1, 1))

    assert walk([decision], round_, NETWORK)[0].also == (Told(actor="", role="informed"),)
    assert walk([decision], round_, NETWORK, decided_on=date(2018, 4, 1))[0].also == (Told(actor="investigator", role="informed"),)


def test_others_are_told_once_each() -> None:
    named = Also(target=Target(actor="sbu"))

    assert told_of([named, named], Origin(actor="gr-1"), Origin(actor="gr-2")) == [("sbu", "informed")]


def test_the_nearest_who_is_told_is_that_of_each_known_sender() -> None:
    nearest = Also(target=Target(nearest="rss"))

    senders = [Origin(actor="orebro-1"), Origin(actor="gr-1"), Origin(actor="gr-2")]
    assert told_of([nearest], Origin(unknown=True, forum="rss-halland"), *senders) == [("rss-orebro", "informed"), ("rss-gr", "informed")]
    assert told_of([nearest], Origin(unknown=True, forum="goteborg")) == [("rss-gr", "informed")]
    assert told_of([nearest], Origin(unknown=True)) == [("", "informed")]


def test_every_known_sender_may_be_told() -> None:
    home = Also(target=Target(origin=True))

    assert told_of([home], Origin(actor="gr-1"), Origin(unknown=True), Origin(actor="orebro-1")) == [
        ("gr-1", "informed"),
        ("orebro-1", "informed"),
    ]


def test_a_sender_that_nobody_knows_is_not_told_and_its_nearest_is_said_to_be_unknown() -> None:
    course = Course(to=Target(actor="nsk-s"), also=[Also(target=Target(origin=True)), Also(target=Target(nearest="rss"))])

    assert walked(a_decision("await", course, Origin(unknown=True))).also == (Told(actor="", role="informed", nearest="rss"),)


def test_a_need_may_go_to_the_contact_of_what_exists() -> None:
    to_contact = Course(to=Target(contact_of_support=True))
    network = attrs.evolve(
        NETWORK,
        channels=(*NETWORK.channels, channel("forwards", "nsk-s", "investigator"), channel("informs", "investigator", "nsk-s")),
    )
    decision = a_decision("await", to_contact, Origin(actor="rss-gr"), support=matching("inquiry"))

    (one,) = walked(decision, a_round(catalogue=CATALOGUE), network).walks

    assert ways(one) == (["rss-gr", "nsk-s", "investigator"], [], ["investigator", "nsk-s", "rss-gr"])


def test_a_contact_that_nobody_has_named_is_nowhere_and_the_holder_answers() -> None:
    to_contact = Course(to=Target(contact_of_support=True))

    (one,) = walked(a_decision("await", to_contact, Origin(actor="rss-gr")), a_round(holder="nsk-s")).walks

    assert (one.target, ways(one)) == ("", ([], [], ["nsk-s", "rss-gr"]))


def test_a_sender_whose_question_cannot_go_on_is_an_error() -> None:
    lost = a_decision("new-research", SBU, Origin(actor="gr-1"), Origin(actor="users"), span=Span("needs.toml", 3, 1))
    network = attrs.evolve(NETWORK, channels=(*NETWORK.channels, channel("informs", "nsk-s", "users")))

    found = walked(lost, network=network)

    assert (found.walks, found.also, found.course) == ((), (), SBU)
    assert describe(the_fault(found), "en") == (
        'needs.toml:3:1: error[origin-cannot-reach]: need "n": no way leads from its sender "users" on to "nsk-s" '
        '(outcome "new-research", area "x")\n'
        "    why:  a sender whose question cannot follow the way that a rule gives would never be heard\n"
        '    mend: add channels on from "users" to the network, or correct the sender; rule "a-rule" gives the way'
    )
    assert describe(the_fault(found), "sv") == (
        "needs.toml:3:1: fel[origin-cannot-reach]: behovet ”n”: ingen väg leder från avsändaren ”users” vidare till ”nsk-s” "
        "(utfall ”new-research”, område ”x”)\n"
        "    varför: en avsändare vars fråga inte kan följa den ärendegång som regeln anger skulle aldrig bli hörd\n"
        "    åtgärd: lägg till kanaler från ”users” i nätverket, eller rätta avsändaren; ärendegången står i regeln ”a-rule”"
    )


def test_where_a_sender_s_channels_do_lead_is_said() -> None:
    narrow = attrs.evolve(
        NETWORK, channels=tuple(attrs.evolve(one, areas=["y"]) if one.id == "rss-gr>nsk-s" else one for one in NETWORK.channels)
    )

    found = walked(a_decision("new-research", SBU, Origin(actor="gr-1")), network=narrow)

    assert describe(the_fault(found), "en").splitlines()[-1] == (
        '    mend: channels lead from "gr-1" to rss-gr: add one that leads on towards "nsk-s", or correct the sender; '
        'rule "a-rule" gives the way'
    )
    assert describe(the_fault(found), "sv").splitlines()[-1] == (
        "    åtgärd: från ”gr-1” går kanaler till rss-gr: lägg till en som leder vidare mot ”nsk-s”, eller rätta avsändaren; "
        "ärendegången står i regeln ”a-rule”"
    )


def test_a_course_that_breaks_off_is_an_error_said_once() -> None:
    broken = Course(to=Target(actor="sbu"), via=[Waypoint(actor="partnerskapet")])

    found = walked(a_decision("new-research", broken, Origin(actor="gr-1"), Origin(actor="gr-2")))

    assert describe(the_fault(found), "en") == (
        'error[course-broken]: need "n": no way leads from "partnerskapet" on to "sbu", where rule "a-rule" would have it go '
        '(outcome "new-research", area "x")\n'
        "    why:  a need that stops on the way is neither taken on nor answered\n"
        '    mend: add a channel on from "partnerskapet" to the network, or change the way that the rule gives'
    )
    assert describe(the_fault(found), "sv") == (
        "fel[course-broken]: behovet ”n”: ingen väg leder från ”partnerskapet” vidare till ”sbu”, dit regeln ”a-rule” skickar det "
        "(utfall ”new-research”, område ”x”)\n"
        "    varför: ett behov som stannar på vägen varken tas om hand eller besvaras\n"
        "    åtgärd: lägg till en kanal från ”partnerskapet” i nätverket, eller ändra den ärendegång som regeln anger"
    )


def test_a_course_that_breaks_off_says_where_channels_do_lead() -> None:
    broken = Course(to=Target(actor="sbu"), via=[Waypoint(actor="nsk-s"), Waypoint(actor="huvudmannagruppen")])

    found = walked(a_decision("new-research", broken, Origin(unknown=True)))

    assert describe(the_fault(found), "en").splitlines()[-1] == (
        '    mend: channels lead from "huvudmannagruppen" to radet: add one that leads on towards "sbu", '
        "or change the way that the rule gives"
    )
    assert describe(the_fault(found), "sv").splitlines()[-1] == (
        "    åtgärd: från ”huvudmannagruppen” går kanaler till radet: lägg till en som leder vidare mot ”sbu”, "
        "eller ändra den ärendegång som regeln anger"
    )


def test_a_known_sender_without_a_way_back_is_an_error() -> None:
    deaf = attrs.evolve(NETWORK, channels=tuple(one for one in NETWORK.channels if one.target != "gr-1"))

    found = walked(a_decision("new-research", SBU, Origin(actor="gr-1")), network=deaf)

    assert describe(the_fault(found), "en") == (
        'error[no-way-back]: need "n": no way leads back from "sbu" to its sender "gr-1" (outcome "new-research", area "x")\n'
        "    why:  nothing is decided without a way for the answer to return to each known sender\n"
        '    mend: add a channel that answers or informs "gr-1" to the network'
    )
    assert describe(the_fault(found), "sv") == (
        "fel[no-way-back]: behovet ”n”: ingen väg leder tillbaka från ”sbu” till avsändaren ”gr-1” (utfall ”new-research”, område ”x”)\n"
        "    varför: inget beslutas utan att svaret kan nå varje känd avsändare\n"
        "    åtgärd: lägg till en kanal i nätverket som svarar eller informerar ”gr-1”"
    )


def test_who_does_answer_the_sender_is_said() -> None:
    found = walked(a_decision("inform", HOME, Origin(actor="gr-1")), a_round(holder="users"))

    assert describe(the_fault(found), "en").splitlines()[-1] == (
        '    mend: "gr-1" is answered or informed by rss-gr: add a channel from "users" that leads there'
    )
    assert describe(the_fault(found), "sv").splitlines()[-1] == (
        "    åtgärd: ”gr-1” får svar eller information från rss-gr: lägg till en kanal från ”users” som leder dit"
    )


def test_a_target_without_the_mandate_is_an_error_that_names_those_who_have_it() -> None:
    wrong = a_decision("new-research", Course(to=Target(actor="nsk-s")), Origin(actor="gr-1"), Origin(unknown=True))

    found = walked(wrong)

    assert describe(the_fault(found), "en") == (
        'error[no-mandate]: need "n": rule "a-rule" sends it to "nsk-s", which has no mandate for the outcome '
        '"new-research" in the area "x"\n'
        "    why:  an actor without the mandate need not take the question on, and it would be left lying\n"
        '    mend: send it to one that has the mandate (sbu), or give it to "nsk-s" in the network'
    )
    assert describe(the_fault(found), "sv") == (
        "fel[no-mandate]: behovet ”n”: regeln ”a-rule” skickar det till ”nsk-s”, som saknar mandat för utfallet ”new-research” "
        "inom området ”x”\n"
        "    varför: en aktör utan mandat behöver inte ta sig an frågan, och då blir den liggande\n"
        "    åtgärd: skicka det till en som har mandatet (sbu), eller ge det till ”nsk-s” i nätverket"
    )


def test_a_mandate_that_nobody_has_is_said_to_be_nobody_s() -> None:
    found = walked(a_decision("adapt", NEAREST, Origin(actor="gr-1")))

    assert describe(the_fault(found), "en").splitlines()[-1] == (
        '    mend: give "rss-gr" the mandate in the network, or change the target of the rule; no actor has it now'
    )
    assert describe(the_fault(found), "sv").splitlines()[-1] == (
        "    åtgärd: ge ”rss-gr” mandatet i nätverket, eller ändra mottagaren i regeln; ingen aktör har det nu"
    )


def test_a_known_sender_without_a_nearest_is_an_error() -> None:
    found = walked(a_decision("handle-regionally", NEAREST, Origin(actor="users")))

    assert describe(the_fault(found), "en") == (
        'error[no-nearest]: need "n": rule "a-rule" sends it to the nearest "rss", and its sender "users" reaches none '
        '(outcome "handle-regionally", area "x")\n'
        "    why:  without a recipient the question would be left lying\n"
        '    mend: add channels from "users" towards an actor of that kind to the network, or correct the sender'
    )
    assert describe(the_fault(found), "sv") == (
        "fel[no-nearest]: behovet ”n”: regeln ”a-rule” skickar det till närmaste ”rss”, men avsändaren ”users” når ingen sådan "
        "(utfall ”handle-regionally”, område ”x”)\n"
        "    varför: utan mottagare blir frågan liggande\n"
        "    åtgärd: lägg till kanaler från ”users” mot en aktör av det slaget i nätverket, eller rätta avsändaren"
    )


def test_every_fault_of_a_need_is_gathered_after_those_it_had() -> None:
    earlier = Diagnostic(code="no-mandate", params={"need": "n"})
    lost = attrs.evolve(a_decision("new-research", SBU, Origin(actor="users"), Origin(actor="fou")), diagnostics=[earlier])

    found = walked(lost)

    assert found.diagnostics[0] == earlier
    assert [(one.code, one.params["source" if one.code == "origin-cannot-reach" else "origin"]) for one in found.diagnostics[1:]] == [
        ("no-way-back", "fou"),
        ("no-way-back", "users"),
        ("origin-cannot-reach", "fou"),
        ("origin-cannot-reach", "users"),
    ]
