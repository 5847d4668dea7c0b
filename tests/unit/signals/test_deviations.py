"""Deviations are counted by category and year; what people wrote about them goes no further."""

from collections.abc import Sequence

from prioritera.diagnostics import Faults
from prioritera.sheets.grid import Grid
from prioritera.signals.deviations import candidates_of, deviations_of
from small_rules import told

HEAD = ["datum", "kategori", "enhet", "beskrivning"]


def grid(*rows: Sequence[str], head: Sequence[str] = HEAD) -> Grid:
    return Grid(file="a.csv", rows=[head, *rows], starts=range(1, len(rows) + 2))


def test_rows_are_counted_by_category_and_year() -> None:
    rows = [["2025-03-01", "Fall", f"enhet {number % 2}", ""] for number in range(6)]

    found = deviations_of(grid(*rows, ["20240301", "Fall", "A", ""], ["2025-03-01 10:30", "Läkemedel", "A", ""]), Faults())

    assert [(one.category, one.year, one.units, one.shown.say("sv")) for one in found] == [
        ("Fall", 2024, 1, "färre än 5"),
        ("Fall", 2025, 2, "6"),
        ("Läkemedel", 2025, 1, "färre än 5"),
    ]
    assert [(one.id, one.why.sv, one.why.en) for one in candidates_of(found, "a.csv")] == [
        ("deviations-a-1", "avvikelser, Fall: 2024: färre än 5, 2025: 6", "deviations, Fall: 2024: fewer than 5, 2025: 6"),
        ("deviations-a-2", "avvikelser, Läkemedel: 2025: färre än 5", "deviations, Läkemedel: 2025: fewer than 5"),
    ]


def test_counts_are_added_and_one_that_is_not_known_is_not_0() -> None:
    rows = [["2025-03-01", "Fall", "A", "7"], ["2025-03-01", "Fall", "B", "8"], ["2025-03-01", "Hot", "A", ""]]

    found = deviations_of(grid(*rows, head=["date", "category", "unit", "count"]), Faults(), limit=15)

    assert [(one.category, one.shown.say("en")) for one in found] == [("Fall", "15"), ("Hot", "not known")]


def test_the_free_text_is_looked_through_and_not_used() -> None:
    faults = Faults()

    found = deviations_of(
        grid(["2025-03-01", "Fall", "A", "Anna Berg, 880320-0016, föll"], ["2025-03-01", "Anna Berg 070-123 45 67", "A", ""]), faults
    )

    assert [one.category for one in found] == ["Fall"]
    assert told(faults.all()) == (
        "a.csv:2:1: note[text-not-used]: the free text holds a person's data: [personnummer] ••••••-••••, [namn]\n"
        "    why:  it is not read and goes no further, but the file holds it\n"
        "    mend: take it out of the file, if it is not needed there\n"
        "a.csv:3:1: error[personal-data-in-row]: the row holds a person's data: [telefon], [namn]\n"
        "    why:  nobody must be recognised; the row is not counted and nothing of it is shown\n"
        "    mend: take the data out of the cell"
    )
    assert told(faults.all(), "sv") == (
        "a.csv:2:1: upplysning[text-not-used]: fritexten har personuppgifter: [personnummer] ••••••-••••, [namn]\n"
        "    varför: den läses inte och förs inte vidare, men filen har dem\n"
        "    åtgärd: ta bort dem ur filen, om de inte behövs där\n"
        "a.csv:3:1: fel[personal-data-in-row]: raden har personuppgifter: [telefon], [namn]\n"
        "    varför: ingen enskild ska kunna kännas igen; raden räknas inte med och inget av den visas\n"
        "    åtgärd: ta bort uppgifterna ur cellen"
    )


def test_a_row_without_a_date_is_told_and_not_counted() -> None:
    faults = Faults()

    found = deviations_of(grid(["i mars", "Fall", "A", ""], ["2025-02-30", "Fall", "A", ""], ["2025-03-01", "", "A", ""]), faults)

    assert found == ()
    assert told(faults.all()[:1]) == (
        'a.csv:2:1: error[signal-not-a-date]: the column "date" says "i mars"; here must be a date\n'
        "    why:  without a date nobody knows which year the row is about; it is not counted\n"
        "    mend: write year, month and day, such as 2025-03-31"
    )
    assert [fault.code for fault in faults.all()] == ["signal-not-a-date", "signal-not-a-date", "signal-empty"]
