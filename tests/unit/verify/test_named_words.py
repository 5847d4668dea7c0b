import attrs

from builders import network, rule_set
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.graph.build import build
from prioritera.model.network import Mandate, Network
from prioritera.verify.named_words import check_areas, check_words
from small_networks import channel
from small_rules import told


def _net(*mandates: Mandate) -> Network:
    return attrs.evolve(network(), mandates=[attrs.evolve(one, span=Span("n.toml", line, 1)) for line, one in enumerate(mandates, 1)])


def _found(net: Network) -> list[Diagnostic]:
    return list(check_words(rule_set(), net))


def test_the_words_of_the_rules_are_known_and_that_a_fact_is_needed() -> None:
    assert _found(_net(Mandate(actor="rss", outcomes=["go-on", "inform", "fact-needed"], areas=["elderly", "disability"]))) == []


def test_an_outcome_that_is_like_one_of_the_rules_is_told_with_it() -> None:
    rows = [Mandate(actor=name, outcomes=["inforn"]) for name in ("rss", "agency")]

    assert [one.severity for one in _found(_net(*rows))] == [Severity.WARNING]
    assert told(tuple(_found(_net(*rows))), "en") == (
        "n.toml:1:1: warning[network-outcome-unknown]: the network names the outcome inforn, which the rules do not have\n"
        "    n.toml:2:1: it is named here too\n"
        "    why:  what a channel or a mandate says of an outcome that never comes has no effect\n"
        '    mend: did you mean "inform"?'
    )
    assert told(tuple(_found(_net(*rows))), "sv") == (
        "n.toml:1:1: varning[network-outcome-unknown]: nätverket nämner utfallet inforn, som reglerna inte har\n"
        "    n.toml:2:1: det nämns också här\n"
        "    varför: det som en kanal eller ett mandat säger om ett utfall som aldrig kommer blir utan verkan\n"
        "    åtgärd: menade du ”inform”?"
    )


def test_outcomes_that_are_like_none_are_told_together_for_they_may_be_those_of_other_rules() -> None:
    rows = [Mandate(actor="rss", outcomes=["pilot", "go-on"]), Mandate(actor="agency", outcomes=["await"])]

    assert [one.severity for one in _found(_net(*rows))] == [Severity.NOTE]
    assert told(tuple(_found(_net(*rows))), "en") == (
        "n.toml:1:1: note[network-outcome-unknown]: the network names the outcome await or pilot, which the rules do not have\n"
        "    n.toml:2:1: it is named here too\n"
        "    why:  what a channel or a mandate says of an outcome that never comes has no effect\n"
        "    mend: write an outcome that the rules have (go-on, inform or fact-needed), or leave it if it is there for other rules"
    )
    assert told(tuple(_found(_net(*rows))), "sv").splitlines()[3] == (
        "    åtgärd: skriv ett utfall som reglerna har (go-on, inform eller fact-needed), eller låt det vara om det gäller andra regler"
    )


def test_an_area_that_the_rules_do_not_have_is_told_too() -> None:
    misspelt = attrs.evolve(network(), channels=[*network().channels, channel("forwards", "rss", "town", areas=["eldrely"])])
    other = attrs.evolve(network(), channels=[*network().channels, channel("forwards", "rss", "town", areas=["traffic"])])

    assert told(tuple(_found(misspelt)), "en") == (
        "warning[network-area-unknown]: the network names the area eldrely, which the rules do not have\n"
        "    why:  what a channel or a mandate says of an area that no need is in has no effect\n"
        '    mend: did you mean "elderly"?'
    )
    assert told(tuple(_found(misspelt)), "sv") == (
        "varning[network-area-unknown]: nätverket nämner området eldrely, som reglerna inte har\n"
        "    varför: det som en kanal eller ett mandat säger om ett område som inga behov finns i blir utan verkan\n"
        "    åtgärd: menade du ”elderly”?"
    )
    assert told(tuple(_found(other)), "en").splitlines()[2] == (
        "    mend: write an area that the rules have (elderly or disability), or leave it if it is there for other rules"
    )
    assert told(tuple(_found(other)), "sv").splitlines()[2] == (
        "    åtgärd: skriv ett område som reglerna har (elderly eller disability), eller låt det vara om det gäller andra regler"
    )


def test_a_misspelt_word_is_told_beside_words_of_other_rules() -> None:
    found = _found(_net(Mandate(actor="rss", outcomes=["go-onn", "pilot"])))

    assert [(one.severity, one.params["values"]) for one in found] == [(Severity.WARNING, ("go-onn",)), (Severity.NOTE, ("pilot",))]


def test_areas_in_which_nobody_can_raise_a_need_are_told() -> None:
    narrow = [attrs.evolve(one, areas={"elderly"}) if one.id == "town-rss" else one for one in network().channels]
    net = attrs.evolve(network(), channels=narrow, span=Span("n.toml", 1, 1))

    (found,) = check_areas(rule_set(), build(net))

    assert describe(found, "en") == (
        'n.toml:1:1: warning[network-area-without-senders]: in the network "small" nobody can raise a need in the area disability\n'
        "    why:  the rules are for needs in that area too, and none could come in\n"
        "    mend: let channels of the kind raises or represents carry the area, or leave it if no such needs are expected"
    )
    assert describe(found, "sv") == (
        "n.toml:1:1: varning[network-area-without-senders]: i nätverket ”small” kan ingen lyfta ett behov inom området disability\n"
        "    varför: reglerna gäller behov inom det området också, och inga skulle komma in\n"
        "    åtgärd: låt kanaler av slaget raises eller represents omfatta området, eller låt det vara om inga sådana behov väntas"
    )


def test_where_nobody_can_raise_any_need_areas_are_not_told_of() -> None:
    assert list(check_areas(rule_set(), build(attrs.evolve(network(), channels=())))) == []
    assert list(check_areas(rule_set(), build(network()))) == []
