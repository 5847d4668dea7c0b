"""The needs behind a conclusion, for tables over one number that is cut at 1, 3, 5 and 7."""

from collections.abc import Iterator

import attrs
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
LEVEL = Field(id="level", kind=Kind.CHOICE, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))
URGENT = Field(id="urgent", kind=Kind.FLAG, origin=Origin.CONCLUSION, label=label())
WAIT = Field(id="wait", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=9)
AT = ((1, 3), (3, 9), (5, 6), (7, 9))
OVER = tuple(rule(f"from-{low}", word, {"wait": Within(low, high)}) for (low, high), word in zip(AT, "babc", strict=True))
NUMBERS = tuple(rule(f"from-{low}", number, {"wait": Within(low, high)}) for (low, high), number in zip(AT, (4, -2, 4, 1), strict=True))


def laid_out(made: Table, *others: Field) -> tuple[World, Sheet]:
    """The table over its axes; a later table asks about `a` and `b`, and about each number of points."""
    asked = [rule("signs", "inform", {"signs": SetTest(any=frozenset("ab"))})]
    asked += [rule(f"points-{number}", "inform", {"points": Within(number, number)}) for number in range(-2, 10)]
    rules = rule_set(
        fields={field.id: field for field in (WAIT, SIGNS, POINTS, LEVEL, *others)},
        tables=[made],
        triage=table("outcome", *asked, rule("level", "inform", {"level": "a"}), rule("rest", "go-on")),
    )
    world = world_of(rules)
    return world, sheet_of(made, world, Budget())


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


BOTH = (
    rule("late", 2, {"wait": Within(low=5)}),
    rule("late-and-urgent", 3, {"wait": Within(low=3), "urgent": True}),
    rule("calm", -1, {"urgent": False}),
)


@pytest.mark.parametrize("aggregate", [Aggregate.COUNT, Aggregate.SUM, Aggregate.MIN, Aggregate.MAX])
def test_rules_that_ask_of_several_things_are_added_up_where_all_of_them_hold(aggregate: Aggregate) -> None:
    made = table("points", *BOTH, hit=Hit.COLLECT, aggregate=aggregate)
    world, sheet = laid_out(made, URGENT)
    ((wait,), (urgent,)) = (world.space.places[name] for name in ("wait", "urgent"))
    needs = [(low, flag) for low in world.space.axes[wait].cells for flag in (False, True)]
    given = {need: conclude(made, {"wait": need[0], "urgent": need[1]}, world.space.fields).value for need in needs}

    for number in range(-3, 8):
        pieces = list(numbered(world.space.whole, sheet, [(number, number)], Budget()))
        found = {
            need
            for need in needs
            for piece in pieces
            if piece[wait] >> world.space.axes[wait].cells.index(need[0]) & 1 and piece[urgent] >> int(need[1]) & 1
        }
        assert found == {need for need, one in given.items() if one == number}


def test_the_empty_set_lies_behind_nothing_where_a_default_takes_its_place() -> None:
    world, sheet = laid_out(words(Hit.COLLECT, default=Rule(id="default", then="b")))
    empty = list(world.space.whole)
    for place, mask in point_of("signs", frozenset(), world.space):
        empty[place] = mask

    assert list(leading_to(tuple(empty), sheet, world.space, Budget())) == []


def test_a_set_that_may_not_be_empty_has_only_needs_that_some_rule_matches_behind_it() -> None:
    world, sheet = laid_out(words(Hit.COLLECT), attrs.evolve(SIGNS, may_be_empty=False))

    assert waits(world, leading_to(world.space.whole, sheet, world.space, Budget())) == set(range(1, 10))


def test_a_least_and_a_greatest_are_asked_for_in_several_spans_too() -> None:
    world, sheet = laid_out(table("points", *NUMBERS, hit=Hit.COLLECT, aggregate=Aggregate.MAX))

    assert waits(world, numbered(world.space.whole, sheet, [(-2, -2), (1, 4)], Budget())) == set(range(1, 10))
    assert waits(world, numbered(world.space.whole, sheet, [(-2, -2), (1, 1)], Budget())) == {4, 7, 8, 9}


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
