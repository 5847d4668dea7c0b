from prioritera.report.document import Document, Item, Listing, Pairs, Paragraph, Section, Table, Verbatim
from prioritera.report.text import to_text


def shown(*blocks: Paragraph | Verbatim | Pairs | Listing | Section | Table, columns: int = 40, bold: bool = False) -> str:
    return to_text(Document("T", blocks), columns=columns, bold=bold)


def test_a_title_alone_is_underlined() -> None:
    assert shown() == "T\n=\n"


def test_sections_are_underlined_and_deeper_ones_set_in() -> None:
    text = shown(Section("Ett", (Paragraph("a"), Section("Två", (Paragraph("b"), Section("Tre", (Paragraph("c"),)))))))

    assert text == "T\n=\n\nEtt\n---\n\na\n\nTvå\n  b\n\n  Tre\n    c\n"


def test_a_section_without_content_is_only_its_title() -> None:
    assert shown(Section("Ett", (Section("Två"),))) == "T\n=\n\nEtt\n---\n\nTvå\n"


def test_lines_stand_as_they_are_and_only_one_without_room_is_broken() -> None:
    text = shown(Section("Ett", (Section("a.toml:", (Verbatim("a   = 1\n\n  b = [  2,\x1b ]\n" + "x" * 40),)),)))

    assert text == f"T\n=\n\nEtt\n---\n\na.toml:\n  a   = 1\n\n    b = [  2,� ]\n  {'x' * 38}\n  xx\n"


def test_pairs_have_their_further_lines_set_in() -> None:
    text = shown(Pairs((("Varför", "Vetenskaplig kunskap saknas i frågan."), ("Tid", "ingen"))))

    assert text == "T\n=\n\nVarför: Vetenskaplig kunskap saknas i\n  frågan.\nTid: ingen\n"


def test_a_list_is_tight_unless_its_items_say_more() -> None:
    tight = shown(Listing((Item("ett"), Item("två"))))
    loose = shown(Listing((Item("ett", (Pairs((("a", "b"),)),)), Item("två", (Pairs((("c", "d"),)),)))))

    assert tight == "T\n=\n\n• ett\n• två\n"
    assert loose == "T\n=\n\n• ett\n  a: b\n\n• två\n  c: d\n"


def test_an_item_with_a_long_title_but_nothing_under_it_needs_no_blank_line() -> None:
    text = shown(Listing((Item("ett två tre fyra fem sex sju åtta nio tio"), Item("b"))))

    assert text == "T\n=\n\n• ett två tre fyra fem sex sju åtta nio\n  tio\n• b\n"


def test_numbers_of_a_list_line_up() -> None:
    text = shown(Listing(tuple(Item(f"n{number}") for number in range(1, 11)), numbered=True))

    assert text.splitlines()[3] == " 1. n1"
    assert text.splitlines()[12] == "10. n10"


def test_an_empty_list_and_an_empty_text_leave_no_trace() -> None:
    assert shown(Listing(()), Paragraph("slut")) == "T\n=\n\nslut\n"


def test_a_table_lines_up_its_numbers_at_the_right() -> None:
    text = shown(Table(("Vad", "Poäng"), (("a", "12"), ("bb", "3")), numbers=(1,)))

    assert text == "T\n=\n\nVad  Poäng\n---  -----\na       12\nbb       3\n"


def test_a_table_that_is_too_wide_wraps_its_widest_cells() -> None:
    text = shown(Table(("Kriterium", "Svar"), (("hur många som berörs av det hela i dag", "ja"),)), columns=40)

    assert text == (
        "T\n=\n\nKriterium                           Svar\n----------------------------------  ----\n"
        "hur många som berörs av det hela i  ja\ndag\n"
    )


def test_all_columns_of_a_very_wide_table_give_way() -> None:
    head = tuple(f"kolumn {number} lång" for number in range(4))

    text = shown(Table(head, ()), columns=40)

    assert max(map(len, text.splitlines())) <= 40


def test_a_table_of_more_columns_than_there_is_room_for_keeps_two_each() -> None:
    text = shown(Table(tuple("ab" for _ in range(20)), ()), columns=40)

    assert text.splitlines()[4] == "  ".join(["--"] * 20)


def test_bold_is_for_titles_and_notices_and_only_when_asked_for() -> None:
    blocks = (Paragraph("OBS!", notice=True), Paragraph("text"))

    assert "\x1b" not in shown(*blocks)
    assert shown(*blocks, bold=True) == "\x1b[1mT\x1b[0m\n=\n\n\x1b[1mOBS!\x1b[0m\n\ntext\n"


def test_what_people_wrote_is_never_obeyed() -> None:
    text = shown(Paragraph("[bold]Hot[/bold] \x1b[2J & <b>våld</b>"))

    assert text == "T\n=\n\n[bold]Hot[/bold] �[2J & <b>våld</b>\n"


def test_no_line_ends_in_a_space() -> None:
    text = shown(Listing((Item(""),)), Pairs((("Besked", ""),)))

    assert text == "T\n=\n\n•\n\nBesked:\n"


def test_many_columns_of_one_letter_leave_the_first_what_room_there_is() -> None:
    document = Document("T", [Table(["Need", *"ABCDEFGHI"], [["ord " * 20, *"123456789"]])])

    assert max(map(len, to_text(document).splitlines())) <= 80
