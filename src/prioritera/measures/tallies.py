"""Checks counted: one answer an organisation, however many of its parts were asked."""

from collections.abc import Sequence

from prioritera.measures.bodies import Bodies
from prioritera.model.agreement import AGREES, DISAGREES, DIVIDED, DONT_KNOW, PARTLY, Check, Comment, Tally


def tally(need: str, checks: Sequence[Check], bodies: Bodies) -> Tally:
    """How the organisations that were asked of a need answered.

    Args:
        need: the id that the tally is for.
        checks: rows about the need and about the records merged into it, their actors in the network.
        bodies: whom each actor counts as.
    """
    answers: dict[str, set[str]] = {}
    for check in checks:
        answers.setdefault(bodies.organisation[check.actor], set()).add(check.answer)
    said = [said_together(those) for those in answers.values()]
    return Tally(
        need=need,
        asked=len(said),
        agrees=said.count(AGREES),
        partly=said.count(PARTLY),
        disagrees=said.count(DISAGREES),
        divided=said.count(DIVIDED),
        dont_know=said.count(DONT_KNOW),
        comments=[Comment(actor=check.actor, answer=check.answer, text=check.comment) for check in checks if check.comment],
    )


def said_together(answers: set[str]) -> str:
    """The one answer of several from the same organisation: that of those who judged, if they agree; "" for none.

    >>> said_together({"agrees", "dont-know", ""}), said_together({"agrees", "partly"})
    ('agrees', 'divided')
    """
    judged = answers - {"", DONT_KNOW}
    if len(judged) > 1:
        return DIVIDED
    return next(iter(judged), DONT_KNOW if DONT_KNOW in answers else "")
