"""What is told of rules that are not complete."""

from fractions import Fraction

import attrs
import pytest

from builders import rule, rule_set, table, to
from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap
from prioritera.loading.load import load_rules
from prioritera.model.condition import ShareOfScore, Within
from prioritera.model.table import Table
from prioritera.tables.evaluate import Seen
from prioritera.testing import assert_complete
from prioritera.testing.complete import as_a_need

PLAIN = rule_set()


def message(assertion: pytest.ExceptionInfo[AssertionError]) -> str:
    """What was said, ending as a file does."""
    return f"{assertion.value}\n"


def placed(made: Table) -> Table:
    """The table in a file, its rules on the lines after it."""
    rules = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(made.rules, 2)]
    return attrs.evolve(made, rules=rules, span=Span("rules.toml", 1, 1))


def test_the_shipped_rules_are_complete() -> None:
    assert_complete(load_rules("prioritera:sbu-four"))


def test_a_gap_is_told_with_a_need_that_falls_into_it() -> None:
    triage = placed(table("outcome", rule("offers", "inform", {"kind": "offer"}), rule("long", "go-on", {"wait": Within(low=5)})))

    with pytest.raises(AssertionError) as found:
        assert_complete(rule_set(triage=triage))

    region = 'kind = { in = ["other", "question"], missing = true }, wait = { max = 4, missing = true }'
    assert (
        message(found) == f'rules.toml:1:1: error[table-gap]: table "outcome" has no rule for {region}\n'
        """\
    why:  a need that no rule matches would have no outcome and go nowhere
    mend: add a rule for this case, or widen the conditions of one that is near it
    a rule for it, when its id and what it concludes are filled in:
        [[outcome.rules]]
        id = "?"
        when.kind = { in = ["other", "question"], missing = true }
        when.wait = { max = 4, missing = true }
        outcome = "?"  # "go-on" | "inform" | "fact-needed"
    a need that shows it, to paste into a file of needs with senders of your own for municipality-1 and the like:
        [[needs]]
        id = "example"
        title = "Example"
        area = "elderly"

        [[needs.origins]]
        actor = "municipality-1"
        backing = "municipality"
        decided = "minutes"

        [needs.facts]
        kind = "question"
        wait = 0
"""
    )


def test_a_table_that_is_not_settled_is_told() -> None:
    with pytest.raises(AssertionError) as found:
        assert_complete(rule_set(triage=placed(PLAIN.triage)), nodes=1)

    assert message(found).splitlines()[0] == 'error[table-undecided]: table "level" could not be proved whole in 1 steps'


def test_parts_that_do_not_fit_are_told() -> None:
    with pytest.raises(AssertionError) as found:
        assert_complete(rule_set(triage=table("outcome", rule("lost", "nowhere"))))

    assert (
        message(found).splitlines()[0]
        == 'error[conclusion-unfit]: rule "lost" of table "outcome" concludes "nowhere", which that table cannot conclude'
    )


def test_a_need_that_cannot_be_written_is_undecided() -> None:
    destination = table(
        "destination",
        rule("most", to(), {"score": ShareOfScore(low=Fraction(1, 9))}),
        rule("some", to(), {"score": ShareOfScore(below=Fraction(1, 10))}),
    )

    with pytest.raises(AssertionError) as found:
        assert_complete(rule_set(destination=destination))

    assert message(found).splitlines()[-1] == "    whether anyone could write a need that shows it is undecided"


def test_that_no_need_was_found_is_said_in_place_of_it() -> None:
    never: dict[str, Seen] = {"wait": 0, "level": "high"}

    said = as_a_need(FrozenMap(never), rule_set())

    assert said == "    need: none was found that could be written; whether there is one is undecided"
