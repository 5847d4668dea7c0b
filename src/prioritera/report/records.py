"""Results as plain records: ids with labels in both languages, exact numbers as numerator and denominator, dates as text.

What is not known is null, never left out and never 0.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from prioritera.diagnostics import Diagnostic, Span, mend, what, why
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field
from prioritera.model.network import Network
from prioritera.model.result import Decision, FindOut, Leg, Score, Standing, Walk
from prioritera.model.round import Answer
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.model.trace import Trace
from prioritera.model.value import Between, FactValue, Missing
from prioritera.report.voice import Voice, actor_name, area_name, destination_name, outcome_name, thing_name, value_words, word_name
from prioritera.words.catalogue import LANGUAGES

Record = dict[str, Any]


class Voices:
    """The same model in every language: what labels are taken from."""

    def __init__(self, rules: RuleSet, network: Network) -> None:
        """One voice a language."""
        self.rules = rules
        self.network = network
        self._voices = {language: Voice(language, rules, network) for language in LANGUAGES}

    def said(self, speak: "Speak") -> Record:
        """What each voice says."""
        return {language: speak(voice) for language, voice in self._voices.items()}
