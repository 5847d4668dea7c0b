from fractions import Fraction

from builders import rule, rule_set, table, to
from prioritera.model.condition import SCORE, Condition, SetTest, ShareOfScore, Within
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.verify.axes import Axis, Part, space_of

MISSING = Missing()


def _rules(**when: Condition) -> RuleSet:
    conditions = [rule(f"r{place}", "inform", {condition.field: condition}) for place, condition in enumerate(when.values())]
    return rule_set(tables=[], triage=table("outcome", *conditions, rule("rest", "go-on")))


def _axes(rules: RuleSet, field: str) -> list[Axis]:
    space = space_of(rules)
    return [space.axes[place] for place in space.places[field]]


def test_a_choice_has_a_cell_a_word_and_one_for_missing() -> None:
    rules = _rules(kind=Condition(field="kind", missing=True))

    (axis,) = _axes(rules, "kind")

    assert axis.cells == ("question", "offer", "other", MISSING)
    assert axis.ranges == ((0, 0), (1, 1), (2, 2))


def test_every_need_has_an_area() -> None:
    (axis,) = _axes(_rules(area=Condition(field="area", missing=True)), "area")

    assert axis.cells == ("elderly", "disability")


def test_a_flag_is_no_yes_or_missing() -> None:
    (axis,) = _axes(_rules(urgent=Condition(field="urgent", missing=True)), "urgent")

    assert axis.cells == (False, True, MISSING)


def test_a_whole_number_is_cut_where_a_condition_changes_its_answer() -> None:
    rules = _rules(
        one=Condition(field="wait", test=Within(low=3)),
        two=Condition(field="wait", test=Within(low=0, high=4)),
        three=Condition(field="wait", test=Within(high=9)),
    )

    (axis,) = _axes(rules, "wait")

    assert axis.cells == (0, 3, 5, MISSING)
    assert axis.ranges == ((0, 2), (3, 4), (5, 9))


def test_a_derived_number_is_never_missing() -> None:
    (axis,) = _axes(_rules(reach=Condition(field="reach", test=Within(low=2))), "reach")

    assert axis.cells == (0, 2)
    assert axis.ranges == ((0, 1), (2, 5))


def test_a_set_has_an_axis_a_mentioned_word_one_for_any_other_and_one_for_missing() -> None:
    rules = _rules(causes=Condition(field="causes", test=SetTest(any=frozenset({"gap"}), none=frozenset({"routine"}))))

    axes = _axes(rules, "causes")

    assert [(axis.part, axis.word, axis.cells) for axis in axes] == [
        (Part.WORD, "gap", (False, True)),
        (Part.WORD, "routine", (False, True)),
        (Part.OTHER, "", (False, True)),
        (Part.MISSING, "", (False, True)),
    ]


def test_a_set_all_of_whose_words_are_mentioned_has_no_other_word() -> None:
    rules = _rules(causes=Condition(field="causes", test=SetTest(only=frozenset({"gap", "support", "routine"}))))

    assert space_of(rules).place("causes", Part.OTHER) is None


def test_the_score_is_cut_between_shares() -> None:
    far = Condition(field=SCORE, test=ShareOfScore(Fraction(1, 3), Fraction(2, 3)))
    rules = rule_set(destination=table("destination", rule("far", to("agency"), {SCORE: far}), rule("back", to())))

    (axis,) = _axes(rules, SCORE)

    assert axis.cells == (Fraction(0), Fraction(1, 3), Fraction(2, 3))


def test_the_score_goes_from_0_to_1_both_included() -> None:
    ends = Condition(field=SCORE, test=ShareOfScore(Fraction(0), Fraction(1)))
    beyond = Condition(field=SCORE, test=ShareOfScore(below=Fraction(3, 2)))
    asked = rule("ends", to("agency"), {SCORE: ends}), rule("beyond", to(), {SCORE: beyond})

    (axis,) = _axes(rule_set(destination=table("destination", *asked)), SCORE)

    assert axis.cells == (Fraction(0), Fraction(1))


def test_the_outcome_can_be_every_declared_one_or_that_a_fact_is_needed() -> None:
    (axis,) = _axes(rule_set(), "outcome")

    assert axis.cells == ("go-on", "inform", "fact-needed")


def test_a_field_that_no_table_reads_has_no_axis() -> None:
    assert space_of(_rules()).place("kind") is None


def test_the_mask_of_a_cell_that_is_not_there_is_nothing() -> None:
    axis = Axis(cells=("question", "offer"))

    assert (axis.cell("offer"), axis.cell("other"), axis.whole) == (0b10, 0, 0b11)
