"""Hypothesis strategies that draw two small rule sets to be compared, and what must be found: every need tried."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from builders import assessed, criterion, label, rule_set, table, terms, to
from oracles import condition_holds
from prioritera.methods.scales import Bins
from prioritera.model.condition import SCORE, Condition, ShareOfScore, Within
from prioritera.model.criterion import Minimum
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import Outcome
from prioritera.model.rules_diff import Change
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Course, Hit, Rule, Table
from prioritera.scoring.score import passes_minimum, scorer
from prioritera.tables.evaluate import Seen
from prioritera.verify.trials import share_of
from table_draws import LEVEL, OUTCOME_FIELD, POOL, SHARES, conditions
from table_oracles import Point, facts, matching

POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label("points"), high=5)
OUTCOMES = {
    "go-on": Outcome(id="go-on", label=label(), ranked=True),
    "inform": Outcome(id="inform", label=label()),
}
COURSES = (to("agency"), to(), to("other"))
LOW = Bins([(0, 0), (1, 2), (2, 2), (3, 3)])


def _narrower(field: Field) -> Field:
    """The field with one word or number less."""
    if field.kind is Kind.WHOLE and field.origin is Origin.FACT:
        return attrs.evolve(field, high=field.high - 1)
    if field.kind in {Kind.SET, Kind.CHOICE} and field.origin is Origin.FACT and field.id != "area":
        return attrs.evolve(field, terms=field.terms[1:], may_be_empty=not field.may_be_empty)
    return field


@st.composite
def _rules(draw: st.DrawFn, name: str, readable: tuple[Field, ...], then: st.SearchStrategy[str | Course], *, score: bool) -> Table:
    rules = []
    for number in range(draw(st.integers(1, 3))):
        asked = draw(st.lists(st.sampled_from(readable), min_size=1, max_size=2, unique_by=lambda field: field.id))
        when = [draw(conditions(field)) for field in asked]
        if score and draw(st.booleans()):
            end = st.none() | st.sampled_from(SHARES)
            when.append(Condition(field=SCORE, test=draw(st.builds(ShareOfScore, end, end))))
        rules.append(Rule(id=f"{name}-{number}", when=when, then=draw(then)))
    otherwise = Rule(id=f"{name}-otherwise", then=draw(then))
    made = table(name, *rules, otherwise) if draw(st.booleans()) else attrs.evolve(table(name, *rules), default=otherwise)
    if name != "destination" and draw(st.booleans()):
        words = dict.fromkeys(str(rule.then) for rule in made.all_rules)
        return attrs.evolve(made, hit=Hit.PRIORITY, order=draw(st.permutations(list(words))))
    return made


@st.composite
def _counting(draw: st.DrawFn, readable: tuple[Field, ...]) -> Table:
    """A table that counts its rules."""
    made: Table = draw(_rules("points", readable, st.just("counted"), score=False))
    rules = [attrs.evolve(rule, then=1) for rule in made.rules]
    return attrs.evolve(made, hit=Hit.COLLECT, aggregate=Aggregate.COUNT, order=(), default=None, rules=rules)


@st.composite
def _side(draw: st.DrawFn, base: tuple[Field, ...]) -> RuleSet:
    chained = draw(st.booleans())
    counted = draw(st.integers(0, 3)) == 0
    concluded = (*((LEVEL,) if chained else ()), *((POINTS,) if counted else ()))
    score = draw(st.booleans())
    readable = (OUTCOME_FIELD, base[0], *concluded)
    minimum = Minimum(x=draw(st.integers(1, 3)), outcome="inform") if draw(st.booleans()) else None
    more: dict[str, Any] = {"function": LOW} if draw(st.booleans()) else {}
    return rule_set(
        areas=terms("north", "south"),
        fields={field.id: field for field in (*base, *concluded, OUTCOME_FIELD)},
        outcomes=OUTCOMES,
        tables=[
            *([draw(_rules("level", base, st.sampled_from(LEVEL.words), score=False))] if chained else []),
            *([draw(_counting(base))] if counted else []),
        ],
        triage=draw(_rules("outcome", (*base, *concluded), st.sampled_from([*OUTCOMES, "fact-needed"]), score=False)),
        destination=draw(_rules("destination", readable, st.sampled_from(COURSES), score=score)),
        criteria=[criterion("impact", minimum=minimum, **more)],
        list_key=("level",) if chained else ("area",),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[RuleSet, RuleSet]:
    """Two rule sets over the same fields, or nearly: the one is the other with a table changed, or only fields are in common."""
    base = tuple(draw(st.lists(st.sampled_from(POOL), min_size=2, max_size=3, unique_by=lambda field: field.id)))
    other = tuple(_narrower(field) for field in base) if draw(st.integers(0, 4)) == 0 else base
    old, new = draw(_side(base)), draw(_side(other))
    if other == base and old.fields == new.fields:
        kept = draw(st.sets(st.sampled_from(["tables", "triage", "destination", "criteria"])))
        new = attrs.evolve(new, **{name: getattr(old, name) for name in kept})
    return old, new


@attrs.frozen
class Tried:
    """One need that was tried: what it is, by the names that a comparison gives it, and the rule of each side that decides about it."""

    about: str
    given: str
    values: dict[str, Seen]
    before: Rule
    after: Rule

    @property
    def differs(self) -> bool:
        return self.before.then != self.after.then

    def in_region(self, change: Change) -> bool:
        """Whether the need is in a region of the change."""
        return any(all(self._holds(condition) for condition in where) for where in change.regions)

    def _holds(self, condition: Condition) -> bool:
        value, test = self.values[condition.field], condition.test
        if isinstance(test, Within) and type(value) is int:
            return (test.low is None or test.low <= value) and (test.high is None or value <= test.high)
        return condition_holds(condition, value, None)


def tried(old: RuleSet, new: RuleSet) -> Iterator[Tried]:
    """Every need that both can judge, and what the engine may give it, asked of the slow oracle."""
    for point in _both(old, new):
        (values, ends) = _concluded(point, old, new)
        for about in ("level", "outcome"):
            if all(about in found for found in ends):
                yield Tried(about, "", values, ends[0][about], ends[1][about])
        outcomes = [str(found["outcome"].then) for found in ends]
        for given, shares in _engine(outcomes, old, new):
            if given or outcomes[0] == outcomes[1]:
                yield _sent(given, shares, {**values, "outcome": given or outcomes[0]}, (old, new))


def _both(old: RuleSet, new: RuleSet) -> list[Point]:
    known = [rules.fields for rules in (old, new)]
    return [
        point
        for point in facts(old)
        if all(isinstance(value, Fraction) or known[1][name].holds(value) for name, value in point.items() if name in known[1])
    ]


def _concluded(point: Point, old: RuleSet, new: RuleSet) -> tuple[dict[str, Seen], list[dict[str, Rule]]]:
    """The need with what either side concludes, and the rules that do."""
    values: dict[str, Seen] = dict(point)
    ends = []
    for prefix, rules in (("before:", old), ("after:", new)):
        own, fired = dict(point), {}
        for one in (*rules.tables, rules.triage):
            matched = matching(one, own, rules)
            said: Seen = len(matched)
            if not one.counts:
                fired[one.concludes] = rule = _deciding(one, matched)
                said = str(rule.then)
            own[one.concludes] = values[f"{prefix}{one.concludes}"] = values[one.concludes] = said
        ends.append(fired)
    return values, ends


def _deciding(one: Table, matched: list[Rule]) -> Rule:
    """The rule that decides: the first, or that of the conclusion that stands first in the order; the default when none matches."""
    ranked = sorted(matched, key=lambda rule: one.order.index(str(rule.then)) if one.order else 0)
    (rule, *_) = [*ranked, *([] if one.default is None else [one.default])]
    return rule


Shares = tuple[Fraction, Fraction]


def _engine(outcomes: list[str], old: RuleSet, new: RuleSet) -> Iterator[tuple[str, Shares]]:
    """What the engine may give a need after triage, "" for nothing, with each pair of scores that it may have."""
    for x in range(4):
        gates, shares = zip(*[_gate(x, rules) for rules in (old, new)], strict=True)
        if gates == ("", ""):
            yield "", (shares[0], shares[1])
        if gates[0] == gates[1] != "" and all(outcome == "go-on" for outcome in outcomes):
            yield gates[0], (shares[0], shares[1])
        if all(_waits(outcome, rules) for outcome, rules in zip(outcomes, (old, new), strict=True)):
            yield "fact-needed", (shares[0], shares[1])


def _gate(x: int, rules: RuleSet) -> tuple[str, Fraction]:
    (only,) = rules.criteria
    given = assessed(impact=x)
    failed = only.minimum is not None and not passes_minimum(only, given["impact"])
    return "inform" if failed else "", share_of(scorer(rules)(given))


def _waits(outcome: str, rules: RuleSet) -> bool:
    """Whether a need with this outcome may wait for a fact."""
    read = {name for one in rules.all_tables for name in one.reads}
    derived = [field for field in rules.fields.values() if field.origin is Origin.DERIVED and field.id in read]
    if SCORE in read or any(field.kind is Kind.WHOLE or field.ordered for field in derived):
        return True
    return (
        outcome == "go-on"
        and any(one.minimum is not None for one in rules.criteria)
        and any(r.then == "go-on" for r in rules.triage.all_rules)
    )


def _sent(given: str, shares: Shares, values: dict[str, Seen], sides: tuple[RuleSet, RuleSet]) -> Tried:
    """Where a need goes by either side, with the outcome that the destination table reads."""
    read = {**values, "before:score": shares[0], "after:score": shares[1], "score": shares[0]}
    rules = []
    for prefix, side, share in zip(("before:", "after:"), sides, shares, strict=True):
        concluded = {one.concludes: values[f"{prefix}{one.concludes}"] for one in side.tables}
        point = {**read, SCORE: share, **concluded}
        rules.append(_deciding(side.destination, matching(side.destination, point, side)))
    return Tried("destination", given, read, rules[0], rules[1])
