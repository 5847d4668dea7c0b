"""Whatever people decide about pairs of needs: nothing of a record is lost or told twice, and the order of decisions changes nothing."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from builders import need
from prioritera.model.merge import DIFFERENT, PART_OF, SAME, PairDecision
from prioritera.model.need import Evidence, Need, Origin, Wording
from prioritera.model.outcome import MERGED
from prioritera.model.result import Decision
from prioritera.model.round import SameAs
from prioritera.stages.reconcile import reconcile

NAMES = tuple("abcdef")
TEXTS = ("Fall", "Ensamhet")


def record(name: str, text: str) -> Need:
    """A record with a sender, a wording and a piece of evidence of its own."""
    return need(
        name,
        title=text,
        wordings=[Wording(need=name, text=text)],
        origins=[Origin(actor=f"sender of {name}")],
        evidence=[Evidence(kind="survey", text=f"asked by {name}")],
        note=f"note of {name}",
    )


RECORDS = st.lists(st.sampled_from(TEXTS), min_size=len(NAMES), max_size=len(NAMES)).map(
    lambda texts: [record(name, text) for name, text in zip(NAMES, texts, strict=True)]
)
PAIRS = st.lists(
    st.builds(
        lambda ends, verdict: PairDecision(first=ends[0], second=ends[1], verdict=verdict),
        st.permutations(NAMES),
        st.sampled_from((SAME, SAME, DIFFERENT, PART_OF)),
    ),
    max_size=6,
    unique_by=lambda pair: frozenset({pair.first, pair.second}),
)
SAID = st.lists(st.builds(lambda ends: SameAs(keep=ends[0], merged=[ends[1]]), st.permutations(NAMES)), max_size=1)


def kept(decisions: tuple[Decision, ...]) -> list[Need]:
    return [one.need for one in decisions if one.need is not None and one.outcome != MERGED]


@given(records=RECORDS, said=SAID, pairs=PAIRS, identical=st.booleans())
def test_every_sender_wording_and_piece_of_evidence_is_in_exactly_one_need(
    records: list[Need], said: list[SameAs], pairs: list[PairDecision], *, identical: bool
) -> None:
    decisions, _ = reconcile(records, said, pairs, identical=identical)

    needs = kept(decisions)
    assert Counter(origin.actor for one in needs for origin in one.origins) == Counter(f"sender of {name}" for name in NAMES)
    assert Counter(wording.need for one in needs for wording in one.wordings) == Counter(NAMES)
    assert Counter(evidence.text for one in needs for evidence in one.evidence) == Counter(f"asked by {name}" for name in NAMES)
    assert Counter(line for one in needs for line in one.note.split("\n")) == Counter(f"note of {name}" for name in NAMES)
    assert sorted(name for one in needs for name in (one.id, *one.merged)) == list(NAMES)


@given(records=RECORDS, said=SAID, pairs=PAIRS, identical=st.booleans(), data=st.data())
def test_the_order_of_decisions_and_records_changes_nothing(
    records: list[Need], said: list[SameAs], pairs: list[PairDecision], *, identical: bool, data: st.DataObject
) -> None:
    decisions, faults = reconcile(records, said, pairs, identical=identical)

    others, told = reconcile(data.draw(st.permutations(records)), said, data.draw(st.permutations(pairs)), identical=identical)

    assert {one.need_id: one for one in others} == {one.need_id: one for one in decisions}
    assert sorted(one.code for one in told) == sorted(one.code for one in faults)


@given(RECORDS, PAIRS, st.data())
def test_undoing_a_decision_gives_back_what_was_before(records: list[Need], pairs: list[PairDecision], data: st.DataObject) -> None:
    before = reconcile(records, (), pairs)
    more = data.draw(PAIRS)

    reconcile(records, (), [*pairs, *more])

    assert reconcile(records, (), pairs) == before


@given(records=RECORDS, pairs=PAIRS, identical=st.booleans())
def test_needs_that_a_row_keeps_apart_are_never_one(records: list[Need], pairs: list[PairDecision], *, identical: bool) -> None:
    decisions, _ = reconcile(records, (), pairs, identical=identical)

    ends = {one.need_id: one.merged_into or one.need_id for one in decisions}
    assert all(ends[pair.first] != ends[pair.second] for pair in pairs if pair.verdict != SAME)


@given(RECORDS, PAIRS)
def test_nothing_is_merged_that_nobody_has_decided(records: list[Need], pairs: list[PairDecision]) -> None:
    decisions, _ = reconcile(records, (), pairs)

    named = {name for pair in pairs if pair.verdict == SAME for name in (pair.first, pair.second)}
    assert {one.need_id for one in decisions if one.outcome == MERGED} <= named


@given(RECORDS, PAIRS)
def test_a_part_is_never_a_part_of_itself(records: list[Need], pairs: list[PairDecision]) -> None:
    decisions, _ = reconcile(records, (), pairs)

    wholes = {one.id: one.part_of for one in kept(decisions)}
    for name, first in wholes.items():
        above, waiting = set[str](), list(first)
        while waiting:
            whole = waiting.pop()
            if whole not in above:
                above.add(whole)
                waiting += wholes[whole]
        assert name not in above
