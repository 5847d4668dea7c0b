"""What a person has decided about two needs: the same, different, or one a part of the other."""

from datetime import date

import attrs

from prioritera.diagnostics import Span
from prioritera.model.checks import one_of
from prioritera.model.need import Need

SAME, DIFFERENT, PART_OF = "same", "different", "part-of"
VERDICTS = (SAME, DIFFERENT, PART_OF)
# How a record came to be merged: by `same_as`, by a decision about a pair, or because the round lets identical texts be merged.
SAID, DECIDED, IDENTICAL = "said", "decided", "identical"
LONGEST_WORDING = 30_000


@attrs.frozen(kw_only=True)
class PairDecision:
    """One row of a sheet of decisions: `first` and `second` are the same, different, or `first` is a part of `second`.

    The wordings are those that were decided about, "" where the row does not say; a decision holds as long as they are unchanged. `carried`
    says that it was taken in the round before.
    """

    first: str
    second: str
    verdict: str = attrs.field(validator=one_of(*VERDICTS))
    first_wording: str = ""
    second_wording: str = ""
    by: str = ""
    on: date | None = None
    because: str = ""
    carried: bool = False
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


def wording_of(need: Need) -> str:
    """The words that a need is decided about by: its first wording, or its title, on one line.

    >>> wording_of(Need(id="n1", title="Fall", area="a", origins=[]))
    'Fall'
    """
    return on_a_line(next((one.text for one in need.wordings if one.text.strip()), need.title))


def on_a_line(text: str) -> str:
    r"""A text as it stands in a sheet of decisions: on one line, without what cannot be seen, cut off where no cell could hold it.

    >>> on_a_line(" Fall\r\n i  hemmet ")
    'Fall i hemmet'
    """
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:LONGEST_WORDING].rstrip()
