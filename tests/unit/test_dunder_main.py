import runpy
import sys

import pytest

from prioritera.__main__ import run


def exit_code_of(*argv: str, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "argv", ["prioritera", *argv])
    with pytest.raises(SystemExit) as leaving:
        run()
    return leaving.value.code


def test_the_version_is_told_at_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of("--version", monkeypatch=monkeypatch) == 0
    assert capsys.readouterr().out == "prioritera 0.1.0\n"


def test_the_exit_code_is_the_command_s(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of("run", monkeypatch=monkeypatch) == 2
    assert capsys.readouterr().err.startswith("fel[argument-missing]")


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("prioritera.cli.main.main", interrupted)

    assert exit_code_of("methods", monkeypatch=monkeypatch) == 130


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["prioritera", "--version"])
    monkeypatch.delitem(sys.modules, "prioritera.__main__")

    with pytest.raises(SystemExit):
        runpy.run_module("prioritera", run_name="__main__")

    assert capsys.readouterr().out == "prioritera 0.1.0\n"


def test_closed_streams_are_none_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert exit_code_of("methods", monkeypatch=monkeypatch) == 0
