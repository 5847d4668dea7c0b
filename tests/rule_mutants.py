"""Mutants of a rule set: one thing changed in it, at random, as a slip of an author's would."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import Any

import attrs

from prioritera.methods.scales import Bins, Points
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Criterion, Minimum, PanelRule
from prioritera.model.field import Kind
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.table import Course, Rule, Table

# What a mutant is called, and the rule set; the rule set is None where the values themselves refuse it.
Mutant = tuple[str, RuleSet | None]
Mutate = Callable[[RuleSet, Random], RuleSet]


def mutants(rules: RuleSet, number: int, seed: int) -> list[Mutant]:
    """So many mutants, each different from the rule set; the same seed gives the same ones."""
    random = Random(seed)  # noqa: S311 -- no secrets: mutants that are the same each time
    found: list[Mutant] = []
    while len(found) < number:
        mutate = random.choice(MUTATIONS)
        try:
            mutant = mutate(rules, random)
        except (ValueError, TypeError):
            found.append((mutate.__name__.strip("_"), None))
            continue
        if mutant != rules:
            found.append((mutate.__name__.strip("_"), mutant))
    return found


def _with_table(rules: RuleSet, table: Table) -> RuleSet:
    if table.id == rules.triage.id:
        return attrs.evolve(rules, triage=table)
    if table.id == rules.destination.id:
        return attrs.evolve(rules, destination=table)
    return attrs.evolve(rules, tables=[table if one.id == table.id else one for one in rules.tables])


def _some_table(rules: RuleSet, random: Random) -> Table:
    """A table, the larger the more often."""
    return random.choice([table for table in rules.all_tables for _ in table.rules])


def _with_rule(rules: RuleSet, table: Table, at: int, rule: Rule) -> RuleSet:
    return _with_table(rules, attrs.evolve(table, rules=[*table.rules[:at], rule, *table.rules[at + 1 :]]))


def _rule_removed(rules: RuleSet, random: Random) -> RuleSet:
    table = _some_table(rules, random)
    at = random.randrange(len(table.rules))
    return _with_table(rules, attrs.evolve(table, rules=[*table.rules[:at], *table.rules[at + 1 :]]))


def _rules_swapped(rules: RuleSet, random: Random) -> RuleSet:
    table = _some_table(rules, random)
    one = random.randrange(len(table.rules) - 1)
    other = random.choice([one + 1, random.randrange(len(table.rules))])
    order = list(table.rules)
    order[one], order[other] = order[other], order[one]
    return _with_table(rules, attrs.evolve(table, rules=order))


def _condition_dropped(rules: RuleSet, random: Random) -> RuleSet:
    table = _some_table(rules, random)
    at = random.choice([place for place, rule in enumerate(table.rules) if rule.when])
    when = list(table.rules[at].when)
    when.pop(random.randrange(len(when)))
    return _with_rule(rules, table, at, attrs.evolve(table.rules[at], when=when))


def _condition_changed(rules: RuleSet, random: Random) -> RuleSet:
    table = _some_table(rules, random)
    at = random.choice([place for place, rule in enumerate(table.rules) if rule.when])
    rule = table.rules[at]
    which = random.randrange(len(rule.when))
    when = list(rule.when)
    when[which] = _other_condition(when[which], rules, random)
    return _with_rule(rules, table, at, attrs.evolve(rule, when=when))


def _other_condition(condition: Condition, rules: RuleSet, random: Random) -> Condition:
    test, field = condition.test, rules.fields.get(condition.field)
    if test is None or random.random() < 0.15:
        return attrs.evolve(condition, missing=not condition.missing)
    if isinstance(test, Within):
        move = random.choice([-1, 1])
        return attrs.evolve(
            condition,
            test=Within(
                None if test.low is None else test.low + move,
                None if test.high is None else test.high + (move if test.low is None else 0),
            ),
        )
    if isinstance(test, ShareOfScore):
        low, below = (None if share is None else share + Fraction(random.choice([-1, 1]), 12) for share in (test.low, test.below))
        return attrs.evolve(condition, test=ShareOfScore(low, below))
    words: Sequence[Any] = field.words if field is not None and field.words else (True, False)
    word = random.choice(words)
    if isinstance(test, OneOf):
        return attrs.evolve(condition, test=OneOf(test.values ^ {word}))
    part = random.choice([name for name in ("any", "all", "none", "only") if getattr(test, name) is not None])
    return attrs.evolve(condition, test=_set_test(test, part, word))


def _set_test(test: SetTest, part: str, word: str) -> SetTest:
    changed: SetTest = attrs.evolve(test, **{part: getattr(test, part) ^ {word}})
    return changed


def _conclusion_changed(rules: RuleSet, random: Random) -> RuleSet:
    table = _some_table(rules, random)
    at = random.randrange(len(table.rules))
    then = random.choice(table.rules).then
    return _with_rule(rules, table, at, attrs.evolve(table.rules[at], then=then))


def _course_changed(rules: RuleSet, random: Random) -> RuleSet:
    table = rules.destination
    at = random.randrange(len(table.rules))
    course = table.rules[at].then
    if not isinstance(course, Course):
        raise TypeError(course)
    changed = random.choice([attrs.evolve(course, via=course.via[1:]), attrs.evolve(course, also=course.also[1:])])
    return _with_rule(rules, table, at, attrs.evolve(table.rules[at], then=changed))


def _criterion(rules: RuleSet, random: Random, change: Callable[[Criterion], Criterion]) -> RuleSet:
    at = random.randrange(len(rules.criteria))
    return attrs.evolve(rules, criteria=[change(one) if place == at else one for place, one in enumerate(rules.criteria)])


def _weight_changed(rules: RuleSet, random: Random) -> RuleSet:
    return _criterion(rules, random, lambda one: attrs.evolve(one, weight=one.weight + random.choice([-1, 1, 2])))


def _weights_scaled(rules: RuleSet, random: Random) -> RuleSet:
    factor = random.choice([2, 3, 5])
    return attrs.evolve(rules, criteria=[attrs.evolve(one, weight=one.weight * factor) for one in rules.criteria])


def _criterion_removed(rules: RuleSet, random: Random) -> RuleSet:
    at = random.randrange(len(rules.criteria))
    return attrs.evolve(rules, criteria=[*rules.criteria[:at], *rules.criteria[at + 1 :]])


def _scale_changed(rules: RuleSet, random: Random) -> RuleSet:
    def change(one: Criterion) -> Criterion:
        pairs = list(one.function.bins if isinstance(one.function, Bins) else one.function.points)
        at = random.randrange(len(pairs))
        x, y = pairs[at]
        pairs[at] = random.choice([(x + random.choice([-1, 1]), y), (x, y + random.choice([-1, 1]))])
        return attrs.evolve(one, function=Bins(pairs) if isinstance(one.function, Bins) else Points(pairs))

    return _criterion(rules, random, change)


def _bounds_moved(rules: RuleSet, random: Random) -> RuleSet:
    return _criterion(rules, random, lambda one: attrs.evolve(one, low=(one.low or 0) + random.choice([-1, 1])))


def _panel_changed(rules: RuleSet, random: Random) -> RuleSet:
    panel = PanelRule(statistic=random.choice(["median", "mean"]), min_answers=random.randint(1, 4))
    return _criterion(rules, random, lambda one: attrs.evolve(one, panel=panel))


def _minimum_set(rules: RuleSet, random: Random) -> RuleSet:
    minimum = Minimum(x=random.randint(1, 3), outcome=random.choice(["", *rules.outcomes]))
    return _criterion(rules, random, lambda one: attrs.evolve(one, minimum=minimum))


def _not_applicable_set(rules: RuleSet, random: Random) -> RuleSet:
    return _criterion(rules, random, lambda one: attrs.evolve(one, not_applicable=random.randint(0, 3)))


def _band_moved(rules: RuleSet, random: Random) -> RuleSet:
    at = random.randrange(len(rules.bands))
    least = rules.bands[at].least + Fraction(random.choice([-1, 1]), random.choice([12, 100]))
    return attrs.evolve(rules, bands=[attrs.evolve(one, least=least) if place == at else one for place, one in enumerate(rules.bands)])


def _band_removed(rules: RuleSet, random: Random) -> RuleSet:
    at = random.randrange(len(rules.bands))
    return attrs.evolve(rules, bands=[*rules.bands[:at], *rules.bands[at + 1 :]])


def _share_moved(rules: RuleSet, random: Random) -> RuleSet:
    name = random.choice(["min_known", "propose_leaving_out_above"])
    return attrs.evolve(rules, **{name: getattr(rules, name) + Fraction(random.choice([-1, 1]), random.choice([4, 12]))})


def _list_key_changed(rules: RuleSet, random: Random) -> RuleSet:
    part = random.choice(["area", "outcome", "destination", "level"])
    kept = tuple(one for one in rules.list_key if one != part)
    return attrs.evolve(rules, list_key=kept if part in rules.list_key else (*kept, part))


def _tie_breaker_added(rules: RuleSet, random: Random) -> RuleSet:
    ordered = [name for name, field in rules.fields.items() if field.ordered or field.kind in {Kind.WHOLE, Kind.FLAG}]
    breakers = [TieBreaker(criterion=one.id) for one in rules.criteria] + [TieBreaker(field=name) for name in ordered]
    prefer = random.choice(["more", "less"])
    return attrs.evolve(rules, tie_breakers=[*rules.tie_breakers, attrs.evolve(random.choice(breakers), prefer=prefer)])


def _outcome_changed(rules: RuleSet, random: Random) -> RuleSet:
    name = random.choice(list(rules.outcomes))
    one = rules.outcomes[name]
    changed = random.choice([attrs.evolve(one, ranked=not one.ranked), attrs.evolve(one, look_again=not one.look_again)])
    return attrs.evolve(rules, outcomes={**rules.outcomes, name: changed})


def _word_removed(rules: RuleSet, random: Random) -> RuleSet:
    name = random.choice([name for name, field in rules.fields.items() if len(field.words) > 1])
    field = rules.fields[name]
    at = random.randrange(len(field.terms))
    changed = attrs.evolve(field, terms=[*field.terms[:at], *field.terms[at + 1 :]])
    return attrs.evolve(rules, fields={**rules.fields, name: changed})


# What is done most often is what authors do most often: mutations of tables stand several times.
MUTATIONS: tuple[Mutate, ...] = (
    *(4 * (_rule_removed, _rules_swapped, _condition_dropped, _condition_changed, _conclusion_changed)),
    *(2 * (_course_changed, _weight_changed, _scale_changed)),
    _weights_scaled,
    _criterion_removed,
    _bounds_moved,
    _panel_changed,
    _minimum_set,
    _not_applicable_set,
    _band_moved,
    _band_removed,
    _share_moved,
    _list_key_changed,
    _tie_breaker_added,
    _outcome_changed,
    _word_removed,
)
