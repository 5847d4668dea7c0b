"""Whatever is left out of what is recorded, the derived range still holds what the whole record gives."""

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.measures.compute import derive
from prioritera.measures.declare import MEASURES
from prioritera.measures.implied import AT_MOST, IMPLIES, can_be
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import BACKINGS, DECISIONS, Need, Origin
from prioritera.model.network import LEVELS
from prioritera.model.value import Between, Known
from small_networks import GR, HALLAND, ISLAND, OREBRO, PAIR, sweden

NETWORK = sweden()
RANGED = [name for name, measure in MEASURES.items() if measure.high or measure.ordered]
SPEAKS_FOR = {
    "rss-gr": GR,
    "directors-gr": GR,
    "directors-orebro": OREBRO,
    "rss-halland": HALLAND,
    "directors-west": (*GR, *HALLAND),
    "rss-pair": PAIR,
    "rss-island": ("island-municipality", *ISLAND),
    "nsk-s": (*GR, *HALLAND, *OREBRO[:6], "sbu", "users"),
}
LOCAL = (*GR[:4], "goteborg", "goteborg-social", *HALLAND, *PAIR, "island-municipality", "island-region", *ISLAND, "users")

Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def recorded(draw: Draw) -> Origin:
    """A sender of which everything is recorded."""
    decided = draw(st.sampled_from(DECISIONS))
    if draw(st.booleans()):
        actor = draw(st.sampled_from(LOCAL))
        # No municipality's director stands behind a user organisation.
        return Origin(actor=actor, backing=draw(st.sampled_from(BACKINGS[: 2 if actor == "users" else 3])), decided=decided)
    actor = draw(st.sampled_from(sorted(SPEAKS_FOR)))
    present = draw(st.lists(st.sampled_from(SPEAKS_FOR[actor]), min_size=1, max_size=8, unique=True))
    backing = draw(st.sampled_from(BACKINGS[:2] + BACKINGS[3:]))
    named = Origin(actor=actor, backing=backing, decided=decided, covers=SPEAKS_FOR[actor], present=tuple(present))
    return attrs.evolve(named, covers="all") if actor != "nsk-s" and draw(st.booleans()) else named


@st.composite
def blurred(draw: Draw, whole: Origin) -> Origin:
    """The same sender with some of it not recorded."""
    found = whole
    if draw(st.booleans()):
        found = attrs.evolve(found, decided="")
    if whole.present is not None and whole.backing != "all" and draw(st.booleans()):
        found = attrs.evolve(found, present=None)
    if draw(st.booleans()) and (whole.present is None or found.actor not in LOCAL):
        found = attrs.evolve(found, backing="")
    if found.covers is not None and whole.backing != "all" and draw(st.booleans()):
        found = attrs.evolve(found, covers=None)
    return attrs.evolve(found, actor="", unknown=True) if draw(st.integers(0, 3)) == 0 else found


def values(origins: list[Origin]) -> dict[str, Known | Between]:
    need = Need(id="n", title="n", area="x", origins=origins)
    return dict(derive(need, NETWORK, Catalogue(), RANGED, decided_on=None))


def ends(name: str, value: Known | Between) -> tuple[int, int]:
    if isinstance(value, Between):
        return value.low, value.high
    place = LEVELS.index(str(value.value)) if MEASURES[name].ordered else int(str(value.value))
    return place, place


@given(st.lists(recorded(), min_size=1, max_size=6))
def test_what_is_wholly_recorded_is_known(origins: list[Origin]) -> None:
    found = values(origins)

    assert [name for name, value in found.items() if isinstance(value, Between)] == []


@given(st.data())
def test_the_range_of_a_partial_record_holds_the_value_of_the_whole_one(data: st.DataObject) -> None:
    whole = data.draw(st.lists(recorded(), min_size=1, max_size=6))
    part = [data.draw(blurred(origin)) for origin in whole]

    known, range_of = values(whole), values(part)

    for name in RANGED:
        value, _ = ends(name, known[name])
        low, high = ends(name, range_of[name])
        assert low <= value <= high, (name, value, low, high)


@given(
    st.lists(st.sampled_from((*GR, *HALLAND)), min_size=1, max_size=15, unique=True),
    st.sampled_from(BACKINGS[:3]),
    st.sampled_from(["", *DECISIONS]),
    st.integers(0, 15),
)
def test_at_least_so_many_holds_the_value_of_those_who_they_were(names: list[str], backing: str, decided: str, fewer: int) -> None:
    whole = [Origin(actor=name, backing=backing, decided=decided or "decision") for name in names]
    number = Origin(at_least=max(1, len(names) - fewer), of="municipality", backing=backing, decided=decided)

    known, range_of = values(whole), values([number])

    for name in RANGED:
        low, high = ends(name, range_of[name])
        assert low <= ends(name, known[name])[0] <= high, name


@given(st.lists(recorded(), min_size=1, max_size=6))
def test_the_implied_constraints_hold_for_every_need(whole: list[Origin]) -> None:
    reading = {name: ends(name, value) for name, value in values(whole).items()}

    for end in (0, 1):
        assert all(reading[first][end] <= reading[second][end] for first, second in AT_MOST)
        assert all(reading[rule.then][end] >= rule.then_least for rule in IMPLIES if reading[rule.given][end] >= rule.least)


@given(st.data())
def test_some_need_always_fits_what_is_known_of_one(data: st.DataObject) -> None:
    whole = data.draw(st.lists(recorded(), min_size=1, max_size=6))

    found = values([data.draw(blurred(origin)) for origin in whole])

    assert can_be({name: ends(name, value) for name, value in found.items()})


@given(st.lists(recorded(), min_size=1, max_size=5), recorded())
def test_another_sender_never_lowers_anything(origins: list[Origin], another: Origin) -> None:
    before, after = values(origins), values([*origins, another])

    assert all(ends(name, before[name]) <= ends(name, after[name]) for name in RANGED)


@given(st.lists(recorded(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_senders_does_not_matter(origins: list[Origin], random: Any) -> None:  # noqa: ANN401 -- as drawn
    mixed = list(origins)
    random.shuffle(mixed)

    assert values(mixed) == values(origins)
