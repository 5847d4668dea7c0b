"""Hit policies as they are written: what is read, over layers too, and all that is said of what is wrong."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Diagnostic, PrioriteraError, Span
from prioritera.loading.load import load_rules, loads_rules
from prioritera.model.table import Aggregate, Course, Hit, Table, Target
from small_rules import RULES, changed, told
from wrong_cases import Case, assert_told, cases

FIELD = 'kind = "choice"\nvocabulary = "sizes"\nconcluded = true'
HIT = 'concludes = "class"\nhit = "first"'


def wrong(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(PrioriteraError) as raised:
        loads_rules(text, name="r.toml")
    return raised.value.diagnostics


def class_table(policy: str, field: str = FIELD, rules: str = RULES) -> Table:
    text = changed(changed(rules, FIELD, field), HIT, f'concludes = "class"\n{policy}')
    return loads_rules(text).tables[0]


SET = 'kind = "set"\nvocabulary = "sizes"\nconcluded = true'
WHOLE = 'kind = "whole"\nmin = 0\nmax = 3\nconcluded = true'
NUMBERS = changed(changed(RULES, 'then = "high"', "then = 2"), 'then = "low"', "then = 1")
NOTHING = changed(changed(RULES, 'then = "high"\n', ""), 'then = "low"\n', "")


@cases("policies")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case) -> None:
    assert_told(case, lambda: wrong(case.of(RULES)))


@pytest.mark.parametrize("hit", [Hit.FIRST, Hit.UNIQUE, Hit.ANY])
def test_where_one_rule_decides_a_choice_is_concluded(hit: Hit) -> None:
    read = class_table(f'hit = "{hit}"')

    assert (read.hit, read.aggregate, read.order, read.default) == (hit, Aggregate.LIST, (), None)


def test_priority_has_an_order_which_may_name_words_that_no_rule_concludes() -> None:
    read = class_table('hit = "priority"\norder = ["high", "middle", "low"]')

    assert (read.hit, read.order) == (Hit.PRIORITY, ("high", "middle", "low"))


@pytest.mark.parametrize("policy", ['hit = "collect"', 'hit = "collect"\naggregate = "list"', 'hit = "rule-order"'])
def test_what_is_collected_is_a_set(policy: str) -> None:
    read = class_table(policy, SET)

    assert read.collects
    assert not read.counts
    assert [rule.then for rule in read.rules] == ["high", "low"]


def test_output_order_has_an_order() -> None:
    read = class_table('hit = "output-order"\norder = ["low", "high"]', SET)

    assert (read.hit, read.order) == (Hit.OUTPUT_ORDER, ("low", "high"))


@pytest.mark.parametrize("aggregate", [Aggregate.SUM, Aggregate.MIN, Aggregate.MAX])
def test_what_is_made_of_numbers_is_a_number(aggregate: Aggregate) -> None:
    read = class_table(f'hit = "collect"\naggregate = "{aggregate}"', WHOLE, NUMBERS)

    assert (read.hit, read.aggregate, read.counts) == (Hit.COLLECT, aggregate, True)
    assert [rule.then for rule in read.rules] == [2, 1]


def test_rules_that_are_counted_conclude_nothing_by_themselves() -> None:
    read = class_table('hit = "collect"\naggregate = "count"', WHOLE, NOTHING)

    assert [rule.then for rule in read.rules] == ["", ""]


def test_a_default_is_a_rule_without_conditions_whose_id_can_be_left_out() -> None:
    default = '[tables.class.default]\nthen = "middle"\nbecause = "nobody said"\nsource = "p. 1"\nstatus = "proposal"\nask = ["wait"]\n'
    read = class_table(f'hit = "any"\n\n{default}').default

    assert read is not None
    assert (read.id, read.when, read.then, read.ask, read.source, read.status) == (
        "default",
        (),
        "middle",
        ("wait",),
        "p. 1",
        "proposal",
    )
    assert read.because is not None
    assert read.because.sv == "nobody said"
    assert read.span == Span("<text>", 68, 1)


def test_a_default_can_have_an_id_a_number_and_a_course() -> None:
    of_number = class_table('hit = "collect"\naggregate = "count"\ndefault = { id = "none", then = 3 }', WHOLE, NOTHING).default
    rules = loads_rules(changed(RULES, '[destination]\nhit = "first"', '[destination]\nhit = "any"\ndefault = { to = "rss" }'))

    assert of_number is not None
    assert (of_number.id, of_number.then) == ("none", 3)
    assert rules.destination.default is not None
    assert rules.destination.default.then == Course(to=Target(actor="rss"))
    assert rules.destination.all_rules[-1] is rules.destination.default


TOP = '[ruleset]\nid = "top"\nversion = "1"\nlabel = "top"\nextends = "base.toml"\n'


def over(folder: Path, base: str, top: str) -> Path:
    (folder / "base.toml").write_text(base, encoding="utf-8")
    (folder / "top.toml").write_text(TOP + top, encoding="utf-8")
    return folder / "top.toml"


def test_a_layer_above_changes_the_policy_and_leaves_behind_what_goes_with_the_old_one(tmp_path: Path) -> None:
    base = changed(RULES, HIT, 'concludes = "class"\nhit = "priority"\norder = ["high", "low"]')

    read = load_rules(over(tmp_path, base, '\n[tables.class]\nhit = "first"\n')).tables[0]

    assert (read.hit, read.order) == (Hit.FIRST, ())


def test_an_aggregate_is_left_behind_with_its_policy_too(tmp_path: Path) -> None:
    base = changed(changed(NUMBERS, FIELD, WHOLE), HIT, 'concludes = "class"\nhit = "collect"\naggregate = "sum"')
    top = f'\n[fields.class]\n{FIELD}\nlabel = "class"\n\n[tables.class]\nhit = "unique"\n'
    top += '\n[[tables.class.rules]]\nid = "urgent-ones"\nthen = "high"\n\n[[tables.class.rules]]\nid = "others"\nthen = "low"\n'

    read = load_rules(over(tmp_path, base, top)).tables[0]

    assert (read.hit, read.aggregate) == (Hit.UNIQUE, Aggregate.LIST)


def test_an_order_that_a_layer_writes_itself_must_go_with_the_policy(tmp_path: Path) -> None:
    with pytest.raises(PrioriteraError) as raised:
        load_rules(over(tmp_path, RULES, '\n[tables.class]\norder = ["high", "low"]\n'))

    assert told(raised.value.diagnostics).splitlines()[0] == (
        'top.toml:8:9: error[order-not-ranked]: the table "class" says the order of its conclusions, and its hit policy is "first"'
    )


def test_without_a_policy_a_table_is_first_and_its_order_is_told() -> None:
    text = changed(RULES, HIT, 'concludes = "class"\norder = ["high", "low"]')

    found = wrong(text)

    assert [one.code for one in found] == ["order-not-ranked"]
    assert class_table("").hit is Hit.FIRST


def test_a_default_of_a_layer_above_replaces_the_whole_of_the_old_one(tmp_path: Path) -> None:
    base = changed(RULES, '[triage]\nhit = "first"', '[triage]\nhit = "first"\ndefault = { outcome = "inform", source = "p. 1" }')

    read = load_rules(over(tmp_path, base, '\n[triage.default]\noutcome = "go-on"\n')).triage.default

    assert read is not None
    assert (read.then, read.source) == ("go-on", "")
