import attrs

from builders import network, rule, rule_set, table, terms, to
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.model.network import Mandate, Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.verify.network import check_network
from small_networks import actor, channel
from small_networks import network as of


def _sends(*rules: Rule) -> RuleSet:
    """The small rule set with these rules first in the destination table, each in a place of its own."""
    placed = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(rules, 7)]
    return rule_set(destination=table("destination", *placed, rule("back", to())))


def _ahead(course: Course | None = None) -> Rule:
    return rule("ahead", course or to("agency"), {"outcome": "go-on"})


def _holding(*mandates: Mandate) -> Network:
    return attrs.evolve(network(), mandates=mandates)


def _errors(rules: RuleSet, net: Network) -> list[Diagnostic]:
    return [found for found in check_network(rules, net) if found.severity is Severity.ERROR]


def _told(rules: RuleSet, net: Network, language: str) -> str:
    (found,) = _errors(rules, net)
    return describe(found, language)


def test_a_recipient_without_any_mandate_for_an_outcome_is_told_with_those_who_have_it_and_a_need_that_shows_it() -> None:
    net = _holding(Mandate(actor="rss", outcomes=["go-on"], areas=["elderly"]))

    assert _told(_sends(_ahead()), net, "en") == (
        "rules.toml:7:1: error[course-without-mandate]: no mandate for the outcome go-on is held by agency, "
        "where ahead would have such needs go (recipients: 1)\n"
        "    why:  an actor without the mandate need not take the question on, and it would be left lying; "
        'one such need is area = "elderly", outcome = "go-on", kind = "question"\n'
        "    mend: send it to one that has the mandate (rss), or give it in the network"
    )
    assert _told(_sends(_ahead()), net, "sv") == (
        "rules.toml:7:1: fel[course-without-mandate]: mandat för utfallet go-on saknas hos agency, "
        "dit ahead skickar sådana behov (antal mottagare: 1)\n"
        "    varför: en aktör utan mandat behöver inte ta sig an frågan, och då blir den liggande; "
        'ett sådant behov är area = "elderly", outcome = "go-on", kind = "question"\n'
        "    åtgärd: skicka det till någon som har mandatet (rss), eller ge det i nätverket"
    )


def test_a_mandate_that_nobody_has_is_told() -> None:
    (found,) = _errors(_sends(_ahead()), _holding())

    assert describe(found, "en").splitlines()[2] == (
        "    mend: give the mandate in the network, or change the target of the rule; no actor has it now"
    )
    assert describe(found, "sv").splitlines()[2] == (
        "    åtgärd: ge mandatet i nätverket, eller ändra mottagaren i regeln; ingen aktör har det nu"
    )


def test_a_mandate_that_leaves_out_an_area_is_told_with_its_place() -> None:
    narrow = Mandate(actor="agency", outcomes=["go-on", "other"], areas=["elderly"], span=Span("network.toml", 40, 1))
    rules = _sends(_ahead())

    assert _told(rules, _holding(narrow), "en") == (
        "rules.toml:7:1: error[course-mandate-too-narrow]: the mandate for the outcome go-on held by agency leaves out the area "
        "disability, though ahead would have such needs go there too (recipients: 1)\n"
        "    network.toml:40:1: a mandate stands here\n"
        "    why:  an actor without the mandate need not take the question on, and it would be left lying; "
        'one such need is area = "disability", outcome = "go-on", kind = "question"\n'
        "    mend: widen the mandate in the network, or change the target of the rule; no actor has it now"
    )
    assert _told(rules, _holding(narrow, Mandate(actor="rss", outcomes=["go-on"])), "sv") == (
        "rules.toml:7:1: fel[course-mandate-too-narrow]: mandatet för utfallet go-on hos agency omfattar inte området disability, "
        "fast ahead skickar sådana behov dit också (antal mottagare: 1)\n"
        "    network.toml:40:1: ett mandat står här\n"
        "    varför: en aktör utan mandat behöver inte ta sig an frågan, och då blir den liggande; "
        'ett sådant behov är area = "disability", outcome = "go-on", kind = "question"\n'
        "    åtgärd: skicka det till någon som har mandatet (rss), eller vidga det i nätverket"
    )


def test_the_mandates_of_an_actor_are_taken_together() -> None:
    parts = [Mandate(actor="agency", outcomes=["go-on"], areas=[area]) for area in ("elderly", "disability")]

    assert _errors(_sends(_ahead()), _holding(*parts)) == []


def test_a_mandate_is_asked_of_in_areas_that_occur_only() -> None:
    special = rule("special", to("rss"), {"outcome": "go-on", "area": "elderly"})
    mandates = [
        Mandate(actor="rss", outcomes=["go-on"], areas=["elderly"]),
        Mandate(actor="agency", outcomes=["go-on"], areas=["disability"]),
    ]

    assert _errors(_sends(special, _ahead()), _holding(*mandates)) == []


def test_outcomes_that_are_lacking_alike_are_told_together_and_others_apart() -> None:
    everything = rule("everything", to("agency"), {"kind": "offer"})
    narrow = Mandate(actor="agency", outcomes=["go-on"], areas=["elderly"])

    alike = _errors(_sends(everything, _ahead()), _holding())
    apart = _errors(_sends(everything, _ahead()), _holding(narrow))

    assert [(one.code, one.params["outcomes"], one.params["areas"]) for one in alike] == [
        ("course-without-mandate", ("inform", "go-on"), ("…",)),
    ]
    assert [(one.code, one.params["outcomes"], one.params["rules"]) for one in apart] == [
        ("course-without-mandate", ("inform",), "everything"),
        ("course-mandate-too-narrow", ("go-on",), "ahead"),
    ]


def test_recipients_that_lack_the_same_are_told_together() -> None:
    towns = [f"town-{number}" for number in range(7)]
    structures = [f"rss-{number}" for number in range(7)]
    net = of(
        [*(actor(name) for name in towns), *(attrs.evolve(actor(name, "rss"), span=Span("n.toml", 5, 1)) for name in structures)],
        [
            *(channel("raises", town, rss) for town, rss in zip(towns, structures, strict=True)),
            *(channel("answers", rss, town) for town, rss in zip(towns, structures, strict=True)),
        ],
        [Mandate(actor="rss-3", outcomes=["go-on"])],
    )

    (found,) = _errors(_sends(_ahead(Course(to=Target(nearest="rss")))), net)

    assert describe(found, "en").startswith(
        "rules.toml:7:1: error[course-without-mandate]: no mandate for the outcome go-on is held by "
        "rss-0, rss-1, rss-2, rss-4, rss-5 or …, where ahead would have such needs go (recipients: 6)\n"
        "    n.toml:5:1: the actor stands here\n"
    )


def test_areas_come_from_the_rule_set_when_no_table_reads_them() -> None:
    rules = attrs.evolve(_sends(_ahead()), areas=terms("elsewhere"))

    (found,) = _errors(rules, _holding(Mandate(actor="agency", outcomes=["go-on"], areas=["elderly"])))

    assert (found.code, found.params["areas"]) == ("course-mandate-too-narrow", ("elsewhere",))
