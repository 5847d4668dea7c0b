"""Which rules decide on a date: of the rule sets that a round names, the one in force; or another one, to judge it again by."""

from collections.abc import Sequence
from datetime import date

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span
from prioritera.model.ruleset import RuleSet


def in_force(named: Sequence[RuleSet | None], on: date | None, at: Span | None, faults: Faults) -> RuleSet | None:
    """The one rule set that is in force, or None after noting why there is none.

    Args:
        named: the rule sets that a round names; None for one that could not be read.
        on: the date of the decisions. Without it one rule set is taken as it is, and of several none.
        at: where they are named.
        faults: where it is noted that none is in force, or several.
    """
    rules = [one for one in named if one is not None]
    if len(rules) < len(named):
        return None
    if on is None:
        if len(rules) > 1:
            faults.add("rules-without-date", at, rules=_shown(rules))
        return rules[0] if len(rules) == 1 else None
    valid = [one for one in rules if one.is_valid_on(on)]
    if not valid:
        faults.add("rules-not-in-force", at, date=on.isoformat(), rules=_shown(rules))
    if len(valid) > 1:
        faults.add("rules-both-in-force", at, date=on.isoformat(), rules=_shown(valid))
    return valid[0] if len(valid) == 1 else None


def judging_again(rules: RuleSet, on: date | None, faults: Faults) -> RuleSet:
    """The rule set that a round is to be judged again by, whenever it is in force; that it was not then is noted."""
    if on is not None and not rules.is_valid_on(on):
        params = {"date": on.isoformat(), "rules": _shown([rules])}
        faults.extend([Diagnostic(code="rules-of-another-time", severity=Severity.NOTE, params=params)])
    return rules


def _shown(rules: Sequence[RuleSet]) -> str:
    """Each rule set with the days that it is in force, an end that nobody has said left open."""
    return ", ".join(f"{one.id} {one.version} ({_day(one.valid_from)}–{_day(one.valid_to)})" for one in rules)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
