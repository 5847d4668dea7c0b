"""For tests of your own rules: strategies that draw needs, rounds, networks and rule sets, and assertions that explain.

Needs Hypothesis: `pip install prioritera[testing]`. Nothing else of prioritera imports this.
"""
