"""Candidates for needs that signals give. None is a need until a person has kept and worded it."""

from fractions import Fraction

from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.reading.ids import as_id
from prioritera.reading.numbers import decimal_text
from prioritera.words.catalogue import LANGUAGES, say


def candidate(kind: str, document: str, number: int, place: str, why: Label) -> Candidate:
    """A signal as a candidate: without a wording, for nobody has said what is lacking.

    Args:
        kind: of signal; its id is made of it, the file and the number.
        document: the file that the signal is from.
        number: of the candidate among those of its kind and file, from 1.
        place: what in the file it is about.
        why: what the signal says.
    """
    stem = as_id(document.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    ident = "-".join(part for part in (kind, stem, str(number)) if part)
    return Candidate(id=ident, wording="", document=document, place=Label(sv=place, en=place), why=why)


def said(key: str, **parameters: str | int | Fraction) -> Label:
    """A sentence of the signals' words in both languages, numbers with each language's decimal mark."""
    told = {language: {name: _shown(value, language) for name, value in parameters.items()} for language in LANGUAGES}
    return Label(sv=say("sv", f"signals.{key}", **told["sv"]), en=say("en", f"signals.{key}", **told["en"]))


def _shown(value: str | int | Fraction, language: str) -> str:
    return decimal_text(value).replace(".", say(language, "terms.decimal.mark")) if isinstance(value, Fraction) else str(value)
