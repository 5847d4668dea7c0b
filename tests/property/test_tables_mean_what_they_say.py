"""Conditions, rules and tables decide as the plain reading of them does; reasons are of the same evaluation and change nothing."""

import attrs
from hypothesis import assume, example, given
from hypothesis import strategies as st

from builders import rule, table, values
from oracles import condition_holds, deciding, matching
from prioritera.model.condition import Condition, SetTest, Within
from prioritera.model.table import Hit, Table
from prioritera.model.trace import Verdict
from prioritera.model.value import Missing
from prioritera.tables.evaluate import Seen, Values, decide, holds, matches, reasons
from strategies import FIELDS, READABLE, conditions, known_values, score_conditions, tables, values_of

Asked = tuple[Condition, Seen]
ASKED: st.SearchStrategy[Asked] = st.sampled_from(READABLE).flatmap(lambda field: st.tuples(conditions(field), values_of(field)))


@given(ASKED)
@example((Condition(field="causes", test=SetTest(only=frozenset())), frozenset({"gap"})))
@example((Condition(field="place", test=Within(1, 1)), "regional"))
def test_a_condition_holds_exactly_for_the_values_that_it_names(asked: Asked) -> None:
    condition, value = asked

    assert holds(condition, value, FIELDS[condition.field]) == condition_holds(condition, value, FIELDS[condition.field])


@given(score_conditions(), st.fractions(0, 1, max_denominator=12))
def test_a_share_of_the_score_is_compared_exactly(condition: Condition, share: Seen) -> None:
    assert holds(condition, share, None) == condition_holds(condition, share, None)


@given(ASKED)
def test_a_condition_without_missing_never_matches_what_is_missing(asked: Asked) -> None:
    condition, _ = asked

    strict = attrs.evolve(condition, missing=False)

    assert not holds(strict, Missing(), FIELDS[condition.field])


@given(tables(), known_values())
def test_the_table_decides_as_its_plain_reading_does(drawn: Table, seen: Values) -> None:
    expected = matching(drawn, seen, FIELDS)
    assume(drawn.hit is Hit.FIRST or len(expected) <= 1)

    assert decide(drawn, seen, FIELDS) is deciding(drawn, seen, FIELDS)
    assert [one for one in drawn.rules if matches(one, seen, FIELDS)] == expected


@given(tables(), known_values())
def test_the_order_of_conditions_does_not_matter(drawn: Table, seen: Values) -> None:
    turned = attrs.evolve(drawn, rules=[attrs.evolve(one, when=one.when[::-1]) for one in drawn.rules], hit=Hit.FIRST)

    before, after = decide(attrs.evolve(drawn, hit=Hit.FIRST), seen, FIELDS), decide(turned, seen, FIELDS)

    assert (before and before.id) == (after and after.id)


@given(tables(), known_values())
def test_the_order_of_rules_does_not_matter_under_unique(drawn: Table, seen: Values) -> None:
    assume(len(matching(drawn, seen, FIELDS)) <= 1)
    turned = attrs.evolve(drawn, rules=drawn.rules[::-1], hit=Hit.UNIQUE)

    assert decide(turned, seen, FIELDS) == decide(attrs.evolve(drawn, hit=Hit.UNIQUE), seen, FIELDS)


@given(tables(), known_values())
def test_asking_for_reasons_never_changes_the_decision(drawn: Table, seen: Values) -> None:
    assume(drawn.hit is Hit.FIRST or len(matching(drawn, seen, FIELDS)) <= 1)
    before = decide(drawn, seen, FIELDS)

    shown = reasons(drawn, seen, FIELDS)

    fired = [part for part in shown.parts if part.verdict is Verdict.FIRED]
    assert decide(drawn, seen, FIELDS) is before
    assert [part.id for part in fired] == ([before.id] if before else [])
    assert shown.conclusion == (before.then if before else "")
    assert reasons(drawn, seen, FIELDS) == shown


@given(tables(), known_values())
def test_what_is_shown_of_an_earlier_rule_is_its_first_condition_that_fails(drawn: Table, seen: Values) -> None:
    assume(drawn.hit is Hit.FIRST or len(matching(drawn, seen, FIELDS)) <= 1)
    by_id = {one.id: one for one in drawn.rules}

    shown = reasons(drawn, seen, FIELDS)

    for part in shown.parts:
        asked = by_id[part.id].when
        if part.verdict is Verdict.FIRED:
            assert [each.condition for each in part.parts] == list(asked)
            assert {each.verdict for each in part.parts} <= {Verdict.HOLDS}
        else:
            (failed,) = part.parts
            answers = [condition_holds(one, seen[one.field], FIELDS[one.field]) for one in asked]
            assert failed.condition is asked[answers.index(False)]
            assert failed.verdict is Verdict.FAILED
            assert failed.seen == seen[failed.id]


@given(tables(), known_values())
def test_every_rule_before_the_one_that_fires_is_shown_in_order(drawn: Table, seen: Values) -> None:
    shown = [part.id for part in reasons(attrs.evolve(drawn, hit=Hit.FIRST), seen, FIELDS).parts]

    assert shown == [one.id for one in drawn.rules][: len(shown)]
    assert len(shown) == len(drawn.rules) or matches(drawn.rules[len(shown) - 1], seen, FIELDS)


def test_a_table_that_reads_nothing_needs_no_values() -> None:
    assert decide(table("x", rule("all", "a")), {}, FIELDS) == rule("all", "a")
    assert decide(table("x", rule("all", "a")), values(), FIELDS) == rule("all", "a")
