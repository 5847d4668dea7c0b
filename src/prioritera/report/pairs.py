"""Pairs of needs that may be the same become a document: the needs of each group, and why each pair is shown."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from prioritera.matching.lexicon import Lexicon
from prioritera.matching.likeness import Candidate
from prioritera.matching.pairs import Pairs
from prioritera.model.merge import wording_of
from prioritera.model.need import Need
from prioritera.model.round import Round
from prioritera.model.ruleset import Model
from prioritera.report.document import Block, Document, Item, Listing, Paragraph, Section
from prioritera.report.document import Pairs as Rows
from prioritera.report.voice import Voice, area_name
from prioritera.report.ways import sender_name
from prioritera.words.catalogue import say


def pairs_document(pairs: Pairs, round_: Round, model: Model, language: str, *, lexicon: Lexicon, name: str) -> Document:
    """The candidates in groups, each with its reason.

    Args:
        pairs: as `find_same` gives them.
        round_: the round.
        model: the rules and the network that names are taken from.
        language: "sv" or "en".
        lexicon: from where a pair is shown.
        name: the round as it was named on the command line.
    """
    voice = Voice(language, model.rules, model.network)
    made_up = [Paragraph(voice.say("illustrative", text=voice.of(round_.illustrative)), notice=True)] if round_.illustrative else []
    merged = sum(len(need.merged) for need in pairs.needs.values())
    counts = _say(voice, "summary", needs=len(pairs.needs), merged=merged, open=len(pairs.open), decided=len(pairs.decided))
    how = _say(voice, "how", least=lexicon.shown_from, across=lexicon.across_from)
    by_group = _by_group(pairs)
    blocks: list[Block] = [
        *made_up,
        Paragraph(counts),
        *([Paragraph(_say(voice, "identical"))] if round_.merge_identical else []),
        Paragraph(how),
        *(_group(voice, pairs, number, names, by_group[names]) for number, names in enumerate(pairs.clusters, start=1)),
        Paragraph(_say(voice, "next", path=PurePath(name).as_posix()) if pairs.open else _say(voice, "nothing")),
    ]
    return Document(_say(voice, "title", round=voice.of(round_.label)), blocks, language=language)


def _say(voice: Voice, key: str, **parameters: object) -> str:
    return say(voice.language, f"merge.{key}", **parameters)


def _by_group(pairs: Pairs) -> Mapping[tuple[str, ...], list[Candidate]]:
    group_of = {name: names for names in pairs.clusters for name in names}
    found: dict[tuple[str, ...], list[Candidate]] = {names: [] for names in pairs.clusters}
    for one in pairs.open:
        found[group_of[one.first]].append(one)
    return found


def _group(voice: Voice, pairs: Pairs, number: int, names: tuple[str, ...], found: list[Candidate]) -> Section:
    needs = [pairs.needs[name] for name in names]
    areas = dict.fromkeys(area_name(voice, need.area) for need in needs)
    title = _say(voice, "group", number=number, needs=len(needs), area=voice.all_of(list(areas)))
    told = [Item(_say(voice, "pair", first=one.first, second=one.second, score=one.score), [Rows([_why(voice, one)])]) for one in found]
    return Section(title, [Listing([_need(voice, need) for need in needs]), Listing(told)])


def _why(voice: Voice, one: Candidate) -> tuple[str, str]:
    return _say(voice, "because"), reason_words(one, voice.language)


def _need(voice: Voice, need: Need) -> Item:
    rows = [(_say(voice, "sender"), senders(voice, need))]
    words = wording_of(need)
    if words != need.title:
        rows.insert(0, (_say(voice, "wording"), voice.term("quote", text=words)))
    return Item(_say(voice, "need", title=need.title, id=need.id), [Rows(rows)])


def senders(voice: Voice, need: Need) -> str:
    """Who stands behind a need: each sender once."""
    return voice.all_of(list(dict.fromkeys(sender_name(voice, origin) for origin in need.origins)))


def reason_words(one: Candidate, language: str) -> str:
    """Why two needs are shown as a pair: the words they have in common, those that are alike, the fields that agree and that do not.

    >>> reason_words(Candidate(first="a", second="b", score=500, words=[("fall", "fallen")], agree=["title"]), "en")
    'words that are alike: fall ~ fallen; same title'
    """
    return "; ".join(_reasons(one, language))


def _reasons(one: Candidate, language: str) -> Iterator[str]:
    same = [first for first, second in one.words if first == second]
    alike = [say(language, "merge.reason.pair", first=first, second=second) for first, second in one.words if first != second]
    if same:
        yield say(language, "merge.reason.words", words=", ".join(dict.fromkeys(same)))
    if alike:
        yield say(language, "merge.reason.alike", words=", ".join(dict.fromkeys(alike)))
    yield from (say(language, f"merge.reason.agree-{name}") for name in one.agree)
    yield from (say(language, f"merge.reason.differ-{name}") for name in one.differ)
