"""What changes from one rule set to another: the whole answer, for one thing changed at a time."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from builders import criterion, fields, label, rule, rule_set, table, terms, to, verified
from prioritera.methods.scales import Bins, Log, Points
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Cap, Minimum, PanelRule
from prioritera.model.field import Field, Kind
from prioritera.model.field import Origin as From
from prioritera.model.judged import Item, JudgedBy
from prioritera.model.outcome import Outcome
from prioritera.model.result import Fired
from prioritera.model.rules_diff import Change, Effect, Judgement, RulesDiff, Verdict
from prioritera.model.ruleset import Band, RuleSet, TieBreaker
from prioritera.model.table import Aggregate, Hit, Table
from prioritera.model.text import Label
from prioritera.verify import diff_tables
from prioritera.verify.diff import diff_rules
from prioritera.verify.diff_readings import judged_as_written

LONG = Points([(0, 0), (1000, 10)])


def diff(old: RuleSet, new: RuleSet, **options: Any) -> RulesDiff:  # noqa: ANN401 -- whatever may be asked
    return diff_rules(verified(old), verified(new), **options)


def of(about: str, found: RulesDiff) -> Effect:
    (effect,) = [effect for effect in found.effects if effect.about == about]
    return effect


def changed(found: RulesDiff) -> list[tuple[str, str]]:
    """The effects that are there, each with what it is about."""
    return [(effect.about, effect.id) for effect in found.effects if effect.verdict is Verdict.CHANGED]


def triage(*rules: Any, **more: Any) -> Table:  # noqa: ANN401 -- rules, and whatever a table may hold
    return attrs.evolve(table("outcome", *rules), **more)


OFFERS, REST = rule("offers", "inform", {"kind": "offer"}), rule("the-rest", "go-on")


def test_nothing_changes_between_equal_rule_sets() -> None:
    found = diff(rule_set(), rule_set())

    assert (found.verdict, found.is_settled) == (Verdict.SAME, True)
    assert (found.parts, found.changes, found.undecided) == ((), (), ())
    assert {effect.about: effect.verdict.value for effect in found.effects} == dict.fromkeys(
        ["minimum", "order", "group", "placed", "lists"], "same"
    )


def test_rules_that_have_not_been_verified_are_refused() -> None:
    with pytest.raises(TypeError, match="diff_rules takes two VerifiedRuleSets, not RuleSet; verify the rules first"):
        diff_rules(verified(rule_set()), rule_set())  # type: ignore[arg-type]  # what is refused


def test_an_outcome_that_changes_is_shown_with_rules_region_and_need() -> None:
    new = rule_set(triage=triage(rule("offers", "inform", {"kind": "offer", "urgent": True}), REST))

    (change,) = diff(rule_set(), new).changes

    fired = [
        ("level", "level", "other-wait", "other-wait"),
        ("outcome", "outcome", "offers", "the-rest"),
        ("destination", "destination", "back", "ahead"),
    ]
    assert change == Change(
        about="outcome",
        before=OFFERS,
        after=REST,
        regions=[(Condition(field="kind", test=OneOf(["offer"])), Condition(field="urgent", test=OneOf([False]), missing=True))],
        complete=True,
        witness={"wait": 0, "kind": "offer", "urgent": False},
        old=Judgement(outcome="inform", destination="origin", fired=[Fired(table=table_, rule=rule_) for table_, _, rule_, _ in fired]),
        new=Judgement(outcome="go-on", destination="agency", fired=[Fired(table=table_, rule=rule_) for _, table_, _, rule_ in fired]),
    )


def test_two_rules_in_another_order_change_nothing_where_no_need_meets_both() -> None:
    rules = (rule("one", "inform", {"kind": "offer"}), rule("two", "go-on", {"kind": "question"}), rule("rest", "go-on"))
    old, new = (rule_set(triage=triage(*order)) for order in (rules, (rules[1], rules[0], rules[2])))

    found = diff(old, new)

    assert found.verdict is Verdict.SAME
    assert [(part.kind, part.key) for part in found.parts] == [("table", "order")]


def test_a_change_further_back_is_told_by_the_facts_behind_it() -> None:
    read = triage(rule("high", "inform", {"level": "high"}), REST)
    later = table("level", rule("long-wait", "high", {"wait": Within(low=7)}), rule("other-wait", "low"))
    old = rule_set(triage=read)

    (change,) = diff(old, attrs.evolve(old, tables=[later])).changes

    assert (change.before.id, change.after.id) == ("high", "the-rest")
    assert change.regions == ((Condition(field="wait", test=Within(5, 6)),),)


def test_a_conclusion_that_lists_are_read_by_is_compared() -> None:
    later = table("level", rule("long-wait", "high", {"wait": Within(low=7)}), rule("other-wait", "low"))
    old = rule_set(list_key=("level",))

    found = diff(old, attrs.evolve(old, tables=[later]))

    assert [(change.about, change.before.id, change.after.id) for change in found.changes] == [("level", "long-wait", "other-wait")]
    assert diff(rule_set(), rule_set(tables=[later])).changes == ()
    gone = rule_set(tables=[], fields={name: one for name, one in fields().items() if name != "level"})
    assert [(part.kind, part.id) for part in diff(rule_set(), gone).parts] == [("field", "level"), ("table", "level")]


def test_a_count_that_ties_are_told_apart_by_is_not_compared_rule_by_rule() -> None:
    points = Field(id="points", kind=Kind.WHOLE, origin=From.CONCLUSION, label=label(), high=2)
    counted = attrs.evolve(table("points", rule("some", "x", {"kind": "offer"})), hit=Hit.COLLECT, aggregate=Aggregate.COUNT)
    old = rule_set(fields={**fields(), "points": points}, tables=[counted], tie_breakers=[TieBreaker(field="points")])
    other = attrs.evolve(counted, rules=[rule("some", "x", {"kind": "question"})])

    found = diff(old, attrs.evolve(old, tables=[other]))

    assert (found.verdict, found.undecided) == (Verdict.UNDECIDED, ("points",))


def test_where_a_need_goes_is_compared_with_the_same_outcome() -> None:
    new = rule_set(destination=table("destination", rule("ahead", to("other"), {"outcome": "go-on"}), rule("back", to())))

    (change,) = diff(rule_set(), new).changes

    assert (change.about, change.given, change.old.destination, change.new.destination) == ("destination", "", "agency", "other")
    assert change.regions == ((Condition(field="outcome", test=OneOf(["go-on"])),),)


def test_where_a_need_goes_that_waits_for_a_fact_is_compared_too() -> None:
    sent = table(
        "destination", rule("ahead", to("agency"), {"outcome": "go-on"}), rule("ask", to(), {"outcome": "fact-needed"}), rule("back", to())
    )
    asked = triage(rule("broad", "inform", {"reach": Within(low=3)}), REST)
    old = rule_set(destination=sent, triage=asked)
    other = attrs.evolve(sent, rules=[sent.rules[0], rule("ask", to("agency"), {"outcome": "fact-needed"}), sent.rules[2]])

    (change,) = diff(old, attrs.evolve(old, destination=other)).changes

    assert (change.given, change.before.id, change.after.id, change.regions) == ("fact-needed", "ask", "ask", ((),))


def test_where_a_need_goes_that_fails_a_minimum_is_compared_too() -> None:
    gate = criterion("impact", minimum=Minimum(x=2, outcome="make-precise"))
    outcomes = {**rule_set().outcomes, "make-precise": Outcome(id="make-precise", label=label())}
    sent = table(
        "destination",
        rule("ahead", to("agency"), {"outcome": "go-on"}),
        rule("precise", to(), {"outcome": "make-precise"}),
        rule("back", to()),
    )
    old = rule_set(criteria=[gate], outcomes=outcomes, destination=sent)
    other = attrs.evolve(sent, rules=[sent.rules[0], rule("precise", to("other"), {"outcome": "make-precise"}), sent.rules[2]])

    found = diff(old, attrs.evolve(old, destination=other))

    assert [(change.given, change.before.id) for change in found.changes] == [("make-precise", "precise")]


def scored(cut: Fraction) -> Table:
    return table("destination", rule("high", to("agency"), {SCORE: ShareOfScore(cut, None)}), rule("back", to()))


def test_a_limit_of_the_score_that_no_need_lies_between_changes_nothing() -> None:
    old, same, other = (
        rule_set(criteria=[criterion("impact")], destination=scored(cut)) for cut in (Fraction(1, 2), Fraction(3, 5), Fraction(3, 4))
    )

    assert diff(old, same).verdict is Verdict.SAME
    change, waiting = diff(old, other).changes
    assert (change.given, waiting.given) == ("", "fact-needed")
    assert dict(change.performances) == {"impact": Fraction(2)}
    assert change.witness[SCORE] == Fraction(2, 3)


def test_scores_of_two_kinds_are_compared_need_by_need() -> None:
    one, other = (
        rule_set(criteria=[criterion("impact", scale)], destination=scored(Fraction(1, 2)))
        for scale in (Bins([(0, 0), (1, 1), (2, 2), (3, 3)]), Bins([(0, 0), (1, 2), (2, 2), (3, 3)]))
    )

    change, _ = diff(one, other).changes

    assert (change.witness["before:score"], change.witness["after:score"]) == (Fraction(1, 3), Fraction(2, 3))
    assert dict(change.performances) == {"impact": Fraction(1)}


def test_a_score_with_too_many_values_is_not_settled() -> None:
    old = rule_set(criteria=[criterion("impact", LONG)], destination=scored(Fraction(1, 2)))

    found = diff(old, attrs.evolve(old, destination=scored(Fraction(3, 4))))

    assert (found.undecided, found.is_settled, found.changes) == (("destination",), False, ())
    assert diff(old, old).verdict is Verdict.SAME


def test_a_score_of_many_values_is_settled_by_a_need_that_was_tried() -> None:
    old = rule_set(criteria=[criterion("impact", LONG)], destination=scored(Fraction(1, 2)))

    found = diff(old, attrs.evolve(old, destination=scored(Fraction(1))))

    assert [(change.given, dict(change.performances)) for change in found.changes] == [
        ("", {"impact": Fraction(999)}),
        ("fact-needed", {"impact": Fraction(999)}),
    ]
    assert found.undecided == ()


def test_a_small_budget_leaves_tables_undecided() -> None:
    new = rule_set(triage=triage(rule("offers", "inform", {"kind": "offer", "urgent": True}), REST))

    assert diff(rule_set(), new, nodes=1).undecided == ("outcome", "destination")
    assert diff(rule_set(), new, nodes=4).undecided == ("outcome",)


def test_not_more_regions_are_shown_than_asked_for() -> None:
    asked = {name: Condition(field="causes", test=SetTest(all=frozenset({name}))) for name in ("gap", "support", "routine")}
    rules = [
        rule(f"only-{name}", "inform", {"causes": one, "wait": Within(low=place)}) for place, (name, one) in enumerate(asked.items(), 1)
    ]
    old = rule_set(triage=triage(REST))
    new = rule_set(triage=triage(*rules, REST))

    (first, *_) = diff(new, old, most=1).changes

    assert len(first.regions) == 1
    many = rule_set(triage=triage(rule("any", "inform", {"causes": SetTest(any=frozenset({"gap", "support"}))}), REST))
    (change,) = diff(many, old, most=1).changes
    assert (len(change.regions), change.complete) == (1, False)


ONE = rule_set(criteria=[criterion("impact"), criterion("spread")])


@pytest.mark.parametrize(
    ("new", "effects"),
    [
        (rule_set(criteria=[criterion("impact", weight=2), criterion("spread")]), [("order", ""), ("group", "")]),
        (rule_set(criteria=[criterion("impact", weight=2), criterion("spread", weight=2)]), []),
        (rule_set(criteria=[criterion("impact")]), [("order", ""), ("group", "")]),
        (attrs.evolve(ONE, bands=ONE.bands[:2]), [("group", "")]),
        (attrs.evolve(ONE, bands=[Band(id="a", least=Fraction(1, 2)), *ONE.bands[1:]]), [("group", "")]),
        (attrs.evolve(ONE, min_known=Fraction(1, 3)), [("placed", "")]),
        (attrs.evolve(ONE, list_key=("area",)), []),
        (attrs.evolve(ONE, list_key=("area", "destination", "kind")), [("lists", "kind")]),
        (attrs.evolve(ONE, list_key=("area", "destination", "urgent")), [("lists", "urgent")]),
        (attrs.evolve(ONE, list_key=("destination",)), [("lists", "area")]),
        (attrs.evolve(ONE, list_key=("area", "destination", "outcome")), []),
        (attrs.evolve(ONE, tie_breakers=[TieBreaker(field="wait")]), [("order", "")]),
        (attrs.evolve(ONE, tie_breakers=[TieBreaker(field="urgent")]), [("order", "")]),
        (attrs.evolve(ONE, tie_breakers=[TieBreaker(field="place", prefer="less")]), [("order", "")]),
        (attrs.evolve(ONE, tie_breakers=[TieBreaker(criterion="spread")]), [("order", "")]),
        (attrs.evolve(ONE, propose_leaving_out_above=Fraction(1, 2)), []),
        (attrs.evolve(ONE, outcomes={**ONE.outcomes, "inform": Outcome(id="inform", label=label(), ranked=True)}), [("ranked", "inform")]),
        (
            attrs.evolve(ONE, outcomes={**ONE.outcomes, "inform": Outcome(id="inform", label=label(), look_again=True)}),
            [("look-again", "inform")],
        ),
        (rule_set(criteria=[criterion("impact", minimum=Minimum(x=2, outcome="inform")), criterion("spread")]), [("minimum", "")]),
        (rule_set(criteria=[criterion("impact", minimum=Minimum(x=2)), criterion("spread")]), [("order", "")]),
        (rule_set(criteria=[criterion("impact", high=4), criterion("spread")]), [("bounds", "impact")]),
        (rule_set(criteria=[criterion("impact", not_applicable=1), criterion("spread")]), [("not-applicable", "impact")]),
        (
            rule_set(criteria=[criterion("impact", panel=PanelRule(statistic="mean")), criterion("spread")]),
            [("panel", "impact")],
        ),
        (rule_set(criteria=[criterion("impact", panel=PanelRule(min_answers=3)), criterion("spread")]), [("panel", "impact")]),
        (
            rule_set(
                criteria=[criterion("impact", judged=JudgedBy(source="ballots", combine="points", points=[2, 1])), criterion("spread")]
            ),
            [("judged", "impact")],
        ),
    ],
)
def test_each_effect_is_told(new: RuleSet, effects: list[tuple[str, str]]) -> None:
    found = diff(ONE, new)

    assert changed(found) == effects
    assert found.is_settled
    assert found.verdict is (Verdict.CHANGED if effects else Verdict.SAME)


def test_two_needs_that_change_places_are_the_two_most_alike() -> None:
    new = rule_set(criteria=[criterion("impact", weight=2), criterion("spread")])

    one, other = of("order", diff(ONE, new)).examples

    assert (one.old.key < other.old.key, one.new.key < other.new.key) == (True, False)
    assert {name: other.performances[name] - one.performances[name] for name in ("impact", "spread")} != {"impact": 0, "spread": 0}
    assert (one.old.share, one.new.share) == (Fraction(1, 3), Fraction(4, 9))


def test_two_needs_that_share_a_place_only_before_are_shown() -> None:
    new = attrs.evolve(ONE, tie_breakers=[TieBreaker(field="urgent")])

    one, other = of("order", diff(ONE, new)).examples

    assert one.old.key == other.old.key
    assert one.new.key != other.new.key
    assert dict(one.performances) == dict(other.performances)
    back = of("order", diff(new, ONE)).examples
    assert back[0].new.key == back[1].new.key


def test_scales_of_many_steps_are_settled_when_they_are_in_proportion() -> None:
    old, same, other = (
        rule_set(criteria=[criterion("impact", LONG, weight=weight), criterion("spread", weight=more)])
        for weight, more in ((1, 1), (2, 2), (1, 2))
    )
    falling = Cap(by="spread", function=Bins([(0, 3), (2, 0)], whole=3))
    capped = rule_set(criteria=[criterion("impact", cap=falling), criterion("spread")])

    assert diff(old, same).verdict is Verdict.SAME
    assert changed(diff(old, other)) == [("order", ""), ("group", "")]
    undecided = diff(capped, attrs.evolve(capped, tie_breakers=[TieBreaker(criterion="spread", prefer="more")], bands=capped.bands[:1]))
    assert [(effect.about, effect.verdict.value) for effect in undecided.effects[1:3]] == [("order", "changed"), ("group", "changed")]


def test_a_scale_of_many_steps_that_is_bent_elsewhere_may_be_left_undecided() -> None:
    old = rule_set(criteria=[criterion("impact", Points([(0, 0), (500, 5), (1000, 10)]))], bands=[])
    new = rule_set(criteria=[criterion("impact", LONG)], bands=[])
    gated = rule_set(criteria=[criterion("impact", LONG, minimum=Minimum(x=2, outcome="inform"))], bands=[])

    found = diff(old, new)

    assert {effect.about: effect.verdict.value for effect in found.effects} == {
        "minimum": "same",
        "order": "undecided",
        "group": "undecided",
        "placed": "same",
        "lists": "same",
    }
    assert (found.verdict, found.is_settled) == (Verdict.UNDECIDED, False)
    assert of("minimum", diff(gated, gated)).verdict is Verdict.SAME


def test_a_tie_breaker_with_nothing_in_common_leaves_the_order_undecided() -> None:
    old = rule_set(tie_breakers=[TieBreaker(field="wait")])
    other = attrs.evolve(old.fields["wait"], kind=Kind.FLAG, high=0)

    found = diff(
        old,
        rule_set(tie_breakers=[TieBreaker(field="wait")], fields={**fields(), "wait": other}, tables=[table("level", rule("all", "low"))]),
    )

    assert of("order", found).verdict is Verdict.SAME


def test_a_number_of_many_values_is_tried_at_both_ends() -> None:
    wide = {**fields(), "wait": attrs.evolve(fields()["wait"], high=100)}
    old = rule_set(fields=wide)

    assert changed(diff(old, attrs.evolve(old, tie_breakers=[TieBreaker(field="wait")]))) == [("order", "")]
    twice = [TieBreaker(field="wait"), TieBreaker(field="wait")]
    assert of("order", diff(attrs.evolve(old, tie_breakers=twice[:1]), attrs.evolve(old, tie_breakers=twice))).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("number", "least", "verdict"),
    [(3, Fraction(1, 2), Verdict.CHANGED), (12, Fraction(0), Verdict.SAME), (12, Fraction(1, 2), Verdict.UNDECIDED)],
)
def test_how_much_is_known_is_counted_where_criteria_are_others(number: int, least: Fraction, verdict: Verdict) -> None:
    many = [criterion(f"c{place}", Bins([(0, 0), (1, 1)])) for place in range(number)]

    found = diff(rule_set(criteria=many, min_known=least), rule_set(criteria=many[1:], min_known=least))

    assert of("placed", found).verdict is verdict


def test_destinations_part_lists_where_ranked_needs_go_to_several() -> None:
    sent = table("destination", rule("ahead", to("agency"), {"outcome": "go-on", "urgent": True}), rule("back", to()))
    old = rule_set(destination=sent)

    effect = of("lists", diff(old, attrs.evolve(old, list_key=("area",))))

    assert (effect.id, [dict(example.values) for example in effect.examples]) == (
        "destination",
        [{"destination": "agency"}, {"destination": "origin"}],
    )


def test_outcomes_part_lists_where_several_are_ranked() -> None:
    outcomes = {**rule_set().outcomes, "inform": Outcome(id="inform", label=label(), ranked=True)}
    old = rule_set(outcomes=outcomes)

    effect = of("lists", diff(old, attrs.evolve(old, list_key=("area", "destination", "outcome"))))

    assert [(example.old.text, example.new.text) for example in effect.examples] == [("", "go-on"), ("", "inform")]


def test_not_applicable_that_counts_the_same_changes_nothing() -> None:
    scale = Bins([(0, 0), (1, 1), (3, 1)])
    old, same, other = (rule_set(criteria=[criterion("impact", scale, not_applicable=x)]) for x in (1, 2, None))

    assert of("not-applicable", diff(old, same)).verdict is Verdict.SAME
    assert diff(old, same).verdict is Verdict.SAME
    assert of("not-applicable", diff(old, other)).verdict is Verdict.CHANGED


def test_a_panel_that_few_answers_do_not_tell_apart_is_undecided() -> None:
    scale = Bins([(0, 0), (1, 1)])
    old, new = (rule_set(criteria=[criterion("impact", scale, panel=PanelRule(statistic=name))]) for name in ("median", "mean"))

    assert of("panel", diff(old, new)).verdict is Verdict.UNDECIDED


def test_a_region_that_is_too_dear_to_widen_stays_as_it_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    later = table("level", rule("long-wait", "high", {"wait": Within(low=7)}), rule("other-wait", "low"))
    old = rule_set(triage=triage(rule("high", "inform", {"level": "high"}), REST))
    monkeypatch.setattr(diff_tables, "_WIDENING", 0)

    (change,) = diff(old, attrs.evolve(old, tables=[later]), most=None).changes

    assert change.complete
    assert {condition.field for where in change.regions for condition in where} == {"wait", "before:level", "after:level"}


def test_an_outcome_that_only_one_side_has_is_told_first() -> None:
    outcomes = {**rule_set().outcomes, "adapt": Outcome(id="adapt", label=label())}
    new = rule_set(outcomes=outcomes, triage=triage(rule("offers", "adapt", {"kind": "offer"}), REST))

    found = diff(rule_set(), new)

    assert diff(new, rule_set()).verdict is Verdict.CHANGED
    assert [(part.kind, part.id, part.before, part.after) for part in found.parts][:1] == [("outcome", "adapt", "", "adapt")]
    assert [(change.old.outcome, change.new.outcome) for change in found.changes] == [("inform", "adapt")]


def test_words_that_only_one_side_has_are_not_compared() -> None:
    wider = {**fields(), "kind": attrs.evolve(fields()["kind"], terms=terms("question", "offer", "other", "wish"))}
    new = rule_set(fields=wider, triage=triage(rule("wishes", "inform", {"kind": "wish"}), OFFERS, REST))

    found = diff(rule_set(), new)

    assert (found.verdict, found.changes) == (Verdict.SAME, ())
    assert [(part.kind, part.key) for part in found.parts if part.kind == "field"] == [("field", "words")]


def forbids(*bans: tuple[str, dict[str, Any]]) -> RuleSet:
    return rule_set(forbidden=[rule(name, "error", when) for name, when in bans])


def test_what_one_side_forbids_is_shown_and_is_a_change() -> None:
    found = diff(rule_set(), forbids(("late", {"level": "high"})))

    assert [(part.kind, part.id, part.before, part.after) for part in found.parts] == [("forbidden", "late", "", "late")]
    assert (changed(found), found.verdict) == ([("forbidden", "late")], Verdict.CHANGED)
    assert changed(diff(forbids(("late", {"level": "high"})), rule_set())) == [("forbidden", "late")]


def test_what_both_forbid_by_another_name_or_in_another_order_is_no_change() -> None:
    one, other = ("late", {"level": "high", "kind": "offer"}), ("later", {"kind": "offer", "level": "high"})

    assert changed(diff(forbids(one), forbids(other))) == []
    assert diff(forbids(one), forbids(other)).verdict is Verdict.SAME


def test_what_the_other_side_forbids_otherwise_is_not_settled() -> None:
    found = diff(forbids(("late", {"wait": Within(low=8)})), forbids(("late", {"wait": Within(low=7)})))

    assert [(part.key, part.before, part.after) for part in found.parts] == [("when", "wait = { min = 8 }", "wait = { min = 7 }")]
    assert [(effect.id, effect.verdict) for effect in found.effects if effect.about == "forbidden"] == [("late", Verdict.UNDECIDED)] * 2
    assert (found.verdict, found.is_settled) == (Verdict.UNDECIDED, False)


def test_a_conclusion_that_is_forbidden_is_compared() -> None:
    old = forbids(("late", {"level": "high"}))
    new = attrs.evolve(old, tables=[table("level", rule("long-wait", "high", {"wait": Within(low=6)}), rule("other-wait", "low"))])

    assert [change.about for change in diff(old, new).changes] == ["level"]


def test_other_classes_change_the_order() -> None:
    old, new = rule_set(classes=TieBreaker(field="wait")), rule_set(classes=TieBreaker(field="wait", prefer="less"))

    found = diff(old, new)

    assert [(part.kind, part.key, part.before, part.after) for part in found.parts] == [("placing", "classes", "wait more", "wait less")]
    assert changed(found) == [("order", "")]
    assert changed(diff(rule_set(), old)) == [("order", "")]
    assert changed(diff(old, old)) == []


def test_rules_with_the_same_logarithm_place_needs_alike_and_another_is_shown_as_it_is_written() -> None:
    old, new = (
        rule_set(criteria=[criterion("impact", Log([(1, 0), (most, 1)]), low=1, high=100_000)], bands=[]) for most in (1000, 100_000)
    )

    assert diff(old, attrs.evolve(old, version="2")).verdict is Verdict.SAME
    assert ("function", "log 1: 0/1, 1000: 1/1", "log 1: 0/1, 100000: 1/1") in [
        (part.key, part.before, part.after) for part in diff(old, new).parts
    ]


def test_another_relative_scale_is_shown_as_it_is_written_and_not_settled() -> None:
    old, new = (rule_set(criteria=[criterion("impact", relative=kind)], bands=[]) for kind in ("range", "rank"))

    found = diff(old, new)

    assert [(part.key, part.before, part.after) for part in found.parts] == [("relative", "range", "rank")]
    assert of("order", found).verdict is Verdict.UNDECIDED
    assert diff(old, attrs.evolve(old, version="2")).verdict is Verdict.SAME


def test_how_answers_are_counted_is_written_whole_and_labels_are_no_part_of_it() -> None:
    rule = JudgedBy(
        source="scores", combine="mean", items=[Item(id="q", label=Label(sv="f", en="q"))], answers={"ja": Fraction(1), "nej": None}
    )
    plain = attrs.evolve(rule, items=[Item(id="q")])
    old, new = (rule_set(criteria=[criterion("impact", judged=one)]) for one in (rule, plain))

    assert judged_as_written(criterion("impact", judged=rule)) == (
        "mean of scores; items q; answers ja = 1, nej = blank; answer_step 1; groups as-they-are; voices person; "
        "unchosen below; min_answers 1"
    )
    assert diff(old, new).verdict is Verdict.SAME
