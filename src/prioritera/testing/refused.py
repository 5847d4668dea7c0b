"""Why needs that a rule decides cannot be drawn: there is no such rule, or the proofs say what keeps it from deciding."""

from prioritera.diagnostics import describe
from prioritera.model.ruleset import RuleSet
from prioritera.verify.findings import DefaultUnused, Finding, Gap, Outside, Undecided
from prioritera.verify.tables import prove
from prioritera.verify.told import tell


def refusal(rules: RuleSet, table: str, rule: str) -> str:
    """That no need is decided by a rule, and why: what the proofs find of it, or the rules that there are.

    Args:
        rules: a rule set.
        table: the id of its table, "" for any.
        rule: its id, "" for any.

    >>> from prioritera.loading.load import load_rules
    >>> refusal(load_rules("prioritera:sbu-four"), "", "lost")[:70]
    'no need is decided by table any, rule lost; there are level/solved-by-'
    """
    there = [(one.id, each.id) for one in rules.all_tables for each in one.all_rules]
    asked = {(one, each) for one, each in there if table in ("", one) and rule in ("", each)}
    why = [describe(tell(finding, rules), "en") for finding in prove(rules) if _about(finding, rules) in asked] if asked else []
    told = "\n".join([":", *why]) if why else f"; there are {', '.join(f'{one}/{each}' for one, each in there)}"
    return f"no need is decided by table {table or 'any'}, rule {rule or 'any'}{told}"


def _about(finding: Finding, rules: RuleSet) -> tuple[str, str]:
    """The table and the rule that a finding is about, "" where it is about no rule by itself."""
    if isinstance(finding, DefaultUnused):
        return finding.table, next(table.all_rules[-1].id for table in rules.all_tables if table.id == finding.table)
    return finding.table, "" if isinstance(finding, Gap | Outside | Undecided) else finding.rule
