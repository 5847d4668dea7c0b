from datetime import date

import attrs
import pytest

from builders import label, network
from prioritera.model.network import Actor, Channel, Mandate


def test_an_actor_counts_as_itself_unless_it_shares_an_organisation() -> None:
    town = Actor(id="gotland", label=label(), kind="municipality", level="local")

    assert town.counts_as == "gotland"
    assert attrs.evolve(town, organisation="region-gotland").counts_as == "region-gotland"


def test_an_actor_stands_on_one_of_four_levels() -> None:
    with pytest.raises(ValueError, match=r"^level is 'county'; expected one of local, sub-regional, regional, national$"):
        Actor(id="a", label=label(), kind="k", level="county")


@pytest.mark.parametrize(
    ("kind", "forward"),
    [("raises", True), ("forwards", True), ("commissions", True), ("represents", True), ("answers", False), ("informs", False)],
)
def test_a_channel_leads_forward_or_back(kind: str, forward: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert Channel(id="c", kind=kind, source="a", target="b").is_forward is forward


def test_a_channel_is_of_a_known_kind() -> None:
    with pytest.raises(ValueError, match=r"^kind is 'sends'; expected one of raises, forwards, commissions, represents, answers, informs$"):
        Channel(id="c", kind="sends", source="a", target="b")


@pytest.mark.parametrize(
    ("outcomes", "areas", "carries"),
    [
        ([], [], True),
        (["go-on", "inform"], [], True),
        (["inform"], [], False),
        ([], ["elderly"], True),
        ([], ["disability"], False),
        (["go-on"], ["disability"], False),
        (["inform"], ["elderly"], False),
    ],
)
def test_a_channel_carries_all_that_it_does_not_name_and_only_what_it_names(outcomes: list[str], areas: list[str], carries: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    channel = Channel(id="c", kind="raises", source="a", target="b", outcomes=outcomes, areas=areas)

    assert channel.carries("go-on", "elderly") is carries


@pytest.mark.parametrize(
    ("outcomes", "areas", "covers"),
    [(["go-on"], [], True), (["go-on"], ["elderly"], True), (["go-on"], ["disability"], False), (["inform"], [], False), ([], [], False)],
)
def test_a_mandate_names_its_outcomes_and_perhaps_its_areas(outcomes: list[str], areas: list[str], covers: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert Mandate(actor="a", outcomes=outcomes, areas=areas).covers("go-on", "elderly") is covers


@pytest.mark.parametrize(("actor", "outcome", "has"), [("agency", "go-on", True), ("agency", "inform", False), ("town", "go-on", False)])
def test_an_actor_has_a_mandate_when_one_of_its_own_covers_the_need(actor: str, outcome: str, has: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert network().has_mandate(actor, outcome, "elderly") is has


@pytest.mark.parametrize(
    ("begins", "ends", "there"),
    [
        (None, None, True),
        (2007, None, True),
        (2008, None, False),
        (date(2007, 5, 1), None, True),
        (date(2007, 5, 2), None, False),
        (None, 2007, True),
        (None, 2006, False),
        (None, date(2007, 5, 1), True),
        (None, date(2007, 4, 30), False),
    ],
)
def test_an_actor_was_there_from_its_first_day_or_year_to_its_last(begins: date | int | None, ends: date | int | None, there: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    town = Actor(id="t", label=label(), kind="municipality", level="local", valid_from=begins, valid_to=ends)

    assert town.was_there_on(date(2007, 5, 1)) is there
