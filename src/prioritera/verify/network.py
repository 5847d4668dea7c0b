"""Proofs of a network under a rule set: every course has its actors and mandates, and a way there and back for all who can raise a need.

A verified rule set and a network come in; findings go out as diagnostics, or the `Model` that needs are prioritised by. Errors keep needs
from going the way that the rules give them. Warnings and notes stop nothing: they tell of what is most often a slip, and of what is worth
knowing of a network that holds.
"""

from collections.abc import Iterator

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity, by_place
from prioritera.frozen import frozen_tuple
from prioritera.graph.build import Graph, build
from prioritera.graph.query import can_raise
from prioritera.model.network import Network
from prioritera.model.ruleset import Model, RuleSet, VerifiedRuleSet, model_seal
from prioritera.verify.budget import NODES, Exhausted
from prioritera.verify.channels import unused_channels
from prioritera.verify.courses import check_courses, unknown_names
from prioritera.verify.errands import Charted, chart, errands
from prioritera.verify.journeys import Journey, journeys_of, made
from prioritera.verify.mandates import check_mandates
from prioritera.verify.named_words import check_areas, check_words
from prioritera.verify.parallel import check_parallel
from prioritera.verify.shape import check_shape
from prioritera.verify.stand_ins import actors_without_stand_in
from prioritera.verify.taking_part import check_taking_part, named_by


@attrs.frozen(kw_only=True)
class _Laid:
    """The rules laid out over the network, with the errors found; `charted` is None when the rules are too wide to lay out."""

    graph: Graph
    journeys: tuple[Journey, ...] = attrs.field(converter=frozen_tuple, default=())
    charted: Charted | None = None
    errors: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple)


def check_network(rules: RuleSet, network: Network, *, nodes: int = NODES) -> tuple[Diagnostic, ...]:
    """Everything that there is to say of a network under a rule set, sorted by place.

    Args:
        rules: a rule set whose tables have no gap. Of one whose parts do not fit together, or that is too wide to prove, little is said
            here; `check_rules` tells.
        network: actors, channels and mandates.
        nodes: the budget of laying out a table.

    Returns:
        Errors, which keep the rules' courses from being walked and stop `bind`; warnings of what is most often a slip; notes of what is
        worth knowing: actors that nothing comes to, channels that nothing uses, mandates for the same, actors without a stand-in. The last
        two kinds of notes that ask for ways, of channels and of stand-ins, are given when there is no error.

    >>> from prioritera.loading.load import load_network, load_rules
    >>> found = check_network(load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018"))
    >>> sorted({finding.severity.value for finding in found})
    ['note']
    """
    if any(True for _ in check_shape(rules)):
        return ()
    laid = _lay_out(rules, network, nodes)
    found = [*laid.errors, *check_words(rules, network), *check_areas(rules, laid.graph), *check_parallel(network)]
    found.extend(check_taking_part(laid.graph, named_by(rules)))
    if laid.charted is not None and not laid.errors:
        journeys = made(laid.journeys, laid.charted)
        found.extend(unused_channels(journeys, network))
        found.extend(actors_without_stand_in(journeys, laid.graph))
    return by_place(found)


def check_network_alone(network: Network) -> tuple[Diagnostic, ...]:
    """What there is to say of a network without rules, sorted by place: where its questions and answers go is seen only with them.

    Returns:
        An error when nobody can raise a need; warnings and notes of actors that nothing comes to, and of mandates for the same.

    >>> from prioritera.loading.load import load_network
    >>> [finding.code for finding in check_network_alone(load_network("prioritera:sweden-2018"))]
    ['actors-untouched', 'mandates-overlap', 'mandates-overlap']
    """
    graph = build(network)
    return by_place([*_without_senders(graph), *check_taking_part(graph), *check_parallel(network)])


def bind(verified: VerifiedRuleSet, network: Network) -> Model:
    """The verified rule set bound to a network, proved together and sealed.

    Raises:
        PrioriteraError: some course cannot be walked in the network; misspelt words of the network are told with it. Warnings and notes
            stop nothing; `check_network` gives them.
        TypeError: the rule set has not been verified, or there is no network.

    >>> from prioritera.loading.load import load_network, load_rules
    >>> from prioritera.verify.verify import verify
    >>> bind(verify(load_rules("prioritera:sbu-four")), load_network("prioritera:sweden-2018")).network.id
    'sweden-2018'
    """
    given: tuple[object, object] = (verified, network)
    if [type(one) for one in given] != [VerifiedRuleSet, Network]:
        names = " and ".join(type(one).__name__ for one in given)
        raise TypeError(f"bind takes a VerifiedRuleSet and a Network, not {names}; verify the rules first")
    faults = Faults()
    faults.extend(_lay_out(verified.rules, network, NODES).errors)
    if faults.count:
        # A misspelt word is often why a mandate or a channel is lacking.
        faults.extend(found for found in check_words(verified.rules, network) if found.severity is Severity.WARNING)
    faults.stop()
    return _sealed(verified, network)


def bind_or_tell(verified: VerifiedRuleSet, network: Network) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """What `check_network` finds, and the rule set bound to the network when none of it is an error: one proof for both.

    >>> from prioritera.loading.load import load_network, load_rules
    >>> from prioritera.verify.verify import verify
    >>> model, found = bind_or_tell(verify(load_rules("prioritera:sbu-four")), load_network("prioritera:sweden-2018"))
    >>> model is not None, sorted({one.severity.value for one in found})
    (True, ['note'])
    """
    found = check_network(verified.rules, network)
    if any(one.severity is Severity.ERROR for one in found):
        return None, found
    return _sealed(verified, network), found


def _sealed(verified: VerifiedRuleSet, network: Network) -> Model:
    return Model(verified=verified, network=network, seal=model_seal(verified, network))


def _lay_out(rules: RuleSet, network: Network, nodes: int) -> _Laid:
    graph = build(network)
    unknown = unknown_names(rules, network)
    found = [*_without_senders(graph), *(diagnostic for diagnostics in unknown.values() for diagnostic in diagnostics)]
    try:
        charted = chart(rules, nodes=nodes)
    except Exhausted:
        return _Laid(graph=graph, errors=found)
    journeys = journeys_of((errand for errand in errands(charted) if not unknown[errand.rule.id]), graph)
    found.extend(check_courses(journeys, charted, network))
    found.extend(check_mandates(journeys, charted, network))
    return _Laid(graph=graph, journeys=journeys, charted=charted, errors=found)


def _without_senders(graph: Graph) -> Iterator[Diagnostic]:
    if not can_raise(graph):
        yield Diagnostic(code="network-without-senders", span=graph.network.span, params={"network": graph.network.id})
