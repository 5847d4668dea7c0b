"""Measures: what can be derived from a need, its senders and what exists already. A closed list, each with its bounds."""
