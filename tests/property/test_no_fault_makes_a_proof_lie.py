"""A rule set that is whole but for one word, key or value that somebody spoilt: no proof finds anything, for nothing else is wrong."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import tomli
from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import Faults, Severity, describe
from prioritera.loading.document import document_of
from prioritera.loading.past_faults import read_past_faults
from prioritera.loading.rule_set import read_rule_set
from prioritera.loading.toml_spans import TomlPlace
from prioritera.verify.past_faults import check_past_faults
from small_rules import RULES

# Words and values that are like nothing that may stand in a rule set.
SPOILT_KEY = "zqxj"
SPOILT_VALUES = ('"zqxj"', "7", "-1", "true", "[]", "{}", '["zqxj"]', "1979-05-27")


@cache
def places() -> tuple[tuple[int, int, int, bool], ...]:
    """Every key and value that stands on one line: the line, where it begins and ends, and whether it is a key."""
    place = TomlPlace("rules.toml", RULES)

    def inside(path: tuple[str | int, ...], value: Any) -> Iterator[tuple[int, int, int, bool]]:  # noqa: ANN401 -- TOML
        for step in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            below = (*path, step)
            for span, is_key in ((place.key(below), True), (place.value(below), False)):
                if span.end is not None and span.end[0] == span.line:
                    yield span.line, span.column, span.end[1], is_key
            yield from inside(below, value[step])

    return tuple(sorted(set(inside((), tomli.loads(RULES)))))


@given(at=st.sampled_from(places()), word=st.sampled_from(SPOILT_VALUES))
def test_one_fault_brings_no_finding_of_a_proof(at: tuple[int, int, int, bool], word: str) -> None:
    number, start, end, is_key = at
    lines = RULES.split("\n")
    line = lines[number - 1]
    lines[number - 1] = f"{line[: start - 1]}{SPOILT_KEY if is_key else word}{line[end - 1 :]}"
    document = document_of("\n".join(lines), "rules.toml", None, Faults())
    if document is None or read_rule_set(document, Faults()) is not None:
        return

    tentative, _ = read_past_faults(document)

    found = () if tentative is None else check_past_faults(tentative)
    assert [describe(one, "en") for one in found if one.severity is not Severity.NOTE] == []
