"""Published worked cases of weights, votes, agreement and outranking. Each file names its source and its tolerance."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli

from prioritera.methods.acceptability import acceptability
from prioritera.methods.agreement import appropriateness
from prioritera.methods.outrank import Preference, Shape, promethee_net_flows, topsis_closeness
from prioritera.methods.relative import by_sum, inverted
from prioritera.methods.votes import borda, kemeny, pairwise
from prioritera.methods.weights import flattened, rank_order_centroid, rank_reciprocal, rank_sum

SHARED = Path(__file__).parents[2].parent / "shared"
CASES = SHARED / "cases" / "methods"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the published cases (shared/cases/methods) are not beside the repository")


def case(name: str) -> dict[str, Any]:
    return tomli.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def test_young_s_sixty_voters_have_a_cycle_and_one_best_order() -> None:
    young = case("09_kemeny_borda_young60")
    names, expected = young["input"]["candidates"], young["expected"]
    ballots = [[ballot["order"].index(name) + 1 for name in names] for ballot in young["input"]["ballots"]]
    weights = [ballot["count"] for ballot in young["input"]["ballots"]]

    table = pairwise(ballots, weights)
    found = kemeny(table)

    assert (table[0][1], table[1][2], table[2][0]) == (expected["pairwise_a_b"], expected["pairwise_b_c"], expected["pairwise_c_a"])
    assert ([names[index] for index in found.orders[0]], len(found.orders)) == (expected["kemeny_order"], 1)
    assert (found.support, 3 * sum(weights) - found.support) == (expected["kemeny_support"], expected["kendall_distance"])
    assert (found.exact, found.cut, found.cycle) == (True, False, ((0, 1, 2),))
    assert dict(zip(names, borda(ballots, weights), strict=True)) == expected["borda"]


def test_a_panel_that_does_not_disagree() -> None:
    rand = case("12_rand_ucla_ipras")
    expected = rand["expected"]

    found = appropriateness(rand["input"]["ratings"])

    assert (found.median, found.low, found.high) == (expected["median"], expected["p30"], expected["p70"])
    assert (found.high - found.low, (found.low + found.high) / 2) == (expected["ipr"], expected["iprcp"])
    assert (float(found.asymmetry), float(found.allowed)) == (expected["asymmetry"], expected["ipras"])
    assert (found.disagree, found.disagree_by_count) == (expected["disagreement"], False)


def test_surrogate_weights_of_two_to_six_criteria() -> None:
    roc = case("13_roc_surrogate_weights")
    expected, tolerance = roc["expected"], roc["expected"]["tol"]

    for count in roc["input"]["n"]:
        found = rank_order_centroid(range(1, count + 1))
        assert sum(found) == 1
        assert [float(weight) for weight in found] == pytest.approx(expected[f"roc_{count}"], abs=tolerance)
    assert rank_order_centroid([1, 2, 3, 4]) == (Fraction(25, 48), Fraction(13, 48), Fraction(7, 48), Fraction(3, 48))
    assert [float(weight) for weight in rank_sum([1, 2, 3, 4])] == expected["rs_4"]
    assert [float(weight) for weight in rank_reciprocal([1, 2, 3, 4])] == expected["rr_4"]


def test_promethee_with_the_usual_function() -> None:
    promethee = case("08_promethee2_usual")
    given, expected = promethee["input"], promethee["expected"]
    preferences = [Preference(shape=Shape(one["type"])) for one in given["pref"]]

    flows = promethee_net_flows(given["matrix"], given["weights"], given["direction"], preferences)

    assert flows == pytest.approx(expected["phi"], abs=expected["tol"])
    assert sorted(given["alternatives"], key=lambda name: -flows[given["alternatives"].index(name)]) == expected["order"]


def test_topsis_with_vector_normalisation() -> None:
    topsis = case("05_topsis_tzeng_huang")
    given, expected = topsis["input"], topsis["expected"]

    near = topsis_closeness(given["matrix"], given["weights"], given["direction"])

    assert near == pytest.approx(expected["closeness"], abs=expected["tol"])
    assert sorted(given["alternatives"], key=lambda name: -near[given["alternatives"].index(name)]) == expected["order"]


@pytest.mark.parametrize("context", ["no_priorities", "priorities"])
def test_evidem_s_weights_are_domain_times_criterion(context: str) -> None:
    lines = (SHARED / "data" / "evidem_hierarchical_weights.csv").read_text(encoding="utf-8").splitlines()
    heads = lines[0].split(",")
    rows = [dict(zip(heads, line.split(","), strict=True)) for line in lines[1:]]
    domains: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row[f"domain_weight_{context}"]:
            domains.setdefault(row["domain"], []).append(row)

    found = flattened(
        [(Fraction(of[0][f"domain_weight_{context}"]), [Fraction(row["criterion_weight"]) for row in of]) for of in domains.values()]
    )

    published = [Fraction(row[f"published_norm_{context}"]) for of in domains.values() for row in of]
    exact = [weight for of in found for weight in of]
    assert sum(exact) == 1
    assert max(abs(ours - theirs) for ours, theirs in zip(exact, published, strict=True)) <= Fraction(1, 200)


def test_rank_acceptabilities_with_uniform_weights() -> None:
    smaa = case("15_smaa2_exact_2d_3d")
    given, expected = smaa["input"], smaa["expected"]

    two = acceptability([[round(value * 10) for value in row] for row in given["two_criteria"]], samples=40_000, seed=1)
    three = acceptability(given["three_criteria"], samples=40_000, seed=1)

    for found, shares in ((two, expected["b_two"]), (three, expected["b_three"])):
        for row, published in zip(found.shares, shares, strict=True):
            assert row == pytest.approx(published, abs=expected["tol"])
    for central, published in zip(two.central, expected["central_two"], strict=True):
        assert central == pytest.approx(published, abs=expected["tol"])
    winning = three.central[0]
    assert winning is not None
    assert winning == pytest.approx((11 / 18, 7 / 36, 7 / 36), abs=expected["tol"])


def test_a_weighted_sum_of_shares_with_less_being_better() -> None:
    """Scaling by the sum is relative to the set: it is here to be compared with, and nothing is decided by it unasked."""
    kracka = case("20_wsm_kracka")
    given, expected = kracka["input"], kracka["expected"]
    exact = [[Fraction(str(cell)) for cell in column] for column in zip(*given["matrix"], strict=True)]

    columns = [by_sum(inverted(column) if way < 0 else column) for column, way in zip(exact, given["direction"], strict=True)]
    weights = [Fraction(weight, sum(given["weights"])) for weight in given["weights"]]
    scores = [sum(weight * value for weight, value in zip(weights, row, strict=True)) for row in zip(*columns, strict=True)]

    assert [float(score) for score in scores] == pytest.approx(expected["score"], abs=expected["tol"])
    assert [sum(other > score for other in scores) + 1 for score in scores] == expected["rank"]
