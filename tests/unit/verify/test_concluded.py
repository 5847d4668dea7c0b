from builders import label, rule, rule_set, table, terms
from prioritera.model.condition import SetTest, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Hit, Rule, Table
from prioritera.verify.axes import NO, YES, Axis, Space, space_of
from prioritera.verify.concluded import axis_of, cells_of, concluded_by, point_of, spans_of, wanted_spans

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c", "d"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=9)
NUMBERS = Axis(cells=(0, 3, 5), ranges=((0, 2), (3, 4), (5, 9)))


def numbers(aggregate: Aggregate, *then: int, default: int | None = None) -> Table:
    rules = [rule(f"r{place}", number) for place, number in enumerate(then)]
    otherwise = None if default is None else Rule(id="default", then=default)
    return table("points", *rules, hit=Hit.COLLECT, aggregate=aggregate, default=otherwise)


def laid_out(*tables: Table) -> Space:
    """The axes where `a` and `b` are asked about, and points are cut at 3 and 5."""
    base = rule_set()
    asked = [rule("signs", "inform", {"signs": SetTest(any=frozenset("ab"))}), rule("points", "inform", {"points": Within(3, 4)})]
    rules: RuleSet = rule_set(
        fields={**base.fields, "signs": SIGNS, "points": POINTS},
        tables=[*base.tables, *tables],
        triage=table("outcome", *asked, rule("rest", "go-on")),
    )
    return space_of(rules)


def test_the_words_of_rules_and_default_can_be_concluded() -> None:
    space = laid_out()
    ((place, mask),) = concluded_by(table("level", rule("one", "high"), default=Rule(id="default", then="low")), space)

    assert place == space.places["level"][0]
    assert mask == space.axes[place].cell("high") | space.axes[place].cell("low")


def test_a_word_of_a_set_can_be_there_where_some_rule_concludes_it() -> None:
    gathering = table("signs", rule("one", "a"), rule("two", "d"), hit=Hit.COLLECT)
    space = laid_out(gathering)

    a, b, other = space.places["signs"]
    assert concluded_by(gathering, space) == ((a, NO | YES), (b, NO), (other, NO | YES))
    assert [axis_of(word, "signs", space) for word in "abcd"] == [a, b, other, other]


def test_a_number_can_be_in_the_cells_that_the_table_can_come_to() -> None:
    counting = numbers(Aggregate.MAX, 3, 9)
    space = laid_out(counting)

    assert concluded_by(counting, space) == ((space.places["points"][0], 0b110),)


def test_courses_have_no_axis() -> None:
    assert concluded_by(rule_set().destination, laid_out()) == ()


def test_the_numbers_of_each_aggregate_lie_in_spans() -> None:
    assert spans_of(numbers(Aggregate.COUNT, 7, 7, 7)) == ((0, 3),)
    assert spans_of(numbers(Aggregate.COUNT, 7, default=9)) == ((0, 1), (9, 9))
    assert spans_of(numbers(Aggregate.SUM, 2, -1, 3, -4)) == ((-5, 5),)
    assert spans_of(numbers(Aggregate.MIN, 4, 2, default=8)) == ((4, 4), (2, 2), (8, 8))


def test_cells_are_those_in_which_some_number_lies_and_spans_those_of_cells() -> None:
    assert cells_of(NUMBERS, [(2, 3)]) == 0b011
    assert cells_of(NUMBERS, [(-3, -1), (10, 12)]) == 0
    assert cells_of(NUMBERS, [(4, 4), (9, 20)]) == 0b110
    assert wanted_spans(NUMBERS, 0b011) == ((0, 4),)
    assert wanted_spans(NUMBERS, 0b101) == ((0, 2), (5, 9))
    assert wanted_spans(NUMBERS, 0) == ()


def test_one_conclusion_is_in_one_cell_of_each_axis() -> None:
    space = laid_out()
    a, b, other = space.places["signs"]

    assert dict(point_of("signs", frozenset("ac"), space)) == {a: YES, b: NO, other: YES}
    assert dict(point_of("points", 4, space)) == {space.places["points"][0]: 0b010}
    assert dict(point_of("level", "high", space)) == {space.places["level"][0]: 0b10}
