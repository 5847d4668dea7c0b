"""A word in a column of whole numbers: where another column has it, that is told, and otherwise the bounds."""

from pathlib import Path

import pytest

from prioritera.pipeline import load_model, prioritise
from small_rules import told

HEAD = "id;title;area;origin;verksamhet;slag av rekommendation;rangordning;rangordning.skäl\n"
ROUND = """\
[round]
id = "ours"
label = { sv = "vår", en = "ours" }
rules = "prioritera:socialstyrelsen-riktlinjer"
network = "prioritera:panel"
needs = ["s.csv"]
"""


def said_of(folder: Path, row: str) -> tuple[str, str]:
    folder.mkdir()
    (folder / "round.toml").write_text(ROUND, encoding="utf-8")
    (folder / "s.csv").write_text(HEAD + row, encoding="utf-8")
    found = [one for decision in prioritise(*load_model(folder)).decisions for one in decision.diagnostics]
    return told(tuple(found), "sv"), told(tuple(found))


@pytest.mark.parametrize("word", ["icke-göra", "FoU"])
def test_a_word_of_another_column_is_told_with_that_column(word: str, tmp_path: Path) -> None:
    swedish, english = said_of(tmp_path / "one", f"a;A;tandvård;deltagarna;hälso- och sjukvård;;{word};därför\n")

    assert swedish == (
        f"s.csv:2:46: fel[cell-not-whole]: i kolumnen ”rangordning” står ”{word}”; här ska det vara ett heltal\n"
        "    varför: ingen kan säga vad som avsågs, och inget gissas\n"
        f"    åtgärd: ”{word}” är ett ord i kolumnen ”slag av rekommendation”: hör det hemma där, skriv det där och lämna den här cellen "
        "tom; skriv annars ett enda heltal från 1 till 10"
    )
    assert english == (
        f's.csv:2:46: error[cell-not-whole]: the column "rangordning" says "{word}"; a whole number is expected\n'
        "    why:  nobody can tell what was meant, and nothing is guessed\n"
        f'    mend: the column "kind of recommendation" has the word "{word}": if it belongs there, write it there and leave this cell '
        "empty; otherwise write one whole number from 1 to 10"
    )


@pytest.mark.parametrize("word", ["2–3", "2-3", "måttlig", "bör"])
def test_a_range_and_a_word_of_no_one_column_are_told_the_bounds(word: str, tmp_path: Path) -> None:
    swedish, english = said_of(tmp_path / "one", f"a;A;tandvård;deltagarna;hälso- och sjukvård;;{word};därför\n")

    assert swedish.splitlines()[-1] == (
        "    åtgärd: skriv ett enda heltal från 1 till 10, eller vet ej, ej bedömt, varierar eller ej tillämpligt"
    )
    assert english.splitlines()[-1] == (
        "    mend: write one whole number from 1 to 10, or don't know, not yet judged, varies or not applicable"
    )


def test_what_the_rules_forbid_names_the_columns_that_make_it_so(tmp_path: Path) -> None:
    swedish, english = said_of(tmp_path / "one", "a;A;tandvård;deltagarna;hälso- och sjukvård;FoU;6;därför\n")

    assert swedish.splitlines()[-1] == (
        "    åtgärd: rätta ”slag av rekommendation” eller ”rangordning”, eller lämna tomt det som inte ska sägas; eller ta bort behovet"
    )
    assert english.splitlines()[-1] == (
        "    mend: mend “kind of recommendation” or “rank”, or leave empty what is not to be said; or take the need away"
    )
