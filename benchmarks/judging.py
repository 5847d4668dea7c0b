"""Seconds from files of judgements to a result, beside pandas doing the same sums, with equal values.

A real exercise's size (114 questions, more than 1 500 voters, three groups of equal voice) and a panel's (150 questions, 100 raters, five
criteria). pandas gives the sums alone; prioritera reads and checks every cell, takes the measures of agreement, ranks and explains.

The command is timed as a fresh process, from words to report, with its modules compiled as they are once it is installed: they are
compiled into a folder of the benchmark's own by a run that is not timed.
pandas comes with the extra `benchmark`; without it, the values are not set against anybody's.

python benchmarks/judging.py
"""

import argparse
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from prioritera.model.result import Result
from prioritera.pipeline import load_model, prioritise

QUESTIONS, VOTERS, CHOICES = 114, 1523, 10
RATED, RATERS, CRITERIA = 150, 100, 5
GROUPS = 3
# What the work may take by the command on an idle core, in seconds.
VOTES_MAY_TAKE, SCORES_MAY_TAKE = 2, 1
# By need and criterion.
Values = dict[tuple[str, str], float]
# A float's sum of so many answers is this near the exact one.
NEAR = 1e-9

RULES = """\
[ruleset]
id = "panel"
version = "1"
label = "panel"
areas = "areas"

[vocabularies.areas]
terms = [{ id = "care", label = "care" }]

[outcomes.ranked]
label = "ranked"
ranked = true

[triage]
hit = "first"
rules = [{ id = "all", outcome = "ranked" }]

[destination]
hit = "first"
rules = [{ id = "answer", to = "origin" }]

"""
VOTED = """\
[criteria.c0]
label = "votes"
step = "1/2"
points = [{ at = 0, value = 0 }, { at = 1000, value = 1 }]
judged = { from = "ballots", combine = "position-points", points = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], groups = "equal" }

[weights.shares]
c0 = 1
"""
SCORED = """\
[criteria.{name}]
label = "{name}"
step = "0.0001"
points = [{{ at = 1, value = 0 }}, {{ at = 9, value = 8 }}]
judged = {{ from = "scores", combine = "mean" }}

"""


def write(folder: Path, rules: str, sheet: str, rows: list[str], needs: list[str]) -> Path:
    """A round with one sheet of judgements."""
    folder.mkdir()
    head = '[round]\nid = "r"\nlabel = "r"\nrules = "rules.toml"\nnetwork = "prioritera:panel"\nneeds = "needs.csv"\n'
    named = f'[[judgements]]\nfile = "{sheet}.csv"\nkind = "{sheet}"\n'
    listed = "".join(f"{need};Question {need};care;unknown\n" for need in needs)
    texts = {"rules.toml": RULES + rules, "round.toml": f"{head}\n{named}", "needs.csv": f"id;title;area;origin\n{listed}"}
    for name, text in {**texts, f"{sheet}.csv": "\n".join(rows) + "\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def exercise(folder: Path, draw: random.Random) -> Path:
    """An interim exercise: every voter chooses and ranks ten."""
    needs = [f"q{at}" for at in range(QUESTIONS)]
    head = ";".join(["voter", "group", *(f"choice {place}" for place in range(1, CHOICES + 1))])
    rows = [";".join([f"v{at}", f"g{at * at % 7 % GROUPS}", *draw.sample(needs, CHOICES)]) for at in range(VOTERS)]
    return write(folder, VOTED, "ballots", [head, *rows], needs)


def panel(folder: Path, draw: random.Random) -> Path:
    """A panel: every rater rates every question on every criterion, or leaves a blank."""
    needs = [f"q{at}" for at in range(RATED)]
    names = [f"c{at}" for at in range(CRITERIA)]
    shares = "".join(f"{name} = 1\n" for name in names)
    rules = "".join(SCORED.format(name=name) for name in names) + f"[weights.shares]\n{shares}"
    answers = ["", *(str(number) for number in range(1, 10))]
    rows = [";".join([f"j{judge}", need, *(draw.choice(answers) for _ in names)]) for judge in range(RATERS) for need in needs]
    return write(folder, rules, "scores", [";".join(["judge", "need", *names]), *rows], needs)


def best_of(repeat: int, work: Callable[[], Any]) -> tuple[float, Any]:
    """The shortest time of several runs, and the last result."""
    times = []
    for _ in range(repeat):
        begin = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - begin)
    return min(times), result


def values(result: Result) -> dict[tuple[str, str], Fraction]:
    """The exact value of each need on each criterion."""
    found = {}
    for one in result.decisions:
        for name, assessed in one.need.assess.items() if one.need else ():
            if assessed.judged is not None and assessed.judged.value is not None:
                found[one.need_id, name] = assessed.judged.value
    return found


def pandas_means(folder: Path) -> Values:
    """The mean of those who answered."""
    import pandas as pd  # noqa: PLC0415 -- only this benchmark has it

    table = pd.read_csv(folder / "scores.csv", sep=";").drop(columns="judge").groupby("need").mean()
    return {(str(need), str(name)): float(value) for name, column in table.items() for need, value in column.items()}


def pandas_places(folder: Path) -> Values:
    """Each group's points made into places, and these summed."""
    import pandas as pd  # noqa: PLC0415 -- only this benchmark has it

    table = pd.read_csv(folder / "ballots.csv", sep=";").melt(id_vars=["voter", "group"], var_name="place", value_name="need")
    table["points"] = 11 - table["place"].str.split().str[1].astype(int)
    totals = table.pivot_table(index="need", columns="group", values="points", aggfunc="sum", fill_value=0)
    return {(str(need), "c0"): float(value) for need, value in totals.rank(method="average").sum(axis=1).items()}


def as_installed(compiled: Path) -> dict[str, str]:
    """The environment of a fresh process whose modules are compiled once, whatever this process has been told of that."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(compiled)}


def measure(
    name: str,
    folder: Path,
    may_take: int,
    by_pandas: Callable[[Path], dict[tuple[str, str], float]],
    environment: Mapping[str, str],
    repeat: int,
) -> None:
    """Time one round by the command and in the same process, and set its values against pandas'."""
    command = [sys.executable, "-m", "prioritera", str(folder)]

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, env=environment)

    run()
    whole, _ = best_of(repeat, run)
    inside, result = best_of(repeat, lambda: prioritise(*load_model(folder)))
    held = "held" if whole < may_take else "not held"
    shown = f"{name:<44} {whole:>8.2f} {f'< {may_take}':>6} {held:<9} {inside:>6.2f}"
    try:
        took, theirs = best_of(repeat, lambda: by_pandas(folder))
    except ImportError:
        print(f"{shown}   pandas is not installed: its sums are left out, and so is the check against them")
        return
    ours = values(result)
    assert ours.keys() == theirs.keys(), "pandas has other values"
    assert all(abs(float(value) - theirs[key]) < NEAR for key, value in ours.items()), "pandas comes to other values"
    print(f"{shown} {took:>8.2f}   {len(ours)} values equal")


def main() -> None:
    """Measure, check equality, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    print(f"Python {platform.python_version()}, {platform.machine()}, best of {options.repeat}, seconds")
    print(f"{'':<44} {'command':>8} {'goal':>6} {'':<9} {'inside':>6} {'pandas':>8}")
    with tempfile.TemporaryDirectory() as name:
        rounds = Path(name)
        environment = as_installed(rounds / "compiled")
        ballots, scores = exercise(rounds / "ballots", draw), panel(rounds / "scores", draw)
        for label, folder, may_take, by_pandas in (
            (f"{QUESTIONS} questions, {VOTERS} voters, {GROUPS} groups", ballots, VOTES_MAY_TAKE, pandas_places),
            (f"{RATED} questions, {RATERS} raters, {CRITERIA} criteria", scores, SCORES_MAY_TAKE, pandas_means),
        ):
            measure(label, folder, may_take, by_pandas, environment, options.repeat)


if __name__ == "__main__":
    main()
