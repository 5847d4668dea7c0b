"""Where a need lands, by every hit policy: what a run would conclude, but that an overlap which the policy forbids stops nothing."""

from collections.abc import Mapping

import pytest

from builders import fields, label, need, network, rule, rule_set, table, terms
from prioritera.model.catalogue import Catalogue
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Hit, Table
from prioritera.tables.chain import OUTCOME, cuts_of
from prioritera.tables.evaluate import Seen
from prioritera.verify.landed import Landed, Read, landed


def seen(rules: RuleSet, *names: str) -> Landed | None:
    read = Read(network=network(), catalogue=Catalogue(), rules=rules, cuts=cuts_of(rules))
    return landed(need(), read, [*rules.fields, *names])


def with_table(concluded: Field, conclusion: Table) -> RuleSet:
    return rule_set(fields={**fields(), concluded.id: concluded}, tables=(conclusion,))


@pytest.mark.parametrize("hit", [Hit.UNIQUE, Hit.ANY, Hit.FIRST])
def test_an_overlap_is_decided_by_the_first_rule(hit: Hit) -> None:
    found = seen(rule_set(triage=table(OUTCOME, rule("one", "inform"), rule("two", "go-on"), hit=hit)), OUTCOME)

    assert found is not None
    assert found.outcome == "inform"


def test_under_priority_the_order_of_conclusions_decides() -> None:
    triage = table(OUTCOME, rule("one", "inform"), rule("two", "go-on"), hit=Hit.PRIORITY, order=("go-on", "inform"))

    found = seen(rule_set(triage=triage), OUTCOME)

    assert found is not None
    assert found.outcome == "go-on"


SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=9)


@pytest.mark.parametrize(
    ("concluded", "conclusion", "value"),
    [
        (SIGNS, table("signs", rule("one", "a"), rule("two", "c"), hit=Hit.COLLECT), frozenset({"a", "c"})),
        (POINTS, table("points", rule("one", 2), rule("two", 5), hit=Hit.COLLECT, aggregate=Aggregate.SUM), 7),
    ],
)
def test_what_is_collected_is_all_that_the_rules_say(concluded: Field, conclusion: Table, value: Seen) -> None:
    found = seen(with_table(concluded, conclusion))

    assert found is not None
    assert [dict(one)[concluded.id] for one in found.completions] == [value] * len(found.completions)


def test_where_no_rule_says_anything_nothing_lands() -> None:
    gap: Mapping[str, object] = {"area": "disability"}
    triage = table(OUTCOME, rule("one", "inform", gap))  # type: ignore[arg-type]  # a mapping of what is asked

    assert seen(rule_set(triage=triage), OUTCOME) is None
