"""The commands of step two: `checks` writes the sheets that go out, `compile` the list that goes on to a larger round."""

from collections.abc import Collection
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError, by_place
from prioritera.forms.checks_of import asked_of, check_sheet, concerned
from prioritera.forms.compiled import compilation
from prioritera.forms.compiled_book import compiled_book
from prioritera.forms.compiled_text import to_json, to_toml
from prioritera.measures.bodies import bodies
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.questions import coverage
from prioritera.reading.close import closest, shortened
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book
from prioritera.workbooks.write import write_book

_SHEETS = (".xlsx", ".csv")


def checks(asked: Asked, *, bold: bool) -> Done:  # noqa: ARG001 -- every command is told; a list of files has no headings
    """Write a sheet for each support structure that the round's needs concern; without `--out`, say which they are."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    structures = (structure(asked.rss, model),) if asked.rss else concerned(result, model)
    if asked.out is None:
        lines = [_line(result, model, rss, asked.language) for rss in structures]
        return Done(code=code_for(found), text="".join(lines) or f"{say(asked.language, 'steptwo.said.nobody')}\n", found=found)
    written = [name for rss in structures for name in _sheet(result, model, rss, asked, asked.out, single=len(structures) == 1)]
    return Done(code=code_for(found), text="".join(f"{say(asked.language, 'cli.written', path=name)}\n" for name in written), found=found)


def _line(result: Result, model: Model, rss: str, language: str) -> str:
    asked = asked_of(result, model, rss, language)
    name = model.network.actors[rss].label.say(language)
    line = say(
        language, "steptwo.said.asked", rss=name, id=rss, needs=len(asked), actors=max([len(one.actors) for one in asked], default=0)
    )
    return f"{line}\n"


def structure(name: str, model: Model) -> str:
    """The support structure of an id."""
    known = tuple(bodies(model.network).members)
    if name not in known:
        raise PrioriteraError([Diagnostic(code="structure-unknown", params={"value": name, **_near(name, known)})])
    return name


def _near(name: str, known: Collection[str]) -> dict[str, str | tuple[str, ...]]:
    return {"known": shortened(tuple(known)), "close": closest(name, known)}


def _sheet(result: Result, model: Model, rss: str, asked: Asked, out: Path, *, single: bool) -> list[str]:
    """The files of one structure: a workbook in the folder; the file that is named, when there is only one structure."""
    book = check_sheet(result, model, rss, asked.language)
    if single and out.suffix.lower() in _SHEETS:
        path = out
    else:
        path = out / f"{say(asked.language, 'steptwo.page.file')}-{rss.removeprefix('rss-')}.xlsx"
    files = {path: book}
    if path.suffix.lower() == ".csv":
        beside = path.with_name(f"{path.stem}-{say(asked.language, 'steptwo.page.file-missed')}{path.suffix}")
        files[beside] = Book(pages=[book.pages[1]])
    return [_written(book, path) for path, book in files.items()]


def _written(book: Book, path: Path) -> str:
    """A sheet in a new file: one that somebody has filled in is never written over."""
    faults = Faults()
    try:
        if path.exists():
            raise PrioriteraError([Diagnostic(code="template-in-the-way", params={"name": path.as_posix()})])
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:  # what stands there is no folder, or none may be made there
        raise PrioriteraError([Diagnostic(code="out-file-not-written", params={"name": path.as_posix()})]) from None
    write_book(book, path, faults)
    faults.stop()
    return path.as_posix()


def compiled(asked: Asked, *, bold: bool) -> Done:  # noqa: ARG001 -- as above
    """Write the round's list with all that stands behind it: TOML, JSON, or a workbook to read."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    data = compilation(result, model, coverage(result, model).states_of(result.round.holder))
    if asked.out is None:
        return Done(code=code_for(found), text=to_json(data) if asked.as_json else to_toml(data), found=found)
    suffix = asked.out.suffix.lower()
    if suffix == ".xlsx":
        faults = Faults()
        write_book(compiled_book(data, result, model, asked.language), asked.out, faults)
        faults.stop()
        written = asked.out.as_posix()
    elif suffix in {".toml", ".json"}:
        written = save(asked.out.parent, {asked.out.name: to_json(data) if suffix == ".json" else to_toml(data)})[0]
    else:
        params = {"name": asked.out.as_posix(), "known": (".toml", ".json", ".xlsx")}
        raise PrioriteraError([Diagnostic(code="out-file-kind", params=params)])
    return Done(code=code_for(found), text=f"{say(asked.language, 'cli.written', path=written)}\n", found=found)
