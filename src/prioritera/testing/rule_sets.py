"""Whole rule sets: small ones, drawn from every kind of field and condition; mended until they can be verified, or left as they came."""

from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from prioritera.measures.declare import MEASURES
from prioritera.methods.scales import Bins, Function, Points
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Criterion, Minimum
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.outcome import FACT_NEEDED, Outcome
from prioritera.model.ruleset import Band, RuleSet
from prioritera.model.table import Course, Hit, Rule, Table, Target
from prioritera.model.text import Label
from prioritera.tables.chain import OUTCOME
from prioritera.testing.mended import mended
from prioritera.verify.axes import AREA
from prioritera.verify.verify import check_rules

AREAS: Final = ("north", "south")
LEVELS: Final = ("low", "middle", "high")
OUTCOMES: Final = ("go-on", "inform")
COURSES: Final = (Course(to=Target(actor="agency")), Course(to=Target(nearest="rss")), Course(to=Target(origin=True)))
_SHARES: Final = tuple(Fraction(part, 6) for part in range(1, 7))
# A table has no more rules than this before it is mended.
_MOST_RULES: Final = 5
# The policies that every table can have.
_HITS: Final = (Hit.FIRST, Hit.UNIQUE, Hit.ANY)


def rule_sets(*, verified: bool = True) -> st.SearchStrategy[RuleSet]:
    """Rule sets of two to four fields, at times with a classifying table, of one or two criteria, with triage and destination.

    Args:
        verified: only such as can be verified: each table is mended where it has a gap, an overlap or a rule that never decides. Otherwise
            tables are as they were drawn, faulty or not.

    >>> from hypothesis import given, settings
    >>> from prioritera import check_rules
    >>> @settings(max_examples=5, database=None)
    ... @given(rule_sets())
    ... def test_that_nothing_is_wrong(rules):
    ...     assert check_rules(rules) == ()
    >>> test_that_nothing_is_wrong()
    """
    drawn = _rule_sets()
    return drawn.map(mended).filter(_is_sound) if verified else drawn


def _is_sound(rules: RuleSet) -> bool:
    """Whether nothing is wrong beside the tables: drawn scales may leave a group or a share of the score that no need comes to."""
    return not check_rules(rules)


@st.composite
def _rule_sets(draw: st.DrawFn) -> RuleSet:
    asked = draw(st.lists(st.sampled_from(_FIELDS), min_size=2, max_size=4, unique_by=lambda field: field.id))
    tables = [draw(_tables("level", asked, LEVELS))] if draw(st.booleans()) else []
    concluded = [_LEVEL] if tables else []
    triage = draw(_tables(OUTCOME, [*asked, *concluded], (*OUTCOMES, FACT_NEEDED)))
    destination = draw(_tables("destination", [_OUTCOME, *asked[:2], *concluded], COURSES, score=draw(st.booleans())))
    return RuleSet(
        id="drawn",
        version="1",
        label=_label("drawn"),
        areas=_terms(AREAS),
        fields={field.id: field for field in (*asked, *concluded, _OUTCOME)},
        outcomes={name: Outcome(id=name, label=_label(name), ranked=name == OUTCOMES[0]) for name in OUTCOMES},
        tables=tables,
        triage=triage,
        destination=destination,
        criteria=[draw(_criteria(name)) for name in ("impact", "spread")[: draw(st.integers(1, 2))]],
        bands=[Band(id="a", least=Fraction(1, 2)), Band(id="b", least=Fraction(0))],
    )


@st.composite
def _tables(draw: st.DrawFn, concludes: str, readable: list[Field], then: tuple[Any, ...], *, score: bool = False) -> Table:
    """A table of some rules, each with up to three conditions on different fields."""
    rules = []
    for number in range(1, draw(st.integers(1, _MOST_RULES)) + 1):
        asked = draw(st.lists(st.sampled_from(readable), max_size=3, unique_by=lambda field: field.id))
        when = [draw(conditions_on(field)) for field in asked] + ([draw(_on_score())] if score and draw(st.booleans()) else [])
        rules.append(Rule(id=f"{concludes}-{number}", when=when, then=draw(st.sampled_from(then))))
    hit = draw(st.sampled_from(_HITS if concludes == "destination" else (*_HITS, Hit.PRIORITY)))
    return Table(id=concludes, concludes=concludes, rules=rules, hit=hit, order=then if hit is Hit.PRIORITY else ())


def conditions_on(field: Field) -> st.SearchStrategy[Condition]:
    """Any condition that can be asked of a field.

    >>> from hypothesis import find
    >>> from prioritera import load_rules
    >>> find(conditions_on(load_rules("prioritera:sbu-four").fields["under-provided"]), lambda condition: not condition.missing).test
    OneOf(values=frozenset({False}))
    """
    may_be_missing = field.may_be_missing and field.id != AREA
    missing = st.booleans() if may_be_missing else st.just(value=False)
    known = st.builds(Condition, field=st.just(field.id), test=_tests(field), missing=missing)
    return known | st.just(Condition(field=field.id, missing=True)) if may_be_missing else known


def _tests(field: Field) -> st.SearchStrategy[Any]:
    if field.kind is Kind.FLAG:
        return st.booleans().map(lambda yes: OneOf([yes]))
    if field.kind is Kind.WHOLE:
        return _within(field.low, field.high)
    some = st.frozensets(st.sampled_from(field.words), min_size=1)
    if field.kind is Kind.SET:
        part = st.none() | some
        return st.builds(SetTest, any=part, all=part, none=part, only=part).filter(lambda test: test != SetTest())
    one_of = st.builds(OneOf, some)
    return one_of | _within(0, len(field.words) - 1) if field.ordered else one_of


def _within(low: int, high: int) -> st.SearchStrategy[Within]:
    end = st.none() | st.integers(low, high)
    return st.builds(Within, end, end).filter(lambda test: test != Within())


def _on_score() -> st.SearchStrategy[Condition]:
    end = st.none() | st.sampled_from(_SHARES)
    return st.builds(ShareOfScore, end, end).filter(lambda test: test != ShareOfScore()).map(lambda test: Condition(field=SCORE, test=test))


@st.composite
def _criteria(draw: st.DrawFn, name: str) -> Criterion:
    """A criterion whose value keeps what its direction claims, some with a minimum."""
    heights = draw(st.lists(st.integers(0, 3), min_size=2, max_size=4).filter(lambda drawn: len(set(drawn)) > 1))
    rises = draw(st.booleans())
    pairs = list(enumerate(sorted(heights, reverse=not rises)))
    function: Function = Points(pairs) if draw(st.booleans()) else Bins(pairs)
    minimum = (
        draw(st.none() | st.builds(Minimum, x=st.integers(1, len(pairs) - 1), outcome=st.sampled_from(["", "inform"]))) if rises else None
    )
    return Criterion(
        id=name,
        label=_label(name),
        weight=draw(st.integers(1, 3)),
        function=function,
        low=0,
        high=len(pairs) - 1,
        direction="higher-first" if rises else "lower-first",
        minimum=minimum,
    )


def _label(text: str) -> Label:
    return Label(sv=text, en=text)


def _terms(words: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(Term(id=word, label=_label(word)) for word in words)


def _field(name: str, kind: Kind, words: tuple[str, ...] = (), **more: Any) -> Field:  # noqa: ANN401 -- whatever a field may hold
    return Field(id=name, kind=kind, label=_label(name), terms=_terms(words), **more)


def _derived(name: str, measure_id: str) -> Field:
    measure = MEASURES[measure_id]
    more = {"ordered": measure.ordered, "low": measure.low, "high": measure.high, "measure": measure_id}
    return _field(name, measure.kind, measure.words, origin=Origin.DERIVED, **more)


_FIELDS: Final = (
    _field("kind", Kind.CHOICE, ("question", "offer")),
    _field("urgent", Kind.FLAG),
    _field("wait", Kind.WHOLE, low=0, high=9),
    _field("causes", Kind.SET, ("gap", "support", "routine"), may_be_empty=False),
    _field("places", Kind.SET, ("home", "school")),
    _field("size", Kind.CHOICE, LEVELS, ordered=True),
    _field(AREA, Kind.CHOICE, AREAS),
    _derived("anchoring", "anchoring-level"),
    _derived("existing", "catalogue-status"),
    _derived("checked", "existing-checked"),
    _derived("parts", "parts-present"),
    _derived("highest", "highest-level"),
)
_LEVEL: Final = _field("level", Kind.CHOICE, LEVELS, origin=Origin.CONCLUSION)
_OUTCOME: Final = _field(OUTCOME, Kind.CHOICE, (*OUTCOMES, FACT_NEEDED), origin=Origin.CONCLUSION)
