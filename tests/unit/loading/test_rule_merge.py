"""Rule sets that extend others: what is replaced, added, taken away, and what is said when it cannot be."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Span
from prioritera.loading.load import load_rules, loads_rules, read_rules
from prioritera.model.condition import Within
from prioritera.model.ruleset import TieBreaker
from prioritera.model.text import Label
from small_rules import RULES, told

HEAD = """\
[ruleset]
id = "theirs"
version = "2"
label = "theirs"
extends = "base.toml"
"""


def write(folder: Path, top: str, **others: str) -> Path:
    for name, text in {"base": RULES, **others}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    path = folder / "top.toml"
    path.write_text(top, encoding="utf-8")
    return path


def test_what_is_not_written_is_inherited(tmp_path: Path) -> None:
    base = RULES.replace('areas = "areas"', 'areas = "areas"\nstatus = "proposal"\nobject = "questions"\nabout = "the base"', 1)

    rules = load_rules(write(tmp_path, HEAD, base=base))

    plain = loads_rules(RULES)
    assert (rules.id, rules.version, rules.label) == ("theirs", "2", Label(sv="theirs", en="theirs"))
    assert (rules.status, rules.object, rules.about) == ("proposal", "questions", None)
    assert (rules.triage, rules.criteria, rules.fields, rules.bands) == (plain.triage, plain.criteria, plain.fields, plain.bands)


def test_the_same_id_replaces_the_whole_rule_where_it_stands(tmp_path: Path) -> None:
    top = HEAD + '\n[[triage.rules]]\nid = "known"\noutcome = "go-on"\n'

    triage = load_rules(write(tmp_path, top)).triage

    assert [(rule.id, rule.then, rule.when) for rule in triage.rules] == [("known", "go-on", ()), ("rest", "go-on", ())]
    assert triage.rules[0].span == Span("top.toml", 7, 1)
    assert triage.rules[1].span == Span("base.toml", 85, 1)


def test_new_rules_stand_where_they_say_in_the_order_they_are_written(tmp_path: Path) -> None:
    rows = [("a", "after", "known"), ("b", "after", "known"), ("c", "before", "rest"), ("d", "before", "known"), ("e", "after", "a")]
    top = HEAD + "".join(f'\n[[triage.rules]]\nid = "{name}"\n{side} = "{other}"\noutcome = "inform"\n' for name, side, other in rows)

    triage = load_rules(write(tmp_path, top)).triage

    assert [rule.id for rule in triage.rules] == ["d", "known", "a", "e", "b", "c", "rest"]


def test_a_replaced_rule_may_move(tmp_path: Path) -> None:
    top = HEAD + '\n[[triage.rules]]\nid = "known"\nafter = "rest"\noutcome = "inform"\n'

    triage = load_rules(write(tmp_path, top)).triage

    assert [rule.id for rule in triage.rules] == ["rest", "known"]


def test_rules_criteria_fields_and_tables_can_be_taken_away(tmp_path: Path) -> None:
    top = (
        HEAD
        + 'remove = { fields = ["class", "kind"], tables = ["class"], criteria = ["spread"] }\n\n[weights]\nshares = { impact = 5 }\n'
        + '\n[triage]\nremove = ["known"]\n'
    )

    rules = load_rules(write(tmp_path, top))

    assert rules.tables == ()
    assert [rule.id for rule in rules.triage.rules] == ["rest"]
    assert [(criterion.id, criterion.weight) for criterion in rules.criteria] == [("impact", 5)]
    assert "kind" not in rules.fields


def test_words_merge_by_id_and_weights_are_replaced_together(tmp_path: Path) -> None:
    top = (
        HEAD
        + '\n[vocabularies.areas]\nterms = [{ id = "youth", label = "the young" }, { id = "all", label = "all" }]\n'
        + '\n[outcomes.inform]\nlabel = "tell"\nlook_again = true\n\n[criteria.cost]\nlabel = "cost"\n'
        + "levels = [{ level = 0, value = 0 }, { level = 1, value = 1 }]\n"
        + "\n[weights]\nshares = { impact = 3, spread = 3, cost = 4 }\n\n[bands]\nall = { least = 0 }\n"
        + '\n[triage]\nhit = "first"\nlabel = "our triage"\n'
    )

    rules = load_rules(write(tmp_path, top))

    assert [(term.id, term.label.en) for term in rules.areas] == [("elderly", "elderly"), ("youth", "the young"), ("all", "all")]
    assert [(outcome.id, outcome.look_again) for outcome in rules.outcomes.values()] == [("go-on", False), ("inform", True)]
    assert [(criterion.id, criterion.weight) for criterion in rules.criteria] == [("impact", 3), ("spread", 3), ("cost", 4)]
    assert [band.id for band in rules.bands] == ["all"]
    assert rules.triage.label == Label(sv="our triage", en="our triage")


def test_a_new_table_needs_no_places(tmp_path: Path) -> None:
    top = (
        HEAD
        + '\n[fields.grade]\nkind = "choice"\nvocabulary = "sizes"\nconcluded = true\nlabel = "grade"\n'
        + '\n[tables.grade]\nconcludes = "grade"\n'
        + '\n[[tables.grade.rules]]\nid = "all"\nthen = "low"\n\n[[tables.class.rules]]\nid = "graded"\nbefore = "others"\nthen = "low"\n'
    )

    rules = load_rules(write(tmp_path, top))

    assert [(table.id, [rule.id for rule in table.rules]) for table in rules.tables] == [
        ("class", ["urgent-ones", "graded", "others"]),
        ("grade", ["all"]),
    ]


def test_a_shipped_rule_set_can_be_extended_from_anywhere(tmp_path: Path) -> None:
    top = HEAD.replace("base.toml", "prioritera:sbu-four") + "\n[weights]\nshares = { prevalence = 1, impact = 2, "
    top += 'economic-consequences = 1, practice-variation = 1 }\ndecided_by = "us"\n'

    rules = load_rules(write(tmp_path, top))

    assert rules.criterion("impact").weight == 2
    assert rules.weights_decided == "us"
    span = rules.triage.rules[0].span
    assert span is not None
    assert span.file == "prioritera:sbu-four.toml"


def test_layers_may_be_many(tmp_path: Path) -> None:
    middle = HEAD.replace("theirs", "middle") + '\n[[triage.rules]]\nid = "known"\noutcome = "go-on"\n'
    top = HEAD.replace("base.toml", "middle.toml") + '\n[[triage.rules]]\nid = "last"\nafter = "rest"\noutcome = "inform"\n'

    triage = load_rules(write(tmp_path, top, middle=middle)).triage

    assert [(rule.id, rule.span.file if rule.span else "") for rule in triage.rules] == [
        ("known", "middle.toml"),
        ("rest", "base.toml"),
        ("last", "top.toml"),
    ]


def test_vocabularies_of_their_own_are_part_of_their_rule_set(tmp_path: Path) -> None:
    words = '[vocabularies.more]\nterms = [{ id = "one", label = "one" }]\n\n[outcomes.ours]\nlabel = "ours"\n'
    top = HEAD + 'vocabularies = ["words.toml"]\n\n[fields.extra]\nkind = "choice"\nvocabulary = "more"\nlabel = "extra"\n'

    rules = load_rules(write(tmp_path, top, words=words))

    assert rules.fields["extra"].words == ("one",)
    assert rules.outcomes["ours"].span == Span("words.toml", 4, 1)


CASES = {
    "unplaced": (
        '\n[[triage.rules]]\nid = "new"\noutcome = "inform"\n',
        (
            'top.toml:8:6: error[rule-not-placed]: the new rule "new" does not say where it stands\n'
            "    why:  under first-hit rules the order decides\n"
            '    mend: write before = "…" or after = "…" with the id of another rule, one of the two'
        ),
    ),
    "placed twice": (
        '\n[[triage.rules]]\nid = "new"\nbefore = "rest"\nafter = "known"\noutcome = "inform"\n',
        (
            'top.toml:8:6: error[rule-not-placed]: the new rule "new" does not say where it stands\n'
            "    why:  under first-hit rules the order decides\n"
            '    mend: write before = "…" or after = "…" with the id of another rule, one of the two'
        ),
    ),
    "beside nothing": (
        '\n[[triage.rules]]\nid = "new"\nbefore = "knwon"\noutcome = "inform"\n',
        (
            'top.toml:9:10: error[unknown-rule]: there is no rule "knwon" to stand beside\n'
            "    why:  the order of the rules decides, so a new rule must have its place\n"
            '    mend: did you mean "known"?'
        ),
    ),
    "removes nothing": (
        '\n[triage]\nremove = ["knwon"]\n',
        (
            'top.toml:8:11: error[remove-unknown]: "knwon" is to be removed from rules, and is not there\n'
            "    why:  what was meant to be removed would still count, unseen\n"
            '    mend: did you mean "known"?'
        ),
    ),
    "removes no table": (
        'remove = { tables = ["clas"], fields = ["x"] }\n',
        (
            'top.toml:6:22: error[remove-unknown]: "clas" is to be removed from tables, and is not there\n'
            "    why:  what was meant to be removed would still count, unseen\n"
            '    mend: did you mean "class"?\n'
            'top.toml:6:41: error[remove-unknown]: "x" is to be removed from fields, and is not there\n'
            "    why:  what was meant to be removed would still count, unseen\n"
            "    mend: write causes, size, kind, wait, urgent, anchoring or class, or take the word away"
        ),
    ),
    "another weight": (
        '\n[criteria.cost]\nlabel = "cost"\nlevels = [{ level = 0, value = 1 }]\n',
        (
            'top.toml:7:1: error[criterion-without-weight]: the criterion "cost" has no weight\n'
            "    why:  a criterion without a weight would drop out of the score, unseen\n"
            "    mend: add cost = 1, or another whole number, to shares under [weights]"
        ),
    ),
    "criterion and field": (
        '\n[fields.spread]\nkind = "flag"\nlabel = "spread"\n',
        (
            'base.toml:97:1: error[duplicate-id]: "spread" is written twice\n'
            "    top.toml:7:1: first written here\n"
            "    why:  only one of them could count, and nobody could see which\n"
            "    mend: give one of them another id, or take it away"
        ),
    ),
}


@pytest.mark.parametrize(("top", "said"), CASES.values(), ids=CASES)
def test_what_cannot_be_merged_is_told_with_its_own_file(tmp_path: Path, top: str, said: str) -> None:
    rules, found = read_rules(write(tmp_path, HEAD + top))

    assert rules is None
    assert told(found) == said


def test_the_same_outcome_in_rule_set_and_vocabulary_is_told_with_both_places(tmp_path: Path) -> None:
    words = '[outcomes.inform]\nlabel = "tell"\n\n[vocabularies.areas]\nterms = [{ id = "x", label = "x" }]\n'
    base = RULES.replace('areas = "areas"', 'areas = "areas"\nvocabularies = ["words.toml"]', 1)

    _, found = read_rules(write(tmp_path, base, words=words))

    assert told(found) == (
        'top.toml:8:1: error[duplicate-id]: "areas" is written twice\n'
        "    words.toml:4:1: first written here\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away\n"
        'top.toml:25:1: error[duplicate-id]: "inform" is written twice\n'
        "    words.toml:1:1: first written here\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away"
    )


def test_a_vocabulary_holds_words_and_nothing_else(tmp_path: Path) -> None:
    base = RULES.replace('areas = "areas"', 'areas = "areas"\nvocabularies = ["words.toml"]', 1)

    _, found = read_rules(write(tmp_path, base, words='[criteria.x]\nlabel = "x"\n'))

    assert told(found, "sv") == (
        "words.toml:1:2: fel[unknown-key]: ”criteria” betyder ingenting här\n"
        "    varför: en nyckel som ingen läser skulle bli utan verkan, utan att någon såg det\n"
        "    åtgärd: skriv någon av outcomes eller vocabularies, eller ta bort den"
    )


def test_rule_sets_that_extend_each_other_are_told_as_a_circle(tmp_path: Path) -> None:
    base = RULES.replace('areas = "areas"', 'areas = "areas"\nextends = "top.toml"', 1)

    _, found = read_rules(write(tmp_path, HEAD, base=base))

    assert told(found) == (
        'base.toml:6:11: error[extends-circle]: "top.toml" extends what it is extended by\n'
        "    top.toml:1:1: this one begins the circle\n"
        "    why:  there would be no first rule set to begin from\n"
        "    mend: take away one of the extends"
    )


def test_a_missing_base_is_told_where_it_is_named(tmp_path: Path) -> None:
    _, found = read_rules(write(tmp_path, HEAD.replace("base.toml", "bas.toml")))

    assert told(found) == (
        'top.toml:5:11: error[file-missing]: there is no file "bas.toml"\n'
        "    why:  what it would have said is not guessed\n"
        '    mend: did you mean "base.toml"?'
    )


BAN = '\n[[forbidden]]\nid = "{name}"\nwhen = {{ wait = {{ min = {least} }} }}\nbecause = "nej"\n'


def test_what_a_base_forbids_stays_forbidden_or_is_forbidden_otherwise(tmp_path: Path) -> None:
    base = RULES + BAN.format(name="slow", least=9) + BAN.format(name="slower", least=8)

    rules = load_rules(write(tmp_path, HEAD + BAN.format(name="slow", least=7) + BAN.format(name="own", least=6), base=base))

    assert [(rule.id, rule.when[0].test) for rule in rules.forbidden] == [
        ("slow", Within(low=7)),
        ("slower", Within(low=8)),
        ("own", Within(low=6)),
    ]


def test_classes_are_those_of_the_uppermost_that_writes_any(tmp_path: Path) -> None:
    base = RULES + '\n[classes]\nfield = "wait"\n'

    assert load_rules(write(tmp_path, HEAD, base=base)).classes == TieBreaker(field="wait")
    assert load_rules(write(tmp_path, HEAD + '\n[classes]\nfield = "size"\n', base=base)).classes == TieBreaker(field="size")
