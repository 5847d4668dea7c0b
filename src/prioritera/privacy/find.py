"""What of a text is a person's: personal identity numbers, addresses of e-mail, telephone numbers, and the names beside them.

A text comes in; where each find stands in it goes out, and never what stands there.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from prioritera.privacy.addresses import addresses_in, is_of_a_function
from prioritera.privacy.folded import Folded, fold
from prioritera.privacy.names import Stretch, names_beside, names_of
from prioritera.privacy.numbers import numbers_in
from prioritera.privacy.phones import phones_in

NUMBER, EMAIL, PHONE, NAME = KINDS = ("identity-number", "email", "phone", "name")
# What a text must hold to be looked into: a sign of e-mail, or digits as in a number, with no letter between them but the fillers that
# Unicode files under letters. Most texts hold no six digits, so that is asked first; a date alone has eight.
_GAP = r"[\W_\u115f\u1160\u3164\uffa0]*"
_DIGITS = re.compile(rf"\d(?:{_GAP}\d){{5,}}")
_TEN_DIGITS = re.compile(rf"\d(?:{_GAP}\d){{9}}")
_INTERIM_END = re.compile(rf"{_GAP}[TRSUWXJKLMN\uff21-\uff3a]{_GAP}\d")
_PHONE_START = re.compile(rf"(?<!\d)(?:0|(?![0-9])\d)(?:{_GAP}\d){{6}}")
_PLUSES = ("+", "\uff0b", "\ufe62")
_SIGNS = ("@", "\uff20", "\ufe6b", "(", "[", "\uff08", "\uff3b")
_SHOWN = {EMAIL: "•••@•••", PHONE: "•••", NAME: "••• •••"}

Taken = tuple[str, int, int, str]


@attrs.frozen(kw_only=True)
class Find:
    """One find: its kind, and where it begins and ends in the text, in characters from 0. It does not hold what it found.

    `shown` is what may be shown of it.
    """

    kind: str
    start: int
    end: int
    shown: str


def is_suspect(text: str) -> bool:
    """Whether a text could hold people's data at all: a quick look that never says no where `find` would find something.

    >>> is_suspect("SN 2018/00123, 0123-456 78"), is_suspect("12 av 14 kommuner 2018-03-01")
    (True, False)
    """
    if any(sign in text for sign in _SIGNS):
        return True
    return any(_is_like_a_number(text, *run.span()) for run in _DIGITS.finditer(text))


def _is_like_a_number(text: str, start: int, end: int) -> bool:
    """Whether six digits or more are as in a number: ten of them, a letter after them, or a telephone's beginning."""
    if _TEN_DIGITS.match(text, start, end) or _INTERIM_END.match(text, end):
        return True
    return _PHONE_START.search(text, start, end) is not None or any(plus in text for plus in _PLUSES)


def find(text: str, *, names: frozenset[str] = frozenset()) -> tuple[Find, ...]:
    """People's data in a text, in the order it stands there.

    A name is found where it stands beside one of the others, where an address is made of it, and then wherever else it stands in the same
    text.

    Args:
        text: as people wrote it, however the digits are written and whatever unseen characters stand among them.
        names: names found elsewhere, as `names_in` gives them, to be found here too.

    >>> [(one.kind, one.start, one.end, one.shown) for one in find("Anna Berg, 19880320-0016")]
    [('name', 0, 9, '••• •••'), ('identity-number', 11, 24, '19••••••-••••')]
    """
    if not is_suspect(text):
        return _placed(_names(_again(text, names)), fold(text)) if names else ()
    folded = fold(text)
    taken, beside = _found(folded.text)
    said = names | {folded.text[slice(*one)] for one in beside}
    return _placed(_apart(_names([*beside, *_again(folded.text, said)]), taken), folded)


def names_in(text: str) -> frozenset[str]:
    """The names that `find` finds in a text, as they read there: for finding them in other texts of the same record, never for showing.

    >>> sorted(names_in("Anna Berg, 08-123 456 78"))
    ['Anna Berg']
    """
    if not is_suspect(text):
        return frozenset()
    plain = fold(text).text
    return frozenset(plain[slice(*one)] for one in _found(plain)[1])


def _found(plain: str) -> tuple[list[Taken], list[Stretch]]:
    """What is found in a folded text besides names; and the names that belong to it."""
    taken = _apart([(NUMBER, start, end, _number(has_century)) for start, end, has_century in numbers_in(plain)], [])
    addresses = list(addresses_in(plain))
    functions = [(start, end) for start, end, local in addresses if is_of_a_function(local)]
    persons = [(EMAIL, start, end, _SHOWN[EMAIL]) for start, end, local in addresses if (start, end) not in functions]
    taken = _apart(persons, taken)
    # Digits of what is taken already are no beginning of a telephone number.
    taken = _apart([(PHONE, start, end, _SHOWN[PHONE]) for start, end in phones_in(_without(plain, taken))], taken)
    beside = list(names_beside(plain, sorted((start, end) for _, start, end, _ in taken)))
    for function in functions:
        leads_to = [name for name in names_beside(plain, [function]) if " " in plain[slice(*name)]]
        beside += leads_to
        taken += [(EMAIL, *function, _SHOWN[EMAIL])] if leads_to else []
    for _, _, local in addresses:
        beside += names_of(plain, local)
    return taken, beside


def _without(plain: str, taken: Iterable[Taken]) -> str:
    """A text with letters in the place of what is taken, of the same length."""
    for _, start, end, _ in taken:
        plain = f"{plain[:start]}{'x' * (end - start)}{plain[end:]}"
    return plain


def _number(has_century: bool) -> str:  # noqa: FBT001 -- the one thing that it asks
    return "19••••••-••••" if has_century else "••••••-••••"


def _names(stretches: Iterable[Stretch]) -> list[Taken]:
    return _apart([(NAME, start, end, _SHOWN[NAME]) for start, end in stretches], [])


def _again(plain: str, names: frozenset[str]) -> Iterator[Stretch]:
    """Every place where a name that was found stands, as whole words."""
    for name in sorted(names):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain):
            yield found.span()


def _apart(found: list[Taken], taken: list[Taken]) -> list[Taken]:
    """Those taken, and those found that overlap none of them; of several that overlap each other the one that begins first, the longest."""
    kept = list(taken)
    for one in sorted(found, key=lambda one: (one[1], -one[2])):
        if all(one[2] <= other[1] or other[2] <= one[1] for other in kept):
            kept.append(one)
    return kept


def _placed(taken: list[Taken], folded: Folded) -> tuple[Find, ...]:
    places = [(*folded.place(start, end), kind, shown) for kind, start, end, shown in taken]
    return tuple(Find(kind=kind, start=start, end=end, shown=shown) for start, end, kind, shown in sorted(places))
