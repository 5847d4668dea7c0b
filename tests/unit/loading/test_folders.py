from pathlib import Path

import pytest

from prioritera.loading.folders import is_folder


def test_a_folder_that_nobody_can_tell_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / ("a" * 5000))
    assert not is_folder(Path("a\0b"))
    monkeypatch.setattr(Path, "is_dir", refuse)
    assert not is_folder(tmp_path)
