"""Every feature that the known frameworks need (F1–F20) can be said in files, is checked, and is told in report and explanation.

One file a feature under `features/`: the smallest rule set, needs and round that use it, and the lines that decide.
F1–F19 are said in rule sets. F20, reporting in REPRISE's order, is said in the round: its file asks with `told` for that report, and the
rule set in it is there for the report to tell of.
"""

import io
from pathlib import Path
from typing import Any

import pytest
import tomli

from prioritera.cli.main import main
from round_files import write_round

FEATURES = Path(__file__).parent / "features"
NAMES = sorted(path.stem for path in FEATURES.glob("f*.toml"))
# What the check tells besides that nothing is wrong: scales that are rounded or hang on the set, a judgement without a reason, a ban.
TOLD = {
    "f02-numbers-to-values": ["warning[log-rounded]", "warning[scale-relative]", "warning[scale-relative]"],
    "f08-deliberative": [],
    "f08-quantile-classes": ["warning[scale-relative]"],
    "f18-barred": ["error[criterion-barred]"],
}
HEAD = """\
[ruleset]
id = "trial"
version = "1"
label = { sv = "Prov", en = "Trial" }
extends = "base.toml"
"""


def run(*words: str) -> tuple[int, list[str]]:
    out = io.StringIO()
    code = main([*words, *([] if "--lang" in words else ["--lang", "en"])], io.StringIO(), out, out)
    return code, out.getvalue().splitlines()


def written(name: str, folder: Path) -> dict[str, Any]:
    """The feature's files in a folder, and what is expected of them."""
    feature = tomli.loads((FEATURES / f"{name}.toml").read_text(encoding="utf-8"))
    base = (FEATURES / "base.toml").read_text(encoding="utf-8")
    write_round(
        folder,
        f"{HEAD}{feature.get('head', '')}\n{feature['rules']}",
        feature["needs"],
        named=("trial", "Prov", "Trial"),
        more=feature.get("round", ""),
        files={"base.toml": base, **feature.get("files", {})},
    )
    return feature


def in_order(wanted: list[str], lines: list[str]) -> list[str]:
    """Those of the wanted lines that do not stand among the lines in that order."""
    rest = iter(lines)
    return [line for line in wanted if line not in rest]


def test_every_feature_has_a_file() -> None:
    assert {int(name[1:3]) for name in NAMES} == set(range(1, 21))


@pytest.mark.parametrize("name", NAMES)
def test_the_check_tells_what_the_rules_do_and_nothing_else(name: str, tmp_path: Path) -> None:
    written(name, tmp_path)

    code, lines = run("check", str(tmp_path / "rules.toml"))

    told = [word.rstrip(":") for line in lines for word in line.split() if word.startswith(("warning[", "error["))]
    assert told == TOLD.get(name, [])
    assert code == int(bool(told))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "f18-barred"])
def test_the_report_and_the_explanation_tell_it(name: str, tmp_path: Path) -> None:
    feature = written(name, tmp_path)

    _, report = run(feature.get("told", "run"), str(tmp_path), "--points")
    _, explained = run("explain", str(tmp_path), *feature["explain"])

    assert in_order(feature["report"], report) == []
    assert in_order(feature["explained"], explained) == []


@pytest.mark.parametrize("name", ["f12-uncertainty", "f19-what-turns-an-order"])
def test_the_probability_of_the_top_and_what_the_weights_decide_are_told(name: str, tmp_path: Path) -> None:
    feature = written(name, tmp_path)

    _, lines = run("robustness", str(tmp_path), "--samples", "400")

    assert in_order(feature["robustness"], lines) == []


def test_a_criterion_that_its_cap_does_not_hold_down_is_not_said_to_be(tmp_path: Path) -> None:
    written("f07-cap", tmp_path)

    _, held = run("explain", str(tmp_path), "a", "--lang", "sv")
    _, free = run("explain", str(tmp_path), "b", "--lang", "sv")

    assert "nytta ger 1 i stället för 4: taket sätts av svårighetsgrad (liten)." in held
    assert not [line for line in free if "taket" in line]


def test_weights_that_do_not_sum_to_what_is_published_are_an_error(tmp_path: Path) -> None:
    written("f04-weights-in-domains", tmp_path)
    rules = tmp_path / "rules.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("weight = 40", "weight = 30"), encoding="utf-8")

    code, lines = run("check", str(rules))

    assert code == 1
    assert "error[weights-total]: the total of the weights is said to be 100, and" in " ".join(lines)
