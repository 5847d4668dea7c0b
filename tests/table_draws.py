"""Hypothesis strategies that draw small rule sets of tables: every kind of field, every kind of test, both hit policies, chained."""

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from builders import criterion, label, rule_set, table, terms, to
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Minimum
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import Outcome
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Hit, Rule, Table

OUTCOMES = ("go-on", "inform", "fact-needed")
SHARES = (Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1))


def _field(name: str, kind: Kind, **more: Any) -> Field:  # noqa: ANN401 -- whatever a field may hold
    return Field(id=name, kind=kind, label=label(name), **more)


def _derived(name: str, measure: str, high: int) -> Field:
    return _field(name, Kind.WHOLE, origin=Origin.DERIVED, measure=measure, high=high)


POOL = (
    _field("area", Kind.CHOICE, terms=terms("north", "south")),
    _field("sort", Kind.CHOICE, terms=terms("p", "q", "r")),
    _field("urgent", Kind.FLAG),
    _field("wait", Kind.WHOLE, low=1, high=4),
    _field("causes", Kind.SET, terms=terms("a", "b", "c"), may_be_empty=False),
    _field("places", Kind.SET, terms=terms("x", "y")),
    _derived("structures", "distinct-rss", 3),
    _derived("bodies", "distinct-organisations", 3),
    _derived("anchoring", "anchoring-level", 5),
    _field(
        "highest",
        Kind.CHOICE,
        origin=Origin.DERIVED,
        measure="highest-level",
        terms=terms("local", "sub-regional", "regional", "national"),
        ordered=True,
    ),
)
LEVEL = _field("level", Kind.CHOICE, origin=Origin.CONCLUSION, terms=terms("low", "middle", "high"))
OUTCOME_FIELD = _field("outcome", Kind.CHOICE, origin=Origin.CONCLUSION, terms=terms(*OUTCOMES))


def _subset(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), min_size=1)


def _set_tests(words: tuple[str, ...]) -> st.SearchStrategy[SetTest]:
    part = st.none() | _subset(words)
    return st.builds(SetTest, any=part, all=st.none() | part, none=part, only=st.none() | part)


def _within(low: int, high: int) -> st.SearchStrategy[Within]:
    end = st.none() | st.integers(low, high)
    return st.builds(Within, end, end)


def conditions(field: Field) -> st.SearchStrategy[Condition]:
    """Any condition that can be asked of the field, contradictory ones too."""
    words = field.words
    tests: st.SearchStrategy[Any] = st.builds(OneOf, _subset(words)) if words else st.builds(OneOf, st.booleans().map(lambda yes: [yes]))
    if field.kind is Kind.SET:
        tests = _set_tests(words)
    elif field.kind is Kind.WHOLE:
        tests = _within(field.low, field.high)
    elif field.ordered:
        tests = tests | _within(0, len(words) - 1)
    may_be_missing = field.may_be_missing and field.id != "area"
    known = st.builds(Condition, field=st.just(field.id), test=tests, missing=st.booleans() if may_be_missing else st.just(value=False))
    return known | st.just(Condition(field=field.id, missing=True)) if may_be_missing else known


def _score_conditions() -> st.SearchStrategy[Condition]:
    end = st.none() | st.sampled_from(SHARES)
    return st.builds(Condition, field=st.just(SCORE), test=st.builds(ShareOfScore, end, end))


@st.composite
def _table(draw: st.DrawFn, concludes: str, readable: tuple[Field, ...], then: st.SearchStrategy[str | Course], *, score: bool) -> Table:
    hit = draw(st.sampled_from([Hit.FIRST, Hit.UNIQUE]))
    rules = []
    for number in range(draw(st.integers(1, 5))):
        asked = draw(st.lists(st.sampled_from(readable), max_size=3, unique_by=lambda field: field.id))
        when = [draw(conditions(field)) for field in asked]
        if score and draw(st.booleans()):
            when.append(draw(_score_conditions()))
        rules.append(Rule(id=f"{concludes}-{number}", when=when, then=draw(then)))
    if draw(st.booleans()):
        rules.append(Rule(id=f"{concludes}-otherwise", then=draw(then)))
    return table(concludes, *rules, hit=hit)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """A rule set of two to four fields, at times with a classifying table, and one criterion that may have a minimum with an outcome."""
    base = tuple(draw(st.lists(st.sampled_from(POOL), min_size=2, max_size=4, unique_by=lambda field: field.id)))
    chained = draw(st.booleans())
    tables = [draw(_table("level", base, st.sampled_from(LEVEL.words), score=False))] if chained else []
    concluded = (LEVEL,) if chained else ()
    triage = draw(_table("outcome", (*base, *concluded), st.sampled_from(OUTCOMES), score=False))
    readable = (OUTCOME_FIELD, *base[:2], *concluded)
    destination = draw(_table("destination", readable, st.sampled_from([to("agency"), to()]), score=draw(st.booleans())))
    minimum = Minimum(x=2, outcome="inform") if draw(st.booleans()) else None
    return rule_set(
        areas=terms("north", "south"),
        fields={field.id: field for field in (*base, *concluded, OUTCOME_FIELD)},
        outcomes={
            "go-on": Outcome(id="go-on", label=label(), ranked=True),
            "inform": Outcome(id="inform", label=label()),
        },
        tables=tables,
        triage=triage,
        destination=destination,
        criteria=[criterion("impact", minimum=minimum)],
    )


@st.composite
def _halves(draw: st.DrawFn, field: Field) -> tuple[Condition, Condition]:
    """A condition and its opposite: every need meets one of the two. What is missing falls in the second, where it may be missing."""
    words = field.words
    if field.kind is Kind.SET:
        some = draw(_subset(words))
        tests: tuple[Any, Any] = (SetTest(any=some), SetTest(none=some))
    elif field.kind is Kind.WHOLE:
        cut = draw(st.integers(field.low + 1, field.high))
        tests = (Within(low=cut), Within(high=cut - 1))
    elif field.kind is Kind.FLAG:
        tests = (OneOf([True]), OneOf([False]))
    else:
        some = draw(st.frozensets(st.sampled_from(words), min_size=1, max_size=len(words) - 1))
        tests = (OneOf(some), OneOf(set(words) - some))
    may_be_missing = field.may_be_missing and field.id != "area"
    return Condition(field=field.id, test=tests[0]), Condition(field=field.id, test=tests[1], missing=may_be_missing)


@st.composite
def whole_rule_sets(draw: st.DrawFn) -> RuleSet:
    """A rule set whose triage is whole and without overlap because of how it is made: everything, split in two again and again."""
    leaves: list[tuple[Condition, ...]] = [()]
    for _ in range(draw(st.integers(1, 24))):
        leaf = leaves.pop(draw(st.integers(0, len(leaves) - 1)))
        halves = draw(_halves(draw(st.sampled_from(POOL))))
        leaves.extend([(*leaf, half) for half in halves])
    rules = [Rule(id=f"leaf-{place}", when=when, then="inform") for place, when in enumerate(leaves)]
    return rule_set(
        fields={field.id: field for field in (*POOL, OUTCOME_FIELD)},
        tables=[],
        triage=table("outcome", *rules, hit=draw(st.sampled_from([Hit.FIRST, Hit.UNIQUE]))),
    )
