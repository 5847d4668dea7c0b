"""The page on checking in CI, and the hook it tells of: every snippet is one that works."""

import io
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import tomli
import yaml  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.asked import read
from prioritera.cli.main import main
from prioritera.version import __version__

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SNIPPETS = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]

# What pre-commit reads of a hook, and of what type it must be.
REQUIRED = {"id": str, "name": str, "entry": str, "language": str}
OPTIONAL = {
    "additional_dependencies": list,
    "always_run": bool,
    "args": list,
    "description": str,
    "exclude": str,
    "exclude_types": list,
    "fail_fast": bool,
    "files": str,
    "language_version": str,
    "log_file": str,
    "minimum_pre_commit_version": str,
    "pass_filenames": bool,
    "require_serial": bool,
    "stages": list,
    "types": list,
    "types_or": list,
    "verbose": bool,
}


def chosen(hook: dict[str, Any], names: list[str]) -> list[str]:
    """The files that pre-commit passes on to a hook: those whose names the pattern is found in, of its types."""
    assert hook["types"] == ["toml"]
    return [name for name in names if re.search(hook["files"], name) and name.endswith(".toml")]


def in_repository(folder: Path, old: str, new: str) -> list[str]:
    """A folder with rules as in a repository of their own, one passage changed; the names of its files."""
    shutil.copytree(ROOT / "rules", folder / "rules")
    text = (folder / "rules" / "sbu-four.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "rules" / "ours.toml").write_text(text.replace(old, new), encoding="utf-8")
    (folder / "rules" / "README.md").write_text("Rules.", encoding="utf-8")
    (folder / "other.toml").write_text("not = [toml", encoding="utf-8")
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def ran(hook: dict[str, Any], names: list[str]) -> tuple[int, str]:
    command, *words = hook["entry"].split()
    assert command in tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    out = io.StringIO()
    return main([*words, *hook.get("args", []), *chosen(hook, names)], io.StringIO(), out, sys.stderr), out.getvalue()


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_written_as_pre_commit_reads_it(hook: dict[str, Any]) -> None:
    types = {**REQUIRED, **OPTIONAL}

    assert REQUIRED.keys() <= hook.keys() <= types.keys()
    assert [key for key, value in hook.items() if not isinstance(value, types[key])] == []
    assert (hook["language"], re.compile(hook["files"]).groups) == ("python", 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [('existing = ["under-way"', 'existing = ["under-wy"', 1), ('version = "0.1.0"', 'version = "0.1.1"', 0)],
)
def test_the_hook_fails_on_a_wrong_rule_file_and_passes_on_a_right_one(
    old: str, new: str, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = in_repository(tmp_path, old, new)
    monkeypatch.chdir(tmp_path)

    code, out = ran(HOOKS[0], names)

    assert code == expected
    assert ("rules/ours.toml:191:22: fel[unknown-word]: " in out) is bool(expected)
    assert "other.toml" not in out


def test_the_hook_takes_toml_files_under_rules_and_no_others() -> None:
    names = ["rules/a.toml", "x/rules/words/b.toml", "rules/a.md", "rules.toml", "myrules/a.toml", "pyproject.toml"]

    assert chosen(HOOKS[0], names) == ["rules/a.toml", "x/rules/words/b.toml"]


def test_the_page_names_a_hook_that_there_is_and_options_that_it_takes() -> None:
    (config,) = [snippet for snippet in SNIPPETS if isinstance(snippet, dict) and "repos" in snippet]
    (changed,) = [snippet[0] for snippet in SNIPPETS if isinstance(snippet, list)]

    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == [changed["id"]] == [hook["id"] for hook in HOOKS]
    assert config["repos"][0]["rev"] == f"v{__version__}"
    assert read(["check", *changed["args"], "regler/a.toml"]).language == "en"
    assert [bool(re.search(changed["files"], name)) for name in ("regler/a.toml", "omgangar/2026/round.toml", "x.toml")] == [
        True,
        True,
        False,
    ]


def test_the_commands_of_the_workflows_are_ones_that_can_be_given() -> None:
    workflows = [snippet for snippet in SNIPPETS if isinstance(snippet, dict) and "jobs" in snippet]
    steps = [step["run"] for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    commands = [step.removeprefix("prioritera ").partition(" > ")[0].split() for step in steps if step.startswith("prioritera")]

    assert [read(words).form for words in commands] == ["github", "sarif"]


def test_the_output_is_the_one_that_check_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_repository(tmp_path, 'existing = ["under-way"', 'existing = ["under-wy"')
    monkeypatch.chdir(tmp_path)
    out = io.StringIO()
    shown = re.search(r"<!-- output: a wrong word -->\n```text\n(.*?)```", PAGE, re.DOTALL)

    main(["check", "rules/ours.toml", "--lang", "en"], io.StringIO(), out, io.StringIO())

    assert shown is not None
    assert shown[1] == out.getvalue()
