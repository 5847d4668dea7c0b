"""How long it takes to import the package and to start the command, beside bare Python and attrs, in one run.

Modules are compiled as they are once installed, by runs that are not timed.

python benchmarks/start.py --repeat 20
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from judging import as_installed

COMMANDS = {
    "bare Python": ["-c", "pass"],
    "import attrs": ["-c", "import attrs"],
    "import prioritera": ["-c", "import prioritera"],
    "prioritera --version": ["-m", "prioritera", "--version"],
    "prioritera methods": ["-m", "prioritera", "methods"],
    "prioritera examples/nsks-2018": ["-m", "prioritera", "examples/nsks-2018"],
}


def seconds(arguments: list[str], environment: Mapping[str, str]) -> float:
    """The time of one fresh process."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begin


def main() -> None:
    """Measure each command in turn, again and again, and print the median and the ratio to bare Python."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=20)
    repeat = parser.parse_args().repeat
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as compiled:
        environment = as_installed(Path(compiled))
        for arguments in COMMANDS.values():
            seconds(arguments, environment)
        for _ in range(repeat):
            for name, arguments in COMMANDS.items():
                times[name].append(seconds(arguments, environment))
    medians = {name: sorted(found)[len(found) // 2] for name, found in times.items()}
    print(f"{'':>30} {'median ms':>10} {'/ bare':>7} {'/ attrs':>8}")
    for name, median in medians.items():
        print(f"{name:>30} {median * 1000:>10.1f} {median / medians['bare Python']:>7.2f} {median / medians['import attrs']:>8.2f}")


if __name__ == "__main__":
    main()
