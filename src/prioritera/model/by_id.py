"""Decisions by the id of their need."""

from collections.abc import Callable, Iterable

from prioritera.model.result import Decision


def by_id(decisions: Iterable[Decision], key: Callable[[str], str] = str) -> dict[str, Decision]:
    """The decision on each id, the first that has it: a later record with the id of an earlier one is set aside, and answers for nobody.

    Args:
        decisions: one a record, in the order of the records.
        key: what ids are told apart by.

    >>> made = [Decision(need_id="a", title=title, outcome="inform") for title in ("first", "again")]
    >>> by_id(made)["a"].title
    'first'
    """
    found: dict[str, Decision] = {}
    for decision in decisions:
        found.setdefault(key(decision.need_id), decision)
    return found
