import pytest

from prioritera.documents.blocks import Block, Spot
from prioritera.documents.lines import blocks_of_lines
from prioritera.documents.read import text_blocks
from prioritera.documents.sentences import sentences

LONG = "Detta är en rad som är så lång att den inte kan vara bruten till någon bredd, för den går förbi det som ryms på en sida med text."


def parts(text: str, name: str = "m.txt") -> list[tuple[str, str, int]]:
    """The kind, the words and the line of each part."""
    return [(block.kind, block.text, block.spot.numbers[0]) for block in text_blocks(text, name)]


def test_lines_that_are_broken_to_a_width_are_put_together() -> None:
    text = "Vi saknar kunskap om hur vi ska arbeta\nmed barn i familjehem, och det är något\nsom alla säger.\nNästa stycke börjar här.\n"

    assert parts(text) == [
        ("paragraph", "Vi saknar kunskap om hur vi ska arbeta med barn i familjehem, och det är något som alla säger.", 1),
        ("paragraph", "Nästa stycke börjar här.", 4),
    ]


def test_a_divided_word_is_made_whole_and_a_shared_ending_is_not() -> None:
    text = "Kunskap om social-\ntjänstens arbete med barn- \noch ungdomsvård är bristande.\n"

    assert parts(text) == [("paragraph", "Kunskap om socialtjänstens arbete med barn- och ungdomsvård är bristande.", 1)]


def test_long_lines_are_paragraphs_as_they_stand() -> None:
    assert parts(f"Rubrik\n{LONG}\n{LONG}\n") == [("heading", "Rubrik", 1), ("paragraph", LONG, 2), ("paragraph", LONG, 3)]


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "1.", "2)", "a)"])
def test_marks_of_lists_make_items(mark: str) -> None:
    assert parts(f"Behov:\n{mark} hemlöshet\n{mark} unga som far illa\n") == [
        ("paragraph", "Behov:", 1),
        ("item", "hemlöshet", 2),
        ("item", "unga som far illa", 3),
    ]


def test_a_heading_is_short_and_stands_alone_or_above_what_is_longer() -> None:
    text = f"2. Kunskapsbehov\n\nrubrik med liten bokstav\n\nSlut.\n\nBarn och unga\n{LONG}\n\nÄldre\n- fall\n\nNamn\nTitel\n"

    assert [part for part in parts(text) if part[0] == "heading"] == [
        ("heading", "2. Kunskapsbehov", 1),
        ("heading", "Barn och unga", 7),
        ("heading", "Äldre", 10),
        ("heading", "Namn", 13),
    ]


def test_a_line_of_contents_is_no_heading() -> None:
    assert [kind for kind, _, _ in parts("Behov av stöd\t21\n\nBehov av kunskap.......... 22\n")] == ["paragraph", "paragraph"]


def test_lines_with_tabs_are_a_table() -> None:
    first, second = text_blocks("Ämne\tAnsvarig\tKlart\nHemlöshet\tVäsby\t2026\n", "m.txt")

    assert first == Block(
        kind="row", text="Ämne\tAnsvarig\tKlart", spot=Spot("line", (1,)), cells=["Ämne", "Ansvarig", "Klart"], is_header=True
    )
    assert (second.cells, second.is_header) == (("Hemlöshet", "Väsby", "2026"), False)


def test_markdown_is_read_by_its_marks() -> None:
    text = "# Protokoll #\nVi saknar\nkunskap.\n## Behov\n| Ämne | Klart |\n|---|:--|\n| Barn | maj |\n\nNamn\n\n- punkt\n  fortsätter\n"
    blocks = text_blocks(text, "m.MD")

    assert [(block.kind, block.text, block.level) for block in blocks if block.kind != "row"] == [
        ("heading", "Protokoll", 1),
        ("paragraph", "Vi saknar kunskap.", 0),
        ("heading", "Behov", 2),
        ("paragraph", "Namn", 0),
        ("item", "punkt fortsätter", 0),
    ]
    assert [(block.cells, block.is_header) for block in blocks if block.kind == "row"] == [
        (("Ämne", "Klart"), True),
        (("Barn", "maj"), False),
    ]


def test_nothing_has_no_parts() -> None:
    assert blocks_of_lines([], lambda number: Spot("page", (number,))) == ()
    assert parts("\n  \n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ett. Två! Tre? Fyra", ["Ett.", "Två!", "Tre?", "Fyra"]),
        ("Se t.ex. Väsby, bl.a. RSS. Slut", ["Se t.ex. Väsby, bl.a. RSS.", "Slut"]),
        ("Två grupper: 1. Barn. 2. Unga.", ["Två grupper: 1. Barn.", "2. Unga."]),
        ("Hon sa: ”Vi vet inte.” Sedan gick hon.", ["Hon sa: ”Vi vet inte.”", "Sedan gick hon."]),
        ("i kap. 3.2 och\u00a0så. det", ["i kap. 3.2 och\u00a0så. det"]),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found
