import pytest

from builders import label
from prioritera.model.result import Decision, Result
from prioritera.model.round import Round

FIRST = Decision(need_id="n1", title="One", outcome="go-on")
SECOND = Decision(need_id="n2", title="Two", outcome="merged", merged_into="n1")


def result() -> Result:
    return Result(round=Round(id="r", label=label(), records=()), decisions=[FIRST, SECOND], rules_hash="", network_hash="")


def test_a_decision_is_found_by_the_id_of_its_record() -> None:
    assert result().decision("n2") is SECOND


def test_a_record_that_was_not_there_has_no_decision() -> None:
    with pytest.raises(KeyError, match="n3"):
        result().decision("n3")


@pytest.mark.parametrize(
    ("outcome", "own"), [("error", True), ("merged", True), ("conflict", True), ("fact-needed", True), ("go-on", False), ("", False)]
)
def test_four_outcomes_are_the_engine_s_own(outcome: str, own: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert Decision(need_id="n", title="", outcome=outcome).is_engine_outcome is own
