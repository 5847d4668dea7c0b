import json
from fractions import Fraction
from pathlib import Path

from prioritera.frozen import FrozenMap
from prioritera.model.indicator import Indicator
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import explain
from prioritera.report.explain import explain_document
from prioritera.report.indicators import indicator_record, spread_words
from prioritera.report.json import explanation_json
from prioritera.report.text import to_text
from small_rules import NEEDS, ROUND, changed, write_round


def one(**values: Fraction | None) -> Indicator:
    return Indicator(id="N1", years={2023: FrozenMap(values)}, source="k.csv")


def test_the_spread_is_said_with_its_year_and_its_file() -> None:
    found = one(a=Fraction(5, 2), b=Fraction(3), c=None)

    assert spread_words(found, "sv") == (
        "N1, 2023: median 2,75 (kvartiler 2,625–2,875, från 2,5 till 3) i 2 kommuner; värde saknas för 1; källa: k.csv"
    )
    assert spread_words(found, "en") == (
        "N1, 2023: median 2.75 (quartiles 2.625–2.875, from 2.5 to 3) in 2 municipalities; no value for 1; source: k.csv"
    )


def test_no_value_is_said_and_is_null() -> None:
    found = one(a=None)

    assert spread_words(found, "sv") == "N1, 2023: inget värde för någon kommun; värde saknas för 1; källa: k.csv"
    assert indicator_record(found)["median"] is None


def test_a_need_shows_what_it_is_linked_to_and_what_is_not_there(tmp_path: Path) -> None:
    linked = changed(NEEDS, "[[needs.origins]]", 'indicators = ["N1", "N9"]\n[[needs.origins]]')
    write_round(tmp_path, round=f'{ROUND}indicators = ["n.csv"]\n', needs=linked)
    (tmp_path / "n.csv").write_text("kpi,municipality_id,year,value\nN1,0114,2023,2.5\n", encoding="utf-8")
    round_, model = load_model(tmp_path)
    result = prioritise(round_, model)
    explanation = explain(result, model, "n1")

    text = to_text(explain_document(explanation, result, model, "en"))
    record = json.loads(explanation_json(explanation, result, model))

    assert (
        "Indicators (shown as evidence; nothing is decided by them):\n\n"
        "• N1, 2023: median 2.5 (quartiles 2.5–2.5, from 2.5 to 2.5) in 1 municipalities;\n  source: n.csv\n"
        "• N9: not in the round's files of indicators\n"
    ) in text
    assert record["decision"]["indicators"] == ["N1", "N9"]
    assert [(one["id"], one["year"]) for one in record["round"]["indicators"]] == [("N1", 2023)]


def test_a_sheet_links_a_need_too_and_merging_keeps_every_link(tmp_path: Path) -> None:
    rows = "id;rubrik;område;avsändare;indikatorer;samma som\na;Fall;äldre;Väsby;N1 | N2;\nb;Fall;äldre;Norrby;N2|N3;a\n"
    write_round(tmp_path, round=changed(ROUND, "needs.toml", "needs.csv"))
    (tmp_path / "needs.csv").write_text(rows, encoding="utf-8")
    round_, model = load_model(tmp_path)

    need = prioritise(round_, model).decision("a").need

    assert need is not None
    assert need.indicators == ("N1", "N2", "N3")
