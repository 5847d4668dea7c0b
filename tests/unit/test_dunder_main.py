import runpy
import signal
import sys
from collections.abc import Iterator

import pytest

from prioritera.__main__ import run


@pytest.fixture(autouse=True)
def _interrupts_as_before() -> Iterator[None]:
    """The process lets nothing interrupt its end; the process of the tests goes on."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


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


@pytest.mark.parametrize(("words", "told"), [([], "avbrutet\n"), (["--lang", "en"], "interrupted\n")])
def test_an_interruption_outside_of_the_command_is_told_in_one_line(
    words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("prioritera.cli.main.main", interrupted)

    assert exit_code_of("methods", *words, monkeypatch=monkeypatch) == 130
    assert capsys.readouterr() == ("", told)


def test_nothing_interrupts_what_is_left_when_all_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert exit_code_of("methods", monkeypatch=monkeypatch) == 0
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


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
