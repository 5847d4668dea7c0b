"""Worked cases from the literature, through the whole way: a sheet in, a value out. Figures are from memory unless the source says more."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from judged_rounds import FINAL, RATED, judged, run, voted, write_judged
from prioritera.model.judgement import JudgedRound
from prioritera.model.result import Result

# The capital of Tennessee, the election that Wikipedia works out for every method: Memphis, Nashville, Chattanooga and Knoxville.
TENNESSEE = {"mnck": 42, "nckm": 26, "cknm": 15, "kcnm": 17}
# Kendall (1948), Rank Correlation Methods, worked in Siegel (1956): three judges and ten things, with ties; W is .828.
TIED = ("1 4.5 2 4.5 3 7.5 6 9 7.5 10", "2.5 1 2.5 4.5 4.5 8 9 6.5 10 6.5", "2 1 4.5 4.5 4.5 4.5 8 8 8 10")
SUMS = ("5.5", "6.5", "9", "13.5", "12", "20", "23", "23.5", "25.5", "26.5")
# Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: an empty cell is no answer.
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
MEANS = """\
[criteria.choice]
label = "mean"
step = "1/12"
points = [{ at = 1, value = 0 }, { at = 5, value = 4 }]
judged = { from = "scores", combine = "mean" }
"""


def over_all(result: Result) -> JudgedRound:
    (one,) = result.judged
    return one.rounds[-1]


def ballots(orders: Mapping[str, int]) -> str:
    cast = [order for order, many in orders.items() for _ in range(many)]
    return "voter;ranked list\n" + "".join(f"v{number};{' > '.join(order)}\n" for number, order in enumerate(cast))


@pytest.mark.parametrize(
    ("how", "published"),
    [
        ('combine = "borda"', (126, 194, 173, 107)),
        ('combine = "copeland"', (0, 3, 2, 1)),
        ('combine = "kemeny"', (0, 3, 2, 1)),
        # Dowdall, twelve times: 1, 1/2, 1/3 and 1/4 of it.
        ('combine = "points", points = [12, 6, 4, 3]', (678, 692, 606, 524)),
    ],
)
def test_the_capital_of_tennessee_by_ballots(how: str, published: tuple[int, ...], tmp_path: Path) -> None:
    folder = write_judged(tmp_path, voted(f'from = "ballots", {how}'), {"ballots.csv": ballots(TENNESSEE)}, needs="mnck")

    found = run(folder)

    assert tuple(judged(found, need).value for need in "mnck") == published


def as_written(places: str, way: str) -> list[str]:
    numbers = [Fraction(place) for place in places.split()]
    better = [str(sum(other < number for other in numbers) + 1) for number in numbers]
    dense = [str(sorted(set(numbers)).index(number) + 1) for number in numbers]
    return {"mean": places.split(), "comma": places.replace(".", ",").split(), "better": better, "dense": dense}[way]


@pytest.mark.parametrize("way", ["mean", "comma", "better", "dense"])
def test_shared_ranks_are_the_same_however_they_are_written(way: str, tmp_path: Path) -> None:
    """The sums of Kendall's ten things, and their W: a group that writes 1, 1, 2 weighs as much as one that writes 1.5, 1.5, 3."""
    rows = [
        f"{judge};{need};{rank}\n"
        for judge, row in zip("XYZ", TIED, strict=True)
        for need, rank in zip("abcdefghij", as_written(row, way), strict=True)
    ]
    folder = write_judged(tmp_path, FINAL, {"orders.csv": "group;need;rank\n" + "".join(rows)}, needs="abcdefghij")

    found = run(folder)

    assert [judged(found, need).value for need in "abcdefghij"] == [Fraction(total) for total in SUMS]
    assert (over_all(found).concordance, over_all(found).concordance_of) == (Fraction(197, 238), 3)
    assert found.diagnostics == ()


def test_krippendorff_s_four_observers(tmp_path: Path) -> None:
    units = "abcdefghijkl"
    cells = [(judge, need, cell) for judge, row in zip("ABCD", FOUR, strict=True) for need, cell in zip(units, row.split(), strict=True)]
    sheet = "judge;need;choice\n" + "".join(f"{judge};{need};{cell.replace('.', '')}\n" for judge, need, cell in cells)

    found = run(write_judged(tmp_path, MEANS, {"scores.csv": sheet}, needs=units))

    assert over_all(found).alpha == Fraction(108577, 133160)
    assert round(108577 / 133160, 3) == 0.815
    # A blank is no answer: the last but one was rated by two, both 1.
    assert (judged(found, "k").value, judged(found, "k").answered) == (Fraction(1), 2)


def test_groups_of_two_and_five_have_as_loud_a_voice(tmp_path: Path) -> None:
    """JLA Guidebook, chapter 7: each group's sums are made into places, and these are added; the figures are worked by hand.

    Users: a 6, b and c 3 each, so 3, 1.5 and 1.5. Staff: c 15, b 10, a 5, so 3, 2 and 1.
    """
    votes = ["1;users;a;b;c", "2;users;a;c;b", *(f"{voter};staff;c;b;a" for voter in range(3, 8))]
    sheet = "voter;group;choice 1;choice 2;choice 3\n" + "\n".join(votes) + "\n"
    equal = voted('from = "ballots", combine = "position-points", points = [3, 2, 1], groups = "equal"')

    found = run(write_judged(tmp_path, equal, {"ballots.csv": sheet}))

    assert [judged(found, need).value for need in "abc"] == [4, Fraction(7, 2), Fraction(9, 2)]


@pytest.mark.parametrize(
    ("ratings", "median", "allowed", "disagree", "by_count"),
    [
        ([1, 1, 1, 2, 7, 7, 7, 8, 9], "7", "3.55", True, True),
        ([7, 7, 7, 7, 8, 8, 9, 9, 1], "7", "6.1", False, False),
        ([1, 1, 1, 5, 5, 5, 9, 9, 9], "5", "2.35", True, True),
    ],
)
def test_panels_of_nine(ratings: list[int], median: str, allowed: str, *, disagree: bool, by_count: bool, tmp_path: Path) -> None:
    """Fitch et al. (2001): both rules, by the formulas of the manual; the figures are worked by hand."""
    sheet = "judge;need;choice\n" + "".join(f"p{number};a;{rating}\n" for number, rating in enumerate(ratings))

    found = judged(run(write_judged(tmp_path, RATED, {"scores.csv": sheet})), "a")

    assert found.agreement.rand is not None
    assert (found.value, found.agreement.rand.allowed) == (Fraction(median), Fraction(allowed))
    assert (found.agreement.rand.disagree, found.agreement.rand.disagree_by_count) == (disagree, by_count)


@pytest.mark.parametrize("rank", ["0,5", "1.25", "4/3", "0", "-1", "nan", "½"])
def test_what_is_neither_a_place_nor_halfway_between_two_is_told(rank: str, tmp_path: Path) -> None:
    found = run(write_judged(tmp_path, FINAL, {"orders.csv": f"group;need;rank\nX;a;1\nX;b;{rank}\nX;c;3\n"}))

    assert [(one.code, one.params.get("value")) for one in found.diagnostics if one.severity == "error"] == [("judgement-rank", rank)]
