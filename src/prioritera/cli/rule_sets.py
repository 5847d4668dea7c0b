"""Rule sets that are named on the command line: what is wrong with them is told where they stand, not where the round does."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import ElsewhereError, root_of, rooted
from prioritera.diagnostics import PrioriteraError
from prioritera.loading.load import load_rules
from prioritera.loading.shipped import PREFIX
from prioritera.model.ruleset import RuleSet, VerifiedRuleSet
from prioritera.verify.verify import verify


def rules_from(name: str, asked: Asked) -> RuleSet:
    """The rule set of a file or a shipped name.

    Raises:
        ElsewhereError: with everything that is wrong with it.
    """
    try:
        return load_rules(name, tree=asked.tree)
    except PrioriteraError as error:
        raise _rooted(error, name) from None


def verified_from(name: str, asked: Asked) -> VerifiedRuleSet:
    """The rule set, proved.

    Raises:
        ElsewhereError: with everything that is wrong with it.
    """
    rules = rules_from(name, asked)
    try:
        return verify(rules)
    except PrioriteraError as error:
        raise _rooted(error, name) from None


def _rooted(error: PrioriteraError, name: str) -> ElsewhereError:
    return ElsewhereError(error.diagnostics if name.startswith(PREFIX) else rooted(error.diagnostics, root_of(Path(name))))
