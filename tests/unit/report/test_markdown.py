"""A document as Markdown: the same sections, lists and tables as the text."""

from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section, Table, Verbatim
from prioritera.report.markdown import to_markdown


def test_every_block_has_its_form() -> None:
    rows = Pairs([("Läge", "förslag [förslag]"), ("Källa", "K18:330")])
    document = Document(
        "Rapport_1",
        [
            Paragraph("OBS! Påhittat.", notice=True),
            rows,
            Listing([Item("fall", [rows, Paragraph("Mer.")]), Item("vald")]),
            Section("Grupp A", [Listing([Item("först"), Item("sedan", [Paragraph("Skäl.")])], numbered=True)]),
            Section("Tal", [Table(("behov", "plats"), [("a | b", "1")], numbers=(1,))]),
            Section("Tomt"),
            Verbatim("när = `x`\n```"),
        ],
    )

    assert (
        to_markdown(document)
        == """\
# Rapport_1

> **OBS! Påhittat.**

- **Läge:** förslag \\[förslag\\]
- **Källa:** K18:330

* fall
  - **Läge:** förslag \\[förslag\\]
  - **Källa:** K18:330

  Mer.
* vald

## Grupp A

1. först
2. sedan

   Skäl.

## Tal

| behov | plats |
| --- | ---: |
| a \\| b | 1 |

## Tomt

````
när = `x`
```
````
"""
    )


def test_headings_are_at_most_six_deep() -> None:
    section = Section("7")
    for title in "65432":
        section = Section(title, [section])

    assert to_markdown(Document("1", [section])).split("\n\n") == ["# 1", "## 2", "### 3", "#### 4", "##### 5", "###### 6", "###### 7\n"]


def test_a_text_without_anything_is_nothing_at_all() -> None:
    assert to_markdown(Document(" ", [Paragraph("", notice=True), Listing([])])) == "#\n\n>\n"
