"""Networks drawn at random: small enough for every way in them to be listed."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from prioritera.model.network import BACK, FORWARD, Mandate, Network
from small_networks import actor, channel, network

NAMES = ("a", "b", "c", "d", "e", "f")
WORDS = ("one", "two")
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def networks(draw: Draw) -> Network:
    """Up to six actors of two kinds, with parallel channels of every kind, some of them narrow."""
    narrow = st.sampled_from([[], [], ["one"], ["two"], ["one", "two"]])
    ends = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=16))
    order = draw(st.permutations(range(len(ends))))
    channels = [
        channel(draw(st.sampled_from((*FORWARD, *BACK))), *pair, id=f"c{number:02}", outcomes=draw(narrow), areas=draw(narrow))
        for pair, number in zip(ends, order, strict=True)
    ]
    mandates = [Mandate(actor=name, outcomes=["one"]) for name in sorted(draw(st.sets(st.sampled_from(NAMES))))]
    return network([actor(name, draw(st.sampled_from(["rss", "other"]))) for name in NAMES], channels, mandates)
