"""The shipped files are found wherever prioritera is installed."""

from pathlib import Path

import pytest

from prioritera.loading import shipped as shipped_module
from prioritera.loading.shipped import shipped, shipped_files, shipped_folder


def test_rule_sets_come_before_networks() -> None:
    kinds = ["", "networks", "catalogues"]
    files = [shipped_files()[name] for name in shipped()]

    assert files[0].count("/") == 0
    assert [kinds.index(file.rpartition("/")[0]) for file in files] == sorted(kinds.index(file.rpartition("/")[0]) for file in files)
    assert shipped_files()["prioritera:sbu-four"] == "sbu-four.toml"
    assert shipped_files()["prioritera:sweden"] == "networks/sweden.toml"


def test_a_checkout_has_its_rules_beside_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loading = tmp_path / "src" / "prioritera" / "loading"
    loading.mkdir(parents=True)
    monkeypatch.setattr(shipped_module, "__file__", str(loading / "shipped.py"))

    assert shipped_folder.__wrapped__() == tmp_path / "rules"


def test_the_shipped_files_are_there() -> None:
    assert [name for name, file in shipped_files().items() if not (shipped_folder() / file).is_file()] == []


def test_an_installed_package_has_its_rules_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "prioritera"
    (package / "rules").mkdir(parents=True)
    (package / "loading").mkdir()
    monkeypatch.setattr(shipped_module, "__file__", str(package / "loading" / "shipped.py"))

    assert shipped_folder.__wrapped__() == package / "rules"
