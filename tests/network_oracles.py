"""Slow and plain second answers about networks: ways listed one by one, and who reaches whom by trying until nothing is added."""

from collections.abc import Iterator

import attrs

from prioritera.graph.build import build
from prioritera.graph.query import nearest
from prioritera.model.network import BACK, FORWARD, Channel, Network
from prioritera.model.table import Course


def carrying(held: Network, *, outcome: str, area: str, back: bool) -> list[Channel]:
    """The channels of a direction that carry an outcome in an area."""
    return [one for one in held.channels if one.kind in (BACK if back else FORWARD) and one.carries(outcome, area)]


def simple_ways(held: Network, source: str, targets: set[str], *, outcome: str, area: str, back: bool) -> Iterator[tuple[Channel, ...]]:
    """Every way that passes no actor twice, however long."""
    waiting: list[tuple[str, tuple[Channel, ...]]] = [(source, ())]
    while waiting:
        here, so_far = waiting.pop()
        if here in targets:
            yield so_far
        passed = {source, *(one.target for one in so_far)}
        waiting.extend(
            (one.target, (*so_far, one))
            for one in carrying(held, outcome=outcome, area=area, back=back)
            if one.source == here and one.target not in passed
        )


def closed(pairs: set[tuple[str, str]], names: set[str]) -> set[tuple[str, str]]:
    """Who reaches whom by steps between these pairs; everybody reaches themselves."""
    found = {(name, name) for name in names} | pairs
    while more := {(first, last) for first, here in found for there, last in found if here == there} - found:
        found |= more
    return found


def reaching(held: Network, *, outcome: str, area: str, back: bool) -> set[tuple[str, str]]:
    """Who reaches whom over the channels of a direction."""
    pairs = {(one.source, one.target) for one in carrying(held, outcome=outcome, area=area, back=back)}
    return closed(pairs, set(held.actors) | {end for pair in pairs for end in pair})


def answered_by(held: Network, course: Course, sender: str, *, outcome: str, area: str) -> str | None:
    """Whom the answer to a sender comes from, when the way leads all the way there and back; None when it does not."""
    there = reaching(held, outcome=outcome, area=area, back=False)
    home = reaching(held, outcome=outcome, area=area, back=True)
    target = course.to.actor
    if course.to.nearest:
        target = nearest(build(held), sender, course.to.nearest, outcome=outcome, area=area) or ""
    stops = [(waypoint.actor, home if waypoint.answer else there) for waypoint in course.via]
    if not course.to.origin:
        stops.append((target, there))
    here = sender
    for stop, ways in stops:
        if (here, stop) not in ways:
            return None
        here = stop
    return here if (here, sender) in home else None


def lacking(held: Network, actor: str) -> Network:
    """The network as it would be without an actor."""
    return attrs.evolve(
        held,
        actors={name: one for name, one in held.actors.items() if name != actor},
        channels=[one for one in held.channels if actor not in (one.source, one.target)],
        mandates=[one for one in held.mandates if one.actor != actor],
    )
