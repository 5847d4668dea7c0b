"""What supply says of a need grows only with what is said: no offer takes away, and what is left out is never said to fit."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.need import Need, Origin
from prioritera.model.offers import Offer, Offers, SupportKind
from prioritera.model.result import Decision, Result
from prioritera.model.round import Round
from prioritera.model.supply import Supply
from prioritera.model.text import Label
from prioritera.stages.supply import supply
from small_networks import actor, network

LABEL = Label(sv="n", en="n")
AREAS = ("care", "youth", "open")
TOWNS = ("n1", "n2", "s1")
SWEDEN = network(
    [
        actor("north", "rss", level="regional"),
        actor("south", "rss", level="regional"),
        actor("n1", member_of=["north"]),
        actor("n2", member_of=["north"]),
        actor("s1", member_of=["south"]),
        *(actor(name, "fou", level="regional") for name in ("a", "b", "c", "d")),
    ]
)
KINDS = {"training": SupportKind(id="training", label=LABEL, meets={"causes": ("competence",)}), "any": SupportKind(id="any", label=LABEL)}


def some_of(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(st.sampled_from(words), min_size=1, unique=True).map(tuple)


OFFERS = st.lists(
    st.builds(
        Offer,
        id=st.uuids().map(str),
        actor=st.sampled_from("abcd"),
        areas=some_of(AREAS[:2]),
        kinds=some_of(tuple(KINDS)),
        serves=st.just("all") | some_of((*TOWNS, "north")),
    ),
    max_size=5,
    unique_by=lambda offer: offer.id,
)
ORIGINS = st.lists(
    st.one_of(
        st.builds(Origin, actor=st.sampled_from((*TOWNS, "north", "a"))),
        st.just(Origin(unknown=True)),
        st.just(Origin(at_least=2, of="municipality", within="north")),
    ),
    min_size=1,
    max_size=3,
)
NEEDS = st.lists(
    st.tuples(st.sampled_from(AREAS), ORIGINS, st.sampled_from([frozenset[str](), frozenset(["competence"]), frozenset(["legal"])])),
    max_size=4,
)


def found(needs: list[tuple[str, list[Origin], frozenset[str]]], offers: list[Offer]) -> Supply:
    decisions = [
        Decision(
            need_id=f"d{number}",
            title="t",
            outcome="o",
            need=Need(id=f"d{number}", title="t", area=area, origins=who),
            values={"causes": causes},
        )
        for number, (area, who, causes) in enumerate(needs)
    ]
    listed = Offers(id="o", label=LABEL, open_areas=["open"], kinds=KINDS, offers=offers)
    round_ = Round(id="r", label=LABEL, records=[], offers=listed)
    return supply(Result(round=round_, decisions=decisions, rules_hash="r", network_hash="n"), SWEDEN)


@given(needs=NEEDS, offers=OFFERS)
def test_supply_says_no_more_than_is_said(needs: list[tuple[str, list[Origin], frozenset[str]]], offers: list[Offer]) -> None:
    got = found(needs, offers)

    assert [need.need_id for need in got.needs] == [f"d{number}" for number in range(len(needs))]
    for need in got.needs:
        assert all(match.offer.areas is not None and need.area in match.offer.areas for match in need.can)
        assert all(match.offer.serves is not None for match in need.can)
        assert {match.offer.id for match in need.can}.isdisjoint(match.offer.id for match in need.may)


@given(needs=NEEDS, offers=OFFERS)
def test_another_offer_takes_nothing_away(needs: list[tuple[str, list[Origin], frozenset[str]]], offers: list[Offer]) -> None:
    more, fewer = found(needs, offers), found(needs, offers[1:])

    for all_of, some in zip(more.needs, fewer.needs, strict=True):
        assert set(some.able) <= set(all_of.able)
        assert some.is_bare or not all_of.is_bare
    assert {(crowd.area, crowd.kind) for crowd in fewer.crowds} <= {(crowd.area, crowd.kind) for crowd in more.crowds}


@given(needs=NEEDS, offers=OFFERS.filter(bool))
def test_saying_less_never_fits_more(needs: list[tuple[str, list[Origin], frozenset[str]]], offers: list[Offer]) -> None:
    said = found(needs, offers)
    silent = found(needs, [attrs.evolve(offers[0], areas=None), *offers[1:]])

    for before, after in zip(said.needs, silent.needs, strict=True):
        assert {match.offer.id for match in after.can} <= {match.offer.id for match in before.can}
