"""Runs as they are saved, and what differs between two of them: values that need neither rules nor network to be read."""

from enum import StrEnum

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class Stood:
    """What became of one need in a run, as far as it can be compared.

    `key` is what it was placed by; `share` its score as "low/of high/of". `way` is each sender's way, actor by actor. `inputs` are what it
    was judged on: facts, measures and assessments by their ids, its area and its senders, each as it is written in JSON. `by_hand` are the
    changes that people made to it: each a thing and what it was changed to.
    """

    id: str
    title: str = ""
    outcome: str
    destination: str = ""
    list_id: str = ""
    group: str = ""
    place: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    key: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    share: str = ""
    way: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    rules: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    inputs: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    by_hand: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Run:
    """One run: what it rests on, what became of each need, and the words for the ids that it names. `left_out` are criteria, as JSON."""

    id: str
    label: Label
    rules: str
    rules_hash: str
    network_hash: str
    decided_on: str = ""
    left_out: str = ""
    needs: FrozenMap[str, Stood] = attrs.field(converter=frozen_map)
    words: FrozenMap[str, Label] = attrs.field(converter=frozen_map, factory=FrozenMap)


class Why(StrEnum):
    """Why a need ended otherwise.

    The rules, its own facts and assessments, what people changed by hand, the network, that other needs came, went or moved; something else
    of the round, such as what exists already or what has been decided; or it cannot be said from what is saved.
    """

    RULES = "rules"
    FACTS = "facts"
    BY_HAND = "by-hand"
    NETWORK = "network"
    OTHERS = "others"
    ROUND = "round"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Aspect:
    """One thing that is otherwise: "outcome", "destination", "list", "group", "place" or "way", with the reasons why."""

    about: str
    before: str
    after: str
    why: tuple[Why, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Move:
    """A need of both runs that ended otherwise. `changed` are the ids of its facts and assessments that are written otherwise."""

    before: Stood
    after: Stood
    aspects: tuple[Aspect, ...] = attrs.field(converter=frozen_tuple)
    changed: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class RunsDiff:
    """What differs between two runs. `again` says that the needs of the new one were judged by the rules of the old one as well."""

    old: Run
    new: Run
    come: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    gone: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    moves: tuple[Move, ...] = attrs.field(converter=frozen_tuple, default=())
    same: int = 0
    again: bool = False
