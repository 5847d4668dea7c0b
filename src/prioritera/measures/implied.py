"""What holds between measures whatever the need: so that nobody is told of a need that cannot be."""

from collections.abc import Mapping

import attrs

from prioritera.measures.declare import ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, MEASURES, SHARE_OF_RSS
from prioritera.model.checks import whole_number

# The first is never more than the second.
AT_MOST: tuple[tuple[str, str], ...] = ((DISTINCT_RSS, DISTINCT_ORGANISATIONS),)


@attrs.frozen(kw_only=True)
class Implication:
    """When the measure `given` is at least `least`, the measure `then` is at least `then_least`."""

    given: str
    least: int = attrs.field(validator=whole_number)
    then: str
    then_least: int = attrs.field(validator=whole_number)


IMPLIES: tuple[Implication, ...] = (
    # Somebody stands behind every need, if only one person nobody knows.
    Implication(given=ANCHORING_LEVEL, least=0, then=DISTINCT_ORGANISATIONS, then_least=1),
    Implication(given=ANCHORING_LEVEL, least=3, then=DISTINCT_RSS, then_least=1),
    Implication(given=ANCHORING_LEVEL, least=5, then=DISTINCT_RSS, then_least=2),
    Implication(given=SHARE_OF_RSS, least=1, then=DISTINCT_RSS, then_least=1),
)


def raised(least: Mapping[str, int]) -> dict[str, int]:
    """The least numbers of all measures that are not below these and keep what measures imply of each other.

    A measure that is not named is at least its own bound.

    >>> raised({"anchoring-level": 5})["distinct-organisations"]
    2
    """
    found = {name: max(measure.low, least.get(name, measure.low)) for name, measure in MEASURES.items()}
    # Each round carries every bound one step further, and no chain of them is longer than there are measures.
    for _ in MEASURES:
        for low, high in AT_MOST:
            found[high] = max(found[high], found[low])
        for implied in IMPLIES:
            if found[implied.given] >= implied.least:
                found[implied.then] = max(found[implied.then], implied.then_least)
    return found


def can_be(ranges: Mapping[str, tuple[int, int]]) -> bool:
    """Whether some need has measures in these ranges, all at once; both ends included, words by their places.

    >>> can_be({"distinct-rss": (2, 9), "distinct-organisations": (0, 1)})
    False
    """
    least = raised({name: low for name, (low, _) in ranges.items()})
    return all(least[name] <= high for name, (_, high) in ranges.items())
