"""Where keys and values of TOML stand."""

import pytest

from prioritera.diagnostics import Span
from prioritera.loading.toml_spans import TomlPlace
from prioritera.reading.place import Path

TEXT = '''\
"å" = 1
a.b."c d" = [1, { x = 2, y = [3,
 4] }, "ö"] # åäö
[t.u]
k = """
hej"""
[[arr]]
n = 1
[arr.sub]
z = { "åäö" = 1, a.b = "😀", c = [] }
[[arr.in]]
q = 1
[[arr]]
n = 2979-05-27
'''


@pytest.fixture(scope="module")
def place() -> TomlPlace:
    return TomlPlace("f.toml", TEXT)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("å",), (1, 1), (1, 7)),
        (("a",), (2, 1), (2, 1)),
        (("a", "b", "c d"), (2, 5), (2, 13)),
        (("a", "b", "c d", 0), (2, 14), (2, 14)),
        (("a", "b", "c d", 1, "x"), (2, 19), (2, 23)),
        (("a", "b", "c d", 1, "y", 1), (3, 2), (3, 2)),
        (("a", "b", "c d", 2), (3, 8), (3, 8)),
        (("t",), (4, 2), (4, 1)),
        (("t", "u"), (4, 4), (4, 1)),
        (("t", "u", "k"), (5, 1), (5, 5)),
        (("arr",), (7, 3), (7, 1)),
        (("arr", 0), (7, 3), (7, 1)),
        (("arr", 0, "sub", "z", "åäö"), (10, 7), (10, 15)),
        (("arr", 0, "sub", "z", "a", "b"), (10, 20), (10, 24)),
        (("arr", 0, "sub", "z", "c"), (10, 29), (10, 33)),
        (("arr", 0, "in", 0, "q"), (12, 1), (12, 5)),
        (("arr", 1), (13, 3), (13, 1)),
        (("arr", 1, "n"), (14, 1), (14, 5)),
    ],
)
def test_every_key_and_value_has_its_place(place: TomlPlace, path: Path, key: tuple[int, int], value: tuple[int, int]) -> None:
    assert place.key(path) == Span("f.toml", *key)
    assert place.value(path) == Span("f.toml", *value)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [(("nothing",), 1, 1), (("t", "u", "no"), 4, 1), (("arr", 1, "sub", "z"), 13, 1), (("a", "b", "c d", 9), 2, 13), ((), 1, 1)],
)
def test_what_is_not_there_has_the_nearest_place_around_it(place: TomlPlace, path: Path, line: int, column: int) -> None:
    assert place.value(path) == Span("f.toml", line, column)


def test_a_header_written_after_one_that_implies_it_has_its_own_place() -> None:
    place = TomlPlace("f.toml", "[a.b]\nx = 1\n[a]\ny = 2\n")

    assert place.value(("a",)) == Span("f.toml", 3, 1)
    assert place.key(("a", "b")) == Span("f.toml", 1, 4)


def test_lines_may_end_as_on_windows() -> None:
    place = TomlPlace("f.toml", "a = 1\r\n[b]\r\nc = 'å'\r\n")

    assert place.value(("b", "c")) == Span("f.toml", 3, 5)


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("a = 1\nb = 2\na = 3\n", [("a", 3, 1)]),
        ("[x]\ny = 1\n[x]\ny = 2\n", [("x", 3, 1)]),
        ("x = { a = 1, a = 2, b = { c = 1, c = 2 } }\n", [("x.a", 1, 1), ("x.b.c", 1, 1)]),
        ("[[x]]\na = 1\n[[x]]\na = 1\na = 2\n", [("x.a", 5, 4)]),
        ("a.b = 1\na.c = 2\n[d]\n", []),
    ],
)
def test_what_is_written_twice_is_found_with_both_places(text: str, repeated: list[tuple[str, int, int]]) -> None:
    found = TomlPlace("f.toml", text).repeated()

    assert [(key, again.line, first.line) for key, again, first in found] == repeated


def test_a_text_that_is_not_toml_has_places_where_it_can_be_read() -> None:
    place = TomlPlace("f.toml", "a = 1\na = 2\n[b.]\nd = 1\n[[e]]\nf = [1 2]\ng = 1\ng = 2\n")

    assert [(key, again.line) for key, again, _ in place.repeated()] == [("a", 2), ("e.g", 8)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\n", None),
        ("a = {\n}\n", 1),
        ("a = 1\nb = 2\nlabel = { sv = 1,\n en = 2 }\nc = 3\n", 3),
        ("[a]\nb = { c = 1, }\n", 2),
    ],
)
def test_the_place_where_the_readers_disagree_is_near_the_cause(text: str, line: int | None) -> None:
    at = TomlPlace("f.toml", text).disagreement()

    assert (at.line if at else None) == line


def test_deep_nesting_is_walked_without_end() -> None:
    depth = 5000

    place = TomlPlace("f.toml", f"a = {'[' * depth}1{']' * depth}\n")

    assert place.value(("a", *([0] * depth))) == Span("f.toml", 1, 5 + depth)
