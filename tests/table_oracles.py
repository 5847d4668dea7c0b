"""What the proofs of tables must say, found by trying every need there can be: every value of every field, every word, every subset.

Only for rule sets of few fields. Conditions are asked of the slow oracle; nothing of `prioritera.verify` is called here.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import chain, combinations, product

from oracles import condition_holds
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.value import Missing
from prioritera.tables.evaluate import Seen

Point = dict[str, Seen]
# What is wrong: the kind of finding, the table, the rule ("" of a whole table) and, of an overlap, the earlier rules.
Wrong = tuple[str, str, str, tuple[str, ...]]

# Enough to stand for every score: the shares that conditions are drawn from are among them.
SCORES = tuple(Fraction(part, 12) for part in range(13))
MEASURES = ("distinct-rss", "distinct-organisations", "anchoring-level")


def domain(field: Field) -> list[Seen]:
    """Every value of a field, missing with them where it may be."""
    values: list[Seen]
    if field.kind is Kind.SET:
        sizes = range(0 if field.may_be_empty else 1, len(field.words) + 1)
        values = [frozenset(words) for size in sizes for words in combinations(field.words, size)]
    elif field.kind is Kind.WHOLE:
        values = list(range(field.low, field.high + 1))
    else:
        values = [False, True] if field.kind is Kind.FLAG else list(field.words)
    return [*values, Missing()] if field.origin is Origin.FACT and field.id != "area" else values


@cache
def _measured(names: tuple[str, ...]) -> frozenset[tuple[int, ...]]:
    """The values that these measures can have together, as `prioritera.measures.implied` states it, whatever the others are."""
    found = set()
    for structures, bodies, anchoring in product(range(7), range(7), range(6)):
        stated = structures <= bodies and bodies >= 1 and (anchoring < 3 or structures >= 1) and (anchoring < 5 or structures >= 2)
        if stated:
            values = dict(zip(MEASURES, (structures, bodies, anchoring), strict=True))
            found.add(tuple(values[name] for name in names))
    return frozenset(found)


def can_be(point: Mapping[str, Seen], fields: Mapping[str, Field]) -> bool:
    """Whether what measures imply of each other holds."""
    derived = [field for field in fields.values() if field.measure in MEASURES]
    return tuple(point[field.id] for field in derived) in _measured(tuple(field.measure for field in derived))


def facts(rules: RuleSet) -> list[Point]:
    """Every need there can be, without its score."""
    fields = {name: field for name, field in rules.fields.items() if field.origin is not Origin.CONCLUSION}
    points = [dict(zip(fields, values, strict=True)) for values in product(*(domain(field) for field in fields.values()))]
    return [point for point in points if can_be(point, fields)]


def matching(table: Table, point: Point, rules: RuleSet) -> list[Rule]:
    """Every rule that matches."""
    return [rule for rule in table.rules if matches(rule, point, rules)]


def matches(rule: Rule, point: Point, rules: RuleSet) -> bool:
    return all(condition_holds(condition, point[condition.field], rules.fields.get(condition.field)) for condition in rule.when)


def reaching(rules: RuleSet) -> dict[str, list[Point]]:
    """The needs that come to each table, with what the tables before concluded and the outcomes that the engine may give instead."""
    found: dict[str, list[Point]] = {}
    points = facts(rules)
    for table in (*rules.tables, rules.triage):
        found[table.id] = points
        decided = [(point, matching(table, point, rules)) for point in points]
        points = [{**point, table.concludes: str(hits[0].then)} for point, hits in decided if hits]
    scores = SCORES if SCORE in rules.destination.reads else (Fraction(0),)
    given = chain.from_iterable(with_engine(point, rules) for point in points)
    found[rules.destination.id] = [{**point, SCORE: score} for point in given for score in scores]
    return found


def with_engine(point: Point, rules: RuleSet) -> list[Point]:
    """The need as triage left it; after a failed minimum; and when something it hangs on is not known."""
    ranked = point["outcome"] in rules.outcomes and rules.outcomes[str(point["outcome"])].ranked
    gates = [c.minimum.outcome for c in rules.criteria if c.minimum is not None and c.minimum.outcome and ranked]
    read = {name for table in rules.all_tables for name in table.reads}
    numbers = [f for f in rules.fields.values() if f.origin is Origin.DERIVED and f.id in read and (f.kind is Kind.WHOLE or f.ordered)]
    is_open = bool(numbers) or SCORE in read or bool(gates)
    return [{**point, "outcome": outcome} for outcome in dict.fromkeys([point["outcome"], *gates, *(["fact-needed"] * is_open)])]


def wrongs(rules: RuleSet) -> set[Wrong]:
    """Everything that is wrong with the tables."""
    found: set[Wrong] = set()
    points = reaching(rules)
    for table in rules.all_tables:
        hits = [matching(table, point, rules) for point in points[table.id]]
        if not all(hits):
            found.add(("Gap", table.id, "", ()))
        for rule in table.rules:
            found.update(_wrong_rule(rule, table, hits, rules))
    return found


def _wrong_rule(rule: Rule, table: Table, hits: list[list[Rule]], rules: RuleSet) -> Iterator[Wrong]:
    mine = [matched for matched in hits if rule in matched]
    before = [matched[: matched.index(rule)] for matched in mine]
    earlier = tuple(other.id for other in table.rules if any(other in matched for matched in before))
    if not mine:
        yield ("Unreachable" if could_match(rule, rules) else "Contradiction", table.id, rule.id, ())
    elif table.hit is Hit.UNIQUE and earlier:
        yield ("Overlap", table.id, rule.id, earlier)
    elif table.hit is Hit.FIRST and all(before):
        yield ("Dead", table.id, rule.id, ())


def could_match(rule: Rule, rules: RuleSet) -> bool:
    """Whether the rule matches some need, had the tables before it concluded any of the words that there are.

    Conclusions that the rule does not ask for, and the score where it does not, are not varied: they change nothing.
    """
    asked = {condition.field for condition in rule.when}
    free = {name: field for name, field in rules.fields.items() if field.origin is Origin.CONCLUSION and name in asked}
    concluded = [dict(zip(free, words, strict=True)) for words in product(*(domain(field) for field in free.values()))]
    scores = SCORES if SCORE in asked else (Fraction(0),)
    return any(matches(rule, {**point, **words, SCORE: score}, rules) for point in facts(rules) for words in concluded for score in scores)
