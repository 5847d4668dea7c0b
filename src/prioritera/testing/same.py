"""Assert that two rule sets mean the same: for every need the same outcome, the same course and the same score."""

from collections.abc import Iterator, Sequence

import attrs

from prioritera.methods.scales import Log, corners, exact_scale, value_of
from prioritera.model.condition import Condition
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.text import Label
from prioritera.reading.numbers import decimal_text
from prioritera.tables.chain import OUTCOME
from prioritera.testing.complete import as_a_need, assert_complete
from prioritera.verify.boxes import Box, narrow, outside
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.findings import Witness
from prioritera.verify.reached import reached, witness_of
from prioritera.verify.shown import need_as_written
from prioritera.verify.world import Sheet, World, sheet_of, world_of

# What the conclusions of the new rules are called beside those of the old.
_NEW = "new/"
# What decides how needs are placed, compared as it is written.
_PLACED_BY = (
    "bands",
    "min_known",
    "propose_leaving_out_above",
    "list_key",
    "classes",
    "forbidden",
    "tie_breakers",
    "selections",
    "areas",
    "outcomes",
)


def assert_same_meaning(old: RuleSet, new: RuleSet, *, nodes: int = NODES) -> None:
    """Assert that two rule sets decide every need alike, however differently they are written.

    Proved, for every need there can be: the tables give the same outcome, and the same course for it, whatever the score; each criterion
    gives the same share of the score over its whole scale. Bands, list key, tie-breakers and the like must be the same. Words that people
    see, reasons, sources and what a rule asks for are not compared.

    Args:
        old: a complete rule set.
        new: a complete rule set.
        nodes: the budget of each comparison.

    Raises:
        AssertionError: with a need that is decided differently and the rules responsible on both sides; or what differs besides; or that
            the budget was not enough to say.

    >>> from prioritera import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> first, *others = rules.tables[0].rules
    >>> turned = attrs.evolve(rules.tables[0], rules=[*others, first])
    >>> assert_same_meaning(rules, attrs.evolve(rules, tables=[turned]))
    """
    if meaning_hash(old) == meaning_hash(new):
        return
    assert_complete(old, nodes=nodes)
    assert_complete(new, nodes=nodes)
    told = [*_fields(old, new), *_scores(old, new), *_placing(old, new)]
    if not told:
        told = list(_tables(old, new, nodes))
    if told:
        raise AssertionError("\n".join(told))


def _fields(old: RuleSet, new: RuleSet) -> Iterator[str]:
    """Fields that some table reads and that the two rule sets do not declare alike."""
    read = dict.fromkeys(name for rules in (old, new) for name in _read(rules))
    for name in read:
        one, other = old.fields.get(name), new.fields.get(name)
        if one is None or other is None:
            if one is not other and Origin.CONCLUSION not in {field.origin for field in (one, other) if field is not None}:
                yield f"field {name} is declared by the {'new' if one is None else 'old'} rules only"
        elif one.origin is not Origin.CONCLUSION and meaning_hash(one) != meaning_hash(other):
            yield f"field {name} is not declared alike: {_place(one)} and {_place(other)}"


def _read(rules: RuleSet) -> Iterator[str]:
    """The fields that some table reads, and those by which needs are placed or forbidden."""
    yield from (name for table in rules.all_tables for name in table.reads)
    yield from (name for name in _beside(rules) if name in rules.fields)


def _beside(rules: RuleSet) -> Iterator[str]:
    """What needs are placed or forbidden by, besides their score."""
    yield from rules.list_key
    yield from (breaker.field for breaker in rules.orderings)
    yield from (condition.field for rule in rules.forbidden for condition in rule.when)


def _scores(old: RuleSet, new: RuleSet) -> Iterator[str]:
    """What differs in the score: a criterion, its weight, or what a performance on it is worth."""
    names = dict.fromkeys(criterion.id for rules in (old, new) for criterion in rules.criteria)
    for name in names:
        one, other = (next((c for c in rules.criteria if c.id == name), None) for rules in (old, new))
        if one is None or other is None:
            yield f"criterion {name} is in the {'new' if one is None else 'old'} rules only"
        elif one.weight * new.weight_sum != other.weight * old.weight_sum:
            weights = f"{one.weight} of {old.weight_sum} in the old rules and {other.weight} of {new.weight_sum} in the new"
            yield f"criterion {name} weighs {weights}"
        else:
            yield from _worth(one, other)


def _worth(one: Criterion, other: Criterion) -> Iterator[str]:
    plain = [meaning_hash(attrs.evolve(c, function=one.function, weight=1)) for c in (one, other)]
    if plain[0] != plain[1]:
        yield f"criterion {one.id} is not declared alike: {_place(one)} and {_place(other)}"
        return
    scale = exact_scale([one.function, other.function])
    if type(one.function) is not type(other.function):
        yield f"criterion {one.id} is of another shape on one side than on the other, so its values are not compared"
        return
    if isinstance(one.function, Log) and one.function != other.function:
        yield f"criterion {one.id} goes by the logarithm through other points, so its values are not compared"
        return
    for x in sorted({*corners(one.function), *corners(other.function)}):
        was, is_now = value_of(one.function, x, scale), value_of(other.function, x, scale)
        if was != is_now:
            worth = f"{was} of {scale} of the scale in the old rules and {is_now} in the new"
            yield f"criterion {one.id}: {decimal_text(x * one.step)} is worth {worth}"
            return


def _placing(old: RuleSet, new: RuleSet) -> Iterator[str]:
    for name in _PLACED_BY:
        if meaning_hash(getattr(old, name)) != meaning_hash(getattr(new, name)):
            yield f"{name} differ: {_place(old)} and {_place(new)}"
    concluded = [table.concludes for table in new.tables if table.concludes in {*_beside(new)}]
    if concluded and meaning_hash(old.tables) != meaning_hash(new.tables):
        yield f"{', '.join(concluded)} decides more than the outcome, and the tables of the chain are not written alike"


def _place(one: Field | Criterion | RuleSet) -> str:
    return str(one.span) if one.span is not None else one.id


def _tables(old: RuleSet, new: RuleSet, nodes: int) -> Iterator[str]:
    """The first difference in what triage concludes; where there is none, the first in where needs are sent."""
    renamed = _renamed(new)
    both = _both(old, renamed)
    world = world_of(both)
    try:
        sheets = {table.id: sheet_of(table, world, Budget(nodes)) for table in (*both.tables, old.triage)}
        classifying = tuple(sheet for name, sheet in sheets.items() if name not in (renamed.triage.id, old.triage.id))
        before = tuple(attrs.evolve(sheet, total=True) for sheet in classifying)
        pair = sheets[old.triage.id], sheets[renamed.triage.id]
        found = next(_differences(pair, before, world, Budget(nodes)), None)
        if found is None:
            last = sheet_of(old.destination, world, Budget(nodes)), sheet_of(renamed.destination, world, Budget(nodes))
            before = (*before, attrs.evolve(pair[0], total=True))
            found = next(_differences(last, before, world, Budget(nodes)), None)
    except Exhausted:
        yield f"undecided: {nodes} steps were not enough to compare the tables"
        return
    if found is not None:
        yield _said(*found, old)


Difference = tuple[Rule, Rule, Witness]


def _differences(pair: tuple[Sheet, Sheet], before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Difference]:
    """The needs for which two tables, each complete, conclude differently."""
    one, other = pair
    asked = attrs.evolve(one.table, rules=(*one.table.rules, *other.table.rules))
    for was, box in _decided(one, [world.whole], budget):
        for is_now, piece in _decided(other, [box], budget):
            if was.then != is_now.then:
                for found in reached(piece, before, world, budget):
                    yield was, is_now, witness_of(found, asked, before, world)


def _decided(sheet: Sheet, boxes: Sequence[Box], budget: Budget) -> Iterator[tuple[Rule, Box]]:
    """The parts of some boxes that each rule decides."""
    left = list(boxes)
    for rule, region in zip(sheet.table.rules, sheet.regions, strict=True):
        for cut in region:
            yield from ((rule, part) for box in left if (part := narrow(box, cut)) is not None)
            left = [piece for box in left for piece in outside(box, [cut], budget)]


def _said(was: Rule, is_now: Rule, witness: Witness, old: RuleSet) -> str:
    mine = Witness({name: value for name, value in witness.items() if not name.startswith(_NEW)})
    names = [name for name in mine if name not in old.fields or old.fields[name].origin is not Origin.CONCLUSION]
    return "\n".join(
        [
            f"the old rules decide by {_rule(was)}, the new by {_rule(is_now)}",
            f"    for: {need_as_written(mine, names)}",
            as_a_need(mine, old),
        ]
    )


def _rule(rule: Rule) -> str:
    return f"{rule.id} ({rule.span})" if rule.span is not None else rule.id


def _renamed(rules: RuleSet) -> RuleSet:
    """The rule set with other names for what its tables conclude, but for the outcome that the destination table reads."""
    concluded = {table.concludes: f"{_NEW}{table.concludes}" for table in rules.tables}

    def renamed(table: Table, concludes: str) -> Table:
        return attrs.evolve(
            table, id=f"{_NEW}{table.id}", concludes=concludes, hit=Hit.FIRST, rules=[_reading(rule, concluded) for rule in table.rules]
        )

    fields = {concluded.get(name, name): attrs.evolve(field, id=concluded.get(name, name)) for name, field in rules.fields.items()}
    words = [Term(id=word, label=Label(sv=word, en=word)) for word in dict.fromkeys(str(rule.then) for rule in rules.triage.rules)]
    outcome = Field(id=f"{_NEW}{OUTCOME}", kind=Kind.CHOICE, origin=Origin.CONCLUSION, label=Label(sv="", en=""), terms=words)
    return attrs.evolve(
        rules,
        fields={**fields, outcome.id: outcome},
        tables=[renamed(table, concluded[table.concludes]) for table in rules.tables],
        triage=renamed(rules.triage, outcome.id),
        destination=renamed(rules.destination, rules.destination.concludes),
    )


def _reading(rule: Rule, names: dict[str, str]) -> Rule:
    """The rule with its conditions on fields of other names. What it is called stays: people look for it."""
    return attrs.evolve(rule, when=[_on(condition, names) for condition in rule.when])


def _on(condition: Condition, names: dict[str, str]) -> Condition:
    return attrs.evolve(condition, field=names.get(condition.field, condition.field))


def _both(old: RuleSet, renamed: RuleSet) -> RuleSet:
    """A rule set with the tables of both, so that one space has the axes of both."""
    return attrs.evolve(
        old,
        fields={**renamed.fields, **old.fields},
        tables=(*old.tables, *renamed.tables, renamed.triage),
        destination=attrs.evolve(old.destination, rules=(*old.destination.rules, *renamed.destination.rules)),
    )
