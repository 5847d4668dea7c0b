"""Law: every organisation that is asked is counted exactly once, and the order of the rows does not matter."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from prioritera.measures.bodies import bodies
from prioritera.measures.tallies import tally
from prioritera.model.agreement import ANSWERS, Check, together
from small_networks import actor, network

PARTS = ("b-1", "b-2")
NETWORK = network([*(actor(name) for name in "abc"), *(actor(name, "administration", part_of="b") for name in PARTS)])
ROWS = st.lists(
    st.builds(
        Check,
        need=st.just("n"),
        actor=st.sampled_from([*"abc", *PARTS]),
        answer=st.sampled_from(["", *ANSWERS]),
        comment=st.sampled_from(["", "x"]),
    ),
    max_size=8,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_every_organisation_is_counted_once_in_any_order(rows: list[Check], random: Random) -> None:
    known = bodies(NETWORK)
    shuffled = list(rows)
    random.shuffle(shuffled)

    found, again = tally("n", rows, known), tally("n", shuffled, known)

    assert found.asked == len({known.organisation[row.actor] for row in rows})
    assert found.agrees + found.partly + found.disagrees + found.divided + found.dont_know + found.unanswered == found.asked
    assert (found.asked, found.agrees, found.partly, found.disagrees, found.divided) == (
        again.asked,
        again.agrees,
        again.partly,
        again.disagrees,
        again.divided,
    )
    assert sorted(one.text for one in found.comments) == ["x"] * sum(bool(row.comment) for row in rows)
    assert together([found]) == found
    assert (found.share is None) == (found.judged == 0)
