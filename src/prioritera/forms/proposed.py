"""What the senders' brackets come to, in words, with every step of the arithmetic: a proposal for the analyst."""

from fractions import Fraction

from prioritera.forms.answers import written
from prioritera.measures.affected import Affected, Part
from prioritera.model.need import BRACKETS
from prioritera.reading.numbers import decimal_text
from prioritera.report.voice import Voice, actor_name
from prioritera.words.catalogue import listing, say

# The proposal is shown in hundredths, the low end rounded down and the high end up, so that it holds all that is possible.
_PARTS = 100


def proposal_text(found: Affected | None, voice: Voice) -> str:
    """The range per 10 000 inhabitants, its sum, and whose decision it is; or why there is none; "" when nobody gave a bracket."""
    language = voice.language
    if found is None:
        return ""
    if found.lacking:
        return say(language, f"forms.proposed.{found.lacking}", names=_names(found.actors, voice))
    low, high = _down(found.low), found.high
    shown = (
        say(language, "forms.proposed.least", low=_number(low, language))
        if high is None
        else say(language, "forms.proposed.range", low=_number(low, language), high=_number(-_down(-high), language))
    )
    return "\n".join([shown, _sum(found, voice), say(language, "forms.proposed.kind")])


def _sum(found: Affected, voice: Voice) -> str:
    years = sorted({part.population.year for part in found.parts})
    return say(
        voice.language,
        "forms.proposed.sum",
        parts=" + ".join(f"({_bracket(part, voice.language)})" for part in found.parts),
        persons=_ends(*found.persons, voice.language),
        population=_grouped(found.population),
        names=_names([part.actor for part in found.parts], voice),
        years=", ".join(str(year) for year in years),
    )


def _bracket(part: Part, language: str) -> str:
    same = [name for name, ends in BRACKETS.items() if ends == (part.low, part.high)]
    return written(language, f"persons.{same[0]}") if same else _ends(part.low, part.high, language)


def _ends(low: int, high: int | None, language: str) -> str:
    if high is None:
        return say(language, "terms.at-least", low=_grouped(low))
    return _grouped(low) if low == high else say(language, "terms.range", low=_grouped(low), high=_grouped(high))


def _names(actors: "list[str] | tuple[str, ...]", voice: Voice) -> str:
    return listing(voice.language, [actor_name(voice, actor) for actor in actors], "and")


def _down(value: Fraction) -> Fraction:
    return Fraction(value.numerator * _PARTS // value.denominator, _PARTS)


def _number(value: Fraction, language: str) -> str:
    return decimal_text(value).replace(".", say(language, "terms.decimal.mark"))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
