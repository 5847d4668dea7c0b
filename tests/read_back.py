"""Needs that were written, read back as any file of needs is: by the loader, then by intake."""

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.loading.document import document_of
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.stages.intake import intake
from prioritera.verify.written import BuiltNeed


def round_in(text: str, built: BuiltNeed) -> Round:
    """The round of a text of needs, with the catalogue that the need stands on."""
    faults = Faults()
    document = document_of(text, "needs.toml", None, faults)
    faults.stop()
    assert document is not None
    rows = document.data["needs"]
    assert isinstance(rows, list)
    records = [Record(row, document.place, ("needs", index)) for index, row in enumerate(rows)]
    return Round(id="written", label=Label(sv="Skriven", en="Written"), records=records, catalogue=built.catalogue)


def read_back(built: BuiltNeed, rules: RuleSet) -> tuple[Need | Refused, tuple[Diagnostic, ...]]:
    """The need that the written text is, with everything that was wrong with it."""
    (found,) = intake(round_in(built.toml, built), rules, built.network)
    return found, found.diagnostics if isinstance(found, Refused) else ()
