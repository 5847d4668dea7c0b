from fractions import Fraction
from typing import Any

import attrs
import pytest

from builders import criterion, rule, rule_set, table, to
from prioritera.diagnostics import Severity, Span, describe
from prioritera.model.condition import ShareOfScore
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.verify.fares import Fare
from prioritera.verify.fares_told import check_fares, tell
from prioritera.verify.findings import Witness


def _rules(*rules: Rule, **more: Any) -> RuleSet:  # noqa: ANN401 -- whatever a rule set may hold
    """Rules that stand in a file, one a line from 20 on."""
    placed = [attrs.evolve(one, span=Span("r", line, 1)) for line, one in enumerate(rules, 20)]
    destination = attrs.evolve(table("destination", *placed), span=Span("r", 19, 1))
    return rule_set(destination=destination, **more)


def _told(rules: RuleSet, **more: int) -> list[str]:
    (found,) = check_fares(rules, **more)
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _score(low: str = "", below: str = "") -> ShareOfScore:
    return ShareOfScore(low=Fraction(low) if low else None, below=Fraction(below) if below else None)


def test_a_higher_score_that_is_sent_back_is_a_warning_with_one_need() -> None:
    rules = _rules(
        rule("top", to(), {"outcome": "go-on", "score": _score("1/2")}),
        rule("mid", to("agency"), {"outcome": "go-on"}),
        rule("rest", to()),
    )

    assert _told(rules) == [
        (
            'r:20:1: warning[score-sends-back]: a need that scores higher is sent back: with outcome = "go-on" and a score of 0 of the '
            'highest possible, rule "mid" sends it to "agency"; with 0.5, rule "top" sends it to "origin"'
        ),
        "    r:21:1: a lower score is sent by the rule here",
        "    why:  a need that is better on every criterion would go back to its sender, where one that is worse is taken on",
        "    mend: turn the conditions on the score round, or leave the score out of one of the rules",
        (
            'r:20:1: varning[score-sends-back]: ett behov med högre poäng skickas tillbaka: med outcome = "go-on" och 0 av högsta möjliga '
            'poäng skickar regeln ”mid” det till "agency", med 0.5 skickar regeln ”top” det till "origin"'
        ),
        "    r:21:1: lägre poäng skickas vidare av regeln här",
        "    varför: ett behov som är bättre på varje kriterium skulle gå tillbaka till avsändaren, medan ett som är sämre tas om hand",
        "    åtgärd: vänd på villkoren för poängen, eller ta bort poängen ur någon av reglerna",
    ]


def test_a_place_that_is_left_and_come_back_to_is_a_warning() -> None:
    nearest = Course(to=Target(nearest="rss"))
    rules = _rules(
        rule("top", to("agency"), {"score": _score("2/3")}), rule("mid", nearest, {"score": _score("1/3")}), rule("rest", to("agency"))
    )

    assert _told(rules) == [
        (
            'r:21:1: warning[score-comes-back]: a destination is left and come back to as the score rises: with {}, rule "rest" sends it '
            'to "agency" at 0 of the highest possible score, '
            'rule "mid" to { nearest = "rss" } at 1/3, and rule "top" to "agency" again at 2/3'
        ),
        "    r:22:1: a lower score is sent by the rule here",
        "    r:20:1: a still higher score is sent by the rule here",
        "    why:  whichever of the two is the better place for a need, some need is sent to the worse one because its score is higher",
        "    mend: let each destination have one stretch of the score",
        (
            "r:21:1: varning[score-comes-back]: en mottagare lämnas och kommer tillbaka när poängen stiger: med {} skickar regeln ”rest” "
            'behovet till "agency" vid 0 av högsta möjliga poäng, regeln ”mid” till { nearest = "rss" } vid 1/3 och regeln ”top” till '
            '"agency" igen vid 2/3'
        ),
        "    r:22:1: lägre poäng skickas vidare av regeln här",
        "    r:20:1: ännu högre poäng skickas vidare av regeln här",
        "    varför: vilken av de två som än passar ett behov bäst skickas något behov till den sämre för att dess poäng är högre",
        "    åtgärd: låt varje mottagare ha en enda sträcka av poängen",
    ]


def test_a_need_that_goes_elsewhere_is_a_note() -> None:
    contact = Course(to=Target(contact_of_support=True))
    rules = _rules(rule("top", to("agency"), {"score": _score("2/3"), "kind": "offer"}), rule("rest", contact))

    assert _told(rules) == [
        (
            'r:20:1: note[score-moves]: the score decides where a need goes: with kind = "offer" and a score of 0 of the highest possible, '
            'rule "rest" sends it to { contact_of = "support" }; with 2/3, rule "top" sends it to "agency"'
        ),
        "    r:21:1: a lower score is sent by the rule here",
        "    why:  needs that go to different places are not compared, and nobody has said which place is the better one",
        "    mend: if that is what is meant, there is nothing to mend; otherwise leave the score out of one of the rules",
        (
            'r:20:1: upplysning[score-moves]: poängen avgör vart ett behov går: med kind = "offer" och 0 av högsta möjliga poäng skickar '
            'regeln ”rest” det till { contact_of = "support" }, med 2/3 skickar regeln ”top” det till "agency"'
        ),
        "    r:21:1: lägre poäng skickas vidare av regeln här",
        "    varför: behov som går till olika mottagare jämförs inte, och ingen har sagt vilken mottagare som är den bättre",
        "    åtgärd: är det så det är tänkt finns inget att åtgärda; ta annars bort poängen ur någon av reglerna",
    ]


def test_a_higher_score_that_is_taken_on_is_a_note_too() -> None:
    rules = _rules(rule("top", to("agency"), {"score": _score("2/3")}), rule("rest", to()))

    assert [(found.code, found.severity) for found in check_fares(rules)] == [("score-moves", Severity.NOTE)]


def test_a_rule_that_no_score_reaches_is_an_error_with_the_nearest_scores() -> None:
    rules = _rules(rule("top", to("agency"), {"score": _score("0.4", "0.5"), "kind": "offer"}), rule("rest", to("agency")))

    assert _told(rules) == [
        (
            'r:20:1: error[rule-unscored]: rule "top" of table "destination" never decides: no need scores what is left for it of '
            'score = { min_share = "2/5", below_share = "1/2" }; the nearest score that occurs is 1/3 or 0.5'
        ),
        "    why:  a rule that never decides looks as if it did",
        "    mend: move the limits to scores that occur, or take the rule away",
        (
            "r:20:1: fel[rule-unscored]: regeln ”top” i tabellen ”destination” avgör aldrig något: inget behov får de poäng som återstår "
            'för den av score = { min_share = "2/5", below_share = "1/2" }; närmast förekommer 1/3 eller 0.5'
        ),
        "    varför: en regel som aldrig avgör något ser ut att göra det",
        "    åtgärd: flytta gränserna till poäng som förekommer, eller ta bort regeln",
    ]


def test_a_rule_that_does_not_ask_for_the_score_itself_is_shown_by_what_it_asks() -> None:
    rules = _rules(
        rule("top", to("agency"), {"score": _score("0.5")}),
        rule("low", to("agency"), {"score": _score(below="0.4")}),
        rule("offers", to("agency"), {"kind": "offer"}),
        rule("gap", to("agency")),
    )

    assert [(found.code, found.params["rule"], found.params["conditions"]) for found in check_fares(rules)] == [
        ("rule-unscored", "offers", 'kind = "offer"'),
        ("rule-unscored", "gap", ""),
    ]


def test_what_is_not_settled_is_a_warning() -> None:
    rules = _rules(rule("top", to("agency"), {"score": _score("0.4")}), rule("rest", to("agency")))

    assert _told(rules, nodes=1) == [
        'r:19:1: warning[fares-undecided]: it could not be settled in 1 steps how needs fare in table "destination" as their score rises',
        "    why:  a need that scores higher may be sent back, or a rule may ask for a score that no need has",
        "    mend: ask of fewer fields in the rules that read the score, or use scales whose scores can be counted",
        (
            "r:19:1: varning[fares-undecided]: det gick inte att på 1 steg avgöra hur det går för behov i tabellen ”destination” när "
            "poängen stiger"
        ),
        "    varför: ett behov med högre poäng kan skickas tillbaka, eller en regel kan fråga efter poäng som inget behov får",
        "    åtgärd: fråga efter färre fält i reglerna som läser poängen, eller välj skalor vars poäng går att räkna",
    ]


def test_rules_that_cannot_be_reckoned_with_are_left_to_other_checks() -> None:
    score = {"score": _score("1/2")}

    assert list(check_fares(_rules(rule("top", to("agency"), score), rule("rest", to()), criteria=[]))) == []
    assert list(check_fares(_rules(rule("top", to("agency"), score), rule("top", to())))) == []
    assert list(check_fares(rule_set())) == []


def test_rules_without_places_are_told_without_them() -> None:
    bare = rule_set(destination=table("destination", rule("top", to("agency"), {"score": _score("1/2")}), rule("rest", to())))

    (found,) = check_fares(bare)

    assert (found.span, found.related) == (None, ())


def test_a_fare_is_of_courses() -> None:
    rules = rule_set(criteria=[criterion()])
    odd = Fare(rules=[rule("one", "inform"), rule("two", "go-on")], points=[0, 1], of=3, witness=Witness({}))

    with pytest.raises(TypeError, match="rule one concludes 'inform'; expected a course"):
        tell(odd, rules, 1)
