"""The published matrix of Västra Götaland's ordnat införande, every cell of it, against an answer that is slow and obvious.

"Rangordning", vgregion.se, 2022-10-17: five dimensions, rows that overlap, and a rank that may not be better than severity's own.
"""

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli

from prioritera.model.result import Decision
from prioritera.model.round import Record
from prioritera.model.ruleset import RuleSet
from prioritera.pipeline import load_model, prioritise

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data" / "vgr_ordnat_inforande_matrix.toml"
# Each dimension's words in the rows of rank 1, 2 and 3, as published.
MATRIX = {
    "severity": (("very-high", "high"), ("moderate",), ("low",)),
    "effect": (("very-good", "good"), ("good", "moderate"), ("small",)),
    "risk": (("low", "moderate"), ("moderate", "high"), ("high",)),
    "evidence": (("grade-4",), ("grade-3",), ("grade-2-1",)),
    "cost": (("reasonable",), ("reasonable",), ("not-reasonable",)),
}
WORDS = {name: tuple(dict.fromkeys(word for row in rows for word in row)) for name, rows in MATRIX.items()}
# The same dimensions in the file of published facts, and its words where ours are put otherwise.
PUBLISHED = {"severity": "svarighetsgrad", "effect": "effekt", "risk": "risk", "evidence": "evidensstyrka", "cost": "kostnadseffektivitet"}
OTHERWISE = {"låg (GRADE 2-1)": "låg (GRADE 2–1)"}


def rows_of(name: str, word: str) -> list[int]:
    return [row for row, words in enumerate(MATRIX[name], start=1) if word in words]


def by_best_row(facts: dict[str, str]) -> str:
    """The matrix as we read it: each dimension at the best of its rows, the weakest of them for the whole."""
    if facts.keys() < MATRIX.keys():
        return "unknown"
    return f"row-{max(min(rows_of(name, word)) for name, word in facts.items())}"


def combinations(*extra: str) -> list[dict[str, str]]:
    """Every combination of words; with "" for a dimension that is not known, if asked for."""
    drawn = product(*((*WORDS[name], *extra) for name in MATRIX))
    return [{name: word for name, word in zip(MATRIX, words, strict=True) if word} for words in drawn]


@cache
def rules() -> RuleSet:
    return load_model(ROOT / "examples" / "vgr-ordnat-inforande")[1].rules


def judged(facts: list[dict[str, Any]]) -> tuple[Decision, ...]:
    round_, model = load_model(ROOT / "examples" / "vgr-ordnat-inforande")
    records = [
        Record({"id": f"n{number}", "title": "x", "area": "health-care", "origins": [{"actor": "participants"}], "facts": said})
        for number, said in enumerate(facts)
    ]
    return prioritise(attrs.evolve(round_, records=records), model).decisions


def test_every_combination_comes_to_the_row_that_the_matrix_gives() -> None:
    drawn = combinations("")

    found = judged([{**facts, "rank": 3} for facts in drawn])

    assert len(drawn) == 5 * 5 * 4 * 4 * 3
    assert [decision.values["matrix-row"] for decision in found] == [by_best_row(facts) for facts in drawn]


def test_every_word_stands_in_just_its_rows() -> None:
    single = [(name, word) for name, words in WORDS.items() for word in words]

    found = judged([{name: word} for name, word in single])

    assert [decision.values[f"{name}-rows"] for decision, (name, _) in zip(found, single, strict=True)] == [
        frozenset(f"row-{row}" for row in rows_of(name, word)) for name, word in single
    ]


def test_no_rank_is_better_than_that_of_severity_and_every_other_is_allowed() -> None:
    drawn = [(facts, rank) for facts in combinations() for rank in (1, 2, 3)]
    own = {"very-high": 1, "high": 1, "moderate": 2, "low": 3}

    found = judged([{**facts, "rank": rank} for facts, rank in drawn])

    expected = ["error" if rank < own[facts["severity"]] else "analysed" if rank < 3 else "not-analysed" for facts, rank in drawn]
    assert [decision.outcome for decision in found] == expected


def test_what_the_matrix_gives_never_passes_the_cap() -> None:
    assert [facts for facts in combinations() if int(by_best_row(facts)[-1]) < min(rows_of("severity", facts["severity"]))] == []


def test_read_at_the_worst_row_nothing_would_ever_come_to_rank_1() -> None:
    worst = {max(max(rows_of(name, word)) for name, word in facts.items()) for facts in combinations()}

    assert worst == {2, 3}


@pytest.mark.skipif(not SHARED.is_file(), reason="the published facts (shared/data) are not beside the repository")
@pytest.mark.parametrize("name", MATRIX)
def test_the_words_are_the_published_ones(name: str) -> None:
    published = tomli.loads(SHARED.read_text(encoding="utf-8"))["criteria"][PUBLISHED[name]]
    labels = {term.id: term.label.sv for term in rules().fields[name].terms}

    ours = [{labels[word] for word in words} for words in MATRIX[name]]

    assert ours == [{OTHERWISE.get(word, word) for word in published[f"rank{row}"]} for row in (1, 2, 3)]
