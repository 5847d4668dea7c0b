"""What `check` writes in each of its forms."""

import io
import json
from pathlib import Path

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

from prioritera.cli.main import main
from small_rules import RULES, changed

WRONG = changed(RULES, 'id = "others"', 'id = "urgent-ones"')


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("å.toml").write_text(WRONG, encoding="utf-8")
    Path("clean.toml").write_text(RULES, encoding="utf-8")


def check(*words: str, out: io.StringIO | None = None) -> tuple[int, str, str]:
    stdout, stderr = out or io.StringIO(), io.StringIO()
    code = main(["check", *words], io.StringIO(), stdout, stderr)
    return code, stdout.getvalue(), stderr.getvalue()


def test_text_shows_the_lines_that_findings_are_about() -> None:
    assert check("å.toml", "--lang", "en") == (
        1,
        (
            'å.toml:74:6: error[duplicate-id]: "urgent-ones" is written twice\n'
            "     |\n"
            '  74 | id = "urgent-ones"\n'
            "     |      ^^^^^^^^^^^^^\n"
            "    å.toml:69:6: first written here\n"
            "     |\n"
            '  69 | id = "urgent-ones"\n'
            "     |      ^^^^^^^^^^^^^\n"
            "    why:  only one of them could count, and nobody could see which\n"
            "    mend: give one of them another id, or take it away\n"
        ),
        "",
    )


def test_a_terminal_gets_colour_unless_it_asks_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    in_colour = check("å.toml", out=Terminal())[1]
    monkeypatch.setenv("NO_COLOR", "1")
    plain = check("å.toml", out=Terminal())[1]

    assert in_colour.startswith("å.toml:74:6: \x1b[1;31mfel[duplicate-id]\x1b[0m: ")
    assert "\x1b" not in plain


def test_sarif_is_one_log_for_all_paths() -> None:
    code, out, err = check("å.toml", "clean.toml", "--format", "sarif")

    Log.model_validate_json(out)
    (run,) = json.loads(out)["runs"]
    assert (code, err) == (1, "")
    assert [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]] == ["%C3%A5.toml"]
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_a_path_that_cannot_be_read_is_a_result_of_a_run_that_was_not_done() -> None:
    code, out, _ = check("finns-inte.toml", "--format=sarif")

    (run,) = json.loads(out)["runs"]
    assert code == 2
    assert [one["ruleId"] for one in run["results"]] == ["file-missing"]
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_annotations_end_with_a_summary() -> None:
    code, out, err = check("å.toml", "clean.toml", "--format", "github", "--lang", "en")

    assert (code, err) == (1, "")
    assert out.splitlines() == [
        (
            "::error file=å.toml,line=74,col=6,endLine=74,endColumn=19,title=duplicate-id::"
            '"urgent-ones" is written twice%0Awhy: only one of them could count, and nobody could see which'
            "%0Amend: give one of them another id, or take it away%0Aå.toml:69:6: first written here"
        ),
        "prioritera check: paths 2, errors 1, warnings 0, notes 0",
    ]


@pytest.mark.parametrize(("form", "words"), [("sarif", ["x"]), ("github", ["run", "x"])])
def test_what_has_no_places_in_files_is_not_written_so(form: str, words: list[str]) -> None:
    err = io.StringIO()

    code = main([*words, "--format", form, "--lang", "en"], io.StringIO(), io.StringIO(), err)

    assert code == 2
    assert err.getvalue() == (
        f"error[format-not-here]: prioritera run cannot write its result as {form}\n"
        f"    why:  only what check finds has places in files, as {form} asks for\n"
        "    mend: write text or json, or use prioritera check\n"
    )


def test_a_form_that_there_is_not_is_told_with_those_there_are() -> None:
    code, out, err = check("å.toml", "--format", "sariff", "--lang", "en")

    assert (code, out) == (2, "")
    assert err == (
        "error[option-value-unknown]: the option --format cannot be “sariff”\n"
        "    why:  it cannot be known what is meant\n"
        "    mend: did you mean sarif? It can be text, json, sarif or github\n"
    )


def test_an_option_without_its_value_is_told_with_the_forms_of_the_command() -> None:
    assert "skriv --format följt av text, json, sarif eller github" in check("å.toml", "--format")[2]


def test_findings_on_stderr_show_their_lines_too(tmp_path: Path) -> None:
    sheet = tmp_path / "behov.csv"
    sheet.write_bytes("id;title;area;origin\r\nå1;Ett behov;hemlöshet;okänd".encode())
    err = io.StringIO()

    main(["behov.csv"], io.StringIO(), io.StringIO(), err)

    assert err.getvalue().splitlines()[:5] == [
        "behov.csv:2:14: fel[cell-unknown-word]: i kolumnen ”area” står ”hemlöshet”, som",
        "    inte är något av dess ord",
        "     |",
        "   2 | å1;Ett behov;hemlöshet;okänd",
        "     |              ^^^^^^^^^",
    ]


def test_a_rule_set_of_which_too_little_could_be_read_is_said_not_to_be_proved() -> None:
    Path("x.toml").write_text('[ruleset]\nid = "x"\n', encoding="utf-8")

    out = check("x.toml", "--lang", "en")[1]

    assert out.startswith('x.toml:1:1: error[missing-key]: "areas" is missing\n')
    assert out.endswith(
        "\n"
        "x.toml: note[proofs-wait]: nothing is proved of this rule set until the faults\n"
        "    in it are mended\n"
        "    why:  too much hangs on what could not be read, and a proof on guesses would\n"
        "        prove nothing\n"
        "    mend: mend the faults and check again\n"
    )


def test_the_file_of_another_folder_is_named_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "regler").mkdir()
    (tmp_path / "regler" / "x.toml").write_text('[ruleset]\nid = "x"\n', encoding="utf-8")

    assert "\nregler/x.toml: note[proofs-wait]: " in check("regler/x.toml", "--lang", "en")[1]
