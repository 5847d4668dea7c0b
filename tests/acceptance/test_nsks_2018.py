"""The cases that K18 tells of: from rules and facts alone, each ends where the source says; and one changed fact changes the outcome."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from prioritera.frozen import FrozenMap
from prioritera.loading.load import load_network, load_round, load_rules
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.result import Decision, Result
from prioritera.model.round import Round, SameAs
from prioritera.model.ruleset import Model
from prioritera.model.text import Label
from prioritera.pipeline import prioritise
from prioritera.verify.network import bind
from prioritera.verify.verify import verify

EXAMPLE = Path(__file__).parents[2] / "examples" / "nsks-2018"
LEGS = tuple[str, ...]


@cache
def model() -> Model:
    return bind(verify(load_rules("prioritera:sbu-four")), load_network("prioritera:sweden-2018"))


@cache
def round_2018() -> Round:
    return load_round(EXAMPLE)


@cache
def result() -> Result:
    return prioritise(round_2018(), model())


def way(decision: Decision) -> LEGS:
    """The actors of the first sender's way, from the sender on."""
    walk = decision.walks[0]
    legs = (*walk.approach, *walk.course)
    return (legs[0].source, *(leg.target for leg in legs)) if legs else (walk.target,)


def decided(need: str, change: Callable[[dict[str, Any]], dict[str, Any]], round_: Round | None = None) -> Decision:
    """The decision on a need when its record is changed."""
    base = round_ or round_2018()
    records = [attrs.evolve(record, data=change(dict(record.data))) if record.data["id"] == need else record for record in base.records]
    return prioritise(attrs.evolve(base, records=records), model()).decision(need)


def with_facts(**facts: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    named = {name.replace("_", "-"): value for name, value in facts.items()}
    return lambda data: {**data, "facts": {**data.get("facts", {}), **named}}


def with_origins(*origins: Mapping[str, object]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda data: {**data, "origins": list(origins)}


ALL_OF_OREBRO = {"actor": "socialchefer-orebro", "backing": "all", "decided": "joint-letter", "covers": "all"}
ONE_REPRESENTATIVE = {"unknown": True, "backing": "individual", "forum": "nsk-s"}


@pytest.mark.parametrize(
    ("need", "outcome", "destination"),
    [
        ("orebro-kognitiv-svikt", "new-research", "sbu"),
        ("arbetsterapeuter", "ask-what-exists", "socialstyrelsen"),
        ("kommundoktorander", "await", "nsk-s"),
        ("kommunal-halso-och-sjukvard", "pilot", "partnerskapet"),
        ("ensamkommande", "make-precise", "origin"),
        ("social-barn-och-ungdomsvard", "make-precise", "origin"),
        ("funktionshinder", "make-precise", "origin"),
        ("brukarundersokningar", "handle-regionally", "nearest:rss"),
        ("yrkesresan", "national-scaling", "nsk-s"),
    ],
)
def test_each_case_ends_where_the_source_says(need: str, outcome: str, destination: str) -> None:
    decision = result().decision(need)

    assert (decision.outcome, decision.destination) == (outcome, destination)


def test_no_record_is_wrong_and_none_is_lost() -> None:
    assert result().diagnostics == ()
    assert [decision.need_id for decision in result().decisions] == [record.data["id"] for record in round_2018().records]


def test_orebro_goes_to_sbu_by_way_of_nsk_s_and_is_answered_the_same_way() -> None:
    decision = result().decision("orebro-kognitiv-svikt")

    assert way(decision) == ("socialchefer-orebro", "nsk-s", "sbu")
    assert [leg.target for leg in decision.walks[0].back] == ["nsk-s", "socialchefer-orebro"]


def test_municipal_health_care_walks_past_nsk_s_twice_to_a_pilot_and_the_investigator_is_informed() -> None:
    decision = result().decision("kommunal-halso-och-sjukvard")

    assert way(decision) == ("nsk-s", "huvudmannagruppen", "radet", "nsk-s", "partnerskapet")
    assert [(told.actor, told.role) for told in decision.also] == [("socialstyrelsen-utredare-khsv", "informed")]


def test_the_investigator_on_doctoral_students_is_invited() -> None:
    decision = result().decision("kommundoktorander")

    assert [(told.actor, told.role) for told in decision.also] == [("utredare-kommundoktorander", "invited")]


def test_occupational_therapists_are_asked_about_by_way_of_nsk_s() -> None:
    assert way(result().decision("arbetsterapeuter")) == ("nsk-s", "socialstyrelsen")


def test_survey_training_is_solved_by_each_senders_own_structure() -> None:
    decision = result().decision("brukarundersokningar")

    assert [(walk.origin, walk.target) for walk in decision.walks] == [
        ("rss-gr", "rss-gr"),
        ("rss-fyrbodal", "rss-fyrbodal"),
        ("rss-skaraborg", "rss-skaraborg"),
    ]


def test_every_known_sender_has_a_way_back_or_is_the_one_who_answers() -> None:
    for decision in result().decisions:
        for walk in decision.walks:
            arrives = walk.back[-1].target if walk.back else walk.target
            assert not walk.origin or arrives == walk.origin


def test_the_scaling_of_yrkesresan_is_a_proposal_of_the_rules() -> None:
    decision = result().decision("yrkesresan")

    fired = {rule.id: rule for table in model().rules.all_tables for rule in table.rules}
    assert [fired[one.rule].status for one in decision.fired if one.table in {"triage", "destination"}] == ["proposal", "proposal"]


def test_one_representative_instead_of_all_directors_must_be_anchored_further() -> None:
    decision = decided("orebro-kognitiv-svikt", with_origins(ONE_REPRESENTATIVE))

    assert (decision.outcome, decision.destination) == ("anchor-further", "origin")


def test_doctoral_students_after_the_inquiry_has_ended_must_be_anchored_further() -> None:
    ended = attrs.evolve(round_2018().catalogue.entries["inquiry-municipal-doctoral-students"], status="ended")
    round_ = attrs.evolve(round_2018(), catalogue=Catalogue(entries=FrozenMap({ended.id: ended})))

    assert decided("kommundoktorander", dict, round_).outcome == "anchor-further"


@pytest.mark.parametrize("need", ["orebro-kognitiv-svikt", "arbetsterapeuter", "ensamkommande", "brukarundersokningar"])
def test_support_found_in_the_catalogue_is_told_of(need: str) -> None:
    found = Support(id="found", title=Label(sv="Stöd", en="Support"), status="current")
    entries = FrozenMap({**round_2018().catalogue.entries, "found": found})
    round_ = attrs.evolve(round_2018(), catalogue=Catalogue(entries=entries))
    support = [{"entry": "found", "covers": "question", "confirmed": True}]

    decision = decided(need, lambda data: {**data, "support": support}, round_)

    assert (decision.outcome, decision.destination) == ("inform", "origin")


def test_support_for_the_area_only_changes_nothing() -> None:
    found = Support(id="found", title=Label(sv="Stöd", en="Support"), status="current")
    round_ = attrs.evolve(round_2018(), catalogue=Catalogue(entries=FrozenMap({**round_2018().catalogue.entries, "found": found})))
    support = [{"entry": "found", "covers": "area", "confirmed": True}]

    assert decided("orebro-kognitiv-svikt", lambda data: {**data, "support": support}, round_).outcome == "new-research"


def test_one_county_or_two_makes_no_difference() -> None:
    another = {"actor": "rss-dalarna", "backing": "all", "decided": "joint-letter", "covers": "all"}

    decision = decided("orebro-kognitiv-svikt", with_origins(ALL_OF_OREBRO, another))

    assert (decision.outcome, decision.destination) == ("new-research", "sbu")
    assert [walk.origin for walk in decision.walks] == ["socialchefer-orebro", "rss-dalarna"]


@pytest.mark.parametrize("causes", [["not-established"], None])
def test_orebro_before_the_cause_is_known_goes_to_structured_review(causes: list[str] | None) -> None:
    decision = decided("orebro-kognitiv-svikt", with_facts(causes=causes))

    assert (decision.outcome, decision.destination) == ("structured-review", "nsk-s")
    assert decision.ask == ("question-kind",)


@pytest.mark.parametrize(("kind", "reviewer"), [("effect", "sbu"), ("how-to-work", "socialstyrelsen"), ("one-practice", "fou-miljoer")])
def test_the_kind_of_question_names_who_reviews(kind: str, reviewer: str) -> None:
    decision = decided("orebro-kognitiv-svikt", with_facts(causes=["not-established"], question_kind=kind))

    assert (decision.outcome, decision.destination) == ("structured-review", reviewer)


def test_municipal_health_care_without_the_inquirys_finding_is_to_be_made_precise() -> None:
    assert decided("kommunal-halso-och-sjukvard", with_facts(under_provided=None)).outcome == "make-precise"


def test_occupational_therapists_after_a_search_are_not_asked_about_again() -> None:
    assert decided("arbetsterapeuter", with_facts(searched=["socialstyrelsen"])).outcome == "fact-needed"


def test_an_offer_without_outside_demand_stays_in_the_region() -> None:
    assert decided("yrkesresan", with_facts(outside_demand=False)).outcome == "handle-regionally"


def test_an_offer_whose_demand_nobody_has_recorded_waits_for_that_fact() -> None:
    decision = decided("yrkesresan", with_facts(outside_demand=None))

    assert (decision.outcome, decision.ask) == ("fact-needed", ("outside-demand",))


def test_what_is_not_taken_further_keeps_the_date_to_look_again_and_what_is_merged_does_not() -> None:
    same = SameAs(keep="social-barn-och-ungdomsvard", merged=["ensamkommande"])
    round_ = attrs.evolve(round_2018(), look_again=date(2019, 5, 1), same_as=[same])

    found = prioritise(round_, model())

    assert found.decision("ensamkommande").outcome == "merged"
    assert {decision.need_id: decision.look_again for decision in found.decisions if decision.look_again is not None} == dict.fromkeys(
        ["kommundoktorander", "social-barn-och-ungdomsvard", "funktionshinder"], date(2019, 5, 1)
    )
