"""Forms to fill in, as a workbook, a CSV file or TOML: what `template` writes besides the short files to begin with."""

from collections.abc import Callable
from pathlib import Path

import attrs

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rule_sets import rules_from
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError, by_place
from prioritera.forms.analyst import ANALYST, analyst_book
from prioritera.forms.as_toml import analyst_toml, form_toml, questions_toml
from prioritera.forms.check import check_book
from prioritera.forms.form import FORM, form_book
from prioritera.forms.questions import QUESTIONS, questions_book
from prioritera.loading.folders import is_folder
from prioritera.loading.load import load_network
from prioritera.loading.rounds import DEFAULT_NETWORK, DEFAULT_RULES
from prioritera.model.result import Decision
from prioritera.pipeline import load_model, prioritise
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book
from prioritera.workbooks.write import write_book

CHECK = "check"
FORMS = (FORM, ANALYST, CHECK, *QUESTIONS)
SUFFIXES = (".xlsx", ".csv", ".toml")
# What a form is as a book, whole on one page or not, and as TOML; and what was found on the way.
Made = tuple[Callable[[bool], Book], Callable[[], str], Done]


def form(asked: Asked, kind: str) -> Done:
    """Write a form in a file that is not there yet: in `--out`, or by its own name where the command is given."""
    # Answers of a check are read from sheets only.
    path = _path(asked.out, kind, SUFFIXES[:2] if kind == CHECK else SUFFIXES)
    book, text, done = _analyst(asked) if kind == ANALYST else _plain(asked, kind)
    if path.suffix.lower() == ".toml":
        save(path.parent, {path.name: text()})
    else:
        faults = Faults()
        write_book(book(path.suffix.lower() == ".csv"), path, faults)
        faults.stop()
    return attrs.evolve(done, text=f"{say(asked.language, 'cli.written', path=path.as_posix())}\n")


def _plain(asked: Asked, kind: str) -> Made:
    """A form that needs no round."""
    language = asked.language
    if len(asked.arguments) > 1:
        usage = say(language, "cli.usage.template")
        raise PrioriteraError(
            [Diagnostic(code="argument-extra", params={"command": "template", "value": asked.arguments[1], "usage": usage})]
        )
    if kind == FORM:
        rules = rules_from(asked.rules or DEFAULT_RULES, asked)
        return lambda _: form_book(rules, language), lambda: form_toml(rules, language), Done()
    if kind == CHECK:
        above = [say(language, "steptwo.above.plain-title")]
        return lambda _: check_book([], above, language), str, Done()
    return lambda _: questions_book(kind, language), lambda: questions_toml(kind, language), Done()


def _analyst(asked: Asked) -> Made:
    """The analyst's sheet of a round, with what was found on the way; an empty one without a round."""
    language, done = asked.language, Done()
    decisions: tuple[Decision, ...] = ()
    smallest: int | None = None
    if len(asked.arguments) > 1:
        path = Path(asked.arguments[1])
        chosen = rules_from(asked.rules, asked) if asked.rules else None
        round_, model = load_model(path, tree=asked.tree, rules=chosen)
        result = prioritise(round_, model)
        found = rooted(by_place((*round_.faults, *result.diagnostics)), root_of(path))
        rules, network, decisions, done = model.rules, model.network, result.decisions, Done(code=code_for(found), found=found)
        smallest = round_.smallest_cell
    else:
        rules, network = rules_from(asked.rules or DEFAULT_RULES, asked), load_network(DEFAULT_NETWORK)

    def book(whole: bool) -> Book:  # noqa: FBT001 -- the one thing that a kind of file decides
        return analyst_book(decisions, rules, network, language, whole=whole, smallest_cell=smallest)

    return book, lambda: analyst_toml(decisions, rules, language), done


def _path(out: Path | None, kind: str, known: tuple[str, ...]) -> Path:
    """Where the form goes; a file that is there already, which somebody may have filled in, is never written over."""
    path = Path(f"{kind}{SUFFIXES[0]}") if out is None else out / f"{kind}{SUFFIXES[0]}" if is_folder(out) else out
    if path.suffix.lower() not in known:
        raise PrioriteraError([Diagnostic(code="out-file-kind", params={"name": path.as_posix(), "known": known})])
    if _is_there(path):
        raise PrioriteraError([Diagnostic(code="template-in-the-way", params={"name": path.as_posix()})])
    return path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for any file: writing says so
        return False
