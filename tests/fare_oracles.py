"""How needs fare as their score rises, found by trying every need there can be with every performance. Nothing of the proofs is called."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import attrs

from prioritera.model.condition import SCORE
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from score_draws import points
from table_oracles import Point, facts, matching

# A need up to its destination but for its score, and the points that it can have.
Case = tuple[Point, tuple[int, ...]]


def target(rule: Rule) -> Target:
    """Where a rule of the destination table sends a need."""
    assert isinstance(rule.then, Course)
    return rule.then.to


def _gates(rules: RuleSet) -> list[Criterion]:
    return [one for one in rules.criteria if one.minimum is not None and one.minimum.outcome]


def _passing(one: Criterion, *, passes: bool) -> Criterion | None:
    """The criterion with the performances that pass its minimum, or with those that fail it; None when there are none."""
    assert one.low is not None
    assert one.high is not None
    assert one.minimum is not None
    kept = [x for x in range(one.low, one.high + 1) if (x >= one.minimum.x) is passes]
    return attrs.evolve(one, low=kept[0], high=kept[-1]) if kept else None


def _points(rules: RuleSet, passing: list[Criterion], failing: list[Criterion], *, exact: bool) -> set[int]:
    found = []
    for one in rules.criteria:
        narrowed = _passing(one, passes=one in passing) if one in (*passing, *failing) else one
        if narrowed is None:
            return set()
        found.append(narrowed)
    return points(attrs.evolve(rules, criteria=found), exact=exact)


def _scores(rules: RuleSet, *, exact: bool) -> tuple[set[int], set[int], dict[str, set[int]]]:
    """What needs score without minimums, past all of them, and by the outcome that one gives."""
    gates = _gates(rules)
    given: dict[str, set[int]] = {}
    for place, gate in enumerate(gates):
        assert gate.minimum is not None
        given.setdefault(gate.minimum.outcome, set()).update(_points(rules, gates[:place], [gate], exact=exact))
    return _points(rules, [], [], exact=exact), _points(rules, gates, [], exact=exact), given


def cases(rules: RuleSet, *, exact: bool) -> Iterator[Case]:
    """Every need there can be, once for each outcome that its performances can give it, with what it can then score."""
    without, past, given = _scores(rules, exact=exact)
    for fact in facts(rules):
        point, is_whole = dict(fact), True
        for table in (*rules.tables, rules.triage):
            hits = matching(table, point, rules)
            is_whole = is_whole and bool(hits)
            point[table.concludes] = str(hits[0].then) if hits else ""
        if not is_whole:
            continue
        outcome = str(point["outcome"])
        if outcome not in rules.outcomes or not rules.outcomes[outcome].ranked:
            yield point, tuple(sorted(without))
            continue
        yield point, tuple(sorted(past))
        for instead, found in given.items():
            yield {**point, "outcome": instead}, tuple(sorted(found))


def _sent(point: Point, share: Fraction, rules: RuleSet) -> Rule | None:
    hits = matching(rules.destination, {**point, SCORE: share}, rules)
    return hits[0] if hits else None


def moves(rules: RuleSet) -> tuple[set[tuple[str, str]], set[str]]:
    """The pairs of rules that send some need to different places as its score rises, and the rules that one comes back from."""
    of = rules.weight_sum * rules.scale
    pairs, back = set(), set()
    for point, scores in cases(rules, exact=True):
        way = [rule for score in scores if (rule := _sent(point, Fraction(score, of), rules)) is not None]
        pairs |= {(low.id, high.id) for low, high in combinations(way, 2) if target(low) != target(high)}
        back |= {mid.id for low, mid, high in combinations(way, 3) if target(low) == target(high) != target(mid)}
    return pairs, back


def unscored(rules: RuleSet) -> set[str]:
    """The rules that some need would be sent by with some share of the highest score, but by no score that one can have."""
    of = rules.weight_sum * rules.scale
    shares = [Fraction(part, 12) for part in range(13)]
    could, does = set(), set()
    for point, scores in cases(rules, exact=False):
        reachable = [_sent(point, share, rules) for share in (shares if scores else [])]
        sent = [_sent(point, Fraction(score, of), rules) for score in scores]
        could |= {one.id for one in reachable if one is not None}
        does |= {one.id for one in sent if one is not None}
    return could - does
