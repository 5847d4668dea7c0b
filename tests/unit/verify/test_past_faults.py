"""What is told of a rule set with faults that stop it from being read: what holds however they are mended, and nothing else."""

from pathlib import Path

import attrs
import pytest

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.loading.document import document_of
from prioritera.loading.load import read_rules_past_faults
from prioritera.loading.past_faults import read_past_faults
from prioritera.model.table import Hit
from prioritera.model.tentative import Tentative
from prioritera.verify import past_faults
from prioritera.verify.past_faults import check_past_faults
from small_rules import RULES, changed, told


def tentative(*changes: tuple[str, str]) -> Tentative:
    text = RULES
    for old, new in changes:
        text = changed(text, old, new)
    document = document_of(text, "rules.toml", None, Faults())
    assert document is not None
    found = read_past_faults(document)[0]
    assert found is not None
    return found


def over(folder: Path, written: str, *changes: tuple[str, str]) -> Tentative:
    """Rules that extend the small ones, changed, and say something of their own about the table of classes."""
    before = RULES
    for old, new in changes:
        before = changed(before, old, new)
    (folder / "rules.toml").write_text(before, encoding="utf-8")
    head = '[ruleset]\nid = "own"\nversion = "1"\nlabel = { sv = "egen", en = "own" }\nextends = "rules.toml"\n\n'
    (folder / "own.toml").write_text(f"{head}[tables.class]\n{written}", encoding="utf-8")
    found = read_rules_past_faults(folder / "own.toml")[1]
    assert found is not None
    return found


def proved(*changes: tuple[str, str]) -> list[tuple[object, object]]:
    """Code and table, or rule, of what is found."""
    return [shown(one) for one in check_past_faults(tentative(*changes))]


def shown(found: Diagnostic) -> tuple[object, object]:
    return found.code, found.params.get("rule", found.params.get("table", found.params.get("criterion")))


# Loading faults, each settled by its message or not, and faults that only proofs find.
SETTLED = ('then = "high"', 'then = "hihg"')
UNREAD = ("when = { urgent = true }", "when = { zqxj = true }")
UNSAID = ('then = "high"', 'then = "zqxj"')
GAP = ('id = "others"\nthen = "low"', 'id = "others"\nwhen = { urgent = false }\nthen = "low"')
DEAD = ('[triage]\nhit = "first"', '[[tables.class.rules]]\nid = "late"\nthen = "middle"\n\n[triage]\nhit = "first"')
NEVER = (
    'id = "rest"',
    'id = "never"\nwhen = { causes = { all = ["gap"], none = ["gap"] } }\noutcome = "inform"\n\n[[triage.rules]]\nid = "rest"',
)
LATER_GAP = ('id = "back"\n', 'id = "back"\nwhen = { outcome = ["inform", "fact-needed"], wait = { max = 5 } }\n')
READS_CLASS = ("wait = { min = 3 }", 'class = "high"')


def test_what_the_messages_settle_lets_everything_be_proved_and_that_is_said() -> None:
    note, gap = check_past_faults(tentative(SETTLED, GAP))

    assert told((note,)) == (
        "rules.toml: note[proved-as-mended]: what the proofs found is told as if the other faults were mended the way their messages say\n"
        "    why:  so that everything that is wrong comes in one run\n"
        "    mend: mend the other faults too; if you mend one in another way, check again"
    )
    assert (shown(gap), str(gap.span)) == (("table-gap", "class"), "rules.toml:64:1")


def test_where_the_proofs_find_nothing_nothing_is_said() -> None:
    assert check_past_faults(tentative(SETTLED)) == ()


def test_a_rule_that_could_not_be_read_hides_a_gap_but_makes_none() -> None:
    found = check_past_faults(tentative(UNREAD, GAP))

    assert told(found) == (
        'rules.toml:64:1: note[table-proved-in-part]: table "class" is proved only in part: '
        "the conditions of urgent-ones could not be read\n"
        "    why:  a rule that cannot be read may take needs that now seem to be taken by none, or by another\n"
        "    mend: mend the faults in those rules and check again"
    )


def test_what_is_a_gap_whatever_the_unread_rule_will_be_is_told() -> None:
    only_high = ("when = { urgent = true }", "when = { urgent = true, zqxj = 1 }")

    assert proved(only_high, GAP) == [("table-gap", "class"), ("table-proved-in-part", "class")]


def test_what_is_wrong_with_the_other_rules_of_a_table_is_told() -> None:
    assert proved(UNREAD, DEAD) == [("table-proved-in-part", "class"), ("rule-dead", "late")]


def test_an_unread_rule_makes_no_other_rule_dead() -> None:
    twice = ('id = "others"\n', 'id = "between"\nwhen = { urgent = true }\nthen = "high"\n\n[[tables.class.rules]]\nid = "others"\n')

    assert proved(UNREAD, twice) == [("table-proved-in-part", "class")]


def test_a_table_of_which_no_rule_could_be_read_is_proved_in_no_part() -> None:
    none = ('id = "others"\n', 'id = "others"\nwhen = { zqxj = true }\n')

    assert proved(UNREAD, none) == [("table-proved-in-part", "class")]


def test_what_is_not_known_of_one_table_keeps_no_other_waiting() -> None:
    assert proved(UNREAD, NEVER) == [("table-proved-in-part", "class"), ("rule-contradiction", "never")]


@pytest.mark.parametrize("change", [UNREAD, ('hit = "first"\n\n[[tables.class.rules]]', 'hit = "zqxj"\n\n[[tables.class.rules]]')])
def test_a_table_that_reads_what_an_unproved_one_concludes_waits_and_so_does_what_reads_it(change: tuple[str, str]) -> None:
    waiting = [one for one in proved(change, READS_CLASS, NEVER, LATER_GAP) if one[1] != "class"]

    assert waiting == [("table-waits", "triage"), ("table-waits", "destination")]


def test_a_table_that_was_left_out_waits_without_a_place() -> None:
    found = check_past_faults(tentative(('concludes = "class"', 'concludes = "zqxj"')))

    assert told(found) == (
        'rules.toml: note[table-waits]: table "class" is not proved until the faults are mended\n'
        "    why:  something in it, or that it reads, could not be read, and a proof on guesses would prove nothing\n"
        "    mend: mend the faults and check again"
    )


@pytest.mark.parametrize("order", ['["high", "middle"]', '["high", "low", "high"]', "[]"])
def test_a_table_that_was_left_out_and_stands_in_the_rule_set_before_waits_once_where_that_has_it(tmp_path: Path, order: str) -> None:
    found = over(tmp_path, f'hit = "priority"\norder = {order}\n')

    assert told(check_past_faults(found)) == (
        'rules.toml:64:1: note[table-waits]: table "class" is not proved until the faults are mended\n'
        "    why:  something in it, or that it reads, could not be read, and a proof on guesses would prove nothing\n"
        "    mend: mend the faults and check again"
    )


def test_nothing_is_proved_of_the_table_that_one_which_was_left_out_takes_the_place_of(tmp_path: Path) -> None:
    found = over(tmp_path, 'hit = "priority"\n', GAP, READS_CLASS, LATER_GAP)

    assert found.left_out == ("class",)
    assert [shown(one) for one in check_past_faults(found)] == [
        ("table-waits", "class"),
        ("table-waits", "triage"),
        ("table-waits", "destination"),
    ]


def test_a_conclusion_that_could_not_be_read_leaves_its_own_table_proved() -> None:
    assert proved(UNSAID, GAP) == [("table-gap", "class")]


def test_what_is_found_of_a_later_table_whatever_is_concluded_is_told() -> None:
    unsaid = ('outcome = "inform"', 'outcome = "zqxj"')
    dead = ('id = "back"\nto = "origin"\n', 'id = "back"\nto = "origin"\n\n[[destination.rules]]\nid = "late"\nto = "origin"\n')

    assert proved(unsaid, dead) == [("table-waits", "destination"), ("rule-dead", "late")]


def test_a_gap_that_hangs_on_what_is_concluded_is_not_told() -> None:
    assert proved(('outcome = "inform"', 'outcome = "zqxj"'), LATER_GAP) == [("table-waits", "destination")]


def test_an_unread_table_that_hangs_on_an_unsaid_conclusion_is_not_proved_in_part() -> None:
    unread = ('causes = { any = ["support"] }, wait = { min = 3 }', 'zqxj = 1, class = "high"')

    assert proved(UNSAID, unread, NEVER) == [("table-waits", "triage"), ("table-waits", "destination")]


def test_too_many_ways_to_conclude_are_not_tried() -> None:
    rules = "".join(f'[[tables.class.rules]]\nid = "r{at}"\nwhen = {{ wait = {at} }}\nthen = "zqxj"\n\n' for at in range(4))
    many = ('[[tables.class.rules]]\nid = "others"', f'{rules}[[tables.class.rules]]\nid = "others"')
    both = ('when = { causes = { any = ["support"] }, wait = { min = 3 } }', 'when = { class = ["high", "low", "middle"], wait = 4 }')

    assert proved(many, both, ('id = "rest"\n', 'id = "rest"\nwhen = { urgent = true }\n')) == [
        ("table-waits", "triage"),
        ("table-waits", "destination"),
    ]


def test_where_outcomes_are_not_known_the_destination_waits() -> None:
    assert proved(("ranked = true", "ranked = 7"), LATER_GAP) == [("table-waits", "destination")]


def test_a_conclusion_matters_to_its_own_table_under_other_hit_policies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past_faults, "_BY_CONDITIONS", frozenset({Hit.UNIQUE}))

    assert proved(UNSAID, GAP) == [("table-waits", "class")]


@pytest.mark.parametrize(
    ("change", "told_too"),
    [
        (
            SETTLED,
            [
                ("proved-as-mended", None),
                ("band-unreached", None),
                ("band-unreached", None),
                ("criterion-powerless", "impact"),
                ("scale-against-direction", "spread"),
            ],
        ),
        (UNREAD, [("table-proved-in-part", "class"), ("scale-against-direction", "spread")]),
    ],
)
def test_of_criteria_only_what_hangs_on_nothing_else_is_told(change: tuple[str, str], told_too: list[tuple[object, object]]) -> None:
    falling = ("{ from = 10, value = 2 }", "{ from = 10, value = 2 }, { from = 20, value = 1 }")
    powerless = ("{ at = 0, value = 0,", "{ at = 0, value = 3,")

    assert proved(change, falling, powerless) == told_too


def test_what_hangs_on_scores_is_told_where_every_score_is_known() -> None:
    unscored = ('id = "to-agency"\nwhen = {', 'id = "to-agency"\nwhen = { score = { min_share = "0.95", below_share = "1" },')

    assert ("rule-unscored", "to-agency") in proved(SETTLED, unscored)
    assert proved(("shares = { impact = 2,", "shares = { impact = true,"), unscored) == []


def test_a_rule_set_without_a_place_is_told_of_without_one() -> None:
    found = tentative(SETTLED, GAP)
    nowhere = attrs.evolve(found, rules=attrs.evolve(found.rules, span=None))

    assert [str(one.span) for one in check_past_faults(nowhere) if one.code == "proved-as-mended"] == ["None"]


def test_nothing_hangs_on_the_days_that_the_rules_are_in_force() -> None:
    reversed_days = ('version = "1"', 'version = "1"\nvalid_from = 2025-01-01\nvalid_to = 2024-01-01')

    assert ("table-gap", "class") in proved(reversed_days, GAP)
    assert proved(reversed_days) == []
