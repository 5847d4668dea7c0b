"""Slow, obvious second answers: what the code computes cleverly is here computed by definition, by trying everything.

Nothing here calls the code that it is an oracle for; only the values (functions, conditions, fields) are shared.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import count, pairwise, product

from prioritera.methods.order import Side
from prioritera.methods.scales import Function, Log, Points
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.value import Missing
from prioritera.tables.evaluate import Seen, Values


def rational_value(function: Function, x: int) -> Fraction:
    """The value of a performance as a share of the whole, 0 to 1: no scale, no rounding."""
    assert not isinstance(function, Log), "a logarithm is no share that can be written out"
    if isinstance(function, Points):
        whole = function.whole or max(y for _, y in function.points)
        for (x0, y0), (x1, y1) in pairwise(function.points):
            if x0 <= x <= x1:
                return (y0 + Fraction(x - x0, x1 - x0) * (y1 - y0)) / whole
        return Fraction(function.points[0 if x < function.points[0][0] else -1][1], whole)
    whole = function.whole or max(y for _, y in function.bins)
    reached = [y for start, y in function.bins if start <= x]
    return Fraction(reached[-1] if reached else function.bins[0][1], whole)


def least_scale(functions: Sequence[Function], performances: Callable[[Function], Sequence[int]]) -> int:
    """The least S with which every value of every whole performance is whole, found by trying 1, 2, 3 …"""
    shares = {rational_value(function, x) for function in functions for x in performances(function)}
    return next(scale for scale in count(1) if all((share * scale).denominator == 1 for share in shares))


def rounded_value(function: Function, x: int, scale: int) -> int:
    """The value of a performance by the formulas of the design, section 5, written out as they stand there."""
    assert not isinstance(function, Log), "the formulas of the design are of straight lines"
    pairs = function.points if isinstance(function, Points) else function.bins
    whole = function.whole or max(y for _, y in pairs)
    scaled = [(at, (y * scale + whole // 2) // whole) for at, y in pairs]
    if not isinstance(function, Points):
        return next((v for at, v in reversed(scaled) if at <= x), scaled[0][1])
    clamped = min(max(x, scaled[0][0]), scaled[-1][0])
    (x0, y0), (x1, y1) = next(segment for segment in pairwise(scaled) if segment[0][0] <= clamped <= segment[1][0])
    d = x1 - x0
    rising = y0 + ((clamped - x0) * (y1 - y0) + d // 2) // d
    falling = y1 + ((x1 - clamped) * (y0 - y1) + d // 2) // d
    return rising if y1 >= y0 else falling


Completion = tuple[tuple[int, ...], ...]


def completions_of(lower: Sequence[tuple[int, ...]], upper: Sequence[tuple[int, ...]]) -> list[Completion]:
    """Every list of keys that the ranges allow, each part of each key on its own."""
    each = [
        list(product(*(range(least, most + 1) for least, most in zip(low, high, strict=True))))
        for low, high in zip(lower, upper, strict=True)
    ]
    return list(product(*each))


def rank_range(completions: Sequence[Completion], who: int) -> tuple[int, int]:
    """The best and the worst rank that one of them has in any completion: 1 + how many are strictly ahead."""
    ranks = [1 + sum(key > keys[who] for key in keys) for keys in completions]
    return min(ranks), max(ranks)


def side_of_cut(completions: Sequence[Completion], who: int, k: int) -> Side:
    """Inside when it and all that tie with it fit into k whatever is found out; outside when k others are ahead whatever is found out."""
    fits = [sum(key >= keys[who] for key in keys) <= k for keys in completions]
    if all(fits):
        return Side.INSIDE
    return Side.OUTSIDE if all(sum(key > keys[who] for key in keys) >= k for keys in completions) else Side.GREY_ZONE


def nearest_number(start: int, low: int, high: int, reaches: Callable[[int], bool]) -> int | None:
    """The number nearest to `start` that reaches, of two as near the greater: all of them tried."""
    for away in range(high - low + 1):
        for number in (start + away, start - away):
            if low <= number <= high and reaches(number):
                return number
    return None


def condition_holds(condition: Condition, value: Seen, field: Field | None) -> bool:
    """Whether a condition holds: the values that it names are listed one by one, and the value is looked for among them."""
    if isinstance(value, Missing):
        return condition.missing
    test = condition.test
    if isinstance(test, OneOf):
        return any(value == one for one in test.values)
    if isinstance(test, SetTest):
        assert isinstance(value, frozenset)
        return _set_holds(test, value)
    if isinstance(test, Within):
        assert field is not None
        order: Sequence[Seen] = list(range(field.low, field.high + 1)) if field.kind is Kind.WHOLE else field.words
        first = field.low if field.kind is Kind.WHOLE else 0
        named = [one for place, one in enumerate(order, first) if _from(test.low, place) and (test.high is None or place <= test.high)]
        return value in named
    if isinstance(test, ShareOfScore):
        assert isinstance(value, Fraction)
        least, below = test.low, test.below
        return (least is None or not value < least) and (below is None or not value >= below)
    return False


def _from(low: int | None, place: int) -> bool:
    return low is None or place >= low


def _set_holds(test: SetTest, value: frozenset[str]) -> bool:
    asked = []
    if test.any is not None:
        asked.append(len([word for word in value if word in test.any]) > 0)
    if test.all is not None:
        asked.append(len([word for word in test.all if word not in value]) == 0)
    if test.none is not None:
        asked.append(len([word for word in test.none if word in value]) == 0)
    if test.only is not None:
        asked.append(len(value) > 0 and len([word for word in value if word not in test.only]) == 0)
    return False not in asked


def matching(table: Table, values: Values, fields: dict[str, Field]) -> list[Rule]:
    """Every rule of which every condition holds, in order."""
    found = []
    for rule in table.rules:
        answers = [condition_holds(condition, values[condition.field], fields.get(condition.field)) for condition in rule.when]
        if False not in answers:
            found.append(rule)
    return found


def deciding(table: Table, values: Values, fields: dict[str, Field]) -> Rule | None:
    """The rule that decides; two at once under "unique" are a ValueError."""
    found = matching(table, values, fields)
    if table.hit is Hit.UNIQUE and len(found) > 1:
        raise ValueError
    return found[0] if found else None
