"""Rounds from their folders: round.toml, and every file that it names."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from prioritera.diagnostics import Faults
from prioritera.frozen import FrozenMap
from prioritera.loading.analyst_files import read_analyst
from prioritera.loading.candidates import kept_records
from prioritera.loading.catalogues import joined, read_catalogue_from
from prioritera.loading.checks import read_checks
from prioritera.loading.compilations import read_compilations
from prioritera.loading.document import Document, document_of, open_document, refer
from prioritera.loading.existing import read_existing
from prioritera.loading.files import Files
from prioritera.loading.form_marks import read_mark
from prioritera.loading.judgements import read_judgements
from prioritera.loading.mappings import SheetMapping, note_unused, read_mappings
from prioritera.loading.merges import carried_merges, read_merges
from prioritera.loading.needs_files import read_needs
from prioritera.loading.offers import read_offers_file
from prioritera.loading.reprise import read_reprise
from prioritera.loading.round_decisions import read_answers, read_decisions, read_size_limits
from prioritera.loading.structure import label_or_none, read_label
from prioritera.model.catalogue import Catalogue
from prioritera.model.indicator import Indicator
from prioritera.model.merge import PairDecision
from prioritera.model.offers import Offers
from prioritera.model.round import PERSONAL_DATA, STOP, Answer, FormMark, Record, Round, SupportDecision
from prioritera.model.shown import LEAST_LIMIT
from prioritera.model.text import Label
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import as_id

ROUND_FILE = "round.toml"
DEFAULT_ID = "needs"
DEFAULT_RULES = "prioritera:sbu-four"
DEFAULT_NETWORK = "prioritera:sweden"
# The area of the default rule set that says that nobody has named one.
DEFAULT_AREA = "not-stated"


def read_round_file(document: Document, files: Files, faults: Faults) -> Round | None:
    """The round of a document, or None after noting what is wrong with it.

    Faults of the catalogue and of the answers are the round's own. What is wrong with one file of needs does not stop the others: it is
    kept in the round's `faults`.
    """
    before = faults.count
    top = document.cursor(faults)
    head = top.table("round")
    if head is None:
        return None
    decisions = read_decisions(top)
    mappings = read_mappings(top.tables("mappings"))
    reprise = read_reprise(top)
    in_needs = Faults()
    checked = read_checks(document, head, in_needs)
    compilations, compiled = read_compilations(document, top, faults, in_needs)
    records = _needs(document, head, mappings, faults, in_needs)
    judgements = read_judgements(document, top.tables("judgements"), faults, in_needs)
    analyst, forms = _forms(document, head, faults, in_needs)
    catalogue = _catalogue(document, head, faults)
    indicators = _indicators(document, head, in_needs)
    answers = _answers(document, head, faults)
    offers = _offers(document, head, faults)
    existing = _existing(document, head, faults, in_needs)
    previous, carried = _previous(document, head, faults, in_needs)
    merge_name, pairs = _merges(document, head, faults, in_needs)
    identical = head.flag("merge_identical", default=False)
    ident, label = head.ident("id"), read_label(head, "label")
    rest: dict[str, Any] = {
        **{key: head.text(key, "") for key in ("period", "holder")},
        **{key: label_or_none(head, key) for key in ("illustrative", "about")},
        "size_limits": read_size_limits(head),
        **{key: head.day(key) for key in ("decided_on", "look_again")},
        "personal_data": head.choice("personal_data", PERSONAL_DATA, STOP),
        "smallest_cell": head.whole("smallest_cell", least=LEAST_LIMIT),
    }
    areas = head.texts("areas")
    rules, network = _rules(head), head.text("network", DEFAULT_NETWORK)
    head.close()
    top.close()
    if faults.count != before:
        faults.extend(in_needs.all())
        return None
    return Round(
        id=ident,
        label=label,
        areas=areas,
        catalogue=catalogue,
        records=(*records, *compiled, *checked.records),
        checks=checked.checks,
        missed=checked.missed,
        compilations=compilations,
        judgements=judgements,
        offers=offers,
        indicators=indicators,
        analyst=analyst,
        forms=forms,
        answers=answers,
        existing=existing,
        reprise=reprise,
        previous_round=previous,
        pairs=(*pairs, *carried),
        merge_name=merge_name,
        merge_identical=identical,
        rules_names=rules,
        network_name=network,
        files=files.read.values(),
        faults=in_needs.all(),
        span=head.here,
        **rest,
        **decisions,
    )


def round_of_needs(name: str, files: Files, faults: Faults) -> Round | None:
    """A round of its own for a single file of needs, with the default rule set and network."""
    before = faults.count
    records = kept_records(read_needs(files, name, faults, guess=True), faults)
    if faults.count != before:
        return None
    stem = PurePosixPath(name).stem
    return Round(
        id=as_id(stem) or DEFAULT_ID,
        label=Label(sv=stem, en=stem),
        records=records,
        rules_names=(DEFAULT_RULES,),
        network_name=DEFAULT_NETWORK,
        area_not_given=DEFAULT_AREA,
        files=files.read.values(),
        faults=faults.all(),
    )


def _rules(head: Cursor) -> tuple[str, ...]:
    """The rule sets that are named, in order; each once."""
    names = head.texts("rules", (DEFAULT_RULES,))
    if not names:
        head.fault("list-empty", "rules")
    for index, name in enumerate(names):
        at = head.place.value((*head.path, "rules", index))
        if not name.strip():
            head.fault("empty-text", "rules")
        elif name in names[:index]:
            head.faults.add("rules-named-twice", at, name=name)
    return names


def _needs(document: Document, head: Cursor, mappings: Sequence[SheetMapping], faults: Faults, in_needs: Faults) -> tuple[Record, ...]:
    names = head.texts("needs")
    if not head.has("needs"):
        faults.add("missing-key", head.here, key="needs")
    records: list[Record] = []
    opened: dict[str, int] = {}
    for index, reference in enumerate(names):
        at = head.place.value((*head.path, "needs", index))
        leads = refer(document, reference, faults, at)
        if leads is None:
            continue
        if leads[1] in opened:
            faults.add("needs-file-twice", at, name=reference)
            continue
        opened[leads[1]] = index
        own = [mapping for mapping in mappings if mapping.file == reference]
        records.extend(kept_records(read_needs(*leads, in_needs, at, mappings=own), in_needs))
    note_unused(mappings, names, faults)
    return tuple(records)


def _forms(document: Document, head: Cursor, faults: Faults, in_needs: Faults) -> tuple[tuple[Record, ...], tuple[FormMark, ...]]:
    """The rows of the analyst's sheets, and the marks of all forms, those of senders too."""
    marks = [mark for name in head.texts("needs") if (leads := refer(document, name, Faults(), None)) and (mark := read_mark(*leads))]
    records: list[Record] = []
    for index, reference in enumerate(head.texts("analyst")):
        at = head.place.value((*head.path, "analyst", index))
        leads = refer(document, reference, faults, at)
        if leads is not None:
            found, mark = read_analyst(*leads, in_needs, at)
            records.extend(found)
            marks += [mark] if mark is not None else []
    return tuple(records), tuple(marks)


def _catalogue(document: Document, head: Cursor, faults: Faults) -> Catalogue:
    """The catalogues that are named, as one."""
    found = []
    for index, reference in enumerate(head.texts("catalogue")):
        at = head.place.value((*head.path, "catalogue", index) if isinstance(head.data["catalogue"], list) else (*head.path, "catalogue"))
        leads = refer(document, reference, faults, at) if reference.strip() else None
        if not reference.strip():
            faults.add("empty-text", at, key="catalogue")
        catalogue = read_catalogue_from(*leads, faults, at) if leads else None
        found.extend([catalogue] if catalogue else [])
    return joined(found, faults)


def _indicators(document: Document, head: Cursor, in_files: Faults) -> FrozenMap[str, Indicator]:
    """The indicators of every file that is named; what is wrong with one does not stop the round."""
    found: FrozenMap[str, Indicator] = FrozenMap()
    for reference in head.texts("indicators"):
        # Late: most rounds have no indicators, and need nothing that reads them.
        from prioritera.loading.signal_files import joined, read_indicators  # noqa: PLC0415 -- as the line above says

        leads = refer(document, reference, in_files, head.at("indicators"))
        found = joined(found.values(), read_indicators(*leads, in_files, head.at("indicators")) if leads else (), in_files)
    return found


def _existing(document: Document, head: Cursor, faults: Faults, in_rows: Faults) -> tuple[SupportDecision, ...]:
    reference = head.text("existing", "")
    leads = refer(document, reference, faults, head.at("existing")) if reference.strip() else None
    return read_existing(*leads, faults, in_rows, head.at("existing")) if leads else ()


def _offers(document: Document, head: Cursor, faults: Faults) -> Offers:
    found = _opened(document, head, "offers", faults)
    return (read_offers_file(found, faults) if found else None) or Offers()


def _answers(document: Document, head: Cursor, faults: Faults) -> tuple[Answer, ...]:
    found = _opened(document, head, "answers", faults)
    if found is None:
        return ()
    top = found.cursor(faults)
    answers = read_answers(top.tables("answers"))
    top.close()
    return answers


def _opened(document: Document, head: Cursor, key: str, faults: Faults) -> Document | None:
    reference = head.text(key, "")
    leads = refer(document, reference, faults, head.at(key)) if reference else None
    return open_document(*leads, faults, head.at(key)) if leads else None


def _merges(document: Document, head: Cursor, faults: Faults, in_rows: Faults) -> tuple[str, tuple[PairDecision, ...]]:
    """The sheet of decisions about pairs of needs, and what it says; what is wrong with a row does not stop the others."""
    reference = head.text("merge", "")
    leads = refer(document, reference, faults, head.at("merge")) if reference else None
    return (leads[0].shown(leads[1]), read_merges(*leads, in_rows, head.at("merge"))) if leads else ("", ())


def _previous(document: Document, head: Cursor, faults: Faults, in_rows: Faults) -> tuple[str, tuple[PairDecision, ...]]:
    """The folder of the round before, which must be a round, and what was decided there about pairs of needs."""
    reference = head.text("previous_round", "")
    at = head.at("previous_round")
    leads = refer(document, reference, faults, at) if reference else None
    if leads is None:
        return reference, ()
    files, name = leads
    found = Faults()
    # Only looked at: nothing of it goes into this round, so it is not among the files that were read for it.
    before = Files(files.folder, tree=files.tree)
    text = before.text(f"{name}/{ROUND_FILE}", found, at)
    opened = document_of(text, f"{name}/{ROUND_FILE}", before, found) if text is not None else None
    if opened is None or "round" not in opened.data:
        faults.add("previous-not-a-round", at, name=reference)
        return reference, ()
    whole = opened.cursor(found).table("round")
    sheet = whole.text("merge", "") if whole is not None else ""
    return reference, carried_merges(files, name, sheet, in_rows, at) if sheet else ()
