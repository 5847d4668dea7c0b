import pytest

from prioritera.measures.compute import derive
from prioritera.measures.declare import MEASURES
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, Origin, Question
from prioritera.model.value import Between, FactValue, Known
from small_networks import GR, HALLAND, ISLAND, actor, network, sweden

NETWORK = sweden()


def derived(name: str, *origins: Origin, question: Question | None = None) -> FactValue | Between:
    need = Need(id="n", title="n", area="x", origins=origins, question=question or Question())
    value = derive(need, NETWORK, Catalogue(), [name], decided_on=None)[name]
    return value.value if isinstance(value, Known) else value


def test_only_what_is_asked_for_is_derived_in_the_order_of_asking() -> None:
    need = Need(id="n", title="n", area="x", origins=[Origin(actor="gr-1", backing="unit")])

    found = derive(need, NETWORK, Catalogue(), ["highest-level", "anchoring-level"], decided_on=None)

    assert list(found.items()) == [("highest-level", Known("local")), ("anchoring-level", Known(1))]


def test_a_name_that_is_no_measure_is_a_fault() -> None:
    with pytest.raises(KeyError, match="no-measure"):
        derived("no-measure", Origin(actor="gr-1"))


def test_a_sender_that_the_network_lacks_is_a_fault() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        derived("anchoring-level", Origin(actor="nowhere"))


def test_administrations_of_a_city_are_one_organisation() -> None:
    senders = [Origin(actor=name) for name in ("goteborg-social", "goteborg-elderly", "goteborg-hisingen", "goteborg", "gr-1")]

    assert derived("distinct-organisations", *senders) == 2


def test_an_island_that_is_municipality_and_region_is_one_organisation() -> None:
    senders = [Origin(actor=name) for name in ("island-municipality", "island-region", *ISLAND)]

    assert derived("distinct-organisations", *senders) == 1
    assert derived("distinct-rss", *senders) == 1


def test_organisations_and_structures_are_counted_not_counties() -> None:
    present = Origin(actor="rss-gr", backing="forum", present=("gr-1", "gr-2", "kungsbacka"))

    assert derived("distinct-organisations", present) == 3
    assert derived("distinct-rss", present) == 1


def test_several_structures_are_counted_each_once() -> None:
    senders = [Origin(actor=name, backing="unit") for name in ("gr-1", "gr-2", *HALLAND, "sbu")]

    assert derived("distinct-rss", *senders) == 2


def test_an_unknown_sender_is_somebody_or_many() -> None:
    assert derived("distinct-organisations", Origin(unknown=True)) == Between(1, 1000)
    assert derived("distinct-rss", Origin(unknown=True)) == Between(0, 5)
    assert derived("share-of-rss-municipalities", Origin(unknown=True)) == Between(0, 100)
    assert derived("anchoring-level", Origin(unknown=True)) == Between(0, 5)


def test_a_need_without_a_sender_has_an_unknown_one() -> None:
    assert derived("anchoring-level") == Between(0, 5)
    assert derived("highest-level") == Between(0, 3)


def test_one_unknown_person_is_one_organisation_of_one_structure_or_none() -> None:
    one = Origin(unknown=True, backing="individual")

    assert derived("distinct-organisations", one) == 1
    assert derived("distinct-rss", one) == Between(0, 1)
    assert derived("anchoring-level", one) == 0


def test_at_least_so_many_is_up_to_all_of_them() -> None:
    some = Origin(at_least=5, of="municipality", within="rss-gr")

    assert derived("distinct-organisations", some) == Between(5, 13)
    assert derived("distinct-rss", some) == 1
    assert derived("share-of-rss-municipalities", some) == Between(38, 100)


def test_the_share_is_of_the_structure_where_it_is_largest_rounded_down() -> None:
    assert derived("share-of-rss-municipalities", *(Origin(actor=name) for name in (*GR[:4], "halland-1", "halland-2"))) == 66
    assert derived("share-of-rss-municipalities", Origin(actor="sbu", backing="unit")) == 0


def test_without_structures_there_is_no_share() -> None:
    need = Need(id="n", title="n", area="x", origins=[Origin(actor="lone")])

    found = derive(need, network([actor("lone")]), Catalogue(), ["share-of-rss-municipalities"], decided_on=None)

    assert found["share-of-rss-municipalities"] == Known(0)


def test_the_parts_of_a_question_are_those_that_are_stated() -> None:
    assert derived("parts-present", question=Question(target_group="barn", context="skola")) == frozenset(["target-group", "context"])
    assert derived("parts-present") == frozenset()


def test_the_highest_level_is_that_of_the_highest_sender() -> None:
    assert derived("highest-level", Origin(actor="gr-1"), Origin(actor="rss-gr")) == "regional"
    assert derived("highest-level", Origin(actor="nsk-s"), Origin(unknown=True)) == "national"
    assert derived("highest-level", Origin(actor="rss-gr"), Origin(unknown=True)) == Between(2, 3)


def test_at_least_so_many_of_a_kind_have_the_levels_of_that_kind() -> None:
    assert derived("highest-level", Origin(at_least=3, of="municipality")) == "local"
    assert derived("highest-level", Origin(at_least=2, of="rss")) == Between(2, 3)
    assert derived("highest-level", Origin(at_least=2, of="nothing-like-it")) == Between(0, 3)


def test_what_exists_is_read_from_the_catalogue() -> None:
    assert derived("catalogue-status", Origin(unknown=True)) == "none"


def test_more_than_the_declared_bound_is_the_bound() -> None:
    senders = [Origin(actor=name, backing="all") for name in ("directors-gr", "directors-orebro")]

    assert derived("distinct-organisations", *senders, Origin(unknown=True)) == Between(25, MEASURES["distinct-organisations"].high)
