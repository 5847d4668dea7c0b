"""Laws of judging, through files and the whole pipeline.

Neutral: needs that change names change places. Anonymous: who said what does not matter. Doubled: everything said twice changes no order.
Blank: a blank changes nobody else's value. Equal groups: a group that is repeated, member by member, is no louder.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judged_rounds import RATED, judged, run, voted, write_judged
from prioritera.model.judgement import Judgement

NEEDS = ("a", "b", "c", "d")
POINTS = "points = [3, 2, 1]"
VOTED = [
    voted(f'from = "ballots", combine = "points", {POINTS}'),
    voted(f'from = "ballots", combine = "position-points", {POINTS}, groups = "equal"'),
    voted('from = "ballots", combine = "borda", groups = "equal"'),
    voted('from = "ballots", combine = "copeland", voices = ["organisation"]'),
    voted('from = "ballots", combine = "kemeny"'),
]
EQUAL = [criterion for criterion in VOTED if "equal" in criterion]
SCORED = [RATED, RATED.replace('"median"', '"mean", groups = "equal"'), RATED.replace('"median"', '"mean", voices = ["organisation"]')]

choices = st.permutations(NEEDS).flatmap(lambda order: st.integers(0, 3).map(lambda many: tuple(order[:many])))
voters = st.tuples(st.sampled_from(["g", "h"]), st.sampled_from(["lund", "umea", "ystad"]), choices)
ballots = st.lists(voters, min_size=1, max_size=5)
raters = st.tuples(
    st.sampled_from(["g", "h"]),
    st.sampled_from(["lund", "umea", "ystad"]),
    st.lists(st.none() | st.integers(1, 9), min_size=len(NEEDS), max_size=len(NEEDS)),
)
panels = st.lists(raters, min_size=1, max_size=5)
few = settings(max_examples=5, deadline=None)

Voter = tuple[str, str, Sequence[str]]
Rater = tuple[str, str, Sequence[int | None]]


def cast(criterion: str, said: Sequence[Voter]) -> Mapping[str, Judgement]:
    rows = [";".join([f"v{at}", group, organisation, *chosen]) for at, (group, organisation, chosen) in enumerate(said)]
    return _run(criterion, "ballots.csv", "\n".join(["voter;group;organisation;choice 1;choice 2;choice 3", *rows]))


def rated(criterion: str, said: Sequence[Rater]) -> Mapping[str, Judgement]:
    rows = [
        f"j{at};{group};{organisation};{need};{'' if answer is None else answer}"
        for at, (group, organisation, answers) in enumerate(said)
        for need, answer in zip(NEEDS, answers, strict=True)
    ]
    return _run(criterion, "scores.csv", "\n".join(["judge;group;organisation;need;choice", *rows]))


def _run(criterion: str, name: str, text: str) -> Mapping[str, Judgement]:
    with TemporaryDirectory() as folder:
        result = run(write_judged(Path(folder), criterion, {name: text}, needs=NEEDS))
    return {need: judged(result, need) for need in NEEDS}


def ends(one: Judgement) -> tuple[object, ...]:
    return one.value, one.low, one.high


def order(found: Mapping[str, Judgement]) -> list[str]:
    return sorted(NEEDS, key=lambda need: (found[need].value is None, found[need].value or 0, need))


@pytest.mark.parametrize("criterion", VOTED)
@few
@given(said=ballots, names=st.permutations(NEEDS))
def test_needs_that_change_names_change_values(criterion: str, said: Sequence[Voter], names: Sequence[str]) -> None:
    other = dict(zip(NEEDS, names, strict=True))
    renamed = [(group, organisation, [other[need] for need in chosen]) for group, organisation, chosen in said]

    before, after = cast(criterion, said), cast(criterion, renamed)

    assert all(ends(before[need]) == ends(after[other[need]]) for need in NEEDS)


@pytest.mark.parametrize("criterion", VOTED)
@few
@given(said=ballots, data=st.data())
def test_who_cast_which_ballot_does_not_matter(criterion: str, said: Sequence[Voter], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(said))

    before, after = cast(criterion, said), cast(criterion, shuffled)

    assert all(ends(before[need]) == ends(after[need]) for need in NEEDS)


@pytest.mark.parametrize("criterion", SCORED)
@few
@given(said=panels, data=st.data())
def test_who_gave_which_answers_does_not_matter(criterion: str, said: Sequence[Rater], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(said))

    before, after = rated(criterion, said), rated(criterion, shuffled)

    assert all((before[need].value, before[need].agreement) == (after[need].value, after[need].agreement) for need in NEEDS)


@pytest.mark.parametrize("criterion", VOTED)
@few
@given(said=ballots)
def test_every_ballot_cast_twice_changes_no_order(criterion: str, said: Sequence[Voter]) -> None:
    assert order(cast(criterion, said)) == order(cast(criterion, [*said, *said]))


@pytest.mark.parametrize("criterion", SCORED)
@few
@given(said=panels)
def test_every_answer_given_twice_changes_no_value(criterion: str, said: Sequence[Rater]) -> None:
    before, after = rated(criterion, said), rated(criterion, [*said, *said])

    assert all(before[need].value == after[need].value for need in NEEDS)


@pytest.mark.parametrize("criterion", SCORED)
@few
@given(said=panels, at=st.integers(0, 3))
def test_a_blank_changes_no_other_needs_value_and_is_not_counted(criterion: str, said: Sequence[Rater], at: int) -> None:
    (group, organisation, answers), *others = said
    blanked = [(group, organisation, [None if index == at else answer for index, answer in enumerate(answers)]), *others]

    before, after = rated(criterion, said), rated(criterion, blanked)

    assert all(ends(before[need]) == ends(after[need]) for need in NEEDS if need != NEEDS[at])
    assert after[NEEDS[at]].answered == before[NEEDS[at]].answered - (answers[at] is not None)
    assert after[NEEDS[at]].value == rated(criterion, others or [(group, organisation, [None] * 4)])[NEEDS[at]].value


@pytest.mark.parametrize("criterion", EQUAL)
@few
@given(said=ballots)
def test_a_group_that_is_twice_as_large_is_no_louder(criterion: str, said: Sequence[Voter]) -> None:
    larger = [*said, *(voter for voter in said if voter[0] == "g")]

    before, after = cast(criterion, said), cast(criterion, larger)

    assert all(ends(before[need]) == ends(after[need]) for need in NEEDS)


@few
@given(said=panels)
def test_a_panels_group_that_is_twice_as_large_is_no_louder(said: Sequence[Rater]) -> None:
    larger = [*said, *(rater for rater in said if rater[0] == "g")]

    before, after = rated(SCORED[1], said), rated(SCORED[1], larger)

    assert all(before[need].value == after[need].value for need in NEEDS)
