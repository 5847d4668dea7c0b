"""From a signal to a need: candidates in a sheet, kept and worded by a person, taken into a round."""

import csv
import io
from pathlib import Path

from prioritera.cli.main import main
from prioritera.pipeline import load_model, prioritise
from small_rules import ROUND, changed, write_round

COMPETENCE = "enhet;överordnad;kompetens;krav;har\nA;Väsby;AKK;6;4\nA;Väsby;KBT;6;\n"


def test_a_candidate_is_a_need_only_when_a_person_has_kept_and_worded_it(tmp_path: Path) -> None:
    write_round(tmp_path, round=changed(ROUND, "needs.toml", "kandidater.csv"))
    (tmp_path / "kompetens.csv").write_text(COMPETENCE, encoding="utf-8")
    sheet = tmp_path / "kandidater.csv"
    assert (
        main(["signals", (tmp_path / "kompetens.csv").as_posix(), "--out", sheet.as_posix()], io.StringIO(), io.StringIO(), io.StringIO())
        == 0
    )

    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig")), delimiter=";"))
    area = next(name for name in rows[0] if name.endswith("område"))
    rows[0] |= {"behåll": "ja", "formulering": "Vi saknar stöd för AKK.", area: "äldre", "avsändare": "Väsby"}
    rows[1] |= {"behåll": "nej"}
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    round_, model = load_model(tmp_path)
    decisions = prioritise(round_, model).decisions

    assert [decision.outcome == "error" for decision in decisions] == [False]
    assert decisions[0].need is not None
    assert (decisions[0].title, decisions[0].need.source) == ("Vi saknar stöd för AKK.", "kompetens.csv, Väsby")
    assert decisions[0].need.note == "Väsby: 2 saknas av 6 som krävs i AKK"
