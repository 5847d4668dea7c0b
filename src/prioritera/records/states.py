"""The five ways in which a value can be missing, as a record writes them."""

from prioritera.model.value import Missing, Reason
from prioritera.reading.cursor import Cursor
from prioritera.records.spoken import plain, spoken

REASONS = tuple(reason.value for reason in Reason)


def read_state(cursor: Cursor, key: str) -> Missing | None:
    """The missing state under a key, or None after noting that it is none; who writes the word that people say is told the id."""
    word = cursor.text(key)
    if word in REASONS:
        return Missing(Reason(word))
    if word.strip():
        cursor.fault(
            "unknown-state", key, value=word, known=REASONS, close=spoken("missing").get(plain(word)) or cursor.nearest(word, REASONS)
        )
    return None
