"""Changes by hand that lead nowhere, or make no difference, and what a check tells of them."""

import io
from pathlib import Path

import pytest

from by_hand_rounds import NEEDS, change, run, written
from prioritera.cli.main import main
from prioritera.diagnostics import describe
from prioritera.model.result import Result
from prioritera.pipeline import load_model, prioritise
from small_rules import RULES

# Triage comes to "inform" and "go-on"; nothing comes to "stop", and the table of destinations has no rule for it.
STOP = RULES.replace("[outcomes.inform]", '[outcomes.stop]\nlabel = "stopp"\n\n[outcomes.inform]').replace(
    'id = "back"\nto', 'id = "back"\nwhen = { outcome = "inform" }\nto'
)
SAME_AS = '\n[[same_as]]\nkeep = "alfa"\nmerged = ["beta"]\n'
NEVER = """\
round.toml:9:1: fel[override-without-rule]: ”alfa” kan inte ändras till ”stop” för hand: tabellen ”destination” har ingen regel för ett \
sådant behov
    varför: ingen kan säga vart behovet skulle gå, och inget gissas
    åtgärd: välj något som modellen leder vidare, eller lägg till en regel i tabellen"""
NEVER_EN = """\
round.toml:9:1: error[override-without-rule]: “alfa” cannot be changed to “stop” by hand: the table “destination” has no rule for such \
a need
    why:  nobody can say where the need would go, and nothing is guessed
    mend: choose what the rules lead on, or add a rule to the table"""
NEEDLESS = """\
round.toml:9:1: upplysning[override-needless]: ”alfa” ändras till ”2”, som reglerna redan ger
    varför: ändringen gör ingen skillnad nu, men står kvar om uppgifterna eller reglerna blir andra
    åtgärd: ta bort den, om den inte ska gälla också då"""
NEEDLESS_EN = """\
round.toml:9:1: note[override-needless]: “alfa” is changed to “2”, which the rules give already
    why:  the change makes no difference now, but stands if the facts or the rules become others
    mend: take it away, unless it is to hold then too"""


def with_stop(folder: Path, more: str) -> Result:
    written(folder, more)
    (folder / "rules.toml").write_text(STOP, encoding="utf-8")
    return prioritise(*load_model(folder))


def codes(result: Result) -> list[str]:
    return [one.code for one in result.diagnostics]


@pytest.mark.parametrize(("language", "expected"), [("sv", NEVER), ("en", NEVER_EN)])
def test_an_outcome_that_no_table_leads_on_is_refused(tmp_path: Path, language: str, expected: str) -> None:
    result = with_stop(tmp_path, change("alfa", 'outcome = "stop"'))

    assert [describe(one, language) for one in result.diagnostics] == [expected]
    assert (result.decision("alfa").outcome, result.decision("alfa").by_hand) == ("go-on", ())


def test_every_change_that_is_refused_is_told(tmp_path: Path) -> None:
    result = with_stop(tmp_path, change("alfa", 'outcome = "stop"') + change("beta", 'outcome = "stop"'))

    assert [(one.code, one.params["need"], one.params["thing"]) for one in result.diagnostics] == [
        ("override-without-rule", "alfa", "outcome"),
        ("override-without-rule", "beta", "outcome"),
    ]


def test_the_other_change_of_the_need_stands(tmp_path: Path) -> None:
    result = with_stop(tmp_path, change("alfa", "class = 9") + change("alfa", 'outcome = "stop"'))

    assert codes(result) == ["override-without-rule"]
    assert [one.thing for one in result.decision("alfa").by_hand] == ["class"]


@pytest.mark.parametrize(("language", "expected"), [("sv", NEEDLESS), ("en", NEEDLESS_EN)])
def test_a_change_to_what_the_rules_give_is_noted_and_stands(tmp_path: Path, language: str, expected: str) -> None:
    result = run(tmp_path, change("alfa", "class = 2"))

    assert [describe(one, language) for one in result.diagnostics] == [expected]
    assert [one.to for one in result.decision("alfa").by_hand] == [2]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (change("alfa", 'outcome = "go-on"'), ["override-needless"]),
        (change("alfa", "class = 3"), []),
        # The class alone would lead elsewhere, so the outcome makes a difference.
        (change("alfa", 'outcome = "go-on"') + change("alfa", "class = 9"), []),
    ],
)
def test_only_what_makes_no_difference_is_noted(tmp_path: Path, more: str, expected: list[str]) -> None:
    assert codes(run(tmp_path, more)) == expected


@pytest.mark.parametrize(
    ("more", "needs", "expected"),
    [
        (change("alfa", "class = 3"), NEEDS.replace("wait = 2", "wait = 12"), "override-of-error"),
        (SAME_AS + change("BETA", "class = 3"), NEEDS, "override-of-merged"),
        (SAME_AS + change("alfa", "class = 3"), NEEDS, "override-of-conflict"),
        (change("alfa", "class = 3"), NEEDS, ""),
    ],
)
def test_a_check_tells_what_cannot_be_changed(tmp_path: Path, more: str, needs: str, expected: str) -> None:
    out = io.StringIO()
    main(["check", str(written(tmp_path, more, needs))], io.StringIO(), out, io.StringIO())

    assert ("[override-" in out.getvalue(), f"[{expected}]" in out.getvalue()) == (bool(expected), bool(expected))


def test_a_check_tells_changes_of_needs_that_did_not_come_in_as_unknown(tmp_path: Path) -> None:
    out = io.StringIO()
    main(["check", str(written(tmp_path, change("alfaa", "class = 3")))], io.StringIO(), out, io.StringIO())

    assert out.getvalue().count("fel[round-need-unknown]") == 1
