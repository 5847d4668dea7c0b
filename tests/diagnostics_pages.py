"""The pages of the diagnostics, written again from what stands in them: examples are played, and what is said is put in its place.

A page is begun by hand, with as little as this; `nox -s pages`, or `python tests/diagnostics_pages.py`, writes the rest of it:

    # CODE

    ## Fails

    Beside it: [small.toml](with/small.toml).

    `rules.toml`

    (a block of TOML)

    (a console block: $ prioritera check rules.toml)

    ## Passes

    `rules.toml`

    (a block of TOML)
"""

import doctest
import io
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from prioritera.cli.codes import SENTENCES, codes, grouped, says, sentence
from prioritera.cli.main import main
from prioritera.loading.pages import (
    CONSOLE,
    FAILS,
    FILE,
    IN_ENGLISH,
    PASSES,
    PROMPT,
    PYTHON,
    SESSION,
    SWEDISH,
    Page,
    Part,
    page_of,
    pages_folder,
)
from prioritera.words.catalogue import LANGUAGES, say

INDEX = "README.md"
_FENCES = {".toml": "toml", ".csv": "csv"}
_FULL = " > /dev/full"
_IN = {"sv": "", "en": IN_ENGLISH}


@attrs.frozen
class Said:
    """What a command or a session came to: its words, and its exit code (a session has none)."""

    part: Part
    text: str
    code: int | None = None
    language: str = ""


class _Full(io.StringIO):
    """A place where nothing fits any longer."""

    def write(self, _text: str) -> int:
        raise OSError


def played(page: Page, folder: Path) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The failing example and then the passing one, as they come out in a folder, in Swedish and English each.

    The passing example mends files of the failing one; without a command of its own it takes those of the failing one.
    """
    for name, place in page.beside.items():
        _write(folder / name, (pages_folder() / place).read_text(encoding="utf-8"))
    asked = tuple(part for part in page.fails if part.kind in {CONSOLE, SESSION})
    own = any(part.kind in {CONSOLE, SESSION} for part in page.passes)
    with chdir(folder):
        return tuple(_all_said(page.fails)), tuple(_all_said(page.passes if own else (*page.passes, *asked)))


def _all_said(parts: Iterable[Part]) -> Iterator[Said]:
    for part in parts:
        if part.kind == FILE:
            _write(Path(part.name), part.text)
        elif part.kind == PYTHON:
            exec(compile(part.text, "<page>", "exec"), {})  # noqa: S102 -- the pages are our own
        elif part.kind == SESSION:
            yield Said(part, _session(part.text))
        else:
            yield from (_answer(part, language) for language in LANGUAGES)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _answer(part: Part, language: str) -> Said:
    """A command's exit code, and its findings: what it writes to stderr, or to stdout if that is silent."""
    _, *words = shlex.split(part.name.removesuffix(_FULL) + _IN[language])
    out, err = _Full() if part.name.endswith(_FULL) else io.StringIO(), io.StringIO()
    code = main(words, io.StringIO(), out, err)
    return Said(part, err.getvalue() or out.getvalue(), code, language)


def _session(text: str) -> str:
    """A session of Python as it goes now."""
    names: dict[str, object] = {}
    lines = []
    for example in doctest.DocTestParser().get_examples(text):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile(example.source, "<page>", "single"), names)  # noqa: S102 -- the pages are our own
        first, *more = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
        lines += out.getvalue().rstrip("\n").split("\n") if out.getvalue() else []
    return "\n".join(lines) + "\n"


def written(page: Page, fails: Iterable[Said], passes: Iterable[Said]) -> str:
    """The text of a page, with what its examples say."""
    blocks = [f"# {page.code}", *_head(page, "en"), SWEDISH, *_head(page, "sv"), f"## {FAILS}"]
    if page.beside:
        blocks += [f"Beside it: {', '.join(f'[{name}]({place})' for name, place in page.beside.items())}."]
    blocks += _blocks(page.fails, tuple(fails))
    # A command of the passing example says nothing that matters.
    blocks += [f"## {PASSES}", *_blocks(page.passes, tuple(one for one in passes if one.part.kind == SESSION))]
    return "\n\n".join(blocks) + "\n"


def _head(page: Page, language: str) -> list[str]:
    """The sentences of the word catalogue, and what more is said."""
    parts = [part for part in SENTENCES if says(page.code, part)]
    rows = [f"- **{say(language, f'cli.rule.{part}')}:** {sentence(language, page.code, part)}" for part in parts]
    return ["\n".join(rows), *([page.more[language]] if language in page.more else [])]


def _blocks(parts: Iterable[Part], said: tuple[Said, ...]) -> Iterator[str]:
    for part in parts:
        own = [one for one in said if (one.part.kind, one.part.name) == (part.kind, part.name)]
        if part.kind == FILE:
            yield f"`{part.name}`"
            yield f"```{_FENCES.get(Path(part.name).suffix, 'text')}\n{part.text}```"
        elif part.kind == PYTHON:
            yield f"```python\n{part.text}```"
        elif part.kind == SESSION:
            yield f"```pycon\n{own[0].text}```"
        elif own:
            yield from (f"```console\n{PROMPT}{part.name}{_IN[one.language]}\n{one.text}```" for one in reversed(own))
        else:
            yield f"```console\n{PROMPT}{part.name}\n```"


def refreshed(page: Page) -> tuple[str, tuple[Said, ...], tuple[Said, ...]]:
    """The page's text as it ought to be, with what its two examples said."""
    with TemporaryDirectory() as folder:
        # One folder within another, so that a page can show what lies outside of the folders that may be read.
        home = Path(folder).resolve() / "rounds" / "ours"
        home.mkdir(parents=True)
        fails, passes = played(page, home)
    return written(page, fails, passes), fails, passes


def index() -> str:
    """The page that lists all the others."""
    lines = (
        "Every code, with what it says.",
        "Its page says why it matters and how it is mended, and has an example that fails and one that passes.",
        "`prioritera rule CODE` shows the page, in Swedish or English.",
    )
    blocks = ["# Diagnostics", "\n".join(lines)]
    for part, group in grouped().items():
        blocks += [f"## {say('en', f'cli.rule.groups.{part}')}"]
        blocks += ["\n".join(f"- [{code}]({code}.md): {sentence('en', code, 'what')}" for code in group)]
    return "\n\n".join(blocks) + "\n"


def refresh() -> tuple[str, ...]:
    """Write every page again.

    Returns:
        The codes that have no page.
    """
    missing = []
    for code in codes():
        page = page_of(code)
        if page is None:
            missing.append(code)
        else:
            (pages_folder() / f"{code}.md").write_text(refreshed(page)[0], encoding="utf-8")
    (pages_folder() / INDEX).write_text(index(), encoding="utf-8")
    return tuple(missing)


if __name__ == "__main__":
    without = refresh()
    sys.stdout.write("".join(f"{code} has no page\n" for code in without))
    sys.exit(bool(without))
