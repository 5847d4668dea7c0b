"""Law: whatever a program hands in, each record becomes a need or is set aside with its reasons; order and copies do not matter."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import describe
from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record
from prioritera.stages.intake import intake
from small_rules import write_round

with TemporaryDirectory() as _folder:
    _path = write_round(Path(_folder) / "rounds" / "one")
    ROUND = load_round(_path)
    RULES, NETWORK = load_model_of(_path, ROUND)

WORDS = st.sampled_from(["gap", "support", "low", "elderly", "t1", "n1", "n2", "dont-know", "guide", "town", "unit", "", " ", "å", "a\nb"])
NUMBERS = st.sampled_from([0, 1, 3, -1, 10**60, 1.5, 0.1, math.inf, math.nan, Decimal("1.5"), Decimal("NaN"), Fraction(1, 3), True])
ODD = st.sampled_from([None, b"x", frozenset({"gap"}), date(2018, 3, 1), datetime(2018, 3, 1, tzinfo=UTC), object()])
LEAVES = st.one_of(WORDS, NUMBERS, ODD)
ENVELOPE = st.sampled_from(
    ["id", "title", "area", "origins", "facts", "assess", "evidence", "support", "question", "same_as", "links", "x"]
)
INSIDE = st.sampled_from(["actor", "unknown", "at_least", "of", "covers", "present", "on", "kind", "asked", "entry", "source", "by"])
SAID = st.sampled_from(["wait", "causes", "size", "urgent", "class", "impact", "spread", "value", "low", "high", "panel", "missing"])
KEYS = st.one_of(ENVELOPE, INSIDE, SAID)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=8)
FACTS = st.dictionaries(st.sampled_from(["wait", "causes", "size", "urgent", "kind"]), VALUES, max_size=3)
ASSESS = st.dictionaries(st.sampled_from(["impact", "spread"]), VALUES, max_size=2)
NEARLY = st.fixed_dictionaries(
    {"id": st.one_of(WORDS, st.integers(0, 9)), "title": st.just("x"), "area": st.just("youth"), "origins": st.just([{"actor": "t1"}])},
    optional={"facts": FACTS, "assess": ASSESS, "support": VALUES, "x": LEAVES},
)
RECORDS = st.lists(st.one_of(NEARLY, st.dictionaries(KEYS, VALUES, max_size=6)), max_size=5)


def taken(records: Sequence[Mapping[str, object]]) -> tuple[Need | Refused, ...]:
    return intake(attrs.evolve(ROUND, records=[Record(data) for data in records]), RULES, NETWORK)


@given(RECORDS)
def test_every_record_becomes_a_need_or_is_set_aside_with_reasons(records: list[Mapping[str, object]]) -> None:
    found = taken(records)

    assert len(found) == len(records)
    for record in found:
        assert record.id
        if isinstance(record, Refused):
            assert record.diagnostics
            assert all(describe(fault, language) for fault in record.diagnostics for language in ("en", "sv"))


@given(RECORDS)
def test_a_record_is_read_alike_whatever_others_were_read_before_it(records: list[Mapping[str, object]]) -> None:
    named = [{**data, "id": f"n{number}", "same_as": None} for number, data in enumerate(records)]

    together = taken(named)

    for data, record in zip(named, together, strict=True):
        (alone,) = taken([data])
        assert type(alone) is type(record)
        if isinstance(alone, Need):
            assert alone == record
