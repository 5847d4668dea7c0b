"""Domains: criteria that a rule set weighs together."""

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class Domain:
    """Criteria under one heading, in order. Their weights are those of the criteria; `label` is None where nobody has worded one."""

    id: str
    label: Label | None = None
    criteria: tuple[str, ...] = attrs.field(converter=frozen_tuple)
