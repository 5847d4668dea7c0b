"""The columns of the sheet of decisions about pairs, and the words that are chosen in it: what is written is what is read."""

from prioritera.model.merge import DIFFERENT, PART_OF, SAME
from prioritera.words.catalogue import say

# The second is a part of the first: the same decision as "part of", for whoever reads the row from left to right.
WHOLE_OF = "whole-of"
CHOICES = (SAME, DIFFERENT, PART_OF, WHOLE_OF)
COLUMNS = (
    *("first", "second", "first-wording", "second-wording", "first-sender", "second-sender"),
    *("score", "reason", "decision", "by", "when", "because"),
)
FILLED_IN = ("decision", "by", "when", "because")
REQUIRED = ("first", "second", "decision")


def choice_word(choice: str, language: str) -> str:
    """A decision as people choose it in the sheet.

    >>> choice_word("part-of", "sv")
    'del av'
    """
    return say(language, f"cells.merge.{choice}").split("|")[0]


def column_label(column: str, language: str) -> str:
    """The heading of a column.

    >>> column_label("by", "sv")
    'Beslutat av'
    """
    return say(language, f"merge.column.{column}")
