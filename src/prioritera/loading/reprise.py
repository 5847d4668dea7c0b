"""What people say of a round in the order of REPRISE, from the table `reprise` of round.toml."""

from prioritera.loading.structure import label_or_none
from prioritera.model.reprise import KEYS, Said
from prioritera.reading.cursor import Cursor


def read_reprise(top: Cursor) -> tuple[Said, ...]:
    """What is written, in the order of REPRISE; nothing where there is no such table. A blank text is a fault: it says nothing."""
    table = top.table("reprise")
    if table is None:
        return ()
    found = [Said(key=key, text=text, span=table.at(key)) for key in KEYS if (text := label_or_none(table, key)) is not None]
    table.close()
    return tuple(found)
