"""Law: whatever the TOML, every leaf that the one reader finds stands where the other says it does."""

from collections.abc import Iterator, Mapping, Sequence

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import Faults, Span
from prioritera.loading.toml_text import parse_toml
from prioritera.reading.place import Path

LETTERS = st.text("abcåäö😀 '#=[]{},.", max_size=6)
TOKENS = st.one_of(
    st.integers(-99, 99).map(str),
    st.sampled_from(["true", "0.10", "1e3", "2018-03-01", "''", '""', '"""\nhej\nå"""', "'''\nx'''", '"""ö"""']),
    LETTERS.map(lambda text: f'"{text}"'),
    LETTERS.map(lambda text: "'" + text.replace("'", "") + "'"),
)
BARE = st.sampled_from(["a", "b", "long-key", "k_1", "7"])
QUOTED = st.sampled_from(['"å"', "'ö ä'", '"x.y"', '"#"', '"\\u00e5b"'])
KEYS = st.one_of(BARE, QUOTED)
VALUES = st.recursive(
    TOKENS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=5,
)


@attrs.frozen
class Section:
    """A table as it can be written: pairs, dotted pairs, tables of their own, and arrays of tables."""

    pairs: Mapping[str, object]
    dotted: Mapping[str, object]
    tables: Mapping[str, "Section"]
    arrays: Mapping[str, Sequence["Section"]]


def sections(depth: int) -> st.SearchStrategy[Section]:
    """Sections with sections in them, so many deep."""
    inner = sections(depth - 1) if depth else st.nothing()
    tables = st.dictionaries(KEYS, inner, max_size=2 if depth else 0)
    arrays = st.dictionaries(KEYS, st.lists(inner, min_size=1, max_size=2), max_size=2 if depth else 0)
    return st.builds(Section, st.dictionaries(KEYS, VALUES, max_size=3), st.dictionaries(KEYS, VALUES, max_size=2), tables, arrays)


def written(value: object, spaces: str) -> str:
    """A value as TOML."""
    if isinstance(value, list):
        return f"[{spaces}" + f",{spaces}".join(written(item, spaces) for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {written(item, '')}" for key, item in value.items()) + " }"
    return str(value)


def lines(section: Section, above: str, spaces: str) -> Iterator[str]:
    """A section as TOML. Keys of different kinds begin with different letters, so that none is written twice."""
    for key, value in section.pairs.items():
        yield f"p.{key} = {written(value, spaces)} # åäö"
    for key, value in section.dotted.items():
        yield f"d . {key} .{key} = {written(value, spaces)}"
    for key, table in section.tables.items():
        yield f"[{above}t.{key}]"
        yield from lines(table, f"{above}t.{key}.", spaces)
    for key, tables in section.arrays.items():
        for table in tables:
            yield f"[[ {above}l.{key} ]]"
            yield from lines(table, f"{above}l.{key}.", spaces)


def leaves(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every leaf of plain data with its path."""
    if isinstance(data, dict | list):
        items = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in items:
            yield from leaves(value, (*path, key))
    else:
        yield path, data


def at(text: str, span: Span) -> str:
    """The text from a place on."""
    rows = text.split("\n")
    return "\n".join([rows[span.line - 1][span.column - 1 :], *rows[span.line :]])


def tokens(value: object) -> Iterator[str]:
    """Every leaf of a section as it is written."""
    if isinstance(value, Section):
        for part in (value.pairs, value.dotted, value.tables, value.arrays):
            yield from tokens(part)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from tokens(item)
    elif isinstance(value, list):
        for item in value:
            yield from tokens(item)
    else:
        yield str(value)


def meant(token: str) -> object:
    """What a leaf as it is written means."""
    parsed = parse_toml(f"x = {token}", "f", Faults())
    assert parsed is not None
    return parsed[0]["x"]


@given(sections(2), st.sampled_from(["", " ", "\n  "]))
def test_every_leaf_stands_where_it_is_said_to_stand(section: Section, spaces: str) -> None:
    text = "\n".join(lines(section, "", spaces)) + "\n"
    known = {token: meant(token) for token in tokens(section)}

    parsed = parse_toml(text, "f.toml", Faults())

    assert parsed is not None, text
    data, place = parsed
    found = list(leaves(data))
    for path, value in found:
        rest = at(text, place.value(path))
        assert any(rest.startswith(token) for token, value_of in known.items() if value_of == value), (path, text)
    assert len({place.value(path) for path, _ in found}) == len(found)
