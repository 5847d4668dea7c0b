from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from merge_rounds import TEXTS, write_round
from prioritera.pipeline import load_model, prioritise
from prioritera.report.document import Document, Section
from prioritera.report.merged import merged_sections
from prioritera.report.text import to_text
from prioritera.report.voice import Voice

ROWS = "first;second;decision;by;when\nn2;n1;same;Anna;2026-05-31\nn3;n1;part of;Bo;\nn4;n2;part of;;\n"
SAID = '\n[[same_as]]\nkeep = "n1"\nmerged = ["n6"]\n'
ALIKE = {**TEXTS, "n5": TEXTS["n4"], "n6": "Ensamhet"}


def sections(tmp_path: Path, rows: str, language: str) -> list[str]:
    folder = write_round(tmp_path / "r", 'merge = "merge.csv"\nmerge_identical = true\n' + SAID, ALIKE, merge_csv=rows)
    round_, model = load_model(folder)
    voice = Voice(language, model.rules, model.network)
    found: list[Section] = list(merged_sections(voice, prioritise(round_, model)))
    return [
        normalize("NFC", line)
        for section in found
        for line in to_text(Document("x", [section]), columns=200).splitlines()[3:]
        if line.strip()
    ]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "sv",
            [
                "Sammanförda behov",
                "-----------------",
                "• Hur förebyggs fall på SÄBO? (n2) ingår i Fallprevention i särskilt boende (n1) (beslut: Anna, 2026-05-31)",
                "• =1+2 Ensamhet, “olika” – å (n5) ingår i =1+2 Ensamhet, “olika” – å (n4) (texten är identisk; ingen har beslutat det)",
                "• Ensamhet (n6) ingår i Fallprevention i särskilt boende (n1)",
                "Delar och helheter",
                "------------------",
                "• Fallprevention i ordinärt boende (n3) är en del av Fallprevention i särskilt boende (n1) (beslut: Bo)",
                (
                    "• =1+2 Ensamhet, “olika” – å (n4) är en del av Fallprevention i särskilt boende (n1) "
                    "(beslut i omgångens blad; ingen angiven)"
                ),
            ],
        ),
        (
            "en",
            [
                "Merged needs",
                "------------",
                "• Hur förebyggs fall på SÄBO? (n2) is part of Fallprevention i särskilt boende (n1) (decision: Anna, 2026-05-31)",
                (
                    "• =1+2 Ensamhet, “olika” – å (n5) is part of =1+2 Ensamhet, “olika” – å (n4) "
                    "(the text is identical; nobody has decided it)"
                ),
                "• Ensamhet (n6) is part of Fallprevention i särskilt boende (n1)",
                "Parts and wholes",
                "----------------",
                "• Fallprevention i ordinärt boende (n3) is a part of Fallprevention i särskilt boende (n1) (decision: Bo)",
                (
                    "• =1+2 Ensamhet, “olika” – å (n4) is a part of Fallprevention i särskilt boende (n1) "
                    "(decided in the round's sheet; nobody is named)"
                ),
            ],
        ),
    ],
)
def test_what_was_merged_and_how_is_told(tmp_path: Path, language: str, told: list[str]) -> None:
    assert sections(tmp_path, ROWS, language) == told


def test_a_date_alone_is_told(tmp_path: Path) -> None:
    assert sections(tmp_path, "first;second;decision;when\nn2;n1;same;2026-05-31\n", "sv")[2].endswith(f"(beslut: {date(2026, 5, 31)})")


def test_without_merged_needs_and_parts_there_is_nothing(tmp_path: Path) -> None:
    round_, model = load_model(write_round(tmp_path / "r"))

    assert list(merged_sections(Voice("sv", model.rules, model.network), prioritise(round_, model))) == []
