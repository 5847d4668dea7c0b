"""Mutants of the shipped rule set and network: how many are caught, shown different, proved equal, and how many are left undecided.

python benchmarks/mutants.py --rules 500 --networks 250

Exit code 1 when a need that was shown is not confirmed by the evaluator.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from network_mutants import mapped, network_fate, network_mutants
from prioritera import load_network, load_rules, verify
from rule_mutants import mutants
from rule_mutants_judged import FATES, UNCONFIRMED, fate

Told = tuple[str, str]


def shares(title: str, told: Iterable[Told]) -> bool:
    """Print what became of each kind of mutant, and of all; whether everything that was shown is confirmed."""
    start = time.perf_counter()
    kinds: dict[str, Counter[str]] = {}
    for kind, end in told:
        kinds.setdefault(kind, Counter())[end] += 1
    total = Counter({end: sum(counted[end] for counted in kinds.values()) for end in FATES})
    number = total.total()
    print(f"{title}: {number} mutants in {time.perf_counter() - start:.0f} s")
    print(f"{'':>24}" + "".join(f"{end:>17}" for end in FATES))
    for kind in sorted(kinds):
        print(f"{kind:>24}" + "".join(f"{kinds[kind][end]:>17}" for end in FATES))
    print(f"{'all':>24}" + "".join(f"{total[end]:>17}" for end in FATES))
    print(f"{'share':>24}" + "".join(f"{total[end] / number:>17.1%}" for end in FATES))
    return not total[UNCONFIRMED]


def main() -> int:
    """Try so many mutants of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=500)
    parser.add_argument("--networks", type=int, default=250)
    parser.add_argument("--seed", type=int, default=2018)
    asked = parser.parse_args()
    rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")
    verified, known = verify(rules), mapped(rules, network)
    judged = ((kind, fate(verified, mutant, network)) for kind, mutant in mutants(rules, asked.rules, asked.seed))
    walked = ((kind, network_fate(known, mutant)) for kind, mutant in network_mutants(network, asked.networks, asked.seed))
    return 0 if all([shares("rule sets", judged), shares("networks", walked)]) else 1


if __name__ == "__main__":
    sys.exit(main())
