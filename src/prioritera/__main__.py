"""`python -m prioritera`, and the command `prioritera`: the streams and words of the process, and its exit code.

`--version` is answered here, before anything else is loaded.
"""

import sys
from typing import NoReturn

from prioritera.version import __version__

_INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"prioritera {__version__}\n")
        sys.exit(0)
    try:
        # Late, so that --version above stays light and Ctrl-C is quiet while the rest loads.
        from prioritera.cli.main import main  # noqa: PLC0415 -- as the line above says

        sys.exit(main(sys.argv[1:], sys.stdin, sys.stdout, sys.stderr))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
