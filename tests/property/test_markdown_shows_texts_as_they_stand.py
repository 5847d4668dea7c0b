"""Whatever people have written, a reader of Markdown shows it as it stands: no sign of theirs becomes a heading, a list or a link."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.markdown import to_markdown
from prioritera.report.width import plain

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="ab å1.)(#*_-+=~`<>[]!|\\&;:/$@'\"\n\u00a0", max_size=14)
TEXTS = st.one_of(SIGNS, st.text(max_size=14))


def one_line(text: str) -> str:
    """The text without what no reader can tell apart: breaks and runs of spaces."""
    return " ".join(plain(text).split())


def inline(tokens: list[Token]) -> list[str]:
    """The text of each block of text, as a reader shows it."""
    found = []
    for token in tokens:
        if token.type == "inline":
            parts = [child.content for child in token.children or () if child.type in {"text", "text_special"}]
            assert {child.type for child in token.children or ()} <= {"text", "text_special", "strong_open", "strong_close"}
            found.append(one_line("".join(parts)))
    return found


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=8, max_size=8))
@example(["# a", "- b", "1. c", "***", "a | b", "\\|", "[x]: y", "c #"])
@example(["`x`", "<b>", "&amp;", "_a_", "a_b_c", "~~a~~", "![x](y)", "====="])
def test_markdown_shows_texts_as_they_stand(texts: list[str]) -> None:
    title, head, paragraph, notice, label, value, item, cell = texts
    blocks = [
        Paragraph(paragraph),
        Paragraph(notice, notice=True),
        Pairs([(label, value)]),
        Listing([Item(item, [Pairs([(label, value)]), Paragraph(paragraph)]), Item(cell)]),
        Listing([Item(item, [Table([cell, label], [[value, cell]], numbers=(1,))])], numbered=True),
    ]

    shown = inline(READER.parse(to_markdown(Document(title, [Section(head, blocks)]))))

    pair = f"{one_line(label)}: {one_line(value)}"
    table = [one_line(text) for text in (cell, label, value, cell)]
    wanted = [title, head, paragraph, notice, pair, item, pair, paragraph, cell, item, *table]
    assert [text for text in shown if text] == [line for text in wanted if (line := one_line(text))]
