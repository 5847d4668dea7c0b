"""Signals become a document and JSON: the candidates first, then what they rest on. None of them is a need."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from prioritera.loading.signal_files import Signals
