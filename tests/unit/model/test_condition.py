from fractions import Fraction

import pytest

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within


def test_a_condition_that_asks_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the condition on wait asks nothing; expected a test, or missing$"):
        Condition(field="wait")


def test_a_condition_asks_by_a_test_by_missing_or_by_both() -> None:
    assert Condition(field="wait", missing=True).test is None
    assert not Condition(field="wait", test=Within(low=1)).missing
    assert Condition(field="wait", test=Within(low=1), missing=True).missing


def test_the_words_asked_for_have_no_order() -> None:
    assert OneOf(["a", "b", "a"]) == OneOf(["b", "a"])
    assert hash(OneOf(["a", "b"])) == hash(OneOf(["b", "a"]))


def test_what_is_not_said_is_not_asked() -> None:
    assert SetTest() == SetTest(any=None, all=None, none=None, only=None)
    assert Within() == Within(low=None, high=None)
    assert ShareOfScore(Fraction(1, 3)).below is None
