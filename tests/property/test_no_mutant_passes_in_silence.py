"""A slip in the shipped rule set or network is caught by the proofs, shown by a need that ends otherwise, or proved to change nothing.

`benchmarks/mutants.py` tries many more.
"""

from collections import Counter

from network_mutants import mapped, network_fate, network_mutants
from prioritera.loading.load import load_network, load_rules
from prioritera.verify.verify import verify
from rule_mutants import mutants
from rule_mutants_judged import CAUGHT, DIFFERENT, EQUAL, fate


def test_no_mutant_of_the_shipped_rules_passes_in_silence() -> None:
    rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")
    verified = verify(rules)

    found = Counter(fate(verified, mutant, network) for _, mutant in mutants(rules, 24, seed=1))

    assert set(found) == {CAUGHT, DIFFERENT, EQUAL}
    assert found[DIFFERENT] > found[EQUAL]


def test_no_mutant_of_the_shipped_network_passes_in_silence() -> None:
    rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")
    known = mapped(rules, network)

    found = Counter(network_fate(known, mutant) for _, mutant in network_mutants(network, 20, seed=1))

    assert set(found) == {CAUGHT, DIFFERENT, EQUAL}
