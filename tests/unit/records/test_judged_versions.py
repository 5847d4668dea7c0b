"""Judgements by another version of the rules than the round's are told once a sheet and version."""

from pathlib import Path

import pytest

from builders import rule_set
from judged_rounds import CHNRI, write_judged
from prioritera.diagnostics import describe
from prioritera.loading.load import load_round
from prioritera.records.judged_versions import version_faults


def told(folder: Path, text: str, version: str = "", language: str = "en") -> list[str]:
    said = f'rules_version = "{version}"\n' if version else ""
    named = f'[[judgements]]\nfile = "scores.csv"\nkind = "scores"\n{said}'
    sheets = load_round(write_judged(folder, CHNRI, {"scores.csv": text}, named=named)).judgements
    return [describe(one, language) for one in version_faults(sheets, rule_set())]


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("judge;need;clear\nanna;falls;yes\n", ""),
        ("judge;need;clear\nanna;falls;yes\n", "1"),
        ("judge;need;clear;rules version\nanna;falls;yes; 1 \n", "2"),
        ("bedömare;behov;clear;modellversion\nanna;falls;yes;\n", ""),
    ],
)
def test_the_same_version_and_none_are_no_fault(tmp_path: Path, text: str, version: str) -> None:
    assert told(tmp_path, text, version) == []


def test_every_other_version_is_told_where_it_is_first_said(tmp_path: Path) -> None:
    rows = "judge;need;clear;version\nanna;a;yes;0.9\nanna;b;yes;0.9\nbo;a;no;1\nbo;b;no\n"

    assert told(tmp_path, rows, "2", "en") == [
        (
            "scores.csv:2:12: error[judgements-of-other-rules]: the judgements were made by version 0.9 of the rules, and the round is "
            "read by version 1\n"
            "    why:  with two versions of the definitions, answers to two questions would be taken for answers to one\n"
            "    mend: read the round by the version that they were made by, or judge anew"
        ),
        (
            "scores.csv:5:6: error[judgements-of-other-rules]: the judgements were made by version 2 of the rules, and the round is "
            "read by version 1\n"
            "    why:  with two versions of the definitions, answers to two questions would be taken for answers to one\n"
            "    mend: read the round by the version that they were made by, or judge anew"
        ),
    ]
    assert told(tmp_path, rows, "", "sv") == [
        (
            "scores.csv:2:12: fel[judgements-of-other-rules]: bedömningarna gjordes efter version 0.9 av modellen, och omgången läses med "
            "version 1\n"
            "    varför: med två versioner av definitionerna skulle svar på två frågor tas för svar på samma\n"
            "    åtgärd: läs omgången med den version som bedömningarna gjordes efter, eller bedöm på nytt"
        ),
    ]
