"""What may exist already on each need: entries of the catalogues that are like it, for a person to decide."""

import attrs
from attrs import validators

from prioritera.diagnostics import Diagnostic
from prioritera.frozen import frozen_tuple
from prioritera.model.catalogue import Support
from prioritera.model.checks import one_of, whole_number
from prioritera.model.need import Need
from prioritera.model.round import SupportDecision

# Whether two things are said to be the same, said to be others, or one of them is not said.
AGREES = ("same", "other", "open")


@attrs.frozen(kw_only=True)
class FoundSupport:
    """One entry beside one need. `score` is how alike they are, 0 to 1000; `words` are what both say, as the need and as the entry has it.

    `counts` says whether it counts on the day of the decisions. `leads` is the outcome that the rules come to if it is confirmed. `decided`
    is what a person has decided, None where nobody has.
    """

    entry: Support
    score: int = attrs.field(validator=[whole_number, validators.le(1000)])
    words: tuple[tuple[str, str], ...] = attrs.field(converter=frozen_tuple, default=())
    area: str = attrs.field(validator=one_of(*AGREES), default="open")
    target_group: str = attrs.field(validator=one_of(*AGREES), default="open")
    counts: bool = True
    leads: str = ""
    decided: SupportDecision | None = None


@attrs.frozen(kw_only=True)
class FoundFor:
    """A need with what was found for it, the most alike first; `existing` and `checked` are what is known of it as it stands.

    `outcome` is what the rules come to now. `looked` is the row that says that somebody has looked and found nothing, None where none does.
    """

    need: Need
    outcome: str
    existing: str
    checked: str
    support: tuple[FoundSupport, ...] = attrs.field(converter=frozen_tuple, default=())
    looked: SupportDecision | None = None


@attrs.frozen(kw_only=True)
class FoundExisting:
    """What was found for the needs that go on, in record order, and what was wrong with the records that do not."""

    needs: tuple[FoundFor, ...] = attrs.field(converter=frozen_tuple)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())
