"""The pages on methods, tried as they are written: their files, their commands, and what these give."""

import io
import re
import shlex
from pathlib import Path

import pytest

from prioritera.cli.main import main

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "methods"
# The reference of files of judgements shows what it speaks of in the same way.
PAGES = {path.stem: path for path in (*sorted(FOLDER.glob("*.md")), FOLDER.parent / "reference" / "judgement-files.md")}
FILE = re.compile(r"^```(?:toml|csv)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^```sh\nprioritera (.*?)\n```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_what_it_shows(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGES[name].read_text(encoding="utf-8")
    for file, text in FILE.findall(page):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    steps = STEP.findall(page)

    told = []
    for command, _ in steps:
        out = io.StringIO()
        main(shlex.split(command), io.StringIO(), out, out)
        told.append(out.getvalue())

    assert [shown for (_, shown), all_told in zip(steps, told, strict=True) if shown not in all_told] == []
    assert any("explain" in command for command, _ in steps)


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_a_page_is_tried(name: str) -> None:
    page = PAGES[name].read_text(encoding="utf-8")

    assert page.count("```sh\n") == len(STEP.findall(page))
    assert len(re.findall(r"^```(?:toml|csv)$", page, re.MULTILINE)) == len(FILE.findall(page))
