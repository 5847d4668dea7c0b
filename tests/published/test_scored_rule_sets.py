"""Published weights and points, as the shipped rule sets hold them."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from prioritera.loading.load import load_rules
from prioritera.model.value import Assessment, Exact
from prioritera.scoring.score import scorer

SHARED = Path(__file__).parents[2].parent / "shared"
EVIDEM = SHARED / "data" / "evidem_hierarchical_weights.csv"
# The table's criteria as the rule sets name them.
NAMED = {
    "Disease severity": "severity",
    "Size of affected population": "population-size",
    "Unmet needs": "unmet-needs",
    "Comparative effectiveness": "effectiveness",
    "Comparative safety/tolerability": "safety",
    "Comparative patient-perceived health/PROs": "perceived-health",
    "Type of preventive benefit": "preventive",
    "Type of therapeutic benefit": "therapeutic",
    "Cost of intervention": "cost",
    "Other medical costs": "medical-costs",
    "Nonmedical costs": "nonmedical-costs",
    "Quality of evidence": "evidence",
    "Expert consensus/CPGs": "consensus",
    "Rare diseases": "rare-diseases",
    "Other priorities": "other-priorities",
}
# doi 10.1186/2045-4015-1-44, table 1: the points of each level, in thousandths.
POINTS = {
    "lives-saved": [0, 91, 192, 268, 343],
    "life-prolongation": [0, 53, 152, 244],
    "quality-of-life": [0, 51, 138, 217],
    "no-alternative": [0, 55, 108],
    "social-ethical": [0, 87],
}


def parts(name: str) -> dict[str, Fraction]:
    """Each criterion's part of the whole."""
    rules = load_rules(f"prioritera:{name}")
    return {one.id: Fraction(one.weight, rules.weight_sum) for one in rules.criteria}


def hundredths(share: Fraction) -> Decimal:
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.skipif(not EVIDEM.is_file(), reason="the published weights (shared/data) are not beside the repository")
@pytest.mark.parametrize(("name", "context"), [("evidem", "no_priorities"), ("evidem-priorities", "priorities")])
def test_both_contexts_have_the_published_normalised_weights(name: str, context: str) -> None:
    with EVIDEM.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[f"published_norm_{context}"]]
    found = parts(name)

    assert sum(found.values()) == 1
    assert found.keys() == {NAMED[row["criterion"]] for row in rows}
    for row in rows:
        exact = Fraction(int(row[f"domain_weight_{context}"]) * int(row["criterion_weight"]), 10_000)
        assert found[NAMED[row["criterion"]]] == exact
        assert hundredths(exact) == Decimal(row[f"published_norm_{context}"]).quantize(Decimal("0.01"))


def test_the_exact_weights_are_two_levels_multiplied() -> None:
    first, second = parts("evidem"), parts("evidem-priorities")

    assert (first["severity"], first["unmet-needs"]) == (Fraction(9, 100), Fraction(15, 100))
    assert (second["safety"], second["cost"], second["evidence"]) == (Fraction(84, 1000), Fraction(85, 1000), Fraction(25, 1000))


def test_the_weights_of_2010_are_kept_as_published_and_not_made_to_sum_to_one() -> None:
    rules = load_rules("prioritera:paprika-points")

    assert [Fraction(one.weight, 1000) for one in rules.criteria] == [Fraction(w) for w in ("0.343", "0.243", "0.217", "0.107", "0.087")]
    assert (rules.weight_sum, rules.weights_total, rules.weights_source) == (997, 997, "econbiz.de 10010611219")
    assert sum(parts("paprika-points").values()) == 1


def test_every_level_has_the_points_of_the_table_of_2012() -> None:
    rules = load_rules("prioritera:paprika-points-2012")
    score = scorer(rules)
    nothing = {one.id: Assessment(value=Exact(0)) for one in rules.criteria}

    found = {
        name: [score({**nothing, name: Assessment(value=Exact(level))}).low // rules.scale for level in range(len(points))]
        for name, points in POINTS.items()
    }

    assert found == POINTS
    assert (rules.is_exact, sum(points[-1] for points in POINTS.values())) == (True, 999)


def test_below_the_highest_level_the_points_of_2010_are_those_of_the_table() -> None:
    first, later = (load_rules(f"prioritera:{name}") for name in ("paprika-points", "paprika-points-2012"))
    tops = {"life-prolongation": 243, "no-alternative": 107}

    for name, points in POINTS.items():
        own, theirs = ([height for _, height in getattr(rules.criterion(name).function, "bins", ())] for rules in (first, later))
        assert theirs == points
        assert own == [*points[:-1], tops.get(name, points[-1])]


def test_what_is_put_together_of_two_tables_is_marked_as_a_proposal_and_what_is_published_is_not() -> None:
    mixed, published = (load_rules(f"prioritera:{name}") for name in ("paprika-points", "paprika-points-2012"))

    assert [one.id for one in mixed.criteria if one.status == "proposal"] == [
        "lives-saved",
        "life-prolongation",
        "quality-of-life",
        "no-alternative",
    ]
    assert [one.id for one in published.criteria if one.status] == []
    assert {one.id for one in published.criteria} == {one.id for one in mixed.criteria}
