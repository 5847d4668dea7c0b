"""The command `diff`, and runs judged again by other rules: what goes in, what comes out, and every way in which it cannot be done."""

import io
import json
from pathlib import Path

import pytest

from prioritera.cli.main import main
from small_rules import NEEDS, NETWORK, ROUND, RULES, changed, write_round


def command(*argv: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


OTHER = changed(RULES, "wait = { min = 3 }", "wait = { min = 4 }")
SUPPORT = changed(NEEDS, 'causes = ["gap"]', 'causes = ["support"]')


def rules(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_two_rule_sets_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules(tmp_path, "a/old.toml", RULES)
    rules(tmp_path, "b/new.toml", OTHER)
    monkeypatch.chdir(tmp_path)

    code, out, err = command("diff", "a/old.toml", "b/new.toml", "--lang", "en")

    assert (code, err) == (0, "")
    assert out == (
        "Difference between two rule sets\n"
        "================================\n\n"
        "Before: ours, version 1 (ours)\n"
        "After: ours, version 1 (ours)\n\n"
        "Some needs end otherwise.\n\n"
        "Written otherwise\n"
        "-----------------\n\n"
        '• rule triage/known, conditions: causes = { any = ["support"] }, wait = { min =\n'
        '  3 } → causes = { any = ["support"] }, wait = { min = 4 }\n\n'
        "Other outcomes\n"
        "--------------\n\n"
        "Inform → goes on\n"
        "  • Cause: support missing; wait: 3\n"
        "    Rule before: known, a/old.toml:80\n"
        "    Rule after: rest, b/new.toml:85\n"
        "    Example: cause: support missing; wait: 3\n"
        "    Goes to: the sender → agency\n\n"
        "Order, groups and lists\n"
        "-----------------------\n\n"
        "• No two needs change order.\n"
    )


def test_equal_rule_sets_are_said_to_be_equal(tmp_path: Path) -> None:
    name = rules(tmp_path, "rules.toml", RULES)

    code, out, _ = command("diff", name, name, "--format", "json")

    assert (code, json.loads(out)["verdict"]) == (0, "same")


def test_what_is_not_settled_shows_in_the_exit_code(tmp_path: Path) -> None:
    wide = changed(
        RULES, "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", "points = [{ at = 0, value = 0 }, { at = 900, value = 9 }]"
    )
    bent = changed(wide, "{ at = 900, value = 9 }", "{ at = 100, value = 2 }, { at = 900, value = 9 }")

    code, out, _ = command("diff", rules(tmp_path, "old.toml", wide), rules(tmp_path, "new.toml", bent), "--format", "json")

    record = json.loads(out)
    assert (code, record["settled"]) == (0 if record["settled"] else 1, record["settled"])


def test_shipped_rule_sets_are_named() -> None:
    assert command("diff", "prioritera:sbu-four", "prioritera:sbu-four", "--lang", "en")[0] == 0


def test_rule_sets_that_are_not_proved_are_refused_with_their_places(tmp_path: Path) -> None:
    bad = changed(RULES, 'id = "rest"\noutcome', 'id = "rest"\nwhen = { urgent = true }\noutcome')

    code, out, err = command("diff", rules(tmp_path, "old.toml", RULES), rules(tmp_path, "new.toml", bad), "--lang", "en")

    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path}/new.toml:")
    assert "table-gap" in err


def test_a_rule_set_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    code, out, err = command("diff", str(tmp_path / "none.toml"), "prioritera:sbu-four", "--lang", "en")

    assert (code, out) == (2, "")
    assert "file-missing" in err or "none.toml" in err


def test_a_rule_set_and_a_round_are_not_of_one_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_round(tmp_path / "round")
    monkeypatch.chdir(tmp_path)

    assert command("diff", "round/rules.toml", "round", "--lang", "en") == (
        2,
        "",
        (
            "error[diff-of-two-kinds]: round/rules.toml and round are not of the same kind\n"
            "    why:  rule sets are compared with rule sets, and runs with runs\n"
            "    mend: name two rule sets, or two of rounds and saved runs\n"
        ),
    )


def test_a_network_is_not_compared() -> None:
    assert command("diff", "prioritera:sweden-2018", "prioritera:sbu-four", "--lang", "en") == (
        2,
        "",
        (
            "error[diff-of-what]: prioritera:sweden-2018 is neither a rule set, a round nor a\n"
            "    saved run\n"
            "    why:  nothing else can be compared\n"
            "    mend: name a rule set, a round, or what run --out or run --format json has\n"
            "        saved\n"
        ),
    )


def test_two_rounds_are_run_and_compared(tmp_path: Path) -> None:
    old, new = write_round(tmp_path / "old"), write_round(tmp_path / "new", needs=SUPPORT)

    code, out, err = command("diff", str(old), str(new), "--lang", "en")

    assert (code, err) == (0, "")
    assert (
        out
        == (
            "Difference between two runs\n"
            "===========================\n\n"
            "Before: Round one (ours 1)\n"
            "After: Round one (ours 1)\n\n"
            "Both runs are by the same rules.\n\n"
            "1 ends otherwise.\n\n"
            "Needs that end otherwise\n"
            "------------------------\n\n"
            "• Fallskador (n1)\n"
            "  Outcome: goes on → inform (its facts, assessments or senders are written\n"
            "    otherwise)\n"
            "  Destination: The Agency → the sender (its facts, assessments or senders are\n"
            "    written otherwise)\n"
            "  List: elderly/The Agency → none (its facts, assessments or senders are written\n"
            "    otherwise)\n"
            "  Group: b → none (its facts, assessments or senders are written otherwise)\n"
            "  Place: 1 → none (its facts, assessments or senders are written otherwise)\n"
            "  Way: Vasby → RSS North → The Agency → Vasby (its facts, assessments or senders\n"
            "    are written otherwise)\n"
            '  Written otherwise: causes: ["gap"] → ["support"]\n'
        )
        or 'causes: ["gap"] → ["support"]' in out
    )


def test_what_the_rules_did_is_told_apart_from_what_the_facts_did(tmp_path: Path) -> None:
    old = write_round(tmp_path / "old", needs=SUPPORT)
    new = write_round(tmp_path / "new", needs=SUPPORT, rules=OTHER)

    code, out, _ = command("diff", str(old), str(new), "--format", "json")

    record = json.loads(out)
    assert (code, record["judged_again"]) == (0, True)
    assert {tuple(aspect["why"]) for aspect in record["moved"][0]["aspects"]} == {("rules",)}


def test_rules_that_do_not_go_with_the_new_network_leave_it_open(tmp_path: Path) -> None:
    rule_set = changed(OTHER, 'to = "agency"', 'to = "north"')
    moved = changed(NETWORK, 'actor = "agency"\noutcomes', 'actor = "north"\noutcomes')
    old, new = write_round(tmp_path / "old"), write_round(tmp_path / "new", rules=rule_set, network=moved)

    code, out, _ = command("diff", str(old), str(new), "--format", "json")

    assert (code, json.loads(out)["judged_again"]) == (0, False)


def test_saved_runs_are_compared(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", needs=SUPPORT)
    other = rules(tmp_path, "other/new.toml", OTHER)
    assert command("run", str(folder), "--out", str(tmp_path / "before"))[0] == 0
    assert command("run", str(folder), "--rules", other, "--out", str(tmp_path / "after"))[0] == 0

    code, out, _ = command("diff", str(tmp_path / "before"), str(tmp_path / "after" / "result.json"), "--format", "json")

    record = json.loads(out)
    assert (code, record["judged_again"], len(record["moved"])) == (0, False, 1)
    assert {aspect["about"]: aspect["why"] for aspect in record["moved"][0]["aspects"]}["outcome"] == ["rules"]
    assert command("diff", str(tmp_path / "before"), str(folder), "--format", "json")[0] == 0


def test_what_was_found_in_a_round_is_told_beside_the_difference(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", needs=changed(NEEDS, "impact = 1.5", "impact = 99"))

    code, out, err = command("diff", str(folder), str(folder), "--lang", "en")

    assert (code, bool(out)) == (1, True)
    assert "assessment-outside" in err


def test_a_round_that_cannot_be_run_is_told_of_with_its_place(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", round=changed(ROUND, "rules.toml", "none.toml"))

    code, out, err = command("diff", str(folder), str(folder))

    assert (code, out) == (2, "")
    assert f"{folder}/round.toml" in err


@pytest.mark.parametrize(("text", "code"), [("{}", "result-not-whole"), ("", "result-not-whole")])
def test_a_saved_run_that_is_not_whole_is_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "result.json").write_text(text, encoding="utf-8")

    assert command("diff", str(tmp_path / "result.json"), str(tmp_path), "--lang", "en")[0] == 2
    assert f"error[{code}]" in command("diff", str(tmp_path / "result.json"), str(tmp_path), "--lang", "en")[2]


def test_a_saved_run_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_bytes(b"\xff\xfe")

    code, out, err = command("diff", str(tmp_path), str(tmp_path), "--lang", "en")

    assert (code, out) == (2, "")
    assert "".join(err.split()).startswith("".join(f"error[result-not-read]: {tmp_path}/result.json cannot be read".split()))


def test_a_round_is_run_by_other_rules(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", needs=SUPPORT)
    other = rules(tmp_path, "other/new.toml", OTHER)

    own, again = (json.loads(command("run", str(folder), "--format", "json", *more)[1]) for more in ((), ("--rules", other)))

    assert [run["decisions"][0]["outcome"]["id"] for run in (own, again)] == ["inform", "go-on"]


def test_rules_of_another_time_are_said_on_the_report(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", round=changed(ROUND, "[round]\n", "[round]\ndecided_on = 2018-05-31\n"))
    other = rules(tmp_path, "new.toml", changed(RULES, 'version = "1"\n', 'version = "2"\nvalid_from = 2025-01-01\n'))

    code, out, _ = command("run", str(folder), "--rules", other, "--lang", "en")

    assert code == 0
    assert "NOTE: judged again by rules that are not in force on 2018-05-31. It is not the\ndecision that was made.\n" in out
    assert "Rule set: ours, version 2, in force from 2025-01-01\n" in out


def test_other_rules_that_cannot_be_read_are_told_of_where_they_stand(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round")
    other = rules(tmp_path, "other/new.toml", "[ruleset]\n")

    code, out, err = command("run", str(folder), "--rules", other, "--lang", "en")

    assert (code, out) == (2, "")
    assert err.startswith(f"{tmp_path}/other/new.toml:1:1:")
