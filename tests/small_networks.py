"""Small networks for tests, made as values: support structures with their municipalities, a city, an island, and the national bodies."""

from collections.abc import Iterable
from typing import Any

from prioritera.model.network import Actor, Channel, Mandate, Network
from prioritera.model.text import Label

# Thirteen municipalities; Kungsbacka lies in another county than the rest (K18:106; GRM:32).
GR = (*tuple(f"gr-{number}" for number in range(1, 12)), "goteborg", "kungsbacka")
OREBRO = tuple(f"orebro-{number}" for number in range(1, 13))
HALLAND = ("halland-1", "halland-2", "halland-3")
PAIR = ("pair-1", "pair-2")
ISLAND = ("island-social", "island-health", "island-school")


def actor(name: str, kind: str = "municipality", **more: Any) -> Actor:  # noqa: ANN401 -- whatever an actor may hold
    """An actor; local if nothing else is said."""
    return Actor(id=name, label=Label(sv=name, en=name), kind=kind, level=more.pop("level", "local"), **more)


def channel(kind: str, source: str, target: str, **more: Any) -> Channel:  # noqa: ANN401 -- whatever a channel may hold
    """A channel named after its ends."""
    return Channel(id=more.pop("id", f"{source}>{target}"), kind=kind, source=source, target=target, **more)


def network(actors: Iterable[Actor], channels: Iterable[Channel] = (), mandates: Iterable[Mandate] = ()) -> Network:
    """A network of these."""
    return Network(
        id="small",
        label=Label(sv="Litet", en="Small"),
        actors={one.id: one for one in actors},
        channels=tuple(channels),
        mandates=tuple(mandates),
    )


def _members(rss: str, municipalities: Iterable[str]) -> list[Actor]:
    return [actor(name, member_of=[rss]) for name in municipalities]


def actors() -> list[Actor]:
    """Four ordinary structures, one of only two municipalities among them, an island that is municipality and region, national bodies."""
    return [
        *(actor(f"rss-{name}", "rss", level="regional") for name in ("gr", "orebro", "halland", "pair", "island")),
        *_members("rss-gr", GR),
        *_members("rss-orebro", OREBRO),
        *_members("rss-halland", HALLAND),
        *_members("rss-pair", PAIR),
        actor("goteborg-social", "administration", part_of="goteborg"),
        actor("goteborg-elderly", "administration", part_of="goteborg"),
        actor("goteborg-hisingen", "district", part_of="goteborg-social", level="local"),
        actor("directors-gr", "directors-network", level="regional", member_of=["rss-gr"]),
        actor("directors-orebro", "directors-network", level="regional", member_of=["rss-orebro"]),
        actor("directors-west", "directors-network", level="regional", member_of=["rss-gr", "rss-halland"]),
        actor("island-municipality", organisation="island", member_of=["rss-island"]),
        actor("island-region", "region", organisation="island", member_of=["rss-island"], other_authority=True),
        actor("island-social", "administration", organisation="island", part_of="island-municipality"),
        actor("island-school", "school", organisation="island", part_of="island-municipality", other_authority=True),
        actor("island-health", "health-care", organisation="island", part_of="island-region", other_authority=True),
        actor("users", "organisation", other_authority=True),
        actor("nsk-s", "group", level="national"),
        actor("nsk-s-au", "group", level="national", part_of="nsk-s"),
        actor("rss-network", "rss", level="national"),
        actor("sbu", "agency", level="national"),
        actor("fou", "fou", level="regional"),
    ]


def sweden() -> Network:
    """The actors without channels: enough to count by."""
    return network(actors())


# A city's administration raises to the structure, its district to the administration: nobody else in between.
_RAISE = {
    **dict.fromkeys((*GR, "goteborg-social", "directors-gr"), ("rss-gr",)),
    **dict.fromkeys(HALLAND, ("rss-halland",)),
    **dict.fromkeys((*OREBRO, "directors-orebro"), ("rss-orebro",)),
    **dict.fromkeys(("island-municipality", "island-region", *ISLAND), ("rss-island",)),
    "goteborg-hisingen": ("goteborg-social",),
    "directors-west": ("rss-gr", "rss-halland"),
}


def routes() -> Network:
    """The same actors with ways there and back: by the structures to NSK-S and on to others, and home again (K18:100-105, 318-332)."""
    national = [actor(name, "group", level="national") for name in ("huvudmannagruppen", "radet", "partnerskapet", "investigator")]
    entering = [channel("raises", source, target) for source, targets in _RAISE.items() for target in targets]
    structures = sorted({one.target for one in entering if one.target.startswith("rss-")})
    return network(
        [*actors(), *national],
        [
            *entering,
            *(channel("answers", one.target, one.source) for one in entering),
            *(channel("raises", name, "nsk-s", subject_to="nsk-s-au", days=30) for name in (*structures, "directors-orebro")),
            *(channel("informs", "nsk-s", name, days=7) for name in structures),
            channel("forwards", "nsk-s", "sbu", status="inference"),
            channel("answers", "sbu", "nsk-s"),
            channel("raises", "nsk-s", "huvudmannagruppen"),
            channel("raises", "huvudmannagruppen", "radet"),
            channel("answers", "radet", "nsk-s"),
            channel("raises", "nsk-s", "partnerskapet"),
            channel("informs", "partnerskapet", "nsk-s"),
        ],
        [
            Mandate(actor="sbu", outcomes=["new-research"]),
            Mandate(actor="partnerskapet", outcomes=["pilot"]),
            Mandate(actor="nsk-s", outcomes=["await"]),
            *(Mandate(actor=name, outcomes=["handle-regionally"]) for name in structures),
        ],
    )
