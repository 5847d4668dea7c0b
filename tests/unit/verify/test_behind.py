"""The needs behind a conclusion, for tables over one number that is cut at 1, 3, 5 and 7."""

from collections.abc import Iterator

import pytest

from builders import label, rule, rule_set, table, terms
from prioritera.model.condition import SetTest, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.table import RANKED, Aggregate, Hit, Rule, Table
from prioritera.tables.evaluate import conclude
from prioritera.verify.behind import inside, leading_to, numbered
from prioritera.verify.boxes import Box
from prioritera.verify.budget import Budget, Exhausted
from prioritera.verify.concluded import point_of
from prioritera.verify.world import Sheet, World, sheet_of, world_of

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=-2, high=9)
WAIT = Field(id="wait", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=9)
AT = ((1, 3), (3, 9), (5, 6), (7, 9))
OVER = tuple(rule(f"from-{low}", word, {"wait": Within(low, high)}) for (low, high), word in zip(AT, "babc", strict=True))
NUMBERS = tuple(rule(f"from-{low}", number, {"wait": Within(low, high)}) for (low, high), number in zip(AT, (4, -2, 4, 1), strict=True))


def laid_out(made: Table) -> tuple[World, Sheet]:
    """The table over its axes; a later table asks about `a` and `b`, and about each number of points."""
    asked = [rule("signs", "inform", {"signs": SetTest(any=frozenset("ab"))})]
    asked += [rule(f"points-{number}", "inform", {"points": Within(number, number)}) for number in range(-2, 10)]
    rules = rule_set(
        fields={"wait": WAIT, "signs": SIGNS, "points": POINTS, "level": LEVEL},
        tables=[made],
        triage=table("outcome", *asked, rule("level", "inform", {"level": "a"}), rule("rest", "go-on")),
    )
    world = world_of(rules)
    return world, sheet_of(made, world, Budget())


LEVEL = Field(id="level", kind=Kind.CHOICE, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))


def words(hit: Hit, **more: object) -> Table:
    concludes = "signs" if hit in {Hit.COLLECT, Hit.RULE_ORDER, Hit.OUTPUT_ORDER} else "level"
    return table(concludes, *OVER, hit=hit, order=("c", "a", "b") if hit in RANKED else (), **more)


def tables() -> Iterator[Table]:
    for default in (None, "b"):
        for hit in (Hit.FIRST, Hit.PRIORITY, Hit.COLLECT, Hit.RULE_ORDER, Hit.OUTPUT_ORDER):
            yield words(hit, default=None if default is None else Rule(id="default", then=default))
        for aggregate in (Aggregate.COUNT, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX):
            otherwise = None if default is None else Rule(id="default", then=8)
            yield table("points", *NUMBERS, hit=Hit.COLLECT, aggregate=aggregate, default=otherwise)


def waits(world: World, pieces: Iterator[Box]) -> set[int]:
    """The waits that some piece holds."""
    place = world.space.places["wait"][0]
    ranges = world.space.axes[place].ranges
    masks = [piece[place] for piece in pieces]
    return {wait for mask in masks for cell, (low, high) in enumerate(ranges) if mask >> cell & 1 for wait in range(low, high + 1)}


@pytest.mark.parametrize("made", list(tables()), ids=lambda made: f"{made.hit}-{made.aggregate}-{'default' if made.default else 'none'}")
def test_behind_each_conclusion_are_exactly_the_needs_that_lead_to_it(made: Table) -> None:
    world, sheet = laid_out(made)
    fields = world.space.fields
    given = {wait: conclude(made, {"wait": wait}, fields).value for wait in range(10)}

    for value in set(given.values()) - {None}:
        box = list(world.space.whole)
        for place, mask in point_of(made.concludes, value, world.space):  # type: ignore[arg-type] # no course is concluded here
            box[place] = mask
        expected = {wait for wait, one in given.items() if one == value}
        assert waits(world, leading_to(tuple(box), sheet, world.space, Budget())) == expected


def test_a_set_whose_words_are_left_open_may_have_them_or_not() -> None:
    world, sheet = laid_out(words(Hit.COLLECT))

    assert waits(world, leading_to(world.space.whole, sheet, world.space, Budget())) == set(range(10))


def test_numbers_in_some_spans_are_asked_for_whatever_the_cells() -> None:
    world, sheet = laid_out(table("points", *NUMBERS, hit=Hit.COLLECT, aggregate=Aggregate.SUM))

    assert waits(world, numbered(world.space.whole, sheet, [(-9, -2), (3, 9)], Budget())) == {1, 2, 4}
    assert waits(world, numbered(world.space.whole, sheet, [(0, 0)], Budget())) == set()


def test_pieces_inside_a_region_have_no_point_in_common() -> None:
    box, region = (0b111, 0b11), (((0, 0b011),), ((0, 0b110), (1, 0b01)))

    assert list(inside(box, region, Budget())) == [(0b011, 0b11), (0b100, 0b01)]
    assert list(inside((0b100, 0b10), region, Budget())) == []


@pytest.mark.parametrize("aggregate", [Aggregate.COUNT, Aggregate.MAX])
def test_every_piece_spends_of_the_budget(aggregate: Aggregate) -> None:
    world, sheet = laid_out(table("points", *NUMBERS, hit=Hit.COLLECT, aggregate=aggregate))

    with pytest.raises(Exhausted):
        list(numbered(world.space.whole, sheet, [(1, 1)], Budget(0)))


def test_many_rules_are_added_up_without_a_limit_on_how_many() -> None:
    many = [rule(f"r{number}", "", {"wait": Within(low=5)}) for number in range(1500)]
    world, sheet = laid_out(table("points", *many, hit=Hit.COLLECT, aggregate=Aggregate.COUNT))

    assert waits(world, numbered(world.space.whole, sheet, [(1500, 1500)], Budget())) == {5, 6, 7, 8, 9}
