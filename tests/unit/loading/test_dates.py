"""Which rules decide on a date, and all that is said when none do, or several."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import PrioriteraError
from prioritera.loading.load import load_model_of, load_round, load_rules, read_model_of, read_round, read_rules
from prioritera.pipeline import load_model
from small_rules import ROUND, RULES, changed, told, write_round


def dated(first: str = "", last: str = "", version: str = "1") -> str:
    """The small rule set, in force from a day to another."""
    days = "".join(f"{key} = {day}\n" for key, day in (("valid_from", first), ("valid_to", last)) if day)
    return changed(RULES, 'version = "1"\n', f'version = "{version}"\n{days}')


def two_rule_sets(folder: Path, old: str, new: str, on: str = "") -> Path:
    """A round that names two rule sets."""
    names = 'rules = ["old.toml", "rules.toml"]\n' + (f"decided_on = {on}\n" if on else "")
    write_round(folder, round=changed(ROUND, 'rules = "rules.toml"\n', names), rules=new)
    (folder / "old.toml").write_text(old, encoding="utf-8")
    return folder


OLD, NEW = dated(last="2024-12-31", version="1"), dated(first="2025-01-01", version="2")


def test_a_rule_set_says_when_it_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(dated("2018-01-01", "2024-12-31"), encoding="utf-8")

    rules = load_rules(tmp_path / "rules.toml")

    assert (rules.valid_from, rules.valid_to) == (date(2018, 1, 1), date(2024, 12, 31))
    assert [rules.is_valid_on(date(*day)) for day in ((2017, 12, 31), (2018, 1, 1), (2024, 12, 31), (2025, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_rule_set_without_dates_is_always_in_force(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")

    assert load_rules(tmp_path / "rules.toml").is_valid_on(date(1766, 1, 1))


def test_rules_that_end_before_they_begin_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(dated("2025-01-02", "2025-01-01"), encoding="utf-8")

    _, found = read_rules(tmp_path / "rules.toml")

    assert told(found) == (
        "rules.toml:5:12: error[rules-days-reversed]: the rules end on 2025-01-01, before they begin on 2025-01-02\n"
        "    why:  then they are never in force\n"
        "    mend: write valid_from on the first day and valid_to on the last day that they are in force, both included"
    )
    assert told(found, "sv") == (
        "rules.toml:5:12: fel[rules-days-reversed]: reglerna slutar gälla 2025-01-01, innan de börjar gälla 2025-01-02\n"
        "    varför: då gäller de aldrig\n"
        "    åtgärd: skriv den första dagen som de gäller i valid_from och den sista i valid_to; båda räknas med"
    )


@pytest.mark.parametrize(("on", "version"), [("2024-12-31", "1"), ("2025-01-01", "2")])
def test_of_several_rule_sets_the_one_in_force_decides(tmp_path: Path, on: str, version: str) -> None:
    folder = two_rule_sets(tmp_path, OLD, NEW, on)

    rules, _ = load_model_of(folder, load_round(folder))

    assert rules.version == version


def test_another_date_of_decision_takes_other_rules(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, OLD, NEW, "2025-01-01")

    _, model = load_model(folder, decided_on=date(2020, 5, 31))

    assert model.rules.version == "1"


def test_none_in_force_is_an_error(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, OLD, dated(first="2026-01-01", version="2"), "2025-06-01")

    rules, _, found = read_model_of(folder, load_round(folder))

    assert rules is None
    assert told(found) == (
        "round.toml:1:1: error[rules-not-in-force]: no rule set is in force on 2025-06-01\n"
        "    why:  a decision is made by the rules of its time; those named are ours 1 (–2024-12-31), ours 2 (2026-01-01–)\n"
        "    mend: name the rule set that is in force on that date, mend its valid_from and valid_to, "
        "or judge again by another with --rules"
    )
    assert told(found, "sv") == (
        "round.toml:1:1: fel[rules-not-in-force]: ingen prioriteringsmodell gäller 2025-06-01\n"
        "    varför: ett beslut fattas enligt de regler som gäller då; de som nämns är ours 1 (–2024-12-31), ours 2 (2026-01-01–)\n"
        "    åtgärd: nämn den prioriteringsmodell som gäller det datumet, rätta dess valid_from och valid_to, "
        "eller pröva på nytt enligt en annan med --rules"
    )


def test_two_in_force_is_an_error(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, OLD, dated(first="2024-01-01", version="2"), "2024-06-01")

    rules, _, found = read_model_of(folder, load_round(folder))

    assert rules is None
    assert told(found) == (
        "round.toml:1:1: error[rules-both-in-force]: several rule sets are in force on 2024-06-01: "
        "ours 1 (–2024-12-31), ours 2 (2024-01-01–)\n"
        "    why:  they may decide differently, and nothing says which of them holds\n"
        "    mend: let the one end, with valid_to, on the day before the other begins with valid_from"
    )
    assert told(found, "sv") == (
        "round.toml:1:1: fel[rules-both-in-force]: flera prioriteringsmodeller gäller 2024-06-01: "
        "ours 1 (–2024-12-31), ours 2 (2024-01-01–)\n"
        "    varför: de kan avgöra olika, och inget säger vilken av dem som ska följas\n"
        "    åtgärd: låt den ena sluta gälla, med valid_to, dagen innan den andra börjar gälla med valid_from"
    )


def test_several_without_a_date_of_decision_is_an_error(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, OLD, NEW)

    rules, _, found = read_model_of(folder, load_round(folder))

    assert rules is None
    assert told(found) == (
        "round.toml:1:1: error[rules-without-date]: several rule sets are named, but no date of decision\n"
        "    why:  which of ours 1 (–2024-12-31), ours 2 (2025-01-01–) decides hangs on when the decision was made\n"
        "    mend: write decided_on in round.toml, or use --decided-on"
    )
    assert told(found, "sv") == (
        "round.toml:1:1: fel[rules-without-date]: flera prioriteringsmodeller nämns, men inget beslutsdatum\n"
        "    varför: vilken av ours 1 (–2024-12-31), ours 2 (2025-01-01–) som avgör beror på när beslutet fattades\n"
        "    åtgärd: skriv decided_on i round.toml, eller ange --decided-on"
    )


def test_one_rule_set_is_used_as_it_is_when_nobody_has_said_a_date(tmp_path: Path) -> None:
    folder = write_round(tmp_path, rules=OLD)

    rules, _ = load_model_of(folder, load_round(folder))

    assert rules.version == "1"


def test_one_rule_set_that_is_not_in_force_is_an_error(tmp_path: Path) -> None:
    folder = write_round(tmp_path, rules=OLD)

    with pytest.raises(PrioriteraError, match="rules-not-in-force"):
        load_model_of(folder, load_round(folder), decided_on=date(2025, 1, 1))


def test_a_rule_set_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, "[ruleset]\n", NEW, "2025-06-01")

    rules, _, found = read_model_of(folder, load_round(folder))

    assert rules is None
    assert "rules-not-in-force" not in {one.code for one in found}


def test_a_round_is_judged_again_by_rules_of_another_time_and_says_so(tmp_path: Path) -> None:
    folder = two_rule_sets(tmp_path, OLD, NEW, "2025-06-01")

    round_, model = load_model(folder, rules=load_rules(folder / "old.toml"))

    assert model.rules.version == "1"
    assert told(round_.faults) == (
        "note[rules-of-another-time]: the round is judged by rules that are not in force on 2025-06-01: ours 1 (–2024-12-31)\n"
        "    why:  it was asked for, to see what they would have decided; it is not the decision that was made\n"
        "    mend: leave out --rules to judge by the rules that the round names"
    )
    assert told(round_.faults, "sv") == (
        "upplysning[rules-of-another-time]: omgången prövas enligt regler som inte gäller 2025-06-01: ours 1 (–2024-12-31)\n"
        "    varför: det är begärt, för att visa vad de skulle ha gett; det är inte beslutet som fattades\n"
        "    åtgärd: utelämna --rules för att pröva enligt de regler som omgången nämner"
    )


@pytest.mark.parametrize("on", [None, date(2024, 6, 1)])
def test_rules_that_are_in_force_are_used_without_a_word(tmp_path: Path, on: date | None) -> None:
    folder = two_rule_sets(tmp_path, OLD, NEW)

    round_, model = load_model(folder, rules=load_rules(folder / "old.toml"), decided_on=on)

    assert (model.rules.version, round_.faults) == ("1", ())


def test_a_round_names_some_rule_set(tmp_path: Path) -> None:
    folder = write_round(tmp_path, round=changed(ROUND, 'rules = "rules.toml"\n', "rules = []\n"))

    round_, found = read_round(folder)

    assert round_ is None
    assert [one.code for one in found] == ["list-empty"]


def test_a_rule_set_is_named_once_and_by_a_name(tmp_path: Path) -> None:
    folder = write_round(tmp_path, round=changed(ROUND, 'rules = "rules.toml"\n', 'rules = ["rules.toml", "rules.toml", " "]\n'))

    round_, found = read_round(folder)

    assert round_ is None
    assert [one.code for one in found] == ["empty-text", "rules-named-twice"]
    assert told(found[1:]) == (
        "round.toml:4:24: error[rules-named-twice]: the rule set “rules.toml” is named twice\n"
        "    why:  both would be in force at the same time\n"
        "    mend: name each rule set once"
    )
    assert told(found[1:], "sv") == (
        "round.toml:4:24: fel[rules-named-twice]: prioriteringsmodellen ”rules.toml” nämns två gånger\n"
        "    varför: båda skulle gälla samtidigt\n"
        "    åtgärd: nämn varje prioriteringsmodell en gång"
    )
