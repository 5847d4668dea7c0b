"""What hit policies mean, written out one by one as the DMN standard words them; and what is wrong with tables, by trying every need.

Conditions are asked of the slow oracle; nothing of `prioritera.verify` and nothing that concludes is called here.
"""

from collections.abc import Iterator

from prioritera.model.condition import SCORE
from prioritera.model.field import Field
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Course, Hit, Rule, Table
from table_oracles import SCORES, Point, Wrong, could_match, facts, matching, with_engine

Value = str | int | frozenset[str] | Course | None


def best_first(table: Table, rules: list[Rule]) -> list[Rule]:
    """The rules whose conclusion stands first in the table's order, then those of the next, each group as it is written."""
    return [rule for word in table.order for rule in rules if rule.then == word]


def concluded(table: Table, matched: list[Rule], field: Field | None) -> tuple[Value, list[Rule]]:
    """What the rules that match come to, and which of them fired. A clash under "unique" or "any" is read as "first"."""
    if not matched and table.default is not None:
        then = table.default.then
        gathers = table.hit in {Hit.RULE_ORDER, Hit.OUTPUT_ORDER} or (table.hit is Hit.COLLECT and table.aggregate is Aggregate.LIST)
        return frozenset([str(then)]) if gathers else then, [table.default]
    if table.hit in {Hit.FIRST, Hit.UNIQUE, Hit.ANY}:
        return (matched[0].then, matched[:1]) if matched else (None, [])
    if table.hit is Hit.PRIORITY:
        ranked = best_first(table, matched)
        return (ranked[0].then, ranked[:1]) if ranked else (None, [])
    if table.hit is Hit.COLLECT and table.aggregate is not Aggregate.LIST:
        return _number(table.aggregate, matched), matched
    fired = best_first(table, matched) if table.hit is Hit.OUTPUT_ORDER else matched
    words = frozenset(str(rule.then) for rule in fired)
    is_answer = bool(words) or field is None or field.may_be_empty
    return words if is_answer else None, fired


def _number(aggregate: Aggregate, matched: list[Rule]) -> int | None:
    numbers = [int(str(rule.then)) for rule in matched if isinstance(rule.then, int)]
    if aggregate is Aggregate.COUNT:
        return len(matched)
    if not matched:
        return None
    if aggregate is Aggregate.SUM:
        total = 0
        for number in numbers:
            total += number
        return total
    rising = sorted(numbers)
    return rising[0] if aggregate is Aggregate.MIN else rising[-1]


def reaching(rules: RuleSet) -> dict[str, list[Point]]:
    """The needs that come to each table: those for which every table before concludes something that its field can hold."""
    found: dict[str, list[Point]] = {}
    points = facts(rules)
    for table in (*rules.tables, rules.triage):
        found[table.id] = points
        field = rules.fields[table.concludes]
        onward: list[Point] = []
        for point in points:
            value, _ = concluded(table, matching(table, point, rules), field)
            if value is not None and not isinstance(value, Course) and field.holds(value):
                onward.append({**point, table.concludes: value})
        points = onward
    given = [changed for point in points for changed in with_engine(point, rules)]
    scores = SCORES if SCORE in rules.destination.reads else SCORES[:1]
    found[rules.destination.id] = [{**point, SCORE: score} for point in given for score in scores]
    return found


def wrongs(rules: RuleSet) -> set[Wrong]:
    """Everything that is wrong with the tables."""
    points = reaching(rules)
    return {wrong for table in rules.all_tables for wrong in _wrong_table(table, points[table.id], rules)}


def _wrong_table(table: Table, points: list[Point], rules: RuleSet) -> Iterator[Wrong]:
    field = rules.fields.get(table.concludes)
    hits = [matching(table, point, rules) for point in points]
    values = [concluded(table, matched, field)[0] for matched in hits]
    if any(value is None for value in values):
        yield ("Gap", table.id, "", ())
    numbers = [value for value in values if type(value) is int and field is not None]
    if field is not None and any(number < field.low for number in numbers):
        yield ("Outside", table.id, "below", ())
    if field is not None and any(number > field.high for number in numbers):
        yield ("Outside", table.id, "above", ())
    if table.default is not None and all(hits):
        yield ("DefaultUnused", table.id, "", ())
    for rule in table.rules:
        yield from _wrong_rule(rule, table, hits, rules)


def _wrong_rule(rule: Rule, table: Table, hits: list[list[Rule]], rules: RuleSet) -> Iterator[Wrong]:
    mine = [matched for matched in hits if rule in matched]
    if not mine:
        yield ("Unreachable" if could_match(rule, rules) else "Contradiction", table.id, rule.id, ())
        return
    ranked = best_first(table, list(table.rules)) if table.hit is Hit.PRIORITY else list(table.rules)
    before = ranked[: ranked.index(rule)]
    shared = tuple(other.id for other in before if any(other in matched for matched in mine))
    otherwise = tuple(other.id for other in before if other.id in shared and (other.then, other.ask) != (rule.then, rule.ask))
    decides = any(not any(other in matched for other in before) for matched in mine)
    if table.hit is Hit.UNIQUE and shared:
        yield ("Overlap", table.id, rule.id, shared)
    if table.hit is Hit.ANY and otherwise:
        yield ("Conflict", table.id, rule.id, otherwise)
    if table.hit is Hit.FIRST and not decides:
        yield ("Dead", table.id, rule.id, ())
    if table.hit is Hit.PRIORITY and not decides:
        yield ("Outranked", table.id, rule.id, shared)
