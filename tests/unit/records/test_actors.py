"""Senders by the names that people write: every spelling of a municipality is resolved or asked about, and never guessed."""

import pytest

from prioritera.diagnostics import Faults, what
from prioritera.loading.load import load_network
from prioritera.model.network import Network
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile
from prioritera.records.actors import ActorNames
from small_networks import actor, network

SWEDEN = ActorNames(load_network("prioritera:sweden"))


def looked_for(word: str, names: ActorNames = SWEDEN) -> tuple[str, list[str]]:
    """The id that a word is resolved to, and what is said of it."""
    faults = Faults()
    found = names.find(Cursor({"actor": word}, (), NoFile("record"), faults), ("actor",), word)
    return found, [f"{what(one, 'en')}|{one.params.get('close', '')}" for one in faults.all()]


@pytest.mark.parametrize(
    ("word", "ident"),
    [
        ("Örebro", "k1880"),
        ("ÖREBRO", "k1880"),
        ("O\u0308rebro", "k1880"),
        ("Örebro kommun", "k1880"),
        ("Örebros", "k1880"),
        ("Malmö stad", "k1280"),
        ("Malmö Stad", "k1280"),
        ("Göteborgs Stad", "k1480"),
        ("Göteborgs stads", "k1480"),
        ("Gothenburg", "k1480"),
        ("City of", ""),
        ("Borås", "k1490"),
        ("Borås Stad", "k1490"),
        ("Falu kommun", "k2080"),
        ("Falun", "k2080"),
        ("Upplands Väsby", "k0114"),
        ("Upplands-Väsby", "k0114"),
        ("Upplands–Bro", "k0139"),
        ("upplands\u00a0bro\u00a0kommun", "k0139"),
        ("Malung Sälens kommun", "k2023"),
        ("\u200fDals-Eds\u200f kommun", "k1438"),
        ("Lilla Edets kommun", "k1462"),
        ("Håbo", "k0305"),
        ("Håbo kommun", "k0305"),
        ("Habo", "k0643"),
        ("Habo kommun", "k0643"),
        ("0180", "k0180"),
        ("180", "k0180"),
        ("k0180", "k0180"),
        ("1480", "k1480"),
        ("Gotland", "k0980"),
        ("Gotlands kommun", "k0980"),
        ("Region Gotland", "region-gotland"),
        ("Västra Götalandsregionen", "region-vastra-gotaland"),
        ("SKL", "skr"),
        ("GR", "rss-gr"),
    ],
)
def test_a_name_in_any_spelling_is_resolved(word: str, ident: str) -> None:
    found, said = looked_for(word)

    assert found == ident
    assert bool(said) is (ident == "")


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("Orebro", "Örebro"),
        ("Orebro kommun", "Örebro"),
        ("Ostersund", "Östersund"),
        ("Göteborrg", "Göteborg"),
        ("Stockholms län", "RSS Stockholms län"),
        ("Malmo", "Malmö"),
        ("Goteborg", "Göteborg"),
        ("Gbg", "Göteborg"),
        ("Gbg stad", "Göteborg"),
        ("Sthlm", "Stockholm"),
        ("80", ""),
        ("0001", ""),
        ("01", ""),
    ],
)
def test_what_could_be_another_is_asked_about(word: str, close: str) -> None:
    assert looked_for(word) == ("", [f'no actor in the network is called "{word}"|{close}'])


def test_a_name_of_two_is_not_guessed() -> None:
    twice = ActorNames(network([actor("a", names=["Sala"]), actor("b", names=["Sala stad", "Sala"])]))

    assert looked_for("Sala kommun", twice) == ("", ['"Sala kommun" can be a or b|'])


def test_every_municipality_is_known_by_name_with_kommun_and_by_its_code_as_a_number() -> None:
    sweden: Network = load_network("prioritera:sweden")
    towns = [one for one in sweden.actors.values() if one.kind == "municipality"]

    for town in towns:
        for word in (town.label.sv, f"{town.label.sv} kommun", f"{town.label.sv}s kommun", f"{town.label.sv}s stad", str(int(town.code))):
            assert looked_for(word) == (town.id, []), word


def test_the_same_slip_is_told_the_same_each_time() -> None:
    assert looked_for("Orebbro") == looked_for("Orebbro") == ("", ['no actor in the network is called "Orebbro"|Örebro'])
