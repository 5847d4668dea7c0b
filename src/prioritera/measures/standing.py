"""Who a sender stands for, as far as it is known: named organisations, and others of which only the number or the group is known.

All bounds are safe: whatever the truth turns out to be, the count lies between them.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.model.checks import whole_number


@attrs.frozen
class Standing:
    """`named` organisations for certain, from `least` to `most` in all.

    All are among `pool`, the named too; when that is None the others may be anybody.
    """

    named: frozenset[str] = frozenset()
    least: int = attrs.field(default=0, validator=whole_number)
    most: int = attrs.field(default=0, validator=whole_number)
    pool: frozenset[str] | None = frozenset()


def exactly(organisations: frozenset[str]) -> Standing:
    """These organisations and no others.

    >>> exactly(frozenset(["a"])).most
    1
    """
    return Standing(organisations, len(organisations), len(organisations), organisations)


def either(standings: Sequence[Standing]) -> Standing:
    """One of several, and nobody knows which."""
    pools = [standing.pool for standing in standings if standing.pool is not None]
    return Standing(
        standings[0].named.intersection(*(standing.named for standing in standings)),
        min(standing.least for standing in standings),
        max(standing.most for standing in standings),
        frozenset().union(*pools) if len(pools) == len(standings) else None,
    )


def count_within(standings: Sequence[Standing], group: frozenset[str]) -> tuple[int, int]:
    """The least and the most organisations of a group that the standings together can hold.

    >>> few = Standing(frozenset(["a"]), 2, 2, frozenset(["a", "b", "c"]))
    >>> count_within([few, exactly(frozenset(["c"]))], frozenset(["a", "b", "c"]))
    (2, 3)
    """
    named = _named(standings) & group
    low = high = len(named)
    for standing in standings:
        here = len(standing.named & group)
        others = standing.most - len(standing.named)
        if standing.pool is None:
            high += others
        elif others:
            inside = len(standing.pool & group)
            low = max(low, max(here, standing.least - len(standing.pool) + inside) + len(named - standing.pool))
            high += min(inside - here, others)
    return low, min(high, len(group if _anybody(standings) else group & _pools(standings)))


def count_all(standings: Sequence[Standing], home: Mapping[str, str]) -> tuple[int, int | None]:
    """The least and the most organisations in all; None when nothing known bounds them. `home` parts them into groups that share none."""
    named, pools = _named(standings), _pools(standings)
    by_home = _by_home(pools, home)
    parts = sum(count_within(standings, group)[0] for group in by_home.values())
    low = max([parts, *(standing.least + len(named - (named if standing.pool is None else standing.pool)) for standing in standings)])
    high = len(named) + _unnamed(standings)
    return low, high if _anybody(standings) else min(high, len(pools))


def count_homes(standings: Sequence[Standing], home: Mapping[str, str], homes: frozenset[str]) -> tuple[int, int]:
    """The least and the most support structures that the organisations belong to; `homes` are all there are."""
    by_home = _by_home(_pools(standings), home)
    known = {structure: group for structure, group in by_home.items() if structure}
    certain = sum(count_within(standings, group)[0] > 0 for group in known.values())
    low = max([certain, *(_fewest_homes(standing, home) for standing in standings)])
    high = len(_by_home(_named(standings), home).keys() - {""}) + _unnamed(standings)
    return low, min(high, len(homes if _anybody(standings) else known))


def fewest(least: int, sizes: Sequence[int]) -> int:
    """The fewest groups of these sizes that hold at least so many.

    >>> fewest(4, [1, 3, 2])
    2
    """
    taken = 0
    for groups, size in enumerate(sorted(sizes, reverse=True)):
        if taken >= least:
            return groups
        taken += size
    return len(sizes)


def _fewest_homes(standing: Standing, home: Mapping[str, str]) -> int:
    by_home = _by_home(standing.pool or frozenset(), home)
    homeless = len(by_home.pop("", ()))
    return fewest(standing.least - homeless, [len(group) for group in by_home.values()]) if standing.pool is not None else 0


def _by_home(organisations: frozenset[str], home: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The organisations in groups that share none: by support structure, those without one under ""."""
    groups: dict[str, set[str]] = {}
    for organisation in organisations:
        groups.setdefault(home.get(organisation, ""), set()).add(organisation)
    return {structure: frozenset(group) for structure, group in groups.items()}


def _named(standings: Sequence[Standing]) -> frozenset[str]:
    return frozenset().union(*(standing.named for standing in standings))


def _pools(standings: Sequence[Standing]) -> frozenset[str]:
    """Everybody that is known to be possible; the named are among them."""
    return frozenset().union(*(standing.pool or standing.named for standing in standings))


def _anybody(standings: Sequence[Standing]) -> bool:
    return any(standing.pool is None for standing in standings)


def _unnamed(standings: Sequence[Standing]) -> int:
    return sum(standing.most - len(standing.named) for standing in standings)
