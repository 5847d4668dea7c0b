"""The commands that help people to write files: the schema of a kind of file for their editor, and a file to begin with."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, root_of, rooted
from prioritera.cli.forms import FORMS, form
from prioritera.cli.saved import save
from prioritera.cli.weighed import WEIGHTS, weights_sheet
from prioritera.diagnostics import Diagnostic, PrioriteraError, Severity
from prioritera.loading.folders import is_folder
from prioritera.loading.load import read_network, read_rules
from prioritera.loading.shipped import PREFIX
from prioritera.reading.close import closest
from prioritera.schema.begin import BEGUN, template_text
from prioritera.schema.known import Known
from prioritera.schema.write import KINDS, file_name, schema_text
from prioritera.words.catalogue import say

Value = TypeVar("Value")
Found = tuple[Diagnostic, ...]


def schema(asked: Asked, *, bold: bool) -> Done:  # noqa: ARG001 -- every command is told; JSON has no headings
    """The schema of one kind of file; with `--out`, all of them or that one as files."""
    if not asked.arguments and asked.out is None:
        missing, usage = say(asked.language, "cli.arguments.schema"), say(asked.language, "cli.usage.schema")
        raise PrioriteraError([Diagnostic(code="argument-missing", params={"command": "schema", "missing": missing, "usage": usage})])
    kinds = [_kind(name, KINDS, "schema-kind-unknown") for name in asked.arguments] or list(KINDS)
    rules, in_rules = _read(asked.rules, read_rules, asked)
    network, in_network = _read(asked.network, read_network, asked)
    found = (*in_rules, *in_network)
    if found:
        return Done(code=NOT_DONE, found=found)
    known = Known(language=asked.language, rules=rules, network=network)
    texts = {file_name(kind): schema_text(kind, known) for kind in kinds}
    if asked.out is None:
        return Done(text="".join(texts.values()))
    return _written(asked.out, texts, asked)


def template(asked: Asked, *, bold: bool) -> Done:  # noqa: ARG001 -- every command is told; a file has no headings
    """A file to begin with, shown, or with `--out` in a file that is not there yet; a form to fill in, always in such a file."""
    kind = _kind(asked.arguments[0], (*BEGUN, *FORMS, WEIGHTS), "template-kind-unknown")
    if kind in FORMS:
        return form(asked, kind)
    for extra in asked.arguments[1:]:
        usage = say(asked.language, "cli.usage.template")
        raise PrioriteraError([Diagnostic(code="argument-extra", params={"command": "template", "value": extra, "usage": usage})])
    if kind == WEIGHTS:
        return weights_sheet(asked)
    text = template_text(kind, asked.language)
    if asked.out is None:
        return Done(text=text)
    path = asked.out / f"{kind}.toml" if is_folder(asked.out) else asked.out
    if _is_there(path):
        raise PrioriteraError([Diagnostic(code="template-in-the-way", params={"name": path.as_posix()})])
    return _written(path.parent, {path.name: text}, asked)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for any file: saving says so
        return False


def _kind(name: str, known: tuple[str, ...], code: str) -> str:
    if name not in known:
        raise PrioriteraError([Diagnostic(code=code, params={"value": name, "known": known, "close": closest(name, known)})])
    return name


def _read(name: str, read: Callable[..., tuple[Value | None, Found]], asked: Asked) -> tuple[Value | None, Found]:
    """The value of a file or a shipped name, with the errors in it; nothing of none."""
    if not name:
        return None, ()
    value, found = read(name if name.startswith(PREFIX) else Path(name), tree=asked.tree)
    errors = [one for one in found if one.severity is Severity.ERROR]
    return value, rooted(errors, root_of(Path(name)))


def _written(folder: Path, texts: dict[str, str], asked: Asked) -> Done:
    return Done(text="".join(f"{say(asked.language, 'cli.written', path=path)}\n" for path in save(folder, texts)))
