"""What a TOML file is, by the tables in it."""

from collections.abc import Mapping

RULESET = "ruleset"
NETWORK = "network"
ROUND = "round"
CATALOGUE = "catalogue"
OFFERS = "offers"
NEEDS = "needs"
VOCABULARY = "vocabulary"
# Actors alone: what a network includes.
NETWORK_PART = "network-part"
# The signs of needs in documents.
SIGNALS = "signals"

# A file is the first of these of which it has a table; a vocabulary is a part of a rule set that stands alone.
_TABLES = (
    (ROUND, ("round",)),
    (RULESET, ("ruleset", "fields", "criteria", "weights", "triage", "destination", "tables")),
    (NETWORK, ("network", "actors", "channels", "mandates")),
    (CATALOGUE, ("catalogue", "support")),
    (SIGNALS, ("signals", "sections", "phrases")),
    (OFFERS, ("offers", "offer")),
    (NEEDS, ("needs",)),
    (VOCABULARY, ("vocabularies", "outcomes")),
)
# How each kind of file is known, as it is written in it.
FIRST_TABLE = {kind: f"[[{tables[0]}]]" if kind == NEEDS else f"[{tables[0]}]" for kind, tables in _TABLES}


def kind_of_data(data: Mapping[str, object]) -> str:
    """The kind of a file's data, or "" when it has no table that tells.

    >>> kind_of_data({"vocabularies": {}}), kind_of_data({"a": 1})
    ('vocabulary', '')
    """
    return next((kind for kind, tables in _TABLES if any(table in data for table in tables)), "")


def is_network_part(data: Mapping[str, object]) -> bool:
    """Whether a network's data can only be a part that another includes: no kinds, no channels, and nothing that it includes itself.

    >>> is_network_part({"actors": []}), is_network_part({"actors": [], "kinds": {}})
    (True, False)
    """
    head = data.get(NETWORK)
    includes = isinstance(head, Mapping) and "include" in head
    return not includes and "kinds" not in data and "channels" not in data
