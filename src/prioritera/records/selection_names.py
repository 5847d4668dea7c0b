"""What selections name of a rule set: areas, outcomes, fields to group by and their words, criteria that are judged.

A name that is not there would be without effect, unseen.
"""

from collections.abc import Collection, Iterator, Sequence

from prioritera.diagnostics import Diagnostic
from prioritera.model.field import Kind
from prioritera.model.ruleset import RuleSet
from prioritera.model.selection import JUDGES, LIST, UNION, Selection
from prioritera.reading.close import closest, shortened

AREA, OUTCOME, DESTINATION = OF_NEEDS = ("area", "outcome", "destination")


def wrong_in_selections(selections: Sequence[Selection], rules: RuleSet) -> tuple[Diagnostic, ...]:
    """Every name in selections that the rule set does not have."""
    return tuple(
        Diagnostic(
            code="selection-name-unknown",
            span=selection.span,
            params={"id": selection.id, "value": name, "known": shortened(known), "close": closest(name, known)},
        )
        for selection in selections
        for name, known in _named(selection, rules)
        if name not in known
    )


def groupings(rules: RuleSet, kind: str) -> tuple[str, ...]:
    """What needs may be grouped by: area, outcome, destination, list, a field with one word a need; in a union groups of judges too."""
    able = [name for name, field in rules.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG}]
    return tuple(dict.fromkeys([*OF_NEEDS, LIST, *([JUDGES] if kind == UNION else []), *able]))


def _named(selection: Selection, rules: RuleSet) -> Iterator[tuple[str, Collection[str]]]:
    areas = tuple(area.id for area in rules.areas)
    yield from ((area, areas) for area in selection.areas)
    yield from ((outcome, _ranked(rules)) for outcome in selection.outcomes)
    known = groupings(rules, selection.kind)
    if selection.per:
        yield selection.per, known
    if selection.criterion:
        yield selection.criterion, tuple(one.id for one in rules.criteria if one.judged is not None)
    # Lists and destinations are known only when a round is run.
    if selection.per in known and selection.per not in {"", LIST, DESTINATION, JUDGES}:
        yield from ((group, _groups(selection.per, rules)) for group in selection.groups)


def _groups(per: str, rules: RuleSet) -> tuple[str, ...]:
    """The groups that there can be, with those of what is missing and of what is not settled."""
    if per == OUTCOME:
        return _ranked(rules)
    field = rules.fields[per]
    words = ("yes", "no") if field.kind is Kind.FLAG else tuple(term.id for term in field.terms)
    return (*words, *(() if per == AREA else ("missing", "open")))


def _ranked(rules: RuleSet) -> tuple[str, ...]:
    return tuple(name for name, outcome in rules.outcomes.items() if outcome.ranked)
