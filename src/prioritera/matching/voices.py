"""A need as it is compared: one voice for each of its wordings, the words of each with their weights."""

from collections.abc import Iterator

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.matching.lexicon import NOT, Lexicon
from prioritera.matching.stems import stem, stems_of, words_of
from prioritera.model.need import Need
from prioritera.model.value import Missing

FIELDS = ("target_group", "intervention", "context")


@attrs.frozen(kw_only=True)
class Voice:
    """The words of one wording of a need, with its title and what it says of target group, intervention and context.

    `words` are stems, or what they are taken for; `written` how each was first written. `people` are the groups that it is about, `total`
    what the words weigh together.
    """

    words: frozenset[str]
    written: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    people: frozenset[str]
    total: int


@attrs.frozen(kw_only=True)
class Spoken:
    """A need with its voices, and what of it a pair is told by.

    That is its area, its known causes, the stems of its title and of its first wording, and the words of each field.
    """

    id: str
    area: str
    causes: frozenset[str]
    voices: tuple[Voice, ...] = attrs.field(converter=frozen_tuple)
    texts: FrozenMap[str, tuple[str, ...]] = attrs.field(converter=frozen_map)
    fields: FrozenMap[str, frozenset[str]] = attrs.field(converter=frozen_map)


def spoken(need: Need, lexicon: Lexicon) -> Spoken:
    """A need as it is compared.

    Args:
        need: the need.
        lexicon: what is known of words.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    fields = {name: getattr(need.question, name) for name in FIELDS}
    wordings = dict.fromkeys([*(one.text for one in need.wordings), *(origin.wording for origin in need.origins)])
    texts = [text for text in wordings if text.strip()] or [""]
    return Spoken(
        id=need.id,
        area=need.area,
        causes=frozenset(_causes(need, lexicon.cause_facts)) - lexicon.open_causes,
        voices=[_voice(" . ".join([text, need.title, *fields.values()]), lexicon) for text in texts],
        texts={"title": stems_of(need.title), "wording": stems_of(texts[0])},
        fields={name: frozenset(word for word, _ in _said(text, lexicon)) for name, text in fields.items()},
    )


def _causes(need: Need, fields: tuple[str, ...]) -> Iterator[str]:
    for name in fields:
        value = need.facts[name].value if name in need.facts else None
        if isinstance(value, frozenset):
            yield from value
        elif value is not None and not isinstance(value, Missing):
            yield str(value)


def _voice(text: str, lexicon: Lexicon) -> Voice:
    found: dict[str, str] = {}
    for word, written in _said(text, lexicon):
        found.setdefault(word, written)
    people = frozenset(lexicon.groups[word] for word in found if word in lexicon.groups)
    return Voice(words=frozenset(found), written=found, people=people, total=sum(lexicon.weight(word) for word in found))


def _said(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The words that count, each as it is taken for and as it is written. A negation makes another word of the next one."""
    words = words_of(text)
    stems = [stem(word) for word in words]
    negated = ""
    at = 0
    while at < len(words):
        length = _phrase(stems, at, lexicon)
        written = " ".join(words[at : at + max(length, 1)])
        if length:
            yield from ((f"{negated}{word}", written) for word in lexicon.same[tuple(stems[at : at + length])])
            negated = ""
        elif words[at] in lexicon.negations:
            negated = NOT
        elif words[at] not in lexicon.stop:
            yield f"{negated}{stems[at]}", written
            negated = ""
        at += max(length, 1)


def _phrase(stems: list[str], at: int, lexicon: Lexicon) -> int:
    """How many stems from here are a phrase that is taken for another, the longest; 0 for none."""
    most = min(lexicon.longest, len(stems) - at)
    return next((length for length in range(most, 0, -1) if tuple(stems[at : at + length]) in lexicon.same), 0)
