"""The analyst's sheet joins what the records say, by the need's id, and everything that does not fit is told."""

from pathlib import Path

import pytest

from prioritera import load_model, prioritise
from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.need import Need
from prioritera.model.result import Result
from prioritera.model.value import Exact, Interval, Missing, Reason
from small_rules import NETWORK, ROUND, RULES, changed, told, write_round

NEEDS = """
[[needs]]
id = "n1"
title = "Fall"
area = "elderly"
origins = [{ actor = "t1" }]
facts = { wait = 3, urgent = { missing = "dont-know" } }
assess = { impact = 1 }

[[needs]]
id = "n2"
title = "Fallskador"
area = "elderly"
same_as = "n1"
origins = [{ actor = "t2" }]

[[needs]]
id = "n3"
title = ""
area = "elderly"
origins = [{ actor = "t2" }]
"""


def run(folder: Path, sheet: str, needs: str = NEEDS, name: str = "analys.csv") -> Result:
    """A round with an analyst's sheet."""
    write_round(
        folder,
        rules=RULES,
        network=NETWORK,
        round=changed(ROUND, 'needs = ["needs.toml"]', f'needs = ["needs.toml"]\nanalyst = ["{name}"]'),
    )
    (folder / "needs.toml").write_text(needs, encoding="utf-8")
    (folder / name).write_text(sheet, encoding="utf-8")
    return prioritise(*load_model(folder))


def found(result: Result, *codes: str) -> tuple[Diagnostic, ...]:
    """What is told with these codes."""
    return tuple(one for one in result.diagnostics if one.code in codes)


def the_need(result: Result, ident: str = "n1") -> Need:
    need = result.decision(ident).need
    assert need is not None
    return need


def test_values_join_by_id_and_empty_cells_change_nothing(tmp_path: Path) -> None:
    sheet = "Id;Behov;Källa: spridning;spridning;betydelse;causes;brådskande;Ifyllt av\nN1;Fall;register;12;;gap;ja;RSS\n\n"

    need = the_need(run(tmp_path / "one", sheet))

    assert {name: fact.value for name, fact in need.facts.items()} == {"wait": 3, "urgent": True, "causes": frozenset({"gap"})}
    assert (need.facts["causes"].by, need.assess["spread"].value) == ("RSS", Exact(12))
    assert (need.assess["spread"].source, need.assess["spread"].by, need.assess["impact"].value) == ("register", "RSS", Exact(2))


@pytest.mark.parametrize(
    ("cell", "value"),
    [("2..6", Interval(2, 6)), ("vet ej", Missing(Reason.DONT_KNOW)), ("7", Exact(7))],
    ids=["range", "missing", "number"],
)
def test_a_value_may_be_a_range_or_why_there_is_none(tmp_path: Path, cell: str, value: object) -> None:
    assert the_need(run(tmp_path / "one", f"id;spread;by\nn1;{cell};\n")).assess["spread"].value == value


def test_a_value_that_differs_is_told_and_stands(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;impact;wait\nn1;2;3\n")

    assert the_need(result).assess["impact"].value == Exact(4)
    assert [told(found(result, "analyst-differs"), language) for language in ("en", "sv")] == [
        (
            "analys.csv:2:1: warning[analyst-differs]: the analyst's answer on “impact” is another than the need “n1” came in with\n"
            "    why:  the analyst's counts, for it is filled in once for the merged need\n"
            "    mend: nothing is needed if it is meant so; otherwise empty the cell in the analyst's sheet"
        ),
        (
            "analys.csv:2:1: varning[analyst-differs]: analytikerns svar om ”impact” är ett annat än det som behovet ”n1” kom in med\n"
            "    varför: analytikerns gäller, för det är ifyllt en gång för det sammanförda behovet\n"
            "    åtgärd: inget behövs om det är meningen; annars, töm rutan i analytikerns ark"
        ),
    ]


def test_an_id_that_is_not_there_and_one_that_was_merged_are_told(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;wait\nn11;3\nn2;3\n;\nn3;3\n")

    assert [told(found(result, "analyst-need-unknown", "analyst-need-merged"), language) for language in ("en", "sv")] == [
        (
            "analys.csv:2:1: error[analyst-need-unknown]: the analyst's sheet has a need “n11” that is not in the round\n"
            "    why:  what stands in the row would reach no need\n"
            "    mend: did you mean “n1”?\n"
            "analys.csv:3:1: error[analyst-need-merged]: the analyst's sheet has the need “n2”, which has been merged into “n1”\n"
            "    why:  a merged need is judged once, under one id\n"
            "    mend: fill in the row of “n1” instead"
        ),
        (
            "analys.csv:2:1: fel[analyst-need-unknown]: analytikerns ark har ett behov ”n11” som inte finns i omgången\n"
            "    varför: det som står på raden skulle inte nå något behov\n"
            "    åtgärd: menade du ”n1”?\n"
            "analys.csv:3:1: fel[analyst-need-merged]: analytikerns ark har behovet ”n2”, som har förts samman med ”n1”\n"
            "    varför: ett sammanfört behov bedöms en gång, under ett id\n"
            "    åtgärd: fyll i raden för ”n1” i stället"
        ),
    ]


def test_a_row_without_an_id_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;wait\n;3\n")

    assert told(found(result, "cell-empty")).splitlines()[0].startswith('analys.csv:2:1: error[cell-empty]: the column "id" is empty')


def test_two_rows_of_one_need_join_and_what_they_say_differently_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;spread;kind;wait\nn1;7;gap;3\nn1;9;;3\n")

    assert the_need(result).assess["spread"].value == Exact(7)
    assert [told(found(result, "analyst-twice"), language) for language in ("en", "sv")] == [
        (
            "analys.csv:3:1: error[analyst-twice]: “spread” stands twice for the need “n1”, with different answers\n"
            "    why:  the first counts, and nobody can know which was meant\n"
            "    mend: let one of them stand"
        ),
        (
            "analys.csv:3:1: fel[analyst-twice]: ”spread” står två gånger för behovet ”n1”, med olika svar\n"
            "    varför: det första gäller, och ingen kan veta vilket som avsågs\n"
            "    åtgärd: låt ett av dem stå kvar"
        ),
    ]


def test_a_cell_and_a_column_that_cannot_be_read_are_told_and_the_rest_counts(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;spread;wait;okänd kolumn\nn1;se ovan;4;x\n")

    assert the_need(result).facts["wait"].value == 4
    assert [one.code for one in found(result, "cell-unclear", "column-unknown")] == ["column-unknown", "cell-unclear"]
    assert "spread" not in the_need(result).assess


CLASH = NEEDS.replace(
    'origins = [{ actor = "t2" }]\n\n[[needs]]\nid = "n3"',
    'origins = [{ actor = "t2" }]\nfacts = { wait = 5 }\nassess = { impact = 2 }\n\n[[needs]]\nid = "n3"',
)


def test_what_records_say_differently_is_settled_by_the_analyst(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;wait;impact\nn1;4;2\n", CLASH)

    decision = result.decision("n1")
    assert (decision.outcome, decision.hangs_on, the_need(result).facts["wait"].value) == ("go-on", (), 4)
    assert found(result, "analyst-differs", "records-disagree") == ()
    (note,) = found(result, "analyst-settled")
    assert note.severity is Severity.NOTE
    assert [told((note,), language) for language in ("en", "sv")] == [
        (
            "analys.csv:2:1: note[analyst-settled]: the records of “n1” say different things of wait or impact, "
            "and the analyst has settled it\n"
            "    why:  otherwise the need would have gone back to its senders\n"
            "    mend: nothing is needed"
        ),
        (
            "analys.csv:2:1: upplysning[analyst-settled]: posterna för ”n1” säger olika om wait eller impact, "
            "och analytikern har avgjort det\n"
            "    varför: utan avgörandet hade behovet gått tillbaka till avsändarna\n"
            "    åtgärd: inget behövs"
        ),
    ]


def test_what_is_settled_only_in_part_still_returns_the_need(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "id;wait\nn1;4\n", CLASH)

    assert (result.decision("n1").outcome, result.decision("n1").hangs_on) == ("conflict", ("wait", "impact"))


def test_toml_says_the_same_as_a_sheet(tmp_path: Path) -> None:
    text = (
        '[[needs]]\nid = "n1"\ntitle = "x"\n[needs.facts]\ncauses = ["gap"]\n[needs.assess]\nspread = { value = 12, source = "register" }\n'
    )

    need = the_need(run(tmp_path / "one", text, name="analys.toml"))

    assert (need.facts["causes"].value, need.assess["spread"].value, need.assess["spread"].source) == (
        frozenset({"gap"}),
        Exact(12),
        "register",
    )


def test_a_sheet_without_ids_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "behov;spread\nn1;7\n")

    assert [one.code for one in found(result, "columns-missing")] == ["columns-missing"]


def test_an_example_row_of_a_sheet_is_left_out(tmp_path: Path) -> None:
    result = run(tmp_path / "one", "#;id;wait\nExempel;n1;4\n;n1;5\n")

    assert the_need(result).facts["wait"].value == 5
    assert [told(found(result, "example-row-changed"), language) for language in ("en", "sv")] == [
        (
            "analys.csv:2:1: warning[example-row-changed]: the row is marked as an example but holds something else\n"
            "    why:  a row with that mark is never read as a need, so what stands there reaches nobody\n"
            "    mend: take away the word in the column # if the row is a need, otherwise the whole row"
        ),
        (
            "analys.csv:2:1: varning[example-row-changed]: raden är märkt som exempel men innehåller något annat\n"
            "    varför: en rad som är märkt så läses aldrig som ett behov, så det som står där når ingen\n"
            "    åtgärd: ta bort ordet i kolumnen # om raden är ett behov, annars hela raden"
        ),
    ]


def test_a_sheet_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    write_round(
        tmp_path,
        rules=RULES,
        network=NETWORK,
        round=changed(ROUND, 'needs = ["needs.toml"]', 'needs = ["needs.toml"]\nanalyst = ["/x.csv"]'),
    )
    (tmp_path / "needs.toml").write_text(NEEDS, encoding="utf-8")

    with pytest.raises(Exception, match="path-not-relative"):
        load_model(tmp_path)
