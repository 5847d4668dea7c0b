"""Concrete needs from witnesses."""

from fractions import Fraction

import attrs
import pytest

from builders import criterion, fields, label, network, rule, rule_set, table, terms, to
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import Condition, ShareOfScore, Within
from prioritera.model.criterion import Minimum
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.need import Origin as Sender
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.model.value import Exact, Missing, Reason
from prioritera.tables.evaluate import Seen
from prioritera.verify.written import BuiltNeed, need_of
from read_back import read_back

LEVELS = ("local", "sub-regional", "regional", "national")
COUNTED = {
    **fields(),
    "reach": Field(id="reach", kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=5, measure="anchoring-level"),
    "place": Field(
        id="place", kind=Kind.CHOICE, origin=Origin.DERIVED, label=label(), terms=terms(*LEVELS), ordered=True, measure="highest-level"
    ),
    "bodies": Field(id="bodies", kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=1000, measure="distinct-organisations"),
    "parts": Field(
        id="parts",
        kind=Kind.SET,
        origin=Origin.DERIVED,
        label=label(),
        terms=terms("target-group", "intervention", "context"),
        measure="parts-present",
    ),
}
ASKED_OF_SCORE = table(
    "destination", rule("high", to("agency"), {"outcome": "go-on", "score": ShareOfScore(low=Fraction(2, 5))}), rule("rest", to())
)


def built(witness: dict[str, Seen], rules: RuleSet) -> BuiltNeed:
    """The need, read back from its text."""
    found = need_of(witness, rules)
    assert found is not None
    read, wrong = read_back(found, rules)
    assert wrong == ()
    assert attrs.evolve(read, span=None) == found.need
    return found


def test_the_facts_measures_and_matches_of_a_witness_become_a_need() -> None:
    rules = rule_set(fields=COUNTED)

    found = built(
        {"area": "disability", "kind": "offer", "wait": 3, "parts": frozenset({"context"}), "reach": 2, "place": "national"}, rules
    )

    assert (
        found.toml
        == """\
[[needs]]
id = "example"
title = "Example"
area = "disability"
question = { context = "exempel" }

[[needs.origins]]
actor = "municipality-1"
backing = "municipality"
decided = "minutes"

[[needs.origins]]
actor = "agency-1"
backing = "individual"

[needs.facts]
kind = "offer"
wait = 3
"""
    )
    assert found.placeholders == ("agency-1", "municipality-1")


def test_what_is_not_filled_in_is_not_written_and_another_reason_is() -> None:
    found = built({"kind": Missing(), "urgent": Missing(Reason.VARIES)}, rule_set())

    assert dict(found.need.facts) == {"urgent": found.need.facts["urgent"]}
    assert found.toml.endswith('[needs.facts]\nurgent = { missing = "varies" }\n')


def test_a_number_that_nobody_can_have_gives_way_to_one_that_no_condition_tells_from_it() -> None:
    triage = table("outcome", rule("few", "inform", {"bodies": Within(high=4)}), rule("rest", "go-on"))
    rules = rule_set(fields=COUNTED, triage=triage)

    found = built({"bodies": 2, "reach": 3}, rules)

    assert found.need.origins[0].present == ("municipality-1", "municipality-2", "municipality-3")


def test_two_fields_of_one_measure_have_one_value() -> None:
    both = {**COUNTED, "again": attrs.evolve(COUNTED["reach"], id="again")}
    triage = table("outcome", rule("few", "inform", {"reach": Within(high=1), "again": Within(low=4)}), rule("rest", "go-on"))
    rules = rule_set(fields=both, triage=triage)

    assert need_of({"reach": 1, "again": 4}, rules) is None
    assert need_of({"reach": 3, "again": 2}, rules) is not None


def test_a_score_in_the_cell_of_the_witness_is_found() -> None:
    found = built({"outcome": "go-on", "kind": "other", "score": Fraction(2, 5)}, rule_set(destination=ASKED_OF_SCORE))

    assert [one.value for one in found.need.assess.values()] == [Exact(3), Exact(0)]


def test_a_score_that_no_values_give_is_undecided() -> None:
    asked = [rule("some", to("agency"), {"score": ShareOfScore(low=Fraction(1, 9), below=Fraction(1, 8))}), rule("rest", to())]

    assert need_of({"score": Fraction(1, 9)}, rule_set(destination=table("destination", *asked))) is None


@pytest.mark.parametrize(("outcome", "value"), [("go-on", Exact(2)), ("inform", Exact(0))])
def test_a_minimum_is_passed_or_failed_as_the_outcome_says(outcome: str, value: Exact) -> None:
    gate = criterion("impact", minimum=Minimum(x=2, outcome="inform"))
    rules = rule_set(criteria=[gate, criterion("spread")])

    found = built({"kind": "other", "outcome": outcome}, rules)

    assert [one.value for one in found.need.assess.values()] == [value]


def test_a_minimum_is_failed_with_the_score_of_the_witness() -> None:
    gate = criterion("impact", minimum=Minimum(x=2, outcome="inform"))
    other = criterion("spread", minimum=Minimum(x=1, outcome="fact-needed"))
    rules = rule_set(criteria=[gate, other], destination=ASKED_OF_SCORE)

    found = built({"kind": "other", "outcome": "inform", "score": Fraction(2, 5)}, rules)

    assert [one.value for one in found.need.assess.values()] == [Exact(1), Exact(2)]


def test_a_minimum_that_is_open_makes_a_fact_needed() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=2, outcome="inform"))])

    found = built({"kind": "other", "outcome": "fact-needed"}, rules)

    assert dict(found.need.assess) == {}


def test_an_open_count_makes_a_fact_needed() -> None:
    triage = table("outcome", rule("few", "inform", {"reach": Within(high=1)}), rule("rest", "go-on"))

    found = built({"reach": 1, "outcome": "fact-needed"}, rule_set(triage=triage))

    assert found.need.origins == (Sender(unknown=True),)
    assert found.placeholders == ()


def test_an_open_score_makes_a_fact_needed() -> None:
    found = built({"kind": "other", "outcome": "fact-needed", "score": Fraction(0)}, rule_set(destination=ASKED_OF_SCORE))

    assert dict(found.need.assess) == {}


def test_an_outcome_that_triage_does_not_conclude_from_the_facts_is_undecided() -> None:
    assert need_of({"kind": "offer", "outcome": "go-on"}, rule_set()) is None


def test_a_conclusion_must_be_drawn() -> None:
    assert need_of({"wait": 3, "level": "high"}, rule_set()) is None
    assert need_of({"wait": 3, "level": "low"}, rule_set()) is not None


def test_a_need_for_which_an_earlier_table_has_no_rule_is_undecided() -> None:
    rules = rule_set(triage=table("outcome", rule("offers", "inform", {"kind": "offer"})))

    assert need_of({"kind": "other", "outcome": "inform"}, rules) is None


def test_a_destination_without_a_rule_is_no_obstacle() -> None:
    rules = rule_set(destination=table("destination", rule("ahead", to("agency"), {"outcome": "inform"})))

    assert need_of({"kind": "other", "outcome": "go-on"}, rules) is not None


def test_an_overlap_in_an_earlier_table_is_no_obstacle() -> None:
    level = table("level", rule("all", "high"), rule("others", "low"), hit=Hit.UNIQUE)

    assert need_of({"wait": 3, "level": "high"}, rule_set(tables=[level])) is not None


def test_a_word_that_its_measure_does_not_have_is_undecided() -> None:
    odd = attrs.evolve(COUNTED["place"], terms=terms("village", *LEVELS))

    assert need_of({"place": "village"}, rule_set(fields={**COUNTED, "place": odd})) is None


def test_a_given_network_and_catalogue_have_no_placeholders() -> None:
    given = attrs.evolve(network(), actors={**network().actors})

    found = need_of({"reach": 0}, rule_set(), network=given, catalogue=Catalogue(), need_id="n7", title="Behov")

    assert found is not None
    assert found.placeholders == ()
    assert (found.need.id, found.need.title, found.need.origins) == ("n7", "Behov", (Sender(actor="town", backing="individual"),))


def test_missing_is_asked_for_by_a_rule() -> None:
    triage = table("outcome", rule("unknown", "inform", {"urgent": Condition(field="urgent", missing=True)}), rule("rest", "go-on"))

    assert dict(built({"urgent": Missing(), "outcome": "inform"}, rule_set(triage=triage)).need.facts) == {}
