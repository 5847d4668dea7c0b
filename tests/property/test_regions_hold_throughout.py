"""The regions that proofs show hold throughout and cannot be wider, and no fewer rules are to blame."""

from itertools import combinations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from oracles import condition_holds
from prioritera.model.condition import Condition
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Table
from prioritera.verify.findings import Dead, Gap, Overlap
from prioritera.verify.tables import prove
from table_draws import rule_sets
from table_oracles import SCORES, Point, domain, matching, reaching


def _table(found: Gap | Dead | Overlap, rules: RuleSet) -> Table:
    return next(table for table in rules.all_tables if table.id == found.table)


def _inside(region: tuple[Condition, ...], point: Point, rules: RuleSet) -> bool:
    return all(condition_holds(one, point[one.field], rules.fields.get(one.field)) for one in region)


@given(rule_sets())
def test_no_rule_matches_any_need_of_a_widened_gap(rules: RuleSet) -> None:
    points = reaching(rules)

    for gap in (found for found in prove(rules) if isinstance(found, Gap)):
        inside = [point for point in points[gap.table] if _inside(gap.region, point, rules)]
        assert inside
        assert _inside(gap.region, dict(gap.witness), rules)
        assert not any(matching(_table(gap, rules), point, rules) for point in inside)


@given(rule_sets())
def test_both_rules_match_every_need_of_a_region_that_they_share(rules: RuleSet) -> None:
    points = reaching(rules)

    for found in (found for found in prove(rules) if isinstance(found, Dead | Overlap)):
        table = _table(found, rules)
        other = found.taken_by if isinstance(found, Dead) else found.earlier[0]
        both = {rule.id: rule for rule in table.rules if rule.id in {found.rule, other}}
        inside = [point for point in points[found.table] if _inside(found.region, point, rules)]
        assert _inside(found.region, dict(found.witness), rules)
        assert len(both) == 2
        assert all({rule.id for rule in matching(table, point, rules)} >= both.keys() for point in inside)


@given(rule_sets())
def test_no_fewer_rules_take_every_need_of_a_dead_one(rules: RuleSet) -> None:
    points = reaching(rules)

    for dead in (found for found in prove(rules) if isinstance(found, Dead)):
        table = _table(dead, rules)
        place = [rule.id for rule in table.rules].index(dead.rule)
        hits = [{rule.id for rule in matching(table, point, rules)} for point in points[dead.table]]
        mine = [ids for ids in hits if dead.rule in ids]
        before = [rule.id for rule in table.rules[:place]]
        takes_all = [set(some) for some in combinations(before, len(dead.earlier)) if all(ids & set(some) for ids in mine)]
        fewer = [some for some in combinations(before, len(dead.earlier) - 1) if all(ids & set(some) for ids in mine)]
        assert set(dead.earlier) in takes_all
        assert fewer == []


@given(rule_sets(), st.data())
def test_a_gap_that_is_made_wider_by_any_value_meets_a_rule(rules: RuleSet, data: st.DataObject) -> None:
    for gap in (found for found in prove(rules) if isinstance(found, Gap) and found.region):
        dropped = data.draw(st.sampled_from(gap.region))
        wider = attrs.evolve(gap, region=[one for one in gap.region if one is not dropped])
        table = _table(gap, rules)
        assert any(_could_meet(rule.when, wider.region, rules) for rule in table.rules)


def _could_meet(when: tuple[Condition, ...], region: tuple[Condition, ...], rules: RuleSet) -> bool:
    """Whether some values of the fields, each alone in its domain, fit both a rule and a region."""
    names = {one.field for one in (*when, *region)}
    return all(_some_value(name, [one for one in (*when, *region) if one.field == name], rules) for name in names)


def _some_value(name: str, asked: list[Condition], rules: RuleSet) -> bool:
    values = domain(rules.fields[name]) if name in rules.fields else list(SCORES)
    return any(all(condition_holds(one, value, rules.fields.get(name)) for one in asked) for value in values)
