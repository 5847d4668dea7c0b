from builders import label, rule, rule_set, table, terms
from prioritera.model.condition import OneOf, SetTest, Within
from prioritera.model.field import Field, Kind
from prioritera.model.field import Origin as From
from prioritera.model.ruleset import RuleSet
from prioritera.verify.axes import NO, YES, Part, Space, space_of
from prioritera.verify.boxes import Cut
from prioritera.verify.impossible import never


def _number(name: str, measure: str) -> Field:
    return Field(id=name, kind=Kind.WHOLE, origin=From.DERIVED, label=label(), high=5, measure=measure)


def _rules(*fields: Field, **when: OneOf | SetTest | Within) -> RuleSet:
    asked = [rule(name, "inform", {name: test}) for name, test in when.items()]
    return rule_set(
        fields={**rule_set().fields, **{field.id: field for field in fields}},
        tables=[],
        triage=table("outcome", *asked, rule("rest", "go-on")),
    )


def _never(rules: RuleSet) -> tuple[set[Cut], Space]:
    space = space_of(rules)
    return set(never(space)), space


def test_a_missing_set_has_no_words_and_a_set_that_may_not_be_empty_has_one() -> None:
    found, space = _never(_rules(causes=SetTest(any=frozenset({"gap"}))))

    gap, other, missing = space.places["causes"]
    assert found == {((gap, YES), (missing, YES)), ((other, YES), (missing, YES)), ((gap, NO), (other, NO), (missing, NO))}


def test_a_set_that_may_be_empty_can_have_no_words() -> None:
    free = Field(id="free", kind=Kind.SET, label=label(), terms=terms("a"))

    found, space = _never(_rules(free, free=SetTest(any=frozenset({"a"}))))

    a, missing = space.places["free"]
    assert found == {((a, YES), (missing, YES))}


def test_structures_are_never_more_than_organisations() -> None:
    structures, bodies = _number("structures", "distinct-rss"), _number("bodies", "distinct-organisations")

    found, space = _never(_rules(structures, bodies, structures=Within(low=3), bodies=Within(low=2)))

    one, other = space.places["structures"][0], space.places["bodies"][0]
    assert space.axes[one].ranges == ((0, 2), (3, 5))
    assert space.axes[other].ranges == ((0, 1), (2, 5))
    assert found == {((one, 0b10), (other, 0b01))}


def test_cells_that_no_need_has_are_taken_away_by_themselves() -> None:
    found, space = _never(_rules(_number("bodies", "distinct-organisations"), bodies=Within(low=1)))

    assert found == {((space.places["bodies"][0], 0b01),)}


def test_what_is_implied_by_way_of_a_measure_without_a_field_holds_too() -> None:
    anchoring, bodies = _number("anchoring", "anchoring-level"), _number("bodies", "distinct-organisations")

    found, space = _never(_rules(anchoring, bodies, anchoring=Within(low=5), bodies=Within(low=2)))

    one, other = space.places["anchoring"][0], space.places["bodies"][0]
    assert space.axes[one].ranges == ((0, 4), (5, 5))
    assert found == {((one, 0b10), (other, 0b01))}


def test_two_fields_of_one_measure_have_one_value() -> None:
    again = _number("again", "anchoring-level")

    found, space = _never(_rules(again, reach=Within(low=4), again=Within(low=2)))

    first, second = space.places["reach"][0], space.places["again"][0]
    assert (space.axes[first].ranges, space.axes[second].ranges) == (((0, 3), (4, 5)), ((0, 1), (2, 5)))
    assert found == {((first, 0b10), (second, 0b01))}


def test_a_derived_set_is_never_missing() -> None:
    parts = Field(
        id="parts", kind=Kind.SET, origin=From.DERIVED, label=label(), terms=terms("target-group", "context"), measure="parts-present"
    )

    found, space = _never(_rules(parts, parts=SetTest(any=frozenset({"context"}))))

    assert found == set()
    assert [space.axes[place].part for place in space.places["parts"]] == [Part.WORD, Part.OTHER]
