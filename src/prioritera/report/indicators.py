"""Indicators as they are shown: the latest spread among municipalities, with its year and its file."""

from collections.abc import Mapping
from fractions import Fraction

from prioritera.model.indicator import Indicator
from prioritera.reading.numbers import decimal_text
from prioritera.report.records import Record, number
from prioritera.words.catalogue import say

_FIVE = ("least", "lower", "median", "upper", "greatest")


def spread_words(indicator: Indicator, language: str) -> str:
    """The latest spread of an indicator in a sentence, with its year, how many municipalities have no value, and its file."""
    found = indicator.latest

    def shown(value: Fraction | None) -> str:
        return decimal_text(value or Fraction(0)).replace(".", say(language, "terms.decimal.mark"))

    five = {name: shown(getattr(found, name)) for name in _FIVE}
    key = "spread" if found.known else "spread-none"
    told = [say(language, f"signals.{key}", id=indicator.id, year=found.year, known=found.known, **five)]
    missing = [say(language, "signals.missing", missing=found.missing)] if found.missing else []
    return "; ".join([*told, *missing, say(language, "signals.source", source=indicator.source)])


def indicator_line(ident: str, indicators: Mapping[str, Indicator], language: str) -> str:
    """What statistics that a need is linked to say; that they are not there is said too."""
    found = indicators.get(ident)
    return say(language, "signals.absent", id=ident) if found is None else spread_words(found, language)


def indicator_record(indicator: Indicator) -> Record:
    """The latest spread of an indicator; what is not known is null."""
    found = indicator.latest
    five = {name: getattr(found, name) for name in _FIVE}
    return {
        "id": indicator.id,
        "source": indicator.source,
        "year": found.year,
        "known": found.known,
        "missing": found.missing,
        **{name: None if value is None else number(value) for name, value in five.items()},
    }
