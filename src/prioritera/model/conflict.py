"""Conflicts: what the records of one need say otherwise of the same thing, and whose records they are."""

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.value import Assessment, Fact


@attrs.frozen(kw_only=True)
class Saying:
    """What one record says: a fact, an assessment, or of its area the area's id.

    `structures` are the support structures that it came through, or that its senders belong to; none where nobody can say.
    """

    record: str
    structures: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    value: Fact | Assessment | str
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Conflict:
    """One thing, by its id, on which the records of a need disagree, with all that they say of it, in record order."""

    need: str
    about: str
    sayings: tuple[Saying, ...] = attrs.field(converter=frozen_tuple)

    @property
    def between_structures(self) -> bool:
        """Whether records of different support structures disagree, and not only senders of the same."""
        return len({saying.structures for saying in self.sayings}) > 1
