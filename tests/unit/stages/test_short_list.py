"""What is selected of the ranked lists, through files and the whole pipeline."""

from pathlib import Path

import pytest

from judged_rounds import voted
from prioritera.diagnostics import describe
from prioritera.model.result import Result
from prioritera.model.selection import Selected, Selection
from prioritera.pipeline import load_model, prioritise
from prioritera.stages.short_list import short_list
from selection_rounds import ADULTS, BALLOTS, CHILDREN, PER_AREA, judged, row, run, sides


def first(result: Result) -> Selected:
    return result.selections[0]


def codes(result: Result) -> list[str]:
    return [one.code for one in result.diagnostics]


def test_each_area_has_its_first_within_the_limits(tmp_path: Path) -> None:
    result, _ = run(tmp_path, PER_AREA + "min = 1\nmax = 2", [*CHILDREN, *ADULTS])

    assert sides(first(result)) == {"a": "inside", "d": "inside", "b": "inside", "e": "inside", "c": "outside"}
    assert [(one.group, one.of, one.inside, one.grey, one.room) for one in first(result).groups] == [
        ("barnsam", 3, 2, 0, 0),
        ("vuxensam", 2, 2, 0, 0),
    ]
    assert (first(result).open, first(result).is_across, codes(result)) == (0, False, [])


def test_a_group_may_have_limits_of_its_own(tmp_path: Path) -> None:
    result, _ = run(tmp_path, PER_AREA + "max = 2\ngroups = { vuxensam = { max = 0 } }", [*CHILDREN, *ADULTS])

    assert sides(first(result)) == {"a": "inside", "d": "outside", "b": "inside", "e": "outside", "c": "outside"}


def test_a_size_over_several_lists_goes_by_places_and_says_so(tmp_path: Path) -> None:
    result, _ = run(tmp_path, '[[selections]]\nid = "x"\nsize = 3', [*CHILDREN, *ADULTS])

    assert sides(first(result)) == {"a": "inside", "d": "inside", "b": "grey-zone", "e": "grey-zone", "c": "outside"}
    assert (first(result).open, first(result).is_across, first(result).groups[0].room) == (1, True, 1)


def test_what_is_selected_from_may_be_narrowed(tmp_path: Path) -> None:
    narrowed = '[[selections]]\nid = "x"\nsize = 1\n'

    by_area, _ = run(tmp_path, narrowed + 'areas = "vuxensam"', [*CHILDREN, *ADULTS])
    by_outcome, _ = run(tmp_path, narrowed + 'outcomes = "joint-effort"', [*CHILDREN, *ADULTS])
    by_destination, model = run(tmp_path, narrowed + 'destinations = "origin"', [*CHILDREN, *ADULTS])

    assert sides(first(by_area)) == {"d": "inside", "e": "outside"}
    assert len(sides(first(by_outcome))) == 5
    assert len(sides(first(by_destination))) == 5
    # To where none of them goes, which only a program can ask of these rules.
    elsewhere = Selection(id="x", size=1, destinations=["panel"])
    assert short_list(by_destination.decisions, by_destination.lists, [elsewhere], model.rules)[0][-1].picks == ()


@pytest.mark.parametrize("per", ["list", "urgency", "joint", "outcome", "destination"])
def test_needs_may_be_grouped_by_whatever_has_one_word_a_need(tmp_path: Path, per: str) -> None:
    result, _ = run(tmp_path, f'[[selections]]\nid = "x"\nper = "{per}"\nmax = 9', [*CHILDREN, *ADULTS])

    assert set(sides(first(result)).values()) == {"inside"}
    assert {one.group for one in first(result).groups} == {
        "list": {"barnsam/joint-effort", "vuxensam/joint-effort"},
        "urgency": {"foremost"},
        "joint": {"yes"},
        "outcome": {"joint-effort"},
        "destination": {"origin"},
    }[per]


def test_a_rule_sets_own_selection_holds_and_the_rounds_of_the_same_id_takes_its_place(tmp_path: Path) -> None:
    own, _ = run(tmp_path, "", [*CHILDREN, *ADULTS], rules="")
    replaced, _ = run(tmp_path, PER_AREA.replace('"x"', '"next-year"') + "max = 1", [*CHILDREN, *ADULTS], rules="")

    assert set(sides(first(own)).values()) == {"inside"}
    assert sides(first(replaced)) == {"a": "inside", "d": "inside", "b": "outside", "e": "outside", "c": "outside"}
    assert len(replaced.selections) == 1


def test_a_limit_that_cannot_be_met_is_an_error_and_nothing_is_selected(tmp_path: Path) -> None:
    result, _ = run(tmp_path, PER_AREA + "min = 2\nsize = 3", [*CHILDREN, row("d", "vuxensam")])

    told = [describe(one, "sv").splitlines() for one in result.diagnostics]
    assert told == [
        [
            "round.toml:10:1: fel[selection-short]: urvalet ”x” ska ha minst 2 ur ”vuxensam”, men där finns 1 att välja bland: 1 för lite",
            "    varför: gränsen går inte att hålla, så inget väljs ut",
            "    åtgärd: sänk min för gruppen, eller ta med fler behov i den; behov som det är för lite känt om räknas inte",
        ],
        [
            "round.toml:10:1: fel[selection-size-short]: urvalet ”x” rymmer 3 i allt, men gruppernas min är 4 tillsammans: 1 för mycket",
            "    varför: gränserna går inte att hålla samtidigt, så inget väljs ut",
            "    åtgärd: höj size, eller sänk min för någon grupp",
        ],
    ]
    assert first(result).picks == ()
    assert [(one.group, one.of) for one in first(result).groups] == [("barnsam", 3), ("vuxensam", 1)]


def test_the_same_is_told_in_english(tmp_path: Path) -> None:
    result, _ = run(tmp_path, PER_AREA + "min = 2\nsize = 3", [*CHILDREN, row("d", "vuxensam")])

    at = "round.toml:10:1: error"
    assert [describe(one, "en").splitlines() for one in result.diagnostics] == [
        [
            f"{at}[selection-short]: the selection “x” is to have at least 2 of “vuxensam”, but there are 1 to select from: 1 too few",
            "    why:  the limit cannot be met, so nothing is selected",
            "    mend: lower min for the group, or bring more needs into it; needs of which too little is known do not count",
        ],
        [
            f"{at}[selection-size-short]: the selection “x” holds 3 in all, but the groups' min are 4 together: 1 too many",
            "    why:  the limits cannot be met together, so nothing is selected",
            "    mend: raise size, or lower min for some group",
        ],
    ]


def test_an_area_that_the_round_is_about_counts_even_without_needs(tmp_path: Path) -> None:
    result, _ = run(tmp_path, PER_AREA + "min = 1", CHILDREN)

    assert codes(result) == ["selection-short"]


def test_a_list_that_can_be_may_have_no_need(tmp_path: Path) -> None:
    said = '[[selections]]\nid = "x"\nper = "list"\nmax = 1\ngroups = { "vuxensam/joint-effort" = { max = 2 } }'

    result, _ = run(tmp_path, said, CHILDREN)

    assert [(one.group, one.of) for one in first(result).groups] == [("barnsam/joint-effort", 3), ("vuxensam/joint-effort", 0)]


def test_the_first_of_each_list_together_with_all_that_are_level(tmp_path: Path) -> None:
    tied = [*CHILDREN, row("d", "vuxensam", units=9), row("e", "vuxensam", units=9), row("f", "vuxensam", units=1)]

    result, _ = run(tmp_path, '[[selections]]\nid = "x"\nkind = "union"\ntop = 1', tied)

    assert sides(first(result)) == {"a": "inside", "d": "inside", "e": "inside", "b": "outside", "f": "outside", "c": "outside"}
    assert [(one.group, one.inside) for one in first(result).groups] == [("barnsam/joint-effort", 1), ("vuxensam/joint-effort", 2)]
    assert first(result).is_across is False


def test_a_need_that_may_be_among_the_first_is_in_the_grey_zone(tmp_path: Path) -> None:
    result, _ = run(
        tmp_path, '[[selections]]\nid = "x"\nkind = "union"\ntop = 1\nper = "area"', [*CHILDREN, row("u", urgency="", units="")]
    )

    assert sides(first(result)) == {"u": "grey-zone", "a": "grey-zone", "b": "outside", "c": "outside"}


def test_the_first_of_each_group_of_judges_together(tmp_path: Path) -> None:
    points = voted('from = "ballots", combine = "points", points = [2, 1]')

    result = judged(tmp_path, points, {"ballots.csv": BALLOTS})

    assert sides(first(result)) == {"a": "inside", "b": "outside", "c": "inside", "d": "outside", "e": "outside"}
    tops = {pick.need: [(top.group, top.best, top.side.value) for top in pick.tops] for pick in first(result).picks}
    assert tops["a"] == [("staff", 3, "outside"), ("users", 1, "inside")]
    assert [(one.group, one.inside, one.of) for one in first(result).groups] == [("staff", 1, 5), ("users", 1, 5)]


def test_needs_that_a_group_has_not_told_apart_are_for_a_person_to_choose(tmp_path: Path) -> None:
    points = voted('from = "ballots", combine = "points", points = [2, 1]')

    result = judged(tmp_path, points, {"ballots.csv": BALLOTS}, top=3)

    assert sides(first(result)) == {"a": "inside", "b": "inside", "c": "inside", "d": "grey-zone", "e": "grey-zone"}


def test_where_less_is_better_the_lowest_are_first(tmp_path: Path) -> None:
    ranks = voted('from = "orders", combine = "sum-of-ranks"', lowest_first=True)
    orders = "judge;group;need;rank\n" + "".join(
        f"{judge};{judge};{need};{place}\n"
        for judge, order in (("g", "abcde"), ("h", "edcba"))
        for place, need in enumerate(order, start=1)
    )

    result = judged(tmp_path, ranks, {"orders.csv": orders})

    assert sides(first(result)) == {"a": "inside", "b": "outside", "c": "outside", "d": "outside", "e": "inside"}


def test_a_group_that_has_no_value_of_a_need_has_no_place_for_it(tmp_path: Path) -> None:
    rated = voted('from = "scores", combine = "mean"')
    scores = "judge;group;need;choice\ng;g;a;3\ng;g;b;2\nh;h;b;1\n"

    result = judged(tmp_path, rated, {"scores.csv": scores})

    tops = {pick.need: [top.group for top in pick.tops] for pick in first(result).picks}
    assert {need: side for need, side in sides(first(result)).items() if tops[need]} == {"a": "inside", "b": "inside"}
    assert (tops["a"], tops["b"]) == (["g"], ["g", "h"])


def test_judges_without_groups_have_no_first(tmp_path: Path) -> None:
    points = voted('from = "ballots", combine = "points", points = [2, 1]')

    result = judged(tmp_path, points, {"ballots.csv": "voter;choice 1\nv1;a\n"})

    (told,) = [describe(one, "en").splitlines()[0].partition("]: ") for one in result.diagnostics]
    assert told[0].endswith("error[selection-no-groups")
    assert told[2] == "the selection “x” takes the first of each group of judges, but no group has a value of its own on “choice”"


def test_needs_of_which_too_little_is_known_stay_in_sight(tmp_path: Path) -> None:
    result = judged(tmp_path, voted('from = "ballots", combine = "points", points = [2, 1]'), {})
    with_rules = (tmp_path / "rules.toml").read_text(encoding="utf-8") + '\n[missing]\nmin_known = "1"\n'
    (tmp_path / "rules.toml").write_text(with_rules, encoding="utf-8")
    apart = prioritise(*load_model(tmp_path))

    assert first(result).not_placed == ()
    assert (first(apart).not_placed, first(apart).picks) == (("a", "b", "c", "d", "e"), ())
