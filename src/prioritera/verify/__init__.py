"""Proofs: rule sets and networks are shown to be whole before they are used, or a need for which they are not is shown."""
