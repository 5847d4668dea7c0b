from fractions import Fraction

import pytest

from prioritera.model.explanation import Comparison, Explanation, ValueChange, WeightChange
from prioritera.model.result import Decision
from prioritera.model.trace import Of, Trace, Verdict


def test_an_explanation_holds_its_reasons_in_order() -> None:
    tables = [Trace(kind=Of.TABLE, id=name, verdict=Verdict.FIRED) for name in ("level", "triage")]

    held = Explanation(decision=Decision(need_id="n", title="", outcome="go-on"), tables=tables)

    assert [trace.id for trace in held.tables] == ["level", "triage"]
    assert held.score is None


def test_a_comparison_says_nothing_that_was_not_found() -> None:
    held = Comparison(first="a", second="b", relation="tie")

    assert (held.differences, held.value_changes, held.weight_changes, held.separated_by) == ((), (), (), ())


@pytest.mark.parametrize("ties", [True, False])
def test_a_change_that_only_ties_is_told_from_one_that_turns(ties: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert WeightChange(criterion="c", before=1, after=2, ties=ties).ties is ties
    assert not ValueChange(criterion="c", need="a", before=None, after=Fraction(2), steps=None).ties
