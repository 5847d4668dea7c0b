"""The command `check`: everything that is wrong with a file or a folder, without ranking anything."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import DONE, NOT_DONE, Done, code_for, root_of, rooted
from prioritera.diagnostics import Diagnostic, Severity, by_place
from prioritera.loading.load import kind_of, read_catalogue, read_model_of, read_network, read_round, read_rules
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.records.round_names import wrong_names
from prioritera.report.findings import findings_text
from prioritera.report.json import diagnostics_json
from prioritera.stages.intake import intake
from prioritera.stages.reconcile import reconcile
from prioritera.verify.network import check_network, check_network_alone
from prioritera.verify.verify import check_rules
from prioritera.words.catalogue import say

_SHIPPED = "prioritera:"
# Parts that others use; alone they cannot be judged.
_PARTS = ("vocabulary", "network-part")

Found = tuple[Diagnostic, ...]
# A path, what was found in it, and the word for it when nothing was.
Checked = tuple[str, Found, str]


def check_path(name: str, asked: Asked) -> Checked:
    """Everything that is wrong with a path or a shipped name.

    Raises:
        PrioriteraError: it cannot be read at all, or nobody can tell what it is.
    """
    source = name if name.startswith(_SHIPPED) else Path(name)
    kind = kind_of(source, tree=asked.tree)
    if kind in _PARTS:
        return name, (), "cli.clean-form"
    if kind == "ruleset":
        rules, found = read_rules(source, tree=asked.tree)
        found = (*found, *(check_rules(rules) if rules is not None else ()))
    elif kind == "network":
        network, found = read_network(source, tree=asked.tree)
        found = (*found, *(check_network_alone(network) if network is not None else ()))
    elif kind == "catalogue":
        found = read_catalogue(source, tree=asked.tree)[1]
    else:
        found = _round(Path(name), asked, notes=kind == "round")
    # What needs mending comes before the notes.
    ordered = sorted(by_place(found), key=lambda one: one.severity is Severity.NOTE)
    return name, rooted(ordered, root_of(Path(name))), "cli.clean"


def _round(path: Path, asked: Asked, *, notes: bool) -> Found:
    """What is wrong with a round, with the rule set and the network that it names, and with its records.

    Needs alone name no network: notes on the one that they are tried with were not asked for.
    """
    round_, found = read_round(path, tree=asked.tree)
    if round_ is None:
        return found
    rules, network, named = read_model_of(path, round_, tree=asked.tree)
    found = (*found, *named)
    if rules is None or network is None:
        return found
    of_network = (one for one in check_network(rules, network) if notes or one.severity is not Severity.NOTE)
    proved = (*check_rules(rules), *of_network)
    found = (*found, *proved)
    return found if _has_error(proved) else (*found, *_records(round_, rules, network))


def _records(round_: Round, rules: RuleSet, network: Network) -> Found:
    named = wrong_names(round_, rules, network)
    if named:
        return named
    decisions, faults = reconcile(intake(round_, rules, network), round_.same_as)
    return (*faults, *(found for decision in decisions for found in decision.diagnostics))


def _has_error(found: Sequence[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)


def all_checked(checked: Sequence[Checked], asked: Asked) -> Done:
    """The findings of every path together; what is found is what was asked for, so it goes to stdout.

    A path that could not be read at all has no word for being clean: then the check could not be done as asked.
    """
    found = [one for _, its, _ in checked for one in its]
    code = code_for(found) if all(clean for _, _, clean in checked) else NOT_DONE
    if asked.as_json:
        return Done(code=code, text=diagnostics_json(found))
    parts = [f"{findings_text(its, asked.language)}{_clean(name, its, clean, asked.language)}" for name, its, clean in checked]
    between = ["", *("\n" if before[1] or now[1] else "" for before, now in pairwise(checked))]
    return Done(code=code, text="".join(f"{space}{part}" for space, part in zip(between, parts, strict=True)))


def _clean(name: str, found: Found, clean: str, language: str) -> str:
    """The line that says that nothing needs mending, after the notes where there are any; "" when something does."""
    if code_for(found) != DONE:
        return ""
    line = f"{say(language, clean, path=name)}\n"
    return f"\n{line}" if found else line
