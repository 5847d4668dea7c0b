"""The command `extract`: what in existing documents may be a need, for a person to keep or to drop."""

from collections import Counter
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, code_for, root_of, rooted
from prioritera.diagnostics import Diagnostic, Faults, by_place
from prioritera.documents.find import find_candidates
from prioritera.documents.signals import Signals
from prioritera.loading.documents import read_document
from prioritera.loading.files import Files
from prioritera.loading.signals import read_signals
from prioritera.model.candidate import Candidate
from prioritera.records.people_in_candidates import masked_candidates
from prioritera.report.candidates import candidates_book, candidates_document, candidates_json
from prioritera.report.text import to_text
from prioritera.words.catalogue import say
from prioritera.workbooks.write import write_book


def extract(asked: Asked, *, bold: bool) -> Done:
    """Show what may be needs; with `--out`, write the sheet to go through, and say where."""
    file = Path(asked.signals) if asked.signals else None
    signals, in_signals = read_signals(file, tree=asked.tree)
    if signals is None:
        return Done(code=NOT_DONE, found=rooted(in_signals, root_of(file) if file else ""))
    candidates: list[Candidate] = []
    found: list[Diagnostic] = []
    read = 0
    stems: Counter[str] = Counter()
    for name in asked.arguments:
        own, noted, is_read = _of_file(Path(name), asked, signals, stems)
        candidates += own
        found += noted
        read += is_read
    told = (*in_signals, *by_place(found))
    if not read:
        return Done(code=NOT_DONE, found=told)
    return _written(candidates, told, asked, signals, bold=bold)


def _of_file(path: Path, asked: Asked, signals: Signals, stems: Counter[str]) -> tuple[tuple[Candidate, ...], tuple[Diagnostic, ...], bool]:
    """The candidates of one document, what was found in reading it, and whether it could be read."""
    faults = Faults()
    files = Files(path.parent, tree=asked.tree)
    blocks = read_document(files, path.name, faults)
    stems[path.stem] += 1
    candidates = () if blocks is None else find_candidates(blocks, path.name, signals, number=stems[path.stem])
    candidates, people = masked_candidates(candidates)
    return candidates, rooted((*faults.all(), *people), root_of(path)), blocks is not None


def _written(candidates: list[Candidate], told: tuple[Diagnostic, ...], asked: Asked, signals: Signals, *, bold: bool) -> Done:
    language = asked.language
    about = _about(candidates, asked, signals)
    if asked.out is not None:
        faults = Faults()
        is_written = write_book(candidates_book(candidates, language, about=about), asked.out, faults)
        text = f"{say(language, 'cli.written', path=asked.out.as_posix())}\n{about[0]}\n" if is_written else ""
        return Done(code=code_for(told) if is_written else NOT_DONE, text=text, found=(*told, *faults.all()))
    if asked.as_json:
        text = candidates_json(candidates, signs=signals.id, version=signals.version, status=signals.status)
    else:
        text = to_text(candidates_document(candidates, language, about=about), bold=bold)
    return Done(code=code_for(told), text=text, found=told)


def _about(candidates: list[Candidate], asked: Asked, signals: Signals) -> tuple[str, ...]:
    """How many there are, that they are no needs yet, and whose choice the signs are."""
    language = asked.language
    count = say(language, "documents.count" if len(candidates) != 1 else "documents.count-one", count=len(candidates))
    key = "documents.signs" if signals.version else "documents.signs-without-version"
    signs = say(language, key, label=signals.label.say(language), version=signals.version)
    proposal = f" {say(language, 'documents.proposal')}" if signals.status == "proposal" else ""
    return (count, say(language, "documents.candidates-only"), f"{signs}{proposal}")
