"""Everything that files of signals say, together."""

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.candidate import Candidate
from prioritera.model.indicator import Indicator
from prioritera.signals.competence import Gap
from prioritera.signals.deviations import Deviations
from prioritera.signals.triggers import Trigger


@attrs.frozen(kw_only=True)
class Signals:
    """What the files say, and the candidates that it gives: trends first, then the others in the order of the files."""

    indicators: FrozenMap[str, Indicator] = attrs.field(converter=frozen_map, factory=FrozenMap)
    gaps: tuple[Gap, ...] = attrs.field(converter=frozen_tuple, default=())
    deviations: tuple[Deviations, ...] = attrs.field(converter=frozen_tuple, default=())
    triggers: tuple[Trigger, ...] = attrs.field(converter=frozen_tuple, default=())
    candidates: tuple[Candidate, ...] = attrs.field(converter=frozen_tuple, default=())
