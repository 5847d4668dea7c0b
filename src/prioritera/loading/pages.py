"""The page of a diagnostic: what more there is to say of it, an example that fails and one that passes.

The pages are the Markdown files of `docs/diagnostics/`, and stand in the package when it is installed. The sentences at the head of a
page are those of the word catalogue, so they are not read from it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple

FILE, CONSOLE, PYTHON, SESSION = "file", "console", "python", "session"
SWEDISH = "På svenska:"
FAILS, PASSES = "Fails", "Passes"
PROMPT = "$ "
IN_ENGLISH = " --lang en"
_KINDS = {"console": CONSOLE, "python": PYTHON, "pycon": SESSION}
_NAME = re.compile(r"`([^`]+)`")
_BESIDE = re.compile(r"\[([^\]]+)\]\((with/[^)]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$\n?", re.MULTILINE)


@attrs.frozen(kw_only=True)
class Part:
    """One part of an example.

    A file has a `name` and a `text`; a command has its line as `name`, without the language, and what it says in each language;
    Python that prepares the folder, and a session of Python, have a `text`.
    """

    kind: str
    name: str = ""
    text: str = ""
    said: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)


@attrs.frozen(kw_only=True)
class Page:
    """`more` is what is said besides the sentences, by language; `beside` the files that every example has, each with its place."""

    code: str
    more: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    beside: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    fails: tuple[Part, ...] = attrs.field(converter=frozen_tuple, default=())
    passes: tuple[Part, ...] = attrs.field(converter=frozen_tuple, default=())


@cache
def pages_folder() -> Path:
    """The folder of the pages: inside the installed package, otherwise in the documentation beside the sources."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "pages"
    return installed if installed.is_dir() else package.parents[1] / "docs" / "diagnostics"


def page_of(code: str) -> Page | None:
    """The page of a diagnostic; None when it has none.

    >>> page = page_of("unknown-key")
    >>> [part.name for part in page.fails]
    ['rules.toml', 'prioritera check rules.toml']
    """
    path = pages_folder() / f"{code}.md"
    return read_page(code, path.read_text(encoding="utf-8")) if path.is_file() else None


def read_page(code: str, text: str) -> Page:
    r"""A page from its text; what is not there is empty.

    >>> read_page("c", "# c\n\n## Fails\n\n`a.toml`\n\n```toml\na = 1\n```\n").fails
    (Part(kind='file', name='a.toml', text='a = 1\n', said=FrozenMap({})),)
    """
    head, *rest = _HEADING.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    english, _, swedish = head.partition(f"{SWEDISH}\n")
    return Page(
        code=code,
        more={language: more for language, more in (("sv", _more(swedish)), ("en", _more(english))) if more},
        beside=dict(_BESIDE.findall(_FENCE.sub("", text))),
        fails=_parts(sections.get(FAILS, "")),
        passes=_parts(sections.get(PASSES, "")),
    )


def _more(text: str) -> str:
    """The paragraphs that are neither the title nor the sentences."""
    paragraphs = [paragraph.strip("\n") for paragraph in text.split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph and not paragraph.startswith(("# ", "- ")))


def _parts(section: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for part in _each(section):
        same = bool(parts) and part.kind == CONSOLE and (parts[-1].kind, parts[-1].name) == (CONSOLE, part.name)
        parts = [*parts[:-1], attrs.evolve(part, said={**parts[-1].said, **part.said})] if same else [*parts, part]
    return tuple(parts)


def _each(section: str) -> Iterator[Part]:
    """The parts as they stand: the answers of one command, in two languages, are two."""
    before = 0
    for fence in _FENCE.finditer(section):
        kind, text = _KINDS.get(fence[1], FILE), fence[2]
        if kind == FILE:
            yield Part(kind=FILE, name=_NAME.findall(section[before : fence.start()])[-1], text=text)
        elif kind == CONSOLE:
            line, _, said = text.removeprefix(PROMPT).partition("\n")
            language = "en" if line.endswith(IN_ENGLISH) else "sv"
            yield Part(kind=CONSOLE, name=line.removesuffix(IN_ENGLISH), said={language: said} if said else {})
        else:
            yield Part(kind=kind, text=text)
        before = fence.end()
