"""Law: a row that is read at once is the need that it is when it is read cell by cell; one that is not read at once has some fault."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record
from prioritera.records.context import Context
from prioritera.records.read import Opened, open_first, open_record, read_need
from small_rules import write_round

with TemporaryDirectory() as _folder:
    _path = write_round(Path(_folder) / "rounds" / "one")
    ROUND = load_round(_path)
    RULES, NETWORK = load_model_of(_path, ROUND)

ANY = st.sampled_from(["", " ", "vet ej", "se ovan", "?", "-", "alla", "x", "1", "2,5", "1|2", "å\u200b", "0114", "ej ifyllt"])
CELLS = {
    "id": st.sampled_from(["n1", "N1", "å", "", "a\nb"]),
    "rubrik": st.sampled_from(["Fall", "", "?"]),
    "formulering": st.sampled_from(["Hur förebyggs fall?", "", "se ovan"]),
    "område": st.sampled_from(["äldre", "youth", "", "aldre"]),
    "avsändare": st.sampled_from(["Väsby", "114", "t1|t2", "okänd", "", "Vasbi", "t1|"]),
    "står bakom": st.sampled_from(["", "vet ej", "individual", "x"]),
    "persons": st.sampled_from(["", "7", "vet ej", "1-4", "många"]),
    "forum": st.sampled_from(["", "nätverket", "vet ej", "ej ifyllt"]),
    "situation": st.sampled_from(["", "hemma", "vet ej", "?"]),
    "önskad form": st.sampled_from(["", "handbok", "vet ej"]),
    "stöd": st.sampled_from(["", "guide!", "guide|guide", "x", "?"]),
    "causes": st.sampled_from(["", "gap", "stöd saknas|gap", "vet ej", "x"]),
    "wait": st.sampled_from(["", "3", "10", "vet ej", "tre"]),
    "brådskande": st.sampled_from(["", "ja", "kanske"]),
    "impact": st.sampled_from(["", "1,5", "1..2", "2|vet ej", "stor", "1,3", "9", "?"]),
    "samma som": st.just(""),
    "gap_type": st.sampled_from(["", "no-review", "x"]),
    "okänd kolumn": st.sampled_from(["", "x"]),
    "wait.source": st.sampled_from(["", "s. 7"]),
    "covers": st.sampled_from(["", "3", "alla", "t1, t2", "x"]),
    "metod": st.sampled_from(["", "enkät"]),
    "on": st.sampled_from(["", "2018-03-01", "i mars"]),
    "checked": st.sampled_from(["", "inget hittades", "x"]),
}


@given(
    st.dictionaries(st.sampled_from(list(CELLS)), st.none()).flatmap(
        lambda names: st.fixed_dictionaries({n: CELLS[n] | ANY for n in names})
    )
)
def test_a_row_of_any_cells_is_the_same_need_either_way(cells: dict[str, str]) -> None:
    assert_alike(cells)


def assert_alike(cells: dict[str, str]) -> None:
    """Read at once and cell by cell, a row is the same need; what is not read at once cannot be read."""
    record = Record(cells, text=True)
    context = Context(ROUND, RULES, NETWORK)

    at_once = open_first(record, 1, {}, context)
    by_cell = read_need(open_record(record, 1, context), {}, context)

    if isinstance(at_once, Need):
        assert at_once == by_cell
    else:
        assert isinstance(at_once, Opened)
        assert isinstance(by_cell, Refused) or not context.faulty


BEGUN = {"id": st.just("n1"), "avsändare": st.just("t1"), "rubrik": st.just("x"), "område": st.just("äldre")}
RIGHT = {name: cells for name, cells in CELLS.items() if name not in {*BEGUN, "samma som", "okänd kolumn"}}


@given(st.fixed_dictionaries(BEGUN, optional=RIGHT))
def test_a_row_that_is_mostly_right_is_the_same_need_either_way(cells: dict[str, str]) -> None:
    assert_alike(cells)
