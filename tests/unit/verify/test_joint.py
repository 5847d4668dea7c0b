"""Two rule sets laid out together: what is one field, what is one a side, and the words in which conditions are asked of both."""

import attrs
import pytest

from builders import label, rule, rule_set, table, terms, to
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.verify.joint import TRIAGED, joint, together

RULES = rule_set()


def field(**more: object) -> Field:
    given = {"id": "f", "kind": Kind.WHOLE, "label": label(), "low": 0, "high": 9, **more}
    return Field(**given)  # type: ignore[arg-type]  # whatever a field may hold


def with_field(name: str, **more: object) -> RuleSet:
    changed = attrs.evolve(RULES.fields[name], **more)  # type: ignore[arg-type]  # whatever a field may hold
    return rule_set(fields={**RULES.fields, name: changed})


def conditions(rules: RuleSet, other: RuleSet) -> dict[str, tuple[Condition, ...]]:
    """The conditions of the rules of one side, in the words of both."""
    both = joint(rules, other, same_score=True)
    return {one.id: one.when for sheet in both.old.sheets for one in sheet.table.rules}


def test_equal_rule_sets_have_everything_in_common() -> None:
    both = joint(RULES, RULES, same_score=True)

    assert {name: found for name, found in both.old.names.items() if name != found} == {"outcome": TRIAGED}
    assert both.old.names == both.new.names
    assert [sheet.table.concludes for sheet in both.chain] == ["level", TRIAGED]


def test_tables_that_conclude_otherwise_have_a_conclusion_each() -> None:
    other = rule_set(tables=[table("level", rule("all", "low"))])

    both = joint(RULES, other, same_score=False)

    assert (both.old.names["level"], both.new.names["level"]) == ("before:level", "after:level")
    assert (both.old.names["outcome"], both.new.names["outcome"]) == (TRIAGED, TRIAGED)
    assert [sheet.table.concludes for sheet in both.chain] == ["before:level", TRIAGED, "after:level"]
    assert (both.old.names[SCORE], both.new.names[SCORE]) == ("before:score", "after:score")
    assert both.old.own("before:level") == "level"
    assert both.old.sheet("nothing") is None
    assert (both.old.triaged, both.new.triaged) == (TRIAGED, TRIAGED)


def test_a_table_is_not_shared_when_its_words_are_others() -> None:
    other = with_field("level", terms=terms("low", "high", "top"))

    assert joint(RULES, other, same_score=True).new.names["level"] == "after:level"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"low": 3, "high": 20}, (3, 9)),
        ({"low": 10, "high": 20}, None),
        ({"kind": Kind.FLAG}, None),
        ({"origin": Origin.DERIVED, "measure": "distinct-rss"}, None),
    ],
)
def test_two_numbers_have_their_bounds_in_common(more: dict[str, object], found: tuple[int, int] | None) -> None:
    both = together(field(), field(**more))

    assert (None if both is None else (both.low, both.high)) == found


def test_two_choices_have_their_words_in_common() -> None:
    one, other = (field(kind=Kind.CHOICE, terms=terms(*words)) for words in ("abc", "cbd"))

    both = together(one, other)

    assert both is not None
    assert both.words == ("c", "b")
    assert together(one, field(kind=Kind.CHOICE, terms=terms("x"))) is None


def test_two_sets_may_be_empty_only_where_both_may() -> None:
    one, other = (field(kind=Kind.SET, terms=terms("a"), may_be_empty=empty) for empty in (True, False))

    both = together(one, other)

    assert both is not None
    assert not both.may_be_empty


def test_a_field_that_is_asked_in_another_way_is_one_a_side() -> None:
    other = with_field("wait", kind=Kind.FLAG)
    asked = rule_set(triage=table("outcome", rule("long", "inform", {"wait": Within(low=3)}), rule("rest", "go-on")), tables=[])

    both = joint(asked, attrs.evolve(other, tables=[], triage=table("outcome", rule("all", "go-on"))), same_score=True)

    assert (both.old.names["wait"], both.new.names["wait"]) == ("before:wait", "after:wait")


def test_a_range_of_words_is_asked_by_the_words() -> None:
    asked = rule_set(
        triage=table(
            "outcome",
            rule("some", "inform", {"place": Within(low=1)}),
            rule("others", "inform", {"place": Within(high=0)}),
            rule("rest", "go-on"),
        )
    )

    found = conditions(asked, RULES)

    assert found["some"] == (Condition(field="place", test=OneOf(["regional", "national"])),)
    assert found["others"] == (Condition(field="place", test=OneOf(["local"])),)


@pytest.mark.parametrize(
    ("test", "found"),
    [
        (SetTest(any=frozenset({"gap", "support"})), SetTest(any=frozenset({"support"}))),
        (SetTest(none=frozenset({"gap", "support"}), only=frozenset({"gap"})), SetTest(none=frozenset({"support"}), only=frozenset())),
        (SetTest(all=frozenset({"gap", "support"})), SetTest(any=frozenset())),
        (SetTest(all=frozenset({"support"})), SetTest(all=frozenset({"support"}))),
    ],
)
def test_words_that_only_one_side_knows_are_held_by_no_need(test: SetTest, found: SetTest) -> None:
    asked = rule_set(triage=table("outcome", rule("some", "inform", {"causes": test}), rule("rest", "go-on")))
    other = with_field("causes", terms=terms("support", "routine"))

    assert conditions(asked, other)["some"] == (Condition(field="causes", test=found),)


def test_words_of_a_choice_that_only_one_side_knows_are_left_out() -> None:
    other = with_field("kind", terms=terms("question", "other"))
    asked = rule_set(
        triage=table(
            "outcome", rule("flag", "inform", {"urgent": True}), rule("some", "inform", {"kind": OneOf(["offer"])}), rule("rest", "go-on")
        )
    )

    found = conditions(asked, other)

    assert found["some"] == (Condition(field="kind", test=OneOf([])),)
    assert found["flag"] == (Condition(field="urgent", test=OneOf([True])),)


def test_the_score_and_missing_values_are_asked_as_they_are() -> None:
    share = Condition(field=SCORE, test=ShareOfScore(low=None))
    missing = Condition(field="wait", missing=True)
    sent = table("destination", rule("high", to("agency"), {SCORE: share, "wait": missing}), rule("back", to()))

    assert conditions(rule_set(destination=sent), RULES)["high"] == (share, missing)


def test_a_default_is_part_of_what_a_table_says() -> None:
    plain = table("outcome", rule("offers", "inform", {"kind": "offer"}))
    one, other = (rule_set(triage=attrs.evolve(plain, default=rule("rest", then))) for then in ("go-on", "inform"))

    assert joint(one, other, same_score=True).old.names["outcome"] == "before:outcome"
    assert joint(one, one, same_score=True).old.names["outcome"] == TRIAGED
