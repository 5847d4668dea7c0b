"""Whether a round's changes by hand can be made with its rules: an outcome and a class that are there, no later than the decision."""

from collections.abc import Iterator
from datetime import date

from prioritera.diagnostics import Diagnostic
from prioritera.model.by_hand import OUTCOME, Override, written
from prioritera.model.field import Field, Kind
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.reading.close import closest, shortened


def wrong_overrides(round_: Round, rules: RuleSet, decided_on: date | None) -> Iterator[Diagnostic]:
    """What is wrong with the changes by hand.

    Args:
        round_: the round.
        rules: the outcomes, and the field of the classes.
        decided_on: the day of the decision, which no change may be later than; None when nobody has said.
    """
    for change in round_.overrides:
        yield from _wrong_outcome(change, rules) if change.thing == OUTCOME else _wrong_class(change, rules)
        if decided_on is not None and change.on > decided_on:
            params = {"need": change.need, "on": change.on.isoformat(), "decided_on": decided_on.isoformat()}
            yield Diagnostic(code="override-after-decision", span=change.span, params=params)


def _wrong_outcome(change: Override, rules: RuleSet) -> Iterator[Diagnostic]:
    known = tuple(rules.outcomes)
    if change.to not in known:
        params = {"need": change.need, "value": change.to, "known": shortened(known), "close": closest(str(change.to), known)}
        yield Diagnostic(code="override-outcome-unknown", span=change.span, params=params)


def _wrong_class(change: Override, rules: RuleSet) -> Iterator[Diagnostic]:
    if rules.classes is None:
        yield Diagnostic(code="override-without-classes", span=change.span, params={"need": change.need, "rules": rules.id})
        return
    known = _classes(rules.fields[rules.classes.field])
    if not any(type(one) is type(change.to) and one == change.to for one in known):
        words = tuple(written(one) for one in known)
        value = written(change.to)
        params = {"need": change.need, "field": rules.classes.field, "value": value}
        if value in words:
            yield Diagnostic(code="override-class-quoted", span=change.span, params=params)
            return
        close = closest(value, words)
        yield Diagnostic(code="override-class-unknown", span=change.span, params={**params, "known": shortened(words), "close": close})


def _classes(field: Field) -> tuple[str | int, ...]:
    """Every class that there is, in order."""
    if field.kind is Kind.WHOLE:
        return tuple(range(field.low, field.high + 1))
    return (False, True) if field.kind is Kind.FLAG else field.words
