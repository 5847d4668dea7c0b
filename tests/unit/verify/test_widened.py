import attrs
import pytest

from builders import fields, rule, rule_set, table, to
from prioritera.model.condition import Condition, OneOf, SetTest, Within
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.verify.findings import Gap
from prioritera.verify.shown import region_as_written
from prioritera.verify.tables import prove

EVERY = frozenset({"gap", "support", "routine"})


def _gap(*rules: Rule) -> str:
    """The region of the gap of a triage table, as it is written."""
    made: RuleSet = rule_set(tables=[], triage=table("outcome", *rules), destination=table("destination", rule("back", to())))
    (gap,) = prove(made)
    assert isinstance(gap, Gap)
    return region_as_written(gap.region, made.fields)


def _missing(field: str) -> Condition:
    return Condition(field=field, missing=True)


@pytest.mark.parametrize(
    ("matched", "left"),
    [
        ({"kind": OneOf(["offer", "other", "question"])}, "kind = { missing = true }"),
        ({"kind": _missing("kind")}, 'kind = ["offer", "other", "question"]'),
        ({"urgent": _missing("urgent")}, "urgent = [false, true]"),
        ({"wait": Condition(field="wait", test=Within(low=5), missing=True)}, "wait = { max = 4 }"),
        ({"wait": Condition(field="wait", test=Within(high=4), missing=True)}, "wait = { min = 5 }"),
        ({"wait": _missing("wait")}, "wait = { min = 0 }"),
        ({"reach": Within(low=1, high=4)}, "reach = { max = 0 }"),
        ({"causes": Condition(field="causes", test=SetTest(none=frozenset({"gap"})), missing=True)}, 'causes = { any = ["gap"] }'),
        ({"causes": SetTest(any=frozenset({"gap"}))}, 'causes = { none = ["gap"], missing = true }'),
        ({"causes": SetTest(any=EVERY)}, "causes = { missing = true }"),
        ({"causes": _missing("causes")}, 'causes = { any = ["gap", "routine", "support"] }'),
        (
            {"causes": Condition(field="causes", test=SetTest(only=frozenset({"gap", "support"})), missing=True)},
            'causes = { any = ["routine"] }',
        ),
        (
            {"causes": Condition(field="causes", test=SetTest(any=frozenset({"routine", "support"})), missing=True)},
            'causes = { none = ["routine", "support"] }',
        ),
    ],
)
def test_what_a_rule_leaves_is_said_as_the_condition_that_would_take_it(matched: dict[str, Condition], left: str) -> None:
    assert _gap(rule("some", "inform", matched)) == left


def test_a_known_set_that_may_be_empty_is_said_as_the_need_has_it() -> None:
    may_be_empty = {**fields(), "causes": attrs.evolve(fields()["causes"], may_be_empty=True)}
    unknown = table("outcome", rule("some", "inform", {"causes": _missing("causes")}))
    worded = rule("worded", "inform", {"causes": Condition(field="causes", test=SetTest(none=frozenset({"gap"})), missing=True)})
    back = table("destination", rule("back", to()))

    (gap,) = prove(rule_set(fields=may_be_empty, tables=[], triage=unknown, destination=back))
    (other,) = prove(rule_set(fields=may_be_empty, tables=[], triage=table("outcome", worded), destination=back))

    assert isinstance(gap, Gap)
    assert isinstance(other, Gap)
    assert region_as_written(gap.region, may_be_empty) == 'causes = { none = ["gap", "routine", "support"] }'
    assert region_as_written(other.region, may_be_empty) == 'causes = { any = ["gap"] }'
