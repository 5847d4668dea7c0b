"""The command as a function: words in, streams and an exit code out."""

import io
import json
import shutil
from pathlib import Path
from string import Formatter
from typing import TextIO

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from prioritera.words.catalogue import LANGUAGES, has, keys, template
from results import WHOLE, without_hashes

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "src" / "prioritera" / "report"


def command(*argv: str, stdout: TextIO | None = None) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    out, err = stdout or io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue() if isinstance(out, io.StringIO) else "", err.getvalue()


def round_in(folder: Path) -> Path:
    """A copy of the round with every kind of need, to be changed."""
    shutil.copytree(WHOLE, folder / "runda", ignore=shutil.ignore_patterns("expected"))
    return folder / "runda"


class Full(io.StringIO):
    """A stream to a disk that is full."""

    def flush(self) -> None:
        raise OSError(28, "no space left")


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_the_version_is_told() -> None:
    assert command("--version") == (0, "prioritera 0.1.0\n", "")


def test_words_that_cannot_be_read_are_told_in_the_language_asked_for() -> None:
    code, out, err = command("run", "--lang", "en")

    assert (code, out) == (2, "")
    assert err == (
        "error[argument-missing]: the command run needs a round\n"
        "    why:  without it, it cannot be known what is to be done\n"
        "    mend: write prioritera ROUND\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "run", "check", "explain", "rule", "methods", "schema", "template"])
def test_help_has_an_example_and_fits_the_screen(name: str, language: str) -> None:
    code, out, err = command(*([name] if name else []), "--help", "--lang", language)

    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.splitlines()[-2] == {"sv": "Exempel:", "en": "Example:"}[language]


def test_no_words_at_all_give_help() -> None:
    assert command() == command("--help")


def test_a_round_that_cannot_be_read_is_told_with_the_way_to_its_files(tmp_path: Path) -> None:
    folder = round_in(tmp_path)
    (folder / "round.toml").write_text('[round]\nid = "x"\n', encoding="utf-8")

    code, out, err = command(str(folder))

    assert (code, out) == (2, "")
    assert "".join(err.split()).startswith(f"{folder.as_posix()}/round.toml:1:1:fel[missing-key]")


def test_a_single_file_of_needs_is_a_round_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "behov.csv"
    file.write_text("id;title;area;origin\nb1;Ett behov;barn och unga;okänd\n", encoding="utf-8")

    code, out, err = command(str(file))

    assert (code, err) == (0, "")
    assert out.startswith("behov\n=====\n")
    assert "• Ett behov (b1)" in out


def test_a_rule_set_that_is_not_sound_stops_the_round(tmp_path: Path) -> None:
    folder = round_in(tmp_path)
    rules = folder / "rules.toml"
    holed = rules.read_text(encoding="utf-8").replace('id = "asked-why"', 'id = "asked-why"\nwhen = { urgent = true }')
    rules.write_text(holed, encoding="utf-8")

    code, out, err = command(str(folder))

    assert (code, out) == (2, "")
    assert "".join(err.split()).startswith(f"{folder.as_posix()}/rules.toml:99:1:fel[table-gap]")


def test_results_are_saved_and_said_where(tmp_path: Path) -> None:
    folder = tmp_path / "ut"

    code, out, err = command(str(WHOLE), "--out", str(folder), "--lang", "en")

    names = ("report.txt", "result.json", "conflicts.csv", "coverage.txt")
    assert (code, out) == (1, "".join(f"wrote {folder.as_posix()}/{name}\n" for name in names))
    assert err
    assert without_hashes((folder / "report.txt").read_text(encoding="utf-8")) == (WHOLE / "expected" / "run-en.txt").read_text(
        encoding="utf-8"
    )
    assert json.loads((folder / "result.json").read_text(encoding="utf-8"))["schema"] == "prioritera/result/1"


def test_the_date_of_decision_may_be_given() -> None:
    _, out, _ = command(str(WHOLE), "--decided-on", "2027-01-01")

    assert "Beslutsdatum: 2027-01-01" in out.splitlines()


def test_a_terminal_gets_its_titles_in_bold_unless_it_asks_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen = Terminal()

    command("methods", stdout=screen)

    assert screen.getvalue().startswith("\x1b[1mDet som följer med\x1b[0m\n")


def test_a_stream_that_cannot_be_written_to_is_told_of() -> None:
    code, _, err = command("methods", "--lang", "en", stdout=Full())

    assert code == 2
    assert err == (
        "error[screen-not-written]: the result could not be written out\n"
        "    why:  everything has been reckoned, but what was written out is not whole\n"
        "    mend: see whether the disk is full, or save with --out\n"
    )


def test_an_interruption_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("prioritera.cli.main._answer", interrupted)

    assert command("methods") == (130, "", "avbrutet\n")


def test_a_need_is_explained() -> None:
    code, out, err = command("explain", str(WHOLE), "FALL")

    assert (code, err) == (0, "")
    assert out.startswith("Varför: Fall i hemmet\n")


@pytest.mark.parametrize(("words", "schema"), [(["fall"], "explanation"), (["fall", "--versus", "hot"], "comparison")])
def test_an_explanation_is_given_as_json(words: list[str], schema: str) -> None:
    code, out, _ = command("explain", str(WHOLE), *words, "--format", "json")

    Draft202012Validator(json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))).validate(json.loads(out))
    assert code == 0


def test_what_was_found_in_the_need_is_told_with_its_explanation() -> None:
    code, out, err = command("explain", str(WHOLE), "trasig", "--format", "json")

    assert code == 1
    assert json.loads(out)["decision"]["outcome"]["id"] == "error"
    assert [one["code"] for one in json.loads(err)["diagnostics"]] == ["unknown-area"]


def test_a_need_that_there_is_not_is_told_with_the_ones_there_are() -> None:
    code, out, err = command("explain", str(WHOLE), "zzz", "--lang", "en")

    assert (code, out) == (2, "")
    assert err == (
        "error[need-unknown]: the round has no need with the id “zzz”\n"
        "    why:  only needs that have come in can be explained\n"
        "    mend: the id can be fall, fall-2, hot, nutrition, ensamhet, natt, las,\n"
        "        rakna, stod-finns, vanta, juridik, juridik-ost, ensam-rost,\n"
        "        oklar-forankring, orsak-okand, svag, oense, oense-2 or trasig\n"
    )


@pytest.mark.parametrize(("asked_for", "close"), [("Natta", "natt"), ("oklar", "oklar-forankring"), ("juridik-öst", "juridik-ost")])
def test_a_need_that_is_nearly_one_is_asked_about(asked_for: str, close: str) -> None:
    _, _, err = command("explain", str(WHOLE), asked_for)

    assert f"åtgärd: menade du {close}? Id kan vara" in err.replace("\n        ", " ")


def test_of_many_ids_the_first_are_named(tmp_path: Path) -> None:
    rows = "".join(f"b{number};Behov;barn och unga;okänd\n" for number in range(30))
    file = tmp_path / "behov.csv"
    file.write_text(f"id;title;area;origin\n{rows}", encoding="utf-8")

    _, _, err = command("explain", str(file), "zzz", "--lang", "en")

    assert err.rstrip().endswith("b19 or …")


def test_a_need_is_not_compared_with_itself() -> None:
    code, out, err = command("explain", str(WHOLE), "fall", "--versus", "fall")

    assert (code, out) == (2, "")
    assert err == (
        "fel[need-with-itself]: ”fall” kan inte jämföras med sig självt\n"
        "    varför: en jämförelse behöver två behov\n"
        "    åtgärd: skriv ett annat id efter --versus\n"
    )


def test_a_clean_file_is_said_to_be_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert command("check", "rules/sbu-four.toml", "prioritera:sbu-four", "tests/acceptance/whole-report/catalogue.toml") == (
        0,
        "inga fel: rules/sbu-four.toml\ninga fel: prioritera:sbu-four\ninga fel: tests/acceptance/whole-report/catalogue.toml\n",
        "",
    )


def network_in(folder: Path, old: str, new: str) -> None:
    """The small network as a file there, with one thing changed."""
    text = (WHOLE / "network.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "network.toml").write_text(text.replace(old, new), encoding="utf-8")


OVERLAP = """\
network.toml:106:1: note[mandates-overlap]: the outcome research may be taken on
    by agency or council, in all areas
     |
 106 | [[mandates]]
     | ^^^^^^^^^^^^
 107 | actor = "agency"
    network.toml:110:1: a mandate stands here
     |
 110 | [[mandates]]
     | ^^^^^^^^^^^^
 111 | actor = "council"
    why:  when several may take on the same question, work can go on in parallel
        without anyone knowing
    mend: leave it if the rules say to which of them a need goes; otherwise let
        one of them have the mandate
"""


def test_notes_are_told_before_the_line_that_says_that_nothing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network_in(tmp_path, "", "")

    assert command("check", "network.toml", "--notes", "--lang", "en") == (0, f"{OVERLAP}\nno faults: network.toml\n", "")


def test_notes_are_told_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network_in(tmp_path, "", "")

    code, noted, err = command("check", "prioritera:sbu-four", "--notes", "--lang", "en")

    assert command("check", "network.toml", "prioritera:sbu-four") == (0, "inga fel: network.toml\ninga fel: prioritera:sbu-four\n", "")
    assert (code, err) == (0, "")
    assert noted.count("note[order-decides]") == 2


def test_a_network_alone_is_checked_for_what_can_be_said_without_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network_in(tmp_path, 'id = "rss-to-council"\nkind = "raises"', 'id = "rss-to-council"\nkind = "informs"')

    code, out, err = command("check", "network.toml", "prioritera:sbu-four", "--lang", "en")

    assert (code, err) == (1, "")
    assert out == (
        "network.toml:60:1: warning[actors-cut-off]: neither a question nor an answer\n"
        "    comes to agency, in spite of a mandate or a place in a structure (actors: 1)\n"
        "     |\n"
        "  60 | [[actors]]\n"
        "     | ^^^^^^^^^^\n"
        '  61 | id = "agency"\n'
        "    why:  a mandate that nobody can use, and a member that is never heard, are\n"
        "        most often a channel that is missing\n"
        "    mend: add channels to and from them, or take the mandate or the membership\n"
        "        away\n"
        "\nno faults: prioritera:sbu-four\n"
    )


def test_a_network_that_cannot_be_read_is_told_without_more_being_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network_in(tmp_path, 'kind = "agency"', 'kind = "agnecy"')

    code, out, _ = command("check", "network.toml", "--lang", "en")

    assert code == 1
    assert "note[" not in out


def test_what_needs_mending_is_told_before_the_notes(tmp_path: Path) -> None:
    found = json.loads(command("check", str(round_in(tmp_path)), "--notes", "--format", "json")[1])["diagnostics"]

    severities = [one["severity"] for one in found]
    assert severities[:3] == ["warning", "error", "error"]
    assert set(severities[3:]) == {"note"}


@pytest.mark.parametrize("part", ["rules/vocabularies/outcomes.toml", "rules/networks/municipalities-2018.toml"])
def test_a_part_that_others_use_is_said_to_be_checked_only_in_form(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert command("check", part, "--lang", "en") == (
        0,
        f"can be read: {part} (checked where it is used)\n",
        "",
    )


def test_what_is_wrong_with_a_round_is_told_on_stdout_for_that_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    code, out, err = command("check", "rules/sbu-four.toml", "tests/acceptance/whole-report", "rules/sbu-four.toml")

    assert (code, err) == (1, "")
    told = (WHOLE / "expected" / "stderr-sv.txt").read_text(encoding="utf-8")
    assert out == f"inga fel: rules/sbu-four.toml\n\n{told}\ninga fel: rules/sbu-four.toml\n"


def test_findings_are_given_as_json() -> None:
    code, out, err = command("check", str(WHOLE), "--format", "json")

    Draft202012Validator(json.loads((SCHEMAS / "diagnostics.schema.json").read_text(encoding="utf-8"))).validate(json.loads(out))
    assert (code, err) == (1, "")
    assert {one["code"] for one in json.loads(out)["diagnostics"] if one["severity"] != "note"} == {
        "records-disagree",
        "unknown-area",
        "same-as-unknown",
    }
    assert json.loads(out)["diagnostics"][0]["place"]["file"] == f"{WHOLE.as_posix()}/needs.toml"


def test_a_path_that_cannot_be_read_does_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    code, out, err = command("check", str(tmp_path / "finns-inte.toml"), "prioritera:sbu-four")

    assert (code, err) == (2, "")
    assert out.splitlines()[0].startswith(f"{tmp_path.as_posix()}"[:20])
    assert "fel[file-missing]" in out
    assert out.endswith("inga fel: prioritera:sbu-four\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("rules.toml", 'version = "1.2"', "", "missing-key"),
        ("network.toml", 'kind = "agency"', 'kind = "agnecy"', "unknown-kind"),
        ("rules.toml", 'id = "asked-why"', 'id = "asked-why"\nwhen = { urgent = true }', "table-gap"),
        ("round.toml", 'id = "small"', "", "missing-key"),
        ("round.toml", 'area = "school"\ncriterion', 'area = "skola"\ncriterion', "round-area-unknown"),
    ],
)
def test_a_round_is_checked_with_all_that_it_names(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    folder = round_in(tmp_path)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    found = json.loads(command("check", str(folder), "--format", "json")[1])["diagnostics"]

    assert code in {one["code"] for one in found}


def test_a_file_of_needs_is_checked_with_the_default_rules(tmp_path: Path) -> None:
    file = tmp_path / "behov.csv"
    file.write_text("id;title;area;origin\nb1;Ett behov;hemlöshet;okänd\n", encoding="utf-8")

    code, out, _ = command("check", str(file))

    assert code == 1
    assert out.startswith(f"{file.as_posix()}:2:"[:60])
    assert "upplysning[" not in out


def test_a_rule_set_that_cannot_be_read_is_told_without_more_being_checked(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('[ruleset]\nid = "x"\n', encoding="utf-8")

    code, out, _ = command("check", str(file))

    assert code == 1
    assert "fel[missing-key]" in out


def test_a_code_is_explained() -> None:
    code, out, err = command("rule", "[option-date]", "--lang", "en")

    assert (code, err) == (0, "")
    assert out.startswith(
        "Diagnostic option-date\n"
        "======================\n"
        "\n"
        "What: “‹value›” is no date\n"
        "Why: dates are written in one way only, so that nobody can misread them\n"
        "Mend: write year, month and day, for example 2026-05-31\n"
    )


def test_a_code_says_what_it_says_where_something_is_like_it() -> None:
    _, out, _ = command("rule", "unknown-option")

    assert out.splitlines()[3:7] == [
        "Vad: valet ‹värdet› finns inte för ‹kommandot›",
        "Varför: ett val som hoppas över i tysthet ger ett annat svar än väntat",
        "Åtgärd: valen är ‹de rätta›",
        "Åtgärd när något liknar: menade du ‹det närmaste›?",
    ]


def test_a_code_that_there_is_not_is_asked_about() -> None:
    code, out, err = command("rule", "option-dat")

    assert (code, out) == (2, "")
    assert err == (
        "fel[code-unknown]: det finns ingen anmärkning med koden ”option-dat”\n"
        "    varför: koden är det som står inom hakparentes i en anmärkning\n"
        "    åtgärd: menade du option-date? Alla koder visas med prioritera rule\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_with_it_is_told(language: str) -> None:
    code, out, err = command("methods", "--lang", language)

    assert (code, err) == (0, "")
    assert {"sv": "  Läge: förslag", "en": "  Status: proposal"}[language] in out.splitlines()
    assert "prioritera:sbu-four" in out
    assert "• mean-of-items: " in out
    assert "prioritera:sweden" in out.split()
    assert "prioritera:sweden-2018" in out.split()


def test_methods_are_given_as_json() -> None:
    record = json.loads(command("methods", "--format", "json")[1])

    rules = {one["name"]: one for one in record["rules"]}
    networks = {f"prioritera:{path.stem}" for path in (ROOT / "rules" / "networks").glob("*.toml")}

    assert rules.keys() == {f"prioritera:{path.stem}" for path in (ROOT / "rules").glob("*.toml")}
    assert rules["prioritera:sbu-four"]["status"] == "proposal"
    # A list of municipalities alone is no network of its own.
    assert {one["name"] for one in record["networks"]} == networks - {"prioritera:municipalities-2018", "prioritera:municipalities"}
    assert record["hit_policies"] == ["first", "unique", "any", "priority", "collect", "rule-order", "output-order"]
    assert record["value_functions"] == ["levels", "bins", "points", "log", "relative"]
    assert record["judged"] == {
        "scores": ["mean", "median", "mean-of-items"],
        "ballots": ["points", "position-points", "borda", "copeland", "kemeny"],
        "orders": ["sum-of-ranks", "borda", "copeland", "kemeny"],
    }


def test_every_place_to_fill_in_a_diagnostic_has_a_name_in_both_languages() -> None:
    named = {
        name
        for language in LANGUAGES
        for key in keys(language)
        if key.startswith("diagnostics.")
        for _, name, _, _ in Formatter().parse(template(language, key))
        if name
    }

    assert {language: {name for name in named if not has(language, f"cli.placeholders.{name}")} for language in LANGUAGES} == {
        "sv": set(),
        "en": set(),
    }


def test_a_name_too_long_for_any_file_cannot_be_read() -> None:
    code, out, err = command("a" * 5000)
    checked, findings, silence = command("check", "a" * 5000)

    assert (code, out) == (2, "")
    assert "fel[file-unreadable]:" in err
    assert (checked, silence) == (2, "")
    assert "fel[file-unreadable]:" in findings


def test_a_folder_with_a_name_too_long_cannot_be_written() -> None:
    code, out, err = command(str(WHOLE), "--out", "a" * 5000)

    assert (code, out) == (2, "")
    assert err.startswith("fel[out-not-written]: det gick inte att skriva")
