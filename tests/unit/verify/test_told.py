from fractions import Fraction

import attrs

from builders import fields, rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Snippet, Span, describe
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule, Table
from prioritera.verify.told import check_tables, order_notes


def _placed(made: Table) -> Table:
    """The table in a file: itself on line 1, its rules on the lines after."""
    rules = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(made.rules, 2)]
    return attrs.evolve(made, rules=rules, span=Span("rules.toml", 1, 1))


FIELDS = {name: field for name, field in fields().items() if name != "level"}
BACK = table("destination", rule("back", to()))


def _triage(*rules: Rule, hit: Hit = Hit.FIRST) -> RuleSet:
    return rule_set(fields=FIELDS, tables=[], triage=_placed(table("outcome", *rules, hit=hit)), destination=BACK)


def _told(rules: RuleSet, language: str = "en", *, nodes: int = 200_000) -> list[str]:
    return [line for found in check_tables(rules, nodes=nodes) for line in describe(without_need(found), language).splitlines()]


def without_need(found: Diagnostic) -> Diagnostic:
    """The finding without the need to paste, which has tests of its own."""
    return attrs.evolve(found, snippets=[one for one in found.snippets if one.role == "suggested-rule"])


ALWAYS = rule("rest", "go-on")
OFFERS = rule("offers", "inform", {"kind": "offer", "urgent": True})
GAP = _triage(OFFERS, rule("known", "inform", {"kind": Condition(field="kind", test=OneOf(["question", "offer"]), missing=True)}))
NEVER = _triage(rule("never", "inform", {"wait": Within(low=5, high=4), "kind": "offer"}), ALWAYS)
LATE = rule_set(
    triage=_placed(table("outcome", rule("late", "inform", {"level": "high", "wait": Within(high=4)}), ALWAYS)),
    destination=BACK,
)
DEAD = _triage(rule("any-offer", "inform", {"kind": "offer"}), rule("urgent", "go-on", {"urgent": True}), OFFERS, ALWAYS)
OVERLAP = _triage(
    rule("offers", "inform", {"kind": "offer"}),
    rule("others", "go-on", {"kind": Condition(field="kind", test=OneOf(["question", "other"]), missing=True)}),
    rule("urgent", "go-on", {"urgent": True}),
    hit=Hit.UNIQUE,
)


def test_a_gap_is_told_with_a_need_for_which_there_is_no_rule() -> None:
    assert _told(GAP) == [
        'rules.toml:1:1: error[table-gap]: table "outcome" has no rule for kind = "other"',
        "    why:  a need that no rule matches would have no outcome and go nowhere",
        "    mend: add a rule for this case, or widen the conditions of one that is near it",
        "    a rule for it, when its id and what it concludes are filled in:",
        "        [[outcome.rules]]",
        '        id = "?"',
        '        when.kind = "other"',
        '        outcome = "?"  # "go-on" | "inform" | "fact-needed"',
    ]
    assert _told(GAP, "sv") == [
        'rules.toml:1:1: fel[table-gap]: tabellen ”outcome” har ingen regel för kind = "other"',
        "    varför: ett behov som ingen regel gäller skulle bli utan utfall och stanna där",
        "    åtgärd: lägg till en regel för fallet, eller vidga villkoren i en som ligger nära",
        "    en regel för detta, när id och slutsats är ifyllda:",
        "        [[outcome.rules]]",
        '        id = "?"',
        '        when.kind = "other"',
        '        outcome = "?"  # "go-on" | "inform" | "fact-needed"',
    ]


def test_a_contradiction_is_told_with_the_conditions() -> None:
    asked = 'wait = { min = 5, max = 4 }, kind = "offer"'

    assert _told(NEVER) == [
        f'rules.toml:2:1: error[rule-contradiction]: rule "never" of table "outcome" can never match: no need meets {asked}',
        "    why:  a rule that matches nothing looks as if it decided something",
        "    mend: mend the conditions, or take the rule away",
    ]
    assert _told(NEVER, "sv") == [
        f"rules.toml:2:1: fel[rule-contradiction]: regeln ”never” i tabellen ”outcome” kan aldrig gälla: inget behov uppfyller {asked}",
        "    varför: en regel som aldrig gäller ser ut att avgöra något",
        "    åtgärd: rätta villkoren, eller ta bort regeln",
    ]


def test_an_unreachable_rule_is_told_with_the_conclusion_it_waits_for() -> None:
    english = 'the tables before it never conclude level = "high" for a need that meets the rest of it'
    swedish = 'tidigare tabeller ger aldrig level = "high" för ett behov som uppfyller resten av den'

    assert _told(LATE) == [
        f'rules.toml:2:1: error[rule-unreachable]: rule "late" of table "outcome" is never reached: {english}',
        "    why:  a rule that matches nothing looks as if it decided something",
        "    mend: mend the condition or the tables before it, or take the rule away",
    ]
    assert _told(LATE, "sv") == [
        f"rules.toml:2:1: fel[rule-unreachable]: regeln ”late” i tabellen ”outcome” blir aldrig aktuell: {swedish}",
        "    varför: en regel som aldrig gäller ser ut att avgöra något",
        "    åtgärd: rätta villkoret eller de tidigare tabellerna, eller ta bort regeln",
    ]


def test_a_dead_rule_is_told_with_the_rules_that_take_its_needs() -> None:
    need = 'kind = "offer", urgent = true'
    english = f'every need that it matches is taken by a rule before it (any-offer), as "any-offer" takes {need}'
    swedish = f"varje behov som den gäller fångas av en tidigare regel (any-offer), så som ”any-offer” fångar {need}"

    assert _told(DEAD) == [
        f'rules.toml:4:1: error[rule-dead]: rule "offers" of table "outcome" never decides: {english}',
        "    rules.toml:2:1: the earlier rule stands here",
        "    why:  a rule that never decides looks as if it did",
        "    mend: move it before the rules that take its needs, narrow those, or take it away",
    ]
    assert _told(DEAD, "sv") == [
        f"rules.toml:4:1: fel[rule-dead]: regeln ”offers” i tabellen ”outcome” avgör aldrig något: {swedish}",
        "    rules.toml:2:1: den tidigare regeln står här",
        "    varför: en regel som aldrig avgör något ser ut att göra det",
        "    åtgärd: flytta den före reglerna som fångar dess behov, snäva in dem, eller ta bort den",
    ]


def test_an_overlap_is_told_with_both_places() -> None:
    english = 'needs that rules before it (offers, others) match too, as "offers" matches kind = "offer", urgent = true'
    swedish = 'behov som också tidigare regler (offers, others) gäller, så som ”offers” gäller kind = "offer", urgent = true'

    assert _told(OVERLAP) == [
        f'rules.toml:4:1: error[rules-overlap]: rule "urgent" of table "outcome" matches {english}',
        "    rules.toml:2:1: the earlier rule stands here",
        "    rules.toml:3:1: the earlier rule stands here",
        '    why:  with the hit policy "unique" one rule may match a need, and no more; neither of two decides',
        '    mend: narrow one of the rules, or give the table the hit policy "first" and let their order decide',
    ]
    assert _told(OVERLAP, "sv") == [
        f"rules.toml:4:1: fel[rules-overlap]: regeln ”urgent” i tabellen ”outcome” gäller {swedish}",
        "    rules.toml:2:1: den tidigare regeln står här",
        "    rules.toml:3:1: den tidigare regeln står här",
        "    varför: med träffregeln ”unique” får högst en regel gälla för ett behov; av två avgör ingen",
        "    åtgärd: snäva in någon av reglerna, eller ge tabellen träffregeln ”first” och låt ordningen avgöra",
    ]


def test_what_is_undecided_is_told_as_an_error() -> None:
    wide = _triage(rule("wide", "inform", {"causes": SetTest(any=frozenset({"gap", "support"}))}), ALWAYS)

    assert _told(wide, nodes=1) == [
        'rules.toml:1:1: error[table-undecided]: table "outcome" could not be proved whole in 1 steps',
        "    why:  what is not proved may have a gap, so it is not taken for whole",
        "    mend: let a table before it conclude part of what this one asks, so that each of its rules asks of fewer fields",
    ]
    assert _told(wide, "sv", nodes=1) == [
        "rules.toml:1:1: fel[table-undecided]: det gick inte att bevisa på 1 steg att tabellen ”outcome” är hel",
        "    varför: det som inte är bevisat kan ha en lucka och räknas därför inte som helt",
        "    åtgärd: låt en tidigare tabell dra en del av slutsatserna, så att varje regel här frågar efter färre fält",
    ]


def test_a_rule_that_catches_what_another_has_caught_is_told_without_conditions() -> None:
    english = 'never decides: every need that it matches is taken by a rule before it (rest), as "rest" takes {}'

    assert _told(_triage(ALWAYS, attrs.evolve(ALWAYS, id="again")))[0] == (
        f'rules.toml:3:1: error[rule-dead]: rule "again" of table "outcome" {english}'
    )


def test_findings_without_places_are_told_without_them() -> None:
    twice = table("outcome", ALWAYS, attrs.evolve(ALWAYS, id="again"))

    (found,) = check_tables(rule_set(fields=FIELDS, tables=[], triage=twice, destination=BACK))

    assert (found.span, found.related) == (None, ())


def test_of_tables_that_do_not_fit_together_nothing_is_proved() -> None:
    assert _told(rule_set(triage=table("outcome", rule("odd", "go-on", {"unknown": "word"})))) == []


ORDER = _triage(
    rule("offers", "inform", {"kind": "offer"}),
    rule("urgent", "go-on", {"urgent": True}),
    rule("waiting", "go-on", {"wait": Within(low=5)}),
    rule("known", "inform", {"kind": "question"}),
    rule("small", "go-on", {"wait": Within(high=4)}),
    ALWAYS,
)


def _noted(rules: RuleSet, language: str = "en", *, nodes: int = 200_000) -> list[str]:
    return [line for found in order_notes(rules, nodes=nodes) for line in describe(without_need(found), language).splitlines()]


def test_where_the_order_decides_is_noted_once_a_table() -> None:
    english = "5 of its 6 rules (urgent, waiting, known, …) match needs that an earlier rule concludes otherwise about"
    swedish = "5 av dess 6 regler (urgent, waiting, known, …) gäller även behov som en tidigare regel fångar med en annan slutsats"
    need = 'kind = "offer", urgent = true'
    taken = f"så som ”offers” före ”urgent” fångar {need}"

    assert _noted(ORDER) == [
        f'rules.toml:3:1: note[order-decides]: the order decides in table "outcome": {english}, as "offers" before "urgent" takes {need}',
        "    rules.toml:2:1: the earlier rule stands here",
        '    why:  with the hit policy "first" the first rule that matches decides, so moving one of these changes decisions',
        "    mend: nothing is wrong; see that the order is the one you mean",
    ]
    assert _noted(ORDER, "sv") == [
        f"rules.toml:3:1: upplysning[order-decides]: ordningen avgör i tabellen ”outcome”: {swedish}, {taken}",
        "    rules.toml:2:1: den tidigare regeln står här",
        "    varför: med träffregeln ”first” avgör den första regel som gäller, så beslut ändras om någon av dem flyttas",
        "    åtgärd: inget är fel; se efter att ordningen är den ni menar",
    ]


def test_the_order_of_rules_that_conclude_alike_or_share_no_need_is_not_noted() -> None:
    alike = _triage(rule("offers", "inform", {"kind": "offer"}), rule("urgent", "inform", {"urgent": True}))
    apart = _triage(rule("offers", "inform", {"kind": "offer"}), rule("others", "go-on", {"kind": "other"}))
    unique = _triage(rule("offers", "inform", {"kind": "offer"}), rule("urgent", "go-on", {"urgent": True}), hit=Hit.UNIQUE)

    assert _noted(alike) == []
    assert _noted(apart) == []
    assert _noted(unique) == []


def test_of_an_order_that_the_budget_does_not_settle_nothing_is_said() -> None:
    assert _noted(ORDER, nodes=3) == []


def test_of_tables_that_do_not_fit_together_no_order_is_noted() -> None:
    assert _noted(_triage(rule("offers", "inform", {"unknown": "offer"}))) == []


def test_a_finding_comes_with_a_need_to_paste() -> None:
    (gap,) = check_tables(GAP)

    assert gap.snippets[1] == Snippet(
        role="need-with-placeholders",
        text="""\
[[needs]]
id = "example"
title = "Example"
area = "elderly"

[[needs.origins]]
actor = "municipality-1"
backing = "municipality"
decided = "minutes"

[needs.facts]
kind = "other"
urgent = false""",
    )


def test_where_no_need_is_found_that_could_be_written_that_is_said() -> None:
    some = rule("some", to(), {SCORE: ShareOfScore(below=Fraction(1, 10))})
    most = rule("most", to(), {SCORE: ShareOfScore(low=Fraction(1, 9))})

    (gap,) = check_tables(rule_set(destination=table("destination", most, some)))

    assert gap.snippets[-1] == Snippet(role="no-need", text="")
    assert describe(gap, "en").splitlines()[-1] == "    whether anyone could write a need that shows it is undecided"
    assert describe(gap, "sv").splitlines()[-1] == "    om någon kunde skriva ett behov som visar det är inte avgjort"
