"""What the README shows is what the commands give."""

import io
import re
import shutil
from pathlib import Path

import pytest

from prioritera.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown(marker: str) -> str:
    """The text block after a marker."""
    found = re.search(rf"<!-- output: {re.escape(marker)}[^>]*-->\n```text\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def printed(*arguments: str) -> str:
    out = io.StringIO()
    main(arguments, io.StringIO(), out, io.StringIO())
    return out.getvalue()


def without_rule(rules: str, rule: str) -> str:
    """The rule file without one of its rules."""
    return re.sub(rf'\[\[tables\.level\.rules\]\]\nid = "{rule}"\n(?:.+\n)+\n', "", rules)


def test_the_first_output_is_the_start_of_the_lists() -> None:
    report = printed(str(ROOT / "examples" / "nsks-2018"))

    assert shown("examples/nsks-2018") == report[report.index("Rangordnade behov") : report.index("Pilot eller förstudie")].rstrip() + "\n"


def test_the_gap_is_the_one_that_check_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    monkeypatch.chdir(tmp_path / "rules")
    rules = Path("sbu-four.toml").read_text(encoding="utf-8")
    Path("ours.toml").write_text(without_rule(rules, "another-answer-elsewhere"), encoding="utf-8")

    assert shown("a gap") == printed("check", "ours.toml")
