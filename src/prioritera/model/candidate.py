"""Candidates for needs: what may be a need, until a person has said whether it is."""

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class Candidate:
    """Something that may be a need. Nothing in it is made up: what its source does not say is for a person to fill in.

    Args:
        id: the id that the need will have if it is kept.
        wording: the words of the source, as they stand there.
        document: the file it is from.
        place: where in the file.
        heading: the nearest heading above it in the source, "" when there is none.
        why: why it is a candidate.
        note: what more the source says of it, such as who is responsible in a plan.
        figures: what the source counts, each as a cell of a sheet holds it: `required` and `lacking`, or nothing.
    """

    id: str
    wording: str
    document: str
    place: Label
    heading: str = ""
    why: Label
    note: str = ""
    figures: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
