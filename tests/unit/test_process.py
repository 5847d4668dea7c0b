"""The command as a process: what a shell sees of it."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from prioritera.words.catalogue import LANGUAGES, say
from results import WHOLE

ROOT = Path(__file__).parents[2]
PYTHON = [sys.executable, "-m", "prioritera"]
COMMANDS = ("main", "run", "check", "explain", "rule", "methods")
FULL = Path("/dev/full")


def process(*argv: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The command, run to its end."""
    return subprocess.run([*PYTHON, *argv], cwd=ROOT, capture_output=True, check=False, env={**os.environ, **variables})


def test_the_version_is_told_before_anything_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "prioritera", "--version"], capture_output=True, text=True, check=True)

    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.stdout == "prioritera 0.1.0\n"
    assert not {"attr", "attrs", "argparse", "tomli", "typing", "prioritera.diagnostics", "prioritera.cli"} & loaded


def test_the_console_script_is_the_same_command() -> None:
    script = Path(sys.executable).with_name("prioritera")

    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)

    assert done.stdout == "prioritera 0.1.0\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_every_help_works_as_typed(command: str, language: str) -> None:
    example = shlex.split(say(language, f"cli.help.{command}").splitlines()[-1])

    done = process(*example[1:])

    assert example[0] == "prioritera"
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_swedish_is_written_as_utf_8_whatever_the_terminal_says() -> None:
    done = process("methods", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert done.returncode == 0
    assert "Det som följer med" in done.stdout.decode("utf-8")
    assert b"\r" not in done.stdout


def test_the_same_input_gives_the_same_bytes_in_any_place() -> None:
    first = process(str(WHOLE), "--format", "json", LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")
    second = process(str(WHOLE), "--format", "json", LC_ALL="sv_SE.UTF-8", TZ="Asia/Tokyo", PYTHONHASHSEED="2")

    assert first.stdout == second.stdout
    assert first.returncode == second.returncode == 1


def test_a_reader_that_stops_reading_is_left_in_peace() -> None:
    command = " ".join([*map(shlex.quote, [*PYTHON, str(WHOLE), "--format", "json"]), "| head -c 1; exit ${PIPESTATUS[0]}"])

    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 -- the shell is what is tried

    assert done.stdout == b"{"
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode == 1


def test_an_output_that_is_closed_is_no_crash() -> None:
    command = f"{' '.join(map(shlex.quote, PYTHON))} methods >&-"

    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)  # noqa: S607 -- as above

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full to write to")
@pytest.mark.parametrize("environment", [None, {"PATH": "/usr/bin:/bin"}], ids=["as here", "bare"])
def test_a_full_disk_is_told_of_and_no_crash(environment: dict[str, str] | None) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*PYTHON, "methods", "--lang", "en"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "error[screen-not-written]: the result could not be written out\n"
        "    why:  everything has been reckoned, but what was written out is not whole\n"
        "    mend: see whether the disk is full, or save with --out\n"
    )


def interrupted(code: str) -> subprocess.CompletedProcess[bytes]:
    """A process that says it is ready, is interrupted, and ends. It must mind the interrupt: one started in the background ignores it."""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        ready = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert ready == b"ready\n"
    return subprocess.CompletedProcess(code, running.returncode, out, err)


def test_ctrl_c_ends_the_work_with_one_quiet_line() -> None:
    done = interrupted(
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import prioritera.cli.main as command\n"
        "from prioritera.__main__ import run\n"
        "def work(*_, **__):\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(30)\n"
        "command._answer = work\n"
        "sys.argv = ['prioritera', 'methods']\n"
        "run()\n"
    )

    assert (done.returncode, done.stdout, done.stderr.decode()) == (130, b"", "avbrutet\n")


def test_ctrl_c_while_the_command_loads_is_told_too() -> None:
    done = interrupted(
        "import builtins, signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from prioritera.__main__ import run\n"
        "real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    if name == 'prioritera.cli.main':\n"
        "        print('ready', flush=True)\n"
        "        time.sleep(30)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\n"
        "sys.argv = ['prioritera', 'methods']\n"
        "run()\n"
    )

    assert (done.returncode, done.stdout, done.stderr.decode()) == (130, b"", "avbrutet\n")
