"""Needs a second from plain records to decisions, beside a loop written by hand for the same rules, in one run, with equal answers.

python benchmarks/end_to_end.py --sizes 100 1000 10000
"""

import argparse
import gc
import platform
import time
from collections.abc import Callable
from typing import Any

from by_hand import Answer, judge
from prioritera.loading.load import load_network, load_rules
from prioritera.model.result import Result
from prioritera.pipeline import prioritise
from prioritera.verify.network import bind
from prioritera.verify.verify import verify
from rounds import records, round_of


def best_of(repeat: int, work: Callable[[], Any]) -> tuple[float, Any]:
    """The shortest time of several runs, and the last result."""
    times = []
    for _ in range(repeat):
        gc.collect()
        begin = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - begin)
    return min(times), result


def answers(result: Result) -> dict[str, Answer]:
    """A run's decisions in the form of the loop by hand."""
    found = {}
    for one in result.decisions:
        low, high = (one.score.low, one.score.high) if one.score else (0, 0)
        best, worst = (one.standing.best, one.standing.worst) if one.standing else (0, 0)
        found[one.need_id] = (one.outcome, one.destination, low, high, best, worst)
    return found


def main() -> None:
    """Measure, check equality, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    begin = time.perf_counter()
    rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")
    loaded = time.perf_counter()
    verified = verify(rules)
    proved = time.perf_counter()
    model = bind(verified, network)
    bound = time.perf_counter()
    print(f"Python {platform.python_version()}, {platform.machine()}, best of {options.repeat}")
    print(f"load {loaded - begin:.3f} s, verify {proved - loaded:.3f} s, bind {bound - proved:.3f} s ({len(network.actors)} actors)")
    print(f"{'needs':>7} {'prioritera s':>13} {'needs/s':>9} {'by hand s':>10} {'ratio':>7}")
    for size in options.sizes:
        data = records(size, rules, network)
        round_ = round_of(data)
        ours, result = best_of(options.repeat, lambda round_=round_: prioritise(round_, model))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        by_hand, expected = best_of(options.repeat, lambda data=data: judge(data))  # type: ignore[misc]  # as above
        assert answers(result) == expected, "the two give different answers"
        print(f"{size:>7} {ours:>13.4f} {size / ours:>9.0f} {by_hand:>10.5f} {ours / by_hand:>7.1f}")


if __name__ == "__main__":
    main()
