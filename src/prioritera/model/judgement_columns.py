"""The columns that sheets of judgements may have besides those of the rule set's items."""

from prioritera.frozen import FrozenMap
from prioritera.model.judged import BALLOTS, ORDERS, SCORES

WHO = ("judge", "group", "organisation", "round")
NEED, RANK, RANKED = ("need", "rank", "ranked")
CHOICE = "choice"
# The version of the rules that were judged by: nothing of it goes into a value.
VERSION = "rules_version"
# In sheets of one row an answer: to which item, and what.
ITEM, ANSWER = ("item", "answer")
# What each kind of sheet must have; of those in one tuple, one.
REQUIRED: FrozenMap[str, tuple[tuple[str, ...], ...]] = FrozenMap(
    {
        SCORES: (("judge",), (NEED,)),
        BALLOTS: (("judge",), (CHOICE, RANKED)),
        ORDERS: (("judge", "group"), (NEED,), (RANK,)),
    }
)
KNOWN_COLUMNS = (*WHO, NEED, RANK, RANKED, CHOICE, ITEM, ANSWER, VERSION)
