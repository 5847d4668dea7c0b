"""What the columns of a sheet of needs hold, from their names: in the rule set's ids or in the words of either language."""

from collections.abc import Iterable, Mapping, Sequence

from prioritera.records.context import AREA, Context
from prioritera.records.sheet import CRITERION, ENVELOPE, FACT, Column, Columns
from prioritera.records.spoken import plain, spoken


def columns_of(names: Sequence[str], context: Context) -> Columns:
    """What the columns of a sheet hold, from their names.

    An id is matched before a label, and both whatever their letter case.
    """
    exact, words, by_hand = _names(context)
    known: dict[str, Column] = {}
    wrong: list[tuple[str, str]] = []
    for name in names:
        word = plain(name)
        found = (exact[word],) if word in exact else words.get(word, ())
        if len(found) != 1:
            wrong.append((name, "column-by-hand" if word in by_hand else "column-unclear" if found else "column-unknown"))
            continue
        if found[0] in known.values():
            wrong.append((name, "column-twice"))
        known[name] = found[0]
    return Columns(known, wrong, tuple(column.id for column in exact.values()))


def _names(context: Context) -> tuple[Mapping[str, Column], Mapping[str, tuple[Column, ...]], frozenset[str]]:
    own = [(Column(ENVELOPE, ident), word) for word, ident in spoken("column").items()]
    facts = [(Column(FACT, ident), word) for ident, field in context.facts.items() for word in (field.label.sv, field.label.en)]
    criteria = [(Column(CRITERION, ident), word) for ident, one in context.criteria.items() for word in (one.label.sv, one.label.en)]
    labelled = [*own, *facts, *criteria]
    exact = {plain(column.id): column for column in dict.fromkeys(column for column, _ in labelled)}
    words: dict[str, tuple[Column, ...]] = {}
    for column, word in labelled:
        words[plain(word)] = tuple(dict.fromkeys((*words.get(plain(word), ()), column)))
    return exact, words, frozenset(_by_hand(context))


def _by_hand(context: Context) -> Iterable[str]:
    for name, field in context.fields.items():
        if name not in context.facts and name != AREA:
            yield from (plain(name), plain(field.label.sv), plain(field.label.en))
