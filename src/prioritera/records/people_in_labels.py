"""People's data in what a round and its catalogues say of themselves: read with a mask in its place, and what they say holds all the same.

Offers and networks are left as they are, and so is the actor that a catalogue names as the contact of an entry: contacts are meant to stand
there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from prioritera.diagnostics import Diagnostic, Severity, Span
from prioritera.model.catalogue import Catalogue
from prioritera.model.round import MASK, Round
from prioritera.model.text import Label
from prioritera.privacy.find import Find, find, names_in
from prioritera.privacy.mask import mask, told

# The texts of a round, of an entry, of a place to look, of a catalogue, and of what is said for a report. A label is one a language.
_OF_ROUND: Final = ("label", "about", "illustrative", "period")
_OF_ENTRY: Final = ("title", "publisher", "target_group", "intervention", "link", "source")
_OF_PLACE: Final = ("title", "link", "source")
_OF_CATALOGUE: Final = ("label", "about", "source")
_OF_SAID: Final = ("text",)


def masked_labels(round_: Round) -> tuple[Round, tuple[Diagnostic, ...]]:
    """The round with a mask in the place of people's data in its label, its texts and its catalogues, and what was found where.

    A round without any is the same round. Under "stop" it is warned of, under "mask" noted: nothing is set aside for it.

    >>> round_ = Round(id="r", label=Label(sv="Ring 08-123 456 78", en="Autumn"), records=[])
    >>> masked_labels(round_)[0].label.sv
    'Ring [telefon]'
    """
    catalogue = round_.catalogue
    entries = {name: _masked(entry, _OF_ENTRY, entry.span) for name, entry in catalogue.entries.items()}
    places = {name: _masked(place, _OF_PLACE, place.span) for name, place in catalogue.places.items()}
    listed = [_masked(one, _OF_CATALOGUE, None) for one in catalogue.listed]
    said = [_masked(one, _OF_SAID, one.span) for one in round_.reprise]
    own, about_round = _masked(round_, _OF_ROUND, round_.span)
    found = [about_round, *(about for _, about in (*said, *entries.values(), *places.values(), *listed))]
    if not any(found):
        return round_, ()
    clean = Catalogue(entries=_values(entries), places=_values(places), listed=[one for one, _ in listed])
    severity = Severity.NOTE if round_.personal_data == MASK else Severity.WARNING
    return attrs.evolve(own, catalogue=clean, reprise=[one for one, _ in said]), tuple(_noted(found, severity))


def _values(masked: Mapping[str, tuple[Any, object]]) -> dict[str, Any]:
    return {name: one for name, (one, _) in masked.items()}


def _masked(one: Any, names: tuple[str, ...], span: Span | None) -> tuple[Any, tuple[Span | None, list[Find]] | None]:  # noqa: ANN401 -- a round, an entry, a place or a catalogue
    """The thing with a mask in the place of each find in these texts of it, and what was found there; None where nothing was."""
    written = {name: value for name in names if (value := getattr(one, name))}
    people = frozenset[str]().union(*(names_in(text) for value in written.values() for text in _texts(value)))
    found = {
        name: finds for name, value in written.items() if (finds := [each for text in _texts(value) for each in find(text, names=people)])
    }
    if not found:
        return one, None
    clean = {name: _clean(written[name], people) for name in found}
    return attrs.evolve(one, **clean), (span, [each for finds in found.values() for each in finds])


def _texts(value: str | Label) -> tuple[str, ...]:
    """A text; of a label the text in each language, once where they are the same."""
    return tuple(dict.fromkeys((value.sv, value.en))) if isinstance(value, Label) else (value,)


def _clean(value: str | Label, people: frozenset[str]) -> str | Label:
    if isinstance(value, Label):
        return Label(sv=mask(value.sv, find(value.sv, names=people)), en=mask(value.en, find(value.en, names=people)))
    return mask(value, find(value, names=people))


def _noted(found: Iterable[tuple[Span | None, list[Find]] | None], severity: Severity) -> Iterator[Diagnostic]:
    for one in found:
        if one is not None:
            yield Diagnostic(code="label-masked", severity=severity, span=one[0], params={"found": told(one[1])})
