"""Whether what a table says of its hit policy fits together: what it concludes, its aggregate, its order and its default."""

from collections.abc import Iterator

from prioritera.diagnostics import Diagnostic
from prioritera.model.field import Kind
from prioritera.model.outcome import ENGINE_OUTCOMES, FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import RANKED, Aggregate, Hit, Table
from prioritera.tables.chain import OUTCOME


def check_policy_shape(table: Table, rules: RuleSet) -> Iterator[Diagnostic]:
    """One diagnostic that names what does not fit the hit policy, in the words of a rule file; nothing when all of it does."""
    unfit = tuple(_unfit(table, rules))
    if unfit:
        params = {"table": table.id, "policy": table.hit.value, "parts": unfit}
        yield Diagnostic(code="policy-unfit", span=table.span, params=params)


def words_of(table: Table, rules: RuleSet) -> tuple[str, ...]:
    """The words that a table may conclude: those of its field, or the outcomes that rules may give."""
    if table.concludes == OUTCOME:
        return tuple(name for name in (*rules.outcomes, FACT_NEEDED) if name == FACT_NEEDED or name not in ENGINE_OUTCOMES)
    field = rules.fields.get(table.concludes)
    return () if field is None else field.words


def _unfit(table: Table, rules: RuleSet) -> Iterator[str]:
    is_here = _is_here(table, rules)
    if not is_here:
        yield f'hit = "{table.hit.value}"'
    field = rules.fields.get(table.concludes)
    kind = Kind.CHOICE if not table.collects else Kind.WHOLE if table.counts else Kind.SET
    if is_here and table is not rules.destination and field is not None and field.kind is not kind:
        yield f'concludes = "{table.concludes}"'
    if table.aggregate is not Aggregate.LIST and table.hit is not Hit.COLLECT:
        yield f'aggregate = "{table.aggregate.value}"'
    if not _is_order(table, rules):
        yield f"order = [{', '.join(table.order)}]"
    if table.default is not None and table.default.when:
        yield "default"


def _is_here(table: Table, rules: RuleSet) -> bool:
    """Whether the table may have its hit policy: triage and destination give one thing each, and courses have no order."""
    if table is rules.triage:
        return not table.collects
    return table is not rules.destination or table.hit in {Hit.FIRST, Hit.UNIQUE, Hit.ANY}


def _is_order(table: Table, rules: RuleSet) -> bool:
    """Whether the order has every word that a rule concludes, once, and only words of the table; none where nothing is ranked."""
    if table.hit not in RANKED:
        return not table.order
    once = len(set(table.order)) == len(table.order)
    return once and set(table.order) <= set(words_of(table, rules)) and all(rule.then in table.order for rule in table.rules)
