"""The columns of one sheet of needs, once it is known what they hold."""

from collections.abc import Mapping

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.reading.close import closest, shortened
from prioritera.reading.place import Path, Place
from prioritera.records.spoken import plain, spoken, usual_heading

ENVELOPE = "envelope"
FACT = "fact"
CRITERION = "criterion"
# Where a fact, the senders or the support stand written: the id of such a column is theirs with SOURCE_OF after it.
SOURCE = "source"
SOURCE_OF = ".source"
# Who judged a fact or a criterion, which day and why: the id of such a column is theirs with the part after a full stop.
BESIDE = "beside"
SAID = ("by", "on", "because")


@attrs.frozen
class Column:
    """What one column holds, by id: a part of the envelope, a fact, a criterion, or of one of them its source, or who said it and why."""

    kind: str
    id: str


@attrs.frozen(kw_only=True)
class Wrong:
    """A column that cannot be used, by its name as written: why not, what it could be called, and the column that holds the same.

    `said` is what it is called: its name, or the word that the round gives for it. `names` are ids, `words` what people call them as well.
    """

    name: str
    said: str
    code: str
    names: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    words: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    first: str = ""


@attrs.frozen
class Columns:
    """The columns of one sheet by their names as written. `wrong` are those that cannot be used.

    Where names that nobody knows may be guessed, `guessed` are those that were, and `unread` those that nobody reads; `area` is then the
    area of every need, if no column holds one.
    """

    known: FrozenMap[str, Column] = attrs.field(converter=frozen_map)
    wrong: tuple[Wrong, ...] = attrs.field(converter=frozen_tuple, default=())
    guessed: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    unread: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    area: str = ""

    def named(self, ident: str) -> str:
        """The name as written of the column that holds a thing; "" when none does."""
        return next((name for name, column in self.known.items() if column.id == ident), "")

    def note_wrong(self, place: Place, path: Path, faults: Faults, row: Mapping[str, object] | None = None) -> None:
        """Note each column that cannot be used, where its name stands; of a row, those in which it says something."""
        for wrong in self.wrong:
            if row is not None and not str(row.get(wrong.name, "")).strip():
                continue
            related = tuple(Related(span=place.key((*path, first)), role="first") for first in (wrong.first,) if first)
            usual = usual_heading(wrong.said) if wrong.words else ""
            # What another column holds is no help: the two would say the same.
            is_free = usual and not self.named(spoken("column")[plain(usual)])
            close = usual if is_free else closest(wrong.said, wrong.words)
            at = place.key((*path, wrong.name))
            faults.add(wrong.code, at, related=related, value=wrong.said, known=shortened(wrong.names), close=close)
