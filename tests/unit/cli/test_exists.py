"""The command `exists`: what is shown, the sheet that is written, and what comes of it when it is filled in."""

import csv
import io
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from prioritera.diagnostics import Faults, PrioriteraError, describe
from prioritera.loading.load import load_network, load_round, load_rules
from prioritera.model.ruleset import Model
from prioritera.pipeline import prioritise
from prioritera.questions import find_existing
from prioritera.report.exists import exists_document
from prioritera.report.exists_json import exists_json
from prioritera.report.exists_sheet import exists_book
from prioritera.report.json import result_json
from prioritera.report.text import to_text
from prioritera.verify.network import bind
from prioritera.verify.verify import verify
from prioritera.workbooks.write import book_bytes, write_book

ROOT = Path(__file__).parents[3]
CATALOGUE = """\
[catalogue]
id = "ours"
label = { sv = "Våra", en = "Ours" }
status = "proposal"

[[support]]
id = "barn-i-missbruk"
title = { sv = "Handbok om barn som anhöriga till personer med missbruk", en = "Handbook" }
status = "current"
publisher = "=Vi"
areas = ["Missbruk och beroende"]
target_group = "barn som anhöriga"
since = 2026-01-01

[[support]]
id = "samtal-aldre"
title = { sv = "Samtal med äldre om alkohol", en = "Talks" }
status = "in-production"
areas = ["elderly-care"]
year = 2027

[[support]]
id = "gammalt"
title = { sv = "Utredning om stöd till barn som anhöriga", en = "Inquiry" }
status = "ended"
"""
NEEDS = """\
[[needs]]
id = "anhöriga"
title = "Stöd till barn som anhöriga"
area = "substance-use"
wording = "-Vi saknar en handbok om barn som anhöriga vid missbruk."
origins = [{ unknown = true }]
question = { target_group = "barn till föräldrar med missbruk" }
facts = { causes = ["support-missing"] }

[[needs]]
id = "samma"
title = "Barn som anhöriga"
area = "substance-use"
origins = [{ unknown = true }]
same_as = "anhöriga"

[[needs]]
id = "el"
title = "Elbilar"
area = "not-stated"
origins = [{ unknown = true }]

[[needs]]
id = "trasig"
title = "Trasig"
"""
ROUND = """\
[round]
id = "ours"
label = { sv = "Vår omgång", en = "Our round" }
illustrative = { sv = "Allt är påhittat.", en = "All of it is made up." }
catalogue = ["catalogue.toml", "prioritera:sources"]
needs = ["needs.toml"]
"""


def command(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r").mkdir()
    for name, text in (("round", ROUND), ("needs", NEEDS), ("catalogue", CATALOGUE)):
        (tmp_path / "r" / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path / "r"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


def fill_in(path: Path, **decisions: str) -> None:
    """Write decisions into the sheet by the entries' ids, "nothing" for the row of none, as a person would."""
    found = rows(path)
    for row in found:
        said = decisions.get(row["post"].replace("-", "_") or "nothing", "")
        row.update({"beslut": said, "av": "Åsa" if said else "", "när": "2026-05-01" if said else ""})
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(found[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(found)
    path.write_text(out.getvalue(), encoding="utf-8-sig")


@cache
def model() -> Model:
    return bind(verify(load_rules("prioritera:sbu-four")), load_network("prioritera:sweden"))


def propose(folder: Path) -> None:
    """Write the sheet, as the command does."""
    round_ = load_round(folder)
    assert write_book(exists_book(find_existing(round_, model()), round_, model(), "sv"), folder / "exists.csv", Faults())


def judged(folder: Path) -> str:
    """The run as data."""
    return result_json(prioritise(load_round(folder), model()), model())


def shown(folder: Path) -> str:
    """What the command shows."""
    round_ = load_round(folder)
    return to_text(exists_document(find_existing(round_, model()), round_, model(), "en", name="r"))


def with_sheet(folder: Path) -> Path:
    round_ = folder / "round.toml"
    round_.write_text(round_.read_text(encoding="utf-8") + 'existing = "exists.csv"\n', encoding="utf-8")
    (folder / "exists.csv").write_text("behov;post;beslut\n", encoding="utf-8")
    return folder / "exists.csv"


def test_each_need_is_shown_with_what_may_exist_and_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)

    code, out, err = command("exists", "r", "--lang", "en", "--decided-on", "2026-05-31")

    assert (code, err.count("error[")) == (1, 2)  # of the record that is set aside
    assert out == (Path(__file__).parent / "exists.en.txt").read_text(encoding="utf-8")


def test_the_same_in_swedish(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)

    _, out, _ = command("exists", "r", "--decided-on", "2025-12-31")

    assert out == (Path(__file__).parent / "exists.sv.txt").read_text(encoding="utf-8")


def test_without_a_catalogue_it_is_said_how_to_name_one(folder: Path) -> None:
    round_ = folder / "round.toml"
    round_.write_text(ROUND.replace('catalogue = ["catalogue.toml", "prioritera:sources"]\n', ""), encoding="utf-8")

    out = shown(folder)

    assert 'The round has no catalogue. Write catalogue = ["prioritera:sources"]' in out
    assert out.count("Nothing found in these catalogues.") == 2


def test_as_data_it_fits_its_schema(folder: Path) -> None:
    schema = json.loads(files("prioritera.report").joinpath("exists.schema.json").read_text(encoding="utf-8"))
    sheet = with_sheet(folder)
    propose(folder)
    fill_in(sheet, barn_i_missbruk="nej", nothing="nej")

    code, out, _ = command("exists", str(folder), "--format", "json")

    record = json.loads(out)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    assert code == 1  # a record of the round is set aside
    assert [(need["id"], [one["entry"] for one in need["support"]]) for need in record["needs"]] == [
        ("anhöriga", ["barn-i-missbruk"]),
        ("el", []),
    ]
    assert record["needs"][1]["looked"] == {"decision": "no", "by": "Åsa", "on": "2026-05-01"}


def test_the_sheet_is_written_and_read_back_and_decides(folder: Path) -> None:
    sheet = with_sheet(folder)
    before = judged(folder)

    _, out, _ = command("exists", str(folder), "--out", str(sheet))
    fill_in(sheet, barn_i_missbruk="ja", nothing="nej")
    after = json.loads(judged(folder))
    need, other = (next(one for one in after["decisions"] if one["id"] == name) for name in ("anhöriga", "el"))

    assert out == f"skrev {sheet.as_posix()}\n"
    assert need["outcome"]["id"] == "inform"
    assert need["support"] == [
        {"entry": "barn-i-missbruk", "covers": "question", "confirmed": True, "by": "Åsa", "on": "2026-05-01", "source": None}
    ]
    assert [(one["found"], one["by"], one["where"]) for one in other["checked"]] == [("nothing", "Åsa", ["ours", "sources"])]
    assert json.loads(before)["decisions"][0]["outcome"]["id"] != "inform"


def test_confirming_and_taking_it_back_gives_the_same_bytes(folder: Path) -> None:
    sheet = with_sheet(folder)
    propose(folder)
    fill_in(sheet)
    before = judged(folder)

    fill_in(sheet, barn_i_missbruk="delvis")
    between = judged(folder)
    fill_in(sheet)

    assert between != before
    assert judged(folder) == before


def test_what_is_rejected_is_remembered_and_not_asked_again(folder: Path) -> None:
    sheet = with_sheet(folder)
    propose(folder)
    fill_in(sheet, barn_i_missbruk="nej", nothing="nej")
    filled_in = [(row["behov"], row["post"], row["beslut"], row["av"], row["när"]) for row in rows(sheet)]

    propose(folder)
    out = shown(folder)

    assert [(row["behov"], row["post"], row["beslut"], row["av"], row["när"]) for row in rows(sheet)] == filled_in
    assert "Decided: no, Åsa 2026-05-01" in out
    assert "Nothing found in these catalogues, says Åsa." in out


def test_what_was_decided_for_a_merged_record_or_an_ended_entry_stays(folder: Path) -> None:
    sheet = with_sheet(folder)
    sheet.write_text("behov;post;beslut;av\nsamma;gammalt;ja;Bo\ntrasig;samtal-aldre;nej;Bo\n", encoding="utf-8")

    propose(folder)

    assert [(row["behov"], row["post"], row["beslut"], row["av"]) for row in rows(sheet)] == [
        ("anhöriga", "barn-i-missbruk", "", ""),
        ("samma", "gammalt", "ja", "Bo"),
        ("el", "", "", ""),
        ("trasig", "samtal-aldre", "nej", "Bo"),
    ]
    assert "Decided: yes, it answers the question, Bo\n" in shown(folder)


def test_an_entry_that_is_only_named_is_there_without_a_likeness(folder: Path) -> None:
    with_sheet(folder).write_text("behov;post;beslut;av\nel;samtal-aldre;nej;Bo\n", encoding="utf-8")

    out = shown(folder)

    assert "Is like it: not enough to be proposed; the entry is named already\n" in out
    assert "Area: another\n" in out
    assert "Counts: from the year 2027\n" in out


def test_an_entry_without_a_date_counts_whatever_the_date(folder: Path) -> None:
    with_sheet(folder).write_text("behov;post;beslut;av\nel;oppna-jamforelser;nej;Bo\n", encoding="utf-8")

    assert "Counts: whatever the date: the entry has none\n" in shown(folder)


def test_words_that_are_near_are_both_shown(folder: Path) -> None:
    needs = folder / "needs.toml"
    needs.write_text(NEEDS.replace("en handbok om", "handböcker om").replace("missbruk.", "missbrukare."), encoding="utf-8")

    assert "missbrukare ~ missbruk" in shown(folder)


def test_one_entry_without_a_date_is_told_as_one(folder: Path) -> None:
    round_ = folder / "round.toml"
    round_.write_text(ROUND.replace(', "prioritera:sources"', ""), encoding="utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE[: CATALOGUE.index("since")], encoding="utf-8")

    out = shown(folder)

    assert "• Ours (1 entry) [proposal]" in out
    assert "1 entry has no date from which it counts; it counts whatever the date of\ndecision" in out
    assert "Look here too" not in out


def test_a_catalogue_whose_entries_all_have_a_date_says_nothing_of_that(folder: Path) -> None:
    round_ = folder / "round.toml"
    round_.write_text(ROUND.replace(', "prioritera:sources"', ""), encoding="utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE[: CATALOGUE.index('[[support]]\nid = "samtal')], encoding="utf-8")

    assert "no date from which" not in shown(folder)


def test_no_text_is_a_formula_in_the_sheet(folder: Path) -> None:
    propose(folder)

    row = rows(folder / "exists.csv")[0]

    assert (row["ursprunglig formulering"], row["utgivare"]) == ("'-Vi saknar en handbok om barn som anhöriga vid missbruk.", "'=Vi")


def test_a_workbook_is_the_same_bytes_each_time(folder: Path) -> None:
    round_ = load_round(folder)
    books = [book_bytes(exists_book(find_existing(round_, model()), round_, model(), "sv"), ".xlsx") for _ in range(2)]

    assert books[0] == books[1]


def test_a_file_that_cannot_be_written_is_told(folder: Path) -> None:
    code, out, err = command("exists", str(folder), "--out", str(folder / "exists.pdf"), "--lang", "en")

    assert (code, out) == (2, "")
    assert "error[out-file-kind]" in err


def test_an_entry_or_a_need_that_is_not_there_is_told(folder: Path) -> None:
    sheet = with_sheet(folder)
    sheet.write_text("behov;post;beslut;av\nel;barn-i-misbruk;nej;Bo\nell;barn-i-missbruk;nej;Bo\nell;x;;\n", encoding="utf-8")

    with pytest.raises(PrioriteraError) as refused:
        find_existing(load_round(folder), model())

    assert "\n".join(describe(one, "sv") for one in refused.value.diagnostics) == (
        "exists.csv:2:1: fel[existing-entry-unknown]: ingen av omgångens kataloger har posten ”barn-i-misbruk”\n"
        "    varför: ett beslut om den skulle inte nå någon\n"
        "    åtgärd: menade du ”barn-i-missbruk”?\n"
        "exists.csv:3:1: fel[round-need-unknown]: omgången har inget behov ”ell”\n"
        "    varför: det som sägs om det skulle inte nå någon\n"
        "    åtgärd: menade du ”el”?"
    )


def test_the_example_of_the_help_works_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert "  prioritera exists examples/illustrative\n" in command("exists", "--help")[1]
    assert command("exists", "examples/illustrative")[0] == 0


def test_the_shipped_catalogue_holds_the_course_that_a_need_of_2018_led_to(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    folder.mkdir()
    for name in ("needs.toml", "catalogue.toml", "round.toml"):
        text = (ROOT / "examples" / "nsks-2018" / name).read_text(encoding="utf-8")
        text = text.replace('catalogue = "catalogue.toml"', 'catalogue = ["catalogue.toml", "prioritera:sources"]')
        (folder / name).write_text(text, encoding="utf-8")
    of_then = bind(model().verified, load_network("prioritera:sweden-2018"))
    round_ = load_round(folder)

    record = json.loads(exists_json(find_existing(round_, of_then), round_, of_then))
    needs = {need["id"]: need for need in record["needs"]}

    assert needs["brukarundersokningar"]["support"][0]["entry"] == "kurs-systematisk-uppfoljning"
    assert needs["kommundoktorander"]["support"][0]["leads"]["id"] == "await"
    assert needs["orebro-kognitiv-svikt"]["checked"] == "gap"


def test_a_sheet_with_errors_is_not_written_over(folder: Path) -> None:
    sheet = folder / "exists.csv"
    with_sheet(folder)
    propose(folder)
    fill_in(sheet, barn_i_missbruk="kanske")
    before = sheet.read_bytes()

    code, out, err = command("exists", str(folder), "--out", str(sheet))

    assert (code, out) == (2, "")
    assert "fel[existing-decision-unclear]: ”kanske” är inget beslut" in " ".join(err.split())
    assert sheet.read_bytes() == before
