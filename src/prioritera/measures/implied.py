"""What holds between measures whatever the need: so that nobody is told of a need that cannot be."""

import attrs

from prioritera.measures.declare import ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, SHARE_OF_RSS
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
