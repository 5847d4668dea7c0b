import attrs

from builders import network, rule, rule_set, table, to
from prioritera.graph.build import build
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.verify.errands import chart, errands
from prioritera.verify.journeys import journeys_of, made
from small_networks import channel


def _errands(net: Network, rules: RuleSet | None = None, *, only_made: bool = False) -> list[tuple[str, list[tuple[str, str]]]]:
    charted = chart(rules or rule_set())
    found = journeys_of(errands(charted), build(net))
    return [
        (journey.rule.id, [(one.outcome, one.area) for one in journey.errands])
        for journey in (made(found, charted) if only_made else found)
    ]


def test_errands_over_the_same_channels_are_one_journey_of_a_rule() -> None:
    assert _errands(network()) == [
        ("ahead", [("go-on", "elderly"), ("go-on", "disability")]),
        ("back", [("go-on", "elderly"), ("go-on", "disability"), ("inform", "elderly"), ("inform", "disability")]),
    ]


def test_errands_over_other_channels_or_from_others_are_journeys_of_their_own() -> None:
    narrow = [attrs.evolve(one, areas={"elderly"}) if one.id == "rss-agency" else one for one in network().channels]
    local = [*network().channels, channel("represents", "agency", "rss", areas=["disability"])]

    for channels in (narrow, local):
        assert _errands(attrs.evolve(network(), channels=channels))[:2] == [
            ("ahead", [("go-on", "elderly")]),
            ("ahead", [("go-on", "disability")]),
        ]


def test_a_journey_is_asked_for_those_who_can_raise_a_need_in_its_area() -> None:
    local = [*network().channels, channel("represents", "agency", "rss", areas=["disability"])]

    found = journeys_of(errands(chart(rule_set())), build(attrs.evolve(network(), channels=local)))

    assert [(one.ground.area, one.ground.raisers) for one in found[:2]] == [("elderly", ("town",)), ("disability", ("agency", "town"))]
    assert found[1].targets == {"agency": "agency", "town": "agency"}


def test_only_journeys_on_which_needs_are_sent_are_made_each_with_one_errand_of_an_outcome() -> None:
    never = rule("never", to("agency"), {"outcome": "inform", "kind": "question"})
    rules = rule_set(destination=table("destination", never, rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to())))

    assert _errands(network(), rules, only_made=True) == [
        ("ahead", [("go-on", "elderly")]),
        ("back", [("inform", "elderly")]),
    ]
    assert _errands(network(), only_made=True) == [("ahead", [("go-on", "elderly")]), ("back", [("inform", "elderly")])]
