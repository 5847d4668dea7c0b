"""Ways in words: whom a need passes, on what condition, in what time, and how the answer returns. Senders of the same way share a line."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import attrs

from prioritera.model.need import Origin
from prioritera.model.result import Decision, Result
from prioritera.model.way import LeadTime, Leg, Walk
from prioritera.report.voice import Voice, actor_name, date_words, kind_name
from prioritera.report.width import NO_BREAK

ARROW = "→"
# After an arrow: no source states this step outright.
INFERRED = "*"
_MOST = 4
_MOST_SENDERS = 4
_MOST_TIMES = 2

# One way, after the sender or before it: the names on it, each with the arrow that leads to it.
Route = tuple[str, ...]


def way_lines(voice: Voice, decision: Decision) -> tuple[str, ...]:
    """The ways from the senders to where the need goes, one line for those who share it."""
    routes = [_there(voice, decision, walk) for walk in decision.walks]
    return _short(voice, _together(routes, lambda senders, route: _way_line(voice, senders, route)))


def back_lines(voice: Voice, decision: Decision) -> tuple[str, ...]:
    """The ways that the answer takes to the senders that are known. A sender that keeps the question needs none."""
    known = [walk for walk in decision.walks if walk.origin]
    if known and all(_is_mirrored(walk) for walk in known):
        return (_same_way(voice, known),)
    to_sender = returns_to_sender(decision)
    routes = [_back(voice, walk) for walk in known if to_sender or not _stays(walk)]
    straight = "way.back" if to_sender else "way.straight"
    return _short(voice, _together(routes, lambda senders, route: _back_line(voice, senders, route, straight)))


def unanswered_line(voice: Voice, decision: Decision) -> str:
    """What is said of the senders that no answer can reach, because nobody knows them or has named them; "" when there are none."""
    known = sum(bool(walk.origin) for walk in decision.walks)
    if known == len(decision.walks):
        return ""
    origins = decision.need.origins if decision.need is not None else ()
    kind = "unnamed" if any(origin.at_least for origin in origins) else "unknown"
    return voice.say(f"back.others-{kind}" if known else f"back.{kind}")


def _is_mirrored(walk: Walk) -> bool:
    """Whether the answer passes the same actors as the question did, the other way round."""
    there = [(leg.source, leg.target) for leg in (*walk.approach, *walk.course)]
    return bool(there) and [(leg.target, leg.source) for leg in reversed(walk.back)] == there


def _same_way(voice: Voice, walks: Sequence[Walk]) -> str:
    """That the answer takes the same way, and which steps of it no source states outright."""
    legs = dict.fromkeys((leg.source, leg.target) for walk in walks for leg in walk.back if _is_inferred(voice, leg))
    steps = [f"{actor_name(voice, source)} {_arrow_to(voice, target, INFERRED)}" for source, target in legs]
    return voice.say("way.same-inferred", steps=", ".join(steps)) if steps else voice.say("way.same")


def _stays(walk: Walk) -> bool:
    """Whether the sender is the one who takes the question on."""
    return walk.target == walk.origin and not walk.approach and not walk.course


def is_kept_by_senders(decision: Decision) -> bool:
    """Whether the senders that are known take the question on themselves, so that no answer has a way to go."""
    known = [walk for walk in decision.walks if walk.origin]
    return bool(known) and all(_stays(walk) for walk in known)


def returns_to_sender(decision: Decision) -> bool:
    """Whether the course is back to the senders themselves."""
    return decision.course is not None and decision.course.to.origin


def conditions(voice: Voice, decision: Decision) -> tuple[str, ...]:
    """What the way hangs on: each committee that has not yet said whether it takes up the question."""
    waiting = dict.fromkeys(leg.subject_to for leg in _legs(decision) if leg.subject_to and not leg.decision)
    return tuple(voice.say("way.subject-to", committee=actor_name(voice, committee)) for committee in waiting)


def decided(voice: Voice, decision: Decision) -> tuple[str, ...]:
    """What the committees on the way have decided."""
    pairs = dict.fromkeys((leg.subject_to, leg.decision) for leg in _legs(decision) if leg.subject_to and leg.decision)
    return tuple(voice.term(f"committee.{said}", committee=actor_name(voice, committee)) for committee, said in pairs)


@attrs.frozen
class Clock:
    """What a round knows of time: the date that ways count from, and whether anybody has said how long any stop takes."""

    start: date | None
    knows_times: bool


def clock_of(result: Result) -> Clock:
    """The clock of a run. Where no time is known at all, that is told once and not of each need."""
    known = any(leg.days is not None for decision in result.decisions for leg in _legs(decision))
    return Clock(result.decided_on, known)


def time_line(voice: Voice, clock: Clock, decision: Decision) -> str:
    """How long the way takes from the senders that are known, as far as anybody has said; "" where there is no way or no time to tell."""
    if not clock.knows_times:
        return ""
    times = sorted({_time_of(walk) for walk in decision.walks if walk.origin and (walk.approach or walk.course)})
    words = list(dict.fromkeys(_time_words(voice, clock, LeadTime(days=days, unknown_stops=unknown)) for days, unknown in times))
    if len(words) > _MOST_TIMES:
        return voice.say("way.time-differs", first=words[0], last=words[-1])
    return voice.one_of(words)


def _time_of(walk: Walk) -> tuple[int, int]:
    return walk.lead_time.days, walk.lead_time.unknown_stops


def goes_anywhere(result: Result) -> bool:
    """Whether some need of the round has a way to go."""
    return any(True for decision in result.decisions for _ in _legs(decision))


def is_inferred(voice: Voice, decision: Decision) -> bool:
    """Whether some step of the ways, there or back, is marked as not stated outright by a source."""
    legs = [*_legs(decision), *(leg for walk in decision.walks for leg in walk.back)]
    return any(_is_inferred(voice, leg) for leg in legs)


def sender_name(voice: Voice, origin: Origin) -> str:
    """Who a sender is: an actor, at least so many of a kind, or unknown."""
    if origin.at_least:
        key = "sender.at-least-within" if origin.within else "sender.at-least"
        return voice.say(key, number=origin.at_least, kind=kind_name(voice, origin.of), within=actor_name(voice, origin.within))
    return actor_name(voice, origin.actor) if origin.actor else voice.say("sender.unknown")


def _unnamed(voice: Voice, decision: Decision) -> str:
    """The senders that have no name."""
    origins = decision.need.origins if decision.need is not None else ()
    names = dict.fromkeys(sender_name(voice, origin) for origin in origins if not origin.actor)
    return voice.all_of(list(names)) if names else voice.say("sender.unknown")


def _legs(decision: Decision) -> Iterable[Leg]:
    return [leg for walk in decision.walks for leg in (*walk.approach, *walk.course)]


def _there(voice: Voice, decision: Decision, walk: Walk) -> tuple[str, Route]:
    """The sender, and the way after it."""
    legs = (*walk.approach, *walk.course)
    sender = actor_name(voice, walk.origin) if walk.origin else _unnamed(voice, decision)
    if legs:
        forum = () if walk.origin else (_arrow_to(voice, legs[0].source, ""),)
        return sender, (*forum, *_steps(voice, legs))
    course = decision.course
    if not walk.target and course is not None and course.to.nearest:
        return sender, (f"{ARROW}{NO_BREAK}{voice.say('way.nearest-unknown', kind=kind_name(voice, course.to.nearest))}",)
    if walk.target in {walk.origin, ""}:
        return sender, ()
    return sender, (_arrow_to(voice, walk.target, ""),)


def _back(voice: Voice, walk: Walk) -> tuple[str, Route]:
    """The sender, and the way to it, itself left out; empty where the answer is given straight to it."""
    if not walk.back:
        return actor_name(voice, walk.origin), ()
    arrow = f"{ARROW}{INFERRED}" if _is_inferred(voice, walk.back[-1]) else ARROW
    return actor_name(voice, walk.origin), (actor_name(voice, walk.back[0].source), *_steps(voice, walk.back[:-1]), arrow)


def _steps(voice: Voice, legs: Sequence[Leg]) -> list[str]:
    return [_arrow_to(voice, leg.target, INFERRED if _is_inferred(voice, leg) else "") for leg in legs]


def _arrow_to(voice: Voice, actor: str, mark: str) -> str:
    return f"{ARROW}{mark}{NO_BREAK}{actor_name(voice, actor)}"


def _is_inferred(voice: Voice, leg: Leg) -> bool:
    """Whether the step, or the actor that it leads to, is marked with a status: an inference, a proposal, field knowledge."""
    actor = voice.network.actors.get(leg.target)
    return bool(leg.status or (actor is not None and actor.status))


def _together(routes: Sequence[tuple[str, Route]], line: Callable[[Sequence[str], Route], str]) -> list[str]:
    """One line a way, with all the senders that share it."""
    groups: dict[Route, dict[str, None]] = {}
    for sender, route in routes:
        groups.setdefault(route, {})[sender] = None
    return [line(list(senders), route) for route, senders in groups.items()]


def _way_line(voice: Voice, senders: Sequence[str], route: Route) -> str:
    names = _few(voice, senders)
    return " ".join((names, *route)) if route else voice.say("way.stays", sender=names)


def _back_line(voice: Voice, senders: Sequence[str], route: Route, straight: str) -> str:
    names = _few(voice, senders)
    return f"{' '.join(route)}{NO_BREAK}{names}" if route else voice.say(straight, sender=names)


def _few(voice: Voice, senders: Sequence[str]) -> str:
    if len(senders) <= _MOST_SENDERS:
        return voice.all_of(senders)
    return voice.say("sender.more", first=", ".join(senders[: _MOST_SENDERS - 1]), number=len(senders) - _MOST_SENDERS + 1)


def _short(voice: Voice, lines: Sequence[str]) -> tuple[str, ...]:
    """The first of many lines, and how many there are besides."""
    if len(lines) <= _MOST:
        return tuple(lines)
    return (*lines[: _MOST - 1], voice.say("way.more", number=len(lines) - _MOST + 1))


def _time_words(voice: Voice, clock: Clock, time: LeadTime) -> str:
    if not time.unknown_stops:
        until = _days_after(clock.start, time.days)
        return voice.count("way.days-until", time.days, date=date_words(until)) if until else voice.count("way.days", time.days)
    if not time.days:
        return voice.say("way.no-time")
    return voice.say(
        "way.at-least",
        days=voice.count("way.days", time.days),
        stops=voice.count("way.stops", time.unknown_stops),
    )


def _days_after(start: date | None, days: int) -> date | None:
    """The day so many days later, or None without a start, or past the end of the calendar."""
    if start is None or start.toordinal() + days > date.max.toordinal():
        return None
    return date.fromordinal(start.toordinal() + days)
