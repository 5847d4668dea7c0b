"""Points are shown in a unit that divides all of them, so that nothing is lost and who is ahead stays ahead."""

from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import RuleSet
from prioritera.report.points import unit_of
from prioritera.scoring.score import Assessments, scorer
from strategies import assessments, rule_sets

ANY = rule_sets().flatmap(lambda rules: st.tuples(st.just(rules), assessments(rules)))


@given(ANY)
def test_the_unit_divides_every_number_of_points(drawn: tuple[RuleSet, Assessments]) -> None:
    rules, known = drawn

    unit, score = unit_of(rules), scorer(rules)(known)

    assert unit >= 1
    points = [score.low, score.high, score.of, *(point for share in score.shares for point in (share.low, share.high, share.of))]
    assert {point % unit for point in points} == {0}
