"""Channels and mandates: patterns such as "every municipality to the RSS it is a member of" become one channel a pair of actors."""

from collections.abc import Collection, Mapping, Sequence

from prioritera.diagnostics import Faults
from prioritera.loading.structure import Items, read_unique
from prioritera.model.network import BACK, FORWARD, Actor, Channel, Mandate
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import is_rule_id

Actors = Mapping[str, Actor]
_FROM = ("kind",)
_TO = ("kind", "member_of", "members", "part_of")


def read_channels(rows: Sequence[Cursor], actors: Actors, declared: Items, kinds: Collection[str], faults: Faults) -> tuple[Channel, ...]:
    """The channels, each pattern expanded in the order of the actors. `declared` are all actors that are written.

    While one of them is not sound no pattern is expanded: what it leaves out could not be told from what is at fault.
    """
    channels: list[Channel] = []
    for ident, cursor in read_unique(rows, faults).items():
        channels.extend(_channels(ident, cursor, actors, declared, kinds))
        cursor.close()
    return tuple(channels)


def _channels(ident: str, cursor: Cursor, actors: Actors, declared: Items, kinds: Collection[str]) -> list[Channel]:
    before = cursor.faults.count
    kind = cursor.choice("kind", (*FORWARD, *BACK))
    sources, target = _Pattern(cursor, "from", _FROM), _Pattern(cursor, "to", _TO)
    for pattern in (sources, target):
        pattern.check(declared, kinds)
    outcomes, areas = _ids(cursor, "outcomes"), _ids(cursor, "areas")
    days = cursor.whole("days", least=0)
    subject_to = cursor.text("subject_to", "")
    if subject_to and subject_to not in declared:
        cursor.unknown("unknown-actor", "subject_to", subject_to, tuple(declared))
    reference, status = cursor.text("source", ""), cursor.text("status", "")
    if cursor.faults.count != before:
        return []
    if len(actors) < len(declared):
        return []
    pairs = _pairs(sources, target, actors, cursor)
    is_pattern = bool(sources.key or target.key)
    span = cursor.here
    return [
        Channel(
            id=f"{ident}/{source}/{end}" if is_pattern else ident,
            kind=kind,
            source=source,
            target=end,
            outcomes=outcomes,
            areas=areas,
            days=days,
            subject_to=subject_to,
            reference=reference,
            status=status,
            span=span,
        )
        for source, end in pairs
    ]


def _ids(cursor: Cursor, key: str) -> tuple[str, ...]:
    words = cursor.texts(key)
    for index, word in enumerate(words):
        if not is_rule_id(word):
            cursor.faults.add("bad-id", cursor.place.value((*cursor.path, key, index)), key=key, value=word)
    return words


class _Pattern:
    """One end of a channel: an actor by id, or a table with one key that picks several."""

    def __init__(self, cursor: Cursor, end: str, keys: tuple[str, ...]) -> None:
        self.cursor = cursor
        self.end = end
        self.key = ""
        self.word = ""
        value = cursor.raw(end)
        if value is None:
            cursor.faults.add("missing-key", cursor.here, key=end)
        elif isinstance(value, str):
            self.word = cursor.text(end)
        elif isinstance(value, Mapping):
            self._read(cursor.down(value, end), keys)
        else:
            cursor.fault("not-an-end", end, value=shown(value))

    def _read(self, inner: Cursor, keys: tuple[str, ...]) -> None:
        written = [key for key in keys if inner.has(key)]
        if len(written) != 1:
            inner.faults.add("not-one-pattern", inner.here, known=keys)
            return
        self.key = written[0]
        self.word = "" if self.key == "part_of" else inner.text(self.key)
        if self.key == "part_of" and not inner.flag("part_of", default=True):
            inner.fault("part-of-is-true", "part_of")
        inner.close()

    def check(self, declared: Items, kinds: Collection[str]) -> None:
        """Note a name that is neither an actor nor a kind, whichever it should be."""
        if not self.word.strip():
            return
        if self.key and self.word not in kinds:
            self.cursor.unknown("unknown-kind", self.end, self.word, tuple(kinds))
        if not self.key and self.word not in declared:
            self.cursor.unknown("unknown-actor", self.end, self.word, tuple(declared))

    def sources(self, actors: Actors) -> list[str]:
        """The actors that the pattern picks by itself."""
        if not self.key:
            return [self.word]
        return [actor.id for actor in actors.values() if actor.kind == self.word]

    def targets(self, source: Actor, actors: Actors) -> list[str]:
        """The actors that the pattern picks as seen from one source."""
        if self.key == "member_of":
            return [name for name in source.member_of if name in actors and actors[name].kind == self.word]
        if self.key == "members":
            return [actor.id for actor in actors.values() if actor.kind == self.word and source.id in actor.member_of]
        if self.key == "part_of":
            return [source.part_of] if source.part_of else []
        return self.sources(actors)


def _pairs(sources: _Pattern, target: _Pattern, actors: Actors, cursor: Cursor) -> list[tuple[str, str]]:
    found = [
        (source, [end for end in target.targets(actors[source], actors) if end != source])
        for source in sources.sources(actors)
        if source in actors
    ]
    if not any(ends for _, ends in found):
        cursor.faults.warn("pattern-empty", cursor.here, value=cursor.text("id"))
    elif target.key in {"member_of", "part_of"}:
        # A support structure need not have members of every kind; a municipality that belongs to none can raise nothing.
        for source in (source for source, ends in found if not ends):
            cursor.faults.warn("pattern-leaves-out", cursor.here, actor=source, end=target.key)
    return [(source, end) for source, ends in found for end in ends]


def read_mandates(rows: Sequence[Cursor], actors: Actors, declared: Items, kinds: Collection[str], faults: Faults) -> tuple[Mandate, ...]:
    """The mandates; one for a kind becomes one for each actor of the kind."""
    mandates: list[Mandate] = []
    for cursor in rows:
        before = faults.count
        pattern = _Pattern(cursor, "actor", _FROM)
        pattern.check(declared, kinds)
        outcomes, areas = _ids(cursor, "outcomes"), _ids(cursor, "areas")
        if not outcomes:
            faults.add("mandate-without-outcomes", cursor.here)
        reference, status = cursor.text("source", ""), cursor.text("status", "")
        cursor.close()
        if faults.count != before or len(actors) < len(declared):
            continue
        found = pattern.sources(actors)
        if not found:
            faults.warn("pattern-empty", cursor.here, value=pattern.word)
        span = cursor.here
        mandates.extend(
            Mandate(actor=actor, outcomes=outcomes, areas=areas, reference=reference, status=status, span=span) for actor in found
        )
    return tuple(mandates)
