"""What may exist already becomes a document: each need, what was found for it, and where more can be looked for."""

from collections.abc import Iterator
from datetime import date

from prioritera.model.catalogue import Catalogue, Listed, Support
from prioritera.model.found import FoundExisting, FoundFor, FoundSupport
from prioritera.model.round import Round, SupportDecision
from prioritera.model.ruleset import Model
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.notes import marked
from prioritera.report.voice import Voice, area_name, date_words, outcome_name
from prioritera.words.catalogue import say


def exists_document(
    found: FoundExisting, round_: Round, model: Model, language: str, *, name: str, decided_on: date | None = None
) -> Document:
    """Each need with what may exist already on it.

    Args:
        found: as `find_existing` gives it.
        round_: whose catalogues were looked in.
        model: the rules and the network that the round was judged by.
        language: "sv" or "en".
        name: the round as it was named on the command line.
        decided_on: the date that the catalogues were read at.
    """
    voice = Voice(language, model.rules, model.network)
    intro = [Paragraph(_say(voice, "intro")), Paragraph(_say(voice, "prior"))]
    illustrative = [Paragraph(voice.say("illustrative", text=voice.of(round_.illustrative)), notice=True)] if round_.illustrative else []
    parts: list[Block] = [
        *illustrative,
        *intro,
        Pairs([(_say(voice, "read-at"), date_words(decided_on) if decided_on else _say(voice, "read-whole"))]),
        *_catalogues(voice, round_.catalogue),
        Section(_say(voice, "needs"), [Listing([_need(voice, one, decided_on) for one in found.needs])]),
        Paragraph(_say(voice, "fill-in", round=name)),
    ]
    return Document(_say(voice, "title", round=voice.of(round_.label)), parts, language=language)


def _say(voice: Voice, key: str, **parameters: object) -> str:
    return say(voice.language, f"exists.{key}", **parameters)


def _catalogues(voice: Voice, catalogue: Catalogue) -> Iterator[Block]:
    if not catalogue.listed:
        yield Paragraph(_say(voice, "no-catalogue"))
        return
    yield Section(_say(voice, "catalogues"), [Listing([Item(_listed(voice, one, catalogue)) for one in catalogue.listed])])
    undated = sum(entry.since is None and entry.year is None for entry in catalogue.entries.values())
    if undated:
        yield Paragraph(_say(voice, "undated-one") if undated == 1 else _say(voice, "undated", count=undated))
    places = [
        _say(voice, "linked", title=voice.of(place.title), link=place.link) if place.link else voice.of(place.title)
        for place in catalogue.places.values()
    ]
    if places:
        yield Section(_say(voice, "places"), [Listing([Item(place) for place in places])])


def _listed(voice: Voice, listed: Listed, catalogue: Catalogue) -> str:
    number = sum(entry.catalogue == listed.id for entry in catalogue.entries.values())
    key = "catalogue-of-one" if number == 1 else "catalogue-of"
    return marked(voice, _say(voice, key, label=voice.of(listed.label) or listed.id, number=number), listed.status)


def _need(voice: Voice, found: FoundFor, decided_on: date | None) -> Item:
    rows = [
        (_say(voice, "area"), area_name(voice, found.need.area)),
        (_say(voice, "now"), outcome_name(voice, found.outcome)),
        (_say(voice, "known"), _say(voice, f"known-are.{found.existing}")),
        (_say(voice, "checked"), _say(voice, f"checks.{found.checked}")),
    ]
    support: Block = Listing([_support(voice, one, found.outcome, decided_on) for one in found.support])
    if not found.support:
        support = Paragraph(_say(voice, "nothing-decided", by=found.looked.by) if found.looked else _say(voice, "nothing"))
    return Item(voice.say("need", title=found.need.title, id=found.need.id), [Pairs(rows), support])


def _support(voice: Voice, found: FoundSupport, outcome: str, decided_on: date | None) -> Item:
    rows = [
        (_say(voice, "alike"), reason_words(found, voice.language)),
        (_say(voice, "area"), agrees_words(found.area, voice.language)),
        (_say(voice, "target-group"), agrees_words(found.target_group, voice.language)),
        (_say(voice, "counts-from"), _counts(voice, found, decided_on)),
        (_say(voice, "leads"), _leads(voice, found, outcome)),
    ]
    if found.decided is not None:
        rows.append((_say(voice, "decided"), _decided(voice, found.decided)))
    return Item(support_words(found.entry, voice.language), [Pairs(rows)])


def support_words(entry: Support, language: str) -> str:
    """An entry in a line: its title, who made it, when, whether it holds, and its id.

    >>> from prioritera.model.text import Label
    >>> support_words(Support(id="guide", title=Label(sv="Handbok", en="Guide"), status="current", year=2017), "sv")
    'Handbok (2017, aktuellt, guide)'
    """
    facts = [entry.publisher, str(entry.year or ""), say(language, f"exists.status.{entry.status}"), entry.id]
    return say(language, "exists.support", title=entry.title.say(language), facts=", ".join(fact for fact in facts if fact))


def reason_words(found: FoundSupport, language: str) -> str:
    """Why an entry is proposed: how alike the two are, and the words that say so."""
    if not found.words:
        return say(language, "exists.alike-not")
    pairs = [one if one == other else say(language, "exists.word-pair", first=one, second=other) for one, other in found.words]
    return say(language, "exists.alike-by", score=found.score, words=", ".join(pairs))


def agrees_words(agrees: str, language: str) -> str:
    """Whether an entry is about the same.

    >>> agrees_words("open", "en")
    'not stated'
    """
    return say(language, f"exists.agrees.{agrees}")


def _counts(voice: Voice, found: FoundSupport, decided_on: date | None) -> str:
    entry = found.entry
    if not found.counts and decided_on is not None:
        return _say(voice, "counts.not-yet")
    if entry.since is not None:
        return _say(voice, "counts.since", since=date_words(entry.since))
    return _say(voice, "counts.year", year=entry.year) if entry.year is not None else _say(voice, "counts.always")


def _leads(voice: Voice, found: FoundSupport, outcome: str) -> str:
    key = "leads-same" if found.leads == outcome else "leads-to"
    return _say(voice, key, outcome=outcome_name(voice, found.leads))


def _decided(voice: Voice, row: SupportDecision) -> str:
    decision = _say(voice, f"decision.{row.decision}")
    if row.on is None:
        return _say(voice, "decided-by", decision=decision, by=row.by)
    return _say(voice, "decided-on", decision=decision, by=row.by, on=date_words(row.on))
