"""The screen: text written as UTF-8 whatever the terminal says, and a sign of life when work takes more than a moment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import TextIO

from prioritera.words.catalogue import say

PATIENCE = 1.0
INTERRUPTED = 130
_CLEAR = "\r\x1b[K"


def as_utf8(stream: TextIO) -> None:
    """Make a stream write UTF-8 with plain line ends, where it can be made to; what UTF-8 cannot hold is written as its code."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream."""
    return not stream.closed and stream.isatty()


def takes_bold(stream: TextIO) -> bool:
    """Whether headings may be shown in bold: on a terminal that is not dumb, and when NO_COLOR is not set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(stream: TextIO, text: str) -> bool:
    """Write a text, whole.

    Returns:
        False when nobody reads the stream any longer: that is no fault, and nothing more is written to it.

    Raises:
        OSError: it could not be written, the disk being full or the like.
        KeyboardInterrupt: it was interrupted; nothing more is written to it.
    """
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _leave(stream)
        return False
    except (OSError, KeyboardInterrupt):
        _leave(stream)
        raise
    return True


def tell_interrupted(stream: TextIO, language: str) -> int:
    r"""Say that the work was interrupted, and give the exit code of that.

    >>> import io
    >>> stream = io.StringIO()
    >>> tell_interrupted(stream, "en"), stream.getvalue()
    (130, 'interrupted\n')
    """
    write(stream, f"{say(language, 'cli.interrupted')}\n")
    return INTERRUPTED


def _leave(stream: TextIO) -> None:
    """Let what is left in the stream's buffer go nowhere, so that closing it at exit does not fail, or wait, once more."""
    with suppress(OSError):  # a stream without a file has nothing to close
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def sign_of_life(stream: TextIO, language: str) -> Iterator[None]:
    """Say on a terminal that work goes on when it takes more than a second, and take it away when it is done."""
    if not is_terminal(stream):
        yield
        return
    said = []

    def tell() -> None:
        said.append(True)
        write(stream, say(language, "cli.working"))

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            write(stream, _CLEAR)
