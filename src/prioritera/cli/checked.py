"""The command `check`: everything that is wrong with a file or a folder, without ranking anything."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.codes import sentence
from prioritera.cli.done import DONE, NOT_DONE, Done, code_for, root_of, rooted
from prioritera.cli.sources import Sources
from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity, by_place
from prioritera.loading.load import (
    kind_of,
    read_catalogue,
    read_model_of,
    read_network,
    read_offers,
    read_round,
    read_rules_past_faults,
)
from prioritera.loading.signals import read_signals
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.records.by_hand import wrong_overrides
from prioritera.records.guesses import guesses
from prioritera.records.personal import guarded
from prioritera.records.round_names import wrong_names
from prioritera.report.annotations import annotations
from prioritera.report.findings import findings_text
from prioritera.report.json import diagnostics_json
from prioritera.report.sarif import sarif
from prioritera.stages.change import unanswered
from prioritera.stages.check import check as count_checks
from prioritera.stages.intake import intake
from prioritera.stages.judge import judge
from prioritera.stages.reconcile import reconcile
from prioritera.verify.network import check_network, check_network_alone
from prioritera.verify.past_faults import check_past_faults, nothing_proved
from prioritera.verify.verify import check_rules
from prioritera.words.catalogue import say

_SHIPPED = "prioritera:"
# Parts that others use; alone they cannot be judged.
_PARTS = ("vocabulary", "network-part")

Found = tuple[Diagnostic, ...]
# A path, what was found in it, and the word for it when nothing was.
Checked = tuple[str, Found, str]


def check(asked: Asked, *, bold: bool) -> Done:
    """Everything that is wrong with the paths that are asked for, each by itself."""
    return all_checked([_checked(name, asked) for name in asked.arguments], asked, colour=bold)


def _checked(name: str, asked: Asked) -> Checked:
    """One path checked; that it cannot be read is a finding like any other, so that the other paths are checked too."""
    try:
        return check_path(name, asked)
    except PrioriteraError as error:
        return name, rooted(error.diagnostics, root_of(Path(name))), ""


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
        rules, tentative, found = read_rules_past_faults(source, tree=asked.tree)
        if rules is not None:
            found = (*found, *check_rules(rules, notes=asked.notes))
        elif tentative is not None:
            found = (*found, *check_past_faults(tentative))
        else:
            found = (*found, nothing_proved(Path(name).name))
    elif kind == "network":
        network, found = read_network(source, tree=asked.tree)
        found = (*found, *_noted(check_network_alone(network) if network is not None else (), asked))
    elif kind == "signals":
        found = read_signals(Path(name), tree=asked.tree)[1]
    elif kind == "catalogue":
        found = read_catalogue(source, tree=asked.tree)[1]
    elif kind == "offers":
        found = read_offers(source, tree=asked.tree)[1]
    else:
        found = _round(Path(name), asked)
    # What needs mending comes before the notes.
    ordered = sorted(by_place(found), key=lambda one: one.severity is Severity.NOTE)
    return name, rooted(ordered, root_of(Path(name))), "cli.clean"


def _noted(found: Iterable[Diagnostic], asked: Asked) -> Found:
    """What the proofs found, with what is worth knowing and no fault only where that is asked for."""
    return tuple(one for one in found if asked.notes or one.severity is not Severity.NOTE)


def _round(path: Path, asked: Asked) -> Found:
    """What is wrong with a round, with the rule set and the network that it names, and with its records."""
    round_, found = read_round(path, tree=asked.tree)
    if round_ is None:
        return found
    rules, network, named = read_model_of(path, round_, tree=asked.tree)
    found = (*found, *named)
    if rules is None or network is None:
        return found
    proved = (*check_rules(rules, notes=asked.notes), *_noted(check_network(rules, network), asked))
    found = (*found, *proved, *guesses(round_, rules, network))
    if _has_error(proved):
        return found
    taken = guarded(round_)
    return (*found, *_noted(taken.faults[len(round_.faults) :], asked), *_records(taken, rules, network))


def _records(round_: Round, rules: RuleSet, network: Network) -> Found:
    named = (*wrong_names(round_, rules, network), *wrong_overrides(round_, rules, round_.decided_on))
    if named:
        return named
    decisions, faults = reconcile(intake(round_, rules, network), round_.same_as, round_.pairs, identical=round_.merge_identical)
    in_checks = count_checks(decisions, round_.checks, round_.missed, network)[2]
    in_judgements = judge(decisions, round_, rules, network)[2]
    by_hand = unanswered(decisions, round_.overrides)
    return (*faults, *in_checks, *in_judgements, *by_hand, *(found for decision in decisions for found in decision.diagnostics))


def _has_error(found: Sequence[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)


def all_checked(checked: Sequence[Checked], asked: Asked, *, colour: bool) -> Done:
    """The findings of every path together; what is found is what was asked for, so it goes to stdout.

    A path that could not be read at all has no word for being clean: then the check could not be done as asked.
    """
    found = [one for _, its, _ in checked for one in its]
    code = code_for(found) if all(clean for _, _, clean in checked) else NOT_DONE
    if asked.form == "json":
        return Done(code=code, text=diagnostics_json(found))
    if asked.form == "sarif":
        return Done(code=code, text=sarif(found, asked.language, sentence, done=code != NOT_DONE))
    if asked.form == "github":
        return Done(code=code, text=annotations(found, asked.language, paths=len(checked)))
    return Done(code=code, text=_text(checked, asked, colour=colour))


def _text(checked: Sequence[Checked], asked: Asked, *, colour: bool) -> str:
    """The findings path by path, an empty line around those of each; a clean path in one line."""
    sources = Sources()

    def told(one: Checked) -> str:
        name, its, clean = one
        shown = findings_text(its, asked.language, text_of=sources.text, colour=colour)
        return f"{shown}{_clean(name, its, clean, asked.language)}"

    between = ["", *("\n" if before[1] or now[1] else "" for before, now in pairwise(checked))]
    return "".join(f"{space}{told(one)}" for space, one in zip(between, checked, strict=True))


def _clean(name: str, found: Found, clean: str, language: str) -> str:
    """The line that says that nothing needs mending, after the notes where there are any; "" when something does need it."""
    if code_for(found) != DONE:
        return ""
    line = f"{say(language, clean, path=name)}\n"
    return f"\n{line}" if found else line
