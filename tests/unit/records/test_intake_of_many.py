"""Of very many rows with faults the first are told one by one; of the others only that they have some."""

from pathlib import Path

from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Refused
from prioritera.records.read import MOST_HINTS
from prioritera.stages.intake import intake
from small_rules import NETWORK, ROUND, RULES, changed, told, write_round


def taken(folder: Path, rows: str, name: str = "needs.csv") -> tuple[Need | Refused, ...]:
    write_round(folder, rules=RULES, network=NETWORK, round=changed(ROUND, '"needs.toml"', f'"{name}"'))
    (folder / name).write_text(rows, encoding="utf-8")
    round_ = load_round(folder)
    return intake(round_, *load_model_of(folder, round_))


def test_after_a_thousand_rows_with_faults_the_next_are_not_read_closely(tmp_path: Path) -> None:
    wrong = "".join(f"n{number};Fall {number};elderly;Vasbi{number}\n" for number in range(MOST_HINTS + 2))

    found = taken(tmp_path / "one", f"id;title;area;origin\n{wrong}right;Fall;elderly;t1\nn0;Fall;elderly;x\n;Fall;elderly;x\n")

    first, last = found[0], found[MOST_HINTS + 1]
    assert isinstance(first, Refused)
    assert [one.params["close"] for one in first.diagnostics] == ["Väsby"]
    hundreds = found[300]
    assert isinstance(hundreds, Refused)
    assert [one.params["close"] for one in hundreds.diagnostics] == [""]
    assert isinstance(last, Refused)
    assert (last.id, last.title) == (f"n{MOST_HINTS + 1}", f"Fall {MOST_HINTS + 1}")
    assert told(last.diagnostics, "sv") == (
        f"needs.csv:{MOST_HINTS + 3}:1: fel[row-not-read-closely]: raden går inte att läsa som den är, och har inte lästs närmare\n"
        "    varför: mer än tusen rader före den har redan fel, och det är troligen samma\n"
        "    åtgärd: rätta de första raderna, och kör igen"
    )
    assert isinstance(found[-3], Need)
    again, nameless = found[-2], found[-1]
    assert isinstance(again, Refused)
    assert [one.code for one in again.diagnostics] == ["row-not-read-closely", "duplicate-need-id"]
    assert nameless.id == f"#{len(found)}"


def test_right_rows_that_are_read_cell_by_cell_are_no_faults(tmp_path: Path) -> None:
    right = "".join(f"n{number};Fall;elderly;t1;3;s. {number}\n" for number in range(MOST_HINTS + 2))

    found = taken(tmp_path / "one", f"id;title;area;origin;wait;wait.source\n{right}")

    assert [type(one) for one in found] == [Need] * (MOST_HINTS + 2)


def test_the_faults_that_a_row_has_of_its_file_are_kept(tmp_path: Path) -> None:
    wrong = "n;Fall;elderly\n" * (MOST_HINTS + 1)

    found = taken(tmp_path / "one", f"id;title;area;origin\n{wrong}")

    last = found[-1]
    assert isinstance(last, Refused)
    assert [one.code for one in last.diagnostics] == ["csv-row-too-short", "duplicate-need-id"]


def test_of_tables_what_is_nearest_is_looked_for_in_the_first_alone(tmp_path: Path) -> None:
    table = '[[needs]]\nid = "n{}"\ntitle = "x"\narea = "elderly"\norigins = [{{ actor = "t1" }}]\nwordin = 1\n'

    found = taken(tmp_path / "one", "".join(table.format(number) for number in range(MOST_HINTS + 1)), "needs.toml")

    first, last = found[0], found[-1]
    assert isinstance(first, Refused)
    assert isinstance(last, Refused)
    assert [(one.code, bool(one.params["close"])) for one in (*first.diagnostics, *last.diagnostics)] == [
        ("unknown-key", True),
        ("unknown-key", False),
    ]
