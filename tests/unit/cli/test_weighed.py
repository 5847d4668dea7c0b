"""The command `weights` and the sheet that it reads: what goes in, what comes out, and every way in which it cannot be done."""

import io
import json
from pathlib import Path

import pytest

from prioritera.cli.main import main
from small_rules import RULES, changed

FILE = "person;group;method;impact;spread\n1;x;points;70;30\n2;x;points;2;1\n3;y;swing;50;100\n"


def command(*argv: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a rule set and a filled-in file stand, and commands are given."""
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "svar").mkdir()
    (tmp_path / "svar" / "svar.csv").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_group_s_answers_become_weights(folder: Path) -> None:
    code, out, err = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--out", "weights.toml", "--voices", "group")

    assert (code, err) == (0, "")
    assert out == (
        "Vikter från en grupp\n"
        "====================\n\n"
        "Vikter för vår 1, ur svaren från 3 av 3 personer.\n\n"
        "Gruppens vikter\n"
        "---------------\n\n"
        "Medelvärdet av gruppernas medelvärden: varje grupp räknas lika, hur många som än\n"
        "är med i den.\n\n"
        "Kriterium     Vikt  Andel %  Lägst–högst  Median\n"
        "------------  ----  -------  -----------  ------\n"
        "1. betydelse    61     50,8    33,3–70,0    66,7\n"
        "2. spridning    59     49,2    30,0–66,7    33,3\n\n"
        "Vikterna är exakta: de står i samma förhållande som andelarna.\n\n"
        "Var och ens vikter\n"
        "------------------\n\n"
        "Andelar i procent. Siffrorna överst är kriteriernas nummer i tabellen ovan.\n\n"
        "Person  Grupp  Metod     1     2\n"
        "------  -----  -----  ----  ----\n"
        "1       x      poäng  70,0  30,0\n"
        "2       x      poäng  66,7  33,3\n"
        "3       y      sving  33,3  66,7\n\n"
        "Att föra in i prioriteringsmodellen\n"
        "-----------------------------------\n\n"
        "Klistra in i prioriteringsmodellen i stället för den [weights] som står där.\n\n"
        f"{(folder / 'weights.toml').read_text(encoding='utf-8')}"
        "\nskrev weights.toml\n"
    )


def test_a_folder_gets_a_file_named_for_what_it_is(folder: Path) -> None:
    code, out, _ = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--out", "svar", "--format", "json")

    assert (code, json.loads(out)["toml"]) == (0, (folder / "svar" / "weights.toml").read_text(encoding="utf-8"))


def test_who_decided_and_when_stand_together(folder: Path) -> None:
    half, _, err = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--decided-by", "nämnden", "--lang", "en")
    day, _, _ = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--decided-on", "2026-05-31")
    both, out, _ = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--decided-by", "nämnden", "--decided-on", "2026-05-31")

    assert (half, day, both) == (2, 2, 0)
    assert err == (
        "error[weights-decided-half]: --decided-by and --decided-on are to be given\n"
        "    together\n"
        "    why:  weights are decided only when it is said who decided and when\n"
        "    mend: give both, or neither\n"
    )
    assert '[weights]\ndecided_by = "nämnden"\ndecided_on = 2026-05-31\ntotal = ' in out
    assert "ingen har beslutat" not in out
    assert folder.exists()


def test_faults_are_placed_from_where_the_command_is_given(folder: Path) -> None:
    (folder / "svar" / "svar.csv").write_text(f"{FILE}4;y;points;1;\n", encoding="utf-8")

    code, out, err = command("weights", "svar/svar.csv", "--rules", "rules.toml")

    assert code == 1
    assert "Svaren från 4 räknas inte med, för något i dem är fel: se anmärkningarna.\n" in out
    assert err.startswith("svar/svar.csv:5:1: fel[weights-answer-missing]: 4 har inte svarat för spridning\n")


def test_without_anybody_there_are_no_weights(folder: Path) -> None:
    (folder / "svar" / "svar.csv").write_text("person;method;impact;spread\n", encoding="utf-8")

    code, out, err = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--out", "weights.toml")

    assert (code, out) == (2, "")
    assert err.startswith("svar/svar.csv:1:1: fel[weights-nobody]: ingen har svarat\n")
    assert not (folder / "weights.toml").exists()


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    code, out, err = command("weights", "svar/svra.csv", "--rules", "rules.toml")

    assert (code, out) == (2, "")
    assert "svar/svra.csv" in err
    assert folder.exists()


def test_one_criterion_alone_cannot_be_weighed(folder: Path) -> None:
    rules = RULES.replace('[criteria.spread]\nlabel = { sv = "spridning", en = "spread" }\n', "")
    rules = rules.replace("bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]\n\n[weights]", "[weights]")
    (folder / "rules.toml").write_text(changed(rules, "impact = 2, spread = 1", "impact = 2"), encoding="utf-8")

    code, _, err = command("weights", "svar/svar.csv", "--rules", "rules.toml", "--lang", "en")

    assert code == 2
    assert err.startswith("error[weights-too-few-criteria]: the rule set “ours” has fewer than two criteria\n")


@pytest.mark.parametrize(
    ("option", "value", "close"),
    [("--method", "swings", "swing"), ("--voices", "groups", "group")],
)
def test_options_take_one_of_their_words(option: str, value: str, close: str) -> None:
    code, _, err = command("weights", "svar.csv", option, value, "--lang", "en")

    assert code == 2
    assert f"the option {option} cannot be “{value}”" in err
    assert f"did you mean {close}?" in err


def test_a_sheet_is_written_filled_in_and_read(folder: Path) -> None:
    code, out, err = command("template", "weights", "--rules", "rules.toml", "--method", "rank-sum", "--out", "blad.csv")
    sheet = (folder / "blad.csv").read_text(encoding="utf-8-sig")
    filled = sheet.replace(";;rangordning (rangsumma);;", "Åsa;;rangordning (rangsumma);1;2", 1)
    (folder / "blad.csv").write_text(filled, encoding="utf-8")
    read, found, faults = command("weights", "blad.csv", "--rules", "rules.toml", "--format", "json")

    assert (code, out, err) == (0, "skrev blad.csv\n", "")
    assert (read, faults) == (0, "")
    assert [one["weight"] for one in json.loads(found)["criteria"]] == [2, 1]


def test_a_sheet_is_a_workbook_by_its_own_name_if_nothing_else_is_said(folder: Path) -> None:
    assert command("template", "weights", "--rules", "rules.toml")[:2] == (0, "skrev weights.xlsx\n")
    assert command("template", "weights", "--out", "svar", "--lang", "en")[:2] == (0, "wrote svar/weights.xlsx\n")
    assert command("weights", "weights.xlsx", "--rules", "rules.toml")[2].startswith("weights.xlsx:Vikter!1: fel[weights-nobody]")
    assert folder.exists()


def test_a_sheet_that_somebody_may_have_filled_in_is_never_written_over(folder: Path) -> None:
    code, _, err = command("template", "weights", "--out", "svar/svar.csv", "--lang", "en")

    assert code == 2
    assert "template-in-the-way" in err
    assert (folder / "svar" / "svar.csv").read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize(("name", "code"), [("blad.pdf", "out-file-kind"), ("x" * 400 + ".csv", "out-file-not-written")])
def test_a_sheet_that_cannot_be_written_is_told(folder: Path, name: str, code: str) -> None:
    exit_code, _, err = command("template", "weights", "--out", name)

    assert exit_code == 2
    assert code in err
    assert folder.exists()


def test_options_of_weights_are_not_those_of_another_template(folder: Path) -> None:
    assert command("template", "round", "--lang", "en")[0] == 0
    assert command("weights", "--help", "--lang", "en")[1].startswith("prioritera weights works out weights")
    assert folder.exists()
