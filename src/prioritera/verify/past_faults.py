"""Proofs of a rule set that could not be read whole: what holds however its faults are mended, or once they are mended as told.

A tentative rule set comes in; findings go out, and for each table that could not be proved a note that says so. A rule whose conditions
could not all be read stands here with those that could, and so matches too much: what is a gap even then is a gap. What is wrong with the
other rules of its table is found without it. A table that reads what such a table concludes waits.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

import attrs

from prioritera.diagnostics import Diagnostic, Severity, Span, by_place
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Table
from prioritera.model.tentative import RuleName, Tentative
from prioritera.tables.chain import OUTCOME
from prioritera.verify.verify import check_rules

# What a rule that matches too much can only hide.
_GAPS = frozenset({"table-gap"})
# What is true of rules that could be read, whatever the others will be.
_OF_RULES = frozenset({"rule-contradiction", "rule-unreachable", "rule-dead", "rules-overlap"})
# What is true of one criterion, or of the key, whatever the others are.
_ALONE = frozenset(
    {"criterion-barred", "criterion-empty", "minimum-all-pass", "minimum-none-pass", "not-applicable-outside", "scale-against-direction"}
)
# What is found of a table and hangs on the scores that needs can have.
_OF_SCORES = frozenset({"rule-unscored", "score-sends-back", "score-comes-back", "score-moves", "fares-undecided"})
# Hit policies under which nothing hangs on what a rule of the same table concludes.
_BY_CONDITIONS = frozenset({Hit.FIRST, Hit.UNIQUE})


# How many ways to fill in what is concluded are tried.
_MOST_WAYS = 32

Found = tuple[Diagnostic, ...]


@attrs.frozen(kw_only=True)
class _Known:
    """The tables that can be proved wholly, those in part because of some rules, and those by trying each conclusion that may be meant."""

    whole: frozenset[str]
    parts: frozenset[str]
    by_trying: frozenset[str]


def check_past_faults(tentative: Tentative) -> Found:
    """Everything that can be told of a rule set that could not be read whole, sorted by place.

    Returns:
        What the proofs find, a note for each table that is not proved wholly, and one if mends were assumed in what is found.
    """
    rules, known = tentative.rules, _known(tentative)
    found = [one for one in check_rules(rules) if _holds(one, tentative, known)]
    for place, table in enumerate(rules.all_tables):
        if table.id in known.parts:
            found.extend(_of_the_others(place, table, tentative))
    if known.by_trying:
        found.extend(_whatever_is_concluded(tentative, known))
    if tentative.assumed and any(one.severity is not Severity.NOTE for one in found):
        found.append(Diagnostic(code="proved-as-mended", severity=Severity.NOTE, span=_file(rules)))
    found.extend(_notes(tentative, known))
    return by_place(found)


def nothing_proved(file: str) -> Diagnostic:
    """The note that a rule set is not proved at all, for nothing could be read past its faults."""
    return Diagnostic(code="proofs-wait", severity=Severity.NOTE, span=Span(file))


def _known(tentative: Tentative) -> _Known:
    # The fields of which nobody knows what is concluded, and those of which it is one of some words.
    open_: set[str] = {OUTCOME} if tentative.outcomes else set()
    of_words: set[str] = set()
    whole: set[str] = set()
    parts: set[str] = set()
    by_trying: set[str] = set()
    for table in tentative.rules.all_tables:
        unsaid, reads = _unread(table, tentative.conclusions), set(table.reads)
        if table.id in _unknown(tentative) or open_ & reads or (unsaid and table.hit not in _BY_CONDITIONS):
            open_.add(table.concludes)
        elif _unread(table, tentative.conditions):
            # What its rules conclude for whom is not known either; but what it reads must be.
            parts |= set() if of_words & reads else {table.id}
            open_.add(table.concludes)
        else:
            (by_trying if of_words & reads else whole).add(table.id)
            of_words |= {table.concludes} if unsaid or of_words & reads else set()
    return _Known(whole=frozenset(whole), parts=frozenset(parts), by_trying=frozenset(by_trying))


def _unknown(tentative: Tentative) -> frozenset[str]:
    """The tables of which it is not known what their rules mean together; of one that is left out, the rule set before may have its own."""
    return tentative.tables | set(tentative.left_out)


def _unread(table: Table, names: Collection[RuleName]) -> list[str]:
    return [rule.id for rule in table.rules if (table.id, rule.id) in names]


def _holds(found: Diagnostic, tentative: Tentative, known: _Known) -> bool:
    """Whether a finding about the tentative rule set is one about the rule set when it is mended."""
    table = found.params.get("table")
    if tentative.scores and found.code in _OF_SCORES:
        return False
    if table is not None:
        return table in known.whole or (table in known.parts and found.code in _GAPS)
    unsure = tentative.scores or tentative.outcomes or any((tentative.conditions, tentative.conclusions, _unknown(tentative)))
    return not unsure or found.code in _ALONE


def _of_the_others(place: int, table: Table, tentative: Tentative) -> Iterator[Diagnostic]:
    """What is wrong with the rules of a table that could be read, whatever the others will be."""
    unread = _unread(table, tentative.conditions)
    read = [rule for rule in table.rules if rule.id not in unread]
    if read:
        tables = list(tentative.rules.all_tables)
        tables[place] = attrs.evolve(table, rules=read)
        yield from (one for one in check_rules(_with(tables, tentative)) if one.params.get("table") == table.id and one.code in _OF_RULES)


def _whatever_is_concluded(tentative: Tentative, known: _Known) -> Iterable[Diagnostic]:
    """What is found about later tables with every word that the rules whose conclusions could not be read may conclude."""
    names = sorted(name for name in tentative.conclusions if name[0] != tentative.rules.destination.id)
    words = [tentative.rules.fields[_table(name[0], tentative).concludes].words for name in names]
    if prod(map(len, words)) > _MOST_WAYS:
        return ()
    each = [_later(dict(zip(names, ways, strict=True)), tentative, known) for ways in product(*words)]
    alike = [{_claim(one) for one in found} for found in each]
    return [one for one in each[0] if all(_claim(one) in claims for claims in alike)]


def _claim(found: Diagnostic) -> object:
    """What a finding says, whichever need shows it: of a rule that it is wrong; of a gap that just this need falls through."""
    return (found.code, found.params["table"], found.params["rule"]) if found.code in _OF_RULES else found


def _later(concluded: Mapping[RuleName, str], tentative: Tentative, known: _Known) -> list[Diagnostic]:
    def filled(table: Table) -> Table:
        return attrs.evolve(table, rules=[attrs.evolve(rule, then=concluded.get((table.id, rule.id), rule.then)) for rule in table.rules])

    rules = _with([filled(table) for table in tentative.rules.all_tables], tentative)
    return [one for one in check_rules(rules) if one.params.get("table") in known.by_trying]


def _file(rules: RuleSet) -> Span | None:
    """The whole file, which has no line of its own."""
    return None if rules.span is None else Span(rules.span.file)


def _table(name: str, tentative: Tentative) -> Table:
    return next(table for table in tentative.rules.all_tables if table.id == name)


def _with(tables: Sequence[Table], tentative: Tentative) -> RuleSet:
    *chain, triage, destination = tables
    return attrs.evolve(tentative.rules, tables=chain, triage=triage, destination=destination)


def _notes(tentative: Tentative, known: _Known) -> Iterator[Diagnostic]:
    # A table that the rule set before has too is told below, with its place there.
    told_below = {table.id for table in tentative.rules.all_tables}
    for name in (name for name in tentative.left_out if name not in told_below):
        yield Diagnostic(code="table-waits", severity=Severity.NOTE, span=_file(tentative.rules), params={"table": name})
    for table in tentative.rules.all_tables:
        if table.id in known.parts:
            params = {"table": table.id, "rules": ", ".join(_unread(table, tentative.conditions))}
            yield Diagnostic(code="table-proved-in-part", severity=Severity.NOTE, span=table.span, params=params)
        elif table.id not in known.whole:
            yield Diagnostic(code="table-waits", severity=Severity.NOTE, span=table.span, params={"table": table.id})
