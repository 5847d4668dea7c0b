from fractions import Fraction

import attrs
import pytest

from prioritera.model.explanation import Comparison, ValueChange, WeightChange
from prioritera.questions import compare
from prioritera.report.compare import compare_document
from prioritera.report.document import Document, Section
from prioritera.report.text import to_text
from results import whole


def document_of(comparison: Comparison, language: str = "sv") -> Document:
    result, model = whole()
    return compare_document(comparison, result, model, language)


def compared(first: str, second: str, language: str = "sv") -> Document:
    result, model = whole()
    return document_of(compare(result, model, first, second), language)


def answer_of(document: Document) -> str:
    """The paragraph that answers, as one line."""
    return " ".join(to_text(document).split("\n\n")[3].split())


def section_of(document: Document, title: str) -> list[str]:
    found = next((block for block in document.blocks if isinstance(block, Section) and block.title == title), None)
    return [] if found is None else to_text(Document("T", (found,))).splitlines()[6:]


@pytest.mark.parametrize(
    ("relation", "swedish", "english"),
    [
        ("before", "fall står före hot.", "fall stands before hot."),
        ("after", "hot står före fall.", "hot stands before fall."),
        (
            "tie",
            "fall och hot delar plats. Att det ena står överst i listan betyder inget.",
            "fall and hot share a place. That one is listed first means nothing.",
        ),
        (
            "open",
            "Det går inte att säga vilket som står först: det beror på det som inte är känt. I listan står fall överst.",
            "It cannot be said which stands first: it hangs on what is not known. fall is listed first.",
        ),
    ],
)
def test_the_answer_is_said_in_a_sentence(relation: str, swedish: str, english: str) -> None:
    comparison = Comparison(first="fall", second="hot", relation=relation, listed_first="fall")

    assert answer_of(document_of(comparison)) == swedish
    assert answer_of(document_of(comparison, "en")) == english


def test_what_is_not_known_is_said_not_to_matter_where_it_does_not() -> None:
    assert answer_of(compared("fall", "nutrition")) == "fall står före nutrition, vad som än visar sig om det som inte är känt."
    assert answer_of(compared("nutrition", "fall", "en")) == ("fall stands before nutrition, whatever is found out of what is not known.")


def test_a_tie_breaker_that_tells_them_apart_is_named() -> None:
    comparison = Comparison(first="fall", second="hot", relation="before", listed_first="fall", tie_breaker="units")

    assert answer_of(document_of(comparison)) == "fall står före hot. Det som skiljer dem åt är antal enheter."


@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        ("fall", "natt", "För natt saknas underlag för att gruppera det."),
        ("fall", "las", "De hör till olika områden: fall hemtjänst, las skola."),
        (
            "fall",
            "stod-finns",
            "De har olika utfall: fall ny forskning, stod-finns informera. Reglerna som skiljer dem är anchored och support.",
        ),
        (
            "ensam-rost",
            "vanta",
            "De har olika utfall: ensam-rost förankras bredare, vanta avvakta. Reglerna som skiljer dem är weak och known.",
        ),
        ("juridik", "juridik-ost", "Utfallet ”hanteras nära” rangordnas inte."),
    ],
)
def test_needs_that_are_not_compared_are_told_what_separates_them(first: str, second: str, because: str) -> None:
    assert answer_of(compared(first, second)) == f"{first} och {second} jämförs inte. {because}"


@pytest.mark.parametrize(
    ("separated_by", "because"),
    [
        (
            ("destination", "strong", "faint"),
            "De har olika mottagare: fall Myndigheten, oense avsändaren. Reglerna som skiljer dem är strong och faint.",
        ),
        (("destination", "", ""), "De har olika mottagare: fall Myndigheten, oense avsändaren."),
        (("list", "a", "b"), "De står i olika listor: fall Hemtjänst: ny forskning, mottagare Myndigheten, oense ."),
        (("area", "a", "b"), "De hör till olika områden: fall hemtjänst, oense hemtjänst."),
        (("not-placed", "gone"), "För fall saknas underlag för att gruppera det."),
    ],
)
def test_every_kind_of_separation_has_its_sentence(separated_by: tuple[str, ...], because: str) -> None:
    comparison = Comparison(first="fall", second="oense", relation="not-compared", separated_by=separated_by)

    assert answer_of(document_of(comparison)) == f"fall och oense jämförs inte. {because}"


def test_a_record_that_could_not_be_read_has_no_area() -> None:
    comparison = Comparison(first="fall", second="trasig", relation="not-compared", separated_by=("area", "a", "b"))

    assert answer_of(document_of(comparison)) == ("fall och trasig jämförs inte. De hör till olika områden: fall hemtjänst, trasig .")


def test_needs_are_compared_criterion_by_criterion() -> None:
    assert section_of(compared("fall", "hot"), "Kriterium för kriterium") == [
        "Kriterium  fall                              hot                           Före",
        "---------  --------------------------------  ----------------------------  ----",
        "Räckvidd   de flesta (60): 8 p               de flesta (60): 8 p           lika",
        "Betydelse  stor; 3 av 3 svarade, 1,5–2: 4 p  mellan måttlig och stor: 3 p  fall",
        "Variation  någon: 2 p                        någon: 2 p                    lika",
        "Summa      14 p                              13 p                          fall",
        "",
        "Vikter: Räckvidd 2/4, Betydelse 1/4 och Variation 1/4 (ingen har beslutat dem).",
    ]


def test_the_one_that_is_behind_in_all_may_be_ahead_in_one() -> None:
    lines = section_of(compared("ensamhet", "nutrition"), "Kriterium för kriterium")

    assert [line.split()[-1] for line in lines if line.startswith(("Räckvidd", "Betydelse", "Variation"))] == [
        "lika",
        "nutrition",
        "oavgjort",
    ]


def test_the_smallest_changes_of_a_value_come_first_and_the_rest_are_counted() -> None:
    changes = [
        ValueChange(criterion="spread", need="hot", before=Fraction(1), after=Fraction(2), steps=1, ties=True),
        ValueChange(criterion="reach", need="fall", before=Fraction(60), after=Fraction(19, 2), steps=2),
        ValueChange(criterion="spread", need="hot", before=None, after=Fraction(0), steps=None),
        *[ValueChange(criterion="reach", need="hot", before=Fraction(0), after=Fraction(50), steps=9)] * 3,
    ]
    comparison = Comparison(first="hot", second="fall", relation="after", listed_first="fall", value_changes=changes)

    assert section_of(document_of(comparison), "Minsta ändring av en bedömning") == [
        "• Variation, hot: stor i stället för någon, 1 steg. Då delar de plats.",
        "• Räckvidd, fall: få (9,5) i stället för de flesta (60), 2 steg. Då står hot",
        "  före i listan.",
        "• Räckvidd, hot: de flesta (50) i stället för få (0), 9 steg. Då står hot före i",
        "  listan.",
        "• Räckvidd, hot: de flesta (50) i stället för få (0), 9 steg. Då står hot före i",
        "  listan.",
        "",
        "2 ändringar till finns med i utskriften som JSON.",
    ]


def test_a_change_of_what_is_not_known_today_says_so() -> None:
    change = ValueChange(criterion="spread", need="hot", before=None, after=Fraction(0), steps=None)
    comparison = Comparison(first="hot", second="fall", relation="open", listed_first="hot", value_changes=[change])

    assert section_of(document_of(comparison), "Minsta ändring av en bedömning") == [
        "• Variation, hot: ingen (inte säkert känt i dag). Då står fall före i listan.",
    ]


def test_changes_of_a_weight_are_told_or_that_none_would_do() -> None:
    change = WeightChange(criterion="spread", before=1, after=3)
    comparison = Comparison(first="hot", second="fall", relation="after", listed_first="fall", weight_changes=[change])
    none = attrs.evolve(comparison, weight_changes=[])

    assert section_of(document_of(comparison), "Minsta ändring av en vikt") == [
        "• Variation: vikt 3 i stället för 1, de andra oförändrade. Då står hot före i",
        "  listan.",
    ]
    assert section_of(document_of(none), "Minsta ändring av en vikt") == [
        "Ingen ändring av en enda vikt ändrar ordningen mellan dem.",
    ]
    assert section_of(document_of(none), "Minsta ändring av en bedömning") == [
        "Ingen ändring av en enda bedömning ändrar ordningen mellan dem.",
    ]


def test_needs_that_are_not_compared_have_no_changes() -> None:
    document = compared("fall", "las")

    assert section_of(document, "Minsta ändring av en vikt") == []
    assert section_of(document, "Minsta ändring av en bedömning") == []


def test_both_titles_stand_first() -> None:
    assert to_text(compared("fall", "hot")).splitlines()[5:7] == ["fall: Fall i hemmet", "hot: Hot och våld"]
