"""A command loads what it needs and nothing of the others: that is most of what a start costs."""

import subprocess
import sys
from pathlib import Path

import pytest

from prioritera.cli.asked import COMMANDS
from prioritera.cli.main import command

ROUND = Path(__file__).parents[3] / "examples" / "illustrative"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function(name: str) -> None:
    assert callable(command(name))


def test_judging_a_round_loads_no_other_command() -> None:
    code = "import sys\nfrom prioritera.cli.main import main\nmain(sys.argv[1:], sys.stdin, sys.stderr, sys.stderr)\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROUND)], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    loaded = set(done.stdout.split())

    assert {name for name in loaded if name.startswith("prioritera.documents")} == set()
    assert not loaded & {"skcriteria", "pymcdm", "numpy", "prioritera.cli.weighed", "prioritera.schema", "prioritera.forms"}
