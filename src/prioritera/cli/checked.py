"""The command `check`: everything that is wrong with a file or a folder, without writing a result."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.codes import sentence
from prioritera.cli.done import DONE, NOT_DONE, Done, code_for, noted, root_of, rooted
from prioritera.cli.sources import Sources
from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity, by_place
from prioritera.loading.load import (
    kind_of,
    read_catalogue,
    read_network,
    read_offers,
    read_rules_past_faults,
)
from prioritera.loading.signals import read_signals
from prioritera.report.annotations import annotations
from prioritera.report.findings import findings_text
from prioritera.report.json import diagnostics_json
from prioritera.report.sarif import sarif
from prioritera.verify.network import check_network_alone
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
        found = (*found, *(noted(check_network_alone(network), notes=asked.notes) if network is not None else ()))
    elif kind == "signals":
        found = read_signals(Path(name), tree=asked.tree)[1]
    elif kind == "catalogue":
        found = read_catalogue(source, tree=asked.tree)[1]
    elif kind == "offers":
        found = read_offers(source, tree=asked.tree)[1]
    else:
        # Late: what ranks a round is not needed to check rules.
        from prioritera.cli.checked_rounds import check_round_at  # noqa: PLC0415 -- as the line above says

        found = check_round_at(Path(name), tree=asked.tree, notes=asked.notes)
    # What needs mending comes before the notes.
    ordered = sorted(by_place(found), key=lambda one: one.severity is Severity.NOTE)
    return name, rooted(ordered, root_of(Path(name))), "cli.clean"


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
