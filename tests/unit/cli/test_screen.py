import io
import os
import time

import pytest

from prioritera.cli.screen import as_utf8, is_terminal, sign_of_life, takes_bold, write


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


class Broken(io.StringIO):
    """A stream whose reader has gone."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_a_stream_that_cannot_hold_swedish_is_made_to() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")

    as_utf8(stream)
    write(stream, "å \ud800\n")

    assert raw.getvalue() == b"\xc3\xa5 \\ud800\n"


def test_a_stream_that_cannot_be_changed_is_left_as_it_is() -> None:
    stream = io.StringIO()

    as_utf8(stream)

    assert write(stream, "å")
    assert stream.getvalue() == "å"


def test_a_reader_that_has_gone_is_no_fault() -> None:
    assert not write(Broken(), "text")


def test_a_file_whose_reader_has_gone_can_be_closed_without_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    stream = os.fdopen(writer, "w", encoding="utf-8")

    assert not write(stream, "text")
    stream.close()


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Terminal()
    stream.close()

    assert not is_terminal(stream)


@pytest.mark.parametrize(
    ("variables", "bold"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_bold_is_for_terminals_that_take_it(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, bold: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert takes_bold(Terminal()) is bold
    assert not takes_bold(io.StringIO())


def test_long_work_gives_a_sign_of_life_on_a_terminal_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prioritera.cli.screen.PATIENCE", 0.01)
    stream = Terminal()

    with sign_of_life(stream, "sv"):
        time.sleep(0.2)

    assert stream.getvalue() == "arbetar …\r\x1b[K"


def test_short_work_says_nothing() -> None:
    stream = Terminal()

    with sign_of_life(stream, "sv"):
        pass

    assert stream.getvalue() == ""


def test_off_a_terminal_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prioritera.cli.screen.PATIENCE", 0.01)
    stream = io.StringIO()

    with sign_of_life(stream, "sv"):
        time.sleep(0.05)

    assert stream.getvalue() == ""
