"""The chain of tables: classifying tables in order, then triage, then destination; and what it gives while something is not known.

A derived count, a level or a score may lie in a range. Its conditions cut the range into cells; all values of a cell give the same
result, so the chain is run once a cell.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import OneOf, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.result import Decision, Score
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.model.value import Between, FactValue
from prioritera.tables.evaluate import Fields, Seen, Values, conclude, decide, matches

OUTCOME = "outcome"
_NOTHING: FrozenMap[str, FactValue] = FrozenMap()


class NoRuleError(ValueError):
    """A table has no rule for some values, which no need comes to by verified rules alone; only a change by hand leads there."""

    def __init__(self, table: str) -> None:
        super().__init__(f"table {table} has no rule for these values; verify the rule set")
        self.table = table


@attrs.frozen
class ScoreRange:
    """A score from `low` to `high` points of `of`, which is at least 1."""

    low: int
    high: int
    of: int


def range_of(score: Score | None) -> ScoreRange:
    """The range that a score lies in; nothing of 1 where there is no score, or no criterion left in it.

    >>> range_of(None)
    ScoreRange(low=0, high=0, of=1)
    """
    return ScoreRange(score.low, score.high, score.of) if score is not None and score.of else ScoreRange(0, 0, 1)


Known = Mapping[str, Seen | Between | ScoreRange]


@attrs.frozen
class Run:
    """One run of the chain up to the outcome: the values with the conclusions added, and the rules that fired, each with its table.

    `concluded` are the conclusions alone. A table that collects may have several rules, in the order of its hit policy, or none.
    `forbidden` are the rules against such a need: with any, it has no outcome of triage.
    """

    values: FrozenMap[str, Seen] = attrs.field(converter=frozen_map)
    rules: tuple[tuple[str, Rule], ...] = attrs.field(converter=frozen_tuple)
    concluded: FrozenMap[str, FactValue] = attrs.field(converter=frozen_map)
    forbidden: tuple[Rule, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def outcome(self) -> str:
        """The outcome that triage concludes."""
        return str(self.concluded[OUTCOME])

    @property
    def triage_rule(self) -> Rule:
        """The rule of triage that decided."""
        return self.rules[-1][1]


def run_triage(rules: RuleSet, values: Values, by_hand: Mapping[str, FactValue] = _NOTHING) -> Run:
    """Run the classifying tables in order and then triage.

    Args:
        rules: a rule set without gaps.
        values: one value a field that is a fact or derived.
        by_hand: what a person has concluded of a field in the place of its table.

    Raises:
        NoRuleError: a table has no rule for these values. A verified rule set has one.
    """
    seen: dict[str, Seen] = dict(values)
    concluded: dict[str, FactValue] = {}
    fired = []
    for table in (*rules.tables, rules.triage):
        found = conclude(table, seen, rules.fields)
        if found.value is None or isinstance(found.value, Course):
            raise NoRuleError(table.id)
        seen[table.concludes] = concluded[table.concludes] = by_hand.get(table.concludes, found.value)
        fired.extend([(table.id, rule) for rule in found.fired])
    return Run(seen, fired, concluded, [rule for rule in rules.forbidden if matches(rule, seen, rules.fields)])


def chosen_class(decision: Decision, rules: RuleSet) -> Mapping[str, FactValue]:
    """The class that a person has chosen for a need, as the value of its field; nothing where nobody has."""
    chosen = decision.class_by_hand
    return _NOTHING if chosen is None or rules.classes is None else {rules.classes.field: chosen}


def run_destination(rules: RuleSet, values: Values) -> Rule:
    """The rule of the destination table for values that include the conclusions, the outcome and the score.

    Raises:
        NoRuleError: the table has no rule for these values.
    """
    rule = decide(rules.destination, values, rules.fields)
    if rule is None:
        raise NoRuleError(rules.destination.id)
    return rule


Cuts = Mapping[str, tuple[Fraction, ...]]
# Whether some need has its measures in these ranges, both ends included.
Possible = Callable[[Mapping[str, tuple[int, int]]], bool]


def cuts_of(rules: RuleSet) -> Cuts:
    """Where conditions change their answer: for each field with an order, and for the score, the first value of each new cell.

    Of a whole number the values themselves, of an ordered choice the places of its words, of the score the shares.
    """
    found: dict[str, set[Fraction]] = {}
    for rules_of in (*(table.rules for table in rules.all_tables), rules.forbidden):
        for condition in (condition for rule in rules_of for condition in rule.when):
            cuts = found.setdefault(condition.field, set())
            test = condition.test
            if isinstance(test, Within):
                cuts.update(Fraction(low) for low in (test.low,) if low is not None)
                cuts.update(Fraction(high + 1) for high in (test.high,) if high is not None)
            elif isinstance(test, ShareOfScore):
                cuts.update(share for share in (test.low, test.below) if share is not None)
            elif isinstance(test, OneOf) and rules.fields[condition.field].kind is Kind.CHOICE:
                places = [rules.fields[condition.field].words.index(str(word)) for word in test.values]
                cuts.update(Fraction(cut) for place in places for cut in (place, place + 1))
    return {name: tuple(sorted(cuts)) for name, cuts in found.items()}


def completions(known: Known, fields: Fields, cuts: Cuts, possible: Possible | None = None) -> Iterator[dict[str, Seen]]:
    """Every way to complete what is known, one representative a cell of each range, least first.

    With nothing open there is exactly one: the values themselves.

    Args:
        known: one value a field, or the range that it lies in.
        fields: the fields by id.
        cuts: where conditions change their answer.
        possible: whether some need has its measures in these ranges; cells that no need has together are left out. A verified rule set
            need not have a rule for them.
    """
    ranges = {name: value for name, value in known.items() if isinstance(value, Between | ScoreRange)}
    fixed: dict[str, Seen] = {name: value for name, value in known.items() if not isinstance(value, Between | ScoreRange)}
    if not ranges:
        yield fixed
        return
    cells = [_cells(value, fields.get(name), cuts.get(name, ())) for name, value in ranges.items()]
    exact = {name: (value, value) for name, value in fixed.items() if type(value) is int}
    for choice in product(*cells):
        spans = {**exact, **{name: span for name, (_, span) in zip(ranges, choice, strict=True)}}
        if possible is None or possible(_by_measure(spans, fields)):
            yield {**fixed, **{name: first for name, (first, _) in zip(ranges, choice, strict=True)}}


def _by_measure(spans: Mapping[str, tuple[int, int]], fields: Fields) -> dict[str, tuple[int, int]]:
    """The range of each measure among these fields: of two fields of one measure, what both allow."""
    found: dict[str, tuple[int, int]] = {}
    for name, (low, high) in spans.items():
        measure = fields[name].measure if name in fields else ""
        if measure:
            least, most = found.get(measure, (low, high))
            found[measure] = max(least, low), min(most, high)
    return found


def _cells(value: Between | ScoreRange, field: Field | None, cuts: tuple[Fraction, ...]) -> list[tuple[Seen, tuple[int, int]]]:
    """The first value of each cell of a range, with the least and the greatest number in it."""
    firsts = (cut.numerator if isinstance(value, Between) else -(-cut.numerator * value.of // cut.denominator) for cut in cuts)
    starts = sorted({value.low, *(first for first in firsts if value.low < first <= value.high)})
    ends = [*(start - 1 for start in starts[1:]), value.high]
    return [(_seen(start, value, field), (start, end)) for start, end in zip(starts, ends, strict=True)]


def _seen(number: int, value: Between | ScoreRange, field: Field | None) -> Seen:
    """A number of a range as tables see it: a share of the score, a number, or the word at its place."""
    if isinstance(value, ScoreRange):
        return Fraction(number, value.of)
    return number if field is None or field.kind is Kind.WHOLE else field.words[number]
