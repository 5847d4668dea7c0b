from builders import need
from prioritera.matching.groups import grouped
from prioritera.matching.pairs import clustered, open_pairs
from prioritera.model.merge import DIFFERENT, PART_OF, SAME, PairDecision

NEEDS = [
    need("a", title="Undernäring golv", wordings=[]),
    need("b", title="Undernäring golvet", wordings=[]),
    need("c", title="Undernäring golv lampor", wordings=[]),
    need("d", title="Ensamhet", wordings=[]),
]


def left(*rows: PairDecision) -> list[tuple[str, str]]:
    groups = grouped({one.id: one.id for one in NEEDS}, rows)
    return [(one.first, one.second) for one in open_pairs(NEEDS, groups, rows)]


def row(first: str, verdict: str, second: str) -> PairDecision:
    return PairDecision(first=first, second=second, verdict=verdict)


def test_without_decisions_every_candidate_waits() -> None:
    assert sorted(left()) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_what_is_decided_is_not_asked_again() -> None:
    assert left(row("a", DIFFERENT, "b"), row("c", PART_OF, "a")) == [("b", "c")]


def test_of_merged_needs_one_pair_is_enough() -> None:
    assert left(row("b", SAME, "a")) == [("a", "c")]


def test_what_is_decided_of_one_is_decided_of_those_it_is_one_with() -> None:
    assert left(row("b", SAME, "a"), row("b", DIFFERENT, "c")) == []


def test_no_candidates_make_no_groups() -> None:
    assert clustered([]) == ()
