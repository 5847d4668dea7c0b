"""What is forbidden, proved: against what no need is, and against every need."""

from itertools import product
from typing import Any

import attrs
import pytest

from builders import fields, rule, rule_set, table
from prioritera.diagnostics import Span, describe
from prioritera.model.condition import Condition, Within
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.model.value import Missing
from prioritera.tables.chain import run_triage
from prioritera.verify.forbidden import check_forbidden


def told(rules: RuleSet, language: str = "en", *, nodes: int = 10_000) -> list[str]:
    return [line for found in check_forbidden(rules, nodes=nodes) for line in describe(found, language).splitlines()]


def ban(name: str, line: int, **when: Any) -> Rule:  # noqa: ANN401 -- whatever may be asked
    return rule(name, "error", when, span=Span("r", line, 1))


EVER = Condition(field="wait", test=Within(high=4), missing=True)


def test_a_rule_set_that_forbids_nothing_has_nothing_wrong() -> None:
    assert told(rule_set()) == []


def test_what_some_needs_are_may_be_forbidden() -> None:
    assert told(rule_set(forbidden=[ban("late", 1, level="high"), ban("offers", 2, kind="offer", wait=Within(low=9))])) == []


def test_what_no_need_is_guards_against_nothing() -> None:
    # A wait of 5 and more is what makes the level high.
    rules = rule_set(forbidden=[ban("never", 3, level="high", wait=Within(high=4))])

    assert told(rules) == [
        'r:3:1: error[forbidden-never]: no need can be what “never” forbids: level = "high", wait = { max = 4 }',
        "    why:  a rule against what never is guards against nothing, unseen",
        "    mend: change its conditions, or take the rule away",
    ]
    assert told(rules, "sv") == [
        'r:3:1: fel[forbidden-never]: inget behov kan vara så som ”never” förbjuder: level = "high", wait = { max = 4 }',
        "    varför: ett förbud som aldrig gäller skyddar inte mot något, utan att någon ser det",
        "    åtgärd: ändra villkoren, eller ta bort förbudet",
    ]


def test_rules_that_together_leave_no_need_are_told() -> None:
    rules = rule_set(forbidden=[ban("late", 1, level="high"), ban("early", 2, wait=EVER)])

    assert told(rules) == [
        "r:1:1: error[forbidden-all]: the rules forbid every need: late, early",
        "    why:  every need would be set aside, so that none is judged",
        "    mend: make the conditions of one of the rules narrower, or take it away",
    ]
    assert told(rules, "sv") == [
        "r:1:1: fel[forbidden-all]: modellen förbjuder alla behov: late, early",
        "    varför: varje behov skulle läggas åt sidan, så att inget blir bedömt",
        "    åtgärd: gör villkoren i ett av förbuden snävare, eller ta bort det",
    ]


def test_what_does_not_fit_together_is_left_to_be_told_elsewhere() -> None:
    assert told(rule_set(forbidden=[ban("odd", 1, nothing="x")])) == []


def test_past_the_budget_it_is_undecided_and_never_well() -> None:
    rules = rule_set(forbidden=[ban("never", 3, level="high", wait=Within(high=4))])

    assert [one.code for one in check_forbidden(rules, nodes=0)] == ["table-undecided"]


@pytest.mark.parametrize("least", range(11))
@pytest.mark.parametrize("level", ["low", "high"])
def test_the_verdict_is_that_of_every_need_there_is(least: int, level: str) -> None:
    known = {name: field for name, field in fields().items() if name in {"area", "wait", "urgent", "level", "outcome"}}
    bans = [ban("a", 1, level=level, wait=Within(low=least)), ban("b", 2, urgent=True), ban("c", 3, wait=Within(high=least), urgent=False)]
    always = table("outcome", rule("rest", "go-on"))
    rules = rule_set(fields=known, triage=always, forbidden=bans)
    needs = [
        {"area": "elderly", "wait": wait, "urgent": urgent} for wait, urgent in product([*range(10), Missing()], [True, False, Missing()])
    ]

    met = [{one.id for one in run_triage(rules, need).forbidden} for need in needs]

    codes = [(one.code, one.params.get("rule")) for one in check_forbidden(attrs.evolve(rules))]
    assert codes == [
        *(("forbidden-never", one.id) for one in bans if not any(one.id in of for of in met)),
        *([("forbidden-all", None)] if all(met) else []),
    ]
