"""Networks from their files: actors, patterns, mandates, included files, and all that is said of what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import Diagnostic, Span
from prioritera.loading.load import load_network, read_network
from prioritera.model.network import Actor, Channel, Mandate, Network, Population
from prioritera.model.text import Label
from small_rules import NETWORK, changed, told
from wrong_cases import Case, assert_told, cases


def load(folder: Path, text: str, **others: str) -> tuple[Network | None, tuple[Diagnostic, ...]]:
    for name, content in {"network": text, **others}.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    (folder / "rules.toml").touch()
    return read_network(folder / "network.toml")


@cases("network")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    assert_told(case, lambda: load(tmp_path, case.of(NETWORK))[1])


def test_a_network_is_read_whole(tmp_path: Path) -> None:
    network, found = load(tmp_path, changed(NETWORK, 'level = "regional"', 'level = "regional"\norganisation = "nord"\nnote = "x"'))

    assert network is not None
    assert found == ()
    assert (network.id, network.label, network.span) == ("ours", Label(sv="ours", en="ours"), Span("network.toml", 1, 1))
    assert list(network.kinds) == ["town", "rss", "agency"]
    assert network.actors["t1"] == Actor(
        id="t1",
        code="0114",
        label=Label(sv="Väsby", en="Vasby"),
        names=["Väsby kommun"],
        kind="town",
        level="local",
        member_of=["north"],
    )
    assert (network.actors["north"].counts_as, network.actors["north"].note) == ("nord", Label(sv="x", en="x"))
    assert network.mandates == (Mandate(actor="agency", outcomes=["go-on"]),)


def test_a_pattern_becomes_one_channel_a_pair(tmp_path: Path) -> None:
    network, _ = load(tmp_path, NETWORK)

    assert network is not None
    assert network.channels == (
        Channel(id="up/t1/north", kind="raises", source="t1", target="north"),
        Channel(id="up/t2/north", kind="raises", source="t2", target="north"),
        Channel(id="on", kind="forwards", source="north", target="agency", days=30),
        Channel(id="back", kind="answers", source="agency", target="north"),
        Channel(id="down/north/t1", kind="answers", source="north", target="t1"),
        Channel(id="down/north/t2", kind="answers", source="north", target="t2"),
    )
    assert network.channels[0].span == Span("network.toml", 38, 1)


@pytest.mark.parametrize(
    ("ends", "pairs"),
    [
        ('from = { kind = "town" }\nto = { kind = "town" }', [("t1", "t2"), ("t2", "t1")]),
        ('from = "t2"\nto = { part_of = true }', [("t2", "t1")]),
        ('from = "t1"\nto = "agency"\nsubject_to = "north"\noutcomes = ["go-on"]\nareas = "elderly"', [("t1", "agency")]),
    ],
)
def test_ends_may_be_actors_kinds_members_or_the_whole(tmp_path: Path, ends: str, pairs: list[tuple[str, str]]) -> None:
    text = changed(changed(NETWORK, 'id = "t2"', 'id = "t2"\npart_of = "t1"'), 'from = "north"\nto = "agency"', ends)

    network, found = load(tmp_path, text)

    assert network is not None
    assert found == ()
    assert [(channel.source, channel.target) for channel in network.channels if channel.id.startswith("on")] == pairs


def test_a_list_of_one_may_be_written_as_the_text_alone(tmp_path: Path) -> None:
    plain = changed(NETWORK, 'member_of = ["north"]', 'member_of = "north"')

    assert 'member_of = "north"' in plain
    assert load(tmp_path, plain) == load(tmp_path, NETWORK)


def test_a_mandate_may_be_for_every_actor_of_a_kind(tmp_path: Path) -> None:
    network, _ = load(tmp_path, changed(NETWORK, 'actor = "agency"', 'areas = ["elderly"]\nactor = { kind = "town" }'))

    assert network is not None
    assert [(mandate.actor, sorted(mandate.areas)) for mandate in network.mandates] == [("t1", ["elderly"]), ("t2", ["elderly"])]


def test_an_actor_that_a_pattern_leaves_out_is_a_warning(tmp_path: Path) -> None:
    text = changed(
        NETWORK,
        'id = "t2"\nlabel = { sv = "Norrby", en = "Norrby" }\nkind = "town"\nlevel = "local"\nmember_of = ["north"]',
        'id = "t2"\nlabel = "Norrby"\nkind = "town"\nlevel = "local"',
    )

    network, found = load(tmp_path, text)

    assert network is not None
    assert told(found) == (
        'network.toml:37:1: warning[pattern-leaves-out]: the channel leads nowhere from the actor "t2"\n'
        "    why:  what it raises would be left lying\n"
        "    mend: write in member_of of the actor where it belongs, or let the channel lead elsewhere"
    )
    assert load_network(tmp_path / "network.toml") == network


def test_a_mandate_for_a_kind_that_nobody_is_of_is_a_warning(tmp_path: Path) -> None:
    text = changed(changed(NETWORK, "[kinds]", '[kinds]\nnone = "none"'), 'actor = "agency"', 'actor = { kind = "none" }')

    _, found = load(tmp_path, text)

    assert told(found, "sv") == (
        "network.toml:64:1: varning[pattern-empty]: ”none” passar inga aktörer\n"
        "    varför: det blir utan verkan\n"
        "    åtgärd: kontrollera slagen, eller ta bort det"
    )


def test_included_networks_are_joined_each_once(tmp_path: Path) -> None:
    more = '[network]\nid = "more"\nlabel = "more"\ninclude = ["network.toml"]\n\n[kinds]\nschool = "school"\n'
    more += '\n[[actors]]\nid = "s1"\nlabel = "s1"\nkind = "school"\nlevel = "local"\n'

    network, found = load(tmp_path, changed(NETWORK, 'label = "ours"', 'label = "ours"\ninclude = ["more.toml", "./more.toml"]'), more=more)

    assert network is not None
    assert found == ()
    assert network.id == "ours"
    assert network.actors["s1"].span == Span("more.toml", 9, 1)
    assert "school" in network.kinds


def test_what_two_files_both_declare_is_told_with_both_places(tmp_path: Path) -> None:
    more = '[network]\nid = "more"\n\n[kinds]\ntown = "town"\n\n[[actors]]\nid = "t1"\nlabel = "t1"\nkind = "town"\nlevel = "local"\n'

    _, found = load(tmp_path, changed(NETWORK, 'label = "ours"', 'label = "ours"\ninclude = ["more.toml"]'), more=more)

    assert told(found) == (
        'more.toml:1:1: error[missing-key]: "label" is missing\n'
        "    why:  it has no value of its own accord, and none is guessed\n"
        "    mend: add label = …\n"
        'more.toml:5:1: error[duplicate-id]: "town" is written twice\n'
        "    network.toml:7:1: first written here\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away\n"
        'more.toml:8:6: error[duplicate-id]: "t1" is written twice\n'
        "    network.toml:12:6: first written here\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away"
    )


def test_three_that_are_part_of_each_other_are_told_once(tmp_path: Path) -> None:
    text = changed(changed(NETWORK, 'id = "t1"', 'id = "t1"\npart_of = "t2"'), 'id = "t2"', 'id = "t2"\npart_of = "north"')
    text = changed(text, 'id = "north"', 'id = "north"\npart_of = "t2"')

    _, found = load(tmp_path, text)

    assert [diagnostic.params["circle"] for diagnostic in found] == ["north → t2 → north"]


def test_facts_about_an_actor_are_read(tmp_path: Path) -> None:
    facts = 'county = "01"\npopulation = { persons = 47820, year = 2021 }\nvalid_from = 1971\nvalid_to = 2030-12-31'
    text = changed(NETWORK, "[[actors]]", '[counties]\n01 = { sv = "Norra län", en = "North county" }\n\n[[actors]]')

    network, found = load(tmp_path, changed(text, 'code = "0114"', f'code = "0114"\n{facts}'))

    assert network is not None
    assert found == ()
    assert network.counties == {"01": Label(sv="Norra län", en="North county")}
    town = network.actors["t1"]
    assert (town.county, town.population) == ("01", Population(persons=47820, year=2021))
    assert (town.valid_from, town.valid_to) == (1971, date(2030, 12, 31))


def test_one_year_from_first_to_last_is_a_time(tmp_path: Path) -> None:
    _, found = load(tmp_path, changed(NETWORK, 'code = "0114"', 'code = "0114"\nvalid_from = 2007-05-01\nvalid_to = 2007'))

    assert found == ()
