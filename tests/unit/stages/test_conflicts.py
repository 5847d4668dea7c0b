"""The conflict log: which record says what, through which structure, and where."""

from prioritera.diagnostics import Span
from prioritera.model.need import Need, Origin
from prioritera.model.round import SameAs
from prioritera.model.value import Assessment, Exact, Fact, Missing
from prioritera.stages.conflicts import conflicts
from prioritera.stages.reconcile import reconcile
from small_networks import actor, network

NETWORK = network([actor("rss-a", "rss", level="regional"), actor("a1", member_of=["rss-a"]), actor("b1")])


def need(name: str, actor_id: str, area: str = "elderly", through: tuple[str, ...] = (), **more: object) -> Need:
    """A need with one sender."""
    origins = [Origin(actor=actor_id, through=through)]
    return Need(id=name, title=name, area=area, origins=origins, span=Span("needs.toml", 1, 1), **more)  # type: ignore[arg-type]  # whatever a need may hold


def log(*needs: Need) -> list[tuple[str, bool, list[tuple[str, tuple[str, ...], object]]]]:
    """What the records, merged into the first, disagree on."""
    decisions, _ = reconcile(needs, [SameAs(keep=needs[0].id, merged=[one.id for one in needs[1:]])])
    return [
        (
            one.about,
            one.between_structures,
            [(said.record, said.structures, getattr(said.value, "value", said.value)) for said in one.sayings],
        )
        for one in conflicts(needs, decisions, NETWORK)
    ]


def test_each_side_is_told_and_who_does_not_know_is_left_out() -> None:
    first, second = (need(name, "a1", facts={"kind": Fact(value=value)}) for name, value in (("n1", "offer"), ("n2", "question")))
    third, fourth = need("n3", "b1", facts={"kind": Fact(value=Missing())}), need("n4", "b1")

    assert log(first, second, third, fourth) == [("kind", False, [("n1", ("rss-a",), "offer"), ("n2", ("rss-a",), "question")])]


def test_areas_and_assessments_can_clash_and_structures_are_those_come_through() -> None:
    values = [{"impact": Assessment(value=Exact(x))} for x in (1, 2)]
    first = need("n1", "a1", through=("rss-x", "rss-y"), assess=values[0])
    second = need("n2", "b1", area="youth", assess=values[1])

    assert log(first, second) == [
        ("area", True, [("n1", ("rss-x",), "elderly"), ("n2", (), "youth")]),
        ("impact", True, [("n1", ("rss-x",), Exact(1)), ("n2", (), Exact(2))]),
    ]


def test_records_that_agree_are_in_no_log() -> None:
    assert log(need("n1", "a1"), need("n2", "b1")) == []
