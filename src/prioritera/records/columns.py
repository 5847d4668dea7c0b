"""What the columns of a sheet of needs hold, from their names: in the rule set's ids or in the words of either language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prioritera.frozen import FrozenMap
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field
from prioritera.reading.close import VERY_LIKE, closest
from prioritera.records.context import AREA, Context
from prioritera.records.sheet import BESIDE, CRITERION, ENVELOPE, FACT, SOURCE, SOURCE_OF, Column, Columns, Wrong
from prioritera.records.spoken import plain, spoken

_NOTHING: FrozenMap[str, str] = FrozenMap()
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
# What a question in a survey asks for by its plain name.
_ASKED_FOR = ("origin", AREA)
# Parts of the envelope that may say where they are written, as a fact may.
_WITH_SOURCE = ("origin", "support", "checked")


def columns_of(names: Sequence[str], context: Context, means: Mapping[str, str] = _NOTHING, *, guess: bool = False) -> Columns:
    """What the columns of a sheet hold, from their names.

    An id is matched before a label, and both whatever their letter case.

    Args:
        names: the columns, as they are written.
        context: the rule set whose facts and criteria they may hold.
        means: the words that the round gives for some of them; these are then their names.
        guess: whether a name that nobody knows is taken for the known one that it is most like. What is like none is then not read.
    """
    exact, words, by_hand = _names(context)
    known: dict[str, Column] = {}
    wrong: list[Wrong] = []
    unknown: list[Wrong] = []
    ids = tuple(column.id for column in exact.values())
    alike = tuple(dict.fromkeys((*ids, *words)))
    for name in names:
        word = plain(means.get(name, name))
        found = (exact[word],) if word in exact else words.get(word, ()) or _source_of(word, exact, words)
        if len(found) > 1:
            wrong.append(Wrong(name=name, said=means.get(name, name), code="column-unclear", names=[column.id for column in found]))
        elif not found:
            code = "column-by-hand" if word in by_hand else "column-unknown"
            unknown.append(Wrong(name=name, said=means.get(name, name), code=code, names=ids, words=alike))
        elif found[0] in known.values():
            first = next(other for other, column in known.items() if column == found[0])
            wrong.append(Wrong(name=name, said=name, code="column-twice", first=first))
        else:
            known[name] = found[0]
    if not guess:
        return Columns(known, [*wrong, *unknown])
    guessed = _guessed([one.name for one in unknown], known, {**{word: (column,) for word, column in exact.items()}, **words})
    unread = [name for name in names if name not in known and name not in guessed]
    every = {**known, **guessed}
    has_area = Column(ENVELOPE, AREA) in every.values()
    return Columns(every, (), tuple(guessed), unread, "" if has_area else context.area_not_given)


def _guessed(names: Iterable[str], known: Mapping[str, Column], words: Mapping[str, tuple[Column, ...]]) -> dict[str, Column]:
    """The columns that names are most like, of those that no other column holds; each at most once."""
    free = {word: found[0] for word, found in words.items() if len(found) == 1 and found[0] not in known.values()}
    free |= {word: Column(ENVELOPE, ident) for word, ident in spoken("guess").items() if Column(ENVELOPE, ident) not in known.values()}
    # What stands in brackets after a name says more of it, and not another thing.
    free = {**{_bare(word): column for word, column in free.items()}, **free}
    found: dict[str, Column] = {}
    for name in names:
        word = plain(name).strip(" ?:*.!")
        near = free.get(word) or free.get(_bare(word)) or free.get(closest(word, free, VERY_LIKE))
        column = near or next((free[part] for part in _asked(name) if part in free), None)
        if column is not None and column not in found.values():
            found[name] = column
    return found


def _bare(word: str) -> str:
    """A name without what stands in brackets after it.

    >>> _bare("rubrik (kort)"), _bare("(kort)")
    ('rubrik', '(kort)')
    """
    return _BRACKETS.sub("", word) or word


def _asked(name: str) -> Iterator[str]:
    """The word of a question that names a place or an area, as a survey asks for it: "Vilken kommun arbetar du i?"."""
    if name.rstrip().endswith("?"):
        named = {word for group in ("column", "guess") for word, ident in spoken(group).items() if ident in _ASKED_FOR}
        yield from (word for word in plain(name).strip(" ?").split() if word in named)


def _names(context: Context) -> tuple[Mapping[str, Column], Mapping[str, tuple[Column, ...]], frozenset[str]]:
    own = [(Column(ENVELOPE, ident), word) for word, ident in spoken("column").items()]
    facts = [(Column(FACT, ident), word) for ident, field in context.facts.items() for word in _said(field)]
    criteria = [(Column(CRITERION, ident), word) for ident, one in context.criteria.items() for word in _said(one)]
    labelled = [*own, *facts, *criteria]
    exact = {plain(column.id): column for column in dict.fromkeys(column for column, _ in labelled)}
    words: dict[str, tuple[Column, ...]] = {}
    for column, word in labelled:
        words[plain(word)] = tuple(dict.fromkeys((*words.get(plain(word), ()), column)))
    return exact, words, frozenset(_by_hand(context))


def _source_of(word: str, exact: Mapping[str, Column], words: Mapping[str, tuple[Column, ...]]) -> tuple[Column, ...]:
    """What a column says of another, when the word is the other's own with this after a full stop: "orsaker.källa", "rank.because"."""
    name, dot, last = word.rpartition(".")
    found = (exact[name],) if name in exact else words.get(name, ())
    part = spoken("said").get(last, "") if dot else ""
    if part:
        return tuple(Column(BESIDE, f"{one.id}.{part}") for one in found if one.kind in {FACT, CRITERION})
    if not dot or spoken("column").get(last) != SOURCE:
        return ()
    return tuple(Column(SOURCE, f"{one.id}{SOURCE_OF}") for one in found if one.kind == FACT or one.id in _WITH_SOURCE)


def _said(named: Field | Criterion) -> Iterator[str]:
    """What people may call a field or a criterion: its label, or the question that a form asks."""
    for text in (named.label, named.question):
        if text is not None:
            yield from (text.sv, text.en)


def _by_hand(context: Context) -> Iterable[str]:
    for name, field in context.fields.items():
        if name not in context.facts and name != AREA:
            yield from (plain(name), plain(field.label.sv), plain(field.label.en))
