"""Hypothesis strategies that draw tables of every hit policy, and small rule sets whose tables read what such tables conclude."""

from typing import Any

import attrs
from hypothesis import strategies as st

from builders import label, rule_set, table, terms, to
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import Outcome
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import RANKED, SINGLE, Aggregate, Course, Hit, Rule, Table
from table_draws import LEVEL, OUTCOME_FIELD, OUTCOMES, POOL, conditions

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label("signs"), terms=terms("s", "t", "u"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label("points"), low=0, high=3)
Then = st.SearchStrategy[Any]

COURSES = (to("agency"), to("rss"), to())


SINGLE_POLICIES = tuple((hit, Aggregate.LIST) for hit in sorted(SINGLE))
COURSE_POLICIES = tuple((hit, Aggregate.LIST) for hit in (Hit.FIRST, Hit.UNIQUE, Hit.ANY))
SET_POLICIES = tuple((hit, Aggregate.LIST) for hit in (Hit.COLLECT, Hit.RULE_ORDER, Hit.OUTPUT_ORDER))
NUMBER_POLICIES = tuple((Hit.COLLECT, aggregate) for aggregate in Aggregate if aggregate is not Aggregate.LIST)


@st.composite
def tables(
    draw: st.DrawFn, concluded: Field, readable: tuple[Field, ...], then: Then, policies: tuple[tuple[Hit, Aggregate], ...]
) -> Table:
    """A table of up to four rules that concludes a field by one of some policies, at times with a default."""
    hit, aggregate = draw(st.sampled_from(policies))
    rules = []
    for number in range(draw(st.integers(1, 4))):
        asked = draw(st.lists(st.sampled_from(readable), max_size=2, unique_by=lambda field: field.id))
        ask = draw(st.sampled_from([(), (), ("sort",)]))
        rules.append(Rule(id=f"{concluded.id}-{number}", when=[draw(conditions(field)) for field in asked], then=draw(then), ask=ask))
    order = draw(st.permutations(concluded.words)) if hit in RANKED else ()
    default = Rule(id="default", then=draw(then)) if draw(st.integers(0, 2)) == 0 else None
    return table(concluded.id, *rules, hit=hit, aggregate=aggregate, order=order, default=default)


def choosing(readable: tuple[Field, ...], concluded: Field = LEVEL) -> st.SearchStrategy[Table]:
    """A table that concludes one word."""
    return tables(concluded, readable, st.sampled_from(concluded.words), SINGLE_POLICIES)


def gathering(readable: tuple[Field, ...], concluded: Field = SIGNS) -> st.SearchStrategy[Table]:
    """A table that concludes a set."""
    return tables(concluded, readable, st.sampled_from(concluded.words), SET_POLICIES)


def counting(readable: tuple[Field, ...], concluded: Field = POINTS) -> st.SearchStrategy[Table]:
    """A table that concludes a number."""
    return tables(concluded, readable, st.integers(-1, 4), NUMBER_POLICIES)


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    """One or two classifying tables of any hit policy, the second of which may read the first; triage and destination read both."""
    base = tuple(draw(st.lists(st.sampled_from(POOL), min_size=2, max_size=3, unique_by=lambda field: field.id)))
    signs = attrs.evolve(SIGNS, may_be_empty=draw(st.booleans()))
    points = attrs.evolve(POINTS, low=draw(st.integers(0, 1)), high=draw(st.integers(2, 5)))
    made = {"level": (choosing, LEVEL), "signs": (gathering, signs), "points": (counting, points)}
    names = draw(st.lists(st.sampled_from(sorted(made)), min_size=1, max_size=2, unique=True))
    concluded: tuple[Field, ...] = ()
    classifying = []
    for name in names:
        draw_table, field = made[name]
        classifying.append(draw(draw_table((*base, *concluded), field)))
        concluded = (*concluded, field)
    # What the tables before conclude is asked of more often than facts are.
    asked = (*concluded, *concluded, *base)
    triage = draw(tables(OUTCOME_FIELD, asked, st.sampled_from(OUTCOMES), SINGLE_POLICIES))
    courses: st.SearchStrategy[Course] = st.sampled_from(COURSES)
    where = attrs.evolve(OUTCOME_FIELD, id="destination", terms=())
    destination = draw(tables(where, (OUTCOME_FIELD, *asked[:3]), courses, COURSE_POLICIES))
    return rule_set(
        areas=terms("north", "south"),
        fields={field.id: field for field in (*base, *concluded, OUTCOME_FIELD)},
        outcomes={"go-on": Outcome(id="go-on", label=label(), ranked=True), "inform": Outcome(id="inform", label=label())},
        tables=classifying,
        triage=triage,
        destination=destination,
    )
