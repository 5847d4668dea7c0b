"""Hypothesis strategies that draw small values: value functions, criteria and assessments, fields' values, conditions and tables.

The fields are those of `builders.fields()`. Rounds of plain records are drawn in `draws.py`.
"""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from builders import criterion, fields, rule, rule_set, table, to
from prioritera.methods.scales import Bins, Function, Points, corners
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.value import Assessment, Between, Exact, FactValue, Interval, Missing, Panel, Reason, Value

FIELDS = fields()
# The fields that every table may read: facts and derived ones.
READABLE = [field for field in FIELDS.values() if field.origin is not Origin.CONCLUSION]
CAUSES = FIELDS["causes"].words
# The least difference between two scores that a drawn condition can tell apart.
SIXTHS = 6


@st.composite
def pairs(draw: st.DrawFn, *, least: int = 2, ordered: str = "") -> list[tuple[int, int]]:
    """Points of a function: x rising, heights 0..5 with at least one above 0; with `ordered`, heights that never fall or never rise."""
    xs = sorted(draw(st.sets(st.integers(-6, 8), min_size=least, max_size=4)))
    heights = draw(st.lists(st.integers(0, 5), min_size=len(xs), max_size=len(xs)).filter(any))
    if ordered:
        heights = sorted(heights, reverse=ordered == "falling")
    return list(zip(xs, heights, strict=True))


@st.composite
def functions(draw: st.DrawFn, *, ordered: str = "") -> Function:
    """Points or bins, sometimes with a whole that no height reaches."""
    whole = draw(st.none() | st.integers(5, 7))
    if draw(st.booleans()):
        return Points(draw(pairs(ordered=ordered)), whole)
    return Bins(draw(pairs(least=1, ordered=ordered)), whole)


@st.composite
def criteria(draw: st.DrawFn, criterion_id: str, *, directed: bool = False) -> Criterion:
    """A criterion with a scale of -7..9; with `directed`, its function keeps what its direction claims."""
    direction = draw(st.sampled_from(["higher-first", "lower-first"])) if directed else "none"
    ordered = {"higher-first": "rising", "lower-first": "falling", "none": ""}[direction]
    minimum = draw(st.none() | st.integers(-6, 8).map(lambda x: Minimum(x=x))) if direction != "lower-first" else None
    return criterion(
        criterion_id,
        draw(functions(ordered=ordered)),
        weight=draw(st.integers(1, 5)),
        low=-7,
        high=9,
        direction=direction,
        minimum=minimum,
        not_applicable=draw(st.none() | st.integers(-7, 9)),
    )


@st.composite
def rule_sets(draw: st.DrawFn, *, directed: bool = False) -> RuleSet:
    """One to three criteria, one of them perhaps capped by another, and perhaps tie-breakers of every kind."""
    found = [draw(criteria(name, directed=directed)) for name in ("one", "two", "three")[: draw(st.integers(1, 3))]]
    if len(found) > 1 and draw(st.booleans()):
        found[0] = draw(capped(found[0], found[1], directed=directed))
    breakers = draw(st.lists(tie_breakers([one.id for one in found]), max_size=3))
    return rule_set(criteria=found, tie_breakers=breakers)


@st.composite
def capped(draw: st.DrawFn, one: Criterion, by: Criterion, *, directed: bool) -> Criterion:
    """The criterion, capped by another: with `directed`, by more where the other is better."""
    ordered = {"higher-first": "rising", "lower-first": "falling", "none": ""}[by.direction if directed else "none"]
    heights = draw(pairs(ordered=ordered))
    whole = max(5, one.function.top)
    given = {name: getattr(one, name) for name in ("weight", "low", "high", "direction", "minimum", "not_applicable")}
    return criterion(one.id, one.function, **given, cap=Cap(by=by.id, function=Points(heights, whole)))


def tie_breakers(names: Sequence[str]) -> st.SearchStrategy[TieBreaker]:
    """By a field with an order or by a criterion, more or less first."""
    by_field = st.builds(TieBreaker, field=st.sampled_from(["wait", "urgent", "reach", "place"]), prefer=st.sampled_from(["more", "less"]))
    return by_field | by_criterion(names)


def by_criterion(names: Sequence[str]) -> st.SearchStrategy[TieBreaker]:
    """By a criterion alone."""
    return st.builds(TieBreaker, criterion=st.sampled_from(list(names)), prefer=st.sampled_from(["more", "less"]))


def performances(low: int = -7, high: int = 9) -> st.SearchStrategy[Value]:
    """A value in every one of its forms."""
    numbers = st.integers(low, high)
    return st.one_of(
        numbers.map(Exact),
        st.tuples(numbers, numbers).map(lambda pair: Interval(min(pair), max(pair))),
        st.sampled_from(Reason).map(Missing),
        st.builds(Panel, st.just((Fraction(1), Missing())), st.none() | numbers),
    )


def assessments(rules: RuleSet) -> st.SearchStrategy[dict[str, Assessment]]:
    """Values on some or all of the criteria."""
    one = performances().map(lambda value: Assessment(value=value))
    return st.fixed_dictionaries({}, optional={each.id: one for each in rules.criteria})


def known_values() -> st.SearchStrategy[dict[str, FactValue]]:
    """A value of every field that is read, facts sometimes missing."""
    return st.fixed_dictionaries({field.id: values_of(field) for field in READABLE})


def values_of(field: Field) -> st.SearchStrategy[FactValue]:
    """Every value of a field's domain, missing too where that can be."""
    words = st.sampled_from(field.words) if field.terms else st.nothing()
    domains: dict[Kind, st.SearchStrategy[FactValue]] = {
        Kind.CHOICE: words,
        Kind.SET: st.frozensets(words, min_size=1),
        Kind.WHOLE: st.integers(field.low, field.high),
        Kind.FLAG: st.booleans(),
    }
    missing: st.SearchStrategy[FactValue] = st.sampled_from(Reason).map(Missing)
    return domains[field.kind] | missing if field.may_be_missing else domains[field.kind]


@st.composite
def ranges_of(draw: st.DrawFn, field: Field) -> Between:
    """A range of a derived count or of an ordered choice's places."""
    last = field.high if field.kind is Kind.WHOLE else len(field.words) - 1
    ends = draw(st.tuples(st.integers(0, last), st.integers(0, last)))
    return Between(min(ends), max(ends))


@st.composite
def conditions(draw: st.DrawFn, field: Field) -> Condition:
    """A condition that can be asked of the field."""
    test = draw(_tests(field))
    return Condition(field=field.id, test=test, missing=field.may_be_missing and draw(st.booleans()))


def _tests(field: Field) -> st.SearchStrategy[OneOf | Within | SetTest]:
    last = field.high if field.kind is Kind.WHOLE else len(field.words) - 1
    bounds = st.none() | st.integers(0, max(last, 0))
    within = st.builds(Within, bounds, bounds)
    if field.kind is Kind.WHOLE:
        return within
    if field.kind is Kind.SET:
        some = st.none() | st.frozensets(st.sampled_from(CAUSES))
        return st.builds(SetTest, any=some, all=some, none=some, only=some)
    if field.kind is Kind.FLAG:
        return st.frozensets(st.booleans(), min_size=1).map(OneOf)
    one_of = st.frozensets(st.sampled_from(field.words), min_size=1).map(OneOf)
    return one_of | within if field.ordered else one_of


def score_conditions() -> st.SearchStrategy[Condition]:
    """A condition on the score, in sixths of the highest possible."""
    shares = st.none() | st.integers(0, SIXTHS).map(lambda sixths: Fraction(sixths, SIXTHS))
    return st.builds(ShareOfScore, shares, shares).map(lambda test: Condition(field="score", test=test))


@st.composite
def rules(draw: st.DrawFn, rule_id: str, then: str) -> Rule:
    """A rule with up to three conditions, each on a field of its own."""
    asked = draw(st.lists(st.sampled_from(READABLE), max_size=3, unique_by=lambda field: field.id))
    return rule(rule_id, then, {field.id: draw(conditions(field)) for field in asked})


@st.composite
def tables(draw: st.DrawFn, concludes: str = "outcome", words: Sequence[str] = ("go-on", "inform"), *, whole: bool = False) -> Table:
    """A table of up to five rules; with `whole`, one that ends with a rule for everything else and takes the first that matches."""
    found = [draw(rules(f"rule-{number}", draw(st.sampled_from(words)))) for number in range(draw(st.integers(0, 5)))]
    if whole:
        return table(concludes, *found, rule("otherwise", words[0]))
    return table(concludes, *found, hit=draw(st.sampled_from([Hit.FIRST, Hit.UNIQUE])))


@st.composite
def chains(draw: st.DrawFn) -> RuleSet:
    """A rule set with drawn tables: triage reads what the first one concludes, the destination reads outcome and score too."""
    level = draw(tables("level", ("low", "high"), whole=True))
    triage = draw(tables(whole=True))
    split = rule("by-level", "inform", {"level": draw(st.sampled_from(["low", "high"]))})
    asked = draw(st.lists(st.sampled_from(READABLE), max_size=2, unique_by=lambda field: field.id))
    on_score = {f"{number}": draw(score_conditions()) for number in range(draw(st.integers(0, 2)))}
    first = rule("first", to("agency"), {"outcome": "go-on", **on_score, **{field.id: draw(conditions(field)) for field in asked}})
    second = rule("second", to("rss"), {"score": draw(score_conditions())})
    return rule_set(
        tables=[level],
        triage=table("outcome", *triage.rules[:-1], split, triage.rules[-1]),
        destination=table("destination", first, second, rule("rest", to())),
    )


def spread_of(function: Function) -> range:
    """Every performance from a little below the function's first corner to a little above its last."""
    xs = corners(function)
    return range(xs[0] - 2, xs[-1] + 3)
