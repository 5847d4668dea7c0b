from fractions import Fraction

import pytest

from builders import fields
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.value import Missing
from prioritera.tables.evaluate import Seen
from prioritera.verify.shown import condition_as_written, need_as_written


def test_a_need_is_shown_as_its_facts_are_written() -> None:
    values: dict[str, Seen] = {
        "kind": "offer",
        "urgent": True,
        "wait": 3,
        "causes": frozenset({"support", "gap"}),
        "place": Missing(),
        SCORE: Fraction(1, 3),
    }

    assert need_as_written(values, values) == (
        'kind = "offer", urgent = true, wait = 3, causes = ["gap", "support"], place = { missing = true }, score = "1/3"'
    )


def test_a_need_of_which_nothing_is_asked_is_shown_as_an_empty_condition() -> None:
    assert need_as_written({}, []) == "{}"


@pytest.mark.parametrize(
    ("condition", "written"),
    [
        (Condition(field="kind", test=OneOf(["offer"])), 'kind = "offer"'),
        (Condition(field="kind", test=OneOf(["offer", "other"])), 'kind = ["offer", "other"]'),
        (Condition(field="kind", test=OneOf(["offer"]), missing=True), 'kind = { in = ["offer"], missing = true }'),
        (Condition(field="urgent", test=OneOf([False])), "urgent = false"),
        (Condition(field="wait", missing=True), "wait = { missing = true }"),
        (Condition(field="wait", test=Within(2, 4)), "wait = { min = 2, max = 4 }"),
        (Condition(field="place", test=Within(high=1)), 'place = { max = "regional" }'),
        (Condition(field="place", test=Within(low=7)), "place = { min = 7 }"),
        (
            Condition(field="causes", test=SetTest(any=frozenset({"gap"}), none=frozenset({"support"}))),
            'causes = { any = ["gap"], none = ["support"] }',
        ),
        (
            Condition(field="causes", test=SetTest(all=frozenset({"gap"}), only=frozenset({"gap", "support"}))),
            'causes = { all = ["gap"], only = ["gap", "support"] }',
        ),
        (
            Condition(field=SCORE, test=ShareOfScore(Fraction(1, 3), Fraction(1))),
            'score = { min_share = "1/3", below_share = "1" }',
        ),
    ],
)
def test_a_condition_is_shown_as_it_is_written_in_a_rule_file(condition: Condition, written: str) -> None:
    assert condition_as_written(condition, fields().get(condition.field)) == written
