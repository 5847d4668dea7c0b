"""Tables of every hit policy conclude what the DMN standard says of them, word for word; and reasons are of the same evaluation."""

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from policy_draws import POINTS, SIGNS, choosing, counting, gathering
from policy_oracles import concluded
from prioritera.model.field import Field
from prioritera.model.table import RANKED, SINGLE, Hit, Table
from prioritera.model.trace import Verdict
from prioritera.tables.evaluate import Values, conclude, decide, gives, matches, must_match, reasons
from table_draws import LEVEL, POOL
from table_oracles import domain

READABLE = tuple(POOL)
FIELDS = {field.id: field for field in (*POOL, LEVEL, SIGNS, POINTS)}
TABLES: st.SearchStrategy[Table] = st.one_of(choosing(READABLE), gathering(READABLE), counting(READABLE))
VALUES = st.fixed_dictionaries({field.id: st.sampled_from(domain(field)) for field in READABLE})


def _field(table: Table, *, may_be_empty: bool) -> Field:
    return attrs.evolve(FIELDS[table.concludes], may_be_empty=may_be_empty)


def _clashes(table: Table, values: Values) -> bool:
    """Whether rules match that the hit policy does not let match together."""
    matched = [rule for rule in table.rules if matches(rule, values, FIELDS)]
    answers = {gives(rule) for rule in matched}
    return (table.hit is Hit.UNIQUE and len(matched) > 1) or (table.hit is Hit.ANY and len(answers) > 1)


@given(TABLES, VALUES, st.booleans())
def test_a_table_concludes_what_its_hit_policy_says(table: Table, values: Values, may_be_empty: bool) -> None:  # noqa: FBT001 -- drawn
    assume(not _clashes(table, values))
    field = _field(table, may_be_empty=may_be_empty)
    matched = [rule for rule in table.rules if matches(rule, values, FIELDS)]
    value, fired = concluded(table, matched, field)

    found = conclude(table, values, {**FIELDS, field.id: field})

    assert found.value == value
    assert type(found.value) is type(value)
    assert list(found.fired) == (fired if value is not None else [])
    assert (value is None) == (not matched and must_match(table, {**FIELDS, field.id: field}))


@given(TABLES, VALUES)
def test_the_order_of_rules_changes_no_conclusion_but_under_first(table: Table, values: Values) -> None:
    assume(table.hit is not Hit.FIRST and not _clashes(table, values))
    turned = attrs.evolve(table, rules=table.rules[::-1])

    assert conclude(turned, values, FIELDS).value == conclude(table, values, FIELDS).value


@given(TABLES, VALUES)
def test_the_rules_that_fire_stand_in_the_order_of_the_policy(table: Table, values: Values) -> None:
    assume(not _clashes(table, values))

    fired = conclude(table, values, FIELDS).fired

    key = (lambda rule: table.order.index(str(rule.then))) if table.hit in RANKED and table.default not in fired else table.all_rules.index
    assert list(fired) == sorted(fired, key=key)
    assert len(fired) <= 1 or table.hit not in SINGLE


@given(choosing(READABLE), VALUES)
def test_where_one_rule_decides_it_is_the_one_that_fires(table: Table, values: Values) -> None:
    assume(not _clashes(table, values))

    rule = decide(table, values, FIELDS)

    assert conclude(table, values, FIELDS).fired == (() if rule is None else (rule,))


@given(TABLES, VALUES)
def test_reasons_show_the_rules_that_fire_and_why_the_others_did_not(table: Table, values: Values) -> None:
    assume(not _clashes(table, values))
    found = conclude(table, values, FIELDS)

    shown = reasons(table, values, FIELDS)

    fired = [part for part in shown.parts if part.verdict is Verdict.FIRED]
    failed = [part for part in shown.parts if part.verdict is Verdict.FAILED]
    by_id = {rule.id: rule for rule in table.all_rules}
    assert [part.id for part in fired] == [rule.id for rule in found.fired]
    assert not any(matches(by_id[part.id], values, FIELDS) for part in failed)
    assert shown.verdict is (Verdict.FAILED if found.value is None else Verdict.FIRED)
    everything = table.collects or table.hit is Hit.UNIQUE or table.default in found.fired or not found.fired
    assert not everything or {part.id for part in shown.parts} >= {rule.id for rule in table.rules}
    if isinstance(found.value, frozenset):
        assert isinstance(shown.conclusion, tuple)
        assert frozenset(shown.conclusion) == found.value
        assert len(shown.conclusion) == len(found.value)
    else:
        assert shown.conclusion == ("" if found.value is None else found.value)
