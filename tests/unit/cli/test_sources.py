import os
from pathlib import Path

import pytest

from prioritera.cli.sources import Sources
from prioritera.loading import files


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfa = 1\r\n")

    assert Sources().text((tmp_path / "a.toml").as_posix()) == "a = 1\r\n"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    file, sources = tmp_path / "a.toml", Sources()
    file.write_text("a = 1", encoding="utf-8")
    first = sources.text(file.as_posix())

    file.unlink()

    assert sources.text(file.as_posix()) == first == "a = 1"


def test_shipped_files_are_found_by_their_names() -> None:
    assert (Sources().text("prioritera:sbu-four.toml") or "").startswith("# The default rule set.")


def test_what_is_no_utf_8_is_shown_as_unknown_characters(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"a = '\xe5'")

    assert Sources().text((tmp_path / "a.toml").as_posix()) == "a = '\ufffd'"


def test_the_lines_of_a_sheet_may_end_with_a_return_alone(tmp_path: Path) -> None:
    (tmp_path / "a.CSV").write_bytes(b"id;title\rb1;B\r\nb2;C\n")

    assert Sources().text((tmp_path / "a.CSV").as_posix()) == "id;title\nb1;B\nb2;C\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_is_shown_as_its_reader_took_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("id;område – år\r\nb1;Äldre\r\n".encode(encoding))

    assert Sources().text((tmp_path / "a.csv").as_posix()) == "id;område – år\nb1;Äldre\n"


def test_a_sheet_that_nobody_could_read_is_shown_with_unknown_characters(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id;omr\x81de")

    assert Sources().text((tmp_path / "a.csv").as_posix()) == "id;omr\ufffdde"


@pytest.mark.parametrize("name", ["finns-inte.toml", "a\0b.toml", "", "å" * 5000])
def test_a_file_that_cannot_be_read_has_no_text(name: str) -> None:
    assert Sources().text(name) is None


def test_what_is_no_file_has_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert Sources().text((tmp_path / "pipe").as_posix()) is None


def test_a_file_that_is_too_large_to_have_been_read_has_no_text(tmp_path: Path) -> None:
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(files.MOST_BYTES + 1)

    assert Sources().text((tmp_path / "a.toml").as_posix()) is None
