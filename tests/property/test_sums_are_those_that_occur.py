"""The points that the proofs say occur are those that trying every need gives, and what is not counted is never misjudged."""

from fractions import Fraction
from unittest import mock

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import Band, RuleSet
from prioritera.scoring.score import band_of
from prioritera.verify import sums
from prioritera.verify.groups import check_groups
from prioritera.verify.keys import check_keys
from prioritera.verify.sums import sums_of
from score_draws import capped_sets, keys_of, needs, points


@given(capped_sets())
def test_the_sums_are_the_scores_of_every_known_need(rules: RuleSet) -> None:
    expected = points(rules, exact=True)

    found = sums_of(rules.criteria, rules.scale)

    assert found.mask is not None
    assert {x for x in range(found.of + 1) if found.mask >> x & 1} == expected
    assert found.mask.bit_length() <= found.of + 1


@given(capped_sets(most=4))
def test_with_lower_ends_the_sums_are_the_lower_scores_of_every_need(rules: RuleSet) -> None:
    expected = points(rules, exact=False)

    found = sums_of(rules.criteria, rules.scale, lower=True)

    assert found.mask == sum(1 << x for x in expected)


@given(capped_sets(), st.data())
def test_what_is_not_counted_is_settled_rightly_or_not_at_all(rules: RuleSet, data: st.DataObject) -> None:
    expected = points(rules, exact=True)
    with mock.patch.object(sums, "POINTS", 0):
        found = sums_of(rules.criteria, rules.scale)
    low = data.draw(st.integers(0, found.of))
    high = data.draw(st.integers(low, found.of))

    hit = found.hits(low, high)

    assert found.mask is None
    assert found.least in {None, min(expected)}
    assert found.most in {None, max(expected)}
    assert hit in {None, any(low <= x <= high for x in expected)}
    assert {x for x in (found.first(low, high), found.last(low, high)) if x is not None} <= expected


@given(capped_sets(most=3), st.lists(st.integers(1, 12), unique=True, max_size=3))
def test_a_group_is_told_exactly_when_no_need_is_in_it(drawn: RuleSet, limits: list[int]) -> None:
    bands = [Band(id=str(limit), least=Fraction(limit, 12)) for limit in (*sorted(limits, reverse=True), 0)]
    rules = attrs.evolve(drawn, bands=bands)
    of = rules.weight_sum * rules.scale
    held = {band_of(keys_of(rules, need)[0][1], of, bands) for need in needs(rules, exact=False)}

    told = {found.params["band"] for check in (check_groups, check_keys) for found in check(rules)}

    assert {band.id for band in bands} - held == told
