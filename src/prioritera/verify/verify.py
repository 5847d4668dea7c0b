"""Verify a rule set: run every check, and seal what passes.

Rules come in as a plain `RuleSet`; findings go out as diagnostics, or a `VerifiedRuleSet` that the rest of the library takes.
"""

from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity, by_place
from prioritera.model.ruleset import RuleSet, VerifiedRuleSet
from prioritera.verify.better import check_better
from prioritera.verify.fares_told import check_fares
from prioritera.verify.forbidden import check_forbidden
from prioritera.verify.groups import check_groups
from prioritera.verify.keys import check_keys
from prioritera.verify.same_when_ranked import check_settled
from prioritera.verify.selections import check_selections
from prioritera.verify.shape import check_shape
from prioritera.verify.ties import check_ties
from prioritera.verify.told import check_tables, order_notes
from prioritera.verify.weights import check_weights

# Each takes a rule set and gives what is wrong with it.
CHECKS = (
    check_shape,
    check_tables,
    check_forbidden,
    check_weights,
    check_keys,
    check_better,
    check_groups,
    check_ties,
    check_settled,
    check_fares,
    check_selections,
)
# Each takes a rule set and gives what is worth knowing and no fault.
NOTES = (order_notes,)


def check_rules(rules: RuleSet, *, notes: bool = False) -> tuple[Diagnostic, ...]:
    """Everything wrong with a rule set, sorted by place.

    Args:
        rules: from a file, or made in a program.
        notes: also give what is worth knowing and no fault.

    Returns:
        Errors and warnings; nothing when the rule set is proved whole.

    >>> from prioritera.loading.load import load_rules
    >>> check_rules(load_rules("prioritera:sbu-four"))
    ()
    """
    found = by_place(finding for check in (*CHECKS, *(NOTES if notes else ())) for finding in check(rules))
    return found if notes else tuple(one for one in found if one.severity is not Severity.NOTE)


def verify(rules: RuleSet) -> VerifiedRuleSet:
    """The rule set, proved and sealed with its meaning hash.

    Raises:
        PrioriteraError: something is wrong with it. Warnings alone stop nothing; `check_rules` gives them.
        TypeError: it is no rule set.

    >>> from prioritera.loading.load import load_rules
    >>> verify(load_rules("prioritera:sbu-four")).rules.id
    'sbu-four'
    """
    if not isinstance(rules, RuleSet):
        raise TypeError(f"verify takes a RuleSet, not {type(rules).__name__}; load one with load_rules")
    verified, found = verify_or_tell(rules)
    if verified is None:
        raise PrioriteraError(found)
    return verified


def verify_or_tell(rules: RuleSet, *, notes: bool = False) -> tuple[VerifiedRuleSet | None, tuple[Diagnostic, ...]]:
    """What `check_rules` finds, and the rule set sealed when none of it is an error: one proof for both.

    >>> from prioritera.loading.load import load_rules
    >>> verified, found = verify_or_tell(load_rules("prioritera:sbu-four"))
    >>> verified is not None, found
    (True, ())
    """
    found = check_rules(rules, notes=notes)
    if any(one.severity is Severity.ERROR for one in found):
        return None, found
    return VerifiedRuleSet(rules=rules, seal=rules.meaning), found
