"""A budget of steps: past it a question is undecided, never "ok"."""

import attrs

NODES = 200_000


class Exhausted(Exception):  # noqa: N818 -- it is no error: the question is undecided, and says so
    """The budget is spent: the question is undecided."""


@attrs.define
class Budget:
    """How many more pieces a question may make."""

    left: int = NODES

    def spend(self) -> None:
        """Take one node.

        Raises:
            Exhausted: there is none left.
        """
        if self.left <= 0:
            raise Exhausted
        self.left -= 1
