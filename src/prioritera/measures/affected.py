"""How many persons a need concerns, from the brackets that its senders gave: an interval, with the arithmetic that gave it.

It is proposed to the analyst and never put in by itself. The brackets of a need's senders and the network's populations come in; a range in
persons per 10 000 inhabitants goes out, or why there is none.
"""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.need import BRACKETS, Origin
from prioritera.model.network import Network, Population
from prioritera.model.shown import shown_range

PER = 10_000
# Why nothing is proposed: an answering sender that is no actor of the network, one whose population is not known, one inside another.
NOT_NAMED, NO_POPULATION, INSIDE = "not-named", "no-population", "inside"


@attrs.frozen(kw_only=True)
class Part:
    """What one sender adds: at least `low` and at most `high` persons (None: no end), among its population."""

    actor: str
    low: int
    high: int | None
    population: Population


@attrs.frozen(kw_only=True)
class Affected:
    """Persons from `low` to `high` per 10 000 inhabitants, among those that answered; `high` is None where a bracket has no end.

    With a reason in `lacking`, nothing can be proposed: `actors` are those that it is about, and there are no parts.
    """

    parts: tuple[Part, ...] = attrs.field(converter=frozen_tuple, default=())
    lacking: str = ""
    actors: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def population(self) -> int:
        """How many inhabitants those have that answered."""
        return sum(part.population.persons for part in self.parts)

    @property
    def persons(self) -> tuple[int, int | None]:
        """The sum of the brackets, at least and at most."""
        highs = [part.high for part in self.parts]
        return sum(part.low for part in self.parts), None if None in highs else sum(high for high in highs if high is not None)

    @property
    def low(self) -> Fraction:
        """At least, per 10 000 inhabitants."""
        return Fraction(self.persons[0] * PER, self.population)

    @property
    def high(self) -> Fraction | None:
        """At most, per 10 000 inhabitants; None where there is no end."""
        most = self.persons[1]
        return None if most is None else Fraction(most * PER, self.population)


def affected(origins: Sequence[Origin], network: Network, smallest_cell: int = 0) -> Affected | None:
    """What the brackets of a need's senders come to; None when no sender gave one.

    Only those that answered count, in the sum and in the population: of the others nothing is known. An actor that answered twice, in two
    records that are one need, speaks of persons that may be the same: at least the greater of the two, at most both together.

    A sender's persons are shown with the sum, so those that begin below `smallest_cell` count as a range that holds all that is hidden.

    Source: our own reckoning, a proposal.

    >>> from prioritera.model.network import Actor, Population
    >>> from prioritera.model.text import Label
    >>> people = Population(persons=20_000, year=2024)
    >>> town = Actor(id="t", label=Label(sv="T", en="T"), kind="town", level="local", population=people)
    >>> network = Network(id="n", label=Label(sv="N", en="N"), actors={"t": town}, channels=[])
    >>> found = affected([Origin(actor="t", persons="5-19")], network)
    >>> found.low, found.high
    (Fraction(5, 2), Fraction(19, 2))
    """
    given = [origin for origin in origins if origin.persons]
    if not given:
        return None
    brackets: dict[str, tuple[int, int | None]] = {}
    for origin in given:
        brackets[origin.actor] = _together(brackets.get(origin.actor, (0, 0)), BRACKETS[origin.persons])
    actors = tuple(brackets)
    if "" in actors:
        return Affected(lacking=NOT_NAMED)
    populations = {actor: people for actor in actors if (people := network.actors[actor].population) is not None and people.persons}
    unknown = [actor for actor in actors if actor not in populations]
    if unknown:
        return Affected(lacking=NO_POPULATION, actors=unknown)
    inside = [actor for actor in actors if set(above(actor, network)) & set(actors)]
    if inside:
        return Affected(lacking=INSIDE, actors=inside)
    shown = {actor: shown_range(*ends, smallest_cell) for actor, ends in brackets.items()}
    return Affected(parts=[Part(actor=actor, low=low, high=high, population=populations[actor]) for actor, (low, high) in shown.items()])


def above(actor: str, network: Network) -> tuple[str, ...]:
    """The bodies that an actor is part of or a member of, directly or by way of others."""
    found: dict[str, None] = {}
    waiting = [actor]
    while waiting:
        one = network.actors[waiting.pop()]
        new = [name for name in (one.part_of, *one.member_of) if name and name not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


def _together(first: tuple[int, int | None], second: tuple[int, int | None]) -> tuple[int, int | None]:
    high = None if first[1] is None or second[1] is None else first[1] + second[1]
    return max(first[0], second[0]), high
