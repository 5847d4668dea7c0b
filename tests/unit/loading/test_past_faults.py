"""What is read past each kind of fault: what is mended, what is left out and marked, and when too much is lost."""

from pathlib import Path

import attrs
import pytest

from prioritera.diagnostics import Faults
from prioritera.loading import past_faults
from prioritera.loading.document import Document, document_of
from prioritera.loading.files import Files
from prioritera.loading.past_faults import read_past_faults
from prioritera.loading.rule_set import read_rule_set
from prioritera.model.meaning import meaning_hash
from prioritera.model.tentative import Tentative
from small_rules import RULES, changed

SOUND = read_rule_set(document_of(RULES, "rules.toml", None, Faults()), Faults())  # type: ignore[arg-type]  # it is sound


def document(text: str, files: Files | None = None) -> Document:
    found = document_of(text, "rules.toml", files, Faults())
    assert found is not None
    return found


def past(*changes: tuple[str, str], text: str = RULES) -> tuple[Tentative | None, list[str]]:
    """What is read past the faults that the changes make, and the codes of the faults."""
    for old, new in changes:
        text = changed(text, old, new)
    tentative, found = read_past_faults(document(text))
    return tentative, [one.code for one in found]


def marks(tentative: Tentative | None) -> dict[str, object]:
    """What is not known of a tentative rule set, without what is."""
    assert tentative is not None
    names = [field.name for field in attrs.fields(Tentative) if field.name != "rules"]
    return {name: getattr(tentative, name) for name in names if getattr(tentative, name)}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('kind = "flag"', 'kind = "flagg"', "unknown-value"),
        ("wait = { min = 3 }", "wiat = { min = 3 }", "unknown-field"),
        ('any = ["support"]', 'any = ["suport"]', "unknown-word"),
        ('then = "high"', 'then = "hihg"', "unknown-conclusion"),
        ('outcome = "inform"', 'outcom = "inform"', "unknown-key"),
        ('concludes = "class"', 'concludes = "clas"', "not-concluded"),
        ("shares = { impact = 2", "shares = { impct = 2", "weight-without-criterion"),
        ("min = 0\nmax = 9", 'min = 0\nmax = "9"', "not-a-whole"),
        ("wait = { min = 3 }", 'wait = { min = "3" }', "not-a-whole"),
        ("urgent = true }", 'urgent = "true" }', "test-for-flag"),
        ('empty = false\nlabel = { sv = "orsak", en = "cause" }', 'empty = "false"\nlabel = "orsak"', "not-a-flag"),
    ],
)
def test_what_the_message_settles_gives_the_rule_set_that_was_meant(old: str, new: str, code: str) -> None:
    tentative, codes = past((old, new))

    assert marks(tentative) == {"assumed": True}
    assert tentative is not None
    assert meaning_hash(tentative.rules) == meaning_hash(SOUND)
    assert code in codes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('label = { sv = "klass", en = "class" }', "label = 7", "not-a-text"),
        ('label = { sv = "klass", en = "class" }', "", "missing-key"),
        ('label = { sv = "klass", en = "class" }', 'label = { sv = "klass" }', "missing-key"),
        ('version = "1"', "version = 1", "not-a-text"),
        ('id = "others"\n', "", "missing-key"),
        ('id = "others"', 'id = "Övriga"', "bad-id"),
        ('id = "others"', 'id = "urgent-ones"', "duplicate-id"),
        ('id = "others"', 'id = "Ö Ö"\nsource = 7', "bad-id"),
    ],
)
def test_what_no_table_hangs_on_is_mended_in_any_way(old: str, new: str, code: str) -> None:
    tentative, codes = past((old, new))

    assert marks(tentative) == {"assumed": True}
    assert code in codes


def test_an_id_that_is_given_anew_is_no_other_rules() -> None:
    second = '\n[[tables.class.rules]]\nid = "urgent-ones"\nthen = "low"\n'

    tentative, _ = past(('id = "others"', 'id = "urgent-ones"'), ("\n[triage]", f"{second}{second}\n[triage]"))

    assert tentative is not None
    assert [rule.id for rule in tentative.rules.tables[0].rules] == ["urgent-ones", "urgent-ones-2", "urgent-ones-3", "urgent-ones-4"]


def test_a_total_and_a_step_are_mended_with_what_the_message_names() -> None:
    tentative, codes = past(
        ("shares = { impact = 2, spread = 1 }", "shares = { impact = 2, spread = 1 }\ntotal = 7"), ("{ at = 3,", "{ at = 3.2,")
    )

    assert codes == ["off-step", "weights-total"]
    assert marks(tentative) == {"assumed": True}
    assert tentative is not None
    assert (tentative.rules.weights_total, tentative.rules.criteria[0].high) == (3, 6)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("wait = { min = 3 }", "zqxj = { min = 3 }", {"conditions": {("triage", "known")}}),
        ("wait = { min = 3 }", "wait = { min = 99 }", {"conditions": {("triage", "known")}}),
        ('when = { causes = { any = ["support"] }, wait = { min = 3 } }', "when = 7", {"conditions": {("triage", "known")}}),
        ("when = { urgent = true }", "zqxj = { urgent = true }", {"conditions": {("class", "urgent-ones")}}),
        ("when = { urgent = true }", "when = { urgent = true }\nzqxj = 1", {}),
        ("when = { urgent = true }", "when = { urgent = true }\nsource = true", {}),
        ("when = { urgent = true }", 'when = { urgent = true }\nask = ["zqxj"]', {}),
        ('then = "high"', 'then = "zqxj"', {"conclusions": {("class", "urgent-ones")}}),
        ('then = "high"', "", {"conclusions": {("class", "urgent-ones")}}),
        ('outcome = "inform"', 'outcome = "zqxj"', {"conclusions": {("triage", "known")}}),
        ('outcome = "inform"', "", {"conclusions": {("triage", "known")}}),
        ('to = "agency"', "to = 7", {"conclusions": {("destination", "to-agency")}}),
        ('to = "agency"', 'to = "agency"\nvia = [7]', {}),
        ('[triage]\nhit = "first"', '[triage]\nhit = "zqxj"', {"tables": {"triage"}}),
        ('[tables.class]\nconcludes = "class"', '[tables.class]\nzqxj = 1\nconcludes = "class"', {}),
        ('[triage]\nhit = "first"', '[triage]\nhit = "first"\nzqxj = 1', {}),
        ('[triage]\nhit = "first"', '[triage]\nhit = "first"\nzqxj = { a = 1 }', {"tables": {"triage"}}),
        ('kind = "flag"', 'kind = "zqxj"', {"conditions": {("class", "urgent-ones")}}),
        ('kind = "flag"', 'kind = "flag"\nsource = 1.5', {}),
        ('kind = "flag"', 'kind = "flag"\nzqxj = 1', {}),
        ("empty = false", "zqxj = false", {"conditions": {("triage", "known")}}),
        ("empty = false", "empty = false\nzqxj = 1", {}),
        ('concludes = "class"', 'concludes = "zqxj"', {"left_out": ("class",)}),
        ("concluded = true", "concluded = 7", {"left_out": ("class",)}),
        ('step = "1/2"', 'step = "zqxj"', {"scores": True}),
        ('step = "1/2"', 'step = "1/2"\npanel = 7', {"scores": True}),
        ('step = "1/2"', 'step = "1/2"\nzqxj = 7', {"scores": True}),
        ('step = "1/2"', 'step = "1/2"\nzqxj = { at = 7 }', {"scores": True, "outcomes": True}),
        ('step = "1/2"', 'step = "zqxj"\nminimum = { at = 1, outcome = "inform" }', {"scores": True, "outcomes": True}),
        (", spread = 1 }", " }", {"scores": True}),
        (", spread = 1 }", ", spread = 0 }", {"scores": True}),
        (", spread = 1 }", ", spread = 1 }\ndecided_on = 7", {"scores": True}),
        ("shares = { impact = 2, spread = 1 }", "shares = 7", {"scores": True}),
        ("shares = { impact = 2, spread = 1 }", "", {"scores": True}),
        ("[weights]\nshares = { impact = 2, spread = 1 }", "", {"scores": True}),
        ('b = { least = "1/3" }', 'b = { least = "zqxj" }', {"scores": True}),
        ("ranked = true", "ranked = 7", {"outcomes": True}),
        ('id = "ours"\n', "", {}),
        ('id = "ours"', 'id = "Vår"', {}),
        ('version = "1"', 'version = "1"\nobject = true', {}),
        ('version = "1"', 'version = "1"\nzqxj = true', {}),
        ("[ruleset]\n", "zqxj = 1\n\n[ruleset]\n", {}),
        ('[[tables.class.rules]]\nid = "others"', '[[tables.class.rule]]\nid = "others"', {"tables": {"class"}}),
    ],
)
def test_what_no_message_settles_is_left_out_and_marked(old: str, new: str, marked: dict[str, object]) -> None:
    tentative, codes = past((old, new))

    assert codes
    assert {key: value for key, value in marks(tentative).items() if key != "assumed"} == marked


def test_the_field_of_a_table_that_is_left_out_goes_with_it() -> None:
    tentative, _ = past(('concludes = "class"', 'concludes = "zqxj"'), ("wait = { min = 3 }", 'class = "high"'))

    assert marks(tentative) == {"left_out": ("class",), "conditions": {("triage", "known")}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('areas = "areas"', 'areas = "zqxj"'),
        ('id = "elderly"', "id = 7.5"),
        ("[outcomes.inform]", "[outcomes.merged]"),
        ('[[triage.rules]]\nid = "rest"', '[[triage.rules]]\nbefore = "known"\nid = "rest"'),
        ('[triage]\nhit = "first"', '[triage]\nremove = ["zqxj"]\nhit = "first"'),
        ('[destination]\nhit = "first"', '[zqxj]\nhit = "first"'),
        ('[[triage.rules]]\nid = "rest"', '[[traige.rules]]\nid = "rest"'),
        ('[[triage.rules]]\nid = "rest"', '[zqxj]\nid = "rest"'),
        ('areas = "areas"', 'areas = "areas"\nvocabularies = ["finns-inte.toml"]'),
        ('areas = "areas"', 'areas = "areas"\nextends = "prioritera:zqxj"'),
    ],
)
def test_where_too_much_hangs_on_a_fault_nothing_is_read_past_it(old: str, new: str) -> None:
    text = changed(RULES, old, new).replace(
        "[[destination.rules]]", "[[zqxj.rules]]" if new.startswith("[zqxj]") else "[[destination.rules]]"
    )

    tentative, codes = past(text=text)

    assert tentative is None
    assert codes


def test_a_chain_of_which_no_conclusion_can_be_read_is_lost() -> None:
    assert past(('then = "high"', ""), ('then = "low"', ""))[0] is None


def test_a_list_of_rules_with_something_else_in_it_takes_its_table_with_it() -> None:
    head, _, rest = RULES.partition("[tables.class]")
    table = '[tables.class]\nconcludes = "class"\nrules = [7, { id = "others", then = "low" }]\n\n'

    tentative, codes = past(text=f"{head}{table}{rest[rest.index('[triage]') :]}")

    assert (marks(tentative), codes) == ({"left_out": ("class",)}, ["not-a-table"])


def test_faults_in_another_file_are_not_read_past(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[vocabularies.more]\nterms = [{ id = "a" }]\n', encoding="utf-8")
    text = changed(RULES, 'areas = "areas"', 'areas = "areas"\nvocabularies = ["words.toml"]')

    tentative, found = read_past_faults(document(text, Files(tmp_path)))

    assert (tentative, [one.code for one in found]) == (None, ["missing-key"])


def test_what_a_mend_brings_to_light_is_told_in_the_same_run() -> None:
    _, codes = past(('kind = "flag"', 'kind = "flagg"'), ("urgent = true }", "urgent = 7 }"))

    assert codes == ["unknown-value", "test-for-flag"]


def test_what_a_wrong_guess_would_bring_is_not_told() -> None:
    text = changed(RULES, "[fields.causes]", "[fields.zqxj]")

    assert past(text=text)[1] == ["unknown-field"]


def test_a_key_is_not_renamed_to_one_that_is_there() -> None:
    tentative, codes = past(("wait = { min = 3 }", "wait = { min = 3 }, wiat = { min = 4 }"))

    assert (marks(tentative), codes) == ({"conditions": {("triage", "known")}}, ["unknown-field"])


def test_faults_inside_what_was_mended_whole_are_mended_with_it() -> None:
    tentative, codes = past(('label = { sv = "klass", en = "class" }', 'label = { sv = 7, zqxj = "class" }'))

    assert (marks(tentative), codes) == ({"assumed": True}, ["missing-key", "not-a-text", "unknown-key"])


def test_reading_past_faults_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past_faults, "MOST_ROUNDS", 0)

    assert past(('kind = "flag"', 'kind = "flagg"')) == (None, ["unknown-value"])


def test_the_data_of_the_document_are_left_as_they_were() -> None:
    found = document(changed(RULES, 'kind = "flag"', 'kind = "flagg"'))
    before = repr(found.data)

    read_past_faults(found)

    assert repr(found.data) == before


DOMAINS = "domains = { one = { weight = 2, shares = { impact = 1 } }, two = { weight = 1, shares = { spread = 1 } } }"
SHARES = "shares = { impact = 2, spread = 1 }"


@pytest.mark.parametrize(
    ("old", "new", "code", "mark"),
    [
        (SHARES, DOMAINS.replace("weight = 2", "weight = 0"), "number-too-small", "scores"),
        (SHARES, DOMAINS.replace("spread = 1", "spraed = 1"), "weight-without-criterion", "assumed"),
        (SHARES, DOMAINS.replace("spread = 1", "impact = 1"), "criterion-in-two-domains", "scores"),
        (SHARES, DOMAINS + "\n" + SHARES, "weights-twice", "scores"),
        ("[bands]\n", '[classes]\nfield = "kind"\n\n[bands]\n', "tie-breaker-unordered", "scores"),
        ("[bands]\n", '[[forbidden]]\nid = "x"\nwhen = { wait = { min = "9" } }\nbecause = "nej"\n\n[bands]\n', "not-a-whole", "assumed"),
    ],
)
def test_weights_classes_and_what_is_forbidden_are_mended_or_left_out_whole(old: str, new: str, code: str, mark: str) -> None:
    tentative, codes = past((old, new))

    assert code in codes
    assert marks(tentative) == {mark: True}


def test_without_criteria_a_fault_in_the_classes_leaves_nothing() -> None:
    start, end = RULES.index("[criteria.impact]"), RULES.index("[destination]")

    tentative, codes = past(text=RULES[:start] + '[classes]\nfield = "kind"\n\n' + RULES[end:])

    assert (tentative, codes) == (None, ["tie-breaker-unordered"])
