"""Whether what exists already has been checked: knowledge is assumed to exist until somebody has looked for it (K18:538)."""

from datetime import date

from prioritera.measures.declare import EXISTING_CHECKED, MEASURES
from prioritera.model.need import Check, Need

CHECKS = MEASURES[EXISTING_CHECKED].words
UNCHECKED = CHECKS[0]
# Something found in one place is not undone by nothing found in another; a structured review has weighed both.
_WEIGHTIEST = ("gap", "something", "nothing")


def checked(need: Need, *, decided_on: date | None) -> str:
    """The weightiest of what people found when they looked: one of the words of the measure.

    An established gap outweighs that nothing was found; that something was found outweighs that, for it was found somewhere.

    Args:
        need: with the checks that are recorded.
        decided_on: a check of a later day does not count; None counts all of them, and so does a check without a day.

    >>> from prioritera.model.need import Origin
    >>> need = Need(id="n", title="n", area="disability", origins=[Origin(unknown=True)], checked=[Check(where=["SBU"], found="nothing")])
    >>> checked(need, decided_on=None)
    'nothing'
    """
    found = {check.found for check in need.checked if _counts(check, decided_on)}
    return next((word for word in _WEIGHTIEST if word in found), UNCHECKED)


def _counts(check: Check, decided_on: date | None) -> bool:
    return check.on is None or decided_on is None or check.on <= decided_on
