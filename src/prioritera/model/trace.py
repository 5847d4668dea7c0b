"""Reasons: one shape for why a table concluded what it did and for what a score is made of."""

from enum import StrEnum

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.condition import Condition
from prioritera.model.text import Label
from prioritera.model.value import Between, FactValue


class Of(StrEnum):
    """What a reason is about."""

    TABLE = "table"
    RULE = "rule"
    CONDITION = "condition"
    SCORE = "score"
    CRITERION = "criterion"


class Verdict(StrEnum):
    """What came of it: a rule fired or failed, a condition holds or fails, a result hangs on what is not known, a number was reckoned."""

    FIRED = "fired"
    FAILED = "failed"
    HOLDS = "holds"
    OPEN = "open"
    RECKONED = "reckoned"


@attrs.frozen(kw_only=True)
class Trace:
    """One reason with the reasons under it.

    A table's parts are its rules up to the one that fired, or all of them where several can; a rule that failed has one part, its first
    failing condition with the value `seen`. A table's conclusion is a word, a number, or words in the order of its hit policy.
    A score's parts are its criteria; `low` and `high` are their exact shares in points out of `of`, and they sum to the score's.
    """

    kind: Of
    id: str
    verdict: Verdict
    conclusion: str | int | tuple[str, ...] = ""
    condition: Condition | None = None
    seen: FactValue | Between | None = None
    low: int | None = None
    high: int | None = None
    of: int | None = None
    known: bool = True
    because: Label | None = None
    source: str = ""
    status: str = ""
    span: Span | None = None
    parts: tuple["Trace", ...] = attrs.field(converter=frozen_tuple, default=())
