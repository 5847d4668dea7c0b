from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from builders import MISSING, fields, label, rule, rule_set, table, terms, to, values
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.table import Aggregate, Hit
from prioritera.model.value import Between
from prioritera.tables.chain import Known, ScoreRange, completions, cuts_of, run_destination, run_triage

FIELDS = fields()


def test_the_chain_is_run_in_order_and_each_table_reads_what_those_before_it_concluded() -> None:
    by_level = table("outcome", rule("high-ones", "inform", {"level": "high"}), rule("the-rest", "go-on"))
    rules = rule_set(triage=by_level)

    run = run_triage(rules, values(wait=7))

    assert [(name, fired.id) for name, fired in run.rules] == [("level", "long-wait"), ("outcome", "high-ones")]
    assert run.outcome == "inform"
    assert run.triage_rule.id == "high-ones"
    assert run.values == {**values(wait=7), "level": "high", "outcome": "inform"}


def test_what_was_handed_in_is_left_as_it_was() -> None:
    given = values()

    run_triage(rule_set(), given)

    assert given == values()


def test_a_table_without_a_rule_for_the_values_is_an_error() -> None:
    rules = rule_set(tables=[table("level", rule("long-wait", "high", {"wait": Within(low=5)}))])

    with pytest.raises(ValueError, match=r"^table level has no rule for these values; verify the rule set$"):
        run_triage(rules, values(wait=1))


def test_the_destination_reads_outcome_and_score() -> None:
    high = rule("high", to("agency"), {"outcome": "go-on", "score": ShareOfScore(low=Fraction(1, 2))})
    rules = rule_set(destination=table("destination", high, rule("rest", to())))

    found = [run_destination(rules, {"outcome": "go-on", "score": Fraction(score, 4)}).id for score in range(5)]

    assert found == ["rest", "rest", "high", "high", "high"]


def test_a_destination_table_without_a_rule_for_the_values_is_an_error() -> None:
    rules = rule_set(destination=table("destination", rule("ahead", to("agency"), {"outcome": "go-on"})))

    with pytest.raises(ValueError, match=r"^table destination has no rule for these values; verify the rule set$"):
        run_destination(rules, {"outcome": "inform"})


def test_cuts_are_where_some_condition_of_some_table_changes_its_answer() -> None:
    triage = table(
        "outcome",
        rule("one", "inform", {"wait": Within(2, 4), "place": Within(low=1), "causes": SetTest(any=frozenset({"gap"})), "urgent": True}),
        rule("two", "inform", {"wait": Within(low=5), "reach": Within(high=3), "kind": OneOf(["offer"])}),
        rule("three", "inform", {"wait": Condition(field="wait", missing=True), "place": OneOf(["national"])}),
    )
    score = rule("s", to(), {"score": ShareOfScore(Fraction(1, 3), Fraction(2, 3))})

    cuts = cuts_of(rule_set(tables=[], triage=triage, destination=table("destination", score, rule("rest", to()))))

    assert cuts == {
        "wait": (2, 5),
        "place": (1, 2, 3),
        "causes": (),
        "urgent": (),
        "reach": (4,),
        "kind": (1, 2),
        "score": (Fraction(1, 3), Fraction(2, 3)),
    }


def test_an_open_bound_cuts_nothing() -> None:
    triage = table("outcome", rule("one", "inform", {"wait": Within(), "score": ShareOfScore()}))

    assert cuts_of(rule_set(tables=[], triage=triage, destination=table("destination"))) == {"wait": (), "score": ()}


def test_with_nothing_open_there_is_one_completion() -> None:
    assert list(completions(values(wait=MISSING), FIELDS, {"wait": (Fraction(2),)})) == [values(wait=MISSING)]


def test_a_range_has_a_representative_in_each_cell_least_first() -> None:
    cuts = {"reach": (Fraction(1), Fraction(3), Fraction(4)), "place": (Fraction(2),)}

    reached = [one["reach"] for one in completions({"reach": Between(1, 4)}, FIELDS, cuts)]
    placed = [one["place"] for one in completions({"place": Between(0, 2)}, FIELDS, cuts)]

    assert reached == [1, 3, 4]
    assert placed == ["local", "national"]


@pytest.mark.parametrize(("between", "found"), [(Between(0, 2), [0]), (Between(0, 3), [0, 3]), (Between(3, 3), [3]), (Between(4, 5), [4])])
def test_only_cuts_inside_the_range_divide_it(between: Between, found: list[int]) -> None:
    assert [one["reach"] for one in completions({"reach": between}, FIELDS, {"reach": (Fraction(3),)})] == found


def test_a_range_that_no_condition_asks_about_is_one_cell() -> None:
    assert list(completions({"reach": Between(1, 4)}, FIELDS, {})) == [{"reach": 1}]


def test_a_number_that_is_no_field_is_a_number() -> None:
    assert list(completions({"other": Between(1, 2)}, FIELDS, {"other": (Fraction(2),)})) == [{"other": 1}, {"other": 2}]


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [(0, 6, [0, 2, 4]), (2, 3, [2]), (1, 4, [1, 2, 4]), (5, 5, [5])],
)
def test_a_score_is_cut_at_the_first_point_of_each_share(low: int, high: int, found: list[int]) -> None:
    cuts = {"score": (Fraction(1, 3), Fraction(2, 3))}

    shares = [one["score"] for one in completions({"score": ScoreRange(low, high, 6)}, FIELDS, cuts)]

    assert shares == [Fraction(points, 6) for points in found]


def test_a_share_between_two_points_begins_at_the_next_one() -> None:
    shares = [one["score"] for one in completions({"score": ScoreRange(0, 10, 10)}, FIELDS, {"score": (Fraction(1, 3),)})]

    assert shares == [0, Fraction(4, 10)]


def test_several_ranges_are_completed_in_every_combination() -> None:
    known: Known = {"kind": "offer", "reach": Between(1, 2), "score": ScoreRange(0, 1, 1)}

    found = list(completions(known, FIELDS, {"reach": (Fraction(2),), "score": (Fraction(1),)}))

    assert found == [{"kind": "offer", "reach": reach, "score": score} for reach in (1, 2) for score in (0, 1)]


def test_cells_that_no_need_has_together_are_left_out() -> None:
    asked: list[dict[str, tuple[int, int]]] = []

    def possible(ranges: Mapping[str, tuple[int, int]]) -> bool:
        asked.append(dict(ranges))
        return ranges["anchoring-level"] == (3, 4) or ranges["highest-level"] == (0, 1)

    known: Known = {"wait": 4, "reach": Between(1, 4), "place": Between(0, 2), "score": ScoreRange(0, 1, 1)}
    cuts = {"reach": (Fraction(3),), "place": (Fraction(2),)}

    found = list(completions(known, FIELDS, cuts, possible))

    assert [(one["reach"], one["place"]) for one in found] == [(1, "local"), (3, "local"), (3, "national")]
    assert asked[0] == {"anchoring-level": (1, 2), "highest-level": (0, 1)}


def test_a_known_number_and_two_fields_of_one_measure_bound_what_is_possible() -> None:
    again = {**FIELDS, "again": attrs.evolve(FIELDS["reach"], id="again")}
    asked: list[dict[str, tuple[int, int]]] = []

    def possible(ranges: Mapping[str, tuple[int, int]]) -> bool:
        asked.append(dict(ranges))
        return True

    list(completions({"reach": 3, "again": Between(1, 4)}, again, {}, possible))

    assert asked == [{"anchoring-level": (3, 3)}]


SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), high=9)


def test_sets_and_numbers_that_are_concluded_are_read_by_later_tables_and_every_rule_that_fired_is_told() -> None:
    signs = table("signs", rule("later", "b", {"wait": Within(low=3)}), rule("always", "a"), hit=Hit.OUTPUT_ORDER, order=("a", "b"))
    both = rule("both", "", {"signs": SetTest(all=frozenset("ab"))})
    points = table("points", both, rule("never", "", {"wait": Within(low=9)}), hit=Hit.COLLECT, aggregate=Aggregate.COUNT)
    triage = table("outcome", rule("counted", "inform", {"points": Within(low=1)}), rule("rest", "go-on"))
    rules = rule_set(fields={**fields(), "signs": SIGNS, "points": POINTS}, tables=[signs, points], triage=triage)

    run = run_triage(rules, values(wait=4))

    assert run.concluded == {"signs": frozenset("ab"), "points": 1, "outcome": "inform"}
    assert [(name, fired.id) for name, fired in run.rules] == [
        ("signs", "always"),
        ("signs", "later"),
        ("points", "both"),
        ("outcome", "counted"),
    ]
    assert run_triage(rules, values(wait=1)).concluded == {"signs": frozenset("a"), "points": 0, "outcome": "go-on"}


def test_a_sum_of_no_number_is_an_error_and_not_0() -> None:
    points = table("points", rule("late", 1, {"wait": Within(low=9)}), hit=Hit.COLLECT, aggregate=Aggregate.SUM)
    rules = rule_set(fields={**fields(), "points": POINTS}, tables=[points])

    with pytest.raises(ValueError, match=r"^table points has no rule for these values; verify the rule set$"):
        run_triage(rules, values(wait=1))


def test_a_course_is_no_conclusion_of_a_table_before_the_destination() -> None:
    with pytest.raises(ValueError, match=r"^table outcome has no rule for these values; verify the rule set$"):
        run_triage(rule_set(triage=table("outcome", rule("way", to()))), values())


def test_the_default_of_the_destination_is_its_last_rule() -> None:
    rules = rule_set(destination=table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), default=rule("else", to())))

    assert run_destination(rules, {"outcome": "inform"}).id == "else"


def test_what_is_forbidden_is_told_beside_the_outcome_and_cuts_ranges_too() -> None:
    bans = [rule("far", "error", {"reach": Within(low=2, high=3)}), rule("late", "error", {"level": "high"})]
    rules = rule_set(forbidden=bans)

    run = run_triage(rules, values(wait=7))

    assert (run.outcome, [one.id for one in run.forbidden]) == ("go-on", ["far", "late"])
    assert run_triage(rules, values(reach=1)).forbidden == ()
    assert cuts_of(rules)["reach"] == (Fraction(2), Fraction(4))
