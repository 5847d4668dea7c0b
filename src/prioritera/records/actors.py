"""Actors by the names people use for them: id, code, label in either language, or another name, whatever the letter case."""

from prioritera.model.network import Network
from prioritera.reading.close import closest
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import Path
from prioritera.records.spoken import by_word, plain


class ActorNames:
    """The names of a network's actors."""

    def __init__(self, network: Network) -> None:
        """Index every name once."""
        actors = network.actors.values()
        named = by_word((actor.id, (actor.code, actor.label.sv, actor.label.en, *actor.names)) for actor in actors)
        # A code outdoes a label, as an id outdoes both: nobody writes a municipal code and means a name.
        codes = {plain(actor.code): (actor.id,) for actor in actors if actor.code and plain(actor.code) not in network.actors}
        self._ids = named | codes
        self._shown = {plain(word): word for actor in actors for word in (actor.id, actor.label.sv, actor.label.en, *actor.names)}
        self._nearest: dict[str, str] = {}

    def find(self, cursor: Cursor, steps: Path, word: str) -> str:
        """The id of the actor that a word names; "" after noting, at the end of the steps, that it names none, or several."""
        ids = self._ids.get(plain(word), ())
        if len(ids) == 1:
            return ids[0]
        span = cursor.place.value((*cursor.path, *steps))
        if ids:
            cursor.faults.add("ambiguous-sender", span, value=word, known=ids)
        else:
            cursor.faults.add("unknown-sender", span, value=word, close=self._close(word))
        return ""

    def _close(self, word: str) -> str:
        """The name most like the word; looked for once, for a sheet may hold the same slip a thousand times."""
        if word not in self._nearest:
            found = closest(plain(word), self._shown)
            self._nearest[word] = self._shown.get(found, "")
        return self._nearest[word]
