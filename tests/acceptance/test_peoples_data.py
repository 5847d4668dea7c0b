"""Nothing of a person's data comes out: not in a report, a saved file, an explanation, a finding, or the line that a finding shows."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from prioritera.cli.main import main
from small_rules import NEEDS, ROUND, changed, write_round

PEOPLE = ("880320", "0016", "Berg", "Anna", "anna.berg", "123 45 67", "@gr")
# What a file or a finding is known by may have any digits in it, by chance.
HASHES = re.compile(r"\b[0-9a-f]{16,}\b")
WRITTEN = "Anna Berg, 880320-0016, 070-123 45 67, anna.berg@gr.example"


def said(*words: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    main(words, io.StringIO(), out, err)
    return out.getvalue() + err.getvalue()


def assert_nobody(text: str, known: Sequence[str] = PEOPLE) -> None:
    assert text
    read = HASHES.sub("", text)
    assert [word for word in known if word in read] == []


def toml() -> str:
    """A round with people's data in every free text of a need, and other faults beside it."""
    keys = ("note", "benefit", "wording", "wished_form", "source", "links")
    texts = "".join(f'{key} = "{WRITTEN}"\n' for key in keys)
    origin = "".join(f'{key} = "{WRITTEN}"\n' for key in ("forum", "document", "method", "wording", "source"))
    needs = changed(
        NEEDS, 'area = "elderly"\n', f'area = "Anna Berg"\n{texts}question = {{ target_group = "{WRITTEN}", nobody = "{WRITTEN}" }}\n'
    )
    needs = changed(needs, 'actor = "t1"\n', f'actor = "Anna Berg"\n{origin}')
    needs += f'[[needs.evidence]]\nkind = "view"\ntext = "{WRITTEN}"\n[needs.facts2]\n"{WRITTEN}" = 1\n'
    needs += f'[[needs]]\nid = "{WRITTEN}"\ntitle = "{WRITTEN}"\n' + changed(NEEDS, "n1", "n2")
    return needs


def csv() -> str:
    return (
        f"id;rubrik;område;avsändare;anteckning;{WRITTEN}\n"
        f'n1;{WRITTEN};Anna Berg;Anna Berg;"{WRITTEN}\nmer";x\n'
        f"{WRITTEN};b;c;d;Anna Berg\n"
        "n3;Fall;äldre;Väsby;;\n"
    )


@pytest.mark.parametrize("choice", ["", 'personal_data = "mask"\n'])
@pytest.mark.parametrize("kind", ["toml", "csv"])
def test_nothing_of_it_comes_out(tmp_path: Path, choice: str, kind: str) -> None:
    write_round(tmp_path, round=changed(ROUND, "needs.toml", f"needs.{kind}") + choice)
    (tmp_path / f"needs.{kind}").write_text({"toml": toml, "csv": csv}[kind](), encoding="utf-8")
    folder = tmp_path.as_posix()

    for form in ("text", "json"):
        assert_nobody(said("run", folder, "--format", form))
    for form in ("text", "json", "sarif", "github"):
        assert_nobody(said("check", folder, "--notes", "--format", form))
    assert_nobody(said("check", (tmp_path / f"needs.{kind}").as_posix()))
    saved = tmp_path / "saved"
    assert_nobody(said("run", folder, "--out", saved.as_posix()))
    for file in saved.iterdir():
        assert_nobody(file.read_text(encoding="utf-8"))
    assert_nobody(said("exists", folder))
    for form in ("text", "json"):
        assert_nobody(said("explain", folder, "n1", "--format", form))


@pytest.mark.parametrize(
    "needs",
    [
        f'[[needs]]\nid = "{WRITTEN}\n',
        f'[[needs]]\n"{WRITTEN}" = 1\n"{WRITTEN}" = 2\n',
        f'needs = ["{WRITTEN}"]\n',
        f'[needs]\nnote = "{WRITTEN}"\n',
        f'"{WRITTEN}" = 1\n[[needs]]\nid = "n1"\n',
    ],
)
def test_a_file_that_cannot_be_read_gives_nothing_away(tmp_path: Path, needs: str) -> None:
    write_round(tmp_path, needs=needs)

    assert_nobody(said("check", tmp_path.as_posix()))
    assert_nobody(said("check", tmp_path.as_posix(), "--format", "json"))
    assert_nobody(said("run", tmp_path.as_posix()))


def test_a_number_split_over_two_lines_is_not_shown_either(tmp_path: Path) -> None:
    (tmp_path / "needs.csv").write_text('id;rubrik\n"880320-\n0016";x;y\n', encoding="utf-8")

    assert_nobody(said("check", (tmp_path / "needs.csv").as_posix(), "--lang", "en"), ("880320", "0016"))


def test_a_long_line_is_shown_without_it(tmp_path: Path) -> None:
    long = "ö " * 4000
    write_round(tmp_path, needs=f'[[needs]]\nid = "n1" # {long} 880320-0016 \u2190 = = {long}\nbad = = 1\n')
    (tmp_path / "needs.csv").write_text(f"id;rubrik;{long} 880320-0016 {long};{long};område\nn1;a;b;c;nowhere;x;y;z\n", encoding="utf-8")

    assert_nobody(said("check", tmp_path.as_posix()), ("880320", "0016"))
    assert_nobody(said("check", (tmp_path / "needs.csv").as_posix()), ("880320", "0016"))
