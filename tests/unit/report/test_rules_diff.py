"""The difference between two rule sets as a document: every sentence that the whole text does not have."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from builders import criterion, fields, label, rule, rule_set, to, verified
from diffs import rules_diff
from prioritera.methods.scales import Points
from prioritera.model.condition import Condition, OneOf, SetTest, Within
from prioritera.model.rules_diff import Change, Effect, Judgement, Part, RulesDiff, Verdict
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.report.document import Document, Section
from prioritera.report.rules_diff import rules_diff_document
from prioritera.report.text import to_text
from prioritera.verify.diff import diff_rules

NOBODY = Judgement(outcome="inform", destination="origin", fired=[])
CHANGE = Change(
    about="outcome",
    before=rule("offers", "inform"),
    after=rule("rest", "go-on"),
    regions=[()],
    complete=True,
    witness={"wait": 3},
    old=NOBODY,
    new=NOBODY,
)


def found(**more: Any) -> RulesDiff:  # noqa: ANN401 -- whatever may be found
    return RulesDiff(**{"old": rule_set(), "new": rule_set(), "parts": (), "changes": (), "effects": (), **more})


def text(diff: RulesDiff, language: str = "en") -> str:
    return to_text(rules_diff_document(diff, language))


def after_verdict(diff: RulesDiff, language: str = "en") -> str:
    """What stands after the names of the two."""
    return text(diff, language).split("\n\n", 2)[2]


def test_that_no_need_changes_is_said_to_be_proved() -> None:
    same = diff_rules(verified(rule_set()), verified(rule_set()))

    assert text(same) == (
        "Difference between two rule sets\n"
        "================================\n\n"
        "Before: Small, version 1 (small)\n"
        "After: Small, version 1 (small)\n\n"
        "No need changes: every need has the same outcome, the same destination and the\n"
        "same place by both. That is proved.\n"
    )
    assert text(same, "sv") == (
        "Skillnad mellan två prioriteringsmodeller\n"
        "=========================================\n\n"
        "Före: Small, version 1 (small)\n"
        "Efter: Small, version 1 (small)\n\n"
        "Inget behov ändras: varje behov får samma utfall, samma mottagare och samma\n"
        "plats enligt båda. Det är bevisat.\n"
    )


UNDECIDED = ("outcome", "destination", "level")


def test_what_could_not_be_settled_is_said() -> None:
    effects = [
        Effect(about=about, id=ident, verdict=Verdict.UNDECIDED)
        for about, ident in (("order", ""), ("group", ""), ("placed", ""), ("minimum", ""), ("panel", "impact"))
    ]

    assert after_verdict(found(undecided=UNDECIDED, effects=effects)) == (
        "No need that changes was found, but not everything could be settled.\n\n"
        "Order, groups and lists\n"
        "-----------------------\n\n"
        "• It could not be settled whether the order of two needs can turn.\n"
        "• It could not be settled whether a need comes into another group.\n"
        "• It could not be settled whether other needs have enough known to be placed.\n"
        "• It could not be settled whether a least level gives another outcome.\n"
        "• It could not be settled whether the answers of a panel make another value for\n"
        "  impact.\n\n"
        "Could not be settled\n"
        "--------------------\n\n"
        "• which needs get another outcome: there are too many cases to try\n"
        "• which needs go elsewhere: there are too many cases to try\n"
        "• which needs get another x: there are too many cases to try\n"
    )
    assert after_verdict(found(undecided=UNDECIDED, effects=effects), "sv") == (
        "Inget behov som ändras har hittats, men allt gick inte att avgöra.\n\n"
        "Ordning, grupper och listor\n"
        "---------------------------\n\n"
        "• Det gick inte att avgöra om ordningen mellan två behov kan bli en annan.\n"
        "• Det gick inte att avgöra om något behov hamnar i en annan grupp.\n"
        "• Det gick inte att avgöra om andra behov har tillräckligt underlag för en\n"
        "  plats.\n"
        "• Det gick inte att avgöra om en lägsta nivå ger ett annat utfall.\n"
        "• Det gick inte att avgöra om svaren från en bedömargrupp ger ett annat värde\n"
        "  för impact.\n\n"
        "Gick inte att avgöra\n"
        "--------------------\n\n"
        "• vilka behov som får ett annat utfall: det är för många fall att pröva\n"
        "• vilka behov som får en annan mottagare: det är för många fall att pröva\n"
        "• vilka behov som får en annan slutsats i x: det är för många fall att pröva\n"
    )


def test_some_changes_and_something_open_are_said_together() -> None:
    assert after_verdict(found(changes=[CHANGE], undecided=["destination"])).startswith(
        "Some needs end otherwise, and not everything could be settled.\n\n"
    )


def test_a_change_of_every_need_is_told() -> None:
    assert after_verdict(found(changes=[CHANGE])) == (
        "Some needs end otherwise.\n\n"
        "Other outcomes\n"
        "--------------\n\n"
        "Inform → Go on\n"
        "  • All needs\n"
        "    Rule before: offers\n"
        "    Rule after: rest\n"
        "    Example: x: 3\n"
        "    Goes to: the sender, as before\n"
    )


def test_regions_that_are_not_all_are_said_to_be_some() -> None:
    known = [
        Condition(field="kind", test=OneOf(["question", "offer", "other"])),
        Condition(field="urgent", test=OneOf([True, False])),
        Condition(field="wait", test=Within(0, None)),
        Condition(field="causes", test=SetTest()),
    ]
    change = attrs.evolve(CHANGE, regions=[known], complete=False, witness={"kind": Missing(), "before:level": "low"})

    shown = after_verdict(found(changes=[change]))

    assert "• Needs\n    • x: anything stated; x: anything stated; x: anything stated; x: anything\n      stated\n    • and more\n" in shown
    assert "Example: x: blank\n" in shown


def test_more_changes_than_can_be_read_are_counted() -> None:
    many = [attrs.evolve(CHANGE, before=rule(f"r{number:02}", "inform")) for number in range(42)]

    assert after_verdict(found(changes=many)).endswith("2 more changes are in the output as JSON.\n")
    assert after_verdict(found(changes=many[:41]), "sv").endswith("En ändring till finns i utskriften som JSON.\n")


def test_more_parts_than_can_be_read_are_counted() -> None:
    many = [Part(kind="rule", id=f"t/r{number:02}", key="then", before="a", after="b") for number in range(31)]

    assert after_verdict(found(parts=many)).endswith("• rule t/r29, answer: a → b\n\n1 more is in the output as JSON.\n")


def test_a_change_of_a_conclusion_and_one_with_an_outcome_given_are_told() -> None:
    concluded = attrs.evolve(CHANGE, about="level", before=rule("a", "low"), after=rule("b", "high"))
    sent = attrs.evolve(CHANGE, about="destination", given="fact-needed", before=rule("a", to()), after=rule("b", to("sbu")))

    shown = after_verdict(found(changes=[concluded, sent]))

    assert "Other conclusions that the lists are read by: x\n" in shown
    assert "Low → high\n" in shown
    assert "the sender → sbu, when the outcome is a fact is needed\n" in shown


def test_of_parts_that_change_nothing_the_order_is_not_told() -> None:
    diff = diff_rules(verified(rule_set()), verified(rule_set(propose_leaving_out_above=Fraction(1, 2))))

    assert [block.title for block in document(diff).blocks if isinstance(block, Section)] == ["Written otherwise"]


def document(diff: RulesDiff) -> Document:
    return rules_diff_document(diff, "en")


EFFECTS = [
    ("ranked", "inform", "Needs with the outcome Inform are ranked by one of them only."),
    ("look-again", "inform", "Needs with the outcome Inform are looked at again by one of them only."),
    ("bounds", "impact", "Other values may be given for impact."),
]


@pytest.mark.parametrize(("about", "ident", "sentence"), EFFECTS)
def test_effects_without_examples_are_told(about: str, ident: str, sentence: str) -> None:
    shown = after_verdict(found(effects=[Effect(about=about, id=ident, verdict=Verdict.CHANGED)]))

    assert sentence in shown.replace("\n  ", " ")


def wide(name: str, **more: Any) -> RuleSet:  # noqa: ANN401 -- whatever a rule set may hold
    return rule_set(criteria=[criterion(name, Points([(0, 0), (2, 1)]), **more)])


def test_not_applicable_that_counts_the_same_is_told_beside_what_changes() -> None:
    scale = {"not_applicable": 1}
    old, new = wide("impact", **scale), wide("impact", **scale, panel=attrs.evolve(criterion().panel, min_answers=9))
    diff = diff_rules(verified(old), verified(new))
    same = Effect(about="not-applicable", id="impact", verdict=Verdict.SAME)

    shown = after_verdict(attrs.evolve(diff, effects=[*diff.effects, same]))

    assert "• No two needs change order.\n" in shown
    assert "“Not applicable” is written otherwise for impact, but counts the same." in shown.replace("\n  ", " ")
    assert "before value 0, after no value\n" in shown


def test_what_only_the_old_side_knows_is_told_in_its_words() -> None:
    shown = text(rules_diff())

    assert "gone: 3\n" in shown
    assert "added (after): no or nothing stated" in shown


def test_a_list_that_ends_is_told() -> None:
    old = rule_set(
        list_key=("area", "old"), fields={**fields(), "old": attrs.evolve(fields()["urgent"], id="old", label=label("the old one"))}
    )
    diff = diff_rules(verified(old), verified(rule_set(list_key=("area",))))

    shown = after_verdict(diff)

    assert "Which needs are compared is otherwise, because of the old one.\n" in shown
    assert "before list no, after no list of its own\n    the old one: no\n" in shown


def test_what_one_side_forbids_is_said_in_words() -> None:
    old = rule_set()
    new = rule_set(forbidden=[rule("late", "error", {"level": "high"})])
    wider = rule_set(forbidden=[rule("late", "error", {"wait": Within(low=4)})])

    first = text(diff_rules(verified(old), verified(new)))
    assert "• only after: the rule against late" in first
    assert "• Needs that late forbids are set aside by one of them only." in first
    second = text(diff_rules(verified(new), verified(wider)), "sv")
    assert "Det gick inte att avgöra om late gör att andra behov läggs åt sidan." in second.replace("\n  ", " ")
    assert "förbudet late" in second
