"""People's data in a round's decisions and answers: read with a mask in its place; what was decided counts all the same.

The sheets of decisions go from hand to hand as the sheets of step two do. Offers and networks are left as they are: contacts are meant to
stand there.
"""

from typing import Any, Final

import attrs

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.round import MASK, Round
from prioritera.model.text import Label
from prioritera.privacy.find import find, names_in
from prioritera.privacy.mask import mask, told

# The parts of a round that people decide in, each with the texts, labels and lists of texts that they write. Ids of needs are masked as
# those of the records are.
_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    "answers": ("need", "question", "who", "text", "link", "source"),
    "responses": ("by",),
    "reached": ("name", "how", "source"),
    "same_as": ("by",),
    "pairs": ("first", "second", "first_wording", "second_wording", "by", "because"),
    "left_out": ("decided_by", "because"),
    "committee": ("because", "source"),
    "overrides": ("need", "by", "because", "source"),
    "appeals": ("need", "by", "because", "answer", "source"),
    "selections": ("chosen", "label", "decided_by", "because", "source", "status"),
    "existing": ("need", "entry", "by"),
}


def masked_decisions(round_: Round) -> tuple[Round, tuple[Diagnostic, ...]]:
    """The round with a mask in the place of people's data in its decisions and answers, and what was found in which.

    A round without any is the same round. Under "stop" it is warned of, under "mask" noted: a decision is not set aside for who took it.

    >>> from prioritera.model.round import SameAs
    >>> from prioritera.model.text import Label
    >>> decided = [SameAs(keep="a", merged=["b"], by="enheten, 08-123 456 78")]
    >>> round_ = Round(id="r", label=Label(sv="r", en="r"), records=[], same_as=decided)
    >>> masked_decisions(round_)[0].same_as[0].by
    'enheten, [telefon]'
    """
    clean: dict[str, Any] = {}
    noted: list[Diagnostic] = []
    for part, texts in _TEXTS.items():
        done = [_masked(one, texts, round_.personal_data) for one in getattr(round_, part)]
        found = [about for _, about in done if about is not None]
        if found:
            clean[part] = [one for one, _ in done]
            noted += found
    return (attrs.evolve(round_, **clean) if clean else round_), tuple(noted)


def _masked(one: Any, texts: tuple[str, ...], choice: str) -> tuple[Any, Diagnostic | None]:  # noqa: ANN401 -- any of a round's decisions
    written = {name: value for name in texts if (value := getattr(one, name))}
    names = frozenset[str]().union(*(names_in(text) for value in written.values() for text in _said(value)))
    found = {
        name: finds for name, value in written.items() if (finds := [each for text in _said(value) for each in find(text, names=names)])
    }
    if not found:
        return one, None
    severity = Severity.NOTE if choice == MASK else Severity.WARNING
    params = {"found": told(each for finds in found.values() for each in finds)}
    clean = {name: _clean(written[name], names) for name in found}
    return attrs.evolve(one, **clean), Diagnostic(code="decision-masked", severity=severity, span=one.span, params=params)


def _said(value: object) -> tuple[str, ...]:
    """The texts of what is written: itself; each of several; of a label the text in each language, once where they are the same."""
    if isinstance(value, Label):
        return tuple(dict.fromkeys((value.sv, value.en)))
    return value if isinstance(value, tuple) else (str(value),)


def _clean(value: object, names: frozenset[str]) -> object:
    """The same with a mask in the place of each find."""
    if isinstance(value, Label):
        return Label(sv=_without(value.sv, names), en=_without(value.en, names))
    return tuple(_without(text, names) for text in value) if isinstance(value, tuple) else _without(str(value), names)


def _without(text: str, names: frozenset[str]) -> str:
    return mask(text, find(text, names=names))
