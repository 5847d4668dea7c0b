"""Two rule sets laid out together: the axes of both, so that one box of needs can be asked what each of them makes of it.

What both know alike is one field; what they conclude differently, or know by the same name but in another way, is one field a side, with
"before:" or "after:" ahead of its name. Of a field whose words or bounds differ, the needs that both can judge are compared.

What triage concludes and what the destination table then reads are two fields: the engine may give another outcome between them.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, Test, Within
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule, Table
from prioritera.model.text import Label
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import space_of
from prioritera.verify.budget import NODES, Budget
from prioritera.verify.concluded import concluded_by
from prioritera.verify.impossible import never
from prioritera.verify.world import Sheet, World, sheet_of

BEFORE, AFTER = "before:", "after:"
# What triage concludes, where both have the same triage.
TRIAGED = "both:outcome"


@attrs.frozen(kw_only=True)
class Side:
    """One of the two. `names` are its fields in the joint space, `sheets` its tables there, in the order they are run."""

    rules: RuleSet
    names: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    sheets: tuple[Sheet, ...] = attrs.field(converter=frozen_tuple)

    def sheet(self, concludes: str) -> Sheet | None:
        """The table that concludes a field of this name in the joint space, or None."""
        return next((sheet for sheet in self.sheets if sheet.table.concludes == concludes), None)

    def own(self, name: str) -> str:
        """The side's own name of a field of the joint space."""
        return next(one for one, joint in self.names.items() if joint == name)

    @property
    def triaged(self) -> str:
        """The name, in the joint space, of what its triage concludes."""
        return self.names[OUTCOME]


@attrs.frozen(kw_only=True)
class Joint:
    """Both sides over one world."""

    old: Side
    new: Side
    world: World

    @property
    def chain(self) -> tuple[Sheet, ...]:
        """The tables up to triage of both, each that they share once, in an order in which each stands after what it reads."""
        first = self.old.sheets[:-1]
        known = {sheet.table.concludes for sheet in first}
        return (*first, *(sheet for sheet in self.new.sheets[:-1] if sheet.table.concludes not in known))


def joint(old: RuleSet, new: RuleSet, *, same_score: bool, nodes: int = NODES) -> Joint:
    """Lay out two verified rule sets together.

    Args:
        old: a rule set whose tables are proved whole.
        new: another.
        same_score: whether every need has the same share of the highest score by both.
        nodes: the budget of laying out a table.

    Raises:
        Exhausted: a table is too wide to lay out; then it was not verified either.
    """
    fields = {**_shared_fields(old, new), OUTCOME: _outcomes(old, new)}
    names = {BEFORE: _names(old, fields, BEFORE, same_score=same_score), AFTER: _names(new, fields, AFTER, same_score=same_score)}
    for before, after in _pairs(old, new):
        # Tables are met in the order they are run: what one reads is named before it is.
        alike = _written(before, old, names[BEFORE], fields), _written(after, new, names[AFTER], fields)
        one, other = (_outcomes(rules) if before.concludes == OUTCOME else rules.fields[before.concludes] for rules in (old, new))
        if _same(*alike) and _domain(one) == _domain(other):
            name = TRIAGED if before.concludes == OUTCOME else before.concludes
            fields[name] = attrs.evolve(other, id=name)
            names[BEFORE][before.concludes] = names[AFTER][before.concludes] = name
    for rules, prefix in ((old, BEFORE), (new, AFTER)):
        fields |= _own_fields(rules, names[prefix])
    tables = {
        prefix: tuple(_written(table, rules, names[prefix], fields) for table in rules.all_tables)
        for rules, prefix in ((old, BEFORE), (new, AFTER))
    }
    world = _world(old, new, fields, tables)

    def side(rules: RuleSet, prefix: str) -> Side:
        sheets = [attrs.evolve(sheet_of(table, world, Budget(nodes)), total=True) for table in tables[prefix]]
        return Side(rules=rules, names=names[prefix], sheets=sheets)

    return Joint(old=side(old, BEFORE), new=side(new, AFTER), world=world)


def together(one: Field, other: Field) -> Field | None:
    """What two fields of one name have in common; None when they are asked in different ways, or no value is in both.

    >>> from prioritera.model.text import Label
    >>> wait = Field(id="wait", kind=Kind.WHOLE, low=0, high=9, label=Label(sv="väntan", en="wait"))
    >>> found = together(wait, attrs.evolve(wait, low=3, high=20))
    >>> found.low, found.high
    (3, 9)
    """
    if (one.kind, one.origin, one.measure) != (other.kind, other.origin, other.measure):
        return None
    terms = tuple(term for term in other.terms if term.id in one.words)
    low, high = max(one.low, other.low), min(one.high, other.high)
    if (one.kind is Kind.WHOLE and low > high) or (one.kind in {Kind.CHOICE, Kind.SET} and not terms):
        return None
    return attrs.evolve(other, terms=terms, low=low, high=high, may_be_empty=one.may_be_empty and other.may_be_empty)


def _shared_fields(old: RuleSet, new: RuleSet) -> dict[str, Field]:
    """The facts and measures that both know."""
    both = [name for name in old.fields if name in new.fields and old.fields[name].origin is not Origin.CONCLUSION]
    found = {name: together(old.fields[name], new.fields[name]) for name in both}
    return {name: field for name, field in found.items() if field is not None}


def _names(rules: RuleSet, shared: Mapping[str, Field], prefix: str, *, same_score: bool) -> dict[str, str]:
    names = {name: name if name in shared else f"{prefix}{name}" for name in rules.fields}
    return {**names, OUTCOME: f"{prefix}{OUTCOME}", SCORE: SCORE if same_score else f"{prefix}{SCORE}"}


def _pairs(old: RuleSet, new: RuleSet) -> list[tuple[Table, Table]]:
    """The tables of both that conclude a field of one name, in the old one's order."""
    by_conclusion = {table.concludes: table for table in (*new.tables, new.triage)}
    return [(table, by_conclusion[table.concludes]) for table in (*old.tables, old.triage) if table.concludes in by_conclusion]


def _domain(field: Field) -> object:
    return field.kind, field.words, field.low, field.high, field.may_be_empty


def _same(one: Table, other: Table) -> bool:
    """Whether two tables are the same, whatever their rules are called and why they are there."""

    def parts(table: Table) -> object:
        otherwise = None if table.default is None else table.default.then
        rows = [(frozenset(rule.when), rule.then) for rule in table.rules]
        return table.concludes.rpartition(":")[2], table.hit, table.aggregate, table.order, otherwise, rows

    return parts(one) == parts(other)


def _own_fields(rules: RuleSet, names: Mapping[str, str]) -> dict[str, Field]:
    """The fields that one side alone has, by their names in the joint space."""
    known = {**rules.fields, OUTCOME: _outcomes(rules)}
    own = [(name, joint) for name, joint in names.items() if joint.startswith((BEFORE, AFTER)) and name in known]
    return {joint: attrs.evolve(known[name], id=joint) for name, joint in own}


def _outcomes(*sides: RuleSet) -> Field:
    """The outcome as a field: any that a side knows."""
    words = dict.fromkeys([*(word for rules in sides for word in rules.outcomes), FACT_NEEDED])
    terms = [Term(id=word, label=Label(sv=word, en=word)) for word in words]
    return Field(id=OUTCOME, kind=Kind.CHOICE, origin=Origin.CONCLUSION, label=Label(sv=OUTCOME, en=OUTCOME), terms=terms)


def _written(table: Table, rules: RuleSet, names: Mapping[str, str], fields: Mapping[str, Field]) -> Table:
    """The table in the words of the joint space."""

    def condition(asked: Condition) -> Condition:
        name = OUTCOME if asked.field == OUTCOME else names[asked.field]
        test = _in_words(asked.test, rules.fields.get(asked.field))
        kept = frozenset(fields[name].words) if name in fields else None
        return attrs.evolve(asked, field=name, test=test if kept is None or test is None else _within_words(test, kept))

    def rule(row: Rule) -> Rule:
        return attrs.evolve(row, when=[condition(asked) for asked in row.when])

    return attrs.evolve(table, concludes=names.get(table.concludes, table.concludes), rules=[rule(row) for row in table.rules])


def _in_words(test: Test | None, field: Field | None) -> Test | None:
    """A test of the places of a choice's words as a test of the words themselves: the two sides may order them differently."""
    if not isinstance(test, Within) or field is None or field.kind is not Kind.CHOICE:
        return test
    low = 0 if test.low is None else test.low
    high = len(field.words) - 1 if test.high is None else test.high
    return OneOf(word for place, word in enumerate(field.words) if low <= place <= high)


def _within_words(test: Test, known: frozenset[str]) -> Test:
    """The test without the words that not both sides know: the needs that are compared never have them."""
    if isinstance(test, OneOf):
        return OneOf(value for value in test.values if isinstance(value, bool) or value in known)
    if not isinstance(test, SetTest):
        return test
    if test.all is not None and not test.all <= known:
        return SetTest(any=frozenset())
    return SetTest(any=_kept(test.any, known), all=_kept(test.all, known), none=_kept(test.none, known), only=_kept(test.only, known))


def _kept(words: frozenset[str] | None, known: frozenset[str]) -> frozenset[str] | None:
    return None if words is None else words & known


def _world(old: RuleSet, new: RuleSet, fields: Mapping[str, Field], tables: Mapping[str, Sequence[Table]]) -> World:
    (*chain, triage, destination), (*more, last, end) = tables[BEFORE], tables[AFTER]
    both = attrs.evolve(
        new,
        fields=fields,
        outcomes={**old.outcomes, **new.outcomes},
        tables=(*chain, triage, destination, *more),
        triage=last,
        destination=end,
    )
    space = space_of(both)
    whole = list(space.whole)
    for table in (*chain, triage, *more, last):
        for place, mask in concluded_by(table, space):
            whole[place] = mask
    return World(space=space, whole=tuple(whole), never=never(space), given={})
