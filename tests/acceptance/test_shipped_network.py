"""The network of Sweden 2018 as it is shipped: who counts as whom, how well anchored its senders are, and the ways of all of them."""

import csv
from functools import cache
from pathlib import Path

import attrs
import pytest

from prioritera.diagnostics import Diagnostic, Severity, what
from prioritera.graph.build import build
from prioritera.graph.query import can_raise, way
from prioritera.loading.load import load_network, load_rules
from prioritera.measures.bodies import bodies
from prioritera.measures.compute import derive
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, Origin
from prioritera.model.network import Network
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.table import Course, Target, Waypoint
from prioritera.model.text import Label
from prioritera.model.value import Between, FactValue, Known
from prioritera.stages.walk import walk
from prioritera.verify.network import check_network, check_network_alone

GOTLAND = ("gotland-socialforvaltningen", "gotland-halso-och-sjukvardsforvaltningen", "gotland-utbildnings-och-arbetslivsforvaltningen")
KUNGSBACKA, GOTEBORG = "k1384", "k1480"
DATA = Path(__file__).parents[2].parent / "shared" / "data"
WITH_DATA = pytest.mark.skipif(not DATA.is_dir(), reason="the published figures (shared/data) are not beside the repository")
# Of every county; Västra Götaland has several, and one of them reaches into Halland.
STRUCTURES = {
    "Västra Götalands län": {"rss-gr", "rss-fyrbodal", "rss-skaraborg", "rss-sjuharad"},
    "Hallands län": {"rss-halland", "rss-gr"},
}
# The actors of the published table that are many: by their kind here.
MANY = {"kommun": "municipality", "socialchefsnatverk": "directors-network", "rss": "rss", "fou": "fou"}
ONE = {"nsks": "nsk-s", "nsks_au": "nsk-s-au"}


@cache
def sweden() -> Network:
    return load_network("prioritera:sweden-2018")


def derived(name: str, *origins: Origin) -> FactValue | Between:
    need = Need(id="n", title="n", area="disability", origins=origins)
    value = derive(need, sweden(), Catalogue(), [name], decided_on=None)[name]
    return value.value if isinstance(value, Known) else value


def test_there_are_290_municipalities_each_of_one_structure() -> None:
    members = bodies(sweden()).members

    assert sum(len(found) for found in members.values()) == 290
    assert (len(members["rss-gr"]), len(members["rss-fyrbodal"]), len(members["rss-skaraborg"])) == (13, 14, 15)
    assert (len(members["rss-orebro"]), len(members["rss-gotland"])) == (12, 1)


def test_the_social_directors_of_orebro_are_a_whole_structure() -> None:
    letter = Origin(actor="socialchefer-orebro", backing="all", decided="joint-letter", covers="all", forum="nsk-s")

    assert derived("anchoring-level", letter) == 4
    assert derived("distinct-organisations", letter) == 12


def test_one_representative_is_one_person() -> None:
    assert derived("anchoring-level", Origin(unknown=True, backing="individual", forum="nsk-s")) == 0


def test_gotland_needs_more_than_one_signature() -> None:
    signature = Origin(actor="k0980", backing="all", decided="joint-letter", covers="all")
    barnsam = [Origin(actor=name, backing="unit", decided="top-management", forum="Barnsam") for name in GOTLAND]

    assert derived("anchoring-level", signature) == 2
    assert derived("anchoring-level", *barnsam) == 4
    assert derived("distinct-organisations", *barnsam) == 1


def test_five_of_the_thirteen_of_gr_are_several_municipalities() -> None:
    present = (KUNGSBACKA, GOTEBORG, "k1401", "k1402", "k1481")
    meeting = Origin(actor="rss-gr", backing="forum", forum="socialchefsnätverket", covers=13, present=present)

    assert derived("anchoring-level", meeting) == 3
    assert derived("distinct-rss", meeting) == 1


def test_kungsbacka_goes_by_gr_and_not_by_halland() -> None:
    graph = build(sweden())

    found = way(graph, KUNGSBACKA, "nsk-s", outcome="new-research", area="disability")

    assert found is not None
    assert [channel.target for channel in found] == ["rss-gr", "nsk-s"]


def test_whoever_can_raise_a_need_reaches_sbu_and_is_answered() -> None:
    network = sweden()
    need = Need(id="n", title="n", area="disability", origins=[Origin(actor=name) for name in can_raise(build(network))])
    to_sbu = Course(to=Target(actor="sbu"), via=[Waypoint(actor="nsk-s")])
    decision = Decision(need_id="n", title="n", outcome="new-research", need=need, course=to_sbu)

    (found,) = walk([decision], Round(id="r", label=Label(sv="r", en="r"), records=[]), network)

    assert found.outcome == "new-research"
    assert [one.origin for one in found.walks if not one.back and one.origin != "sbu"] == []
    assert len(found.walks) > 290


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@WITH_DATA
def test_the_municipalities_are_the_published_ones_with_their_codes() -> None:
    shipped = {one.code: (one.id, one.label.sv) for one in sweden().actors.values() if one.kind == "municipality"}

    assert shipped == {row["kommunkod"]: (f"k{row['kommunkod']}", row["kommun"]) for row in table("kommuner_290.csv")}


@WITH_DATA
def test_the_municipalities_of_a_county_have_a_structure_of_that_county() -> None:
    found: dict[str, set[str]] = {}
    for row in table("kommuner_290.csv"):
        found.setdefault(row["lan"], set()).update(sweden().actors[f"k{row['kommunkod']}"].member_of)

    assert {county: found.pop(county) for county in STRUCTURES} == STRUCTURES
    assert [county for county, structures in found.items() if len(structures) != 1] == []
    assert len(set.union(*found.values())) == len(found)


@WITH_DATA
def test_every_actor_that_the_sources_name_is_in_the_network() -> None:
    actors = sweden().actors
    kinds = {one.kind for one in actors.values()}

    missing = [
        row["id"] for row in table("actors_named.csv") if MANY.get(row["id"]) not in kinds and ONE.get(row["id"], row["id"]) not in actors
    ]

    assert missing == []


def told(found: tuple[Diagnostic, ...]) -> dict[str, list[str]]:
    """The first sentence of each finding, by its severity and code."""
    sentences: dict[str, list[str]] = {}
    for one in found:
        sentences.setdefault(f"{one.severity.value}[{one.code}]", []).append(what(one, "en"))
    return sentences


OVERLAPS = [
    "the outcome structured-review may be taken on by sbu, socialstyrelsen, fou-miljoer or nsk-s, in all areas",
    'the outcome implementation-support may be taken on by fou-miljoer or { kind = "rss" }, in all areas',
]


def test_with_the_shipped_rules_there_is_nothing_to_mend_and_just_this_to_know() -> None:
    found = check_network(load_rules("prioritera:sbu-four"), sweden())

    assert told(found) == {
        "note[actor-without-stand-in]": [
            (
                "without nsk-s no need with the outcome adapt, ask-what-exists, new-research, new-support or structured-review "
                "would come to its recipient and be answered (outcomes: 5 of 10)"
            )
        ],
        "note[actors-untouched]": [
            (
                "neither a question nor an answer comes to utredare-kommundoktorander, forte, barnafrid, lansstyrelser, larosaten, "
                "esf-radet, vinnova, brukar-och-anhorigorganisationer, storsthlm-valfardsutveckling, stockholms-stads-fou, fou-nordost, "
                "fou-nordvast, fou-nu, aldrecentrum, nestor-fou, forum-carpe, palliativt-kunskapscentrum, uppdrag-psykisk-halsa-stockholm, "
                "rpo-psykisk-halsa, origo or … (actors: 23)"
            )
        ],
        "note[channels-unused]": [
            (
                "no need and no answer goes by directors-commission-fou, rss-to-skl, skl-to-huvudmannagruppen, investigator-informs-nsk-s "
                "or health-care-investigator-informs-nsk-s (channels: 30)"
            )
        ],
        "note[mandates-overlap]": OVERLAPS,
    }


def test_alone_there_is_nothing_to_mend_in_it() -> None:
    found = check_network_alone(sweden())

    assert told(found).keys() == {"note[actors-untouched]", "note[mandates-overlap]"}
    assert told(found)["note[mandates-overlap]"] == OVERLAPS


@pytest.mark.parametrize("name", ["k0114", "rss-gr", "socialchefer-gr", "region-gotland", "nsk-s", "sbu", "fou-miljoer", "radet"])
def test_an_actor_that_is_unplugged_is_missed(name: str) -> None:
    unplugged = attrs.evolve(sweden(), channels=[one for one in sweden().channels if name not in (one.source, one.target)])

    found = check_network(load_rules("prioritera:sbu-four"), unplugged)

    assert [one.code for one in found if one.severity is not Severity.NOTE] != []


@pytest.mark.parametrize("name", ["skl", "utredare-kommundoktorander"])
def test_one_that_no_rule_needs_is_missed_in_a_note_only(name: str) -> None:
    rules = load_rules("prioritera:sbu-four")
    unplugged = attrs.evolve(sweden(), channels=[one for one in sweden().channels if name not in (one.source, one.target)])

    found = check_network(rules, unplugged)

    assert {one.severity for one in found} == {Severity.NOTE}
    assert told(found) != told(check_network(rules, sweden()))
