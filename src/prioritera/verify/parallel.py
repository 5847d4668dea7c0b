"""Parallel tracks: mandates for the same outcome in the same area, given to different actors.

What one row of a network file gives to every actor of a kind is one mandate: each has it for its own.
"""

from collections.abc import Iterator, Sequence

from prioritera.diagnostics import Diagnostic, Related, Severity
from prioritera.model.network import Mandate, Network
from prioritera.reading.close import shortened

_MOST_PLACES = 5

# The mandates of one row of a file; a mandate that comes from no file is a row of its own.
_Row = list[Mandate]


def check_parallel(network: Network) -> Iterator[Diagnostic]:
    """Each group of different actors that have a mandate for the same, once for all outcomes and areas for which it is just they."""
    rows = _rows(network)
    areas = sorted({area for mandate in network.mandates for area in mandate.areas})
    shared: dict[tuple[int, ...], dict[str, list[str]]] = {}
    for outcome in sorted({outcome for mandate in network.mandates for outcome in mandate.outcomes}):
        # The empty word stands for every area that no mandate names.
        for area in ("", *areas):
            holders = tuple(place for place, (first, *_) in enumerate(rows) if first.covers(outcome, area))
            if _side_by_side([rows[place] for place in holders]):
                shared.setdefault(holders, {}).setdefault(outcome, []).append(area)
    for holders, found in shared.items():
        regions: dict[tuple[str, ...], list[str]] = {}
        for outcome, within in found.items():
            # Those who share what no mandate names share every area: they have the mandate without areas.
            regions.setdefault(() if "" in within else tuple(within), []).append(outcome)
        for narrowed, outcomes in regions.items():
            yield _told([rows[place] for place in holders], outcomes, narrowed, network)


def _rows(network: Network) -> list[_Row]:
    rows: dict[object, _Row] = {}
    for place, mandate in enumerate(network.mandates):
        rows.setdefault(mandate.span or place, []).append(mandate)
    return list(rows.values())


def _side_by_side(rows: Sequence[_Row]) -> bool:
    """Whether the rows name actors that no single one of them names together."""
    named = [{mandate.actor for mandate in row} for row in rows]
    return set().union(*named) not in named and bool(named)


def _told(rows: Sequence[_Row], outcomes: Sequence[str], areas: Sequence[str], network: Network) -> Diagnostic:
    holders = [first.actor if not more else f'{{ kind = "{network.actors[first.actor].kind}" }}' for first, *more in rows]
    spans = list(dict.fromkeys(first.span for first, *_ in rows if first.span is not None))
    return Diagnostic(
        code="mandates-overlap-in-areas" if areas else "mandates-overlap",
        severity=Severity.NOTE,
        span=spans[0] if spans else None,
        params={"actors": shortened(list(dict.fromkeys(holders))), "outcomes": shortened(outcomes), "areas": shortened(areas)},
        related=[Related(span=span, role="mandate") for span in spans[1:_MOST_PLACES]],
    )
