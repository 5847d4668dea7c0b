"""Doors with the real libraries behind them: what they are known to do wrong does not come through. Needs the extra `mcda`."""

import random
from collections.abc import Sequence
from fractions import Fraction
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prioritera.diagnostics import PrioriteraError
from prioritera.doors.catalogue import DOORS, PYMCDM, SKCRITERIA
from prioritera.doors.door import door
from prioritera.doors.libraries import LIBRARIES, quiet
from prioritera.methods.many import MANY, UnfitError, places

pytestmark = [
    pytest.mark.skipif(
        find_spec(SKCRITERIA) is None or find_spec(PYMCDM) is None,
        reason="the extra mcda is not installed; nox -s doors installs it in an environment of its own",
    ),
    # The libraries' own warnings, at import and at work, are not ours to mend.
    pytest.mark.filterwarnings("ignore"),
]
NAMES = [f"{library}:{method}" for library, methods in DOORS.items() for method in methods]
Rows = list[list[Fraction]]
# Twelve needs on four criteria, in twentieths above 0; nobody is best or worst in everything.
DRAW = random.Random(11)  # noqa: S311 -- no secret
TWELVE: Rows = [[Fraction(DRAW.randint(1, 19), 20) for _ in range(4)] for _ in range(12)]
WEIGHTS = [4, 3, 2, 1]


def ranks(name: str, rows: Rows, weights: Sequence[int]) -> tuple[int, ...]:
    return places(door(name).scores(rows, weights), exact=False)


def unfit(name: str, rows: Rows, weights: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    with pytest.raises(UnfitError) as error:
        door(name).scores(rows, weights)
    return error.value.reason, error.value.columns


@pytest.mark.parametrize("library", DOORS)
def test_every_door_leads_to_a_method_of_the_library(library: str) -> None:
    with quiet():
        assert set(DOORS[library]) <= set(LIBRARIES[library].names())


@pytest.mark.parametrize("name", NAMES)
def test_every_method_gives_an_order_that_is_the_right_way_up(name: str) -> None:
    plain = [sum(value * weight for value, weight in zip(row, WEIGHTS, strict=True)) for row in TWELVE]
    best, worst = plain.index(max(plain)), plain.index(min(plain))

    found = ranks(name, TWELVE, WEIGHTS)

    assert found[best] < found[worst] or name == "skcriteria:ELECTRE1"
    assert found[best] <= found[worst]


@pytest.mark.parametrize("name", NAMES)
def test_needs_that_are_alike_share_their_place(name: str) -> None:
    found = ranks(name, [*TWELVE, TWELVE[3]], WEIGHTS)

    assert found[3] == found[-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_column_that_is_the_same_all_through_and_one_without_weight_change_nothing(name: str) -> None:
    wider = [[*row, Fraction(1, 2), other] for row, other in zip(TWELVE, [row[0] for row in reversed(TWELVE)], strict=True)]

    assert ranks(name, wider, [*WEIGHTS, 5, 0]) == ranks(name, TWELVE, WEIGHTS)


@pytest.mark.parametrize("name", [name for name in NAMES if not DOORS[name.partition(":")[0]][name.partition(":")[2]].reverses])
def test_a_method_without_a_warning_turns_no_two_needs(name: str) -> None:
    whole, without = ranks(name, TWELVE, WEIGHTS), ranks(name, TWELVE[:-1], WEIGHTS)

    assert [[one < other for other in whole[:-1]] for one in whole[:-1]] == [[one < other for other in without] for one in without]


NEED = st.lists(st.integers(1, 20).map(lambda value: Fraction(value, 20)), min_size=3, max_size=3)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15)
@given(rows=st.lists(NEED, min_size=2, max_size=6), weights=st.lists(st.integers(1, 5), min_size=3, max_size=3))
def test_no_shown_order_puts_a_need_behind_one_that_it_beats_or_parts_the_like(name: str, rows: Rows, weights: list[int]) -> None:
    rows = [*rows, rows[0]]
    try:
        found = ranks(name, rows, weights)
    except UnfitError:
        return

    for one, its in zip(rows, found, strict=True):
        for other, others in zip(rows, found, strict=True):
            if all(mine >= theirs for mine, theirs in zip(one, other, strict=True)):
                assert its <= others
    assert found[0] == found[-1]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_on_the_screen(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    ranks(name, TWELVE, WEIGHTS)

    assert capfd.readouterr() == ("", "")


def test_sums_that_floating_point_tells_apart_are_a_tie() -> None:
    """0.1 + 0.2 against 0.3: the library ranks them first and second."""
    import skcriteria as skc  # noqa: PLC0415 -- the extra
    from skcriteria.agg.simple import WeightedSumModel  # noqa: PLC0415 -- the extra

    rows = [[Fraction(1, 10), Fraction(2, 10), Fraction(0)], [Fraction(0), Fraction(0), Fraction(3, 10)]]
    floats = [[float(value) for value in row] for row in rows]

    theirs = WeightedSumModel().evaluate(skc.mkdm(floats, [max] * 3, weights=[1, 1, 1])).rank_

    assert sorted(theirs) == [1, 2]
    assert ranks("skcriteria:WeightedSumModel", rows, [1, 1, 1]) == (1, 1)


def test_a_column_without_span_breaks_the_library_and_not_the_comparison() -> None:
    from pymcdm.methods import VIKOR  # noqa: PLC0415 -- the extra

    rows = [[Fraction(1, 2), Fraction(1)], [Fraction(1, 2), Fraction(0)]]

    with pytest.raises(ValueError, match="equal values"):
        VIKOR()([[0.5, 1.0], [0.5, 0.0]], [0.5, 0.5], [1, 1])

    assert ranks("pymcdm:VIKOR", [*rows, [Fraction(1, 2), Fraction(1, 2)]], [1, 1]) == (1, 3, 2)


def test_a_division_by_zero_within_the_library_is_no_answer() -> None:
    """One need is best in everything and one worst: SPROBID divides by its distance to the best, which is nothing."""
    rows = [[Fraction(1), Fraction(1)], [Fraction(1, 2), Fraction(1, 4)]]

    assert unfit("pymcdm:SPROBID", rows, [1, 1]) == ("no-number", ())


@pytest.mark.parametrize("name", ["pymcdm:WSM", "pymcdm:OCRA", "skcriteria:MAIRCA", "skcriteria:WeightedProductModel"])
def test_nothing_where_the_method_cannot_have_it_is_told_with_the_criterion(name: str) -> None:
    assert unfit(name, [[Fraction(1), Fraction(0)], [Fraction(1, 2), Fraction(1)]], [1, 1]) == ("zeros", (1,))


def test_a_method_that_has_put_the_best_in_everything_last_has_no_door() -> None:
    with pytest.raises(PrioriteraError) as error:
        door("skcriteria:SIMUS")

    assert [one.code for one in error.value.diagnostics] == ["door-closed"]


def test_the_tie_breaker_that_puts_the_winner_last_has_no_door() -> None:
    with pytest.raises(PrioriteraError) as error:
        door("skcriteria:FallbackTieBreaker")

    assert [one.code for one in error.value.diagnostics] == ["door-method-unknown"]


def test_the_kernel_of_electre_keeps_needs_that_are_alike() -> None:
    """Handed over as they are, each strikes out the other, and the best of all is in no kernel."""
    best = [Fraction(9, 10), Fraction(9, 10)]

    assert ranks("skcriteria:ELECTRE1", [best, best, [Fraction(1, 10), Fraction(1, 5)]], [1, 1]) == (1, 1, 3)


def test_an_electre_that_hangs_on_a_rounding_gives_no_order() -> None:
    """13 of 20 is the library's threshold of 0.65, and whether the sum of floats reaches it is chance."""
    rows = [[Fraction(9, 20), Fraction(8, 20)], [Fraction(8, 20), Fraction(9, 20)], [Fraction(1, 20), Fraction(10, 20)]]

    assert unfit("skcriteria:ELECTRE1", rows, [13, 7]) == ("unsteady", ())


def test_topsis_is_the_same_by_the_library_and_by_ours() -> None:
    rows = [[Fraction(value, 10) for value in row] for row in ([5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6])]

    ours = places(MANY["topsis"].scores(rows, [3, 4, 3]), exact=False)

    # The library has vector normalisation as a step of its own before TOPSIS; without it the values are taken as they are.
    assert ours == (3, 2, 1, 4)
    assert ranks("skcriteria:TOPSIS", rows, [3, 4, 3])[2] == 1
