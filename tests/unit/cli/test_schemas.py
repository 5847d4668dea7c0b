"""The commands schema and template."""

import io
import json
import shutil
from pathlib import Path

import pytest

from prioritera.cli.main import main
from prioritera.schema.begin import BEGUN, template_text
from prioritera.schema.known import Known
from prioritera.schema.write import KINDS, file_name, schema_text
from prioritera.words.catalogue import LANGUAGES
from schema_files import default_model
from small_rules import NETWORK, RULES, changed


def command(*argv: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    return main(argv, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_shown(kind: str, language: str) -> None:
    assert command("schema", kind, "--lang", language) == (0, schema_text(kind, Known(language=language)), "")


def test_a_schema_completes_the_words_of_a_rule_set_and_a_network() -> None:
    rules, network = default_model()
    known = Known(language="sv", rules=rules, network=network)

    shown = command("schema", "needs", "--rules", "prioritera:sbu-four", "--network", "prioritera:sweden")

    assert shown == (0, schema_text("needs", known), "")


def test_all_schemas_are_saved_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "network.toml").write_text(NETWORK, encoding="utf-8")

    code, out, err = command(
        *("schema", "--rules", str(tmp_path / "rules.toml"), "--network", str(tmp_path / "network.toml")),
        *("--out", str(tmp_path / "schemas"), "--lang", "en"),
    )

    assert (code, err) == (0, "")
    assert out.splitlines() == [f"wrote {(tmp_path / 'schemas' / file_name(kind)).as_posix()}" for kind in KINDS]
    assert (
        "causes"
        in json.loads((tmp_path / "schemas" / "needs.schema.json").read_text("utf-8"))["properties"]["needs"]["items"]["properties"][
            "facts"
        ]["properties"]
    )


def test_one_schema_alone_may_be_saved(tmp_path: Path) -> None:
    assert command("schema", "round", "--out", str(tmp_path), "--lang", "en") == (
        0,
        f"wrote {(tmp_path / 'round.schema.json').as_posix()}\n",
        "",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["round.schema.json"]


def test_without_a_kind_there_is_nothing_to_show() -> None:
    assert command("schema", "--lang", "en") == (
        2,
        "",
        (
            "error[argument-missing]: the command schema needs a kind of file, or --out and a\n"
            "    folder\n"
            "    why:  without it, it cannot be known what is to be done\n"
            "    mend: write prioritera schema KIND, or prioritera schema --out FOLDER\n"
        ),
    )


def test_a_kind_that_there_is_not_is_told_with_the_nearest() -> None:
    assert command("schema", "ruls", "--lang", "en") == (
        2,
        "",
        (
            "error[schema-kind-unknown]: there is no schema for “ruls”\n"
            "    why:  each kind of file has a schema of its own\n"
            "    mend: did you mean rules? Otherwise it is rules, vocabulary, network, round,\n"
            "        needs, answers, catalogue, offers, result, explanation, comparison,\n"
            "        rules-diff, runs-diff, candidates, signals, same-need, exists, coverage,\n"
            "        robustness, reprise, supply, side-by-side, questions, gaps, weights or\n"
            "        diagnostics\n"
        ),
    )
    assert command("template", "rund") == (
        2,
        "",
        (
            "fel[template-kind-unknown]: det finns ingen fil att börja från för ”rund”\n"
            "    varför: varje slags fil börjar på sitt sätt\n"
            "    åtgärd: menade du round? Annars är det rules, network, round, needs,\n"
            "        catalogue, form, analyst, check, questions-network, questions-dialogue,\n"
            "        questions-comparisons, questions-deviations, questions-2014 eller\n"
            "        weights\n"
        ),
    )


def test_a_rule_set_that_cannot_be_read_is_told_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder has the name of the kind too."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ours.toml").write_text(changed(RULES, "{ urgent = true }", "{ urgnet = true }"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert command("schema", "rules", "--rules", "rules/ours.toml", "--lang", "en") == (
        2,
        "",
        (
            'rules/ours.toml:70:10: error[unknown-field]: there is no field "urgnet"\n'
            "     |\n"
            "  70 | when = { urgnet = true }\n"
            "     |          ^^^^^^\n"
            "    why:  a rule about something that is not there would never count, unseen\n"
            '    mend: did you mean "urgent"?\n'
        ),
    )


def test_files_anywhere_in_the_tree_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    shutil.copy("rules/sbu-four.toml", tmp_path / "base.toml")
    shutil.copytree("rules/vocabularies", tmp_path / "vocabularies")
    text = '[ruleset]\nid = "ours"\nversion = "1"\nlabel = "ours"\nextends = "../../base.toml"\n'
    (tmp_path / "a" / "b" / "ours.toml").write_text(text, encoding="utf-8")
    asked = ("schema", "rules", "--rules", str(tmp_path / "a" / "b" / "ours.toml"))

    assert command(*asked)[0] == 2
    assert command(*asked, "--tree", str(tmp_path))[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BEGUN)
def test_a_file_to_begin_with_is_shown(kind: str, language: str) -> None:
    assert command("template", kind, "--lang", language) == (0, template_text(kind, language), "")


def test_a_file_to_begin_with_may_be_saved_by_name_or_in_a_folder(tmp_path: Path) -> None:
    by_name = command("template", "rules", "--out", str(tmp_path / "new" / "ours.toml"), "--lang", "en")
    in_folder = command("template", "needs", "--out", str(tmp_path), "--lang", "en")

    assert by_name == (0, f"wrote {(tmp_path / 'new' / 'ours.toml').as_posix()}\n", "")
    assert in_folder == (0, f"wrote {(tmp_path / 'needs.toml').as_posix()}\n", "")
    assert (tmp_path / "new" / "ours.toml").read_text("utf-8") == template_text("rules", "en")
    assert (tmp_path / "needs.toml").read_text("utf-8") == template_text("needs", "en")


def test_no_file_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rules.toml").write_text("ours", encoding="utf-8")

    assert command("template", "rules", "--out", ".") == (
        2,
        "",
        (
            "fel[template-in-the-way]: filen rules.toml finns redan\n"
            "    varför: en fil att börja från får aldrig skriva över någons arbete\n"
            "    åtgärd: välj ett annat namn efter --out, eller flytta filen\n"
        ),
    )
    assert Path("rules.toml").read_text("utf-8") == "ours"


def test_a_name_too_long_for_any_file_is_told(tmp_path: Path) -> None:
    code, out, err = command("template", "rules", "--out", str(tmp_path / ("a" * 5000)), "--lang", "en")

    assert (code, out) == (2, "")
    assert err.startswith("error[out-not-written]:")
