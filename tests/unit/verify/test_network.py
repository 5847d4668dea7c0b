import attrs
import pytest

from builders import network, rule, rule_set, table, to, verified
from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity, Span, describe
from prioritera.loading.load import load_network, load_rules
from prioritera.model.network import Actor, Network
from prioritera.model.ruleset import Model, RuleSet, model_seal
from prioritera.verify.network import bind, check_network, check_network_alone
from prioritera.verify.verify import verify
from small_networks import actor


def _sent(target: str) -> RuleSet:
    """The small rule set whose needs that go on are sent there."""
    ahead = attrs.evolve(rule("ahead", to(target), {"outcome": "go-on"}), span=Span("rules.toml", 7, 1))
    return rule_set(destination=table("destination", ahead, rule("back", to())))


def _without(*channels: str) -> Network:
    return attrs.evolve(network(), channels=[channel for channel in network().channels if channel.id not in channels])


def _with(*more: Actor) -> Network:
    return attrs.evolve(network(), actors={**network().actors, **{one.id: one for one in more}})


def _errors(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _codes(rules: RuleSet, net: Network) -> list[str]:
    return [found.code for found in check_network(rules, net)]


def test_a_network_that_carries_every_course_is_bound() -> None:
    sealed = verify(rule_set())

    assert _errors(check_network(rule_set(), network())) == ()
    assert bind(sealed, network()) == Model(verified=sealed, network=network(), seal=model_seal(sealed, network()))


def test_the_shipped_rule_set_is_bound_to_the_shipped_network() -> None:
    rules, sweden = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")

    assert {found.severity for found in check_network(rules, sweden)} == {Severity.NOTE}
    assert bind(verify(rules), sweden).network is sweden


def test_a_network_with_a_fault_is_refused_with_every_error() -> None:
    broken = _without("rss-agency", "rss-town")

    with pytest.raises(PrioriteraError) as raised:
        bind(verified(rule_set()), broken)

    assert raised.value.diagnostics == _errors(check_network(rule_set(), broken))
    assert [found.code for found in raised.value.diagnostics] == ["course-out-of-reach", "course-without-answer"]


def test_a_word_that_is_misspelt_is_told_with_what_is_lacking_for_it() -> None:
    misspelt = attrs.evolve(network(), mandates=[attrs.evolve(mandate, outcomes=["go-onn", "pilot"]) for mandate in network().mandates])

    with pytest.raises(PrioriteraError) as raised:
        bind(verified(rule_set()), misspelt)

    assert [(found.code, found.params["close"]) for found in raised.value.diagnostics] == [
        ("course-without-mandate", ""),
        ("network-outcome-unknown", "go-on"),
    ]


def test_warnings_and_notes_stop_nothing() -> None:
    left_out = _with(actor("village", member_of=["rss"]))

    assert {found.severity for found in check_network(rule_set(), left_out)} == {Severity.WARNING, Severity.NOTE}
    assert bind(verify(rule_set()), left_out).network is left_out


def test_only_a_verified_rule_set_is_bound_and_only_to_a_network() -> None:
    with pytest.raises(TypeError, match=r"^bind takes a VerifiedRuleSet and a Network, not RuleSet and Network; verify the rules first$"):
        bind(rule_set(), network())  # type: ignore[arg-type]  # that is what is tried


def test_of_rules_that_do_not_fit_together_nothing_is_said() -> None:
    assert _codes(rule_set(triage=table("outcome", rule("odd", "go-on", {"unknown": "word"}))), _without("rss-agency")) == []


def test_of_rules_too_wide_to_lay_out_only_what_is_named_is_checked() -> None:
    assert [found.code for found in _errors(check_network(_sent("agncy"), network(), nodes=0))] == ["course-actor-unknown"]
    assert check_network(rule_set(), network(), nodes=0) == ()


def test_of_a_network_with_errors_it_is_not_asked_what_hangs_on_whom() -> None:
    assert _codes(rule_set(), network()) == ["actor-without-stand-in"]
    assert _codes(rule_set(), _without("agency-rss")) == ["course-without-answer"]


def test_everything_is_told_in_the_order_of_its_places() -> None:
    placed = _with(attrs.evolve(actor("harbour"), span=Span("a.toml", 9, 1)), attrs.evolve(actor("agency-b"), span=Span("a.toml", 2, 1)))
    net = attrs.evolve(placed, channels=_without("agency-rss").channels)

    assert _codes(_sent("agency"), net) == ["actors-untouched", "course-without-answer"]


def test_a_network_where_nobody_raises_anything_is_told_with_rules_and_without() -> None:
    silent = attrs.evolve(network(), channels=(), mandates=())
    (found,) = _errors(check_network(rule_set(destination=table("destination", rule("back", to()))), silent))

    assert _errors(check_network_alone(silent)) == (found,)
    assert describe(found, "en") == (
        'error[network-without-senders]: in the network "small" nobody can raise a need\n'
        "    why:  a need must come from somebody, who shall have an answer\n"
        "    mend: add channels of the kind raises or represents from those who can"
    )
    assert describe(found, "sv") == (
        "fel[network-without-senders]: i nätverket ”small” kan ingen lyfta ett behov\n"
        "    varför: ett behov måste komma från någon, som ska få besked\n"
        "    åtgärd: lägg till kanaler av slaget raises eller represents från dem som kan"
    )


def test_of_a_network_alone_it_is_told_who_is_left_out_and_what_overlaps() -> None:
    shared = attrs.evolve(_with(actor("village", member_of=["rss"]), actor("press")), mandates=[*network().mandates, *_mandates_of("rss")])

    assert [found.code for found in check_network_alone(shared)] == ["actors-cut-off", "actors-untouched", "mandates-overlap"]
    assert check_network_alone(network()) == ()


def _mandates_of(name: str) -> list[object]:
    return [attrs.evolve(mandate, actor=name) for mandate in network().mandates]


def test_the_course_of_a_default_is_walked_as_those_of_rules_are() -> None:
    astray = table("destination", rule("back", to(), {"outcome": "inform"}), default=rule("else", to("agncy")))

    assert _codes(rule_set(destination=astray), network()) == ["course-actor-unknown"]
    assert _codes(rule_set(destination=attrs.evolve(astray, default=rule("else", to("agency")))), _without("rss-agency")) == [
        "course-out-of-reach"
    ]
