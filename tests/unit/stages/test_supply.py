"""Supply: who could take a need by area, place and kind of support; what is not said is neither yes nor no."""

from collections.abc import Mapping
from datetime import date

import attrs
import pytest

from prioritera.model.need import Need, Origin
from prioritera.model.network import Mandate, Network
from prioritera.model.offers import Offer, Offers, SupportKind
from prioritera.model.result import Decision, Result
from prioritera.model.round import Round
from prioritera.model.supply import Crowd, Fits, NeedSupply, Supply, Turn
from prioritera.model.text import Label
from prioritera.model.value import FactValue
from prioritera.stages.supply import supply
from small_networks import actor, network

NAME = Label(sv="n", en="n")
KINDS = {
    "training": SupportKind(id="training", label=NAME, meets={"causes": ("competence",), "audience": ("profession",)}),
    "research": SupportKind(id="research", label=NAME, meets={"causes": ("research-gap",)}),
    "advice": SupportKind(id="advice", label=NAME),
}


def towns() -> Network:
    return network(
        [
            actor("north", "rss", level="regional"),
            actor("south", "rss", level="regional"),
            *(actor(name, member_of=["north"]) for name in ("n1", "n2", "n3")),
            actor("s1", member_of=["south"]),
            actor("alone"),
            actor("directors", "directors-network", level="regional", member_of=["north"]),
            *(actor(name, "fou", level="regional") for name in ("fou-a", "fou-b", "fou-c")),
            actor("old", "fou", level="regional", valid_to=2019),
            actor("agency", "agency", level="national"),
        ],
        mandates=[
            Mandate(actor="agency", outcomes=["new-support"]),
            Mandate(actor="north", outcomes=["handle-regionally"]),
            Mandate(actor="south", outcomes=["handle-regionally"]),
        ],
    )


def offer(ident: str = "o", who: str = "fou-a", **more: object) -> Offer:
    return Offer(**{"id": ident, "actor": who, "areas": ("care",), "serves": "all", **more})  # type: ignore[arg-type]  # whatever an offer may hold


def decision(
    ident: str = "d", *origins: Origin, area: str = "care", outcome: str = "inform", values: Mapping[str, FactValue] | None = None
) -> Decision:
    need = Need(id=ident, title=ident.upper(), area=area, origins=origins or (Origin(actor="n1"),))
    return Decision(need_id=ident, title=need.title, outcome=outcome, need=need, values=values or {})


def found(decisions: list[Decision], *offers: Offer, on: date | None = None) -> Supply:
    listed = Offers(id="o", label=NAME, open_areas=["unknown"], kinds=KINDS, offers=offers)
    round_ = Round(id="r", label=NAME, records=[], offers=listed)
    result = Result(round=round_, decisions=decisions, decided_on=on, rules_hash="r", network_hash="n")
    return supply(result, towns())


def one(decided: Decision, *offers: Offer) -> NeedSupply:
    (need,) = found([decided], *offers).needs
    return need


@pytest.mark.parametrize(
    ("areas", "area", "fits"),
    [
        (("care",), "care", Fits.YES),
        (("care", "youth"), "youth", Fits.YES),
        (("care",), "youth", None),
        (None, "care", Fits.NOT_SAID),
        (("care",), "unknown", Fits.NOT_KNOWN),
    ],
)
def test_an_offer_fits_its_own_areas(areas: tuple[str, ...] | None, area: str, fits: Fits | None) -> None:
    need = one(decision(area=area), offer(areas=areas))

    assert [match.area for match in (*need.can, *need.may)] == ([] if fits is None else [fits])
    assert bool(need.can) is (fits is Fits.YES)


@pytest.mark.parametrize(
    ("serves", "origins", "fits"),
    [
        ("all", [Origin(unknown=True)], Fits.YES),
        (("n1",), [Origin(actor="n1")], Fits.YES),
        (("north",), [Origin(actor="n1")], Fits.YES),
        (("n1", "n2"), [Origin(actor="n1"), Origin(actor="n2")], Fits.YES),
        (("n1",), [Origin(actor="n1"), Origin(actor="n2")], Fits.PART),
        (("n1",), [Origin(actor="north")], Fits.PART),
        (("n1",), [Origin(actor="n1"), Origin(unknown=True)], Fits.PART),
        (("south",), [Origin(actor="n1")], None),
        (("south",), [Origin(actor="n1"), Origin(unknown=True)], Fits.NOT_KNOWN),
        (("south",), [Origin(unknown=True)], Fits.NOT_KNOWN),
        (("south",), [Origin(actor="agency")], Fits.NOT_KNOWN),
        (None, [Origin(actor="n1")], Fits.NOT_SAID),
        (("north",), [Origin(at_least=2, of="municipality", within="north")], Fits.YES),
        (("n3",), [Origin(at_least=2, of="municipality", within="north")], Fits.PART),
        (("south",), [Origin(at_least=2, of="municipality", within="north")], None),
        (("s1",), [Origin(at_least=2, of="municipality")], Fits.NOT_KNOWN),
        (("n2",), [Origin(actor="north", present=("n2",))], Fits.YES),
        (("n3",), [Origin(actor="north", present=("n2",), covers=("n2", "n3"))], None),
        (("n3",), [Origin(actor="north", present=2, covers=("n2", "n3"))], Fits.PART),
    ],
)
def test_an_offer_fits_where_it_serves(serves: tuple[str, ...] | None, origins: list[Origin], fits: Fits | None) -> None:
    need = one(decision("d", *origins), offer(serves=serves))

    assert [match.place for match in (*need.can, *need.may)] == ([] if fits is None else [fits])
    assert bool(need.can) is (fits in {Fits.YES, Fits.PART})


@pytest.mark.parametrize(
    ("kinds", "values", "fits"),
    [
        (None, {"causes": frozenset(["competence"])}, Fits.NOT_SAID),
        (("training",), {"causes": frozenset(["competence", "legal"])}, Fits.YES),
        (("training",), {"audience": "profession"}, Fits.YES),
        (("training",), {"causes": frozenset(["legal"])}, Fits.NOT_KNOWN),
        (("training",), {"causes": frozenset(["legal"]), "audience": "service"}, None),
        (("training",), {}, Fits.NOT_KNOWN),
        (("research",), {"causes": frozenset(["legal"])}, None),
        (("research", "training"), {"audience": "profession", "causes": frozenset(["legal"])}, Fits.YES),
        (("advice",), {"causes": frozenset(["legal"])}, Fits.NOT_KNOWN),
        (("advice", "research"), {"causes": frozenset(["legal"])}, Fits.NOT_KNOWN),
    ],
)
def test_a_kind_of_support_fits_what_it_answers_to(kinds: tuple[str, ...] | None, values: dict[str, FactValue], fits: Fits | None) -> None:
    need = one(decision(values=values), offer(kinds=kinds))

    assert [match.kind for match in need.can] == ([] if fits is None else [fits])
    assert need.may == ()


def test_three_actors_that_can_take_the_same_are_many_and_three_offers_of_one_are_not() -> None:
    assert one(decision(), offer("a"), offer("b", "fou-b"), offer("c", "fou-c")).is_crowded
    assert not one(decision(), offer("a"), offer("b"), offer("c")).is_crowded


def test_three_that_give_the_same_kind_in_an_area_are_a_crowd_whether_a_need_asks_or_not() -> None:
    three = [offer("a", kinds=("training",)), offer("b", "fou-b", kinds=("training", "advice")), offer("c", "fou-c", kinds=("training",))]

    assert found([], *three).crowds == (Crowd(area="care", kind="training", actors=("fou-a", "fou-b", "fou-c")),)
    assert found([], *three[:2]).crowds == ()
    assert found([], *(attrs.evolve(one, kinds=None) for one in three)).crowds[0].kind == ""
    assert found([], *(attrs.evolve(one, areas=None) for one in three)).crowds == ()


def test_nobody_can_take_what_no_offer_and_no_mandate_is_for() -> None:
    assert one(decision()).is_bare
    assert one(decision(), offer(areas=None)).is_bare
    assert not one(decision(), offer()).is_bare
    assert not one(decision(outcome="new-support")).is_bare


def test_of_structures_with_a_mandate_those_of_the_senders_are_named() -> None:
    near = one(decision("d", Origin(actor="n1"), outcome="handle-regionally"))
    unknown = one(decision("d", Origin(unknown=True), outcome="handle-regionally"))

    assert (near.mandated, near.others_mandated, near.is_bare) == (("north",), 1, False)
    assert (unknown.mandated, unknown.others_mandated, unknown.is_bare) == ((), 2, False)
    assert one(decision(outcome="new-support")).mandated == ("agency",)


def test_each_municipality_is_told_where_to_turn_and_those_alike_together() -> None:
    offers = (offer("a"), offer("b", "fou-b", serves=("n2",)), offer("c", "fou-c", serves=None))
    decisions = [decision("d", Origin(actor="north")), decision("e", Origin(actor="s1")), decision("f", Origin(actor="alone"))]

    assert found(decisions, *offers).turns == (
        Turn(municipalities=["n1", "n3"], structures=["north"], networks=["directors"], offers=offers[:1]),
        Turn(municipalities=["n2"], structures=["north"], networks=["directors"], offers=offers[:2]),
        Turn(municipalities=["s1"], structures=["south"], offers=offers[:1]),
        Turn(municipalities=["alone"], offers=offers[:1]),
    )
    assert found([decision("d", Origin(unknown=True))], *offers).turns == ()


def test_what_is_not_said_is_listed_apart() -> None:
    said = offer("said", kinds=("training",))
    lacking = [offer("a", areas=None, kinds=("training",)), offer("b", serves=None, kinds=("training",)), offer("c")]

    assert found([], said, *lacking).not_said == tuple(lacking)


def test_an_actor_that_was_not_there_takes_nothing() -> None:
    gone = offer("gone", "old")

    assert found([decision()], gone, on=date(2020, 1, 1)).gone == (gone,)
    assert found([decision()], gone, on=date(2020, 1, 1)).needs[0].can == ()
    assert found([decision()], gone, on=date(2019, 12, 31)).needs[0].able == ("old",)
    assert found([decision()], gone).needs[0].able == ("old",)


def test_records_that_are_no_need_of_their_own_are_named() -> None:
    refused = Decision(need_id="refused", title="", outcome="error")
    merged = attrs.evolve(decision("merged"), merged_into="d")

    got = found([decision(), refused, merged])

    assert [need.need_id for need in got.needs] == ["d"]
    assert got.left_out == ("refused", "merged")
