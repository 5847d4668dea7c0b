"""Law: the same needs as TOML, CSV, Excel, JSON, NDJSON, Parquet or a dataframe are the same needs, and give the same report."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import openpyxl
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prioritera.loading.load import load_round, read_model_of
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, Refused
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.pipeline import load_model, prioritise
from prioritera.report.compose import compose
from prioritera.report.json import result_json
from prioritera.report.text import to_text
from prioritera.sources.apart import Unpacked, answer
from prioritera.sources.frames import records_of
from prioritera.stages.intake import intake
from small_rules import ROUND, write_round

Row = Mapping[str, object]
FLAT = ("needs.csv", "needs.xlsx", "needs.json", "needs.ndjson", "needs.parquet")
IN_PARTS = ("needs.toml", "needs.json", "needs.ndjson", "needs.parquet")

# What people write in a free text, with what is awkward in one file or another.
WORDS = st.sampled_from(["Fall", "Åldrande – i hemmet", 'sagt "så"', "a;b,c", "x\u00a0y", "\u202eabc", "=1+1", "rad\nrad", "a\\b", "{}"])
MISSING = st.none()
FACTS: dict[str, st.SearchStrategy[object]] = {
    "causes": st.one_of(MISSING, st.lists(st.sampled_from(["gap", "support"]), min_size=1, unique=True)),
    "size": st.one_of(MISSING, st.sampled_from(["low", "middle", "high"])),
    "wait": st.one_of(MISSING, st.integers(0, 9)),
    "urgent": st.one_of(MISSING, st.booleans()),
}
VALUES: dict[str, st.SearchStrategy[object]] = {
    "impact": st.one_of(MISSING, st.sampled_from([0.0, 0.5, 1.5, 3.0])),
    "spread": st.one_of(MISSING, st.integers(0, 30)),
}
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "title": WORDS,
            "note": st.one_of(MISSING, WORDS),
            "area": st.sampled_from(["elderly", "youth"]),
            "origin": st.sampled_from(["t1", "t2"]),
        }
        | FACTS
        | VALUES
    ),
    min_size=1,
    max_size=4,
).map(lambda rows: [{"id": f"n{number}", **row} for number, row in enumerate(rows, start=1)])


@pytest.fixture(scope="module", autouse=True)
def _unpacked_here() -> Iterator[None]:
    """Parquet is unpacked in this process: another would take its time for every file."""

    def unpack(content: bytes) -> Unpacked:
        out = io.BytesIO()
        answer(io.BytesIO(content), out)
        return Unpacked(frame=out.getvalue().partition(b"\n")[2])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("prioritera.sources.parquet.unpacked", unpack)
        yield


def in_parts(row: Row) -> dict[str, object]:
    """The need as TOML has it, without what is not filled in."""
    filled = {key: value for key, value in row.items() if value is not None}
    parts: dict[str, object] = {key: filled[key] for key in ("id", "title", "note", "area") if key in filled}
    parts["origins"] = [{"actor": row["origin"]}]
    tables = {name: {key: filled[key] for key in keys if key in filled} for name, keys in (("facts", FACTS), ("assess", VALUES))}
    # Parquet has no struct without fields.
    return parts | {name: table for name, table in tables.items() if table}


def toml(value: object) -> str:
    """A value as TOML: what JSON writes, but for tables."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return number(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def cell(value: object) -> str:
    """A value as people write it in a cell."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return "|".join(value)
    return "" if value is None else str(value) if isinstance(value, str) else number(value).replace(".", ",")


def number(value: object) -> str:
    """A number as people write it, without zeros that say nothing."""
    return str(value).removesuffix(".0")


def content(name: str, rows: Sequence[Row]) -> bytes:
    """The bytes of a file with the rows."""
    if name.endswith(".parquet"):
        out = io.BytesIO()
        pl.DataFrame(rows, infer_schema_length=None).write_parquet(out)
        return out.getvalue()
    if name.endswith(".xlsx"):
        return workbook(rows)
    if name.endswith(".toml"):
        return "\n".join("[[needs]]\n" + "\n".join(f"{key} = {toml(value)}" for key, value in row.items()) for row in rows).encode()
    if name.endswith(".csv"):
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerows([list(rows[0]), *([cell(row[key]) for key in rows[0]] for row in rows)])
        return text.getvalue().encode()
    if name.endswith(".json"):
        return json.dumps({"needs": rows}, ensure_ascii=False, indent=2).encode()
    return "\n".join(json.dumps(row) for row in rows).encode()


def workbook(rows: Sequence[Row]) -> bytes:
    """An Excel workbook with the rows, each value of its own type; text that begins as a formula is text."""
    book = openpyxl.Workbook()
    table: list[list[object]] = [list(rows[0]), *([row[key] for key in rows[0]] for row in rows)]
    for row, values in enumerate(table, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                here = book.worksheets[0].cell(row, column, cell(value) if isinstance(value, list) else value)
                here.data_type = "s" if isinstance(value, str | list) else here.data_type
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(folder: Path, name: str, rows: Sequence[Row]) -> Path:
    """A round whose needs stand in one file of that name."""
    write_round(folder, round=ROUND.replace("needs.toml", name))
    (folder / "needs.toml").unlink()
    (folder / name).write_bytes(content(name, rows))
    return folder


@cache
def judges() -> tuple[RuleSet, Network]:
    """The rule set and the network of every round here."""
    with TemporaryDirectory() as home:
        folder = write_round(Path(home) / "round")
        rules, network, _ = read_model_of(folder, load_round(folder))
    assert rules is not None
    assert network is not None
    return rules, network


def needs_in(name: str, rows: Sequence[Row]) -> tuple[Need | Refused, ...]:
    """The needs of a round whose needs stand in one file of that name."""
    with TemporaryDirectory() as home:
        return intake(load_round(written(Path(home) / "round", name, rows)), *judges())


@settings(max_examples=15)
@given(ROWS)
def test_flat_needs_are_the_same_in_every_file_and_in_a_frame(rows: list[dict[str, object]]) -> None:
    expected = needs_in("needs.csv", rows)

    assert all(isinstance(need, Need) for need in expected)
    for name in FLAT[1:]:
        assert needs_in(name, rows) == expected, name
    frame = pl.DataFrame(rows, infer_schema_length=None)
    of_a_frame = attrs.evolve(load_round("examples/nsks-2018"), records=records_of(frame), catalogue=Catalogue())
    assert intake(of_a_frame, *judges()) == expected


@settings(max_examples=15)
@given(ROWS)
def test_needs_in_parts_are_the_same_in_every_file(rows: list[dict[str, object]]) -> None:
    expected = needs_in("needs.toml", [in_parts(row) for row in rows])

    assert all(isinstance(need, Need) for need in expected)
    for name in IN_PARTS[1:]:
        assert needs_in(name, [in_parts(row) for row in rows]) == expected, name


def given_out(folder: Path) -> tuple[str, object]:
    """The report of a round, and its JSON but for the files that were read and where the needs stand."""
    round_, model = load_model(folder)
    result = prioritise(round_, model)
    data = json.loads(result_json(result, model))
    return to_text(compose(result, model, "sv")), without_places(data)


def without_places(data: object) -> object:
    if isinstance(data, dict):
        return {key: without_places(value) for key, value in data.items() if key not in {"files", "place", "span"}}
    return [without_places(item) for item in data] if isinstance(data, list) else data


ROUND_OF_NEEDS: list[dict[str, object]] = [
    {
        "id": "n1",
        "title": "Fall",
        "area": "elderly",
        "origin": "t1",
        "causes": ["gap"],
        "wait": 3,
        "urgent": True,
        "impact": 1.5,
        "spread": 3,
    },
    {"id": "n2", "title": "Åldrande – hemma", "area": "youth", "origin": "t2", "causes": ["gap", "support"], "wait": None, "urgent": False}
    | {"impact": 3.0, "spread": None},
    {
        "id": "n3",
        "title": "=1+1",
        "area": "elderly",
        "origin": "t2",
        "causes": None,
        "wait": 0,
        "urgent": None,
        "impact": None,
        "spread": 20,
    },
]


def test_the_report_and_its_data_are_the_same_whatever_the_file(tmp_path: Path) -> None:
    flat = [given_out(written(tmp_path / f"flat-{number}", name, ROUND_OF_NEEDS)) for number, name in enumerate(FLAT)]
    parts = [
        given_out(written(tmp_path / f"parts-{number}", name, [in_parts(row) for row in ROUND_OF_NEEDS]))
        for number, name in enumerate(IN_PARTS)
    ]

    assert "n1" in flat[0][0]
    for other in (*flat[1:], *parts):
        assert other == flat[0]
