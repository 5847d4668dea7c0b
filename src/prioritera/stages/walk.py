"""The way there and the way back: each sender's approach to the shared course, the course by way of its waypoints, and the return.

Decisions with a course come in; they go out with one walk a sender and with those who are told. A decision that a known sender's question
cannot follow, or whose answer cannot return, is an error: it is set aside with what is wrong in the network.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Parameter
from prioritera.graph.build import Graph, build
from prioritera.graph.query import lead_time, nearest, way
from prioritera.measures.existing import behind
from prioritera.model.need import Need
from prioritera.model.network import Channel, Network
from prioritera.model.outcome import ERROR
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.table import Course, Target
from prioritera.model.way import Leg, Told, Walk

Committee = tuple[tuple[str, str], ...]
Legs = Callable[[str, str, str, str, Committee], tuple[Leg, ...] | None]


@attrs.frozen
class _Sender:
    """One whose question it is. `actor` is "" when the sender is not known; `start` is where its way begins, "" when nobody knows."""

    actor: str
    start: str


@attrs.frozen(kw_only=True)
class _Errand:
    """One need on its way: what the channels must carry, and what committees have decided about it."""

    need: Need
    outcome: str
    rule: str
    course: Course
    committee: Committee

    @property
    def area(self) -> str:
        """The area that the channels must carry."""
        return self.need.area


@attrs.frozen(kw_only=True, eq=False)
class _Ground:
    """What the ways lead over. The functions answer from memory what they have been asked before."""

    network: Network
    round_: Round
    decided_on: date | None
    forward: Legs
    back: Legs
    nearest: Callable[[str, str, str, str], str]
    mandated: Callable[[str, str, str], bool]


def walk(decisions: Sequence[Decision], round_: Round, network: Network, *, decided_on: date | None = None) -> tuple[Decision, ...]:
    """Find every sender's way there and the way back.

    Args:
        decisions: one a record; those without a course pass through untouched.
        round_: who holds it, what exists already, and what committees have decided.
        network: actors, channels and mandates.
        decided_on: the date that the catalogue is read at; the round's own when None.

    Returns:
        The decisions in the same order, with walks and with others who are told; or with the outcome `error` and diagnostics.
    """
    ground = _ground(round_, network, decided_on or round_.decided_on)
    committee: dict[str, dict[str, str]] = {}
    for recorded in round_.committee:
        committee.setdefault(recorded.need, {})[recorded.committee] = recorded.decision

    def walked(decision: Decision) -> Decision:
        need, course = decision.need, decision.course
        if need is None or course is None:
            return decision
        decided = {body: word for record in (*need.merged, need.id) for body, word in committee.get(record, {}).items()}
        return _walked(
            decision,
            _Errand(
                need=need,
                outcome=decision.outcome,
                rule=decision.destination_rule,
                course=course,
                committee=tuple(sorted(decided.items())),
            ),
            ground,
        )

    return tuple(walked(decision) for decision in decisions)


def _ground(round_: Round, network: Network, decided_on: date | None) -> _Ground:
    graph: Graph = build(network)

    def legs_over(*, back: bool) -> Legs:
        def legs(source: str, target: str, outcome: str, area: str, committee: Committee) -> tuple[Leg, ...] | None:
            channels = way(graph, source, target, outcome=outcome, area=area, back=back)
            decided = dict(committee)
            return None if channels is None else tuple(_leg(channel, decided.get(channel.subject_to, "")) for channel in channels)

        return cache(legs)

    @cache
    def nearest_to(source: str, kind: str, outcome: str, area: str) -> str:
        return nearest(graph, source, kind, outcome=outcome, area=area) or ""

    return _Ground(
        network=network,
        round_=round_,
        decided_on=decided_on,
        forward=legs_over(back=False),
        back=legs_over(back=True),
        nearest=nearest_to,
        mandated=cache(network.has_mandate),
    )


def _leg(channel: Channel, decision: str) -> Leg:
    return Leg(
        source=channel.source,
        target=channel.target,
        channel=channel.id,
        kind=channel.kind,
        days=channel.days,
        subject_to=channel.subject_to,
        decision=decision,
        status=channel.status,
    )


def _walked(decision: Decision, errand: _Errand, ground: _Ground) -> Decision:
    faults = Faults()
    senders = _senders(errand.need, ground.network)
    walks = tuple(_one(sender, errand, ground, faults) for sender in senders)
    if faults.count:
        return attrs.evolve(decision, outcome=ERROR, diagnostics=(*decision.diagnostics, *faults.all()))
    return attrs.evolve(decision, walks=walks, also=_also(senders, errand, ground))


def _senders(need: Need, network: Network) -> tuple[_Sender, ...]:
    """The distinct senders in the order of the need's origins; one that is not known begins in its forum, if that is an actor."""
    return tuple(
        dict.fromkeys(
            _Sender(origin.actor, origin.actor or (origin.forum if origin.forum in network.actors else "")) for origin in need.origins
        )
    ) or (_Sender("", ""),)


def _one(sender: _Sender, errand: _Errand, ground: _Ground, faults: Faults) -> Walk:
    """One sender's walk. What is wrong is added to the faults, and the walk then says only what could be found."""
    to = errand.course.to
    target = _resolve(to, sender, errand, ground)
    if (to.actor or to.nearest) and target and not ground.mandated(target, errand.outcome, errand.area):
        faults.extend([_fault("no-mandate", errand, target=target, close=_mandated(errand, ground))])
    if to.nearest and sender.actor and not target:
        faults.extend([_fault("no-nearest", errand, origin=sender.actor, kind=to.nearest)])
        return Walk(rule=errand.rule, origin=sender.actor, target="", lead_time=lead_time(()))
    approach, course = _there(sender, "" if to.origin else target, errand, ground, faults)
    return Walk(
        rule=errand.rule,
        origin=sender.actor,
        target=target,
        approach=approach,
        course=course,
        back=_back(sender, target, errand, ground, faults),
        lead_time=lead_time((*approach, *course)),
    )


def _there(sender: _Sender, target: str, errand: _Errand, ground: _Ground, faults: Faults) -> tuple[tuple[Leg, ...], tuple[Leg, ...]]:
    """The approach to the first stop, and the course from there: through the waypoints to the target, unless that is "".

    A sender that is not known has no approach that could be missing: it is only left out where its forum leads nowhere.
    """
    stops = [(waypoint.actor, waypoint.answer) for waypoint in errand.course.via]
    if target:
        stops.append((target, False))
    if not stops:
        return (), ()
    first, answer = stops[0]
    approach = _legs(sender.start, first, errand, ground, back=answer) if sender.start else ()
    if approach is None and sender.actor:
        faults.extend([_cut_off("origin-cannot-reach", (sender.actor, first), errand, ground, back=answer)])
    course: list[Leg] = []
    for (here, _), (onward, answers) in pairwise(stops):
        found = _legs(here, onward, errand, ground, back=answers)
        if found is None:
            faults.extend([_cut_off("course-broken", (here, onward), errand, ground, back=answers)])
        course.extend(found or ())
    return approach or (), tuple(course)


def _back(sender: _Sender, target: str, errand: _Errand, ground: _Ground, faults: Faults) -> tuple[Leg, ...]:
    """The way of the answer to a known sender: from the target, or from whoever has the need when the sender itself is the target."""
    last = errand.course.via[-1].actor if errand.course.via else ground.round_.holder
    source = target if target and not errand.course.to.origin else last
    if not sender.actor or not source:
        return ()
    found = _legs(source, sender.actor, errand, ground, back=True)
    if found is None:
        faults.extend([_fault("no-way-back", errand, origin=sender.actor, target=source, close=_answering(sender.actor, errand, ground))])
    return found or ()


def _resolve(to: Target, sender: _Sender, errand: _Errand, ground: _Ground) -> str:
    """The actor that a target is for this sender; "" when nobody knows."""
    if to.actor:
        return to.actor
    if to.origin:
        return sender.actor
    if to.contact_of_support:
        return _contacts(errand.need, ground)[0]
    start = sender.start or ground.round_.holder
    return ground.nearest(start, to.nearest, errand.outcome, errand.area) if start else ""


def _contacts(need: Need, ground: _Ground) -> tuple[str, ...]:
    """The contacts named by what exists already and decided the status; only "" when none is named."""
    entries = behind(need, ground.round_.catalogue, decided_on=ground.decided_on)
    return tuple(dict.fromkeys(entry.contact for entry in entries if entry.contact)) or ("",)


def _also(senders: Sequence[_Sender], errand: _Errand, ground: _Ground) -> tuple[Told, ...]:
    known = [sender for sender in senders if sender.actor] or list(senders)
    told: dict[Told, None] = {}
    for also in errand.course.also:
        if also.target.contact_of_support:
            actors = _contacts(errand.need, ground)
        else:
            actors = tuple(_resolve(also.target, sender, errand, ground) for sender in known)
        if also.target.origin:
            # What a sender that is not known is not told is said of the answer.
            actors = tuple(actor for actor in actors if actor)
        told.update((Told(actor=actor, role=also.role, nearest="" if actor else also.target.nearest), None) for actor in actors)
    return tuple(told)


def _legs(source: str, target: str, errand: _Errand, ground: _Ground, *, back: bool) -> tuple[Leg, ...] | None:
    over = ground.back if back else ground.forward
    return over(source, target, errand.outcome, errand.area, errand.committee)


def _fault(code: str, errand: _Errand, **params: Parameter) -> Diagnostic:
    known: dict[str, Parameter] = {"need": errand.need.id, "rule": errand.rule, "outcome": errand.outcome, "area": errand.area}
    return Diagnostic(code=code, span=errand.need.span, params={**known, **params})


def _cut_off(code: str, gap: tuple[str, str], errand: _Errand, ground: _Ground, *, back: bool) -> Diagnostic:
    """The fault of a missing way, with the actors that one channel does lead to."""
    source, target = gap
    onward = {channel.target for channel in _carrying(errand, ground, back=back) if channel.source == source}
    return _fault(code, errand, source=source, target=target, close=tuple(sorted(onward)))


def _answering(actor: str, errand: _Errand, ground: _Ground) -> tuple[str, ...]:
    """Those who do answer or inform an actor."""
    return tuple(sorted({channel.source for channel in _carrying(errand, ground, back=True) if channel.target == actor}))


def _carrying(errand: _Errand, ground: _Ground, *, back: bool) -> list[Channel]:
    channels = ground.network.channels
    return [channel for channel in channels if channel.is_forward is not back and channel.carries(errand.outcome, errand.area)]


def _mandated(errand: _Errand, ground: _Ground) -> tuple[str, ...]:
    """Those who may take on such a need."""
    mandates = ground.network.mandates
    return tuple(sorted({mandate.actor for mandate in mandates if mandate.covers(errand.outcome, errand.area)}))
