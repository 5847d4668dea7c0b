"""The signs by which something in a document may be a need: headings of sections, phrases in sentences, headings of plans."""

import re
from functools import cache

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.checks import one_of
from prioritera.model.text import Label

ALL, MARKED, NONE = "all", "marked", "none"
TAKES = (ALL, MARKED, NONE)
PLAN_PARTS = ("subject", "activity", "responsible", "funding", "deadline")
# In a phrase: up to five words between, on the same side of every comma; and the rest of a word.
_DOTS, _REST = "…", "*"
_GAP = r"(?:[^\w.,;:!?]+\w+){0,5}?[^\w.,;:!?]+"


@attrs.frozen(kw_only=True)
class Section:
    """A section told by its heading: `takes` is what in it is a candidate. `whole` asks for a heading that says nothing else."""

    id: str
    headings: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    takes: str = attrs.field(validator=one_of(*TAKES))
    whole: bool = False
    label: Label
    source: str = ""


@attrs.frozen(kw_only=True)
class Phrase:
    """Words that make a sentence a candidate; weak ones only in a section that takes marked sentences."""

    id: str
    words: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    weak: bool = False
    label: Label
    source: str = ""


@attrs.frozen(kw_only=True)
class Signals:
    """All the signs of one file: `never` are phrases that make a sentence none, `plan` the headings of a plan's columns by part."""

    id: str
    version: str = ""
    status: str = ""
    label: Label
    sections: tuple[Section, ...] = attrs.field(converter=frozen_tuple)
    phrases: tuple[Phrase, ...] = attrs.field(converter=frozen_tuple)
    never: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    plan: FrozenMap[str, tuple[str, ...]] = attrs.field(converter=frozen_map, factory=FrozenMap)


def said(text: str, phrases: tuple[str, ...]) -> str:
    """The words of a text that are the first of the phrases in it, as they stand; "" when none is.

    >>> said("Det finns ett stort behov av stöd.", ("saknas", "finns … behov"))
    'finns ett stort behov'
    """
    found = next((match for phrase in phrases if (match := _shape(phrase).search(text))), None)
    return found[0] if found else ""


def is_whole(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text is one of the phrases and nothing more, but for a number before it and marks around it.

    >>> is_whole("2.1 Kunskapsbehov:", ("kunskapsbehov",)), is_whole("Kommuners kunskapsbehov", ("kunskapsbehov",))
    (True, False)
    """
    plain = re.sub(r"^[\W\d]+|\W+$", "", text)
    return any(_shape(phrase).fullmatch(plain) for phrase in phrases)


@cache
def _shape(phrase: str) -> re.Pattern[str]:
    shape = ""
    gap = ""
    for word in phrase.replace(_DOTS, f" {_DOTS} ").split():
        if word == _DOTS:
            gap = _GAP
        else:
            shape += gap + re.escape(word.removesuffix(_REST)) + (r"\w*" if word.endswith(_REST) else "")
            gap = r"\W+"
    return re.compile(rf"(?<!\w){shape}(?!\w)", re.IGNORECASE)
