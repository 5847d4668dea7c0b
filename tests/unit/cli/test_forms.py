"""The command template, for forms."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from prioritera.cli.main import main
from small_rules import RULES


def command(*argv: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree("examples/illustrative", tmp_path / "omgang")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", ["form", "analyst", "check", "questions-network", "questions-2014"])
def test_a_form_has_a_name_of_its_own_and_is_never_written_over(kind: str) -> None:
    assert command("template", kind) == (0, f"skrev {kind}.xlsx\n", "")
    assert command("template", kind, "--lang", "en") == (
        2,
        "",
        (
            f"error[template-in-the-way]: the file {kind}.xlsx is there already\n"
            "    why:  a file to begin with must never write over anybody's work\n"
            "    mend: choose another name after --out, or move the file\n"
        ),
    )


@pytest.mark.parametrize("kind", ["form", "analyst", "questions-dialogue"])
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "toml"])
def test_a_form_is_of_the_kind_that_its_name_says(kind: str, suffix: str) -> None:
    assert command("template", kind, "--out", f"min.{suffix}", "--lang", "en") == (0, f"wrote min.{suffix}\n", "")

    beginning = {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "toml": b"#"}
    assert Path(f"min.{suffix}").read_bytes().startswith(beginning[suffix])


def test_the_same_form_is_the_same_bytes() -> None:
    command("template", "form", "--out", "a.xlsx")
    command("template", "form", "--out", "b.xlsx")

    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()


def test_a_form_may_go_into_a_folder_and_ask_by_other_rules() -> None:
    Path("rules.toml").write_text(RULES, encoding="utf-8")
    Path("ark").mkdir()

    assert command("template", "form", "--rules", "rules.toml", "--out", "ark") == (0, "skrev ark/form.xlsx\n", "")
    words = {cell.value for row in openpyxl.load_workbook("ark/form.xlsx")["prioritera"].iter_rows() for cell in row}
    assert "ours" in words


def test_the_analyst_s_sheet_holds_the_needs_of_a_round() -> None:
    assert command("template", "analyst", "omgang", "--out", "analys.xlsx") == (0, "skrev analys.xlsx\n", "")
    command("template", "analyst", "omgang", "--rules", "prioritera:sbu-four", "--out", "analys.csv")

    book = openpyxl.load_workbook("analys.xlsx")
    ids = [row[0] for row in book["Bedömning"].iter_rows(min_row=7, values_only=True)]
    assert (ids[0], len([ident for ident in ids if ident]), book.sheetnames[:2]) == (
        "samsjuklighet-insatser",
        19,
        ["Bedömning", "Uppgifter"],
    )
    assert Path("analys.csv").read_text("utf-8-sig").splitlines()[1].startswith("samsjuklighet-insatser;")


def test_what_is_wrong_with_the_round_is_told_and_the_sheet_is_written() -> None:
    Path("omgang/needs.csv").write_text("id;title;origin\nfel;Fel;ingen\n", encoding="utf-8")
    text = Path("omgang/round.toml").read_text(encoding="utf-8")
    Path("omgang/round.toml").write_text(text, encoding="utf-8")

    code, out, err = command("template", "analyst", "omgang", "--out", "a.toml", "--lang", "en")

    assert (code, out) == (1, "wrote a.toml\n")
    assert err.startswith("omgang/needs.csv:2:9: error[unknown-sender]")


@pytest.mark.parametrize("argv", [("form", "omgang"), ("rules", "omgang"), ("questions-2014", "omgang")])
def test_only_the_analyst_s_sheet_is_of_a_round(argv: tuple[str, str]) -> None:
    assert command("template", *argv, "--lang", "en") == (
        2,
        "",
        (
            "error[argument-extra]: the command template does not know what to do with\n"
            "    “omgang”\n"
            "    why:  a word that is skipped in silence gives another answer than was\n"
            "        expected\n"
            "    mend: write prioritera template KIND, or prioritera template analyst ROUND;\n"
            "        a name with spaces goes inside quotation marks\n"
        ),
    )


def test_a_name_that_says_no_kind_and_a_place_that_is_none_are_told() -> None:
    assert command("template", "form", "--out", "form.pdf") == (
        2,
        "",
        (
            "fel[out-file-kind]: ”form.pdf” slutar inte på något som kan skrivas\n"
            "    varför: filändelsen säger vad för slags fil det ska bli\n"
            "    åtgärd: låt namnet sluta på .xlsx, .csv eller .toml\n"
        ),
    )
    assert command("template", "form", "--out", "ingen/form.xlsx")[0] == 2
    assert command("template", "form", "--out", f"{'a' * 400}.xlsx")[0] == 2


def test_the_sheet_of_the_check_is_a_sheet_and_nothing_else() -> None:
    assert command("template", "check", "--out", "a.toml", "--lang", "en") == (
        2,
        "",
        (
            "error[out-file-kind]: “a.toml” does not end with anything that can be written\n"
            "    why:  the suffix says which kind of file it is to be\n"
            "    mend: let the name end with .xlsx or .csv\n"
        ),
    )
    assert command("template", "check", "--out", "a.csv") == (0, "skrev a.csv\n", "")
