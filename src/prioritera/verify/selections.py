"""Whether the selections of a rule set name what it has. Loading reads them; what they name is known when the whole rule set is."""

from prioritera.diagnostics import Diagnostic
from prioritera.model.ruleset import RuleSet
from prioritera.records.selection_names import wrong_in_selections


def check_selections(rules: RuleSet) -> tuple[Diagnostic, ...]:
    """Every name in the rule set's own selections that it does not have."""
    return wrong_in_selections(rules.selections, rules)
