"""No text output has a line over 80 columns, whatever people have written in it, and nothing in it is obeyed by a screen."""

from functools import cache
from unicodedata import category, east_asian_width

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prioritera.model.need import Need, Wording
from prioritera.model.result import Decision, Result
from prioritera.questions import explain
from prioritera.report.compose import compose
from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.explain import explain_document
from prioritera.report.text import to_text
from prioritera.report.width import NO_BREAK, plain, width, wrap
from results import whole

WILD = st.text(
    st.one_of(st.characters(), st.sampled_from("åäöÅÄÖ 日本語\u0308\u0301\u200d\ufe0f👩🏽⚕️❤→•\u00a0\t\n\x1b\u202e0123456789")), max_size=160
)
LANGUAGE = st.sampled_from(["sv", "en"])


def columns_of(line: str) -> int:
    """A slow second answer: two columns for a wide character, none for one that combines, and two where emoji style is asked for."""
    wide = [0 if category(letter) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(letter) in {"W", "F"} else 1 for letter in line]
    return sum(wide)


def fits(text: str) -> bool:
    return all(
        columns_of(line) <= 80 and line == line.rstrip(" ") and not any(category(letter) == "Cc" for letter in line)
        for line in text.split("\n")
    )


def renamed(decision: Decision, title: str, wording: str) -> Decision:
    need: Need | None = decision.need
    if need is None:
        return attrs.evolve(decision, title=title)
    return attrs.evolve(decision, title=title, need=attrs.evolve(need, wordings=[Wording(need=need.id, text=wording, source=wording)]))


@cache
def result_with(title: str, wording: str) -> Result:
    result, _ = whole()
    return attrs.evolve(result, decisions=[renamed(decision, title, wording) for decision in result.decisions])


@settings(max_examples=30)
@given(title=WILD, wording=WILD, language=LANGUAGE)
@example(title="x" * 500, wording="", language="sv")
@example(title="日" * 200, wording="e\u0301" * 200, language="en")
def test_a_report_fits_the_screen(title: str, wording: str, language: str) -> None:
    model = whole()[1]

    text = to_text(compose(result_with(title, wording), model, language, points=True))

    assert fits(text)


@settings(max_examples=30)
@given(title=WILD, wording=WILD, language=LANGUAGE)
def test_an_explanation_fits_the_screen(title: str, wording: str, language: str) -> None:
    model = whole()[1]
    result = result_with(title, wording)

    text = to_text(explain_document(explain(result, model, "fall"), result, model, language))

    assert fits(text)


BLOCKS = st.recursive(
    st.one_of(
        st.builds(Paragraph, WILD),
        st.builds(Pairs, st.lists(st.tuples(WILD, WILD), max_size=3)),
        st.builds(Listing, st.lists(st.builds(Item, WILD), max_size=3), numbered=st.booleans()),
        st.integers(1, 4).flatmap(lambda n: st.builds(Table, st.tuples(*[WILD] * n), st.lists(st.tuples(*[WILD] * n), max_size=3))),
    ),
    lambda inner: st.one_of(
        st.builds(Section, WILD, st.lists(inner, max_size=3)),
        st.builds(Listing, st.lists(st.builds(Item, WILD, st.lists(inner, max_size=2)), max_size=3)),
    ),
    max_leaves=6,
)


@given(title=WILD, blocks=st.lists(BLOCKS, max_size=4))
def test_any_document_fits_the_screen(title: str, blocks: list[Paragraph | Pairs | Listing | Table | Section]) -> None:
    assert fits(to_text(Document(title, blocks)))


@given(text=WILD, columns=st.integers(4, 90), inset=st.integers(0, 2))
def test_no_letter_is_lost_or_added_when_a_text_is_broken(text: str, columns: int, inset: int) -> None:
    lines = wrap(text, columns, inset=inset)

    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(plain(text).replace(NO_BREAK, " ").split(" "))
