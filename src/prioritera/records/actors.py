"""Actors by the names people use for them: id, code, label in either language, or another name.

Letter case never matters. A word that is none of them as it stands may be a municipality's name with "kommun" or "stad" after it, in the
genitive, or without its hyphen, or a code that has lost its first zero. A name that has lost its dots and rings is asked about: where
they are lost, "Habo" can be Håbo.
"""

import re
from functools import cached_property

from prioritera.model.network import Network
from prioritera.reading.close import closest
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import Path
from prioritera.records.cell_values import SEPARATOR
from prioritera.records.loose_names import forms, is_short_for, loose, without_zero
from prioritera.records.spoken import by_word, plain

# What people write between names, besides the bar.
_BETWEEN = re.compile(r"\s*[,;/&+\n]\s*|\s+(?:och|samt|and)\s+")
_CODE = re.compile(r"([0-9]{3,4})\.0")
# To look through a thousand names takes a while; who has misspelt this many has to be told something else first.
_MOST_LOOKED_FOR = 200


class ActorNames:
    """The names of a network's actors."""

    def __init__(self, network: Network) -> None:
        """Index every name once."""
        actors = network.actors.values()
        named = by_word((actor.id, (actor.code, actor.label.sv, actor.label.en, *actor.names)) for actor in actors)
        # A code outdoes a label, as an id outdoes both: nobody writes a municipal code and means a name.
        codes = {plain(actor.code): (actor.id,) for actor in actors if actor.code and plain(actor.code) not in network.actors}
        self._ids = named | codes
        self._actors = tuple(actors)
        self._nearest: dict[str, str] = {}
        short = {without_zero(actor.code): (actor.id,) for actor in actors}
        self._loose = self._loosely(network) | {code: ids for code, ids in short.items() if code and code not in self._ids}

    @staticmethod
    def _loosely(network: Network) -> dict[str, tuple[str, ...]]:
        """The actors that each name may mean when it is not looked at closely."""
        found: dict[str, tuple[str, ...]] = {}
        for actor in network.actors.values():
            for name in dict.fromkeys(loose(word) for word in (actor.label.sv, actor.label.en, *actor.names)):
                found[name] = (*found.get(name, ()), actor.id)
        return found

    def find(self, cursor: Cursor, steps: Path, word: str) -> str:
        """The id of the actor that a word names; "" after noting, at the end of the steps, that it names none, or several."""
        ids = self._named(word)
        if len(ids) == 1:
            return ids[0]
        span = cursor.place.value((*cursor.path, *steps))
        several = () if ids else self._several(word)
        if several:
            cursor.faults.add("several-senders", span, value=word, known=f" {SEPARATOR} ".join(several))
        elif ids:
            cursor.faults.add("ambiguous-sender", span, value=word, known=ids)
        else:
            cursor.faults.add("unknown-sender", span, value=word, close=self._close(word) if cursor.faults.hints else "")
        return ""

    def _named(self, word: str) -> tuple[str, ...]:
        """The actors that a word may name, looked at closely first; a code as a dataframe writes it, 1480.0, is the code."""
        code = _CODE.fullmatch(word.strip())
        return self._ids.get(plain(word)) or next(
            (self._loose[form] for form in ((code[1],) if code else forms(word)) if form in self._loose),
            self._ids.get(code[1], ()) if code else (),
        )

    def _several(self, word: str) -> tuple[str, ...]:
        """The names in a word that holds several with something between, where each of them names one actor; none elsewhere."""
        parts = tuple(part.strip() for part in _BETWEEN.split(word))
        return parts if len(parts) > 1 and all(len(self._named(part)) == 1 for part in parts) else ()

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The names that a slip may have meant, by how they are looked for: of two labels that are alike, the Swedish one."""
        named = ((one, *(() if closest(one.label.en, [one.label.sv]) else (one.label.en,))) for one in self._actors)
        return {plain(word): word for actor, *english in named for word in (actor.id, actor.label.sv, *english, *actor.names)}

    def _abbreviated(self, form: str) -> str:
        """The one name that a word leaves letters out of; "" where none is, or several."""
        found = [actor.label.sv for actor in self._actors if is_short_for(form, loose(actor.label.sv))]
        return found[0] if len(found) == 1 else ""

    def _close(self, word: str) -> str:
        """The name most like the word; looked for once, for a sheet may hold the same slip a thousand times, and not for too many."""
        if word not in self._nearest:
            if len(self._nearest) >= _MOST_LOOKED_FOR:
                return ""
            tried = forms(word)[1::-1]
            found = next((near for form in tried if (near := closest(form, self._shown))), "")
            self._nearest[word] = self._abbreviated(tried[0]) or self._shown.get(found, "")
        return self._nearest[word]
