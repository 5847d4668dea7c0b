"""`python -m prioritera`, and the command `prioritera`: the streams and words of the process, and its exit code.

`--version` is answered here, before anything else is loaded.
"""

import gc
import io
import sys

from prioritera.version import __version__

# Read by type checkers as true; `typing` takes longer to import than all else here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

# Values are frozen and hold no circles, so that there is next to nothing to collect; looking for it took a tenth of a run.
_NEW_BETWEEN_COLLECTIONS = 100_000


def run() -> "NoReturn":
    """Run the command and leave with its exit code."""
    # A stream that is closed before the process begins is None.
    stdin, stdout, stderr = (stream if stream is not None else io.StringIO() for stream in (sys.stdin, sys.stdout, sys.stderr))
    if sys.argv[1:] == ["--version"]:
        stdout.write(f"prioritera {__version__}\n")
        sys.exit(0)
    gc.set_threshold(_NEW_BETWEEN_COLLECTIONS)
    try:
        # Late, so that --version above stays light and Ctrl-C is told of while the rest loads.
        from prioritera.cli.main import main  # noqa: PLC0415 -- as the line above says

        code = main(sys.argv[1:], stdin, stdout, stderr)
        _let_nothing_interrupt()
    except KeyboardInterrupt:
        # Before or after the command itself, which tells of its own interruption.
        _let_nothing_interrupt()
        from prioritera.cli.asked import language_in  # noqa: PLC0415 -- late, as above
        from prioritera.cli.screen import tell_interrupted  # noqa: PLC0415

        code = tell_interrupted(stderr, language_in(sys.argv[1:]))
    sys.exit(code)


def _let_nothing_interrupt() -> None:
    """Let Ctrl-C do nothing from here on: all is written, and in what is left the interpreter would end by the signal or in a traceback."""
    import signal  # noqa: PLC0415 -- late: --version needs none

    signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    run()
