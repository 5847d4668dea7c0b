"""What is missing in a data frame is NaN: a library that takes it for a number gives a wrong answer in silence. None is taken here."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from prioritera.methods.acceptability import acceptability
from prioritera.methods.aggregate import mean, median
from prioritera.methods.agreement import Level, appropriateness, average_expert_agreement, concordance, krippendorff_alpha, quantile
from prioritera.methods.ahp import ahp, consistent
from prioritera.methods.correlation import kendall_tau_b, spearman_rho
from prioritera.methods.finite import check_finite
from prioritera.methods.groups import equal_voices, mean_of_answers, mean_of_means, position_points, sum_of_ranks, union_of_tops
from prioritera.methods.many import places
from prioritera.methods.outrank import Preference, Shape, exact_net_flows, promethee_net_flows, topsis_closeness
from prioritera.methods.relative import by_class, by_range, by_rank, by_sum, inverted
from prioritera.methods.votes import Unranked, borda, copeland, dowdall, kemeny, pairwise
from prioritera.methods.weights import flattened, rank_order_centroid, rank_reciprocal, rank_sum, shares, whole_shares

ONE = Fraction(1)
# What comes in where a number is asked for is not what the types say: hence Any.
ASKED: dict[str, Callable[[Any], object]] = {
    "agreement of experts": lambda bad: average_expert_agreement([[1, 1], [1, bad]]),
    "alpha, nominal": lambda bad: krippendorff_alpha([[1, 1], [2, bad]], Level.NOMINAL),
    "alpha, ordinal": lambda bad: krippendorff_alpha([[1, 1], [2, bad]], Level.ORDINAL),
    "alpha, interval": lambda bad: krippendorff_alpha([[1, 1], [2, bad]], Level.INTERVAL),
    "alpha, ratio": lambda bad: krippendorff_alpha([[1, 1], [2, bad]], Level.RATIO),
    "appropriateness": lambda bad: appropriateness([1, bad, 3]),
    "quantile": lambda bad: quantile([1, bad, 3], Fraction(1, 2)),
    "concordance": lambda bad: concordance([[1, 2, bad], [1, 2, 3]]),
    "mean": lambda bad: mean([ONE, bad]),
    "median": lambda bad: median([ONE, bad, ONE]),
    "mean of answers": lambda bad: mean_of_answers([ONE, bad]),
    "mean of means": lambda bad: mean_of_means([[[ONE, bad]]], [ONE]),
    "mean of means, weights": lambda bad: mean_of_means([[[ONE]]], [bad]),
    "position points": lambda bad: position_points([ONE, bad]),
    "equal voices": lambda bad: equal_voices([[ONE, ONE], [ONE, bad]]),
    "sum of ranks": lambda bad: sum_of_ranks([[1, bad], [1, 2]]),
    "union of tops": lambda bad: union_of_tops([[ONE, bad]], 1),
    "pairs": lambda bad: pairwise([[1, bad]]),
    "borda": lambda bad: borda([[1, bad]]),
    "borda, voters": lambda bad: borda([[1, 2]], [bad]),
    "dowdall": lambda bad: dowdall([[1, bad]]),
    "copeland": lambda bad: copeland(((0, bad), (1, 0))),
    "kemeny": lambda bad: kemeny(((0, bad), (1, 0))),
    "tau-b": lambda bad: kendall_tau_b([1, 2, bad], [1, 2, 3]),
    "rho": lambda bad: spearman_rho([1, 2, 3], [1, 2, bad]),
    "centroid": lambda bad: rank_order_centroid([1, bad]),
    "rank sum": lambda bad: rank_sum([1, bad]),
    "rank reciprocal": lambda bad: rank_reciprocal([1, bad]),
    "shares": lambda bad: shares([ONE, bad]),
    "flattened": lambda bad: flattened([(ONE, [ONE, bad])]),
    "whole shares": lambda bad: whole_shares([ONE, bad]),
    "ahp": lambda bad: ahp(2, {(0, 1): bad}),
    "consistent": lambda bad: consistent(2, {(0, 1): bad}),
    "by range": lambda bad: by_range([ONE, bad]),
    "by sum": lambda bad: by_sum([ONE, bad]),
    "by rank": lambda bad: by_rank([ONE, bad]),
    "by class": lambda bad: by_class([ONE, bad], 4),
    "inverted": lambda bad: inverted([ONE, bad]),
    "topsis": lambda bad: topsis_closeness([[1, bad], [2, 2]], [1, 1], [1, 1]),
    "promethee": lambda bad: promethee_net_flows([[1], [bad]], [1], [1], [Preference()]),
    "promethee, exact": lambda bad: exact_net_flows([[ONE], [bad]], [1], [Preference()]),
    "promethee, weights": lambda bad: exact_net_flows([[ONE], [ONE]], [bad], [Preference()]),
    "threshold": lambda bad: Preference(shape=Shape.V_SHAPE, preference=bad),
    "acceptability": lambda bad: acceptability([[1, bad]], samples=1, seed=1),
    "places": lambda bad: places([ONE, bad]),
}


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), Decimal("NaN")], ids=str)
@pytest.mark.parametrize("asked", ASKED)
def test_no_method_counts_what_is_no_number(asked: str, bad: object) -> None:
    with pytest.raises(ValueError, match=r"finite|nan|NaN|inf"):
        ASKED[asked](bad)


def test_the_number_is_told() -> None:
    with pytest.raises(ValueError, match=r"^a number is nan; expected finite numbers, and None or nothing where an answer is missing$"):
        check_finite([1, float("nan")])


@pytest.mark.parametrize("rows", [[[1, 2, 3], [1, 2]], [[1, 2], [2, 1], [1, 2]]])
def test_a_table_of_pairs_is_square(rows: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="rows are of"):
        copeland(rows)
    with pytest.raises(ValueError, match="rows are of"):
        kemeny(rows)


def test_words_do_for_members_and_a_misspelt_one_is_never_another() -> None:
    """In another library "mx" for "max" was taken for "min", and the winner changed."""
    word: Any = "interval"
    misspelt: Any = "intervall"
    units = [[1, 3], [2, 2], [9, 9]]
    gaussian: Any = "gaussian"
    shared: Any = "shared"

    assert krippendorff_alpha(units, word) == krippendorff_alpha(units, Level.INTERVAL) != krippendorff_alpha(units, Level.ORDINAL)
    assert Preference(shape=gaussian, spread=5).of(1) == Preference(shape=Shape.GAUSSIAN, spread=5).of(1) < 1
    assert borda([[1, None, None]], unranked=shared) == borda([[1, None, None]], unranked=Unranked.SHARED)
    for wrong in (
        lambda: krippendorff_alpha(units, misspelt),
        lambda: Preference(shape=misspelt),
        lambda: borda([[1, 2]], unranked=misspelt),
    ):
        with pytest.raises(ValueError, match="'intervall' is not a valid"):
            wrong()


def test_an_answer_outside_of_0_to_1_is_no_answer_of_chnri_s() -> None:
    for outside in (Fraction(99), Fraction(-1)):
        with pytest.raises(ValueError, match=r"^an answer is not from 0 to 1; expected 1 for yes, 0 for no, 1/2 for undecided"):
            mean_of_means([[[ONE, None, outside]]], [ONE])


def test_whole_numbers_come_out_as_fractions() -> None:
    """A third is a third, whoever asks with plain whole numbers."""
    whole: Any = [0, 1, 3]
    pair: Any = [1, 2]

    assert by_range(whole) == (Fraction(0), Fraction(1, 3), ONE)
    assert inverted(whole[1:]) == (ONE, Fraction(1, 3))
    assert (median(pair), quantile(pair, Fraction(1, 3))) == (Fraction(3, 2), Fraction(4, 3))
    assert all(isinstance(value, Fraction) for value in (*by_range(whole), *inverted(whole[1:]), median(pair)))


@pytest.mark.parametrize("share", [Fraction(-1, 2), Fraction(3, 2)])
def test_a_quantile_is_of_a_share(share: Fraction) -> None:
    with pytest.raises(ValueError, match=rf"^3 answers and the share {share}; expected at least one answer, and a share from 0 to 1$"):
        quantile([1, 2, 3], share)


def test_there_are_at_least_two_classes() -> None:
    with pytest.raises(ValueError, match=r"^there are 1 classes; expected two or more$"):
        by_class([ONE, ONE], 1)


@pytest.mark.parametrize("weights", [[0, 0], [2, -1]])
def test_weights_are_shares_in_exact_flows(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="expected none below 0, and one above"):
        exact_net_flows([[ONE, ONE], [ONE, ONE]], weights, [Preference()] * 2)


def test_topsis_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^there are no alternatives; expected at least one$"):
        topsis_closeness([], [1], [1])


def test_a_ratio_scale_has_nothing_below_0() -> None:
    with pytest.raises(ValueError, match=r"^an answer is below 0; expected a ratio scale, which has none$"):
        krippendorff_alpha([[1, -1]], Level.RATIO)


@pytest.mark.parametrize("draw", [Fraction(-1, 2), Fraction(2)])
def test_a_draw_counts_as_at_most_a_win(draw: Fraction) -> None:
    with pytest.raises(ValueError, match=rf"^a draw counts as {draw}; expected 0 to 1$"):
        copeland(((0,),), draw=draw)


def test_concordance_asks_for_an_order_however_it_is_written() -> None:
    """Competition ranks (1, 1, 3) and raw scores once gave a W above 1."""
    places_shared = [[Fraction(3, 2), Fraction(3, 2), Fraction(3)], [Fraction(1), Fraction(2), Fraction(3)]]

    assert concordance(places_shared) == concordance([[1, 1, 3], [1, 2, 3]]) == concordance([[10, 10, 90], [-5, 0, 7]]) == Fraction(13, 14)
