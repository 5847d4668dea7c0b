"""The whole output for a round with every kind of need, through the command line, in both languages."""

import io
from pathlib import Path

import pytest

from prioritera.cli.main import main
from results import WHOLE, without_hashes

EXPECTED = WHOLE / "expected"
COMMANDS = {
    "run-sv.txt": [str(WHOLE)],
    "run-en.txt": ["run", str(WHOLE), "--lang", "en"],
    "points-sv.txt": [str(WHOLE), "--points"],
    "points-en.txt": [str(WHOLE), "--points", "--lang", "en"],
    "report-sv.txt": ["report", str(WHOLE)],
    "report-en.txt": ["report", str(WHOLE), "--points", "--lang", "en"],
    "explain-sv.txt": ["explain", str(WHOLE), "nutrition"],
    "explain-en.txt": ["explain", str(WHOLE), "nutrition", "--lang", "en"],
    "explain-open-sv.txt": ["explain", str(WHOLE), "oklar-forankring"],
    "versus-sv.txt": ["explain", str(WHOLE), "fall", "--versus", "nutrition"],
    "versus-en.txt": ["explain", str(WHOLE), "fall", "--versus", "nutrition", "--lang", "en"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_output_is_the_expected_one_to_the_last_character(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    expected = (EXPECTED / name).read_text(encoding="utf-8")

    out = io.StringIO()
    main(COMMANDS[name], io.StringIO(), out, io.StringIO())

    assert without_hashes(out.getvalue()) == expected
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_was_found_is_told_on_stderr_and_in_the_exit_code(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = (EXPECTED / f"stderr-{language}.txt").read_text(encoding="utf-8")
    monkeypatch.chdir(Path(__file__).parents[2])
    err = io.StringIO()

    code = main(["tests/acceptance/whole-report", "--lang", language], io.StringIO(), io.StringIO(), err)

    assert code == 1
    assert err.getvalue() == expected
