"""Whatever people have written, the JSON of a run fits the published schema, and says the same when it is read again."""

import json
from datetime import date
from importlib.resources import files

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.model.need import Origin, Wording
from prioritera.model.result import FindOut
from prioritera.report.json import result_json
from results import decision, whole

SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("result.schema.json").read_text(encoding="utf-8")))

TEXT = st.text(max_size=40)
ORIGINS = st.one_of(
    st.builds(
        Origin, actor=st.text(min_size=1, max_size=9), covers=st.one_of(st.none(), st.just("all"), st.integers(0, 290), st.tuples(TEXT))
    ),
    st.builds(Origin, unknown=st.just(value=True), on=st.one_of(st.none(), st.dates()), wording=TEXT),
    st.builds(Origin, at_least=st.integers(1, 9), of=TEXT, within=TEXT, backing=st.sampled_from(["", "unit"])),
)


@settings(max_examples=25)
@given(
    title=TEXT,
    wording=TEXT,
    origins=st.lists(ORIGINS, max_size=3),
    look_again=st.one_of(st.none(), st.dates()),
    points=st.integers(0, 10**30),
)
def test_json_fits_its_schema(title: str, wording: str, origins: list[Origin], look_again: date | None, points: int) -> None:
    result, model = whole()
    found = decision("fall")
    assert found.need is not None
    need = attrs.evolve(found.need, origins=origins, wordings=[Wording(need="fall", text=wording)])
    told = attrs.evolve(
        found,
        title=title,
        need=need,
        look_again=look_again,
        find_out=[FindOut(kind="fact", id=title, settles="outcome", results=2, points=points)],
    )

    record = json.loads(result_json(attrs.evolve(result, decisions=[told]), model))

    SCHEMA.validate(record)
    assert record["decisions"][0]["title"] == title
    assert record["decisions"][0]["wordings"][0]["text"] == wording
