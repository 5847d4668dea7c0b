"""What comes of a selection, held whole: every need with its list and places, every group with its limits, and what there is room for."""

from pathlib import Path

import pytest

from judged_rounds import voted, write_judged
from prioritera.methods.limits import Limits, Shortfall
from prioritera.methods.order import Side
from prioritera.model.result import Result
from prioritera.model.selection import Pick, Selected, Share, Top
from prioritera.pipeline import load_model, prioritise
from selection_rounds import ADULTS, BALLOTS, CHILDREN, PER_AREA, REMOVED, judged, row, run, sides

CHILD, ADULT = "barnsam/joint-effort", "vuxensam/joint-effort"
UNKNOWN = '\n[missing]\nmin_known = "1"\n'
POINTS = voted('from = "ballots", combine = "points", points = [2, 1]')


def first(result: Result) -> Selected:
    return result.selections[0]


def ordered(*orders: tuple[str, str]) -> str:
    """A sheet of orders, each of a group of its own."""
    lines = [f"{name};{name};{need};{place}\n" for name, order in orders for place, need in enumerate(order, start=1)]
    return "judge;group;need;rank\n" + "".join(lines)


def test_each_need_has_its_list_its_places_and_why_it_stands_on_its_side(tmp_path: Path) -> None:
    level = [row("a", units=9), row("b", units=8), row("c", units=8), row("d", "vuxensam", units=9)]
    result, _ = run(tmp_path, PER_AREA + "max = 2\nsize = 3\ngroups = { vuxensam = { min = 1 } }", level)

    assert first(result).picks == (
        Pick(need="a", side=Side.INSIDE, list_id=CHILD, best=1, worst=1, group="barnsam"),
        Pick(need="d", side=Side.INSIDE, list_id=ADULT, best=1, worst=1, group="vuxensam"),
        Pick(need="b", side=Side.GREY_ZONE, list_id=CHILD, best=2, worst=2, group="barnsam", why=["max", "size"], is_tie=True),
        Pick(need="c", side=Side.GREY_ZONE, list_id=CHILD, best=2, worst=2, group="barnsam", why=["max", "size"], is_tie=True),
    )
    assert first(result).groups == (
        Share(group="barnsam", limits=Limits(0, 2), of=3, inside=1, grey=2, room=1),
        Share(group="vuxensam", limits=Limits(1, 2), of=1, inside=1, grey=0, room=0),
    )


def test_a_need_that_only_a_least_number_takes_in_is_marked(tmp_path: Path) -> None:
    adults = [row("d", "vuxensam", units=9), row("e", "vuxensam", units=8)]
    result, _ = run(tmp_path, PER_AREA + "size = 3\ngroups = { vuxensam = { min = 2 } }", [*CHILDREN, *adults])

    assert [(pick.need, pick.by_least) for pick in first(result).picks if pick.side is Side.INSIDE] == [
        ("a", False),
        ("d", False),
        ("e", True),
    ]


@pytest.mark.parametrize(
    ("said", "room"),
    [
        ("max = 2", [2, 2]),
        ("max = 9\nsize = 3", [3, 2]),
        ("max = 9\nsize = 5", [4, 2]),
        ("size = 5", [4, 2]),
    ],
)
def test_there_is_room_for_no_more_than_are_open_in_the_group_and_in_all(tmp_path: Path, said: str, room: list[int]) -> None:
    level = [row(need) for need in "abcf"] + [row("d", "vuxensam"), row("e", "vuxensam")]
    result, _ = run(tmp_path, PER_AREA + said, level if "max = 2" not in said else [*level, row("g", "vuxensam")])

    assert [share.room for share in first(result).groups] == room


def test_what_cannot_be_met_keeps_its_groups(tmp_path: Path) -> None:
    said = PER_AREA + "size = 1\ngroups = { vuxensam = { min = 2, max = 3 } }"
    result, _ = run(tmp_path, said, [*CHILDREN, row("d", "vuxensam")])

    assert first(result) == Selected(
        selection=first(result).selection,
        groups=[
            Share(group="barnsam", limits=Limits(), of=3, inside=0, grey=0),
            Share(group="vuxensam", limits=Limits(2, 3), of=1, inside=0, grey=0),
        ],
        is_across=True,
        shortfalls=[Shortfall(group="vuxensam", asked=2, there=1), Shortfall(asked=2, there=1)],
    )


@pytest.mark.parametrize(
    ("said", "picks"), [("size = 9", ["a", "b"]), ('kind = "union"\ntop = 9', ["a", "b"]), ('per = "area"\nmin = 3', [])]
)
def test_what_is_not_placed_is_kept_beside_what_is_selected(tmp_path: Path, said: str, picks: list[str]) -> None:
    rated = voted('from = "scores", combine = "mean"')
    write_judged(tmp_path, rated, {"scores.csv": "judge;need;choice\ng;a;3\ng;b;2\n"}, needs=("a", "b", "u"))
    for name, more in (("rules.toml", UNKNOWN), ("round.toml", f'[[selections]]\nid = "x"\n{said}\n')):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(more)

    found = first(prioritise(*load_model(tmp_path)))

    assert ([pick.need for pick in found.picks], found.not_placed) == (picks, ("u",))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("size = 3", True),
        ('per = "area"\nmax = 3', False),
        ('per = "outcome"\nmax = 3', True),
        ('per = "area"\nmax = 3\nsize = 3', True),
        ('kind = "union"\ntop = 1\nper = "outcome"', True),
        ('kind = "union"\ntop = 1\nper = "area"', False),
    ],
)
def test_places_of_several_lists_are_said_to_be_held_together_where_they_are(tmp_path: Path, said: str, *, expected: bool) -> None:
    result, _ = run(tmp_path, f'[[selections]]\nid = "x"\n{said}', [*CHILDREN, *ADULTS])

    assert first(result).is_across is expected


def test_a_union_keeps_each_needs_list_and_places_in_it_and_in_its_group(tmp_path: Path) -> None:
    result, _ = run(tmp_path, '[[selections]]\nid = "x"\nkind = "union"\ntop = 1\nper = "area"', [row("a", units=9), row("b"), row("c")])

    places = {"a": (1, 1, Side.INSIDE), "b": (2, 2, Side.OUTSIDE), "c": (2, 2, Side.OUTSIDE)}
    assert first(result).picks == tuple(
        Pick(need=need, side=side, list_id=CHILD, best=best, worst=worst, tops=[Top(group="barnsam", best=best, worst=worst, side=side)])
        for need, (best, worst, side) in places.items()
    )
    assert first(result).groups == (Share(group="barnsam", limits=Limits(), of=3, inside=1, grey=0),)


def test_the_groups_of_judges_keep_places_and_how_many_are_open(tmp_path: Path) -> None:
    result = judged(tmp_path, POINTS, {"ballots.csv": BALLOTS}, top=3)

    tops = {pick.need: pick.tops for pick in first(result).picks}
    assert tops["d"] == tuple(Top(group=group, best=3, worst=3, side=Side.GREY_ZONE) for group in ("staff", "users"))
    assert [(one.group, one.limits, one.of, one.inside, one.grey) for one in first(result).groups] == [
        ("staff", Limits(), 5, 2, 3),
        ("users", Limits(), 5, 2, 3),
    ]
    assert first(result).is_across is False
    assert [one for one in result.diagnostics if one.code == "selection-no-groups"] == []


def test_two_that_a_group_places_last_side_by_side_are_open_only_where_not_all_fit(tmp_path: Path) -> None:
    rated = voted('from = "scores", combine = "mean"')
    scores = "judge;group;need;choice\n" + "".join(f"g;g;{need};{value}\n" for need, value in (("a", 3), ("b", 1), ("c", 1))) + "h;h;a;3\n"

    some = judged(tmp_path / "some", rated, {"scores.csv": scores}, top=2)
    every = judged(tmp_path / "every", rated, {"scores.csv": scores}, top=3)

    assert {need: sides(first(some))[need] for need in "abc"} == {"a": "inside", "b": "grey-zone", "c": "grey-zone"}
    assert {need: sides(first(every))[need] for need in "abc"} == {"a": "inside", "b": "inside", "c": "inside"}


def test_a_sum_of_ranks_is_better_the_less_it_is(tmp_path: Path) -> None:
    orders = ordered(("g", "abcde"), ("h", "bacde"))
    result = judged(tmp_path, voted('from = "orders", combine = "sum-of-ranks"', lowest_first=True), {"orders.csv": orders})

    assert sides(first(result)) == {"a": "inside", "b": "inside", "c": "outside", "d": "outside", "e": "outside"}


def test_scores_may_be_better_the_less_they_are(tmp_path: Path) -> None:
    scores = "judge;group;need;choice\ng;g;a;3\ng;g;b;2\ng;g;c;1\nh;h;c;1\n"
    result = judged(tmp_path, voted('from = "scores", combine = "mean"', lowest_first=True), {"scores.csv": scores})

    assert {need: sides(first(result))[need] for need in "abc"} == {"a": "outside", "b": "outside", "c": "inside"}


def test_that_there_are_no_groups_is_told_where_the_selection_stands(tmp_path: Path) -> None:
    result = judged(tmp_path, POINTS, {"ballots.csv": "voter;choice 1\nv1;a\n"})

    before = (tmp_path / "round.toml").read_text(encoding="utf-8").partition("[[selections]]")[0]
    (told,) = [one.span for one in result.diagnostics if one.code == "selection-no-groups"]
    assert told is not None
    assert told.line == before.count("\n") + 1


def test_a_union_without_any_need_misses_no_groups_of_judges(tmp_path: Path) -> None:
    union = '[[selections]]\nid = "x"\nkind = "union"\ntop = 1'
    result, _ = run(tmp_path, union, [row("a")], rules=REMOVED + UNKNOWN)

    assert (first(result).picks, first(result).groups, first(result).not_placed) == ((), (), ("a",))
    assert result.diagnostics == ()
