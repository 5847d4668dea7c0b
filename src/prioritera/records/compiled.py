"""What a need brings with it from the compilation it was merged in: wordings of every record, the records themselves, checks made of it."""

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.agreement import ANSWERS, DIVIDED, Comment, Tally
from prioritera.model.need import Wording
from prioritera.reading.cursor import Cursor

_COUNTS = ("asked", "agrees", "partly", "disagrees", "divided", "dont_know")


@attrs.frozen(kw_only=True)
class Brought:
    """Nothing of it, for a need that comes from no compilation."""

    wordings: tuple[Wording, ...] = attrs.field(converter=frozen_tuple, default=())
    merged: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    tallies: tuple[Tally, ...] = attrs.field(converter=frozen_tuple, default=())


def read_compiled(cursor: Cursor) -> Brought:
    """The table `compiled` of a need."""
    # Only a program writes it: who misspells another key is not told of this one.
    part = cursor.table("compiled") if "compiled" in cursor.data else None
    if part is None:
        return Brought()
    wordings = [_wording(row) for row in part.tables("wordings")]
    checks = [_tally(row) for row in part.tables("checks")]
    brought = Brought(wordings=wordings, merged=part.texts("merged"), tallies=[one for one in checks if one is not None])
    for told in ("organisations", "structures", "support", "conflicts"):
        part.raw(told)  # counted again here, or settled where the compilation was made
    part.close()
    return brought


def _wording(row: Cursor) -> Wording:
    found = Wording(need=row.text("need"), text=row.text("text"), source=row.text("source", ""))
    row.close()
    return found


def _tally(row: Cursor) -> Tally | None:
    before = row.faults.count
    numbers = {count: row.whole(count, 0, least=0) or 0 for count in _COUNTS}
    need, through = row.text("need"), row.texts("through")
    comments = [_comment(one) for one in row.tables("comments")]
    row.close()
    answered = sum(numbers.values()) - numbers["asked"]
    if answered > numbers["asked"] and row.faults.count == before:
        row.fault("more-answers-than-asked", "asked", need=need, value=answered, asked=numbers["asked"])
    return Tally(need=need, through=through, comments=comments, **numbers) if row.faults.count == before else None


def _comment(row: Cursor) -> Comment:
    found = Comment(actor=row.text("actor"), answer=row.choice("answer", (*ANSWERS, DIVIDED), ""), text=row.text("text"))
    row.close()
    return found
