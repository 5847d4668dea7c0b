"""Proofs of a network under a rule set: every course has its actors and mandates, and a way there and back for all who can raise a need.

A verified rule set and a network come in; findings go out as diagnostics, or the `Model` that needs are prioritised by.
"""

from collections.abc import Iterable, Iterator, Sequence

from prioritera.diagnostics import Diagnostic, Faults, Related, by_place
from prioritera.graph.build import Graph, Layer, build
from prioritera.graph.query import can_raise
from prioritera.model.network import Network
from prioritera.model.ruleset import Model, RuleSet, VerifiedRuleSet, model_seal
from prioritera.model.table import Course, Rule
from prioritera.reading.close import closest, shortened
from prioritera.verify.budget import NODES, Exhausted
from prioritera.verify.errands import Charted, Errand, chart, errands, occurs
from prioritera.verify.shape import check_shape
from prioritera.verify.ways import MANDATE, Fault, Ground, faults_of


def check_network(rules: RuleSet, network: Network, *, nodes: int = NODES) -> tuple[Diagnostic, ...]:
    """Everything that keeps the rules' courses from being walked in the network, sorted by place.

    Args:
        rules: a rule set whose tables have no gap. Of one whose parts do not fit together, or that is too wide to prove, little is said
            here; `check_rules` tells.
        network: actors, channels and mandates.
        nodes: the budget of laying out a table.

    >>> from prioritera.loading.load import load_network, load_rules
    >>> check_network(load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018"))
    ()
    """
    if any(True for _ in check_shape(rules)):
        return ()
    graph = build(network)
    raisers = can_raise(graph)
    found = [] if raisers else [Diagnostic(code="network-without-senders", span=network.span, params={"network": network.id})]
    courses = [(rule, rule.then) for rule in rules.destination.all_rules if isinstance(rule.then, Course)]
    unknown = {rule.id: tuple(_unknown(rule, course, network)) for rule, course in courses}
    found.extend(diagnostic for diagnostics in unknown.values() for diagnostic in diagnostics)
    try:
        charted = chart(rules, nodes=nodes)
    except Exhausted:
        return by_place(found)
    sound = [errand for errand in errands(charted) if not unknown[errand.rule.id]]
    found.extend(_on_the_way(sound, graph, raisers, charted))
    return by_place(found)


def bind(verified: VerifiedRuleSet, network: Network) -> Model:
    """The verified rule set bound to a network, proved together and sealed.

    Raises:
        PrioriteraError: some course cannot be walked in the network.
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
    faults.extend(check_network(verified.rules, network))
    faults.stop()
    return Model(verified=verified, network=network, seal=model_seal(verified, network))


def _unknown(rule: Rule, course: Course, network: Network) -> Iterator[Diagnostic]:
    """The actors and kinds that a rule's course names and the network does not have."""
    targets = (course.to, *(also.target for also in course.also))
    actors = [*(waypoint.actor for waypoint in course.via), *(target.actor for target in targets if target.actor)]
    kinds = {actor.kind for actor in network.actors.values()}
    for code, names, known in (
        ("course-actor-unknown", actors, network.actors.keys()),
        ("course-kind-unknown", [target.nearest for target in targets if target.nearest], sorted(kinds)),
    ):
        for name in dict.fromkeys(names):
            if name not in known:
                params = {"rule": rule.id, "value": name, "known": shortened(known), "close": closest(name, known)}
                yield Diagnostic(code=code, span=rule.span, params=params)


def _on_the_way(sound: Iterable[Errand], graph: Graph, raisers: tuple[str, ...], charted: Charted) -> Iterator[Diagnostic]:
    """What keeps errands from being walked, each fault once: with the first errand and actor it is one for, and how many others."""
    asked: dict[tuple[str, tuple[Layer, Layer]], tuple[Fault, ...]] = {}
    met: dict[tuple[str, str, str], list[tuple[Errand, Fault]]] = {}
    for errand in sound:
        ground = Ground(graph=graph, raisers=raisers, outcome=errand.outcome, area=errand.area)
        key = (errand.rule.id, ground.layers)
        if key not in asked:
            # Errands of a rule that go by the same channels have the same faults and targets; only mandates can differ.
            asked[key] = tuple(faults_of(errand.course, ground))
        lacking = (
            fault
            for fault in asked[key]
            if fault.code != MANDATE or not graph.network.has_mandate(fault.target, errand.outcome, errand.area)
        )
        for fault in lacking:
            met.setdefault((fault.code, fault.source, fault.target), []).append((errand, fault))
    for pairs in met.values():
        occurring = [(errand, fault) for errand, fault in pairs if occurs(errand, charted)]
        if occurring:
            yield _told(occurring, graph.network, of=len(raisers))


def _told(occurring: Sequence[tuple[Errand, Fault]], network: Network, *, of: int) -> Diagnostic:
    """One fault, the first errand and actor for which it is one, and how many others there are."""
    errand, fault = occurring[0]
    actor = fault.actors[0] if fault.actors else ""
    span = network.actors[actor].span if actor else None
    rules = tuple(dict.fromkeys(each.rule.id for each, _ in occurring))
    able = sorted({mandate.actor for mandate in network.mandates if mandate.covers(errand.outcome, errand.area)})
    return Diagnostic(
        code=fault.code,
        span=errand.rule.span,
        params={
            "rules": ", ".join(shortened(rules)),
            "outcome": errand.outcome,
            "area": errand.area,
            "cases": len(occurring),
            "source": fault.source,
            "target": fault.target,
            "actor": actor,
            "count": len(fault.actors),
            "of": of,
            "close": shortened(able) if able and fault.code == MANDATE else "",
        },
        related=() if span is None else (Related(span=span, role="actor"),),
    )
