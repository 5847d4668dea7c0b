import attrs
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


def test_of_records_with_the_same_id_the_first_is_found() -> None:
    twice = attrs.evolve(result(), decisions=[FIRST, attrs.evolve(FIRST, title="Again")])

    assert twice.decision("n1") is FIRST


def test_to_ask_for_every_decision_does_not_compare_each_with_every_other() -> None:
    asked: list[str] = []

    class Told(str):
        """An id that tells when it is compared."""

        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            asked.append(self)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    many = [attrs.evolve(FIRST, need_id=Told(f"n{number}")) for number in range(100)]
    whole = attrs.evolve(result(), decisions=many)
    asked.clear()

    assert all(whole.decision(f"n{number}") is one for number, one in enumerate(many))
    assert len(asked) <= 2 * len(many)


def test_a_record_that_was_not_there_has_no_decision() -> None:
    with pytest.raises(KeyError, match="n3"):
        result().decision("n3")


@pytest.mark.parametrize(
    ("outcome", "own"), [("error", True), ("merged", True), ("conflict", True), ("fact-needed", True), ("go-on", False), ("", False)]
)
def test_four_outcomes_are_the_engine_s_own(outcome: str, own: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert Decision(need_id="n", title="", outcome=outcome).is_engine_outcome is own
