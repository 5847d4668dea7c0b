"""Proofs of mandates: whoever the rules send needs to may take on all that is sent there.

What is really sent to each recipient is a region of outcomes and areas. What is left of it when the mandates of the recipient, each a
product of outcomes and areas, are taken away is told: recipients that lack the same for the same rules together, widened to whole outcomes
where they have no mandate for the outcome at all, and with one need that shows it.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Related
from prioritera.frozen import frozen_tuple
from prioritera.model.network import Mandate, Network
from prioritera.reading.close import shortened
from prioritera.verify.errands import Charted, Errand, need_on, occurs
from prioritera.verify.journeys import Journey
from prioritera.verify.shown import need_as_written

_MOST_NAMED = 5


@attrs.frozen(kw_only=True)
class _Lack:
    """What some recipient lacks: these outcomes in these areas, or in any area when none is named, under these rules."""

    outcomes: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    areas: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    rules: tuple[str, ...] = attrs.field(converter=frozen_tuple)


def check_mandates(journeys: Iterable[Journey], charted: Charted, network: Network) -> Iterator[Diagnostic]:
    """Every recipient that lacks a mandate for something that the rules send it."""
    held: dict[str, list[Mandate]] = {}
    for mandate in network.mandates:
        held.setdefault(mandate.actor, []).append(mandate)
    lacking: dict[str, list[Errand]] = {}
    for journey in journeys:
        targets = sorted(set(journey.targets.values()))
        for errand in journey.errands:
            without = [
                target for target in targets if not any(mandate.covers(errand.outcome, errand.area) for mandate in held.get(target, ()))
            ]
            if without and occurs(errand, charted):
                for target in without:
                    lacking.setdefault(target, []).append(errand)
    together: dict[_Lack, list[tuple[str, Errand]]] = {}
    for target, errands in sorted(lacking.items()):
        for lack, errand in _widened(errands, held.get(target, ())):
            together.setdefault(lack, []).append((target, errand))
    for lack, found in together.items():
        yield _told(lack, [target for target, _ in found], found[0][1], charted, network)


def _widened(errands: Sequence[Errand], held: Sequence[Mandate]) -> Iterator[tuple[_Lack, Errand]]:
    """What one recipient lacks, with the first errand of each: outcomes together that are lacking in the same areas."""
    areas: dict[str, dict[str, None]] = {}
    for errand in errands:
        areas.setdefault(errand.outcome, {}).setdefault(errand.area)
    outcomes: dict[tuple[str, ...], list[str]] = {}
    for outcome, found in areas.items():
        # Without any mandate for the outcome, it is not the areas that matter.
        some = any(outcome in mandate.outcomes for mandate in held)
        outcomes.setdefault(tuple(found) if some else (), []).append(outcome)
    for narrowed, words in outcomes.items():
        within = [errand for errand in errands if errand.outcome in words]
        yield _Lack(outcomes=words, areas=narrowed, rules=dict.fromkeys(errand.rule.id for errand in within)), within[0]


def _told(lack: _Lack, targets: Sequence[str], errand: Errand, charted: Charted, network: Network) -> Diagnostic:
    able = sorted({mandate.actor for mandate in network.mandates if mandate.covers(errand.outcome, errand.area)})
    witness = need_on(errand, charted)
    mandates = [mandate for mandate in network.mandates if mandate.actor == targets[0] and mandate.outcomes & {*lack.outcomes}]
    spans = [("mandate", mandate.span) for mandate in mandates] or [("actor", network.actors[targets[0]].span)]
    return Diagnostic(
        code="course-mandate-too-narrow" if lack.areas else "course-without-mandate",
        span=errand.rule.span,
        params={
            "rules": ", ".join(shortened(lack.rules)),
            "outcomes": shortened(lack.outcomes),
            "areas": shortened(lack.areas),
            "targets": shortened(targets, _MOST_NAMED),
            "count": len(targets),
            "need": need_as_written(witness, witness),
            "close": shortened(able) if able else "",
        },
        related=[Related(span=span, role=role) for role, span in spans if span is not None],
    )
