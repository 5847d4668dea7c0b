"""Ctrl-C at many moments of a run, as a shell sees it: told in one line, or too late to take anything back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# An interrupt at a call of ours, counted from where the command begins to load. Not in a generator, which may be resumed to be closed:
# what is raised when the interpreter throws away a value reaches nobody. At the end of a run that nothing interrupts, how many calls
# there were is written to a file.
AT_A_CALL = """\
import atexit, inspect, pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from prioritera.__main__ import run
moment, told = int(sys.argv[1]), pathlib.Path(sys.argv[2])
calls = 0
def watch(frame, event, _):
    global calls
    name = frame.f_code.co_filename
    is_ours = "/prioritera/" in name and not frame.f_code.co_flags & inspect.CO_GENERATOR
    if event == "call" and is_ours and (calls or name.endswith("cli/main.py")):
        calls += 1
        if calls == moment:
            sys.setprofile(None)
            signal.raise_signal(signal.SIGINT)
atexit.register(lambda: told.write_text(str(calls)))
sys.argv = ["prioritera", "run", "examples/grade-etd"]
sys.setprofile(watch)
run()
"""
# An interrupt while the interpreter leaves: before the last it does for us, or when it throws our values away.
LEAVING = {
    "at the end of threads": "import threading; threading._register_atexit(interrupt)",
    "at the end of the process": "import atexit; atexit.register(interrupt)",
    "at the end of values": "import builtins; builtins.last = type('Last', (), {'__del__': interrupt})()",
}
AT_THE_END = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from prioritera.__main__ import run
def interrupt(*_, kill=os.kill, me=os.getpid(), number=signal.SIGINT):
    kill(me, number)
exec(sys.argv[1])
sys.argv = ["prioritera", "run", "examples/grade-etd"]
run()
"""
# The pipe is full before anything is written to it, and nobody reads it.
UNREAD = """\
import os, signal, sys, threading
from contextlib import suppress
signal.signal(signal.SIGINT, signal.default_int_handler)
from prioritera.__main__ import run
os.set_blocking(1, False)
with suppress(BlockingIOError):
    while True:
        os.write(1, b"x")
os.set_blocking(1, True)
import prioritera.cli.main as command
from prioritera.cli.done import Done
def done(*_, **__):
    threading.Timer(0.2, signal.pthread_kill, (threading.get_ident(), signal.SIGINT)).start()
    return Done(text="short")
command._answer = done
sys.argv = ["prioritera", "methods"]
run()
"""
TOLD = (130, "avbrutet\n")

Ended = tuple[int, str, str]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """That of processes that compile our files once between them and hold back output, whatever that of the tests says of it."""
    ours = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled")), "PYTHONUNBUFFERED": ""}
    return {**os.environ, **ours}


def ended(code: str, environment: dict[str, str], *words: str) -> Ended:
    """How a process ended: its exit code, its output and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def whole(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, int]:
    """How a run ends that nothing interrupts, and how many calls it is."""
    file = tmp_path_factory.mktemp("calls") / "calls"
    return ended(AT_A_CALL, environment, "0", str(file)), int(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", range(6))
def test_an_interrupt_in_any_part_of_a_run_is_told_and_nothing_is_written(
    part: int, whole: tuple[Ended, int], environment: dict[str, str], tmp_path: Path
) -> None:
    _, calls = whole

    code, out, err = ended(AT_A_CALL, environment, str(1 + calls * part // 6), str(tmp_path / "calls"))

    assert (code, err, out) == (*TOLD, "")


@pytest.mark.parametrize("last", range(3))
def test_an_interrupt_at_the_last_calls_of_a_run_is_told_though_all_may_be_written(
    last: int, whole: tuple[Ended, int], environment: dict[str, str], tmp_path: Path
) -> None:
    (_, everything, _), calls = whole

    code, out, err = ended(AT_A_CALL, environment, str(calls - last), str(tmp_path / "calls"))

    assert (code, err) == TOLD
    assert out == (everything if last == 0 else "")


@pytest.mark.parametrize("when", LEAVING)
def test_an_interrupt_when_all_is_done_takes_nothing_back(when: str, whole: tuple[Ended, int], environment: dict[str, str]) -> None:
    assert ended(AT_THE_END, environment, LEAVING[when]) == whole[0]


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="the system has no signal to a thread")
def test_an_interrupt_while_nobody_reads_is_told_and_what_is_left_is_not_waited_for(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-c", UNREAD], cwd=ROOT, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=30
        )
    finally:
        os.close(reading)
        os.close(writing)

    assert (done.returncode, done.stderr.decode()) == TOLD
