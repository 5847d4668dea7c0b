"""The example of every scored method, told to the letter in both languages; and what each method does not let pass."""

import io
import json
from pathlib import Path

import pytest

from prioritera.cli.main import main
from prioritera.pipeline import load_model, prioritise
from results import without_hashes

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).parent / "scored"
EXAMPLES = {
    "sbu-nine": "sbu-nine",
    "evidem": "evidem",
    "evidem-priorities": "evidem/round-priorities.toml",
    "paprika-points": "paprika-points",
    "competence-gap": "competence-gap",
}
# What is looked into: a need of the example, with what stands beside it.
LOOKED_INTO = {
    "explain-evidem": ("evidem", "int-i"),
    "explain-paprika-points": ("paprika-points", "t14"),
    "versus-paprika-points": ("paprika-points", "t17", "--versus", "t04"),
    "explain-competence-gap": ("competence-gap", "competence-kompetens-3"),
}
RULES = ("sbu-nine", "evidem", "evidem-priorities", "paprika-points", "paprika-points-2012", "competence-gap")
LANGUAGES = ("sv", "en")
OURS = '[ruleset]\nid = "ours"\nversion = "1"\nlabel = "Ours"\nextends = "prioritera:{base}"\n'


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "path"), EXAMPLES.items())
def test_the_report_of_an_example_is_told_to_the_letter(name: str, path: str, language: str) -> None:
    code, out, err = run("run", str(ROOT / "examples" / path), "--lang", language)

    expected = (EXPECTED / f"{name}-{language}.txt").read_text(encoding="utf-8")
    assert (code, without_hashes(out), err) == (0, expected, "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "asked"), LOOKED_INTO.items())
def test_a_need_is_explained_to_the_letter(name: str, asked: tuple[str, ...], language: str) -> None:
    path, *need = asked

    code, out, err = run("explain", str(ROOT / "examples" / path), *need, "--lang", language)

    expected = (EXPECTED / f"{name}-{language}.txt").read_text(encoding="utf-8")
    assert (code, without_hashes(out), err) == (0, expected, "")


@pytest.mark.parametrize("name", RULES)
def test_its_rules_are_proved_without_a_word(name: str) -> None:
    code, out, err = run("check", str(ROOT / "rules" / f"{name}.toml"))

    assert (code, out.partition(": ")[0], err) == (0, "inga fel", "")


@pytest.mark.parametrize("path", EXAMPLES.values())
def test_its_example_is_clean(path: str) -> None:
    code, out, err = run("check", str(ROOT / "examples" / path))

    assert (code, out.partition(": ")[0], err) == (0, "inga fel", "")


def test_the_candidates_of_the_example_are_those_that_the_plan_gives(tmp_path: Path) -> None:
    folder, sheet = ROOT / "examples" / "competence-gap", tmp_path / "kandidater.csv"

    code, _, err = run("signals", str(folder / "kompetens.csv"), "--out", str(sheet))

    filled = (folder / "kandidater.csv").read_text(encoding="utf-8").splitlines()[1:]
    given = sheet.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert (code, err) == (0, "")
    assert [(row.split(";")[1], *row.split(";")[-2:]) for row in filled] == [(row.split(";")[1], *row.split(";")[-2:]) for row in given]


def test_what_is_a_gap_is_no_topic_to_review_however_high_it_stands() -> None:
    round_, model = load_model(ROOT / "examples" / "sbu-nine")

    decisions = {decision.need_id: decision for decision in prioritise(round_, model).decisions}

    gap = decisions["tvang-unga"]
    assert (gap.outcome, gap.list_id) == ("evidence-gap", "")
    assert gap.score is not None
    assert decisions["tatuering"].score is not None
    assert (decisions["tatuering"].outcome, gap.score.low > decisions["tatuering"].score.high) == ("review", True)


@pytest.mark.parametrize("base", ["evidem", "evidem-priorities"])
def test_severity_is_barred_when_interventions_within_socialtjanst_are_weighed(base: str, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        OURS.format(base=base) + 'object = "interventions"\ndomain = "socialtjanst"\n',
        encoding="utf-8",
    )

    told = {language: run("check", str(tmp_path / "ours.toml"), "--lang", language) for language in LANGUAGES}

    assert [code for code, _, _ in told.values()] == [1, 1]
    assert " ".join(told["sv"][1].split()) == (
        "prioritera:evidem.toml:64:1: fel[criterion-barred]: "
        "kriteriet ”severity” får inte användas för ”interventions” inom ”socialtjanst”: "
        "Inom socialtjänsten finns inget lagligt stöd för att prioritera utifrån svårighetsgrad. Det står i Socialstyrelsens riktlinjer; "
        "om 2025 års socialtjänstlag ändrar det är inte kontrollerat. | 64 | [criteria.severity] | ^^^^^^^^^^^^^^^^^^^ "
        "varför: skälet är rättsligt, och en ordning som vilar på kriteriet skulle inte hålla "
        "åtgärd: ta bort kriteriet, eller låt modellen gälla något annat"
    )
    assert " ".join(told["en"][1].split()) == (
        'prioritera:evidem.toml:64:1: error[criterion-barred]: criterion "severity" may not be used for "interventions" in "socialtjanst": '
        "Within social services no law supports setting priorities by severity. Socialstyrelsen's guidelines say so; "
        "whether the Social Services Act of 2025 changes it has not been checked. | 64 | [criteria.severity] | ^^^^^^^^^^^^^^^^^^^ "
        "why: the ground is a legal one, and an order that rests on the criterion would not stand "
        "mend: take the criterion away, or let the rule set be about another object"
    )


@pytest.mark.parametrize(("base", "written"), [("paprika-points", "997"), ("paprika-points-2012", "999")])
def test_a_published_weight_written_wrong_is_an_error(base: str, written: str, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        OURS.format(base=base)
        + "\n[weights]\nshares = { lives-saved = 334, life-prolongation = 243, quality-of-life = 217, "
        + f"no-alternative = 107, social-ethical = 87 }}\ntotal = {written}\n",
        encoding="utf-8",
    )

    code, out, _ = run("check", str(tmp_path / "ours.toml"), "--lang", "en")

    assert code == 1
    said = " ".join(out.split()).partition("error[weights-total]: ")[2]
    assert said == (
        f"the total of the weights is said to be {written}, and is 988 | 9 | total = {written} | ^^^ "
        "why: one of the weights, or the total, is not the one that was published mend: correct the weight that is wrong, or write 988"
    )


def test_where_weights_are_published_is_in_the_json_and_null_where_the_rule_set_names_no_place() -> None:
    found = {name: json.loads(run("run", str(ROOT / "examples" / name), "--format", "json")[1])["rules"] for name in ("evidem", "sbu-nine")}

    assert (found["evidem"]["weights_source"], found["evidem"]["weights_decided"]) == ("PMC4766242, table 2", None)
    assert (found["sbu-nine"]["weights_source"], found["sbu-nine"]["weights_decided"]) == (None, None)
