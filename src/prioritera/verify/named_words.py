"""Words of a network that the rules do not have, outcomes and areas that it names; and areas of the rules in which nobody raises a need.

A network may serve several rule sets, so a word that is like none of the rules' is only told of; one that is like one of them is most often
misspelt.
"""

from collections.abc import Collection, Iterable, Iterator

import attrs

from prioritera.diagnostics import Diagnostic, Related, Severity, Span
from prioritera.frozen import frozen_tuple
from prioritera.graph.build import Graph
from prioritera.graph.query import can_raise
from prioritera.model.network import Channel, Mandate, Network
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.reading.close import closest, shortened

_MOST_PLACES = 5


@attrs.frozen(kw_only=True)
class _Unknown:
    """Words that are none of the known ones: one alone that is like one of them, `close`, or all that are like none."""

    values: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    close: str = ""


def check_words(rules: RuleSet, network: Network) -> Iterator[Diagnostic]:
    """Every outcome and area that the network names and the rules do not have."""
    rows: tuple[Channel | Mandate, ...] = (*network.channels, *network.mandates)
    outcomes, areas = (*rules.outcomes, FACT_NEEDED), [area.id for area in rules.areas]
    for found in _unknown({word for row in rows for word in row.outcomes}, outcomes):
        spans = [row.span for row in rows if row.outcomes & {*found.values}]
        yield _told(Diagnostic(code="network-outcome-unknown"), found, spans, outcomes)
    for found in _unknown({word for row in rows for word in row.areas}, areas):
        spans = [row.span for row in rows if row.areas & {*found.values}]
        yield _told(Diagnostic(code="network-area-unknown"), found, spans, areas)


def _unknown(named: Iterable[str], known: Collection[str]) -> list[_Unknown]:
    words = sorted({*named} - {*known})
    like = {word: closest(word, known) for word in words}
    unlike = [word for word in words if not like[word]]
    alone = [_Unknown(values=[word], close=like[word]) for word in words if like[word]]
    return [*alone, _Unknown(values=unlike)] if unlike else alone


def _told(found: Diagnostic, words: _Unknown, places: Iterable[Span | None], known: Collection[str]) -> Diagnostic:
    spans = list(dict.fromkeys(span for span in places if span is not None))
    return attrs.evolve(
        found,
        severity=Severity.WARNING if words.close else Severity.NOTE,
        span=spans[0] if spans else None,
        params={"values": shortened(words.values), "known": shortened(known), "close": words.close},
        related=[Related(span=span, role="named") for span in spans[1:_MOST_PLACES]],
    )


def check_areas(rules: RuleSet, graph: Graph) -> Iterator[Diagnostic]:
    """The areas of the rules in which nobody can raise a need, of a network where somebody can raise one."""
    silent = [area.id for area in rules.areas if not can_raise(graph, area.id)]
    if silent and can_raise(graph):
        yield Diagnostic(
            code="network-area-without-senders",
            severity=Severity.WARNING,
            span=graph.network.span,
            params={"network": graph.network.id, "areas": shortened(silent)},
        )
