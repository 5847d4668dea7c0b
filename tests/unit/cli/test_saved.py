from pathlib import Path

import pytest

from prioritera.cli.saved import save
from prioritera.diagnostics import PrioriteraError


def fault_of(folder: Path) -> str:
    with pytest.raises(PrioriteraError) as error:
        save(folder, {"a.txt": "nytt", "b.txt": "nytt"})
    return str(error.value)


def test_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mapp"

    written = save(folder, {"a.txt": "å\n", "b.json": "{}\n"})

    assert written == ((folder / "a.txt").as_posix(), (folder / "b.json").as_posix())
    assert (folder / "a.txt").read_bytes() == b"\xc3\xa5\n"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.json"]


def test_files_that_stand_there_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("gammalt")

    save(tmp_path, {"a.txt": "nytt"})

    assert (tmp_path / "a.txt").read_text() == "nytt"


def test_what_is_no_folder_is_not_written_into(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("viktigt")

    assert fault_of(file) == (
        f"error[out-not-folder]: “{file.as_posix()}” is no folder\n"
        "    why:  the result is written as several files in a folder\n"
        "    mend: give a folder after --out; if there is none it is made"
    )
    assert file.read_text() == "viktigt"


def test_nothing_is_changed_when_one_of_the_files_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("gammalt")
    (tmp_path / "b.txt").mkdir()

    assert fault_of(tmp_path) == (
        f"error[out-not-written]: “{tmp_path.as_posix()}” could not be written\n"
        "    why:  the result has not been saved, and no file has been changed\n"
        "    mend: choose a folder where you may write and where there is room"
    )
    assert (tmp_path / "a.txt").read_text() == "gammalt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_inside_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("viktigt")

    assert fault_of(tmp_path / "fil" / "mapp").startswith("error[out-not-written]")


def test_a_half_written_file_that_cannot_be_taken_away_is_no_further_fault(tmp_path: Path) -> None:
    (tmp_path / ".a.txt.part").mkdir()

    assert fault_of(tmp_path).startswith("error[out-not-written]")
