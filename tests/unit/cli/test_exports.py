"""The command `export`: gaps as SBU asks for them."""

import csv
import io
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import tomli
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from prioritera.diagnostics import Faults
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.loading.load import load_network, load_round, load_rules, loads_rules
from prioritera.model.ruleset import Model
from prioritera.pipeline import prioritise
from prioritera.report.gaps import Gap, gaps_of
from prioritera.report.gaps_written import apart_lines, gaps_book, gaps_json, gaps_toml
from prioritera.verify.network import bind
from prioritera.verify.verify import verify
from prioritera.workbooks.comma import to_csv

ROOT = Path(__file__).parents[3]
ORIGIN = 'origins = [{ actor = "socialchefer-orebro", backing = "all", decided = "joint-letter", covers = "all" }]'
NEEDS = f"""\
[[needs]]
id = "hel"
title = "Effekt av motiverande samtal"
area = "substance-use"
wording = "=Vet vi om det hjälper?"
{ORIGIN}
checked = [
  {{ where = ["Cochrane", "SBU"], found = "nothing", by = "Åsa", on = 2026-05-01 }},
  {{ where = ["RSS"], found = "gap", by = "Bo", source = "protokoll" }},
]
evidence = [{{ kind = "survey", text = "12 av 14 kommuner", document = "Enkät 2025" }}]
facts = {{ causes = ["research-gap"], searched = ["kunskapsguiden", "sbu"] }}

[needs.question]
target_group = "unga vuxna"
intervention = "motiverande samtal"
comparison = "sedvanlig insats"
outcome = "alkohol\\u007f"
use_in_sweden = "used"
gap_type = "outdated-review"

[[needs]]
id = "tom"
title = "Något om något"
area = "substance-use"
{ORIGIN}
facts = {{ causes = ["research-gap"], searched = ["sbu"] }}

[[needs]]
id = "hur"
title = "Hur bör vi arbeta?"
area = "substance-use"
{ORIGIN}
facts = {{ causes = ["research-gap"], searched = ["sbu"], question-kind = "how-to-work" }}

[[needs]]
id = "okontrollerad"
title = "Ingen har letat"
area = "substance-use"
{ORIGIN}
facts = {{ causes = ["research-gap"], question-kind = "effect" }}

[[needs]]
id = "annat"
title = "Går inte till SBU"
area = "substance-use"
origins = [{{ unknown = true }}]
"""
ROUND = """\
[round]
id = "ours"
label = { sv = "Vår omgång", en = "Our round" }
network = "prioritera:sweden-2018"
needs = ["needs.toml"]
"""
MADE_UP = 'illustrative = { sv = "Allt är påhittat.", en = "All of it is made up." }\n'


def command(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "round.toml").write_text(ROUND, encoding="utf-8")
    (tmp_path / "needs.toml").write_text(NEEDS, encoding="utf-8")
    return tmp_path


@cache
def model() -> Model:
    return bind(verify(load_rules("prioritera:sbu-four")), load_network("prioritera:sweden-2018"))


def gaps(folder: Path, language: str = "sv") -> dict[str, Gap]:
    return {gap.id: gap for gap in gaps_of(prioritise(load_round(folder), model()), model(), language)}


def test_a_gap_has_all_that_sbu_asks_for(folder: Path) -> None:
    gap = gaps(folder)["hel"]

    assert dict(gap.said) == {
        "population": "unga vuxna",
        "intervention": "motiverande samtal",
        "comparison": "sedvanlig insats",
        "outcome": "alkohol\u007f",
        "use_in_sweden": "används i Sverige",
        "gap_type": "systematisk översikt är inaktuell",
        "sources_checked": (
            "Cochrane, SBU: inget funnet, Åsa 2026-05-01; RSS: en granskning har fastställt att kunskap saknas, Bo (protokoll); "
            "avsändaren har letat: Kunskapsguiden och SBU"
        ),
    }
    assert (gap.asked_for, gap.senders, gap.evidence) == (
        "ny forskning",
        ("socialcheferna i Örebro län",),
        ("survey 12 av 14 kommuner Enkät 2025",),
    )
    assert dict(gap.questions) == {}


def test_what_nobody_has_said_is_asked_for_and_not_filled_in(folder: Path) -> None:
    gap = gaps(folder, "en")["tom"]

    assert dict(gap.said) == {"sources_checked": "the sender has looked: SBU"}
    assert dict(gap.questions) == {
        "population": "Which persons is the question about?",
        "intervention": "Which method or intervention is the question about?",
        "comparison": "What shall the method be compared with?",
        "outcome": "Which outcomes matter to the person?",
        "use_in_sweden": "Is the method used in Sweden, or about to be?",
        "gap_type": "Is there no systematic review, is it outdated, or are primary studies needed?",
        "question_kind": "Is the question about a method's effect, how to work, or one practice?",
    }


def test_a_question_that_is_not_about_effect_is_kept_apart(folder: Path) -> None:
    found = gaps(folder)

    assert [name for name, gap in found.items() if not gap.is_effect] == ["hur"]
    (line,) = apart_lines(tuple(found.values()), "sv")
    assert line == (
        "Hålls utanför, för frågan gäller inte effekt: Hur bör vi arbeta? (hur). "
        "Går i stället till: Forte eller en FoU-miljö; en enstaka fråga kan ställas till SBU:s upplysningstjänst [förslag]"
    )


def test_what_goes_to_sbu_for_a_review_asks_for_that_and_for_where_somebody_looked(folder: Path) -> None:
    gap = gaps(folder)["okontrollerad"]

    assert (gap.asked_for, gap.kind) == ("strukturerad granskning", "effekten av en metod eller insats")
    assert gap.questions["sources_checked"] == "Var har någon letat efter det som redan finns, och vem?"


def test_a_rule_set_without_the_kinds_of_question_asks_in_its_own_words(folder: Path) -> None:
    own = bind(verify(loads_rules(OWN_RULES)), load_network("prioritera:sweden-2018"))
    (folder / "needs.toml").write_text(
        f'[[needs]]\nid = "n"\ntitle = "N"\narea = "a"\n{ORIGIN}\nquestion = {{ use_in_sweden = "unknown" }}\n', encoding="utf-8"
    )

    (gap,) = gaps_of(prioritise(load_round(folder), own), own, "sv")

    assert gap.questions["question_kind"] == "Gäller frågan effekten av en metod eller insats?"
    assert dict(gap.said) == {"use_in_sweden": "vet ej"}
    assert gap.is_effect


OWN_RULES = """\
[ruleset]
id = "own"
version = "1"
label = "own"
areas = "areas"

[vocabularies.areas]
terms = [{ id = "a", label = "a" }]

[outcomes.new-research]
label = "go"
ranked = true

[triage]
hit = "first"

[[triage.rules]]
id = "all"
outcome = "new-research"

[criteria.impact]
label = "impact"
levels = [{ level = 0, value = 0, label = "no" }, { level = 1, value = 1, label = "yes" }]

[weights]
shares = { impact = 1 }

[destination]
hit = "first"

[[destination.rules]]
id = "all"
to = "sbu"
via = ["nsk-s"]
"""


def test_as_toml_it_is_read_back(folder: Path) -> None:
    found = tuple(gaps(folder).values())

    data = tomli.loads(gaps_toml(found, "sv", notice="Påhittat\nexempel"))

    assert [one["id"] for one in data["gaps"]] == ["hel", "tom", "okontrollerad"]
    assert [one["id"] for one in data["elsewhere"]] == ["hur"]
    assert data["gaps"][0]["outcome"] == "alkohol\u007f"
    assert data["gaps"][1]["population"] == "ej angivet"
    assert data["elsewhere"][0]["instead"].startswith("Forte")


def test_as_data_it_fits_its_schema_and_says_what_is_made_up(folder: Path) -> None:
    schema = json.loads(files("prioritera.report").joinpath("gaps.schema.json").read_text(encoding="utf-8"))
    (folder / "round.toml").write_text(ROUND + MADE_UP, encoding="utf-8")

    code, out, _ = command("export", str(folder), "sbu", "--format", "json", "--lang", "en")
    record = json.loads(out)

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    assert code == 0
    assert record["illustrative"] == {"sv": "Allt är påhittat.", "en": "All of it is made up."}
    assert [one["id"] for one in record["elsewhere"]] == ["hur"]
    assert record["gaps"][1]["population"] is None
    assert json.loads(gaps_json((), "ours"))["gaps"] == []


def test_no_text_is_a_formula(folder: Path) -> None:
    book = gaps_book(tuple(gaps(folder).values()), "sv", round_label="Vår omgång")

    first = next(csv.DictReader(io.StringIO(to_csv(book.pages[0])), delimiter=";"))

    assert first["ursprunglig formulering"] == "'=Vet vi om det hjälper?"
    assert [page.title for page in book.pages] == ["Vetenskapliga kunskapsluckor", "Inte till SBU"]


def test_a_workbook_has_a_page_for_what_is_kept_apart(folder: Path) -> None:
    (folder / "round.toml").write_text(ROUND + MADE_UP, encoding="utf-8")

    code, out, _ = command("export", str(folder), "sbu", "--out", str(folder / "sbu.xlsx"))
    grids = read_grids(Files(folder), "sbu.xlsx", Faults())

    assert code == 0
    assert out.splitlines()[:2] == [f"skrev {(folder / 'sbu.xlsx').as_posix()}", "OBS! Påhittat exempel. Allt är påhittat."]
    assert [grid.sheet for grid in grids] == ["Vetenskapliga kunskapsluckor", "Inte till SBU"]
    assert grids[0].rows[1][0] == "OBS! Påhittat exempel. Allt är påhittat."


def test_a_toml_file_is_what_is_shown(folder: Path) -> None:
    _, shown, _ = command("export", str(folder), "sbu")

    command("export", str(folder), "sbu", "--out", str(folder / "sbu.toml"))

    assert (folder / "sbu.toml").read_text(encoding="utf-8") == shown


def test_a_round_without_gaps_says_so() -> None:
    assert apart_lines((), "sv") == ("Inget behov i omgången går till SBU.",)
    assert [page.rows for page in gaps_book((), "sv", round_label="x").pages] == [()]


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("sbb",), "export-kind-unknown"),
        (("sbu", "--out", "x.pdf"), "export-file-kind"),
        (("sbu", "--out", "no/such/x.csv"), "out-file-not-written"),
    ],
)
def test_what_cannot_be_done_is_told(argv: tuple[str, ...], code: str, folder: Path) -> None:
    done, out, err = command("export", str(folder), *argv, "--lang", "en")

    assert (done, out) == (2, "")
    assert f"error[{code}]" in err


def test_a_network_without_the_recipient_is_told() -> None:
    done, out, err = command("export", str(ROOT / "docs" / "diagnostics" / "with"), "sbu")

    assert (done, out) == (2, "")
    assert err == (
        "fel[export-no-recipient]: nätverket har ingen aktör ”sbu”\n"
        "    varför: exporten gäller de behov som går dit, så inget behov kan vara med\n"
        "    åtgärd: lägg in aktören i nätverket, eller välj ett nätverk som har den\n"
    )


def test_the_example_of_the_help_works_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert "  prioritera export examples/nsks-2018 sbu\n" in command("export", "--help")[1]
    assert 'id = "orebro-kognitiv-svikt"' in command("export", "examples/nsks-2018", "sbu")[1]
