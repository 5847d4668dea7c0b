"""People's data in candidates for needs: a sheet of them goes from hand to hand, so it holds a mask in its place from the beginning."""

from collections.abc import Iterable

import attrs

from prioritera.diagnostics import Diagnostic, Severity, Span
from prioritera.model.candidate import Candidate
from prioritera.privacy.find import find, names_in
from prioritera.privacy.mask import mask, told

_TEXTS = ("wording", "heading", "note")


def masked_candidates(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], tuple[Diagnostic, ...]]:
    """The candidates with a mask in the place of people's data, and a note on each that held any. The documents are untouched.

    >>> from prioritera.model.text import Label
    >>> why = Label(sv="något saknas", en="something is lacking")
    >>> place, wording = Label(sv="rad 3", en="line 3"), "Anna Berg (08-123 456 78) saknar …"
    >>> one = Candidate(id="m-1", wording=wording, document="m.txt", place=place, why=why)
    >>> masked_candidates([one])[0][0].wording
    '[namn] ([telefon]) saknar …'
    """
    done = [_masked(one) for one in candidates]
    return tuple(one for one, _ in done), tuple(note for _, notes in done for note in notes)


def _masked(one: Candidate) -> tuple[Candidate, tuple[Diagnostic, ...]]:
    texts = {name: str(getattr(one, name)) for name in _TEXTS}
    said = (*texts.values(), one.why.sv, one.why.en)
    names = frozenset[str]().union(*(names_in(text) for text in said))
    found = {name: find(text, names=names) for name, text in texts.items()}
    why = attrs.evolve(one.why, sv=_clean(one.why.sv, names), en=_clean(one.why.en, names))
    finds = [each for finds in found.values() for each in finds]
    if not finds and why == one.why:
        return one, ()
    wording, heading, note = (mask(text, found[name]) for name, text in texts.items())
    clean = attrs.evolve(one, wording=wording, heading=heading, note=note, why=why)
    params = {"need": one.id, "found": told(finds or find(one.why.sv, names=names))}
    return clean, (Diagnostic(code="candidate-masked", severity=Severity.NOTE, span=Span(one.document), params=params),)


def _clean(text: str, names: frozenset[str]) -> str:
    return mask(text, find(text, names=names))
