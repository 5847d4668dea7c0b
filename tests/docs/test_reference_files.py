"""The reference of the file formats: every block on its pages is part of a file that loads."""

import doctest
import re
from pathlib import Path

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.files import Files
from prioritera.loading.load import load_model_of, load_round, load_rules, read_catalogue, read_network, read_rules
from prioritera.loading.signal_files import read_signals
from prioritera.methods.scales import value_of
from prioritera.model.need import Need
from prioritera.records.round_names import wrong_names
from prioritera.stages.intake import intake
from prioritera.verify.verify import check_rules

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
BLOCK = re.compile(r"^```(?:toml|csv)\n(?:# (\S+)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)


def write_files(page: str, folder: Path, otherwise: str) -> None:
    """The blocks of a page as files: each goes to the file it names in its first line, or to the one of the page."""
    files: dict[str, str] = {}
    for name, text in BLOCK.findall((REFERENCE / page).read_text(encoding="utf-8")):
        files[name or otherwise] = files.get(name or otherwise, "") + text + ("\n" if not name.endswith(".csv") else "")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["small", "domains", "ranks", "sizes", "relative", "ours"])
def test_the_rule_sets_of_the_reference_load(tmp_path: Path, name: str) -> None:
    write_files("rule-files.md", tmp_path, "small.toml")

    rules, found = read_rules(tmp_path / f"{name}.toml")

    assert found == ()
    assert rules is not None
    assert rules.id == name


def test_the_rule_set_of_the_reference_is_proved_whole(tmp_path: Path) -> None:
    write_files("rule-files.md", tmp_path, "small.toml")

    assert check_rules(load_rules(tmp_path / "small.toml")) == ()


def test_the_rule_sets_beside_it_are_as_the_page_says(tmp_path: Path) -> None:
    write_files("rule-files.md", tmp_path, "small.toml")
    domains, ranks, sizes = (load_rules(tmp_path / f"{name}.toml") for name in ("domains", "ranks", "sizes"))

    assert [(one.id, one.weight) for one in domains.criteria] == [("impact", 3), ("prevalence", 2)]
    assert check_rules(domains) == check_rules(ranks) == ()
    assert [one.code for one in check_rules(sizes)] == ["log-rounded"]
    assert [one.code for one in check_rules(load_rules(tmp_path / "relative.toml"))] == ["scale-relative"]
    assert [value_of(sizes.criterion("prevalence").function, x, sizes.scale) for x in (0, 10, 100)] == [0, 250_000, 500_000]


@pytest.mark.parametrize(("name", "actors"), [("small-network", 6), ("larger", 7)])
def test_the_networks_of_the_reference_load(tmp_path: Path, name: str, actors: int) -> None:
    write_files("network-files.md", tmp_path, "small-network.toml")

    network, found = read_network(tmp_path / f"{name}.toml")

    assert found == ()
    assert network is not None
    assert len(network.actors) == actors


def test_the_round_of_the_reference_loads_and_all_its_needs_are_taken_in(tmp_path: Path) -> None:
    folder = tmp_path / "round"
    folder.mkdir()
    write_files("round-files.md", folder, "round.toml")

    round_ = load_round(folder)
    rules, network = load_model_of(folder, round_)

    assert round_.faults == ()
    assert wrong_names(round_, rules, network) == ()
    assert [type(record) for record in intake(round_, rules, network)] == [Need, Need, Need, Need]


def test_the_python_of_the_reference_runs() -> None:
    assert doctest.testfile(str(REFERENCE / "round-files.md"), module_relative=False, encoding="utf-8") == (0, 3)


def test_the_needs_as_data_are_taken_in(tmp_path: Path) -> None:
    blocks = re.findall(r"^```json\n(.*?)^```$", (REFERENCE / "needs-as-data.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

    for block in blocks:
        (tmp_path / "needs.json").write_text(block, encoding="utf-8")
        round_ = load_round(tmp_path / "needs.json")
        assert round_.faults == ()
        assert [type(record) for record in intake(round_, *load_model_of(tmp_path / "needs.json", round_))] == [Need]
    assert len(blocks) == 2


def test_the_signals_of_the_reference_are_read_and_give_candidates(tmp_path: Path) -> None:
    write_files("signal-files.md", tmp_path, "")
    faults = Faults()
    names = ("indikatorer.csv", "kompetens.csv", "avvikelser.csv", "regler.toml")

    found = read_signals([(Files(tmp_path), name) for name in names], faults)

    assert faults.all() == ()
    assert [one.why.sv for one in found.candidates] == [
        "X1 har stigit från 12,25 (2021) till 15,5 (2024), medianen av kommunerna",
        "Regionen: mellan 2 och 7 saknas av 12 som krävs i AKK (rader utan uppgift: 1)",
        "avvikelser, Fall: 2025: färre än 5",
        "avvikelser, Läkemedel: 2025: 31",
    ]


def test_the_catalogue_of_the_reference_loads(tmp_path: Path) -> None:
    write_files("catalogue-files.md", tmp_path, "ours.toml")

    catalogue, found = read_catalogue(tmp_path / "ours.toml")

    assert found == ()
    assert catalogue is not None
    assert (list(catalogue.entries), list(catalogue.places)) == (["guide-falls"], ["kunskapsguiden"])
