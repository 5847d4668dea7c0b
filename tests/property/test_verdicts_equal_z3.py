"""What the proofs say of larger tables is what a solver says that knows nothing of boxes."""

from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import rule_set, table
from prioritera.model.condition import Condition, OneOf, SetTest, Within
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule
from prioritera.verify.findings import Contradiction, Dead, Gap, Overlap, Undecided
from prioritera.verify.tables import prove
from table_draws import OUTCOME_FIELD, POOL, conditions

z3 = pytest.importorskip("z3", reason="z3-solver is a tool of development (the extra dev); the proofs do not need it")


@st.composite
def _large(draw: st.DrawFn) -> RuleSet:
    """A triage table of 12 to 25 rules over ten fields, all of it over facts and measures."""
    rules = []
    for number in range(draw(st.integers(12, 25))):
        asked = draw(st.lists(st.sampled_from(POOL), min_size=1, max_size=3, unique_by=lambda field: field.id))
        rules.append(Rule(id=f"r{number}", when=[draw(conditions(field)) for field in asked], then="inform"))
    triage = table("outcome", *rules, hit=draw(st.sampled_from([Hit.FIRST, Hit.UNIQUE])))
    return rule_set(fields={field.id: field for field in (*POOL, OUTCOME_FIELD)}, tables=[], triage=triage)


def _missing(field: Field) -> Any:  # noqa: ANN401 -- z3 has no types
    may_be = field.may_be_missing and field.id != "area"
    return z3.Bool(f"{field.id}?") if may_be else z3.BoolVal(False)


def _word(field: Field, word: str) -> Any:  # noqa: ANN401 -- as above
    return z3.Bool(f"{field.id}:{word}")


def _domain(field: Field) -> Any:  # noqa: ANN401 -- as above
    if field.kind is Kind.SET:
        words = [_word(field, word) for word in field.words]
        some = z3.Or(*words) if not field.may_be_empty else z3.BoolVal(True)
        return z3.If(_missing(field), z3.Not(z3.Or(*words)), some)
    low, high = (field.low, field.high) if field.kind is Kind.WHOLE else (0, max(len(field.words), 2) - 1)
    return z3.And(z3.Int(field.id) >= low, z3.Int(field.id) <= high)


def _measures() -> Any:  # noqa: ANN401 -- as above
    structures, bodies, anchoring = (z3.Int(name) for name in ("structures", "bodies", "anchoring"))
    return z3.And(
        structures <= bodies,
        bodies >= 1,
        z3.Implies(anchoring >= 3, structures >= 1),
        z3.Implies(anchoring >= 5, structures >= 2),
    )


def _holds(condition: Condition, field: Field) -> Any:  # noqa: ANN401 -- as above
    known = z3.And(z3.Not(_missing(field)), _test(condition.test, field))
    return z3.Or(_missing(field), known) if condition.missing else known


def _test(test: object, field: Field) -> Any:  # noqa: ANN401 -- as above
    value = z3.Int(field.id)
    if isinstance(test, OneOf):
        places = [int(one) if isinstance(one, bool) else field.words.index(one) for one in test.values]
        return z3.Or(*(value == place for place in places))
    if isinstance(test, Within):
        low = value >= test.low if test.low is not None else z3.BoolVal(True)
        return z3.And(low, value <= test.high if test.high is not None else z3.BoolVal(True))
    if isinstance(test, SetTest):
        return z3.And(*_set_parts(test, field))
    return z3.BoolVal(False)


def _set_parts(test: SetTest, field: Field) -> list[Any]:
    held = {word: _word(field, word) for word in field.words}
    parts = []
    if test.any is not None:
        parts.append(z3.Or(*(held[word] for word in test.any)))
    if test.all is not None:
        parts.append(z3.And(*(held[word] for word in test.all)))
    if test.none is not None:
        parts.append(z3.Not(z3.Or(*(held[word] for word in test.none))))
    if test.only is not None:
        parts.append(z3.And(z3.Or(*held.values()), *(z3.Not(held[word]) for word in field.words if word not in test.only)))
    return parts


@settings(max_examples=max(16, settings().max_examples // 20))
@given(_large())
def test_gaps_dead_rules_and_overlaps_are_those_of_the_solver(rules: RuleSet) -> None:
    fields = rules.fields
    world = z3.And(_measures(), *(_domain(field) for field in POOL))
    triage = rules.triage
    holds = [z3.And(*(_holds(condition, fields[condition.field]) for condition in rule.when)) for rule in triage.rules]

    found = [finding for finding in prove(rules) if finding.table == "outcome"]

    assert not any(isinstance(finding, Undecided) for finding in found)
    assert any(isinstance(finding, Gap) for finding in found) == _is_sat(world, z3.Not(z3.Or(*holds)))
    unmatched = {finding.rule for finding in found if isinstance(finding, Contradiction)}
    assert unmatched == {rule.id for rule, mine in zip(triage.rules, holds, strict=True) if not _is_sat(world, mine)}
    clashing = {finding.rule for finding in found if isinstance(finding, Dead | Overlap)} | unmatched
    assert clashing == {rule.id for place, rule in enumerate(triage.rules) if _clashes(world, holds[: place + 1], triage.hit)}


def _clashes(world: Any, holds: list[Any], hit: Hit) -> bool:  # noqa: ANN401 -- as above
    """Whether the last of these rules never decides ("first"), or shares a need with an earlier one, or has none ("unique")."""
    *earlier, mine = holds
    before = reduce(z3.Or, earlier, z3.BoolVal(False))
    if hit is Hit.FIRST:
        return not _is_sat(world, mine, z3.Not(before))
    return not _is_sat(world, mine) or _is_sat(world, mine, before)


def _is_sat(*claims: Any) -> bool:  # noqa: ANN401 -- as above
    solver = z3.Solver()
    solver.add(*claims)
    return bool(solver.check() == z3.sat)
