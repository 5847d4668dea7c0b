from typing import Any

import pytest

from builders import label
from prioritera.model.catalogue import STATUSES, Catalogue, Support
from prioritera.model.round import CommitteeDecision, Cut, Record, Response, Round


def test_a_response_is_one_of_four_different_things() -> None:
    with pytest.raises(ValueError, match=r"^state is 'silent'; expected one of not-asked, no-answer, no-need, represented$"):
        Response(actor="town", state="silent")


def test_a_committee_decides_one_of_four_things() -> None:
    with pytest.raises(ValueError, match=r"^decision is 'yes'; expected one of taken-up, postponed, redirected, declined$"):
        CommitteeDecision(need="n", committee="au", decision="yes")


@pytest.mark.parametrize("k", [2.0, True, None])
def test_a_cut_is_a_whole_number(k: int) -> None:
    with pytest.raises(TypeError, match=rf"^k is {k}; expected a whole number$"):
        Cut(k=k)


@pytest.mark.parametrize("status", STATUSES)
def test_support_has_a_known_status(status: str) -> None:
    assert Support(id="s", title=label(), status=status).status == status


def test_support_of_an_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^status is 'new'; expected one of current, outdated, in-production, under-way, ended$"):
        Support(id="s", title=label(), status="new")


def test_a_round_may_have_nothing_but_records() -> None:
    held = Round(id="r", label=label(), records=[Record({"id": "n1"})])

    assert held.catalogue == Catalogue()
    assert held.decided_on is None
    assert held.records[0].data["id"] == "n1"
    assert str(held.records[0].place.value(("id",))) == "record id"


def test_records_are_the_same_by_their_data_wherever_they_stand() -> None:
    assert Record({"id": "n1"}) == Record({"id": "n1"}, path=("needs", 3))
    assert hash(Record({"id": "n1"})) == hash(Record({"id": "n1"}))


def test_data_without_keys_is_no_record() -> None:
    data: Any = [1]

    with pytest.raises(TypeError, match=r"the data of a record is \(1,\); expected a mapping, such as \{'id': 'n1'\}"):
        Record(data)
