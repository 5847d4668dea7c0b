"""The public functions: what they load, what they raise, and what they find."""

from pathlib import Path

import pytest

from prioritera.diagnostics import PrioriteraError, Span
from prioritera.loading.load import (
    kind_of,
    load_catalogue,
    load_model_of,
    load_network,
    load_round,
    load_rules,
    loads_rules,
    read_model_of,
    read_network,
    read_round,
    read_rules,
)
from small_rules import CATALOGUE, NEEDS, NETWORK, ROUND, RULES, changed, told, write_round

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("source", ["prioritera:sbu-four", ROOT / "rules" / "sbu-four.toml", str(ROOT / "rules" / "sbu-four.toml")])
def test_a_rule_set_is_loaded_by_name_or_by_path(source: str | Path) -> None:
    rules, found = read_rules(source)

    assert rules is not None
    assert rules.id == "sbu-four"
    assert [criterion.id for criterion in rules.criteria] == ["prevalence", "impact", "economic-consequences", "practice-variation"]
    assert rules.list_key == ("area", "outcome", "destination")
    assert found == ()


def test_the_shipped_network_is_loaded_without_a_warning() -> None:
    network, found = read_network("prioritera:sweden-2018")

    assert network is not None
    assert network.id == "sweden-2018"
    assert sum(actor.kind == "municipality" for actor in network.actors.values()) == 290
    assert found == ()


def test_the_example_round_is_loaded_with_its_places() -> None:
    round_ = load_round(ROOT / "examples" / "nsks-2018")

    assert len(round_.records) == 9
    assert [file.name for file in round_.files] == ["round.toml", "needs.toml", "catalogue.toml"]
    assert round_.records[0].place.value(("needs", 0, "facts", "causes", "value", 0)) == Span("needs.toml", 25, 21)


def test_a_round_leads_to_its_rules_and_its_network(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "rounds" / "one")

    round_ = load_round(folder)
    rules, network = load_model_of(folder, round_)

    assert (rules.id, network.id) == ("ours", "ours")
    assert rules.span == Span("rules.toml", 1, 1)
    assert load_model_of(folder / "round.toml", load_round(folder / "round.toml")) == (rules, network)


def test_paths_in_a_round_are_the_same_wherever_it_stands(tmp_path: Path) -> None:
    first = write_round(tmp_path / "a" / "one")
    second = write_round(tmp_path / "b" / "c" / "two")

    assert load_round(first) == load_round(second)


def test_a_round_may_name_a_neighbours_rules(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=changed(ROUND, '"rules.toml"', '"../ours.toml"'))
    (tmp_path / "ours.toml").write_text(changed(RULES, "{ urgent = true }", "{ urgnet = true }"), encoding="utf-8")

    rules, network, found = read_model_of(folder, load_round(folder))

    assert rules is None
    assert network is not None
    assert told(found).splitlines()[0] == '../ours.toml:70:10: error[unknown-field]: there is no field "urgnet"'


def test_a_round_whose_rules_are_no_rules_is_told(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=changed(ROUND, '"rules.toml"', '"network.toml"'))

    with pytest.raises(PrioriteraError) as raised:
        load_model_of(folder, load_round(folder))

    assert told(raised.value.diagnostics) == (
        'network.toml:1:1: error[wrong-kind-of-file]: "network.toml" is a file with [network]; one with [ruleset] is expected\n'
        "    why:  each kind of file is read in its own way\n"
        "    mend: name a file that has [ruleset]"
    )


@pytest.mark.parametrize("missing", ["rules", "network"])
def test_a_missing_rule_set_or_network_is_told_where_the_round_begins(tmp_path: Path, missing: str) -> None:
    folder = write_round(tmp_path / "one", round=changed(ROUND, f'"{missing}.toml"', '"no.toml"'))

    _, _, found = read_model_of(folder, load_round(folder))

    assert told(found).splitlines()[0] == 'round.toml:1:1: error[file-missing]: there is no file "no.toml"'


def test_a_single_file_of_needs_is_a_round_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "Behov från Örebro.toml").write_text(NEEDS, encoding="utf-8")

    round_ = load_round(tmp_path / "Behov från Örebro.toml")

    assert round_.id == "behov-fran-orebro"
    assert round_.label.sv == "Behov från Örebro"
    assert (round_.rules_names[0], round_.network_name) == ("prioritera:sbu-four", "prioritera:sweden")
    assert len(round_.records) == 1
    rules, network = load_model_of(tmp_path / "Behov från Örebro.toml", round_)
    assert (rules.id, network.id) == ("sbu-four", "sweden")


def test_a_sheet_is_a_round_of_its_own_too(tmp_path: Path) -> None:
    (tmp_path / "ö.csv").write_text("id;title\nn1;x\n", encoding="utf-8")

    round_, found = read_round(tmp_path / "ö.csv")

    assert round_ is not None
    assert (round_.id, len(round_.records), found) == ("o", 1, ())


def test_a_single_file_that_cannot_be_read_is_raised(tmp_path: Path) -> None:
    (tmp_path / "needs.csv").write_text('id;"title\nn1;x\n', encoding="utf-8")

    with pytest.raises(PrioriteraError) as raised:
        load_round(tmp_path / "needs.csv")

    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == ["csv-quote-not-closed"]


def test_what_a_round_keeps_as_faults_is_found_once(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=changed(ROUND, '["needs.toml"]', '["needs.toml", "neds.toml"]'))

    round_, found = read_round(folder)

    assert round_ is not None
    assert len(round_.records) == 1
    assert [fault.code for fault in round_.faults] == ["file-missing"]
    assert found == round_.faults


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no", 'no: error[file-missing]: there is no file "no"'),
        ("empty", 'round.toml: error[file-missing]: there is no file "round.toml"'),
        ("picture.png", 'picture.png: error[needs-file-kind]: needs cannot be read from "picture.png"'),
        ("rules.toml", 'rules.toml:1:1: error[wrong-kind-of-file]: "rules.toml" is a file with [ruleset]; one with [round] is expected'),
        ("odd.toml", "odd.toml:1:1: error[kind-unknown]: the file has no table that tells what it is"),
        ("empty.toml", "empty.toml: error[file-empty]: the file is empty"),
        ("cut.toml", "cut.toml:1:7: error[toml-header-not-closed]: a heading is not closed: [round"),
    ],
)
def test_what_is_no_round_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    contents = {"picture.png": "PK", "rules.toml": RULES, "odd.toml": "a = 1\n", "empty.toml": "", "cut.toml": "[round"}
    for file, text in contents.items():
        (tmp_path / file).write_text(text, encoding="utf-8")

    round_, found = read_round(tmp_path / name)

    assert round_ is None
    assert told(found).splitlines()[0] == said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RULES, "ruleset"),
        (NETWORK, "network"),
        (ROUND, "round"),
        (CATALOGUE, "catalogue"),
        (NEEDS, "needs"),
        ('[vocabularies.x]\nterms = []\n[outcomes.y]\nlabel = "y"\n', "vocabulary"),
    ],
    ids=["ruleset", "network", "round", "catalogue", "needs", "vocabulary"],
)
def test_a_file_is_known_by_its_tables(tmp_path: Path, text: str, kind: str) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")

    assert kind_of(tmp_path / "a.toml") == kind


def test_a_folder_is_a_round_and_a_sheet_is_needs(tmp_path: Path) -> None:
    assert kind_of(tmp_path) == "round"
    assert kind_of(tmp_path / "a.csv") == "needs"
    assert kind_of("prioritera:sbu-four") == "ruleset"


def test_a_file_of_no_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("a = 1\n", encoding="utf-8")

    with pytest.raises(PrioriteraError) as raised:
        kind_of(tmp_path / "a.toml")

    assert told(raised.value.diagnostics, "sv") == (
        "a.toml:1:1: fel[kind-unknown]: filen har ingen tabell som säger vad den är\n"
        "    varför: prioriteringsmodeller, nätverk, kataloger och omgångar läses på olika sätt\n"
        "    åtgärd: inled filen med någon av "
        "[round], [ruleset], [network], [catalogue], [signals], [offers], [[needs]] eller [vocabularies]"
    )


def test_an_unknown_shipped_name_is_told() -> None:
    with pytest.raises(PrioriteraError) as raised:
        load_rules("prioritera:sbu-fyra")

    assert told(raised.value.diagnostics) == (
        'error[shipped-unknown]: nothing that comes with prioritera is called "prioritera:sbu-fyra"\n'
        "    why:  what it would have said is not guessed\n"
        '    mend: did you mean "prioritera:sbu-four"?'
    )


def test_a_text_may_belong_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(RULES, encoding="utf-8")

    rules = loads_rules('[ruleset]\nid = "x"\nversion = "1"\nlabel = "x"\nextends = "base.toml"\n', folder=tmp_path)

    assert rules.id == "x"


def test_a_text_that_is_no_toml_is_raised() -> None:
    with pytest.raises(PrioriteraError) as raised:
        loads_rules("[ruleset")

    assert told(raised.value.diagnostics).startswith("<text>:1:9: error[toml-header-not-closed]: ")


def test_a_network_and_a_catalogue_are_loaded_by_path(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one")

    assert list(load_catalogue(folder / "catalogue.toml").entries) == ["guide"]
    assert load_network(folder / "network.toml").id == "ours"
