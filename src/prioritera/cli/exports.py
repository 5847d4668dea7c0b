"""The command `export`: the needs of a round in the form that a recipient asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import DONE, NOT_DONE, Done, code_for, root_of, rooted
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError, Span, by_place
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise
from prioritera.reading.close import closest
from prioritera.report.gaps import RECIPIENT, gaps_of
from prioritera.report.gaps_written import apart_lines, gaps_book, gaps_json, gaps_toml
from prioritera.report.jla import jla_book, jla_json
from prioritera.words.catalogue import say
from prioritera.workbooks.comma import to_csv
from prioritera.workbooks.write import write_book

_TOML = ".toml"
_SBU_FILES = (".xlsx", ".csv", _TOML)


def export(asked: Asked, *, bold: bool) -> Done:  # noqa: ARG001 -- every command is told; a file has no headings
    """Write the needs of a round in the form of one kind."""
    kind = asked.arguments[1]
    if kind not in KINDS:
        params = {"value": kind, "known": tuple(KINDS), "close": closest(kind, KINDS)}
        raise PrioriteraError([Diagnostic(code="export-kind-unknown", params=params)])
    path = Path(asked.arguments[0])
    round_, model = load_model(path, tree=asked.tree, decided_on=asked.decided_on)
    result = prioritise(round_, model, decided_on=asked.decided_on)
    found = rooted(by_place((*round_.faults, *result.diagnostics)), root_of(path))
    done = KINDS[kind](result, model, asked)
    return Done(code=max(done.code, code_for(found)), text=done.text, found=(*found, *done.found))


def _sbu(result: Result, model: Model, asked: Asked) -> Done:
    if RECIPIENT not in model.network.actors:
        raise PrioriteraError([Diagnostic(code="export-no-recipient", params={"value": RECIPIENT})])
    gaps, made_up = gaps_of(result, model, asked.language), result.round.illustrative
    notice = say(asked.language, "report.illustrative", text=made_up.say(asked.language)) if made_up is not None else ""
    toml = gaps_toml(gaps, asked.language, notice=notice)
    if asked.out is None:
        return Done(text=gaps_json(gaps, result.round.id, illustrative=made_up) if asked.as_json else toml)
    name, suffix = asked.out.as_posix(), asked.out.suffix.lower()
    faults = Faults()
    if suffix not in _SBU_FILES:
        faults.add("export-file-kind", Span(name), name=name, known=_SBU_FILES)
    elif suffix == _TOML:
        save(asked.out.parent, {asked.out.name: toml})
    else:
        label = result.round.label.say(asked.language)
        write_book(gaps_book(gaps, asked.language, round_label=label, notice=notice), asked.out, faults)
    if faults.count:
        return Done(code=NOT_DONE, found=faults.all())
    lines = [say(asked.language, "cli.written", path=name), *([notice] if notice else []), *apart_lines(gaps, asked.language)]
    return Done(text="".join(f"{line}\n" for line in lines))


def _jla(result: Result, model: Model, asked: Asked) -> Done:
    """The questions in the layout of JLA: to a file, or on the screen as CSV or JSON."""
    book = jla_book(result, model, asked.language)
    if asked.out is None:
        return Done(text=jla_json(result, model, asked.language) if asked.as_json else to_csv(book.pages[0]).replace("\r\n", "\n"))
    faults = Faults()
    written = write_book(book, asked.out, faults)
    # What stands above the table is not in a CSV file: that the material is made up is told here.
    said = [say(asked.language, "cli.written", path=asked.out.as_posix()), *book.pages[0].above[1:]]
    return Done(code=DONE if written else NOT_DONE, text="".join(f"{line}\n" for line in said) if written else "", found=faults.all())


KINDS: Mapping[str, Callable[[Result, Model, Asked], Done]] = {"jla": _jla, "sbu": _sbu}
