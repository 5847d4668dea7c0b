"""What a rule set says may not be compared: read from any layer, and never left out of the list key."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Faults, PrioriteraError, describe
from prioritera.loading.load import load_rules
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import NotComparable
from prioritera.model.text import Label
from small_rules import RULES

BARRED = 'not_comparable = { by = "%s", because = { sv = "För sig.", en = "Apart." }, source = "s. 4" }\n'
ABOVE = '[ruleset]\nid = "above"\nversion = "1"\nlabel = "above"\nextends = "rules.toml"\n'


def load(folder: Path, lists: str, above: str = "") -> NotComparable | None:
    (folder / "rules.toml").write_text(f"{RULES}\n[lists]\n{lists}", encoding="utf-8")
    (folder / "above.toml").write_text(ABOVE + above, encoding="utf-8")
    return load_rules(folder / "above.toml").not_comparable


def told(folder: Path, lists: str, above: str = "", language: str = "en") -> list[str]:
    with pytest.raises(PrioriteraError) as raised:
        load(folder, lists, above)
    return [describe(one, language) for one in raised.value.diagnostics]


@pytest.mark.parametrize("by", ["area", "kind"])
def test_it_is_the_area_or_a_field_of_the_list_key(tmp_path: Path, by: str) -> None:
    found = load(tmp_path, f'key = ["area", "kind"]\n{BARRED % by}')

    assert found == NotComparable(by=by, because=Label(sv="För sig.", en="Apart."), source="s. 4")
    assert found is not None
    assert found.grounds == {"ground_sv": "För sig (s. 4)", "ground_en": "Apart (s. 4)"}


def test_a_status_that_nobody_knows_is_shown_as_it_stands() -> None:
    barred = NotComparable(by="area", because=Label(sv="För sig.", en="Apart."), status="draft")

    assert barred.grounds == {"ground_sv": "För sig [draft]", "ground_en": "Apart [draft]"}


def test_a_rule_set_above_can_say_it_anew_and_not_take_it_away(tmp_path: Path) -> None:
    assert load(tmp_path, f'key = ["area"]\n{BARRED % "area"}', '[lists]\nkey = ["kind", "area"]\n') is not None
    again = load(tmp_path, f'key = ["area"]\n{BARRED % "area"}', f'[lists]\nkey = ["kind"]\n{BARRED % "kind"}')

    assert again is not None
    assert again.by == "kind"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            (
                "above.toml:7:7: fel[lists-across]: listorna rymmer behov som skiljer sig i ”area”, och sådana får inte jämföras: För sig "
                "(s. 4)\n"
                "    rules.toml:{line}:18: det står här att de inte får jämföras\n"
                "    varför: i en lista jämförs alla med varandra\n"
                "    åtgärd: lägg till ”area” i listornas key"
            ),
        ),
        (
            "en",
            (
                "above.toml:7:7: error[lists-across]: the lists hold needs that differ in “area”, which may not be compared: Apart (s. 4)\n"
                "    rules.toml:{line}:18: that they may not be compared is said here\n"
                "    why:  in a list all are compared with each other\n"
                "    mend: add “area” to the key of the lists"
            ),
        ),
    ],
)
def test_lists_across_it_are_an_error_with_its_ground(tmp_path: Path, language: str, expected: str) -> None:
    line = RULES.count("\n") + 4
    said = told(tmp_path, f'key = ["area"]\n{BARRED % "area"}', '[lists]\nkey = ["destination"]\n', language)

    assert said == [expected.format(line=line)]


@pytest.mark.parametrize(
    ("lists", "code"),
    [
        (f'key = ["destination"]\n{BARRED % "area"}', "lists-across"),
        (BARRED % "kind", "lists-across"),
        (BARRED % "wait", "unknown-list-key"),
        (BARRED % "outcome", "unknown-list-key"),
        ('not_comparable = { by = "area" }\n', "missing-key"),
        ('not_comparable = { because = "x" }\n', "missing-key"),
        ('not_comparable = "area"\n', "not-a-table"),
        ('not_comparable = { by = "area", because = "x", ground = "x" }\n', "unknown-key"),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, lists: str, code: str) -> None:
    assert [line.partition("[")[2].partition("]")[0] for line in told(tmp_path, lists)] == [code]


def test_rules_that_say_nothing_of_it_keep_their_hash(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    rules = load_rules(tmp_path / "rules.toml")
    (tmp_path / "rules.toml").write_text(f"{RULES}\n[lists]\n{BARRED % 'area'}", encoding="utf-8")

    assert Faults().all() == ()
    assert meaning_hash(load_rules(tmp_path / "rules.toml")) != meaning_hash(rules)
