"""The page on schemas in an editor, tried as it is written: its commands, its faulty rule, its settings."""

import io
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from editor import TOMBI, lint, needs_tombi
from prioritera.cli.main import main

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "how-to" / "editor.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
TOML = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
(SHOWN,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


def run(line: str) -> int:
    """The exit code of a command of ours."""
    program, *words = shlex.split(line)
    assert program == "prioritera"
    return main(words, io.StringIO(), io.StringIO(), io.StringIO())


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where the commands of "Begin with a file" have been given."""
    monkeypatch.chdir(tmp_path)
    assert [run(line) for line in COMMANDS[:3]] == [0, 0, 0]
    return tmp_path


def test_the_commands_of_ours_do_what_the_page_says(begun: Path) -> None:
    ours = [line for line in COMMANDS[3:] if not line.startswith("tombi ")]

    assert [run(line) for line in ours] == [0, 0]
    assert (begun / "rules.toml").read_text(encoding="utf-8").startswith(TOML[0])


@needs_tombi
def test_the_faulty_rule_is_told_as_the_page_shows(begun: Path) -> None:
    text = (begun / "rules.toml").read_text(encoding="utf-8")
    (begun / "rules.toml").write_text(text.replace("[[triage.rules]]", f"{TOML[1]}\n[[triage.rules]]", 1), encoding="utf-8")
    (line,) = [line for line in COMMANDS if line.startswith("tombi ")]

    done = subprocess.run([TOMBI, *shlex.split(line)[1:]], env={"NO_COLOR": "1"}, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(SHOWN)


@needs_tombi
def test_the_settings_name_the_schema_of_a_file_that_does_not(begun: Path) -> None:
    (begun / "tombi.toml").write_text(TOML[2], encoding="utf-8")
    text = (begun / "rules.toml").read_text(encoding="utf-8").removeprefix(TOML[0])
    (begun / "rules-2.toml").write_text(text.replace('hit = "first"', 'hut = "first"', 1), encoding="utf-8")
    (begun / "one").mkdir()
    (begun / "one" / "round.toml").write_text("[ruond]\n", encoding="utf-8")

    assert [said.text for said in lint(begun / "rules-2.toml")] == ['"hut" is not allowed']
    assert [said.text for said in lint(begun / "one" / "round.toml")] == ['"round" is required', '"ruond" is not allowed']


def test_what_a_schema_cannot_say_check_does(begun: Path) -> None:
    shutil.copy(begun / "rules.toml", begun / "ours.toml")
    text = (begun / "ours.toml").read_text(encoding="utf-8")
    (begun / "ours.toml").write_text(text.replace('id = "back"', 'id = "to-agency"'), encoding="utf-8")

    assert run("prioritera check ours.toml") == 1
