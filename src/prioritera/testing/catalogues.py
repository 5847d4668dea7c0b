"""A catalogue with one entry of every status, so that a need may match whatever exists."""

from functools import cache

from prioritera.model.catalogue import STATUSES, Catalogue, Support
from prioritera.model.text import Label


@cache
def every_status() -> Catalogue:
    """The catalogue that drawn needs match where none is given.

    >>> list(every_status().entries)
    ['support-current', 'support-outdated', 'support-in-production', 'support-under-way', 'support-ended']
    """
    return Catalogue(
        entries={
            f"support-{status}": Support(
                id=f"support-{status}", title=Label(sv=f"{status} (påhittat)", en=f"{status} (made up)"), status=status
            )
            for status in STATUSES
        }
    )
