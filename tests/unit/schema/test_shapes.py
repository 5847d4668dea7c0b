"""The pieces of schemas: what each takes and what it refuses."""

import pytest

from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import (
    day,
    flag,
    ident,
    label_defined,
    listed,
    named,
    number,
    share,
    some,
    step,
    suggested,
    table,
    text,
    whole,
    words,
)
from schema_files import fits_schema

ENGLISH = Known(language="en")


def takes(schema: Schema, value: object) -> bool:
    """Whether a value fits, as the one key of a table."""
    return fits_schema({"properties": {"key": schema}})({"key": value})


@pytest.mark.parametrize(
    ("schema", "right", "wrong"),
    [
        (text(), ["a", " å "], ["", "  ", "\t", 1]),
        (ident(), ["a", "a1-b"], ["A", "å", "a--b", "-a", "a_b", ""]),
        (flag(), [True], ["true", 1]),
        (whole(), [-1, 10**30], [1.5, "1", True]),
        (whole(1, 3), [1, 3], [0, 4]),
        (number(0), [0, 0.5], [-1, "0", True]),
        (share(), ["2/3", "0,5", "0.5", " 1 ", 0, 1, 0.25], ["", "half", "2/3 of it", 2, -1, True]),
        (step(), ["1/2", "0.01", 1, 0.5], ["", "half", 0, -1]),
        (day(), ["2026-05-31"], ["2026-02-30", "2026-05-31T10:00:00", "31 May"]),
        (words(["a", "b"]), ["a"], ["c", ["a"], ""]),
        (words([]), ["anything"], ["", 1]),
        (suggested(["a"], text()), ["a", "b"], ["", 1]),
        (suggested([], ident()), ["b"], ["B"]),
        (some(words(["a"]), least=1), ["a", ["a", "a"]], ["b", ["b"], []]),
        (listed(whole()), [[], [1]], [1, ["a"]]),
        (named(whole()), [{}, {"a": 1}], [{"A": 1}, {"a": "x"}, []]),
        (named(whole(), without=("b", "a"), least=1), [{"ab": 1}], [{}, {"a": 1}, {"b": 1}]),
        (
            label_defined(ENGLISH),
            ["x", {"sv": "å", "en": "a"}],
            ["", {"sv": "å"}, {"sv": "å", "en": ""}, {"sv": "å", "en": "a", "de": "a"}],
        ),
    ],
)
def test_a_piece_takes_what_is_right_and_refuses_the_rest(schema: Schema, right: list[object], wrong: list[object]) -> None:
    assert [value for value in right if not takes(schema, value)] == []
    assert [value for value in wrong if takes(schema, value)] == []


def test_a_table_describes_its_keys_and_may_ask_for_more() -> None:
    found = table(ENGLISH, "cap", {"by": text()}, required=("by",), minProperties=1)

    assert found == {
        "type": "object",
        "additionalProperties": False,
        "properties": {"by": {"description": "The criterion that caps.", "type": "string", "pattern": r"\S"}},
        "required": ["by"],
        "minProperties": 1,
    }


def test_a_key_that_is_described_already_keeps_its_words() -> None:
    found = table(ENGLISH, "cap", {"by": {"description": "ours", **text()}})

    assert found["properties"] == {"by": {"description": "ours", "type": "string", "pattern": r"\S"}}
