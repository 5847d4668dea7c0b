from pathlib import Path

from prioritera.diagnostics import Faults, describe
from prioritera.loading.candidates import kept_records
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.need import Need
from prioritera.model.round import Record
from prioritera.stages.intake import intake
from small_rules import ROUND, told, write_round

HEAD = "behåll;id;formulering;område;avsändare;källa;#varför"


def round_of(folder: Path, *rows: str) -> Path:
    write_round(folder, round=ROUND.replace("needs.toml", "kandidater.csv"))
    (folder / "kandidater.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return folder


def test_only_rows_that_are_kept_become_needs_and_the_others_are_told_of(tmp_path: Path) -> None:
    folder = round_of(
        tmp_path / "round",
        "ja;m-1;Vi saknar stöd;elderly;t1;m.docx, stycke 3;något saknas",
        "nej;m-2;Fika;elderly;t1;;",
        ";m-3;Kurs;elderly;t1;;",
        "Yes;m-4;Metod;elderly;okänd;;",
        "kanske;m-5;Möte;elderly;t1;;",
    )

    round_, found = read_round(folder)

    assert round_ is not None
    rules, network, _ = read_model_of(folder, round_)
    assert rules is not None
    assert network is not None
    first, second, third = intake(round_, rules, network)
    assert isinstance(first, Need)
    assert (first.id, first.title, first.source) == ("m-1", "Vi saknar stöd", "m.docx, stycke 3")
    assert (second.id, isinstance(second, Need)) == ("m-4", True)
    assert not isinstance(third, Need)
    assert told(third.diagnostics).split("\n") == [
        "kandidater.csv:6:1: error[keep-unclear]: “kanske” in the column “behåll” is neither yes nor no",
        "    why:  whether the row is to become a need is not guessed",
        "    mend: write yes or no",
    ]
    assert told(found).split("\n") == [
        "kandidater.csv:3:1: note[candidates-dropped]: rows that become no needs, with no in the column “behåll”: 1 (row 3)",
        "    why:  a person has said that they are no needs",
        "    mend: nothing to do; write yes on a row that is to be taken in after all",
        "kandidater.csv:4:1: warning[candidates-undecided]: rows that are undecided in the column “behåll”: 1 (row 4)",
        "    why:  a candidate becomes no need until a person has said yes",
        "    mend: write yes or no on every row",
    ]


def test_of_many_rows_the_first_are_named() -> None:
    faults = Faults()
    records = [Record({"keep": "", "id": f"n{number}"}, text=True) for number in range(12)]

    assert kept_records(records, faults) == ()

    (found,) = faults.all()
    assert describe(found, "sv").split("\n")[0] == (
        "record keep: varning[candidates-undecided]: rader som inte är avgjorda i kolumnen ”keep”: 12 (rad 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …)"
    )


def test_records_without_such_a_column_are_as_they_were() -> None:
    records = (Record({"id": "n1"}, text=True), Record({"keep": "nej", "id": "n2"}, text=True))

    assert kept_records(records, Faults()) == records
    assert kept_records([Record({"keep": "nej"})], Faults()) == (Record({"keep": "nej"}),)
    assert kept_records([], Faults()) == ()
