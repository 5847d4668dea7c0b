import pytest

from prioritera.model.shown import Shown, shown_count, shown_counts


def test_the_limit_is_a_proposal_where_nobody_has_said() -> None:
    assert shown_count(4) == Shown(kind="few", limit=5)
    assert shown_count(5) == Shown(kind="count", count=5, limit=5)


def test_not_known_is_not_zero() -> None:
    assert shown_count(None, 5).say("sv") == "uppgift saknas"
    assert shown_count(0, 5).say("sv") == "färre än 5"


def test_a_limit_that_hides_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the limit is 1; below 2 nothing is hidden$"):
        shown_count(7, 1)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^-1 persons; a count is not negative$"):
        shown_count(-1, 5)


@pytest.mark.parametrize(
    ("counts", "total"),
    [
        ({"a": 12, "b": 30}, "42"),
        ({"a": 12, "b": 3}, "not shown"),
        ({"a": 12, "b": 3, "c": 2}, "17"),
        ({"a": 12, "b": 0, "c": 0}, "not shown"),
        ({"a": 12, "b": 4, "c": 4}, "not shown"),
        ({"a": 4, "b": 4}, "not shown"),
        ({"a": 4, "b": 3}, "7"),
        ({"a": 2, "b": 1}, "fewer than 5"),
        ({"a": 3}, "fewer than 5"),
        ({"a": 3, "b": None}, "fewer than 5"),
        ({"a": 12, "b": None}, "12"),
        ({"a": None}, "not known"),
        ({}, "not known"),
    ],
)
def test_a_sum_is_shown_where_it_gives_nothing_away(counts: dict[str, int | None], total: str) -> None:
    assert shown_counts(counts, 5).total.say("en") == total
