"""Supply as a document and as JSON, where little is said: no offers, nobody known, an actor that was not there, kinds left out."""

import json
from importlib.resources import files

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.loading.load import load_network, load_rules
from prioritera.model.network import Actor, Network
from prioritera.model.offers import Offer, Offers
from prioritera.model.result import Result
from prioritera.model.round import Round
from prioritera.model.ruleset import Model
from prioritera.model.supply import Crowd, NeedSupply, Supply, Turn
from prioritera.model.text import Label
from prioritera.report.document import Section, Table
from prioritera.report.supply import supply_document
from prioritera.report.supply_json import supply_json
from prioritera.report.text import to_text
from prioritera.verify.network import bind
from prioritera.verify.verify import verify

SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("supply.schema.json").read_text(encoding="utf-8")))
LABEL = Label(sv="Omgång", en="Round")


@pytest.fixture(scope="module")
def model() -> Model:
    network = load_network("prioritera:sweden")
    reached = attrs.evolve(network.actors["rss-gr"], contact="gr@example.org")
    return bind(verify(load_rules("prioritera:sbu-four")), with_actor(network, reached))


def with_actor(network: Network, actor: Actor) -> Network:
    return attrs.evolve(network, actors={**network.actors, actor.id: actor})


def result(*offers: Offer) -> Result:
    listed = Offers(id="o", label=LABEL, offers=offers) if offers else Offers()
    return Result(round=Round(id="r", label=LABEL, records=[], offers=listed), decisions=[], rules_hash="r", network_hash="n")


def shown(found: Supply, model: Model, *offers: Offer, language: str = "sv") -> str:
    return to_text(supply_document(found, result(*offers), model, language))


def test_without_offers_and_needs_that_is_what_is_said(model: Model) -> None:
    assert shown(Supply(needs=[]), model) == (
        "Utbud mot behov: Omgång\n"
        "=======================\n"
        "\n"
        "Erbjudanden: inga är angivna i omgången; bara uppdragen i nätverket är med\n"
        "Antal behov: 0\n"
        "\n"
        "Vart vänder jag mig?\n"
        "--------------------\n"
        "\n"
        "Det är inte känt vilka kommuner behoven kommer från.\n"
    )


def test_an_actor_that_was_not_there_is_named_and_is_in_no_matrix(model: Model) -> None:
    gone = Offer(id="g", actor="forte", areas=("disability",))

    assert shown(Supply(needs=[], gone=[gone]), model, gone, language="en") == (
        "Supply against needs: Round\n"
        "===========================\n"
        "\n"
        "Offers: Round\n"
        "Offers in number: 1\n"
        "Needs in number: 0\n"
        "\n"
        "Where do I turn?\n"
        "----------------\n"
        "\n"
        "It is not known which municipalities the needs come from.\n"
        "\n"
        "Not there on that day (1)\n"
        "-------------------------\n"
        "\n"
        "Actors that the network says were not there on the day of the decision.\n"
        "\n"
        "• Forte: kind of support not stated\n"
    )


def test_a_crowd_and_an_offer_may_leave_their_kind_and_areas_out(model: Model) -> None:
    offer = Offer(id="a", actor="sbu")
    found = Supply(
        needs=[],
        crowds=[Crowd(area="disability", kind="", actors=["sbu", "forte", "mfd"])],
        turns=[Turn(municipalities=["k1480", "k1384"], structures=["rss-gr"], offers=[offer])],
    )

    text = shown(found, model, offer)

    assert "funktionshinder  slag av stöd ej angivet  SBU, Forte och Myndigheten för\n" in text
    assert "• 2 kommuner: Göteborg och Kungsbacka\n" in text
    assert "  Samverkansstruktur: RSS Göteborgsregionen (GR). Kontakt: gr@example.org.\n" in text
    assert "  Stöd: SBU: områden ej angivna.\n" in text
    record = json.loads(supply_json(found, result(offer), model))
    SCHEMA.validate(record)
    assert record["crowds"][0]["kind"] is None


def test_a_matrix_of_many_actors_is_several_tables(model: Model) -> None:
    agencies = [actor for actor in model.network.actors if actor.startswith("rss-")][:13]
    offers = [Offer(id=actor, actor=actor, areas=("disability",)) for actor in agencies]

    blocks = supply_document(Supply(needs=[]), result(*offers), model, "sv").blocks
    (matrix,) = [block for block in blocks if isinstance(block, Section) and block.title == "Områden och aktörer"]

    tables = [block for block in matrix.blocks if isinstance(block, Table)]
    assert [table.head for table in tables] == [("Område", "Behov", *map(str, range(1, 13))), ("Område", "Behov", "13")]
    assert [table.rows for table in tables] == [(("funktionshinder", "0", *["x"] * 12),), (("funktionshinder", "0", "x"),)]


def test_of_a_need_that_every_offer_speaks_of_there_is_nothing_that_cannot_be_told(model: Model) -> None:
    need = NeedSupply(need_id="n", title="Behov", area="disability", outcome="inform")

    assert shown(Supply(needs=[need]), model).split("• ")[1] == (
        "Behov (n)\n  Område: funktionshinder; utfall: informera om befintligt stöd\n\nVart vänder jag mig?\n--------------------\n\n"
        "Det är inte känt vilka kommuner behoven kommer från.\n"
    )
