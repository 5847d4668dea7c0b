"""How long it takes to prove a network of 371 actors: the shipped one, with made-up municipalities until there are so many.

python benchmarks/networks.py --repeat 20
"""

import argparse
import importlib
import time
from collections.abc import Callable
from functools import partial

import attrs

from prioritera.diagnostics import Severity
from prioritera.loading.load import load_network, load_rules
from prioritera.model.network import Channel, Network
from prioritera.model.ruleset import RuleSet, VerifiedRuleSet
from prioritera.verify.network import bind, check_network, check_network_alone
from prioritera.verify.verify import verify

ACTORS = 371
RSS = "rss-orebro"


def padded(network: Network) -> Network:
    """The network with as many municipalities more as it takes, all of one structure, which they raise to and are answered by."""
    pattern = next(actor for actor in network.actors.values() if actor.kind == "municipality")
    more = [attrs.evolve(pattern, id=f"made-up-{number:03}", code="", member_of=[RSS]) for number in range(ACTORS - len(network.actors))]
    up = [Channel(id=f"up/{actor.id}", kind="raises", source=actor.id, target=RSS) for actor in more]
    down = [Channel(id=f"down/{actor.id}", kind="answers", source=RSS, target=actor.id) for actor in more]
    return attrs.evolve(network, actors={**network.actors, **{actor.id: actor for actor in more}}, channels=[*network.channels, *up, *down])


def split(network: Network, areas: list[str]) -> Network:
    """The same with each channel split in one for each area, so that no two areas share a way: the hardest that a network can be."""
    channels = [attrs.evolve(one, id=f"{area}/{one.id}", areas=[area]) for one in network.channels for area in areas]
    return attrs.evolve(network, channels=channels)


def everything(rules: RuleSet, _: VerifiedRuleSet, network: Network) -> None:
    """Errors, warnings and notes, as `check` gives them."""
    check_network(rules, network)


def alone(_: RuleSet, __: VerifiedRuleSet, network: Network) -> None:
    """What can be said without rules."""
    check_network_alone(network)


def binding(_: RuleSet, verified: VerifiedRuleSet, network: Network) -> None:
    """Errors alone, as every run needs them."""
    bind(verified, network)


WORKS = (everything, alone, binding)


def milliseconds(work: Callable[[], object], repeat: int) -> tuple[float, float]:
    """The least and the median of some runs."""
    found = []
    for _ in range(repeat):
        begin = time.perf_counter()
        work()
        found.append((time.perf_counter() - begin) * 1000)
    return min(found), sorted(found)[len(found) // 2]


def main() -> None:
    """Measure, and print; the import of networkx is told apart, for it is paid once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=20)
    repeat = parser.parse_args().repeat
    rules = load_rules("prioritera:sbu-four")
    plain = padded(load_network("prioritera:sweden-2018"))
    apart = split(plain, [area.id for area in rules.areas])
    begin = time.perf_counter()
    importlib.import_module("networkx")
    print(f"import networkx, once: {(time.perf_counter() - begin) * 1000:.0f} ms")
    verified = verify(rules)
    print(f"{'':>32} {'channels':>9} {'least ms':>9} {'median ms':>10}")
    for name, network in (("one way for all areas", plain), ("a way for each area", apart)):
        if len(network.actors) != ACTORS or any(one.severity is not Severity.NOTE for one in check_network(rules, network)):
            raise AssertionError("the network to be measured is not the one that was meant")
        print(f"{ACTORS} actors, {name}")
        for work in WORKS:
            least, median = milliseconds(partial(work, rules, verified, network), repeat)
            print(f"{work.__name__:>32} {len(network.channels):>9} {least:>9.0f} {median:>10.0f}")


if __name__ == "__main__":
    main()
