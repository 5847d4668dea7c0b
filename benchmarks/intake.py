"""Needs from an Excel file to values, beside a loop written by hand over openpyxl and a bare one over calamine, with equal answers.

python benchmarks/intake.py --needs 50000
"""

import argparse
import io
import platform
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import python_calamine

from prioritera.loading.load import load_network, load_round, load_rules
from prioritera.model.need import Need, Refused
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Exact
from prioritera.stages.intake import intake

HEADINGS = (
    *("Rubrik", "Formulering", "Område", "Avsändare", "Står bakom", "orsak", "breadth", "solvable", "generalisable", "målgrupp"),
    *("prevalence", "impact", "economic-consequences", "practice-variation"),
)
CRITERIA = {"prevalence": 10, "impact": 11, "economic-consequences": 12, "practice-variation": 13}
Answer = tuple[str, str, str, tuple[str, ...], tuple[int, ...]]


def workbook(count: int, rules: RuleSet, network: Network, *, seed: int = 7) -> bytes:
    """A workbook of made-up needs: fourteen columns, codes of municipalities with their zeros lost."""
    draw = random.Random(seed)
    towns = [actor.code for actor in network.actors.values() if actor.kind == "municipality" and actor.code]
    areas = [area.id for area in rules.areas][:4]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Behov")
    sheet.append(HEADINGS)
    for number in range(count):
        row: list[object] = [
            f"Behov {number}",
            f"Vi saknar kunskap om fråga {number} i hemtjänsten",
            draw.choice(areas),
            int(draw.choice(towns)),
        ]
        row += ["kommun", draw.choice(["research-gap", "support-missing", "implementation", "competence"]), "question"]
        row += [draw.choice(["yes", "with-help", "no"]), draw.choice(["yes", "partly", "no"]), "äldre"]
        row += [draw.randint(0, 9000) / 100, draw.randint(0, 3), draw.randint(0, 900), draw.randint(0, 3)]
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def steps(rules: RuleSet, values: dict[str, Any]) -> tuple[int, ...]:
    """Numbers as whole steps of their criteria, the way a loop by hand would round them."""
    by_id = {criterion.id: criterion for criterion in rules.criteria}
    return tuple(round(value / float(by_id[name].step)) for name, value in values.items())


def by_hand(rows: Any, rules: RuleSet) -> list[Answer]:  # noqa: ANN401 -- rows of either library
    """What a loop by hand makes of the rows: no checks, no places, no messages."""
    found: list[Answer] = []
    for number, row in enumerate(rows, start=2):
        values = {name: row[index] for name, index in CRITERIA.items()}
        found.append((f"behov-{number}", str(row[0]), str(row[2]), (f"{int(row[3]):04}",), steps(rules, values)))
    return found


def answers(needs: tuple[Need | Refused, ...], network: Network) -> list[Answer]:
    """Our needs in the same form."""
    found: list[Answer] = []
    for need in needs:
        assert isinstance(need, Need), need
        exact = [need.assess[name].value for name in CRITERIA]
        codes = tuple(network.actors[origin.actor].code for origin in need.origins)
        found.append((need.id, need.title, need.area, codes, tuple(value.x for value in exact if isinstance(value, Exact))))
    return found


def main() -> None:
    """Measure, check equality, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--needs", type=int, default=50_000)
    asked = parser.parse_args()
    rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "behov.xlsx"
        path.write_bytes(workbook(asked.needs, rules, network))
        begin, cpu = time.perf_counter(), time.process_time()
        round_ = load_round(path)
        loaded, cpu_loaded = time.perf_counter(), time.process_time()
        needs = intake(round_, rules, network)
        taken, cpu_taken = time.perf_counter(), time.process_time()
        sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        bare = by_hand(sheet.to_python()[1:], rules)
        calamine = time.perf_counter()
        rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
        written = by_hand(rows, rules)
        openpyxl_done = time.perf_counter()
    assert answers(needs, network) == bare == written, "they give different answers"
    print(f"Python {platform.python_version()}, {platform.machine()}; {asked.needs} needs, {len(HEADINGS)} columns")
    print(f"prioritera      {taken - begin:>7.2f} s  (file to rows {loaded - begin:.2f}, rows to needs {taken - loaded:.2f})")
    print(f"  of it processor {cpu_taken - cpu:>5.2f} s  ({cpu_loaded - cpu:.2f} and {cpu_taken - cpu_loaded:.2f})")
    print(f"calamine, bare  {calamine - taken:>7.2f} s")
    print(f"openpyxl, bare  {openpyxl_done - calamine:>7.2f} s")


if __name__ == "__main__":
    main()
