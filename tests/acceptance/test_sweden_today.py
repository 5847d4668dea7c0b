"""The network of Sweden today as it is shipped: municipalities with county and population, who belongs where, and what is proved of it."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from prioritera.diagnostics import Severity, what
from prioritera.graph.build import build
from prioritera.graph.query import can_raise, way
from prioritera.loading.load import load_network, load_rules
from prioritera.measures.bodies import bodies
from prioritera.model.network import Actor, Network, Population
from prioritera.verify.network import bind, check_network
from prioritera.verify.verify import verify

DATA = Path(__file__).parents[2].parent / "shared" / "data"
WITH_DATA = pytest.mark.skipif(not DATA.is_dir(), reason="the published figures (shared/data) are not beside the repository")
GR = [
    "Ale",
    "Alingsås",
    "Göteborg",
    "Härryda",
    "Kungsbacka",
    "Kungälv",
    "Lerum",
    "Lilla Edet",
    "Mölndal",
    "Partille",
    "Stenungsund",
    "Tjörn",
    "Öckerö",
]

# Bodies that are there to be found and to be named as senders; no source tells how questions come to them.
UNTOUCHED = (
    "neither a question nor an answer comes to fou-i-vast, fou-socialtjanst-fyrbodal, fou-skaraborg, fou-valfard-varmland, "
    "fou-valfard-vasterbotten, fou-vasternorrland, fou-sormland, stockholms-stads-fou, fou-nordost, fou-nordvast, fou-nu, aldrecentrum, "
    "nestor-fou, barnafrid, lansstyrelser, larosaten, esf-radet, vinnova, brukar-och-anhorigorganisationer, "
    "storsthlm-valfardsutveckling or … (actors: 50)"
)
# Ways that the sources tell of and that the shipped rules do not send needs by.
UNUSED = (
    "no need and no answer goes by directors-commission-fou, rss-to-skr, skr-to-huvudmannagruppen, health-care-investigator-informs-nsk-s, "
    + ", ".join(
        f"radet-informs-agencies/radet/{name}"
        for name in ("forte", "folkhalsomyndigheten", "e-halsomyndigheten", "mfd", "ivo", "lakemedelsverket", "tlv")
    )
    + ", "
    + ", ".join(f"partnerskapet-informs-agencies/partnerskapet/{name}" for name in ("forte", "folkhalsomyndigheten", "e-halsomyndigheten"))
    + ", partnerskapet-informs-agencies/partnerskapet/mfd or partnerskapet-informs-skr (channels: 42)"
)


@cache
def sweden() -> Network:
    return load_network("prioritera:sweden")


def municipalities() -> list[Actor]:
    return [actor for actor in sweden().actors.values() if actor.kind == "municipality"]


@WITH_DATA
def test_codes_names_counties_and_populations_are_the_published_ones() -> None:
    with (DATA / "kommuner_290.csv").open(encoding="utf-8", newline="") as file:
        published = [
            (row["kommunkod"], row["kommun"], row["lan"], Population(persons=int(row["folkmangd_2021_12_31"]), year=2021))
            for row in csv.DictReader(file)
        ]

    counties = sweden().counties
    assert [(one.code, one.label.sv, counties[one.county].sv, one.population) for one in municipalities()] == published
    assert [one.id for one in municipalities()] == [f"k{code}" for code, *_ in published]


def test_there_are_290_municipalities_in_21_counties_and_21_regions() -> None:
    regions = [actor for actor in sweden().actors.values() if actor.kind == "region"]

    assert (len(municipalities()), len({one.county for one in municipalities()})) == (290, 21)
    assert sorted(one.county for one in regions) == sorted(sweden().counties)


def test_every_municipality_belongs_to_one_support_structure() -> None:
    members = bodies(sweden()).members

    assert sum(len(found) for found in members.values()) == 290
    assert {name: len(members[name]) for name in ("rss-gr", "rss-fyrbodal", "rss-skaraborg", "rss-sjuharad")} == {
        "rss-gr": 13,
        "rss-fyrbodal": 14,
        "rss-skaraborg": 15,
        "rss-sjuharad": 8,
    }


def test_gr_has_its_thirteen_and_one_of_them_is_in_halland() -> None:
    members = [one for one in municipalities() if "rss-gr" in one.member_of]

    assert [one.label.sv for one in sorted(members, key=lambda one: GR.index(one.label.sv))] == GR
    assert [one.id for one in members if sweden().counties[one.county].sv == "Hallands län"] == ["k1384"]


def test_all_else_in_a_county_belongs_to_one_structure() -> None:
    homes = Counter((one.county, one.member_of) for one in municipalities() if one.county not in {"13", "14"})

    assert len(homes) == 19


def test_what_no_page_states_is_marked() -> None:
    assert [one.label.sv for one in municipalities() if one.status] == ["Färgelanda"]
    assert {one.label.sv: one.valid_from for one in municipalities() if one.valid_from} == {"Knivsta": 2003, "Heby": 2007}


def test_it_is_skr_and_the_agencies_of_partnerskapet_and_radet_are_there() -> None:
    actors = sweden().actors

    assert (actors["skr"].label.sv, "skl" in actors) == ("SKR", False)
    assert [one.id for one in actors.values() if "radet" in one.member_of] == [
        "socialstyrelsen",
        "sbu",
        "forte",
        "folkhalsomyndigheten",
        "e-halsomyndigheten",
        "mfd",
        "ivo",
        "lakemedelsverket",
        "tlv",
    ]
    assert [one.id for one in actors.values() if "partnerskapet" in one.member_of] == [
        "skr",
        "socialstyrelsen",
        "sbu",
        "forte",
        "folkhalsomyndigheten",
        "e-halsomyndigheten",
        "mfd",
    ]


def test_it_binds_with_the_shipped_rules() -> None:
    assert bind(verify(load_rules("prioritera:sbu-four")), sweden()).network.id == "sweden"


def test_everyone_of_2018_who_can_raise_a_need_can_today() -> None:
    old = set(can_raise(build(load_network("prioritera:sweden-2018"))))

    assert old - set(can_raise(build(sweden()))) == set()


def test_kungsbacka_goes_by_gr_and_gotland_region_by_its_structure() -> None:
    graph = build(sweden())
    found = {name: way(graph, name, "nsk-s", outcome="new-research", area="disability") for name in ("k1384", "region-gotland")}

    assert {name: [channel.target for channel in one or ()] for name, one in found.items()} == {
        "k1384": ["rss-gr", "nsk-s"],
        "region-gotland": ["rss-gotland", "nsk-s"],
    }


def test_with_the_shipped_rules_there_is_nothing_to_mend_and_just_this_to_know() -> None:
    found = check_network(load_rules("prioritera:sbu-four"), sweden())

    assert {one.severity for one in found} == {Severity.NOTE}
    assert {one.code: what(one, "en") for one in found} == {
        "actor-without-stand-in": (
            "without nsk-s no need with the outcome adapt, ask-what-exists, new-research, new-support or structured-review "
            "would come to its recipient and be answered (outcomes: 5 of 10)"
        ),
        "actors-untouched": UNTOUCHED,
        "channels-unused": UNUSED,
        "mandates-overlap": 'the outcome implementation-support may be taken on by fou-miljoer or { kind = "rss" }, in all areas',
    }
