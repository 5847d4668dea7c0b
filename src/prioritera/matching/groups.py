"""What decisions about pairs come to together: which needs are one, which are parts of which, and where decisions contradict each other.

The order in which decisions come changes nothing.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Related, Severity
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.merge import PART_OF, SAME, PairDecision, on_a_line, wording_of
from prioritera.model.need import Need
from prioritera.reading.close import closest
from prioritera.reading.ids import same_id_key

Links = Mapping[str, set[str]]
Held = tuple[list[PairDecision], list[Diagnostic]]


@attrs.frozen(kw_only=True)
class Groups:
    """Needs that are one, by the need that is kept; the whole that each part belongs to; which were merged for their texts alone."""

    kept: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    wholes: FrozenMap[str, tuple[str, ...]] = attrs.field(converter=frozen_map)
    identical: frozenset[str] = frozenset()
    faults: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())


def standing(pairs: Iterable[PairDecision], needs: Mapping[str, Need], refused: Iterable[str]) -> Held:
    """The decisions that hold, by the ids of the needs, and what is wrong with the others.

    A decision of the round before that does not fit this round is left out without a word: it is one about other needs.

    Args:
        pairs: what has been decided.
        needs: the round's needs by id.
        refused: the ids of records that could not become needs.
    """
    known = {same_id_key(name): name for name in needs}
    aside = {same_id_key(name) for name in refused}
    found, faults = [], []
    decided = {_key(pair) for pair in pairs if not pair.carried}
    for pair in pairs:
        if pair.carried and _key(pair) in decided:
            continue
        fault = _unfit(pair, needs, known, aside)
        if fault is None:
            found.append(attrs.evolve(pair, first=known[same_id_key(pair.first)], second=known[same_id_key(pair.second)]))
        elif not pair.carried:
            faults.append(fault)
    return found, faults


def _key(pair: PairDecision) -> frozenset[str]:
    return frozenset({same_id_key(pair.first), same_id_key(pair.second)})


def _unfit(pair: PairDecision, needs: Mapping[str, Need], known: Mapping[str, str], aside: set[str]) -> Diagnostic | None:
    """Why a decision does not hold in this round, or None."""
    for name in (pair.first, pair.second):
        if same_id_key(name) in aside:
            return Diagnostic(code="merge-need-set-aside", severity=Severity.WARNING, span=pair.span, params={"value": name})
        if same_id_key(name) not in known:
            return Diagnostic(code="merge-need-unknown", span=pair.span, params={"value": name, "close": closest(name, needs)})
    for name, before in ((pair.first, pair.first_wording), (pair.second, pair.second_wording)):
        now = wording_of(needs[known[same_id_key(name)]])
        if (before or pair.carried) and on_a_line(before) != now:
            params = {"value": name, "before": before, "current": now}
            return Diagnostic(code="merge-wording-changed", severity=Severity.WARNING, span=pair.span, params=params)
    return None


def grouped(kept: Mapping[str, str], pairs: Sequence[PairDecision], alike: Sequence[tuple[str, str]] = ()) -> Groups:
    """What the decisions come to.

    Decisions that contradict each other are told of, and what is said to be the same by them is not merged. Texts that are alike never
    go against a decision.

    Args:
        kept: each need, with the need that `same_as` has brought it to; itself for most.
        pairs: decisions that hold, by the ids of needs.
        alike: pairs of needs that may be merged because their texts are identical.
    """
    said = [pair for pair in pairs if pair.verdict == SAME]
    apart = [pair for pair in pairs if pair.verdict != SAME]
    roots = joined(kept, [(pair.first, pair.second) for pair in said])
    against = [pair for pair in apart if roots[pair.first] == roots[pair.second]]
    faults = [_contradiction(pair, said, kept) for pair in against]
    broken = {roots[pair.first] for pair in against}
    held = [(pair.first, pair.second) for pair in said if roots[pair.first] not in broken]
    decided = joined(kept, held)
    with_alike = joined(kept, [*held, *alike])
    taut = {with_alike[pair.first] for pair in apart if with_alike[pair.first] == with_alike[pair.second]}
    whole = joined(kept, [*held, *(pair for pair in alike if with_alike[pair[0]] not in taut)])
    parts = [pair for pair in apart if pair.verdict == PART_OF and whole[pair.first] != whole[pair.second]]
    circular = list(_in_circle(parts, whole))
    wholes: dict[str, set[str]] = defaultdict(set)
    for pair in parts:
        if pair not in circular:
            wholes[whole[pair.first]].add(whole[pair.second])
    return Groups(
        kept=whole,
        wholes={part: tuple(sorted(of)) for part, of in sorted(wholes.items())},
        identical=frozenset(name for name in whole if whole[name] != decided[name] and decided[name] == name),
        faults=(*faults, *(_circle(pair) for pair in circular)),
    )


def joined(kept: Mapping[str, str], edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The need that each need ends in: of those that are one, the first by id that `same_as` leaves standing."""
    links: dict[str, set[str]] = defaultdict(set)
    for first, second in edges:
        links[kept[first]].add(kept[second])
        links[kept[second]].add(kept[first])
    ends: dict[str, str] = {}
    for root in sorted(set(kept.values())):
        if root not in ends:
            ends.update(dict.fromkeys(_reached(root, links), root))
    return {name: ends[root] for name, root in kept.items()}


def _reached(start: str, links: Links) -> dict[str, str]:
    """Everything that can be reached, each with what it was reached from: the shortest way, the first by id of several."""
    came = {start: ""}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in sorted(links.get(here, ())):
            if there not in came:
                came[there] = here
                waiting.append(there)
    return came


def _contradiction(pair: PairDecision, said: Sequence[PairDecision], kept: Mapping[str, str]) -> Diagnostic:
    """That two needs are kept apart by one row and are one by others, which are named."""
    links: dict[str, set[str]] = defaultdict(set)
    rows: dict[frozenset[str], PairDecision] = {}
    for one in said:
        ends = kept[one.first], kept[one.second]
        rows.setdefault(frozenset(ends), one)
        links[ends[0]].add(ends[1])
        links[ends[1]].add(ends[0])
    came = _reached(kept[pair.first], links)
    way = [kept[pair.second]]
    while came[way[-1]]:
        way.append(came[way[-1]])
    steps = [rows[frozenset(ends)] for ends in zip(way[1:], way[:-1], strict=True)][::-1]
    return Diagnostic(
        code="merge-contradiction" if steps else "merge-against-same-as",
        span=pair.span,
        params={"first": pair.first, "second": pair.second, "chain": ", ".join(f"{step.first} = {step.second}" for step in steps)},
        related=[Related(span=step.span, role="same") for step in steps if step.span is not None],
    )


def _in_circle(parts: Sequence[PairDecision], whole: Mapping[str, str]) -> Iterator[PairDecision]:
    """The decisions that make a need a part of its own part."""
    links: dict[str, set[str]] = defaultdict(set)
    for pair in parts:
        links[whole[pair.first]].add(whole[pair.second])
    for pair in parts:
        if whole[pair.first] in _reached(whole[pair.second], links):
            yield pair


def _circle(pair: PairDecision) -> Diagnostic:
    return Diagnostic(code="merge-parts-in-circle", span=pair.span, params={"first": pair.first, "second": pair.second})
