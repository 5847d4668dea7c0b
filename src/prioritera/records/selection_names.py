"""What selections name of a rule set: areas, outcomes, destinations, fields to group by and their words, lists, criteria that are judged.

A name that is not there would be without effect, unseen.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product

from prioritera.diagnostics import Diagnostic
from prioritera.model.field import Kind
from prioritera.model.ruleset import RuleSet
from prioritera.model.selection import JUDGES, LIST, UNION, Selection
from prioritera.model.table import Course
from prioritera.reading.close import MOST_SHOWN, closest, shortened

AREA, OUTCOME, DESTINATION = OF_NEEDS = ("area", "outcome", "destination")


def wrong_in_selections(selections: Sequence[Selection], rules: RuleSet) -> tuple[Diagnostic, ...]:
    """Every name in selections that the rule set does not have."""
    return tuple(found for one in selections for found in (*_unknown(one, rules), *_unjudged(one, rules)))


def groupings(rules: RuleSet, kind: str) -> tuple[str, ...]:
    """What needs may be grouped by: area, outcome, destination, list, a field with one word a need; in a union groups of judges too."""
    able = [name for name, field in rules.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG}]
    return tuple(dict.fromkeys([*OF_NEEDS, LIST, *([JUDGES] if kind == UNION else []), *able]))


def destinations(rules: RuleSet) -> tuple[str, ...]:
    """Where the rules of a rule set lead needs, in the order that it declares them.

    >>> from prioritera.loading.load import load_rules
    >>> destinations(load_rules("prioritera:gotland-arshjul"))
    ('origin',)
    """
    return tuple(dict.fromkeys(rule.then.to.name for rule in rules.destination.all_rules if isinstance(rule.then, Course)))


def _unknown(selection: Selection, rules: RuleSet) -> Iterator[Diagnostic]:
    named = [(name, shortened(known), closest(name, known)) for name, known in _named(selection, rules) if name not in known]
    lists = [_list(name, rules) for name in selection.groups] if selection.per == LIST else []
    for name, known, close in (*named, *(one for one in lists if one is not None)):
        params = {"id": selection.id, "value": name, "known": known, "close": close}
        yield Diagnostic(code="selection-name-unknown", span=selection.span, params=params)


def _unjudged(selection: Selection, rules: RuleSet) -> Iterator[Diagnostic]:
    """That nothing is judged by groups, where that is what a selection goes by: then there is no name to write instead."""
    if selection.criterion and not _judged(rules):
        params = {"id": selection.id, "criterion": selection.criterion, "rules": rules.id}
        yield Diagnostic(code="selection-none-judged", span=selection.span, params=params)


def _named(selection: Selection, rules: RuleSet) -> Iterator[tuple[str, Collection[str]]]:
    areas = tuple(area.id for area in rules.areas)
    yield from ((area, areas) for area in selection.areas)
    yield from ((outcome, _ranked(rules)) for outcome in selection.outcomes)
    yield from ((name, destinations(rules)) for name in selection.destinations)
    known = groupings(rules, selection.kind)
    if selection.per:
        yield selection.per, known
    if selection.criterion and (judged := _judged(rules)):
        yield selection.criterion, judged
    if selection.per in known and selection.per not in {LIST, JUDGES}:
        yield from ((group, _groups(selection.per, rules)) for group in selection.groups)


def _groups(per: str, rules: RuleSet) -> tuple[str, ...]:
    """The groups that there can be, with those of what is missing and of what is not settled."""
    if per == OUTCOME:
        return _ranked(rules)
    if per == DESTINATION:
        return destinations(rules)
    field = rules.fields[per]
    words = ("yes", "no") if field.kind is Kind.FLAG else tuple(term.id for term in field.terms)
    return (*words, *(() if per == AREA else ("missing", "open")))


def _list(name: str, rules: RuleSet) -> tuple[str, tuple[str, ...], str] | None:
    """What is there instead of a list that cannot be, and the one most like it; None for one that can. It is called by its key's values."""
    keys = [_groups(part, rules) for part in rules.list_key]
    parts = name.split("/")
    is_whole = len(parts) == len(keys)
    if is_whole and all(part in known for part, known in zip(parts, keys, strict=True)):
        return None
    # There may be more lists than anybody reads: as many are made as are shown.
    first = tuple("/".join(each) for each in islice(product(*keys), MOST_SHOWN + 1))
    near = [part if part in known else closest(part, known) for part, known in zip(parts, keys, strict=True)] if is_whole else []
    return name, shortened(first), "/".join(near) if near and all(near) else closest(name, first)


def _judged(rules: RuleSet) -> tuple[str, ...]:
    return tuple(one.id for one in rules.criteria if one.judged is not None)


def _ranked(rules: RuleSet) -> tuple[str, ...]:
    return tuple(name for name, outcome in rules.outcomes.items() if outcome.ranked)
