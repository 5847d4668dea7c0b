"""Rule sets from text: what is read, and all that is said of what is wrong."""

from fractions import Fraction

import pytest

from prioritera.diagnostics import Diagnostic, PrioriteraError, Span
from prioritera.loading.load import loads_rules
from prioritera.methods.scales import Bins, Log, Points
from prioritera.model.bar import Bar
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Cap, Criterion, Level, Minimum, PanelRule
from prioritera.model.field import Field, Kind, Term
from prioritera.model.field import Origin as From
from prioritera.model.ruleset import Band, RuleSet, TieBreaker
from prioritera.model.table import Also, Course, Hit, Target, Waypoint
from prioritera.model.text import Label
from small_rules import RULES, changed, told
from wrong_cases import Case, assert_told, cases


def wrong(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(PrioriteraError) as raised:
        loads_rules(text, name="r.toml")
    return raised.value.diagnostics


def with_change(old: str, new: str) -> RuleSet:
    return loads_rules(changed(RULES, old, new))


@cases("rules")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case) -> None:
    assert_told(case, lambda: wrong(case.of(RULES)))


def test_every_fault_is_told_at_once() -> None:
    text = changed(changed(RULES, "{ urgent = true }", "{ urgnet = true }"), "spread = 1 }", "spraed = 1 }")

    found = wrong(text)

    assert [diagnostic.code for diagnostic in found] == ["unknown-field", "criterion-without-weight", "weight-without-criterion"]


def test_the_error_reads_as_all_its_faults() -> None:
    with pytest.raises(PrioriteraError) as raised:
        loads_rules(changed(RULES, "{ urgent = true }", "{ urgnet = true }"), name="r.toml")

    assert str(raised.value) == told(raised.value.diagnostics)


def test_a_rule_set_is_read_whole() -> None:
    rules = loads_rules(RULES)

    assert (rules.id, rules.version, rules.label) == ("ours", "1", Label(sv="vår", en="ours"))
    assert [term.id for term in rules.areas] == ["elderly", "youth"]
    assert list(rules.outcomes) == ["go-on", "inform"]
    assert rules.outcomes["go-on"].ranked
    assert not rules.outcomes["inform"].ranked
    assert [table.id for table in rules.all_tables] == ["class", "triage", "destination"]
    assert [criterion.id for criterion in rules.criteria] == ["impact", "spread"]
    assert rules.weight_sum == 3
    assert rules.list_key == ("area", "destination")
    assert (rules.min_known, rules.propose_leaving_out_above) == (Fraction(0), Fraction(1))
    assert rules.span == Span("<text>", 1, 1)


def test_fields_of_every_kind_are_read() -> None:
    fields = loads_rules(RULES).fields

    terms = (Term(id="gap", label=Label(sv="lucka", en="gap")), Term(id="support", label=Label(sv="stöd saknas", en="support missing")))
    assert fields["causes"] == Field(id="causes", kind=Kind.SET, terms=terms, may_be_empty=False, label=Label(sv="orsak", en="cause"))
    assert fields["size"].ordered
    assert fields["size"].words == ("low", "middle", "high")
    assert (fields["wait"].kind, fields["wait"].low, fields["wait"].high) == (Kind.WHOLE, 0, 9)
    assert fields["urgent"].kind is Kind.FLAG
    assert (fields["class"].origin, fields["anchoring"].origin) == (From.CONCLUSION, From.DERIVED)
    assert fields["causes"].span == Span("<text>", 27, 1)


def test_area_and_outcome_are_fields_of_every_rule_set() -> None:
    fields = loads_rules(RULES).fields

    assert fields["area"].origin is From.FACT
    assert fields["area"].words == ("elderly", "youth")
    assert fields["area"].label == Label(sv="område", en="area")
    assert fields["outcome"].origin is From.CONCLUSION
    assert fields["outcome"].words == ("go-on", "inform", "fact-needed")


def test_a_measure_gives_its_kind_bounds_and_words() -> None:
    more = '[fields.reach]\nderived = "highest-level"\nkind = "choice"\nlabel = "reach"\n\n[fields.anchoring]'

    fields = with_change("[fields.anchoring]", more).fields

    assert (fields["anchoring"].kind, fields["anchoring"].low, fields["anchoring"].high) == (Kind.WHOLE, 0, 5)
    assert (fields["anchoring"].measure, fields["anchoring"].terms) == ("anchoring-level", ())
    assert fields["reach"].ordered
    assert fields["reach"].words == ("local", "sub-regional", "regional", "national")
    assert fields["reach"].label == Label(sv="reach", en="reach")


def test_a_vocabulary_labels_the_words_of_a_measure_in_the_order_of_the_measure() -> None:
    reach = ", ".join(f'{{ id = "{word}", label = "the {word}" }}' for word in ("national", "local", "regional", "sub-regional"))
    levels = ", ".join(f'{{ id = "l{number}", label = "level {number}" }}' for number in range(6))
    more = f"""[vocabularies.reach]
terms = [{reach}]

[vocabularies.levels]
terms = [{levels}]

[fields.reach]
derived = "highest-level"
vocabulary = "reach"
label = "reach"

[fields.anchoring]
vocabulary = "levels"
"""

    fields = with_change("[fields.anchoring]\n", more).fields

    assert fields["reach"].words == ("local", "sub-regional", "regional", "national")
    assert fields["reach"].term("national").label == Label(sv="the national", en="the national")
    assert fields["anchoring"].words == ("l0", "l1", "l2", "l3", "l4", "l5")


def test_a_whole_number_may_have_words_for_people() -> None:
    fields = with_change("min = 0\nmax = 9", 'min = 1\nmax = 3\nvocabulary = "sizes"\nfind_out = false\nquestion = "how long?"').fields

    assert fields["wait"].words == ("low", "middle", "high")
    assert not fields["wait"].find_out
    assert fields["wait"].question == Label(sv="how long?", en="how long?")


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ('kind = "gap"', Condition(field="kind", test=OneOf(["gap"]))),
        ('kind = ["gap", "support"]', Condition(field="kind", test=OneOf(["gap", "support"]))),
        ('kind = { in = ["gap"], missing = true }', Condition(field="kind", test=OneOf(["gap"]), missing=True)),
        ("kind = { missing = true }", Condition(field="kind", missing=True)),
        ("urgent = false", Condition(field="urgent", test=OneOf([False]))),
        ("urgent = [true, false]", Condition(field="urgent", test=OneOf([True, False]))),
        ("urgent = { in = [true], missing = true }", Condition(field="urgent", test=OneOf([True]), missing=True)),
        ("wait = 3", Condition(field="wait", test=Within(3, 3))),
        ("wait = { min = 3 }", Condition(field="wait", test=Within(3, None))),
        ("wait = { min = 2, max = 4, missing = true }", Condition(field="wait", test=Within(2, 4), missing=True)),
        ("anchoring = { max = 2 }", Condition(field="anchoring", test=Within(None, 2))),
        ('size = { min = "middle" }', Condition(field="size", test=Within(1, None))),
        ('size = { max = "middle" }', Condition(field="size", test=Within(None, 1))),
        ('size = { in = ["low"] }', Condition(field="size", test=OneOf(["low"]))),
        ('causes = { any = ["gap"] }', Condition(field="causes", test=SetTest(any=frozenset(["gap"])))),
        (
            'causes = { all = ["gap"], none = ["support"], missing = true }',
            Condition(field="causes", test=SetTest(all=frozenset(["gap"]), none=frozenset(["support"])), missing=True),
        ),
        ('causes = { only = "gap" }', Condition(field="causes", test=SetTest(only=frozenset(["gap"])))),
        ('area = "elderly"', Condition(field="area", test=OneOf(["elderly"]))),
        ('class = "low"', Condition(field="class", test=OneOf(["low"]))),
    ],
)
def test_conditions_are_read_as_they_are_meant(written: str, condition: Condition) -> None:
    rules = with_change('{ causes = { any = ["support"] }, wait = { min = 3 } }', f"{{ {written} }}")

    assert rules.triage.rules[0].when == (condition,)


def test_a_word_called_none_is_a_word_as_any_other() -> None:
    text = changed(RULES, '{ id = "gap", label', '{ id = "none", label')

    rules = loads_rules(changed(text, 'any = ["support"]', 'any = ["none"]'))

    assert rules.triage.rules[0].when[0] == Condition(field="causes", test=SetTest(any=frozenset(["none"])))


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ('outcome = ["go-on", "fact-needed"]', Condition(field="outcome", test=OneOf(["go-on", "fact-needed"]))),
        ('score = { min_share = "2/3" }', Condition(field="score", test=ShareOfScore(Fraction(2, 3), None))),
        (
            'score = { min_share = 0.25, below_share = "1/2" }',
            Condition(field="score", test=ShareOfScore(Fraction(1, 4), Fraction(1, 2))),
        ),
        ('band = "a"', Condition(field="score", test=ShareOfScore(Fraction(2, 3), None))),
        ('band = "b"', Condition(field="score", test=ShareOfScore(Fraction(1, 3), Fraction(2, 3)))),
        ('band = ["c", "b"]', Condition(field="score", test=ShareOfScore(Fraction(0), Fraction(2, 3)))),
    ],
)
def test_the_destination_table_reads_outcome_score_and_group(written: str, condition: Condition) -> None:
    rules = with_change('when = { outcome = "go-on" }', f"when = {{ {written} }}")

    assert rules.destination.rules[0].when == (condition,)


def test_a_group_cannot_be_asked_for_where_there_are_none() -> None:
    bands = RULES[RULES.index("[bands]") : RULES.index("[destination]")]
    text = changed(changed(RULES, bands, ""), 'when = { outcome = "go-on" }', 'when = { band = "a" }')

    assert told(wrong(text)) == (
        "r.toml:109:17: error[no-bands]: the rule set has no groups, and a condition asks for one\n"
        "    why:  it could never be met\n"
        "    mend: add [bands], or ask about the score"
    )


@pytest.mark.parametrize(
    ("written", "course"),
    [
        ('to = "agency"', Course(to=Target(actor="agency"))),
        ('to = "origin"', Course(to=Target(origin=True))),
        ('to = { nearest = "rss" }', Course(to=Target(nearest="rss"))),
        ('to = { contact_of = "support" }', Course(to=Target(contact_of_support=True))),
        (
            'to = "agency"\nvia = ["north", { answer_to = "south" }]\nalso = ["t1", { nearest = "rss", role = "invited" }]',
            Course(
                to=Target(actor="agency"),
                via=[Waypoint(actor="north"), Waypoint(actor="south", answer=True)],
                also=[Also(target=Target(actor="t1")), Also(target=Target(nearest="rss"), role="invited")],
            ),
        ),
    ],
)
def test_courses_are_read_as_they_are_meant(written: str, course: Course) -> None:
    rules = with_change('to = "agency"', written)

    assert rules.destination.rules[0].then == course


def test_a_rule_keeps_its_reason_source_status_and_place() -> None:
    more = 'outcome = "inform"\nask = ["wait"]\nbecause = { sv = "därför", en = "so" }\nsource = "p. 3"\nstatus = "proposal"\n'

    rule = with_change('outcome = "inform"\n', more).triage.rules[0]

    assert (rule.id, rule.then, rule.ask) == ("known", "inform", ("wait",))
    assert (rule.because, rule.source, rule.status) == (Label(sv="därför", en="so"), "p. 3", "proposal")
    assert rule.span == Span("<text>", 80, 1)


def test_triage_may_conclude_that_a_fact_is_needed() -> None:
    assert with_change('outcome = "inform"', 'outcome = "fact-needed"').triage.rules[0].then == "fact-needed"


def test_tables_stand_after_those_whose_conclusions_they_read() -> None:
    first = """[fields.grade]
kind = "choice"
vocabulary = "sizes"
concluded = true
label = "grade"

[tables.grade]
concludes = "grade"
hit = "unique"
label = "Which grade?"

[[tables.grade.rules]]
id = "high-class"
when = { class = "high" }
then = "high"

[[tables.grade.rules]]
id = "others"
when = { class = ["low", "middle"] }
then = "low"

[tables.class]
"""

    tables = with_change("[tables.class]\n", first).tables

    assert [table.id for table in tables] == ["class", "grade"]
    assert tables[1].hit is Hit.UNIQUE
    assert tables[1].label == Label(sv="Which grade?", en="Which grade?")
    assert tables[0].span == Span("<text>", 85, 1)


def test_tables_that_wait_for_each_other_are_told_as_a_circle() -> None:
    more = """when = { grade = "high" }
then = "high"

[fields.grade]
kind = "choice"
vocabulary = "sizes"
concluded = true
label = "grade"

[tables.grade]
concludes = "grade"

[[tables.grade.rules]]
id = "all"
when = { class = "high" }
then = "high"

[[tables.class.rules]]
id = "third"
"""

    text = changed(RULES, "when = { urgent = true }\n", more)

    assert told(wrong(text)) == (
        "r.toml:64:1: error[tables-in-circle]: tables wait for each other's conclusions: class → grade → class\n"
        "    why:  none of them can be the first to be read\n"
        "    mend: let one of them do without the others"
    )


def test_criteria_are_read_with_everything_they_may_say() -> None:
    written = """[criteria.spread]
label = { sv = "spridning", en = "spread" }
question = "how far?"
unit = "towns"
because = "it matters"
step = 0.5
min = -1
max = 20
direction = "lower-first"
bins = [{ from = 0, value = 4, label = "near" }, { from = 10, value = 0, label = "far" }]
panel = { statistic = "mean", min_answers = 3 }
not_applicable_counts_as = 0.5
barred_in = [{ object = "interventions", domain = "socialtjanst", ground = "the guidelines" }]
cap = { by = "impact", levels = [{ level = 0, value = 2 }, { level = 1.5, value = 4 }] }
minimum = { at = 1, outcome = "inform" }
filled_by = "panel"
source = "p. 4"
status = "proposal"
"""
    old = RULES[RULES.index("[criteria.spread]") : RULES.index("\n[weights]")]

    criterion = with_change(old, written).criterion("spread")

    assert criterion == Criterion(
        id="spread",
        label=Label(sv="spridning", en="spread"),
        weight=1,
        function=Bins([(0, 4), (20, 0)]),
        step=Fraction(1, 2),
        low=-2,
        high=40,
        direction="lower-first",
        levels=[Level(x=0, label=Label(sv="near", en="near")), Level(x=20, label=Label(sv="far", en="far"))],
        unit=Label(sv="towns", en="towns"),
        question=Label(sv="how far?", en="how far?"),
        filled_by="panel",
        panel=PanelRule(statistic="mean", min_answers=3),
        not_applicable=1,
        bars=[Bar(object="interventions", domain="socialtjanst", ground=Label(sv="the guidelines", en="the guidelines"))],
        cap=Cap(by="impact", function=Bins([(0, 2), (3, 4)])),
        minimum=Minimum(x=2, outcome="inform"),
        because=Label(sv="it matters", en="it matters"),
        source="p. 4",
        status="proposal",
    )


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [
        ("points = [{ at = 1, value = 0 }, { at = 4, value = 1 }]", 1, 4),
        ("levels = [{ level = 0, value = 0 }, { level = 3, value = 1 }]", 0, 3),
        ("bins = [{ from = 2, value = 0 }, { from = 3, value = 1 }]", 2, None),
        ("max = 9\nbins = [{ from = 2, value = 0 }, { from = 3, value = 1 }]", 2, 9),
        ("min = 0\nmax = 9\npoints = [{ at = 1, value = 0 }, { at = 4, value = 1 }]", 0, 9),
    ],
)
def test_a_scale_ends_at_its_places_unless_said_otherwise(scale: str, low: int, high: int | None) -> None:
    criterion = with_change("bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", scale).criterion("spread")

    assert (criterion.low, criterion.high) == (low, high)


def test_points_make_a_line_and_steps_make_it_whole() -> None:
    criterion = loads_rules(RULES).criterion("impact")

    assert criterion.function == Points([(0, 0), (6, 3)])
    assert (criterion.step, criterion.direction, criterion.minimum) == (Fraction(1, 2), "higher-first", None)


def test_weights_keep_the_domains_that_they_are_written_in() -> None:
    people = 'people = { weight = 2, shares = { impact = 1 }, label = "People" }'
    reach = "reach = { weight = 1, shares = { spread = 1 } }"
    rules = with_change("shares = { impact = 2, spread = 1 }", f"domains = {{ {people}, {reach} }}")

    assert [(one.id, one.label, one.criteria) for one in rules.weights_domains] == [
        ("people", Label(sv="People", en="People"), ("impact",)),
        ("reach", None, ("spread",)),
    ]
    assert loads_rules(RULES).weights_domains == ()


def test_weights_say_where_they_are_published() -> None:
    rules = with_change("shares = { impact = 2, spread = 1 }", 'shares = { impact = 2, spread = 1 }\nsource = "a table"')

    assert (rules.weights_source, rules.weights_decided) == ("a table", "")


@pytest.mark.parametrize(
    ("written", "decided", "total"),
    [
        ('decided_by = "NSK-S"\ndecided_on = 2026-03-01\ntotal = 3', "NSK-S, 2026-03-01", 3),
        ('decided_by = "NSK-S"', "NSK-S", None),
    ],
)
def test_weights_say_who_decided_and_when(written: str, decided: str, total: int | None) -> None:
    rules = with_change("shares = { impact = 2, spread = 1 }", f"shares = {{ impact = 2, spread = 1 }}\n{written}")

    assert (rules.weights_decided, rules.weights_total) == (decided, total)


def test_groups_stand_from_the_highest_down() -> None:
    bands = with_change('a = { least = "2/3" }', 'z = { least = "1/10", label = "Z" }\na = { least = "2/3" }').bands

    assert [band.id for band in bands] == ["a", "b", "z", "c"]
    assert bands[2] == Band(id="z", least=Fraction(1, 10), label=Label(sv="Z", en="Z"))


def test_lists_thresholds_and_tie_breakers_are_read() -> None:
    more = """[missing]
min_known = "2/3"
propose_leaving_out_above = 0.5
status = "proposal"

[lists]
key = ["area", "kind"]

[[tie_breakers]]
field = "size"

[[tie_breakers]]
criterion = "impact"
prefer = "less"

[weights]
"""

    rules = with_change("[weights]\n", more)

    assert (rules.min_known, rules.propose_leaving_out_above) == (Fraction(2, 3), Fraction(1, 2))
    assert rules.min_known_status == "proposal"
    assert rules.list_key == ("area", "kind")
    assert rules.tie_breakers == (TieBreaker(field="size"), TieBreaker(criterion="impact", prefer="less"))
    assert rules.tie_breakers[0].span == Span("<text>", 109, 1)


def test_a_fault_in_a_field_is_not_told_again_wherever_the_field_is_used() -> None:
    text = changed(RULES, "[weights]", '[[tie_breakers]]\nfield = "wait"\n\n[lists]\nkey = ["size"]\n\n[weights]')
    text = changed(changed(text, "max = 9", 'max = "9"'), "ordered = true", "ordered = 1")

    assert [diagnostic.code for diagnostic in wrong(text)] == ["not-a-flag", "not-a-whole"]


def test_a_fault_in_a_criterion_is_not_told_again_in_a_tie_breaker() -> None:
    text = changed(RULES, "[weights]", '[[tie_breakers]]\ncriterion = "impact"\n\n[weights]')

    assert [diagnostic.code for diagnostic in wrong(changed(text, 'step = "1/2"', 'step = "0"'))] == ["bad-step"]


def test_the_table_of_areas_may_be_any_vocabulary() -> None:
    assert [term.id for term in with_change('areas = "areas"', 'areas = "sizes"').areas] == ["low", "middle", "high"]


def test_a_number_is_small_enough_to_reckon_with_in_whole_steps_too() -> None:
    text = changed(RULES, 'step = "1/2"', f'step = "0.{"0" * 39}1"\nmax = {"9" * 30}')

    assert [diagnostic.code for diagnostic in wrong(text)] == ["number-too-long", "number-too-long"]


def test_classes_and_what_is_forbidden_are_read_and_then_no_criteria_are_needed() -> None:
    whole = changed(RULES, "[bands]\n", CLASSES + "\n[bands]\n")
    start, bands = whole.index("[criteria.impact]"), whole.index("[classes]")
    end = whole.index("[bands]")
    bare = whole[:start] + whole[bands:end] + whole[whole.index("[destination]") :]

    found = loads_rules(whole)

    assert found.classes == TieBreaker(field="size", prefer="less")
    assert [(rule.id, rule.when, rule.then) for rule in found.forbidden] == [
        ("slow", (Condition(field="wait", test=Within(low=9)),), "error"),
    ]
    assert found.forbidden[0].because == Label(sv="För sent.", en="Too late.")
    assert (found.forbidden[0].source, found.forbidden[0].status) == ("a source", "proposal")
    assert found.class_count == 3
    without = loads_rules(bare)
    assert (without.criteria, without.bands, without.weight_sum, without.classes) == ((), (), 0, found.classes)


CLASSES = """
[classes]
field = "size"
prefer = "less"

[[forbidden]]
id = "slow"
when = { wait = { min = 9 } }
because = { sv = "För sent.", en = "Too late." }
source = "a source"
status = "proposal"
"""


def test_without_criteria_and_classes_something_is_lacking() -> None:
    start, end = RULES.index("[criteria.impact]"), RULES.index("[destination]")

    assert [one.code for one in wrong(RULES[:start] + RULES[end:])] == ["missing-section", "no-criteria"]


def test_weights_that_are_written_with_classes_are_still_checked() -> None:
    text = changed(RULES, "[bands]\n", '[classes]\nfield = "size"\n\n[bands]\n')

    assert [one.code for one in wrong(changed(text, "shares = { impact = 2, spread = 1 }", 'decided_by = "nämnden"'))] == ["missing-key"]
    assert [one.code for one in wrong(changed(text, "[weights]\nshares = { impact = 2, spread = 1 }\n", ""))] == ["missing-section"]


def test_domains_without_criteria_weigh_nothing() -> None:
    start, end = RULES.index("[criteria.impact]"), RULES.index("[destination]")
    classes = '[classes]\nfield = "size"\n\n[weights]\ndomains = {}\n\n'

    assert loads_rules(RULES[:start] + classes + RULES[end:]).weight_sum == 0


@pytest.mark.parametrize(
    ("domains", "weights"),
    [
        ("need = { weight = 1, shares = { impact = 2, spread = 1 } }", (2, 1)),
        ("need = { weight = 30, shares = { impact = 7 } }, reach = { weight = 20, shares = { spread = 3 } }", (3, 2)),
        ('need = { weight = 1, shares = { spread = 1, impact = 3 }, label = { sv = "behov", en = "need" } }', (3, 1)),
    ],
)
def test_weights_in_domains_are_the_least_whole_weights_of_all(domains: str, weights: tuple[int, int]) -> None:
    rules = with_change("shares = { impact = 2, spread = 1 }", f"domains = {{ {domains} }}")

    assert tuple(criterion.weight for criterion in rules.criteria) == weights


def test_a_total_of_domains_is_of_the_domains_weights() -> None:
    domains = "domains = { one = { weight = 60, shares = { impact = 1 } }, two = { weight = 40, shares = { spread = 1 } } }"

    rules = with_change("shares = { impact = 2, spread = 1 }", f"{domains}\ntotal = 100")

    assert (rules.weight_sum, rules.weights_total) == (5, None)


def test_a_field_may_be_barred_with_its_ground() -> None:
    ground = 'barred_in = [{ object = "x", domain = "y", ground = { sv = "lagen", en = "the law" } }]'

    rules = with_change('label = { sv = "storlek", en = "size" }', f'label = {{ sv = "storlek", en = "size" }}\n{ground}')

    assert rules.fields["size"].bars == (Bar(object="x", domain="y", ground=Label(sv="lagen", en="the law")),)


def test_classes_of_a_field_with_a_fault_are_not_told_again() -> None:
    text = changed(RULES, "[bands]\n", '[classes]\nfield = "size"\n\n[bands]\n')

    assert [one.code for one in wrong(changed(text, "ordered = true", "ordered = 1"))] == ["not-a-flag"]


def test_a_logarithm_is_read_in_steps() -> None:
    rules = with_change(
        "bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", "log = [{ at = 1, value = 0 }, { at = 1000, value = 3 }]"
    )

    assert rules.criterion("spread").function == Log([(1, 0), (1000, 3)])
    assert (rules.criterion("spread").low, rules.criterion("spread").high) == (1, 1000)
    assert not rules.is_exact


@pytest.mark.parametrize(
    ("written", "function"),
    [
        ('relative = "range"', Points([(0, 0), (20, 1)])),
        ('relative = "sum"', Points([(0, 0), (20, 1)])),
        ('relative = "rank"\ndirection = "lower-first"', Points([(0, 1), (20, 0)])),
    ],
)
def test_a_relative_scale_is_proved_by_a_line_between_its_bounds(written: str, function: Points) -> None:
    rules = with_change("bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]", f"{written}\nmin = 0\nmax = 20")

    found = rules.criterion("spread")
    assert (found.function, found.relative) == (function, written.split('"')[1])
    assert (found.low, found.high) == (0, 20)
