"""Reading past faults: a rule set as it would be if its faults were mended, so that its proofs can be made in the same run.

First the mends that the messages themselves settle are made in a copy of the data, and what they bring to light is noted. Then what no
message settles is left out, and marked. The files are not touched, and what is read so is never run.
"""

from collections.abc import Callable

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.loading.document import Document
from prioritera.loading.draft import Draft
from prioritera.loading.left_out import leave_out
from prioritera.loading.rule_set import read_rule_set
from prioritera.loading.suggested import mend_as_allowed, mend_as_suggested
from prioritera.model.ruleset import RuleSet
from prioritera.model.tentative import Tentative

# Mending may bring faults to light again and again; a file that is not read after so many rounds is not read this way.
MOST_ROUNDS = 20

Found = tuple[Diagnostic, ...]


def read_past_faults(document: Document) -> tuple[Tentative | None, Found]:
    """A faulty rule set as if it were mended, and every fault in it, those included that others had hidden.

    Returns:
        None instead of a rule set when too much of it hangs on what could not be read.
    """
    draft = Draft(document)
    rules, faults = _read(draft)
    everything = Faults()
    everything.extend(faults)
    assumed = False
    for mend in (mend_as_suggested, mend_as_allowed):
        rules, faults, made = _mended(draft, rules, faults, mend, everything if mend is mend_as_suggested else None)
        assumed = assumed or made
    rounds = 0
    while rules is None and not draft.lost and rounds < MOST_ROUNDS:
        for fault in _errors(faults):
            leave_out(fault, draft)
        rules, faults = _read(draft)
        rounds += 1
    if rules is None or draft.lost:
        return None, everything.all()
    return (
        Tentative(
            rules=rules,
            conditions=draft.conditions,
            conclusions=draft.conclusions,
            tables=draft.tables,
            left_out=draft.left_out,
            outcomes=draft.outcomes,
            scores=draft.scores,
            assumed=assumed,
        ),
        everything.all(),
    )


def _mended(
    draft: Draft, rules: RuleSet | None, faults: Found, mend: Callable[[Diagnostic, Draft], bool], told: Faults | None
) -> tuple[RuleSet | None, Found, bool]:
    """Mend until nothing more can be; what comes to light outside of the mended places is told, where it is to be."""
    made = 0
    while rules is None and made < MOST_ROUNDS and sum(mend(fault, draft) for fault in _errors(faults)):
        made += 1
        rules, faults = _read(draft)
        if told is not None:
            known = {(fault.code, fault.span) for fault in told.all()}
            told.extend(fault for fault in faults if (fault.code, fault.span) not in known and not _is_ours(fault, draft))
    return rules, faults, made > 0


def _read(draft: Draft) -> tuple[RuleSet | None, Found]:
    faults = Faults()
    rules = read_rule_set(attrs.evolve(draft.document, data=draft.data), faults)
    return rules, faults.all()


def _errors(faults: Found) -> list[Diagnostic]:
    return [fault for fault in faults if fault.severity is Severity.ERROR]


def _is_ours(fault: Diagnostic, draft: Draft) -> bool:
    """Whether a fault stands inside a place that was mended, or around one: then it may be the mend that is wrong."""
    place = draft.path_of(fault)
    return place is None or any(path[: len(place[0])] == place[0][: len(path)] for path in draft.touched)
