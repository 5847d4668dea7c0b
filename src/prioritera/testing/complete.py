"""Assert that rules are complete: every need falls under a rule in every table, and that is settled."""

from textwrap import indent

from prioritera.diagnostics import describe
from prioritera.model.ruleset import RuleSet
from prioritera.verify.budget import NODES
from prioritera.verify.findings import Gap, Undecided, Witness
from prioritera.verify.shape import check_shape
from prioritera.verify.tables import prove
from prioritera.verify.told import tell
from prioritera.verify.written import need_of


def assert_complete(rules: RuleSet, *, nodes: int = NODES) -> None:
    """Assert that no table has a gap, and that nothing was left undecided.

    Proved for every need there can be, not tried. A rule that never decides is no gap; `check_rules` tells of it.

    Args:
        rules: a rule set, verified or not.
        nodes: the budget of each question; past it a table is undecided, which fails.

    Raises:
        AssertionError: with every gap, where its table stands, and a need that falls into it as it would be written.

    >>> from prioritera import load_rules
    >>> assert_complete(load_rules("prioritera:sbu-four"))
    """
    unfit = [describe(diagnostic, "en") for diagnostic in check_shape(rules)]
    if unfit:
        raise AssertionError("\n".join(unfit))
    told = [describe(tell(finding, rules), "en") for finding in prove(rules, nodes=nodes) if isinstance(finding, Gap | Undecided)]
    if told:
        raise AssertionError("\n".join(told))


def as_a_need(witness: Witness, rules: RuleSet) -> str:
    """A need for the witness as it would be written, indented."""
    built = need_of(witness, rules)
    if built is None:
        return "    need: none was found that could be written; whether there is one is undecided"
    return f"    need:\n{indent(built.toml.rstrip(), ' ' * 8, lambda line: bool(line.strip()))}"
