"""Opening files: bytes to text, and everything that can be wrong with a file or a path."""

import hashlib
import os
from pathlib import Path

import pytest

from prioritera.diagnostics import Faults, Span
from prioritera.loading import files as files_module
from prioritera.loading.files import Files, referred, text_of
from prioritera.model.round import InputFile
from small_rules import told


def failing(files: Files, name: str, language: str = "en", at: Span | None = None) -> str:
    faults = Faults()
    assert files.text(name, faults, at) is None
    return told(faults.all(), language)


def test_a_name_with_a_nul_is_told(tmp_path: Path) -> None:
    assert failing(Files(tmp_path), "a\0b.toml", at=Span("round.toml", 1, 2)) == (
        "round.toml:1:2: error[path-unprintable]: the path holds a character that cannot be printed\n"
        "    why:  no file can be named by it\n"
        "    mend: write the path again, by hand"
    )


def test_a_file_is_read_and_remembered_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfa = 1\n")
    files = Files(tmp_path)

    text = files.text("a.toml", Faults())

    assert text == "a = 1\n"
    sha256 = hashlib.sha256(b"\xef\xbb\xbfa = 1\n").hexdigest()
    assert list(files.read.values()) == [InputFile(name="a.toml", sha256=sha256)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"",
            (
                "f: error[file-empty]: the file is empty\n"
                "    why:  an empty file is easily mistaken for one with nothing to say\n"
                "    mend: write its content again, or take away the line that names it"
            ),
        ),
        (
            b"\xef\xbb\xbf \n",
            (
                "f: error[file-empty]: the file is empty\n"
                "    why:  an empty file is easily mistaken for one with nothing to say\n"
                "    mend: write its content again, or take away the line that names it"
            ),
        ),
        (
            "a = 1\nb = 'ö'\n".encode("cp1252"),
            (
                "f:2:6: error[file-not-utf-8]: the byte 0xF6 here is not UTF-8\n"
                "    why:  letters such as å, ä and ö would be read as others\n"
                '    mend: save it again as UTF-8 (in Excel: Save as, "CSV UTF-8"; in a text editor: encoding UTF-8)'
            ),
        ),
        (
            "a = 1\n".encode("utf-16"),
            (
                "f:1:1: error[file-utf-16]: the file is saved as UTF-16; UTF-8 is expected\n"
                "    why:  its letters would be read as others\n"
                '    mend: save it again as UTF-8 (in Excel: Save as, "CSV UTF-8"; in a text editor: encoding UTF-8)'
            ),
        ),
        (
            "a = 1\nå = '\0'\n".encode(),
            (
                "f:2:6: error[file-nul-byte]: the file has a NUL byte here, which no text has\n"
                "    why:  it is not a text file (a workbook, perhaps), or it is damaged\n"
                '    mend: save it again as UTF-8 (in Excel: Save as, "CSV UTF-8"; in a text editor: encoding UTF-8)'
            ),
        ),
    ],
    ids=["empty", "blank", "latin", "utf-16", "nul"],
)
def test_bytes_that_are_no_text_are_told(content: bytes, said: str) -> None:
    faults = Faults()

    text = text_of(content, "f", faults)

    assert text is None
    assert told(faults.all()) == said


def test_wrong_encoding_is_told_in_swedish(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("rubrik;område\nå;ä\n".encode("cp1252"))

    assert failing(Files(tmp_path), "a.csv", "sv") == (
        "a.csv:1:11: fel[file-not-utf-8]: byten 0xE5 här är inte UTF-8\n"
        "    varför: bokstäver som å, ä och ö skulle läsas som andra tecken\n"
        "    åtgärd: spara om den som UTF-8 (i Excel: Spara som, ”CSV UTF-8”; i en textredigerare: kodning UTF-8)"
    )


def test_a_missing_file_is_told_where_it_is_named_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "needs.toml").write_text("a = 1")

    assert failing(Files(tmp_path), "neds.toml", at=Span("round.toml", 4, 9)) == (
        'round.toml:4:9: error[file-missing]: there is no file "neds.toml"\n'
        "    why:  what it would have said is not guessed\n"
        '    mend: did you mean "needs.toml"?'
    )


def test_a_file_in_a_missing_folder_is_missing(tmp_path: Path) -> None:
    assert failing(Files(tmp_path), "sub/a.toml", "sv") == (
        "sub/a.toml: fel[file-missing]: filen ”sub/a.toml” finns inte\n"
        "    varför: det som skulle ha stått i den gissas inte\n"
        "    åtgärd: kontrollera sökvägen; en sökväg i en fil utgår från den filens egen mapp"
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()

    assert failing(Files(tmp_path), "sub") == (
        'sub: error[file-is-folder]: "sub" is a folder; a file is expected\n'
        "    why:  only a file can be read here\n"
        "    mend: name a file in the folder, with its ending (.toml or .csv)"
    )


def test_a_pipe_is_no_ordinary_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert failing(Files(tmp_path), "pipe") == (
        'pipe: error[file-not-regular]: "pipe" is not an ordinary file\n'
        "    why:  reading from devices and pipes might never end\n"
        "    mend: save the content in an ordinary file"
    )


def test_a_file_past_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "MOST_BYTES", 2 * 2**20)
    (tmp_path / "a.toml").write_bytes(b" " * (2 * 2**20 + 1))

    assert failing(Files(tmp_path), "a.toml") == (
        'a.toml: error[file-too-large]: "a.toml" is 3 MB; at most 2 MB are read\n'
        "    why:  a file of that size is hardly the one that was meant\n"
        "    mend: check that it is the right file, or divide the needs between several files"
    )


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError

    (tmp_path / "a.toml").write_text("a = 1")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert failing(Files(tmp_path), "a.toml") == (
        'a.toml: error[file-unreadable]: "a.toml" cannot be opened for reading\n'
        "    why:  it may be open in another program, or you may lack the right to read it\n"
        "    mend: close it in other programs, and check who may read it"
    )


def test_a_name_too_long_for_any_file_is_told(tmp_path: Path) -> None:
    assert failing(Files(tmp_path), "x" * 300).startswith(f"{'x' * 300}: error[file-unreadable]: ")


def test_a_name_too_long_for_any_file_names_none(tmp_path: Path) -> None:
    assert not Files(tmp_path).is_file("x" * 300)
    assert not Files(tmp_path).is_file("../../x")


def test_a_path_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "rounds" / "one"
    folder.mkdir(parents=True)
    (tmp_path / "secret.toml").write_text("a = 1")

    assert failing(Files(folder), "../../secret.toml") == (
        '../../secret.toml: error[path-outside-tree]: "../../secret.toml" lies outside of the folders that may be read\n'
        "    why:  files are read from the folder itself and those beside it, so that a round from somebody else can read nothing "
        "further out\n"
        "    mend: move the file into the folder, or to one beside it"
    )


def test_a_link_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "rounds" / "one"
    folder.mkdir(parents=True)
    (tmp_path / "secret.toml").write_text("a = 1")
    (folder / "needs.toml").symlink_to(tmp_path / "secret.toml")

    assert failing(Files(folder), "needs.toml", "sv") == (
        "needs.toml: fel[link-outside-tree]: ”needs.toml” är en länk som leder ut ur de mappar som får läsas\n"
        "    varför: filer läses från den egna mappen och dem bredvid, så att en omgång från någon annan inte kan läsa något längre ut\n"
        "    åtgärd: lägg själva filen där länken är"
    )


def test_links_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")

    assert failing(Files(tmp_path), "a.toml").startswith('a.toml: error[link-outside-tree]: "a.toml" is a link')


def test_a_neighbour_may_be_read_and_a_wider_tree_is_given_by_hand(tmp_path: Path) -> None:
    folder = tmp_path / "rounds" / "one"
    folder.mkdir(parents=True)
    (tmp_path / "rounds" / "near.toml").write_text("a = 1")
    (tmp_path / "far.toml").write_text("b = 1")

    assert Files(folder).text("../near.toml", Faults()) == "a = 1"
    assert Files(folder, tree=tmp_path).text("../../far.toml", Faults()) == "b = 1"


@pytest.mark.parametrize(
    ("reference", "name"), [("a.toml", "sub/a.toml"), ("../a.toml", "a.toml"), ("./x/../a.toml", "sub/a.toml"), ("../../a", "../a")]
)
def test_a_reference_leads_from_the_file_that_names_it(tmp_path: Path, reference: str, name: str) -> None:
    home = Files(tmp_path)

    assert referred(reference, home, "sub/b.toml", Faults(), None) == (home, name)


def test_a_shipped_name_leads_to_the_shipped_files(tmp_path: Path) -> None:
    leads = referred("prioritera:sweden-2018", Files(tmp_path), "round.toml", Faults(), None)

    assert leads is not None
    assert (leads[0].prefix, leads[1]) == ("prioritera:", "networks/sweden-2018.toml")


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("/etc/passwd", 'r:1:1: error[path-not-relative]: "/etc/passwd" is an absolute path'),
        ("a\tb", "r:1:1: error[path-unprintable]: the path holds a character that cannot be printed"),
        ("a.toml", 'r:1:1: error[path-without-folder]: the text names the file "a.toml" but stands in no folder'),
        ("prioritera:sbu", 'r:1:1: error[shipped-unknown]: nothing that comes with prioritera is called "prioritera:sbu"'),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(reference: str, said: str) -> None:
    faults = Faults()

    assert referred(reference, None, "", faults, Span("r", 1, 1)) is None
    assert told(faults.all()).splitlines()[0] == said
