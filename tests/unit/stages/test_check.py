"""Checks in a run: counted by organisation, by the need that a record was merged into."""

from prioritera.model.agreement import Check, Missed, Tally
from prioritera.model.need import Need, Origin
from prioritera.model.result import Decision
from prioritera.model.round import SameAs
from prioritera.stages.check import check
from prioritera.stages.reconcile import reconcile
from small_networks import actor, network

NETWORK = network([actor("ale"), actor("berg"), actor("berg-1", "administration", part_of="berg"), actor("cedra")])


def decisions() -> tuple[Decision, ...]:
    """Two records of one need, and one of its own."""
    needs = [Need(id=name, title=name, area="x", origins=[Origin(actor="ale")]) for name in ("n1", "n2", "n3")]
    return reconcile(needs, [SameAs(keep="n1", merged=["n2"])])[0]


def tallies(*checks: tuple[str, str, str]) -> dict[str, tuple[Tally, ...]]:
    """The tallies of each record."""
    rows = [Check(need=need, actor=who, answer=answer) for need, who, answer in checks]
    told, _, _ = check(decisions(), rows, (), NETWORK)
    return {one.need_id: one.need.tallies for one in told if one.need is not None and one.need.tallies}


def test_what_was_answered_of_a_merged_record_is_counted_for_its_need() -> None:
    found = tallies(("n1", "ale", "agrees"), ("n2", "cedra", "disagrees"), ("n2", "ale", "agrees"))

    assert found == {"n1": (Tally(need="n1", asked=2, agrees=1, disagrees=1),)}


def test_parts_of_one_municipality_that_differ_are_divided_and_counted_once() -> None:
    found = tallies(("n3", "berg", "agrees"), ("n3", "berg-1", "partly"), ("n3", "ale", ""), ("n3", "cedra", "dont-know"))

    assert found == {"n3": (Tally(need="n3", asked=3, divided=1, dont_know=1),)}


def test_without_sheets_nothing_is_changed() -> None:
    before = decisions()

    assert check(before, (), (), NETWORK) == (before, (), ())


def test_what_was_missing_is_told_with_who_said_it() -> None:
    told, missed, faults = check(decisions(), (), [Missed(text="a", actor="Berg"), Missed(text="b", actor="x")], NETWORK)

    assert told == decisions()
    assert [one.actor for one in missed] == ["berg", "x"]
    assert [one.code for one in faults] == ["unknown-sender"]
