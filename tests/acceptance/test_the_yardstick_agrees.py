"""The loop by hand that speed is measured against gives the same answers: a rule added to the rule set must be added there too."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_loop_by_hand_gives_the_same_answers() -> None:
    """A hundred made-up needs, once: the benchmark stops when an answer differs."""
    command = [sys.executable, str(ROOT / "benchmarks" / "end_to_end.py"), "--sizes", "100", "--repeat", "1"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1].split()[0] == "100"
