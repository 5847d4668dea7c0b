"""Two rule sets are said to mean the same exactly when every need there can be, all of them tried, has the same outcome and course."""

from fractions import Fraction

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prioritera.model.field import Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.testing import assert_same_meaning, rule_sets
from prioritera.testing.mended import mended
from table_oracles import Point, facts, matching, reaching

Decided = dict[tuple[object, ...], object]
# A rule set with more needs than this is not enumerated.
_MOST = 400


def decided(rules: RuleSet) -> Decided:
    """The course of every need with every outcome and every score that it can come to the destination table with."""
    inputs = [name for name, field in rules.fields.items() if field.origin is not Origin.CONCLUSION]

    def key(point: Point) -> tuple[object, ...]:
        return (*(point[name] for name in inputs), point["outcome"], point["score"])

    return {key(point): matching(rules.destination, point, rules)[0].then for point in reaching(rules)[rules.destination.id]}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[RuleSet, RuleSet]:
    """A rule set, and the same with the rules of its triage, or of its destination table, in another order."""
    rules = draw(rule_sets())
    assume(len(facts(rules)) <= _MOST)
    name = draw(st.sampled_from(["triage", "destination"]))
    turned = attrs.evolve(getattr(rules, name), hit=Hit.FIRST, order=(), rules=draw(st.permutations(getattr(rules, name).rules)))
    return rules, mended(attrs.evolve(rules, **{name: turned}))


@settings(max_examples=settings().max_examples // 5)
@given(pairs())
def test_what_is_said_to_mean_the_same_is_what_enumeration_says(pair: tuple[RuleSet, RuleSet]) -> None:
    old, new = pair

    one, other = decided(old), decided(new)
    alike = _outcomes(old) == _outcomes(new) and _agree(one, other) and _agree(other, one)

    said = _said(old, new)

    # The proofs let a fact be needed wherever something may be open; that no need could be written says that it may not come to it.
    assert alike is (said == "") or "none was found" in said


def _agree(one: Decided, other: Decided) -> bool:
    """Whether every need that both decide is sent alike; where the score is not read, it is the same for all."""
    pairs = ((course, other.get(key, other.get((*key[:-1], Fraction(0))))) for key, course in one.items())
    return all(course == there for course, there in pairs if there is not None)


def _said(old: RuleSet, new: RuleSet) -> str:
    """What is said of two rule sets that do not mean the same; nothing of others."""
    try:
        assert_same_meaning(old, new)
    except AssertionError as found:
        return str(found)
    return ""


def _outcomes(rules: RuleSet) -> list[object]:
    """The outcome of every need."""
    inputs = [name for name, field in rules.fields.items() if field.origin is not Origin.CONCLUSION]
    found: list[object] = []
    for start in facts(rules):
        point = dict(start)
        for table in (*rules.tables, rules.triage):
            point[table.concludes] = str(matching(table, point, rules)[0].then)
        found.append((tuple(point[name] for name in inputs), point["outcome"]))
    return found
