"""Every file of the corpus is told of in its very words, and the needs in it that are right are taken in."""

from pathlib import Path

import pytest
import tomli

from broken_files import BROKEN, Broken
from prioritera.diagnostics import Diagnostic, by_place
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.need import Need, Refused
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, told, write_round

SAID = tomli.loads((Path(__file__).parent / "said.toml").read_text(encoding="utf-8"))


def read(broken: Broken, folder: Path) -> tuple[tuple[Diagnostic, ...], list[str]]:
    """What is said of a round with this file, and the ids of the needs that are taken in."""
    mapping = f'\n[[mappings]]\nfile = "{broken.name}"\n{broken.mapping}\n' if broken.mapping else ""
    write_round(folder, round=changed(ROUND, "needs.toml", broken.name) + mapping)
    (folder / broken.name).write_bytes(broken.make())
    round_, found = read_round(folder)
    assert round_ is not None
    rules, network, _ = read_model_of(folder, round_)
    assert rules is not None
    assert network is not None
    taken = intake(round_, rules, network)
    faults = [fault for record in taken if isinstance(record, Refused) for fault in record.diagnostics]
    return by_place((*found, *faults)), [record.id for record in taken if isinstance(record, Need)]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_of_and_its_right_rows_are_kept(name: str, tmp_path: Path) -> None:
    said = SAID[name]

    found, kept = read(BROKEN[name], tmp_path / "one")

    assert told(found, "sv") == said["sv"].strip("\n")
    assert told(found, "en") == said.get("en", told(found, "en")).strip("\n")
    assert (kept if isinstance(said["kept"], list) else len(kept)) == said["kept"]


def test_there_are_as_many_files_as_are_told_of_and_at_least_sixty() -> None:
    assert list(SAID) == list(BROKEN)
    assert len(BROKEN) >= 60
