"""What goes together in tables, by their hit policies, in rule sets that stand alone and in those that build on another."""

import pytest

from policy_files import EVERY_POLICY
from prioritera.loading.load import loads_rules
from prioritera.model.field import Kind
from prioritera.model.table import Aggregate, Hit
from prioritera.schema.known import Known, Schema
from prioritera.schema.policies import CONCLUDED, aggregates_of, hits_of, together
from prioritera.schema.tables import destination, tables, triage
from prioritera.schema.write import schema_of
from schema_files import at, fits_schema

OURS = Known(language="en", rules=loads_rules(EVERY_POLICY))
ANY = Known(language="en")
SAYS: list[Schema] = [{"then": "a"}]
COUNTS: list[Schema] = [{"then": 1}]
NOTHING: list[Schema] = [{}]


def takes(table: Schema, kinds: tuple[Kind, ...] = CONCLUDED, *, alone: bool = True) -> bool:
    return fits_schema(together(kinds, "then", alone=alone))(table)


def test_every_policy_and_aggregate_concludes_one_kind_of_field() -> None:
    assert {kind: hits_of([kind]) for kind in CONCLUDED} == {
        Kind.CHOICE: [Hit.FIRST, Hit.UNIQUE, Hit.ANY, Hit.PRIORITY],
        Kind.SET: [Hit.COLLECT, Hit.RULE_ORDER, Hit.OUTPUT_ORDER],
        Kind.WHOLE: [Hit.COLLECT],
    }
    assert hits_of(CONCLUDED) == list(Hit)
    assert {kind: aggregates_of([kind]) for kind in CONCLUDED} == {
        Kind.CHOICE: [],
        Kind.SET: [Aggregate.LIST],
        Kind.WHOLE: [Aggregate.SUM, Aggregate.MIN, Aggregate.MAX, Aggregate.COUNT],
    }


@pytest.mark.parametrize(
    "table",
    [
        {"rules": SAYS},
        {"hit": "any", "rules": SAYS, "default": {"then": "a"}},
        {"hit": "priority", "order": ["a"], "rules": SAYS},
        {"hit": "collect", "rules": SAYS},
        {"hit": "collect", "aggregate": "list", "rules": SAYS},
        {"hit": "collect", "aggregate": "sum", "rules": COUNTS, "default": {"then": 0}},
        {"hit": "collect", "aggregate": "count", "rules": NOTHING, "default": {"then": 0}},
        {"hit": "rule-order", "rules": SAYS},
        {"hit": "output-order", "order": ["a"], "rules": SAYS},
    ],
)
def test_what_goes_together_is_taken(table: Schema) -> None:
    assert takes(table)
    assert takes(table, alone=False)


@pytest.mark.parametrize(
    "table",
    [
        {"hit": "first", "order": ["a"], "rules": SAYS},
        {"hit": "first", "aggregate": "list", "rules": SAYS},
        {"hit": "first", "rules": COUNTS},
        {"hit": "first", "rules": NOTHING},
        {"hit": "rule-order", "order": ["a"], "rules": SAYS},
        {"hit": "priority", "aggregate": "sum", "order": ["a"], "rules": SAYS},
        {"hit": "collect", "order": ["a"], "rules": SAYS},
        {"hit": "collect", "aggregate": "sum", "rules": SAYS},
        {"hit": "collect", "aggregate": "list", "rules": COUNTS},
        {"hit": "collect", "aggregate": "count", "rules": COUNTS},
        {"hit": "collect", "aggregate": "count", "rules": NOTHING, "default": {}},
        {"hit": "collect", "aggregate": "count", "rules": NOTHING, "default": {"then": "a"}},
        {"rules": [*SAYS, *COUNTS]},
    ],
)
def test_what_does_not_go_together_is_refused(table: Schema) -> None:
    assert not takes(table)
    assert not takes(table, alone=False)


@pytest.mark.parametrize(
    "table",
    [
        {"order": ["a"], "rules": SAYS},
        {"aggregate": "sum", "rules": COUNTS},
        {"hit": "priority", "rules": SAYS},
        {"hit": "output-order", "rules": SAYS},
        {"hit": "collect", "rules": COUNTS},
        {"hit": "collect", "rules": NOTHING},
        {"rules": COUNTS},
        {"rules": NOTHING},
    ],
)
def test_what_is_left_to_the_table_below_is_asked_for_where_there_is_none(table: Schema) -> None:
    assert not takes(table)
    assert takes(table, alone=False)


def test_a_policy_concludes_a_field_of_its_own_kind() -> None:
    assert takes({"rules": SAYS}, (Kind.CHOICE,))
    assert not takes({"rules": SAYS}, (Kind.SET,))
    assert not takes({"hit": "collect", "rules": SAYS}, (Kind.WHOLE,))
    assert not takes({"hit": "collect", "rules": SAYS}, (Kind.CHOICE,))


def test_a_table_of_the_rule_set_s_own_is_completed_with_what_goes_with_its_field() -> None:
    own = at(tables(OURS), ("properties",))
    keys = {name: at(table, ("properties",)) for name, table in own.items()}

    assert {name: found["hit"]["enum"] for name, found in keys.items() if name in {"class", "signs", "strength"}} == {
        "class": ["first", "unique", "any", "priority"],
        "signs": ["collect", "rule-order", "output-order"],
        "strength": ["collect"],
    }
    assert [name for name, found in keys.items() if "order" not in found] == ["reasons", "strength"]
    assert [name for name, found in keys.items() if "aggregate" not in found] == ["class"]
    assert at(keys["class"], ("order", "anyOf", 1, "items", "enum")) == ["low", "middle", "high"]
    assert at(keys["signs"], ("default", "properties", "then", "enum")) == ["low", "middle", "high"]
    assert at(keys["strength"], ("default", "properties", "then", "type")) == "integer"


@pytest.mark.parametrize("known", [OURS, ANY])
def test_triage_ranks_its_outcomes_and_the_destination_table_nothing(known: Known) -> None:
    of_triage, of_destination = at(triage(known), ("properties",)), at(destination(known), ("properties",))

    assert of_triage["hit"]["enum"] == ["first", "unique", "any", "priority"]
    assert of_destination["hit"]["enum"] == ["first", "unique", "any"]
    assert [key for key in ("aggregate", "order") if key in of_triage] == ["order"]
    assert [key for key in ("aggregate", "order") if key in of_destination] == []


@pytest.mark.parametrize("known", [OURS, ANY])
def test_a_default_has_no_conditions_and_no_place(known: Known) -> None:
    keys = at(triage(known), ("properties", "default", "properties"))

    assert {*keys} == {"id", "outcome", "ask", "because", "source", "status"}


def test_an_order_names_no_word_twice() -> None:
    order = {"order": at(triage(ANY), ("properties", "order"))}
    does_fit = fits_schema({"properties": order})

    assert [does_fit({"order": words}) for words in ("a", ["a", "b"], ["a", "a"])] == [True, True, False]


def test_a_table_that_the_known_rule_set_has_not_is_whole_by_itself() -> None:
    head = {"id": "over", "version": "1", "label": "over", "extends": "ours.toml"}
    data = {"ruleset": head, "tables": {"new": {"hit": "first", "rules": [{"id": "a", "then": "low"}]}}}

    assert fits_schema(schema_of("rules", ANY))(data)
    assert not fits_schema(schema_of("rules", OURS))(data)
