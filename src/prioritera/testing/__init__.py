"""For tests of rules of your own: strategies that draw needs, rounds, networks and rule sets, and assertions that explain.

Needs Hypothesis: `pip install prioritera[testing]`. Nothing else of prioritera imports this.

>>> from hypothesis import given, settings
>>> from prioritera import load_rules
>>> from prioritera.testing import assert_goes_to, needs, network_for
>>> rules = load_rules("prioritera:sbu-four")
>>> network = network_for(rules)
>>> @settings(max_examples=5, database=None)
... @given(needs(rules, network=network, rule="gap-well-anchored"))
... def test_a_gap_that_many_stand_behind_goes_to_sbu(need):
...     assert_goes_to(rules, network, need, "sbu")
>>> test_a_gap_that_many_stand_behind_goes_to_sbu()
"""

from prioritera.testing.catalogues import every_status
from prioritera.testing.complete import assert_complete
from prioritera.testing.goes_to import assert_goes_to
from prioritera.testing.monotone import assert_monotone
from prioritera.testing.needs import needs
from prioritera.testing.networks import network_for, networks
from prioritera.testing.rounds import record_of, rounds
from prioritera.testing.rule_sets import rule_sets
from prioritera.testing.same import assert_same_meaning

__all__ = [
    "assert_complete",
    "assert_goes_to",
    "assert_monotone",
    "assert_same_meaning",
    "every_status",
    "needs",
    "network_for",
    "networks",
    "record_of",
    "rounds",
    "rule_sets",
]
