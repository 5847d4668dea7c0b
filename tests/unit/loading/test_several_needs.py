"""A cell that looks as if it held several needs is asked about; what is told in sentences is not."""

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.needs_sheets import records_of
from prioritera.loading.several_needs import parted
from prioritera.sheets.grid import Grid
from small_rules import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Stöd\n- Hjälp", ("points", 2)),
        ("1) Stöd vid fall 2) hjälp vid sömn", ("points", 2)),
        ("Vi saknar: (1) stöd, (2)hjälp (3) mer", ("points", 3)),
        ("1. Stöd vid fall.  2. Hjälp", ("points", 2)),
        ("a) stöd b) hjälp c) 1) mer", ("points", 3)),
        ("Stöd vid fall; hjälp vid sömn.", (";", 2)),
        ("Hur stöds de som inte vill? ; Finns det mått?", (";", 2)),
        ("Fallprevention i hemmet för äldre; Bemötande vid demens.", (";", 2)),
        ("fall; sömn;", (";", 2)),
        ("BBIC;IBIC", (";", 2)),
        ("Fallprevention i hemmet för äldre\n\nBemötande vid demens\n", ("\n", 2)),
        ("Metoder för sömn.\nMetoder vid fall.", ("\n", 2)),
        ("Stöd vid\nfall; sömn vid\noro; kost för äldre", ("", 1)),
    ],
)
def test_parts_that_look_like_needs_are_counted(text: str, found: tuple[str, int]) -> None:
    assert parted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";;\n",
        "Fall;",
        "Fall; i hemmet",
        "Vi saknar stöd; det gäller särskilt äldre.",
        "Vi saknar stöd i detta; SKR har inget att ge.",
        "Vi saknar kunskap om barn; unga; äldre.",
        "Vård &amp; omsorg",
        "Stöd vid\nfall",
        "Vi saknar stöd.\nDet gäller särskilt äldre.",
        "Bakgrund:\nVi saknar stöd",
        "Vi vill 1) mäta och 2) följa upp",
        "Enligt 4 kap. 1 § a) och b) gäller annat",
        "1) ett enda",
        "2) stöd 3) hjälp",
        "1) 2) stöd",
        "1) stöd b) hjälp",
        "1) stöd 2. hjälp",
        "Se avsnitt 1.5 och 1.6",
        "Vad gör vi? Vi vet inte; ingen svarar?",
        "Stöd; 7",
    ],
)
def test_a_text_that_may_well_be_one_need_is_not_asked_about(text: str) -> None:
    assert parted(text) == ("", 1)


def codes(names: list[str], row: list[str], *, guess: bool = True) -> str:
    faults = Faults()
    records_of([Grid(file="behov.xlsx", sheet="Behov", rows=[names, row])], "behov.xlsx", faults, guess=guess)
    return told(tuple(one for one in faults.all() if one.code.startswith("cell-several")), "sv")


@pytest.mark.parametrize("name", ["Behov", "Behov?", "Beskrivning av behovet:", "Vad saknar ni", "Ämne"])
def test_a_column_whose_heading_is_guessed_is_asked_about(name: str) -> None:
    assert codes(["id", "område", name], ["n1", "äldre", "1) Stöd 2) Hjälp"]) == (
        f"behov.xlsx:Behov!C2: varning[cell-several-needs]: cellen i kolumnen ”{name}” har 2 punkter; den har lästs som ett behov\n"
        "    varför: flera behov i en cell får samma avsändare, orsak och bedömning, och bara ett besked\n"
        "    åtgärd: är de flera behov, ge dem en rad var, eller ange split i [[mappings]]; är de ett, skriv texten utan punkter"
    )


def test_what_parts_a_guessed_column_is_told_as_it_is_written_in_a_round() -> None:
    assert codes(["id", "rubrik", "Beskrivning"], ["n1", "Fall; sömn", "Metoder vid fall\nMetoder vid oro"]) == (
        "behov.xlsx:Behov!C2: varning[cell-several-parts]: cellen i kolumnen ”Beskrivning” har 2 delar som ser ut att vara ett behov var;"
        " den har lästs som ett behov\n"
        "    varför: flera behov i en cell får samma avsändare, orsak och bedömning, och bara ett besked\n"
        '    åtgärd: är de flera behov, ge dem en rad var, eller skriv split = { wording = "\\n" } i [[mappings]];'
        " är de ett, bind ihop dem till en mening"
    )


def test_where_nothing_is_guessed_an_unknown_column_is_not_asked_about() -> None:
    assert codes(["id", "område", "Behov"], ["n1", "äldre", "1) Stöd 2) Hjälp"], guess=False) == ""
    assert codes(["id", "område", "# Behov"], ["n1", "äldre", "1) Stöd 2) Hjälp"]) == ""
