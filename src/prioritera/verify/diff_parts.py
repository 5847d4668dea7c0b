"""What is written otherwise in one rule set than in another: what only one side has, and what both have with another content."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from prioritera.methods.limits import Limits
from prioritera.methods.scales import Bins, Function, Log, Points
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.outcome import Outcome
from prioritera.model.rules_diff import Part
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.selection import Selection
from prioritera.model.table import Course, Rule, Table
from prioritera.reading.numbers import decimal_text
from prioritera.verify.diff_readings import judged_as_written
from prioritera.verify.shown import condition_as_written

_SHAPES = {Bins: "bins", Points: "points", Log: "log"}
# The keys of a thing, each with how it is written.
Written = Mapping[str, str]


def parts_of(old: RuleSet, new: RuleSet) -> tuple[Part, ...]:
    """Every part that is written otherwise, in the order of a rule file: what is removed, then what is added, then what is changed."""
    found = [
        *_compared("ruleset", {"": _head(old)}, {"": _head(new)}),
        *_compared("area", {term.id: {} for term in old.areas}, {term.id: {} for term in new.areas}),
        *_compared("outcome", _each(old.outcomes, _outcome), _each(new.outcomes, _outcome)),
        *_compared("field", _each(old.fields, _field), _each(new.fields, _field)),
        *_tables(old, new),
        *_compared("forbidden", {rule.id: _ban(rule, old) for rule in old.forbidden}, {rule.id: _ban(rule, new) for rule in new.forbidden}),
        *_compared("criterion", _criteria(old), _criteria(new)),
        *_compared("band", _bands(old), _bands(new)),
        *_compared("selection", _selections(old), _selections(new)),
        *_compared("placing", {"": _placing(old)}, {"": _placing(new)}),
    ]
    return tuple(found)


def _compared(kind: str, old: Mapping[str, Written], new: Mapping[str, Written]) -> Iterator[Part]:
    yield from (Part(kind=kind, id=name, before=name, after="") for name in old if name not in new)
    yield from (Part(kind=kind, id=name, before="", after=name) for name in new if name not in old)
    for name in (name for name in old if name in new):
        for key in dict.fromkeys([*old[name], *new[name]]):
            before, after = old[name].get(key, ""), new[name].get(key, "")
            if before != after:
                yield Part(kind=kind, id=name, key=key, before=before, after=after)


def _each(things: Mapping[str, object], written: Callable[..., Written]) -> dict[str, Written]:
    return {name: written(thing) for name, thing in things.items()}


def _head(rules: RuleSet) -> Written:
    days = {"valid_from": rules.valid_from, "valid_to": rules.valid_to}
    shown = {key: "" if day is None else day.isoformat() for key, day in days.items()}
    return {"id": rules.id, "version": rules.version, **shown, "object": rules.object, "domain": rules.domain}


def _outcome(outcome: Outcome) -> Written:
    return {"ranked": _flag(outcome.ranked), "look_again": _flag(outcome.look_again)}


def _field(field: Field) -> Written:
    asked = {"kind": field.kind.value, "from": field.origin.value, "measure": field.measure, "ordered": _flag(field.ordered)}
    if field.kind is Kind.WHOLE:
        return {**asked, "bounds": f"{field.low}–{field.high}"}
    if field.kind is Kind.FLAG or field.id in {"area", "outcome"}:
        return asked
    return {**asked, "words": ", ".join(field.words), **({"empty": _flag(field.may_be_empty)} if field.kind is Kind.SET else {})}


def _flag(value: object) -> str:
    return "true" if value else "false"


def _tables(old: RuleSet, new: RuleSet) -> Iterator[Part]:
    before, after = ({table.id: table for table in rules.all_tables} for rules in (old, new))
    yield from _compared("table", {name: {} for name in before}, {name: {} for name in after})
    for name, table in before.items():
        if name in after:
            other = after[name]
            yield from _compared("table", {name: _table(table)}, {name: _table(other)})
            yield from _compared("rule", _rules(table, old), _rules(other, new))
            yield from _order(table, other)


def _table(table: Table) -> Written:
    return {
        "hit": table.hit.value,
        "aggregate": table.aggregate.value if table.collects else "",
        "concludes": table.concludes,
        "ranks": ", ".join(table.order),
    }


def _rules(table: Table, rules: RuleSet) -> dict[str, Written]:
    return {f"{table.id}/{rule.id}": _rule(rule, rules) for rule in table.all_rules}


def _rule(rule: Rule, rules: RuleSet) -> Written:
    then = _course(rule.then) if isinstance(rule.then, Course) else str(rule.then)
    return {"when": _when(rule, rules), "then": then, "ask": ", ".join(rule.ask)}


def _ban(rule: Rule, rules: RuleSet) -> Written:
    return {"when": _when(rule, rules)}


def _when(rule: Rule, rules: RuleSet) -> str:
    return ", ".join(sorted(condition_as_written(condition, rules.fields.get(condition.field)) for condition in rule.when))


def _course(course: Course) -> str:
    via = [waypoint.actor if not waypoint.answer else f"answer_to {waypoint.actor}" for waypoint in course.via]
    also = [f"also {also.target.name} ({also.role})" for also in course.also]
    return ", ".join([" → ".join([*via, course.to.name]), *also])


def _order(table: Table, other: Table) -> Iterator[Part]:
    """The rules that both have, where they stand in another order."""
    both = {rule.id for rule in table.rules} & {rule.id for rule in other.rules}
    orders = [[rule.id for rule in one.rules if rule.id in both] for one in (table, other)]
    if orders[0] != orders[1]:
        first = next(at for at, (one, two) in enumerate(zip(*orders, strict=True)) if one != two)
        last = max(at for at, (one, two) in enumerate(zip(*orders, strict=True)) if one != two)
        before, after = (", ".join(order[first : last + 1]) for order in orders)
        yield Part(kind="table", id=table.id, key="order", before=before, after=after)


def _criteria(rules: RuleSet) -> dict[str, Written]:
    return {criterion.id: _criterion(criterion, rules) for criterion in rules.criteria}


def _criterion(criterion: Criterion, rules: RuleSet) -> Written:
    step, cap, minimum = criterion.step, criterion.cap, criterion.minimum
    by = None if cap is None else next((other for other in rules.criteria if other.id == cap.by), criterion)
    not_applicable = criterion.not_applicable
    return {
        "weight": f"{criterion.weight}/{rules.weight_sum}",
        "function": _function(criterion.function, step),
        "step": decimal_text(step),
        "bounds": "–".join("" if end is None else decimal_text(end * step) for end in (criterion.low, criterion.high)),
        "direction": criterion.direction,
        "panel": f"{criterion.panel.statistic}, {criterion.panel.min_answers}",
        "judged": judged_as_written(criterion),
        "not_applicable": "" if not_applicable is None else decimal_text(not_applicable * step),
        "cap": "" if cap is None or by is None else f"{cap.by}: {_function(cap.function, by.step)}",
        "minimum": "" if minimum is None else " ".join([decimal_text(minimum.x * step), *([minimum.outcome] if minimum.outcome else [])]),
        "relative": criterion.relative,
        "bars": ", ".join(f"{bar.object} {bar.domain}" for bar in criterion.bars),
    }


def _function(function: Function, step: Fraction) -> str:
    pairs = function.bins if isinstance(function, Bins) else function.points
    ends = [f"{decimal_text(x * step)}: {y}/{function.top}" for x, y in pairs]
    return f"{_SHAPES[type(function)]} {', '.join(ends)}"


def _bands(rules: RuleSet) -> dict[str, Written]:
    return {band.id: {"least": str(band.least)} for band in rules.bands}


def _placing(rules: RuleSet) -> Written:
    return {
        "list_key": ", ".join(rules.list_key),
        "classes": _breakers(() if rules.classes is None else (rules.classes,)),
        "tie_breakers": _breakers(rules.tie_breakers),
        "min_known": str(rules.min_known),
        "propose_leaving_out_above": str(rules.propose_leaving_out_above),
        "weights_total": "" if rules.weights_total is None else str(rules.weights_total),
    }


def _selections(rules: RuleSet) -> dict[str, Written]:
    return {one.id: _selection(one) for one in rules.selections}


def _selection(selection: Selection) -> Written:
    return {
        "selected": selection.kind,
        "per": selection.per,
        "size": "" if selection.size is None else str(selection.size),
        "limits": _limits(selection.limits),
        "groups": ", ".join(f"{name} {_limits(limits)}" for name, limits in selection.groups.items()),
        "top": "" if selection.top is None else str(selection.top),
        "judged": selection.criterion,
        "about": ", ".join((*selection.areas, *selection.outcomes, *selection.destinations)),
    }


def _limits(limits: Limits) -> str:
    return f"{limits.least}–{'' if limits.most is None else limits.most}"


def _breakers(breakers: Sequence[TieBreaker]) -> str:
    return ", ".join(f"{breaker.field or breaker.criterion} {breaker.prefer}" for breaker in breakers)
