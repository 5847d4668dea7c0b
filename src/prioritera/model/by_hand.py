"""Changes by hand: what a person decided otherwise than the rules, and what has been appealed against. Neither is ever without a name."""

from datetime import date

import attrs

from prioritera.diagnostics import Span
from prioritera.model.checks import one_of

# What can be changed by hand: where triage ends for a need, or its class, by which the rules place it before any score.
OUTCOME, CLASS = THINGS = ("outcome", "class")


def written(value: str | int) -> str:
    """What a change is to, as it is written in TOML, a word without its quotes.

    >>> written(True), written(2), written("await")
    ('true', '2', 'await')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


@attrs.frozen(kw_only=True)
class Override:
    """A person's decision that a need has another outcome, or another class, than the rules say: who, which day, and why.

    `to` is the id of an outcome; of a class the word, the number or the truth value of the rule set's field.

    >>> Override(need="falls", thing="outcome", to="await", by="NSK-S", on=date(2026, 5, 31), because="An inquiry was announced.").thing
    'outcome'
    """

    need: str
    thing: str = attrs.field(validator=one_of(*THINGS))
    to: str | int
    by: str
    on: date
    because: str
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Appeal:
    """What somebody has against the decision on a need, and what was answered; `answer` is "" and `answered_on` None while nobody has.

    It is kept and shown. It changes nothing by itself: what it leads to is an override, or other facts.
    """

    need: str
    by: str
    on: date
    because: str
    answer: str = ""
    answered_on: date | None = None
    source: str = ""
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
