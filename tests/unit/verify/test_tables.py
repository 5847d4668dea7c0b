"""What the proofs of tables find about whole tables: gaps, each with a need that shows it."""

from fractions import Fraction

from builders import fields, label, rule, rule_set, table, to
from prioritera.loading.load import load_rules
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule
from prioritera.model.value import Missing
from prioritera.tables.chain import run_triage
from prioritera.tables.evaluate import decide
from prioritera.verify.findings import Contradiction, Gap, Overlap
from prioritera.verify.shown import region_as_written
from prioritera.verify.tables import prove


def shown(finding: Gap | Overlap) -> str:
    """The region of a finding, as it is written."""
    return region_as_written(finding.region, fields())


def _triage(*rules: Rule, hit: Hit = Hit.FIRST) -> RuleSet:
    return rule_set(tables=[], triage=table("outcome", *rules, hit=hit), destination=table("destination", rule("back", to())))


def test_a_rule_set_without_fault_has_no_findings() -> None:
    assert prove(rule_set()) == ()


def test_the_shipped_rule_set_is_proved_whole() -> None:
    assert prove(load_rules("prioritera:sbu-four")) == ()


def test_a_gap_is_shown_by_a_need_that_no_rule_matches() -> None:
    rules = _triage(rule("offers", "inform", {"kind": "offer"}), rule("urgent", "go-on", {"urgent": True}))

    (gap,) = prove(rules)

    assert isinstance(gap, Gap)
    assert gap.table == "outcome"
    assert gap.witness == {"kind": "question", "urgent": False}
    assert shown(gap) == 'kind = { in = ["other", "question"], missing = true }, urgent = { in = [false], missing = true }'
    assert decide(rules.triage, gap.witness, rules.fields) is None


def test_a_gap_hangs_on_some_of_the_fields_only() -> None:
    offers = rule("offers", "inform", {"kind": "offer", "wait": Within(low=5)})

    (gap,) = prove(_triage(offers, rule("offer", "go-on", {"kind": "offer"}), rule("urgent", "go-on", {"urgent": True})))

    assert isinstance(gap, Gap)
    assert gap.table == "outcome"
    assert gap.witness == {"kind": "question", "wait": 0, "urgent": False}
    assert shown(gap) == 'kind = { in = ["other", "question"], missing = true }, urgent = { in = [false], missing = true }'


def test_a_gap_does_not_hang_on_fields_that_change_nothing() -> None:
    rules = _triage(rule("offers", "inform", {"kind": "offer", "urgent": True}), rule("known", "inform", {"kind": "other"}))

    (gap,) = prove(rules)

    assert isinstance(gap, Gap)
    assert shown(gap) == 'kind = { in = ["question"], missing = true }'


def test_a_set_without_words_is_no_gap_where_it_may_not_be_empty() -> None:
    every = frozenset({"gap", "support", "routine"})
    some = rule("some", "inform", {"causes": Condition(field="causes", test=SetTest(any=every), missing=True)})

    assert prove(_triage(some)) == ()


def test_a_missing_value_is_shown_as_missing() -> None:
    every = frozenset({"gap", "support", "routine"})

    (gap,) = prove(_triage(rule("some", "inform", {"causes": SetTest(any=every)})))

    assert isinstance(gap, Gap)
    assert gap.witness == {"causes": Missing()}


def test_a_mentioned_word_of_a_set_and_a_derived_word_are_shown() -> None:
    no_gap = rule("no-gap", "inform", {"causes": SetTest(none=frozenset({"gap"})), "place": "local"})
    unknown = rule("unknown", "inform", {"causes": Condition(field="causes", missing=True)})
    far = rule("far", "go-on", {"place": OneOf(["regional", "national"])})

    (gap,) = prove(_triage(no_gap, unknown, far))

    assert isinstance(gap, Gap)
    assert gap.witness == {"causes": frozenset({"gap"}), "place": "local"}


def test_an_unmentioned_word_of_a_set_is_shown() -> None:
    known = SetTest(any=frozenset({"gap"}))

    (gap,) = prove(_triage(rule("known", "inform", {"causes": Condition(field="causes", test=known, missing=True)})))

    assert isinstance(gap, Gap)
    assert gap.witness == {"causes": frozenset({"support"})}


def test_a_gap_in_numbers_that_imply_each_other_is_none() -> None:
    fields = [
        Field(id=name, kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=9, measure=measure)
        for name, measure in (("structures", "distinct-rss"), ("bodies", "distinct-organisations"))
    ]
    many = rule("many", "inform", {"structures": Within(low=3), "bodies": Within(low=3)})
    few = rule("few", "go-on", {"structures": Within(high=2)})
    every = {**rule_set().fields, **{field.id: field for field in fields}}

    assert prove(rule_set(fields=every, tables=[], triage=table("outcome", many, few))) == ()


def test_the_numbers_of_a_witness_keep_what_they_imply() -> None:
    bodies = Field(id="bodies", kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=9, measure="distinct-organisations")
    far = rule("far", "inform", {"reach": Within(high=4)})
    none = rule("none", "go-on", {"bodies": Within(high=0)})

    with_bodies = {**rule_set().fields, "bodies": bodies}
    contradiction, gap = sorted(prove(rule_set(fields=with_bodies, tables=[], triage=table("outcome", far, none))), key=str)[:2]

    assert contradiction == Contradiction(table="outcome", rule="none")
    assert isinstance(gap, Gap)
    assert gap.witness == {"reach": 5, "bodies": 2}


def test_a_number_of_a_witness_is_raised_to_what_another_implies() -> None:
    measures = {"structures": "distinct-rss", "bodies": "distinct-organisations", "groups": "distinct-rss"}
    numbers = [
        Field(id=name, kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=9, measure=measure) for name, measure in measures.items()
    ]
    few = rule("few", "inform", {"structures": Within(high=3)})
    fewer = rule("fewer", "inform", {"bodies": Within(high=1)})
    fewest = rule("fewest", "inform", {"groups": Within(high=2)})
    every = {**rule_set().fields, **{field.id: field for field in numbers}}

    found = prove(rule_set(fields=every, tables=[], triage=table("outcome", few, fewer, fewest)))

    gap = next(finding for finding in found if isinstance(finding, Gap))
    assert gap.witness == {"structures": 4, "bodies": 4, "groups": 4}


def test_a_gap_that_earlier_tables_never_give_is_none() -> None:
    # "high" is concluded of long waits only, so a short wait that is high is no need.
    rules = rule_set(
        triage=table(
            "outcome",
            rule("long", "inform", {"level": "high", "wait": Within(low=5)}),
            rule("short", "go-on", {"level": "low"}),
        )
    )

    assert prove(rules) == ()
    assert run_triage(rules, {"wait": 5}).outcome == "inform"


def test_a_gap_that_earlier_tables_do_give_is_shown_with_the_facts_that_give_it() -> None:
    rules = rule_set(
        triage=table(
            "outcome",
            rule("long", "inform", {"level": "high", "wait": Within(low=6)}),
            rule("short", "go-on", {"level": "low"}),
        )
    )

    (gap,) = prove(rules)

    assert isinstance(gap, Gap)
    assert gap.table == "outcome"
    assert gap.witness == {"level": "high", "wait": 5}
    assert shown(gap) == 'level = "high", wait = { max = 5, missing = true }'


def test_needs_in_the_gap_of_a_table_are_no_gap_of_the_next() -> None:
    level = table("level", rule("long", "high", {"wait": Within(low=5)}))
    triage = table("outcome", rule("long", "inform", {"wait": Within(low=5)}))

    (gap,) = prove(rule_set(tables=[level], triage=triage, destination=table("destination", rule("back", to()))))

    assert isinstance(gap, Gap)
    assert gap.table == "level"
    assert gap.witness == {"wait": 0}
    assert shown(gap) == "wait = { max = 4, missing = true }"


def test_of_a_unique_table_that_overlaps_the_tables_after_it_read_the_first_rule() -> None:
    level = table("level", rule("all", "high"), rule("long", "low", {"wait": Within(low=5)}), hit=Hit.UNIQUE)
    triage = table("outcome", rule("urgent", "inform", {"level": "high", "urgent": True}))

    overlap, gap = prove(rule_set(tables=[level], triage=triage, destination=table("destination", rule("back", to()))))

    assert isinstance(overlap, Overlap)
    assert (overlap.rule, overlap.earlier) == ("long", ("all",))
    assert overlap.witness == {"wait": 5}
    assert shown(overlap) == "wait = { min = 5 }"
    assert isinstance(gap, Gap)
    assert gap.table == "outcome"
    assert gap.witness == {"level": "high", "urgent": False, "wait": 0}
    assert shown(gap) == "urgent = { in = [false], missing = true }"


def test_a_need_on_which_an_earlier_unique_table_overlaps_can_show_a_gap() -> None:
    level = table("level", rule("all", "high"), rule("long", "low", {"wait": Within(low=5)}), hit=Hit.UNIQUE)
    triage = table("outcome", rule("short", "inform", {"level": "high", "wait": Within(high=4)}))

    _overlap, gap = prove(rule_set(tables=[level], triage=triage, destination=table("destination", rule("back", to()))))

    assert isinstance(gap, Gap)
    assert gap.table == "outcome"
    assert gap.witness == {"level": "high", "wait": 5}
    assert shown(gap) == "wait = { min = 5, missing = true }"


def test_a_gap_in_the_destination_is_followed_back_through_triage() -> None:
    ahead = rule("ahead", to("agency"), {"outcome": "go-on"})
    offers = rule("offers", to(), {"outcome": "inform", "kind": "offer"})

    assert prove(rule_set(destination=table("destination", ahead, offers))) == ()


def test_a_gap_between_shares_of_the_score_is_shown_by_a_share() -> None:
    far = rule("far", to("agency"), {SCORE: ShareOfScore(low=Fraction(1, 2))})
    near = rule("near", to(), {SCORE: ShareOfScore(below=Fraction(1, 3))})

    (gap,) = prove(rule_set(destination=table("destination", far, near)))

    assert isinstance(gap, Gap)
    assert gap.table == "destination"
    assert gap.witness == {SCORE: Fraction(1, 3)}
    assert shown(gap) == 'score = { min_share = "1/3", below_share = "1/2" }'


def test_an_outcome_that_the_engine_gives_needs_a_rule_too() -> None:
    rules = rule_set(
        tables=[],
        triage=table("outcome", rule("far", "inform", {"reach": Within(low=3)}), rule("rest", "go-on")),
        destination=table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to(), {"outcome": "inform"})),
    )

    (gap,) = prove(rules)

    assert isinstance(gap, Gap)
    assert gap.witness["outcome"] == "fact-needed"
