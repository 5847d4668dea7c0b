"""Spread: how many municipalities of each structure, as far as it is known."""

from prioritera.measures.bodies import bodies
from prioritera.measures.spread import InStructure, spread
from prioritera.model.need import Need, Origin
from small_networks import actor, network

NETWORK = network(
    [
        actor("rss-a", "rss", level="regional"),
        actor("rss-b", "rss", level="regional"),
        *(actor(name, member_of=["rss-a"]) for name in ("a1", "a2", "a3")),
        actor("a1-part", "administration", part_of="a1"),
        actor("b1", member_of=["rss-b"]),
    ]
)


def found(*origins: Origin) -> tuple[int, int | None, int, list[InStructure]]:
    """The counts of a need with these senders."""
    one = spread(Need(id="n", title="n", area="x", origins=origins), bodies(NETWORK))
    return one.low, one.high, one.certain, list(one.structures)


def test_parts_of_a_municipality_are_counted_as_it_once() -> None:
    senders = [Origin(actor="a1"), Origin(actor="a1-part"), Origin(actor="b1")]

    assert found(*senders) == (2, 2, 2, [InStructure(rss="rss-a", low=1, high=1, of=3), InStructure(rss="rss-b", low=1, high=1, of=1)])


def test_a_number_of_a_structure_lies_between() -> None:
    assert found(Origin(at_least=2, of="municipality", within="rss-a")) == (2, 3, 1, [InStructure(rss="rss-a", low=2, high=3, of=3)])


def test_a_sender_that_nobody_knows_says_nothing_of_any_structure() -> None:
    assert found(Origin(unknown=True)) == (1, None, 0, [])
