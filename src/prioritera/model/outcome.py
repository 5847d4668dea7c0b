"""Outcomes: where triage ends for a need. Most are data of a rule set; a few are the engine's own."""

import attrs

from prioritera.diagnostics import Span
from prioritera.model.text import Label

# The outcomes that the engine itself gives; no rule set may declare them, though its rules may conclude FACT_NEEDED.
ERROR = "error"  # the record could not be read or evaluated; it is set aside and shows in the exit code
MERGED = "merged"  # the record is part of another need now
CONFLICT = "conflict"  # records of the same need contradict each other; it goes back to those who sent it
FACT_NEEDED = "fact-needed"  # the result hangs on a fact that is not known
# What the rules against needs are called where tables are, and the outcome of a completion that they set aside.
FORBIDDEN = "forbidden"
ENGINE_OUTCOMES = (ERROR, MERGED, CONFLICT, FACT_NEEDED)


@attrs.frozen(kw_only=True)
class Outcome:
    """One outcome of triage. A ranked one goes on to be placed in a list; the others are answers in their own right.

    `look_again` says that a need with this outcome is not taken further now and keeps a date, or the lack of one, to be looked at again.
    """

    id: str
    label: Label = attrs.field(metadata={"meaning": False})
    ranked: bool = False
    look_again: bool = False
    text: Label | None = attrs.field(default=None, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})
