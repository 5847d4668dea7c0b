import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from builders import MISSING, fields, label, rule, table, to, values
from prioritera.diagnostics import Span
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.table import SINGLE, Hit, Table
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.model.value import FactValue, Missing, Reason
from prioritera.tables.evaluate import Seen, conclusion_of, decide, holds, matches, reasons

FIELDS = fields()
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
WORDS = frozenset({"gap", "support"})


def asked(test: Test | None, value: Seen, field: str = "kind", *, missing: bool = False) -> bool:
    return holds(Condition(field=field, test=test, missing=missing), value, FIELDS.get(field))


@pytest.mark.parametrize(
    ("field", "test", "value", "answer"),
    [
        ("kind", OneOf(["offer", "other"]), "offer", True),
        ("kind", OneOf(["offer", "other"]), "question", False),
        ("urgent", OneOf([True]), True, True),
        ("urgent", OneOf([True]), False, False),
        ("urgent", OneOf([False]), False, True),
        ("wait", Within(3, 5), 2, False),
        ("wait", Within(3, 5), 3, True),
        ("wait", Within(3, 5), 5, True),
        ("wait", Within(3, 5), 6, False),
        ("wait", Within(low=3), 9, True),
        ("wait", Within(low=3), 2, False),
        ("wait", Within(high=3), 0, True),
        ("wait", Within(high=3), 4, False),
        ("wait", Within(), 4, True),
        ("place", Within(low=1), "local", False),
        ("place", Within(low=1), "regional", True),
        ("place", Within(high=1), "regional", True),
        ("place", Within(high=1), "national", False),
        ("place", OneOf(["national"]), "national", True),
        ("score", ShareOfScore(THIRD, HALF), Fraction(3, 10), False),
        ("score", ShareOfScore(THIRD, HALF), THIRD, True),
        ("score", ShareOfScore(THIRD, HALF), Fraction(2, 5), True),
        ("score", ShareOfScore(THIRD, HALF), HALF, False),
        ("score", ShareOfScore(low=HALF), Fraction(1), True),
        ("score", ShareOfScore(below=HALF), Fraction(0), True),
    ],
)
def test_a_known_value_is_tested(field: str, test: Test, value: Seen, answer: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert asked(test, value, field) is answer


@pytest.mark.parametrize(
    ("test", "holding"),
    [
        (SetTest(any=WORDS), ["gap", "gap routine", "gap support"]),
        (SetTest(all=WORDS), ["gap support"]),
        (SetTest(none=WORDS), ["", "routine"]),
        (SetTest(only=WORDS), ["gap", "gap support"]),
        (SetTest(any=WORDS, none=frozenset({"routine"})), ["gap", "gap support"]),
        (SetTest(all=frozenset({"gap"}), only=WORDS), ["gap", "gap support"]),
        (SetTest(), ["", "gap", "routine", "gap routine", "gap support"]),
        (SetTest(any=frozenset()), []),
        (SetTest(all=frozenset()), ["", "gap", "routine", "gap routine", "gap support"]),
        (SetTest(none=frozenset()), ["", "gap", "routine", "gap routine", "gap support"]),
        (SetTest(only=frozenset()), []),
    ],
)
def test_a_set_is_tested_by_any_all_none_and_only(test: SetTest, holding: list[str]) -> None:
    tried = ["", "gap", "routine", "gap routine", "gap support"]

    assert [words for words in tried if asked(test, frozenset(words.split()), "causes")] == holding


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("test", [OneOf(["offer"]), Within(), SetTest(none=WORDS), ShareOfScore()])
def test_no_test_matches_a_missing_value_whatever_the_reason(test: Test, reason: Reason) -> None:
    assert not asked(test, Missing(reason))
    assert asked(test, Missing(reason), missing=True)


def test_missing_alone_matches_no_known_value() -> None:
    assert asked(None, MISSING, missing=True)
    assert not asked(None, "offer", missing=True)


def test_a_condition_that_allows_missing_still_tests_what_is_known() -> None:
    assert asked(OneOf(["offer"]), "offer", missing=True)
    assert not asked(OneOf(["offer"]), "other", missing=True)


@pytest.mark.parametrize(
    ("field", "test", "value"),
    [
        ("kind", OneOf(["offer"]), 1),
        ("kind", OneOf(["offer"]), frozenset({"offer"})),
        ("causes", SetTest(any=WORDS), "gap"),
        ("score", ShareOfScore(HALF), 1),
        ("score", ShareOfScore(HALF), "high"),
    ],
)
def test_a_value_that_cannot_be_tested_is_an_error_and_never_no_match(field: str, test: Test, value: Seen) -> None:
    with pytest.raises(TypeError, match=re.escape(f"{field} is {value!r}, of which {test!r} cannot be asked")):
        asked(test, value, field)


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "offer"), ("urgent", True), ("score", HALF), ("causes", WORDS), ("unknown", "local"), ("place", True)]
)
def test_a_value_without_an_order_is_in_no_range(field: str, value: Seen) -> None:
    with pytest.raises(TypeError, match=re.escape(f"{value!r} has no place in an order")):
        asked(Within(low=1), value, field)


def test_a_word_outside_an_ordered_choice_is_an_error() -> None:
    with pytest.raises(ValueError, match="tuple"):
        asked(Within(low=1), "galactic", "place")


LONG = rule("long", "a", {"wait": Within(low=5)})
URGENT = rule("urgent", "b", {"urgent": True, "wait": Within(low=3)})
REST = rule("rest", "c")


def test_a_rule_matches_when_all_its_conditions_hold() -> None:
    assert matches(URGENT, values(urgent=True, wait=3), FIELDS)
    assert not matches(URGENT, values(urgent=True, wait=2), FIELDS)
    assert not matches(URGENT, values(urgent=False, wait=3), FIELDS)
    assert matches(REST, {}, FIELDS)


@pytest.mark.parametrize(
    ("changes", "deciding"),
    [({"wait": 5, "urgent": True}, LONG), ({"wait": 4, "urgent": True}, URGENT), ({"wait": 4}, REST), ({"wait": MISSING}, REST)],
)
def test_the_first_rule_that_matches_decides(changes: dict[str, FactValue], deciding: object) -> None:
    assert decide(table("x", LONG, URGENT, REST), values(**changes), FIELDS) is deciding


def test_no_rule_that_matches_is_a_gap() -> None:
    assert decide(table("x", LONG, URGENT), values(wait=1), FIELDS) is None
    assert decide(table("x", LONG, URGENT, hit=Hit.UNIQUE), values(wait=1), FIELDS) is None
    assert decide(table("x"), values(), FIELDS) is None


def test_under_unique_the_only_rule_that_matches_decides_wherever_it_stands() -> None:
    made = table("x", LONG, URGENT, hit=Hit.UNIQUE)

    assert decide(made, values(wait=9), FIELDS) is LONG
    assert decide(made, values(wait=3, urgent=True), FIELDS) is URGENT


def test_under_unique_two_rules_that_match_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"^table x is unique, but long and urgent match$"):
        decide(table("x", LONG, URGENT, hit=Hit.UNIQUE), values(wait=9, urgent=True), FIELDS)


@pytest.mark.parametrize("hit", sorted(SINGLE))
def test_a_field_without_a_value_is_an_error(hit: Hit) -> None:
    with pytest.raises(KeyError, match="wait"):
        decide(table("x", LONG, hit=hit), {}, FIELDS)


def test_a_rule_concludes_a_word_or_the_course_of_its_own_name() -> None:
    assert conclusion_of(LONG) == "a"
    assert conclusion_of(rule("to-sbu", to("sbu"))) == "to-sbu"
    assert conclusion_of(None) == ""


def test_the_reasons_show_each_rule_up_to_the_one_that_fires_and_the_first_condition_that_fails() -> None:
    waited = Condition(field="wait", test=Within(low=3))
    pressed = Condition(field="urgent", test=OneOf([True]))

    shown = reasons(table("x", LONG, URGENT, REST, rule("never", "d")), values(wait=4), FIELDS)

    assert shown == Trace(
        kind=Of.TABLE,
        id="x",
        verdict=Verdict.FIRED,
        conclusion="c",
        parts=[
            Trace(
                kind=Of.RULE,
                id="long",
                verdict=Verdict.FAILED,
                conclusion="a",
                parts=[Trace(kind=Of.CONDITION, id="wait", verdict=Verdict.FAILED, condition=LONG.when[0], seen=4)],
            ),
            Trace(
                kind=Of.RULE,
                id="urgent",
                verdict=Verdict.FAILED,
                conclusion="b",
                parts=[Trace(kind=Of.CONDITION, id="urgent", verdict=Verdict.FAILED, condition=pressed, seen=False)],
            ),
            Trace(kind=Of.RULE, id="rest", verdict=Verdict.FIRED, conclusion="c"),
        ],
    )
    assert URGENT.when == (pressed, waited)


def test_the_rule_that_fires_shows_every_condition_with_what_it_saw() -> None:
    fired = reasons(table("x", URGENT), values(urgent=True, wait=7), FIELDS).parts[0]

    assert [(part.id, part.verdict, part.seen) for part in fired.parts] == [
        ("urgent", Verdict.HOLDS, True),
        ("wait", Verdict.HOLDS, 7),
    ]


def test_of_two_failing_conditions_the_first_is_shown() -> None:
    failed = reasons(table("x", URGENT), values(urgent=False, wait=0), FIELDS).parts[0]

    assert [part.id for part in failed.parts] == ["urgent"]


def test_a_gap_has_the_reasons_of_every_rule_and_no_conclusion() -> None:
    shown = reasons(table("x", LONG, URGENT), values(wait=1), FIELDS)

    assert (shown.verdict, shown.conclusion) == (Verdict.FAILED, "")
    assert [(part.id, part.verdict) for part in shown.parts] == [("long", Verdict.FAILED), ("urgent", Verdict.FAILED)]


def test_under_unique_the_rules_after_the_one_that_fires_are_shown_too() -> None:
    shown = reasons(table("x", LONG, URGENT, hit=Hit.UNIQUE), values(wait=9), FIELDS)

    assert [(part.id, part.verdict) for part in shown.parts] == [("long", Verdict.FIRED), ("urgent", Verdict.FAILED)]


def test_a_missing_value_is_shown_as_missing() -> None:
    failed = reasons(table("x", LONG), values(wait=Missing(Reason.DONT_KNOW)), FIELDS).parts[0]

    assert failed.parts[0].seen == Missing(Reason.DONT_KNOW)


def test_a_score_is_shown_as_an_exact_share() -> None:
    high = rule("high", "a", {"score": ShareOfScore(low=HALF)})

    (shown,) = reasons(table("x", high), {"score": Fraction(2, 6)}, FIELDS).parts[0].parts

    assert (shown.seen, shown.low, shown.high, shown.of) == (None, 1, 1, 3)


def test_reasons_carry_what_the_rule_says_of_itself_and_where_it_stands() -> None:
    spans = Span("r.toml", 1, 1), Span("r.toml", 2, 1)
    one = rule("one", "a", because=label("because"), source="K18:1", status="proposal", span=spans[1])

    shown = reasons(Table(id="x", concludes="x", rules=[one], span=spans[0]), {}, FIELDS)

    assert shown.span == spans[0]
    assert [(part.because, part.source, part.status, part.span) for part in shown.parts] == [
        (label("because"), "K18:1", "proposal", spans[1])
    ]


@pytest.mark.parametrize("explain", [decide, reasons])
def test_an_error_is_an_error_with_and_without_reasons(explain: Callable[..., object]) -> None:
    with pytest.raises(TypeError, match="has no place in an order"):
        explain(table("x", LONG), values(wait="long"), FIELDS)
