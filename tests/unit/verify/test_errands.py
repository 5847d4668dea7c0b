from builders import criterion, rule, rule_set, table, to
from prioritera.model.criterion import Minimum
from prioritera.model.ruleset import RuleSet
from prioritera.verify.errands import chart, errands, need_on, occurs


def _pairs(rules: RuleSet) -> list[tuple[str, str, str, bool]]:
    charted = chart(rules)
    return [(one.rule.id, one.outcome, one.area, occurs(one, charted)) for one in errands(charted)]


def test_each_rule_is_sent_with_the_outcomes_and_areas_that_it_allows() -> None:
    assert _pairs(rule_set()) == [
        ("ahead", "go-on", "elderly", True),
        ("ahead", "go-on", "disability", True),
        ("back", "go-on", "elderly", False),
        ("back", "go-on", "disability", False),
        ("back", "inform", "elderly", True),
        ("back", "inform", "disability", True),
    ]


def test_an_errand_that_an_earlier_rule_takes_does_not_occur() -> None:
    special = rule("special", to("agency"), {"outcome": "go-on", "area": "elderly"})
    general = rule("general", to("agency"), {"outcome": "go-on"})

    assert _pairs(rule_set(destination=table("destination", special, general, rule("back", to()))))[:3] == [
        ("special", "go-on", "elderly", True),
        ("general", "go-on", "elderly", False),
        ("general", "go-on", "disability", True),
    ]


def test_an_errand_whose_facts_never_give_the_outcome_does_not_occur() -> None:
    never = rule("never", to("agency"), {"outcome": "inform", "kind": "question"})

    found = _pairs(rule_set(destination=table("destination", never, rule("back", to()))))

    assert found[0] == ("never", "inform", "elderly", False)


def test_an_outcome_that_a_failed_minimum_gives_is_an_errand() -> None:
    triage = table("outcome", rule("all", "go-on"))
    gated = rule_set(triage=triage, criteria=[criterion("impact", minimum=Minimum(x=1, outcome="inform"))])

    assert ("back", "inform", "elderly", True) in _pairs(gated)


def test_what_the_budget_does_not_settle_is_taken_to_occur() -> None:
    charted = chart(rule_set())
    never = next(one for one in errands(charted) if one.rule.id == "back" and one.outcome == "go-on")

    assert occurs(never, charted) is False
    assert occurs(never, charted, nodes=0) is True


def test_the_default_of_the_destination_is_sent_where_no_rule_matches() -> None:
    default = table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), default=rule("else", to()))

    assert _pairs(rule_set(destination=default))[2:] == [
        ("else", "go-on", "elderly", False),
        ("else", "go-on", "disability", False),
        ("else", "inform", "elderly", True),
        ("else", "inform", "disability", True),
    ]


def test_a_need_on_an_errand_has_its_area_and_outcome_and_the_facts_that_it_hangs_on() -> None:
    special = rule("special", to("agency"), {"outcome": "go-on", "level": "high"})
    charted = chart(rule_set(destination=table("destination", special, rule("back", to()))))

    found = {(one.rule.id, one.outcome): need_on(one, charted) for one in errands(charted) if one.area == "disability"}

    assert found == {
        ("special", "go-on"): {"area": "disability", "outcome": "go-on", "kind": "question", "wait": 5},
        ("back", "go-on"): {"area": "disability", "outcome": "go-on", "kind": "question", "wait": 0},
        ("back", "inform"): {"area": "disability", "outcome": "inform", "kind": "offer"},
    }


def test_of_a_need_that_the_budget_does_not_give_only_the_area_and_the_outcome_are_said() -> None:
    charted = chart(rule_set())
    first, *_, never = (one for one in errands(charted) if one.outcome == "go-on")

    assert need_on(first, charted, nodes=0) == {"area": "elderly", "outcome": "go-on"}
    assert need_on(never, charted) == {"area": "disability", "outcome": "go-on"}
