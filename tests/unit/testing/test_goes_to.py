"""What is told of needs that go elsewhere."""

from fractions import Fraction

import attrs
import pytest

from builders import network, rule, rule_set, table, to
from prioritera.diagnostics import PrioriteraError, Span
from prioritera.model.condition import ShareOfScore, Within
from prioritera.model.network import Mandate
from prioritera.model.table import Course, Table, Target
from prioritera.testing import assert_goes_to

PLAIN = rule_set()


def message(assertion: pytest.ExceptionInfo[AssertionError]) -> str:
    """What was said, ending as a file does."""
    return f"{assertion.value}\n"


def placed(made: Table) -> Table:
    """The table in a file, its rules on the lines after it."""
    rules = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(made.rules, 2)]
    return attrs.evolve(made, rules=rules, span=Span("rules.toml", 1, 1))


DATA = {"id": "n1", "title": "A need", "area": "elderly", "origins": [{"actor": "town"}], "facts": {"kind": "question", "wait": 3}}
RULES = rule_set(
    triage=placed(PLAIN.triage),
    destination=placed(
        table(
            "destination",
            rule("much", to("agency"), {"outcome": "go-on", "score": ShareOfScore(low=Fraction(1, 2))}),
            rule("rest", to()),
        )
    ),
)


def test_where_it_goes_is_held() -> None:
    assert_goes_to(PLAIN, network(), DATA, "agency", outcome="go-on", rule="the-rest")


def test_a_need_that_goes_elsewhere_is_told_with_the_rules() -> None:
    little = {**DATA, "assess": {"impact": 0, "spread": 1}}

    with pytest.raises(AssertionError) as found:
        assert_goes_to(RULES, network(), little, "agency")

    assert (
        message(found)
        == """\
need n1 goes to origin, not to agency
    level: other-wait concludes low
    outcome: the-rest (rules.toml:3:1) concludes go-on
    destination: rest (rules.toml:3:1) concludes origin
    destination: much (rules.toml:2:1) does not decide: score = { min_share = "1/2" } fails: score = "1/6"
"""
    )


def test_another_outcome_and_rule_are_told() -> None:
    little = {**DATA, "assess": {"impact": 3, "spread": 3}}

    with pytest.raises(AssertionError) as found:
        assert_goes_to(RULES, network(), little, outcome="inform", rule="rest")

    assert (
        message(found)
        == """\
need n1 has the outcome go-on, not inform and is not decided by the rule rest
    level: other-wait concludes low
    outcome: the-rest (rules.toml:3:1) concludes go-on
    destination: much (rules.toml:2:1) concludes agency
    outcome: offers (rules.toml:2:1) does not decide: kind = "offer" fails: kind = "question"
    destination: rest (rules.toml:3:1) does not decide: much comes first
"""
    )


def test_the_same_rules_in_the_same_network_are_proved_once() -> None:
    small = network()

    for _ in range(2):
        assert_goes_to(PLAIN, small, DATA, "agency")


def test_an_actor_that_is_the_nearest_of_every_sender_is_where_a_need_goes() -> None:
    nearest = rule_set(
        destination=table("destination", rule("near", Course(to=Target(nearest="rss")), {"outcome": "inform"}), rule("rest", to()))
    )
    offer = {**DATA, "facts": {"kind": "offer"}}
    mandated = attrs.evolve(network(), mandates=[Mandate(actor="rss", outcomes=["inform"])], channels=[*network().channels])

    assert_goes_to(nearest, mandated, offer, "rss")
    assert_goes_to(nearest, mandated, offer, "nearest:rss")


def test_a_table_that_is_open_is_told() -> None:
    triage = table(
        "outcome", rule("many", "go-on", {"reach": Within(low=1)}), rule("all", "inform", {"kind": "question"}), rule("rest", "inform")
    )
    rules = rule_set(triage=placed(triage))
    unknown = {**DATA, "origins": [{"unknown": True}]}

    with pytest.raises(AssertionError) as found:
        assert_goes_to(rules, network(), unknown, outcome="inform")
    with pytest.raises(AssertionError) as other:
        assert_goes_to(rules, network(), unknown, outcome="go-on")

    assert (
        message(found)
        == """\
need n1 has the outcome fact-needed, not inform
    level: other-wait concludes low
    outcome: may conclude inform or go-on
    destination: back concludes origin
    not known: reach
    outcome: all (rules.toml:3:1) does not decide: another result is possible
    outcome: rest (rules.toml:4:1) does not decide: another result is possible
"""
    )
    assert (
        message(other)
        == """\
need n1 has the outcome fact-needed, not go-on
    level: other-wait concludes low
    outcome: may conclude inform or go-on
    destination: back concludes origin
    not known: reach
    outcome: many (rules.toml:2:1) does not decide: reach = { min = 1 } hangs on what is not known
"""
    )


def test_what_is_not_known_is_told() -> None:
    with pytest.raises(AssertionError) as found:
        assert_goes_to(RULES, network(), DATA, "agency")

    assert (
        message(found)
        == """\
need n1 goes to origin, not to agency
    level: other-wait concludes low
    outcome: the-rest (rules.toml:3:1) concludes go-on
    destination: rest (rules.toml:3:1) concludes origin
    not known: score
    destination: much (rules.toml:2:1) does not decide: outcome = "go-on" fails: outcome = "fact-needed"
"""
    )


def test_a_need_that_cannot_be_read_is_told() -> None:
    with pytest.raises(AssertionError) as found:
        assert_goes_to(PLAIN, network(), {**DATA, "area": "lost"}, "agency")

    assert message(found).splitlines()[0] == "the need was set aside"


def test_rules_that_cannot_be_verified_are_refused() -> None:
    with pytest.raises(PrioriteraError):
        assert_goes_to(rule_set(triage=table("outcome", rule("offers", "inform", {"kind": "offer"}))), network(), DATA, "agency")


def test_nothing_asserted_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^assert_goes_to asserts nothing; name a destination, an outcome or a rule$"):
        assert_goes_to(PLAIN, network(), DATA)
