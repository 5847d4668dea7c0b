"""A command loads what it needs and nothing of the others: that is most of what a start costs."""

import subprocess
import sys
from pathlib import Path

import pytest

from prioritera.cli.asked import COMMANDS
from prioritera.cli.main import command

ROUND = Path(__file__).parents[3] / "examples" / "illustrative"
PANEL = """\
[round]
id = "small"
label = "small"
rules = "prioritera:jla-interim"
network = "prioritera:panel"
needs = "needs.csv"
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function(name: str) -> None:
    assert callable(command(name))


def loaded_by(*words: str) -> set[str]:
    """The modules of a fresh process that has done what the words say."""
    code = "import sys\nfrom prioritera.cli.main import main\nmain(sys.argv[1:], sys.stdin, sys.stderr, sys.stderr)\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    return set(done.stdout.split())


def test_judging_a_round_loads_no_other_command() -> None:
    loaded = loaded_by(str(ROUND))

    assert {name for name in loaded if name.startswith("prioritera.documents")} == set()
    assert not loaded & {"skcriteria", "pymcdm", "numpy", "prioritera.cli.weighed", "prioritera.schema", "prioritera.forms"}


def test_a_round_of_csv_and_toml_loads_nothing_for_other_files_or_for_what_is_not_asked_for(tmp_path: Path) -> None:
    (tmp_path / "round.toml").write_text(PANEL, encoding="utf-8")
    (tmp_path / "needs.csv").write_text("id;title;area;origin\nn1;One;research;unknown\n", encoding="utf-8")

    loaded = loaded_by(str(tmp_path))

    assert "prioritera.report.text" in loaded
    assert not loaded & {
        "networkx",
        "prioritera.loading.signal_files",
        "prioritera.model.rules_diff",
        "prioritera.report.json",
        "prioritera.sheets.workbook",
        "prioritera.sources",
        "prioritera.verify.written",
        "zipfile",
    }


def test_help_loads_no_rules_and_no_rounds() -> None:
    loaded = loaded_by("--help")

    assert "prioritera.cli.asked" in loaded
    assert not loaded & {"prioritera.loading.load", "prioritera.model.round", "prioritera.model.ruleset", "prioritera.verify"}
