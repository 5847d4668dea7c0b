import io
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import polars as pl
import pytest

from prioritera.diagnostics import Faults, PrioriteraError, describe
from prioritera.sources.apart import MOST_ROWS, Unpacked, answer, unpacked
from prioritera.sources.frames import records_of, rows_of
from prioritera.sources.parquet import read_parquet


def parquet(frame: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def test_cells_of_every_kind_are_written_as_people_would_write_them() -> None:
    frame = pl.DataFrame(
        {
            "id": [1],
            "wait": [3.0],
            "impact": pl.Series([0.1], dtype=pl.Float32),
            "third": pl.Series([1 / 3], dtype=pl.Float32),
            "spread": [Decimal("2.50")],
            "urgent": [True],
            "day": [date(2026, 3, 1)],
            "midnight": [datetime(2026, 3, 1)],  # noqa: DTZ001 -- a column of a frame without zones
            "moment": [datetime(2026, 3, 1, 12, tzinfo=UTC)],
            "causes": [["gap", "support"]],
            "size": pl.Series(["low"], dtype=pl.Categorical),
            "#own": ["mine"],
        }
    )

    (record,) = records_of(frame)

    assert record.text
    assert dict(record.data) == {
        "id": "1",
        "wait": "3",
        "impact": "0.1",
        "third": "0.33333334",
        "spread": "2.5",
        "urgent": "true",
        "day": "2026-03-01",
        "midnight": "2026-03-01",
        "moment": "2026-03-01 12:00:00+00:00",
        "causes": "gap|support",
        "size": "low",
    }


def test_null_and_nan_are_missing_and_an_infinity_sets_its_row_aside() -> None:
    frame = pl.DataFrame(
        {
            "id": ["n1", "n2", "n3"],
            "impact": [None, float("nan"), float("-inf")],
            "panel": [[1.0, None], None, [float("inf")]],
            "small": pl.Series([None, float("nan"), float("inf")], dtype=pl.Float32),
        }
    )

    first, second, third = records_of(frame)

    assert dict(first.data) == {"id": "n1", "impact": "", "panel": "1|", "small": ""}
    assert dict(second.data) == {"id": "n2", "impact": "", "panel": "", "small": ""}
    assert [describe(one, "en").split("\n")[0] for one in third.faults] == [
        "<frame>:3:impact: error[value-not-finite]: “impact” is -inf",
        "<frame>:3:panel: error[value-not-finite]: “panel” is inf",
        "<frame>:3:small: error[value-not-finite]: “small” is inf",
    ]


def test_structs_and_lists_of_them_are_a_need_in_parts_without_what_is_not_filled_in() -> None:
    rows = [
        {"id": "n1", "origins": [{"actor": "t1", "unknown": None}], "assess": {"impact": 2.0, "spread": None}},
        {"id": "n2", "origins": [{"actor": None, "unknown": True}], "assess": {"impact": None, "spread": {"low": 1, "high": 2}["low"]}},
    ]

    first, second = records_of(pl.DataFrame(rows), name="mine")

    assert not first.text
    assert str(first.data["origins"]) == "(FrozenMap({'actor': 't1'}),)"
    assert str(first.data["assess"]) == "FrozenMap({'impact': 2.0})"
    assert str(second.data["origins"]) == "(FrozenMap({'unknown': True}),)"
    assert str(second.place.value((2, "assess", "spread"))) == "mine:2:assess"
    assert str(second.place.value((2,))) == "mine:2:id"
    assert str(second.place.key((2, "assess"))) == "mine"


def test_an_array_of_numpy_is_a_list() -> None:
    array = type("ndarray", (), {"__module__": "numpy", "tolist": lambda _: ["gap", "support"]})()

    (record,) = records_of(pl.DataFrame({"id": ["n1"], "causes": pl.Series([array], dtype=pl.Object)}))

    assert record.data["causes"] == "gap|support"


def test_what_no_cell_holds_goes_with_its_row() -> None:
    (record,) = records_of(pl.DataFrame({"id": ["n1"], "note": [b"x"]}))

    (found,) = record.faults
    assert describe(found, "sv").split("\n") == [
        "<frame>:1:note: fel[value-not-plain]: ”note” är av slaget bytes, och det kan inte stå i en cell",
        "    varför: i en cell står en text, ett tal, ja eller nej, ett datum eller flera sådana",
        "    åtgärd: gör om kolumnen till text, tal eller listor av texter",
    ]


@pytest.mark.parametrize("value", [[{"id": "n1"}], pl.LazyFrame({"id": ["n1"]}), None])
def test_what_is_no_frame_in_memory_is_refused(value: object) -> None:
    with pytest.raises(PrioriteraError, match="frame-unknown"):
        records_of(value)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)

    with pytest.raises(PrioriteraError, match=r"pip install 'prioritera\[dataframes\]'"):
        records_of(pl.DataFrame({"id": ["n1"]}))


def test_rows_without_ids_are_called_by_their_numbers() -> None:
    faults = Faults()

    records = rows_of(pl.DataFrame({"title": ["a", "b"]}), "needs.parquet", faults, stem="needs")

    assert [record.data["id"] for record in records] == ["needs-1", "needs-2"]
    assert [str(one.span) for one in faults.all()] == ["needs.parquet:1:title"]


def test_a_parquet_file_is_read_row_by_row() -> None:
    records = read_parquet(parquet(pl.DataFrame({"id": ["n1", "n2"]})), "needs.parquet", Faults())

    assert [record.data["id"] for record in records] == ["n1", "n2"]
    assert str(records[1].place.value((2, "id"))) == "needs.parquet:2:id"


def test_an_empty_frame_has_no_needs() -> None:
    faults = Faults()

    assert rows_of(pl.DataFrame({"id": []}), "needs.parquet", faults) == ()
    assert [describe(one, "en").split("\n")[0] for one in faults.all()] == ["needs.parquet: warning[no-needs]: the file has no needs"]


def test_a_frame_without_columns_has_no_needs() -> None:
    assert records_of(pl.DataFrame()) == ()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Unpacked(reason="parquet: no footer"), "error[parquet-unreadable]: the file cannot be read as Parquet (parquet: no footer)"),
        (Unpacked(rows=MOST_ROWS + 1), "error[parquet-too-many-rows]: the file has 200001 rows; at most 200000 are read"),
        (Unpacked(size=300 * 2**20), "error[parquet-too-large]: the file holds 300 MB; at most 256 MB are read"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told_of(monkeypatch: pytest.MonkeyPatch, found: Unpacked, said: str) -> None:
    monkeypatch.setattr("prioritera.sources.parquet.unpacked", lambda _: found)
    faults = Faults()

    assert read_parquet(b"PAR1", "needs.parquet", faults) == ()

    assert [describe(one, "en").split("\n")[0] for one in faults.all()] == [f"needs.parquet: {said}"]


@pytest.mark.parametrize(
    ("content", "head"),
    [
        (b"PAR1 and so on", b'{"reason": "parquet: File out of specification'),
        (parquet(pl.DataFrame({"id": ["n"] * (MOST_ROWS + 1)})), b'{"rows": 200001}'),
        (parquet(pl.DataFrame({"id": ["n" * 2**20] * 300})), b'{"size": 314572800}'),
        (parquet(pl.DataFrame({"id": ["n1"]})), b"{}"),
        (parquet(pl.DataFrame({"id": []})), b"{}"),
    ],
)
def test_a_file_is_unpacked_as_it_is_asked_for(content: bytes, head: bytes) -> None:
    out = io.BytesIO()

    answer(io.BytesIO(content), out)

    assert out.getvalue().startswith(head)


def test_a_process_that_ends_before_it_answers_could_not_read_the_file() -> None:
    assert unpacked(b"", program="/nowhere/python").reason == "Parquet"
    assert unpacked(b"", program="/bin/false").reason == "Parquet"
