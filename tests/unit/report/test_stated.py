"""What is stated of a need is shown where a panel concludes: all of it, with its source, and what nobody has said."""

from pathlib import Path

import attrs

from builders import need
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Fact, Missing, Reason
from prioritera.pipeline import load_model
from prioritera.report.document import Document
from prioritera.report.stated import beside_words, stated_section
from prioritera.report.text import to_text
from prioritera.report.voice import Voice

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "vgr-ordnat-inforande"
SAID = {
    "severity": Fact(value="high", source="s. 7", by="panel"),
    "effect": Fact(value=Missing(Reason.VARIES)),
    "risk": Fact(value="low", by="Anna"),
    "cost": Fact(value=Missing(Reason.DONT_KNOW), source="s. 8"),
    "rare": Fact(value=False),
    "rank": Fact(value=2),
}


def example() -> tuple[RuleSet, Network]:
    _, model = load_model(EXAMPLE)
    return model.rules, model.network


def shown(language: str) -> str:
    rules, network = example()
    section = stated_section(Voice(language, rules, network), need("a", facts=SAID))
    assert section is not None
    return to_text(Document("", (section,), language=language)).strip()


def test_every_fact_is_told_with_its_source_and_those_that_nobody_stated_too() -> None:
    assert shown("sv") == (
        "Det som är sagt\n"
        "---------------\n"
        "\n"
        "Svårighetsgrad: hög (källa s. 7; enligt panelen)\n"
        "Effekt: varierar\n"
        "Risk: låg (enligt Anna)\n"
        "Evidensstyrka: ej ifyllt\n"
        "Kostnadseffektivitet: vet ej (källa s. 8)\n"
        "Sällsynt sjukdom: nej\n"
        "Mindre strikta krav på evidens: ej ifyllt\n"
        "Rang: 2 (medel)"
    )


def test_it_is_told_in_english_too() -> None:
    assert shown("en") == (
        "What has been stated\n"
        "--------------------\n"
        "\n"
        "Severity: high (source s. 7; according to the panel)\n"
        "Effect: varies\n"
        "Risk: low (according to Anna)\n"
        "Strength of evidence: blank\n"
        "Cost-effectiveness: don't know (source s. 8)\n"
        "Rare disease: no\n"
        "Evidence asked for less strictly: blank\n"
        "Rank: 2 (medium)"
    )


def test_rules_without_classes_tell_what_their_own_rules_read_and_no_more() -> None:
    rules, network = example()

    assert stated_section(Voice("sv", attrs.evolve(rules, classes=None), network), need("a", facts=SAID)) is None


def test_where_nothing_can_be_stated_nothing_is_told() -> None:
    rules, network = example()
    fields = {"area": rules.fields["area"], "outcome": rules.fields["outcome"], "matrix-row": rules.fields["matrix-row"]}

    assert stated_section(Voice("sv", attrs.evolve(rules, fields=fields), network), need("a")) is None


def test_beside_a_score_stands_what_no_rule_reads_and_nobody_is_asked_for() -> None:
    _, model = load_model(EXAMPLE.parent / "paprika-points")
    one = need("a", facts={"total-cost": Fact(value=7), "evidence": Fact(value=Missing(Reason.DONT_KNOW))})
    sv, en = (Voice(language, model.rules, model.network) for language in ("sv", "en"))

    section = stated_section(sv, one)

    assert section is not None
    assert to_text(Document("", (section,))).strip() == (
        "Bredvid poängen\n---------------\n\nTotal kostnad per år, miljoner [förslag]: 7\nEvidensens kvalitet [förslag]: vet ej"
    )
    assert beside_words(sv, one) == "total kostnad per år, miljoner [förslag]: 7; evidensens kvalitet [förslag]: vet ej"
    assert beside_words(en, one) == "total cost per year, millions [proposal]: 7; quality of evidence [proposal]: don't know"
    assert beside_words(sv, need("b")) == ""


def test_where_the_rules_place_by_classes_nothing_stands_beside() -> None:
    rules, network = example()

    assert beside_words(Voice("sv", rules, network), need("a", facts=SAID)) == ""
