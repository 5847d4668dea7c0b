from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.reading.cursor import LONGEST_SHOWN, Cursor, shown
from prioritera.reading.place import Path

THIRD = Fraction(1, 3)


class Lines:
    """A place that gives key and value of a path two different places."""

    def key(self, path: Path) -> Span:
        return Span("f.toml", len(path), 1)

    def value(self, path: Path) -> Span:
        return Span("f.toml", len(path), 9)


def over(**data: object) -> Cursor:
    return Cursor(data, ("top",), Lines(), Faults())


def only(cursor: Cursor) -> Diagnostic:
    """The one thing that was found wrong."""
    (found,) = cursor.faults.all()
    return found


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda cursor: cursor.raw("a"), "word"),
        (lambda cursor: cursor.text("a"), "word"),
        (lambda cursor: cursor.ident("a"), "word"),
        (lambda cursor: cursor.choice("a", ["word", "other"]), "word"),
        (lambda cursor: cursor.flag("b", default=False), True),
        (lambda cursor: cursor.whole("c"), 7),
        (lambda cursor: cursor.whole("c", least=7, required=True), 7),
        (lambda cursor: cursor.number("c"), Fraction(7)),
        (lambda cursor: cursor.number("d", required=True), Fraction(1, 10)),
        (lambda cursor: cursor.share("d", THIRD), Fraction(1, 10)),
        (lambda cursor: cursor.share("e", THIRD), Fraction(2, 3)),
        (lambda cursor: cursor.texts("a"), ("word",)),
        (lambda cursor: cursor.texts("f"), ("x", "y")),
        (lambda cursor: cursor.day("g"), date(2018, 5, 4)),
    ],
)
def test_what_is_written_is_read(read: Callable[[Cursor], object], value: object) -> None:
    cursor = over(a="word", b=True, c=7, d=Decimal("0.1"), e="2/3", f=["x", "y"], g=date(2018, 5, 4))

    assert read(cursor) == value
    assert cursor.ok


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda cursor: cursor.raw("a"), None),
        (lambda cursor: cursor.text("a", ""), ""),
        (lambda cursor: cursor.text("a", "else"), "else"),
        (lambda cursor: cursor.choice("a", ["word"], "word"), "word"),
        (lambda cursor: cursor.choice("a", ["word"], ""), ""),
        (lambda cursor: cursor.flag("a", default=True), True),
        (lambda cursor: cursor.whole("a"), None),
        (lambda cursor: cursor.whole("a", 3), 3),
        (lambda cursor: cursor.number("a", THIRD), THIRD),
        (lambda cursor: cursor.share("a", THIRD), THIRD),
        (lambda cursor: cursor.texts("a"), ()),
        (lambda cursor: cursor.texts("a", ("x",)), ("x",)),
        (lambda cursor: cursor.day("a"), None),
        (lambda cursor: cursor.table("a"), None),
        (lambda cursor: cursor.tables("a"), ()),
        (lambda cursor: cursor.named("a"), ()),
    ],
)
def test_what_is_not_written_is_its_default(read: Callable[[Cursor], object], value: object) -> None:
    cursor = over()

    assert read(cursor) == value
    assert cursor.ok


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda cursor: cursor.text("a"), ""),
        (lambda cursor: cursor.ident("a"), ""),
        (lambda cursor: cursor.choice("a", ["word"]), ""),
        (lambda cursor: cursor.whole("a", required=True), None),
        (lambda cursor: cursor.number("a", required=True), None),
    ],
)
def test_a_required_key_that_is_not_written_is_noted_where_the_table_begins(read: Callable[[Cursor], object], value: object) -> None:
    cursor = over()

    assert read(cursor) == value
    assert only(cursor) == Diagnostic(code="missing-key", span=Span("f.toml", 1, 9), params={"key": "a"})
    assert not cursor.ok


@pytest.mark.parametrize(
    ("read", "value", "code", "params"),
    [
        (lambda cursor: cursor.text("a"), 3, "not-a-text", {"value": "3"}),
        (lambda cursor: cursor.text("a"), "  ", "empty-text", {}),
        (lambda cursor: cursor.text("a", ""), "", "empty-text", {}),
        (lambda cursor: cursor.ident("a"), "Big", "bad-id", {"value": "Big"}),
        (lambda cursor: cursor.ident("a"), " ", "empty-text", {}),
        (
            lambda cursor: cursor.choice("a", ["max", "min"]),
            "mx",
            "unknown-value",
            {"value": "mx", "known": ("max", "min"), "close": "max"},
        ),
        (lambda cursor: cursor.choice("a", ["max"]), " ", "empty-text", {}),
        (lambda cursor: cursor.flag("a", default=True), "yes", "not-a-flag", {"value": '"yes"'}),
        (lambda cursor: cursor.flag("a", default=True), 1, "not-a-flag", {"value": "1"}),
        (lambda cursor: cursor.whole("a"), True, "not-a-whole", {"value": "true"}),
        (lambda cursor: cursor.whole("a"), Decimal("1.0"), "not-a-whole", {"value": "1.0"}),
        (lambda cursor: cursor.whole("a"), 10**40, "number-too-long", {}),
        (lambda cursor: cursor.whole("a", least=1), 0, "number-too-small", {"value": 0, "least": 1}),
        (lambda cursor: cursor.number("a"), "1", "not-a-number", {"value": '"1"'}),
        (lambda cursor: cursor.number("a"), False, "not-a-number", {"value": "false"}),
        (lambda cursor: cursor.number("a"), Decimal("nan"), "number-not-finite", {"value": "NaN"}),
        (lambda cursor: cursor.number("a"), Decimal("-Infinity"), "number-not-finite", {"value": "-Infinity"}),
        (lambda cursor: cursor.number("a"), Decimal("1e99"), "number-too-long", {}),
        (lambda cursor: cursor.share("a", THIRD), "1/0", "bad-share", {"value": "1/0"}),
        (lambda cursor: cursor.share("a", THIRD), "4/3", "bad-share", {"value": "4/3"}),
        (lambda cursor: cursor.share("a", THIRD), Decimal("-0.1"), "bad-share", {"value": "-0.1"}),
        (lambda cursor: cursor.share("a", THIRD), [1], "not-a-number", {"value": "[ … ]"}),
        (lambda cursor: cursor.texts("a"), ["x", 1], "not-a-texts", {"value": "[ … ]"}),
        (lambda cursor: cursor.texts("a"), 1, "not-a-texts", {"value": "1"}),
        (lambda cursor: cursor.day("a"), "2018-05-04", "not-a-date", {"value": '"2018-05-04"'}),
        (lambda cursor: cursor.day("a"), datetime(2018, 5, 4, 1, 2), "not-a-date", {"value": "2018-05-04 01:02:00"}),  # noqa: DTZ001 -- as a file has it
        (lambda cursor: cursor.table("a"), [], "not-a-table", {"value": "[ … ]"}),
        (lambda cursor: cursor.tables("a"), {"x": 1}, "not-a-tables", {"value": "{ … }"}),
        (lambda cursor: cursor.tables("a"), [3], "not-a-table", {"value": "3"}),
        (lambda cursor: cursor.named("a"), "x", "not-a-table", {"value": '"x"'}),
    ],
)
def test_a_wrong_value_is_noted_where_it_stands(read: Callable[[Cursor], object], value: object, code: str, params: dict[str, Any]) -> None:
    cursor = over(a=value)

    read(cursor)

    assert only(cursor) == Diagnostic(code=code, span=Span("f.toml", 2, 9), params={"key": "a", **params})


@pytest.mark.parametrize(
    ("read", "value", "harmless"),
    [
        (lambda cursor: cursor.text("a", "else"), 3, ""),
        (lambda cursor: cursor.flag("a", default=True), 0, True),
        (lambda cursor: cursor.whole("a", 5), "x", 5),
        (lambda cursor: cursor.whole("a", 5), 10**40, 5),
        (lambda cursor: cursor.whole("a", 5, least=1), 0, 0),
        (lambda cursor: cursor.number("a", THIRD), "x", THIRD),
        (lambda cursor: cursor.share("a", THIRD), True, THIRD),
        (lambda cursor: cursor.share("a", THIRD), 2, THIRD),
        (lambda cursor: cursor.share("a", THIRD), "x", THIRD),
        (lambda cursor: cursor.texts("a", ("x",)), 1, ("x",)),
        (lambda cursor: cursor.day("a"), 1, None),
        (lambda cursor: cursor.table("a"), 1, None),
        (lambda cursor: cursor.tables("a"), 1, ()),
        (lambda cursor: cursor.named("a"), 1, ()),
    ],
)
def test_a_wrong_value_is_read_as_something_harmless(read: Callable[[Cursor], object], value: object, harmless: object) -> None:
    cursor = over(a=value)

    assert read(cursor) == harmless
    assert cursor.faults.count == 1


@pytest.mark.parametrize("share", [0, 1, "0", "1", Decimal("0.0"), "1,0"])
def test_the_ends_of_a_share_are_shares(share: object) -> None:
    cursor = over(a=share)

    assert cursor.share("a", THIRD) in {0, 1}
    assert cursor.ok


def test_tables_are_read_by_cursors_of_their_own_with_their_paths() -> None:
    cursor = over(a={"b": {"c": 1}}, rows=[{"d": 2}, 3, {"e": 4}])

    inner = cursor.table("a")
    rows = cursor.tables("rows")

    assert inner is not None
    assert inner.path == ("top", "a")
    assert [row.path for row in rows] == [("top", "rows", 0), ("top", "rows", 2)]
    assert [row.data for row in rows] == [{"d": 2}, {"e": 4}]
    assert inner.faults is cursor.faults


def test_named_tables_come_with_their_names_and_a_name_that_is_no_id_is_noted_at_the_key() -> None:
    cursor = over(a={"good": {"x": 1}, "Bad": {"x": 2}, "flat": 3})

    named = cursor.named("a")

    assert [(name, inner.path) for name, inner in named] == [("good", ("top", "a", "good")), ("Bad", ("top", "a", "Bad"))]
    assert [(found.code, found.span, dict(found.params)) for found in cursor.faults.all()] == [
        ("bad-id", Span("f.toml", 3, 1), {"key": "Bad", "value": "Bad"}),
        ("not-a-table", Span("f.toml", 3, 9), {"key": "flat", "value": "3"}),
    ]


def test_a_key_that_nobody_asked_for_is_noted_with_the_nearest_that_is_not_written() -> None:
    cursor = over(title="x", wieght=2)
    cursor.text("title")
    cursor.whole("weight")

    cursor.close()

    assert only(cursor) == Diagnostic(
        code="unknown-key", span=Span("f.toml", 2, 1), params={"key": "wieght", "known": ("title", "weight"), "close": "weight"}
    )


def test_the_nearest_key_is_none_that_is_written_already() -> None:
    cursor = over(title="x", titel="y")
    cursor.text("title")

    cursor.close()

    assert only(cursor).params["close"] == ""


def test_a_table_that_is_read_whole_closes_without_a_word() -> None:
    cursor = over(title="x", note=3)
    cursor.text("title")
    cursor.has("note")

    cursor.close()

    assert cursor.ok


def test_a_cursor_answers_for_what_went_wrong_since_it_began() -> None:
    faults = Faults()
    faults.add("earlier")
    cursor = Cursor({"a": 1}, (), Lines(), faults)

    before = cursor.ok
    cursor.text("a")

    assert before
    assert not cursor.ok


def test_a_key_is_placed_at_its_value_at_its_name_or_where_the_table_begins() -> None:
    cursor = over(a=1)

    assert cursor.at("a") == Span("f.toml", 2, 9)
    assert cursor.at_key("a") == Span("f.toml", 2, 1)
    assert cursor.at("b") == cursor.here == Span("f.toml", 1, 9)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("word", '"word"'),
        (True, "true"),
        (False, "false"),
        ({}, "{ … }"),
        ([], "[ … ]"),
        ((), "[ … ]"),
        (Decimal("1.50"), "1.50"),
        (date(2018, 5, 4), "2018-05-04"),
        (None, "None"),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 58}…'),
    ],
)
def test_a_wrong_value_is_shown_short_enough_for_a_message(value: object, text: str) -> None:
    assert shown(value) == text
    assert len(shown(value)) <= LONGEST_SHOWN


def test_a_number_too_long_to_be_written_out_is_shown_by_its_beginning() -> None:
    assert shown(int("f" * 5000, 16)) == f"0x{'f' * (LONGEST_SHOWN - 3)}…"
