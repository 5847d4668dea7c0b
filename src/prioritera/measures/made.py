"""Made networks: placeholders for actors, just enough of them for some senders to stand in.

A made network says of itself that it is made up. Its municipalities, support structures and other bodies have no names but numbers.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from prioritera.measures.bodies import MUNICIPALITY, RSS
from prioritera.model.network import Actor, Network
from prioritera.model.text import Label

ASSOCIATION: Final = "association"
SCHOOL: Final = "school"
HEALTH_CARE: Final = "health-care"
JOINT_BODY: Final = "joint-body"
AGENCY: Final = "agency"
# A structure of fewer municipalities is carried by other authorities too.
ORDINARY: Final = 3

KINDS: Final = {
    MUNICIPALITY: Label(sv="kommun", en="municipality"),
    RSS: Label(sv="RSS", en="RSS"),
    ASSOCIATION: Label(sv="förening", en="association"),
    SCHOOL: Label(sv="skola", en="school"),
    HEALTH_CARE: Label(sv="hälso- och sjukvård", en="health care"),
    JOINT_BODY: Label(sv="gemensamt organ", en="joint body"),
    AGENCY: Label(sv="myndighet", en="agency"),
}


def made_network(sizes: Sequence[int], *, associations: int = 0, homeless: int = 0) -> Network:
    """A network of placeholders without channels.

    Args:
        sizes: how many municipalities each support structure has. One of fewer than three also has a school and a health care authority,
            which share an organisation with its first municipality.
        associations: how many local bodies there are that are no municipalities and belong to no structure; each structure has one of its
            own besides.
        homeless: how many municipalities belong to no structure.

    >>> list(made_network([3]).actors)[:5]
    ['municipality-1', 'municipality-2', 'municipality-3', 'rss-1', 'association-1']
    """
    actors = [actor for number, size in enumerate(sizes, start=1) for actor in _structure(number, size, sum(sizes[: number - 1]))]
    first = len(sizes) + 1
    actors.extend(_actor(ASSOCIATION, number, level="local") for number in range(first, first + associations))
    first = sum(sizes) + 1
    actors.extend(_actor(MUNICIPALITY, number, level="local") for number in range(first, first + homeless))
    actors.extend(
        [_actor(JOINT_BODY, 1, level="sub-regional"), _actor(JOINT_BODY, 2, level="regional"), _actor(AGENCY, 1, level="national")]
    )
    if sizes:
        inside = ((JOINT_BODY, 3, "sub-regional"), (AGENCY, 2, "national"))
        actors.extend(_actor(kind, number, level=level, member_of=[f"{RSS}-{len(sizes)}"]) for kind, number, level in inside)
    return Network(
        id="made-up",
        label=Label(sv="påhittat nätverk", en="made-up network"),
        status="made-up",
        kinds=KINDS,
        actors={actor.id: actor for actor in actors},
        channels=(),
    )


def without_unused(network: Network, used: Collection[str]) -> Network:
    """A made network without the bodies that nobody counts and nobody names: municipalities and structures stay, for they are counted."""
    counted = (MUNICIPALITY, RSS)
    kept = {name: actor for name, actor in network.actors.items() if actor.kind in counted or name in used}
    return attrs.evolve(network, actors=kept)


def _structure(number: int, size: int, before: int) -> Iterator[Actor]:
    home = f"{RSS}-{number}"
    members = [_actor(MUNICIPALITY, before + place, level="local", member_of=[home]) for place in range(1, size + 1)]
    yield from members
    yield _actor(RSS, number, level="regional")
    yield _actor(ASSOCIATION, number, level="local", member_of=[home])
    for kind in (SCHOOL, HEALTH_CARE) if 0 < size < ORDINARY else ():
        yield _actor(kind, number, level="local", member_of=[home], organisation=members[0].id, other_authority=True)


def _actor(
    kind: str,
    number: int,
    *,
    level: str,
    member_of: Sequence[str] = (),
    organisation: str = "",
    other_authority: bool = False,
) -> Actor:
    label = KINDS[kind]
    return Actor(
        id=f"{kind}-{number}",
        label=Label(sv=f"{label.sv} {number} (påhittad)", en=f"{label.en} {number} (made up)"),
        kind=kind,
        level=level,
        member_of=member_of,
        organisation=organisation,
        other_authority=other_authority,
        status="made-up",
    )
