"""What may not be used for what: barred by law for an object in a domain."""

import attrs

from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class Bar:
    """A criterion or a field may not be used for this object in this domain; `ground` says on what legal ground."""

    object: str
    domain: str
    ground: Label = attrs.field(metadata={"meaning": False})
