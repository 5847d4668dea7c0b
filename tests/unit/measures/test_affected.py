"""The interval of persons that senders' brackets come to."""

from fractions import Fraction

import pytest

from builders import label
from prioritera.measures.affected import INSIDE, NO_POPULATION, NOT_NAMED, Affected, above, affected
from prioritera.model.need import Origin
from prioritera.model.network import Actor, Network, Population


def actor(ident: str, persons: int | None, *, member_of: str = "", part_of: str = "") -> Actor:
    population = None if persons is None else Population(persons=persons, year=2024)
    member = [member_of] if member_of else []
    return Actor(id=ident, label=label(ident), kind="town", level="local", population=population, member_of=member, part_of=part_of)


NETWORK = Network(
    id="n",
    label=label(),
    actors={
        one.id: one
        for one in (
            actor("ale", 30_000, member_of="rss"),
            actor("tjorn", 20_000, member_of="rss"),
            actor("unit", 10_000, part_of="ale"),
            actor("nobody-counted", None),
            actor("empty", 0),
            actor("rss", 900_000),
        )
    },
    channels=[],
)


def found(*given: tuple[str, str]) -> Affected | None:
    return affected([Origin(actor=name, persons=persons) for name, persons in given], NETWORK)


def test_brackets_are_summed_over_the_population_of_those_that_answered() -> None:
    one = found(("ale", "1-4"), ("tjorn", "5-19"), ("rss", ""))

    assert one is not None
    assert (one.persons, one.population) == ((6, 23), 50_000)
    assert (one.low, one.high) == (Fraction(6, 5), Fraction(23, 5))


def test_an_answer_of_nobody_counts_and_no_answer_does_not() -> None:
    one = found(("ale", "0"), ("tjorn", "20-99"))

    assert one is not None
    assert (one.low, one.high) == (Fraction(4), Fraction(99, 5))


@pytest.mark.parametrize("given", [[("ale", "100-")], [("ale", "100-"), ("ale", "1-4")], [("ale", "1-4"), ("ale", "100-")]])
def test_a_bracket_without_an_end_leaves_the_upper_end_open(given: list[tuple[str, str]]) -> None:
    one = found(*given)

    assert one is not None
    assert (one.persons, one.high) == ((100, None), None)


def test_two_answers_of_one_sender_may_be_about_the_same_persons() -> None:
    one = found(("ale", "1-4"), ("ale", "5-19"))

    assert one is not None
    assert one.persons == (5, 23)
    assert one.population == 30_000


def test_without_a_bracket_there_is_nothing_to_propose() -> None:
    assert found(("ale", "")) is None


@pytest.mark.parametrize(
    ("given", "lacking", "actors"),
    [
        ([Origin(unknown=True, persons="1-4"), Origin(actor="ale", persons="1-4")], NOT_NAMED, ()),
        ([Origin(actor="nobody-counted", persons="1-4"), Origin(actor="ale", persons="1-4")], NO_POPULATION, ("nobody-counted",)),
        ([Origin(actor="empty", persons="1-4")], NO_POPULATION, ("empty",)),
        ([Origin(actor="rss", persons="1-4"), Origin(actor="ale", persons="1-4")], INSIDE, ("ale",)),
        ([Origin(actor="rss", persons="1-4"), Origin(actor="unit", persons="1-4")], INSIDE, ("unit",)),
    ],
)
def test_what_cannot_be_reckoned_says_why(given: list[Origin], lacking: str, actors: tuple[str, ...]) -> None:
    assert affected(given, NETWORK) == Affected(lacking=lacking, actors=actors)


def test_all_bodies_above_an_actor_are_found() -> None:
    assert above("unit", NETWORK) == ("ale", "rss")


def test_a_sender_whose_persons_are_few_counts_as_a_range_that_holds_all_that_is_hidden() -> None:
    origins = [Origin(actor="ale", persons="0"), Origin(actor="tjorn", persons="5-19")]

    found = affected(origins, NETWORK, 10)

    assert found is not None
    assert [(part.low, part.high) for part in found.parts] == [(0, 9), (0, 19)]
