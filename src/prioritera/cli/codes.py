"""The command `rule`: what a diagnostic says, why it matters and how it is mended, with an example that fails and one that passes."""

from collections.abc import Iterator
from string import Formatter

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.loading.pages import CONSOLE, FILE, IN_ENGLISH, PROMPT, Page, Part, page_of
from prioritera.reading.close import closest
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Verbatim
from prioritera.report.json import as_text
from prioritera.report.text import COLUMNS, to_text
from prioritera.words.catalogue import LANGUAGES, has, listing, parts, say, template

SENTENCES = ("what", "why", "mend", "mend-close")
_WHAT = ".what"
_ROOM = COLUMNS - len("• ")


def codes() -> tuple[str, ...]:
    """Every code of a diagnostic, sorted.

    >>> "unknown-key" in codes()
    True
    """
    return tuple(sorted(code for group in grouped().values() for code in group))


def grouped() -> dict[str, tuple[str, ...]]:
    """Every code under the part of the catalogue that it stands in, each sorted.

    >>> "option-date" in grouped()["cli"]
    True
    """
    found = {
        part: tuple(sorted(key.split(".")[1] for key in keys if key.endswith(_WHAT)))
        for part, keys in parts(LANGUAGES[0], "diagnostics").items()
    }
    return {part: group for part, group in found.items() if group}


def rule(asked: Asked, *, bold: bool) -> Done:
    """What a diagnostic means; without a code, all of them."""
    if not asked.arguments:
        if asked.as_json:
            records = [{"code": code, "group": part, **_sentences(code)} for part, group in grouped().items() for code in group]
            return Done(text=as_text({"schema": "prioritera/codes/1", "codes": sorted(records, key=lambda one: str(one["code"]))}))
        return Done(text=to_text(_every_code(asked.language), bold=bold))
    code, known = asked.arguments[0].strip("[]"), codes()
    if code not in known:
        raise PrioriteraError([Diagnostic(code="code-unknown", params={"value": code, "close": closest(code, known)})])
    page = page_of(code) or Page(code=code)
    if asked.as_json:
        return Done(text=as_text({"schema": "prioritera/code/1", "code": code, **_sentences(code), "examples": _examples_record(page)}))
    return Done(text=to_text(_one_code(page, asked.language), bold=bold))


def _every_code(language: str) -> Document:
    """The codes in their groups, a line each: a sentence that is too long for the line is cut."""
    sections = [
        Section(
            say(language, f"cli.rule.groups.{part or 'others'}"),
            (Listing([Item(_on_a_line(f"{code}: {sentence(language, code, 'what')}")) for code in group]),),
        )
        for part, group in grouped().items()
    ]
    return Document(say(language, "cli.rule.codes"), (Paragraph(say(language, "cli.rule.codes-intro")), *sections), language=language)


def _on_a_line(text: str) -> str:
    return text if len(text) <= _ROOM else f"{text[: _ROOM - 1].rstrip()}…"


def _one_code(page: Page, language: str) -> Document:
    rows = [(say(language, f"cli.rule.{part}"), sentence(language, page.code, part)) for part in SENTENCES if says(page.code, part)]
    more = [Paragraph(paragraph) for paragraph in page.more.get(language, "").split("\n\n") if paragraph]
    blocks: list[Block] = [Pairs(rows), *more]
    if page.fails:
        beside = [Paragraph(say(language, "cli.rule.beside", files=listing(language, list(page.beside), "and")))] if page.beside else []
        blocks += [
            Section(say(language, "cli.rule.fails"), [*beside, *(_shown(part, language) for part in page.fails)]),
            Section(say(language, "cli.rule.passes"), [_shown(part, language) for part in page.passes]),
        ]
    return Document(say(language, "cli.rule.title", code=page.code), blocks, language=language)


def _shown(part: Part, language: str) -> Block:
    if part.kind == FILE:
        return Section(f"{part.name}:", (Verbatim(part.text.rstrip("\n")),))
    if part.kind == CONSOLE:
        line = f"{PROMPT}{part.name}{IN_ENGLISH if language == 'en' else ''}"
        return Verbatim(f"{line}\n{part.said.get(language, '')}".rstrip("\n"))
    return Verbatim(part.text.rstrip("\n"))


def says(code: str, part: str) -> bool:
    """Whether a diagnostic has such a sentence."""
    return has(LANGUAGES[0], f"diagnostics.{code}.{part}")


def sentence(language: str, code: str, part: str) -> str:
    """A sentence of a diagnostic with its parameters shown as places to fill.

    >>> sentence("en", "option-date", "what")
    '“‹value›” is no date'
    """
    pieces = Formatter().parse(template(language, f"diagnostics.{code}.{part}"))
    return "".join(f"{text}‹{_placeholder(language, name)}›" if name else text for text, name, _, _ in pieces)


def _placeholder(language: str, name: str) -> str:
    key = f"cli.placeholders.{name}"
    return say(language, key) if has(language, key) else name


def _sentences(code: str) -> dict[str, object]:
    return {part: {language: sentence(language, code, part) for language in LANGUAGES} for part in SENTENCES if says(code, part)}


def _examples_record(page: Page) -> dict[str, object]:
    return {
        "beside": list(page.beside),
        "fails": list(map(_part_record, page.fails)),
        "passes": list(map(_part_record, page.passes)),
    }


def _part_record(part: Part) -> dict[str, object]:
    return dict(_record_of(part))


def _record_of(part: Part) -> Iterator[tuple[str, object]]:
    yield "kind", part.kind
    if part.name:
        yield "name", part.name
    if part.text:
        yield "text", part.text
    if part.said:
        yield "said", {language: part.said[language] for language in LANGUAGES if language in part.said}
