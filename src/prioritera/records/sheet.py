"""The columns of one sheet of needs, once it is known what they hold."""

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.reading.close import closest, shortened
from prioritera.reading.place import Path, Place

ENVELOPE = "envelope"
FACT = "fact"
CRITERION = "criterion"


@attrs.frozen
class Column:
    """What one column holds: a part of the envelope, a fact or a criterion, by id."""

    kind: str
    id: str


@attrs.frozen
class Columns:
    """The columns of one sheet by their names as written. `wrong` are names and codes of those that cannot be used."""

    known: FrozenMap[str, Column] = attrs.field(converter=frozen_map)
    wrong: tuple[tuple[str, str], ...] = attrs.field(converter=frozen_tuple)
    names: tuple[str, ...] = attrs.field(converter=frozen_tuple)

    def named(self, ident: str) -> str:
        """The name as written of the column that holds a thing; "" when none does."""
        return next((name for name, column in self.known.items() if column.id == ident), "")

    def note_wrong(self, place: Place, path: Path, faults: Faults) -> None:
        """Note each column that cannot be used, where its name stands."""
        for name, code in self.wrong:
            firsts = [self.named(self.known[name].id)] if code == "column-twice" else []
            related = tuple(Related(span=place.key((*path, first)), role="first") for first in firsts)
            close = closest(name, self.names)
            faults.add(code, place.key((*path, name)), related=related, value=name, known=shortened(self.names), close=close)
