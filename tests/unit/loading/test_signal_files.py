"""Files of signals are told apart by what they hold; what is wrong with one does not stop the others."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.files import Files
from prioritera.loading.load import load_round, read_round
from prioritera.loading.signal_files import read_signals
from prioritera.signals.gathered import Signals
from small_rules import NEEDS, ROUND, changed, told, write_round

KOLADA = "kpi,municipality_id,year,value\nN1,0114,2020,10\nN1,0114,2023,12\n"
RULE = '[[triggers]]\nindicator = "N1"\ndirection = "rising"\nyears = 3\nshare = "1/10"\nof = "median"\n'
COMPETENCE = "enhet;överordnad;kompetens;krav;har\nA;R;AKK;2;1\n"
DEVIATIONS = "datum;kategori;enhet\n2025-01-01;Fall;A\n"


def read(folder: Path, **texts: str) -> tuple[Signals, Faults]:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    faults = Faults()
    return read_signals([(Files(folder), name.replace("_", ".")) for name in texts], faults), faults


def test_each_file_is_what_it_holds_and_trends_come_first(tmp_path: Path) -> None:
    found, faults = read(tmp_path, k_csv=COMPETENCE, a_csv=DEVIATIONS, r_toml=RULE, n_csv=KOLADA)

    assert faults.all() == ()
    assert [one.id for one in found.candidates] == ["trend-n-1", "competence-k-1", "deviations-a-1"]
    assert (list(found.indicators), len(found.gaps), len(found.deviations), len(found.triggers)) == (["N1"], 2, 1, 1)


def test_an_answer_of_the_interface_is_read_too(tmp_path: Path) -> None:
    text = '{"values": [{"kpi": "N1", "municipality": "0114", "period": 2023, "values": [{"gender": "T", "value": 1}]}]}'

    found, faults = read(tmp_path, n_json=text, bad_json="[]")

    assert list(found.indicators) == ["N1"]
    assert [fault.code for fault in faults.all()] == ["indicators-not-json"]


def test_what_cannot_be_read_is_told_and_the_rest_is(tmp_path: Path) -> None:
    found, faults = read(tmp_path, x_csv="a;b\n1;2\n", y_toml="= 1", z_txt="", k_csv=COMPETENCE, n_csv=KOLADA, m_csv=KOLADA)

    assert len(found.candidates) == 1
    assert sorted(fault.code for fault in faults.all()) == [
        "grid-file-kind",
        "indicator-in-two-files",
        "signals-unknown-file",
        "toml-syntax",
    ]
    assert told(tuple(fault for fault in faults.all() if fault.code in {"indicator-in-two-files", "signals-unknown-file"})) == (
        'm.csv:2:1: error[indicator-in-two-files]: the indicator "N1" is in n.csv already\n'
        "    why:  nobody can say which file holds; the first has been used\n"
        "    mend: give only one of them\n"
        'x.csv:1:1: error[signals-unknown-file]: "x.csv" has no signals that can be read\n'
        "    why:  a file is indicators (kpi), competence (competence), deviations (category) or rules ([[triggers]])\n"
        "    mend: name the columns as in docs/reference/signal-files.md"
    )
    assert told(tuple(fault for fault in faults.all() if fault.code in {"indicator-in-two-files", "signals-unknown-file"}), "sv") == (
        "m.csv:2:1: fel[indicator-in-two-files]: indikatorn ”N1” finns redan i n.csv\n"
        "    varför: ingen kan säga vilken fil som gäller; den första har använts\n"
        "    åtgärd: ta bara med en av dem\n"
        "x.csv:1:1: fel[signals-unknown-file]: ”x.csv” har inga signaler som går att läsa\n"
        "    varför: en fil är indikatorer (kpi), kompetens (competence), avvikelser (kategori) eller regler ([[triggers]])\n"
        "    åtgärd: ge kolumnerna namn som i docs/reference/signal-files.md"
    )


@pytest.mark.parametrize("text", ["", "\ufeff\n\n", "\x00", '"', "kpi;year\n", "datum;kategori\n1;2\n", "å\u202eä;\u200b;–\n" * 3])
def test_no_file_breaks_it(tmp_path: Path, text: str) -> None:
    found, faults = read(tmp_path, x_csv=text)

    assert found.candidates == ()
    assert faults.all()


def test_a_round_has_its_indicators(tmp_path: Path) -> None:
    write_round(
        tmp_path,
        round=f'{ROUND}indicators = ["n.csv"]\n',
        needs=changed(NEEDS, "[[needs.origins]]", 'indicators = ["N1", "N9"]\n[[needs.origins]]'),
    )
    (tmp_path / "n.csv").write_text(KOLADA, encoding="utf-8")

    round_ = load_round(tmp_path)

    assert [(one.id, one.latest.year, one.source) for one in round_.indicators.values()] == [("N1", 2023, "n.csv")]
    assert "n.csv" in [file.name for file in round_.files]


def test_what_is_wrong_with_indicators_does_not_stop_the_round(tmp_path: Path) -> None:
    write_round(tmp_path, round=f'{ROUND}indicators = ["n.csv", "k.csv", "../../out.csv"]\n')
    (tmp_path / "n.csv").write_text(f"{KOLADA}N1,0115,2023,många\n", encoding="utf-8")
    (tmp_path / "k.csv").write_text(COMPETENCE, encoding="utf-8")

    round_, found = read_round(tmp_path)

    assert round_ is not None
    assert list(round_.indicators) == ["N1"]
    assert sorted(fault.code for fault in found) == ["path-outside-tree", "signal-not-a-number", "signals-unknown-file"]
