"""The ranked lists: for each, what is asked and of whom, the groups with their needs, what could not be grouped, what was left out."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from prioritera.methods.order import Side
from prioritera.model.by_id import by_id as first_of
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.round import LeftOut
from prioritera.report.assessed import assessment_words
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.notes import Note, as_rows, find_out_line, notes, shared_notes
from prioritera.report.points import digits_for, score_words
from prioritera.report.standing import minimum_rows
from prioritera.report.stated import beside_words
from prioritera.report.voice import (
    Voice,
    actor_name,
    area_name,
    capital,
    date_words,
    destination_name,
    outcome_name,
    thing_name,
    value_words,
)
from prioritera.report.ways import clock_of


def ranked_section(voice: Voice, result: Result, *, points: bool, without: Container[str] = ()) -> Section | None:
    """Every ranked list, in order; None when nothing is ranked. Notes of what is told elsewhere are left out by what they are about."""
    if not result.lists:
        return None
    digits = digits_for(result.decisions) if points else 0
    by_id = first_of(result.decisions)
    bands = () if voice.rules.classes is not None else voice.rules.bands
    groups = voice.all_of([band_name(voice, band.id) for band in bands])
    intro = [Paragraph(voice.say("ranked.groups-first", groups=groups))] if groups and any(ranked.placed for ranked in result.lists) else []
    return Section(voice.say("ranked.title"), (*intro, *(_list(voice, result, ranked, by_id, digits, without) for ranked in result.lists)))


def list_title(voice: Voice, ranked: RankedList) -> str:
    """What the needs of a list have in common, in words."""
    return capital(": ".join(text for text in (_area(voice, ranked), _rest(voice, ranked)) if text))


def _area(voice: Voice, ranked: RankedList) -> str:
    return area_name(voice, ranked.key["area"]) if "area" in ranked.key else ""


def _rest(voice: Voice, ranked: RankedList) -> str:
    parts = [_key_part(voice, part, value) for part, value in ranked.key.items() if part != "area"]
    return ", ".join(parts) or ("" if "area" in ranked.key else voice.say("ranked.one-list"))


def _key_part(voice: Voice, part: str, value: str) -> str:
    if part == "outcome":
        return outcome_name(voice, value)
    if part == "destination":
        return voice.say("ranked.to", destination=destination_name(voice, value))
    field = voice.rules.fields.get(part)
    return f"{thing_name(voice, part)}: {voice.all_of([value_words(voice, field, word) for word in value.split('+')])}"


def _list(voice: Voice, result: Result, ranked: RankedList, by_id: Mapping[str, Decision], digits: int, without: Container[str]) -> Section:
    members = {need: by_id[need] for need in (*ranked.placed, *ranked.not_placed)}
    clock = clock_of(result)
    told = {need: notes(voice, clock, decision, without) for need, decision in members.items()}
    shared = shared_notes(list(told.values()))
    own = {need: tuple(note for note in its if note not in shared) for need, its in told.items()}
    placed = [members[need] for need in ranked.placed]
    not_placed = [members[need] for need in ranked.not_placed]
    cut = () if ranked.k is None else (Paragraph(voice.count("ranked.cut", ranked.k)),)
    return Section(
        list_title(voice, ranked),
        (
            *((Pairs(as_rows(voice, shared)),) if shared else ()),
            *cut,
            *_groups(voice, placed, own, digits),
            *_not_grouped(voice, not_placed, own, digits),
            *(_left_out(voice, result, ranked, criterion) for criterion in ranked.left_out),
            *_order_with(voice, result, ranked),
        ),
    )


def _groups(voice: Voice, placed: Sequence[Decision], own: Mapping[str, Sequence[Note]], digits: int) -> Iterator[Block]:
    """One section a group, from the highest; needs keep the listing order inside it. Where the rules have classes, these are the groups.

    Where they have neither, there is one list and no group to speak of.
    """
    if voice.rules.classes is not None:
        yield from _by_class(voice, placed, own, digits, voice.rules.classes.field)
        return
    shares = _sharing(placed)
    if not voice.rules.bands:
        if placed:
            only = voice.say("place.only") if len(placed) == 1 else ""
            yield Listing([_item(voice, decision, only or _place_words(voice, decision, shares), own, digits) for decision in placed])
        return
    bands = {band.id: index for index, band in enumerate(sorted(voice.rules.bands, key=lambda band: band.least, reverse=True))}
    for band in sorted({decision.band for decision in placed}, key=lambda band: bands.get(band, len(bands))):
        members = [decision for decision in placed if decision.band == band]
        places = {_place(decision) for decision in members}
        alone = len(placed) == 1
        together = len(places) == 1 and next(iter(places))[0] == next(iter(places))[1]
        title = voice.say("group.title", group=band_name(voice, band)) if band else voice.say("group.none")
        if alone or together:
            place = voice.say("place.only") if alone else _together_words(voice, placed, members[0], shares)
            title = voice.say("group.with-place", title=title, place=place)
        items = [
            _item(voice, decision, "" if alone or together else _place_words(voice, decision, shares), own, digits) for decision in members
        ]
        yield Section(title, (Listing(items),))


def _by_class(voice: Voice, placed: Sequence[Decision], own: Mapping[str, Sequence[Note]], digits: int, field: str) -> Iterator[Section]:
    """One section a class, in the listing order: that is the order of the classes, first of all that pass every minimum.

    What all needs of a class share is told once, before them.
    """
    shares = _sharing(placed)
    for name, group in groupby(placed, lambda decision: _class_name(voice, decision, field)):
        members = list(group)
        alike = shared_notes([tuple(own[decision.need_id]) for decision in members])
        rest = {decision.need_id: [note for note in own[decision.need_id] if note not in alike] for decision in members}
        items = [_item(voice, decision, _place_words(voice, decision, shares), rest, digits) for decision in members]
        yield Section(name, (*((Pairs(as_rows(voice, alike)),) if alike else ()), Listing(items)))


def _class_name(voice: Voice, decision: Decision, name: str) -> str:
    """The class of a need in words, or how it is missing."""
    words = value_words(voice, voice.rules.fields[name], decision.values.get(name))
    return voice.say("group.class", field=capital(thing_name(voice, name)), words=words)


def band_name(voice: Voice, band: str) -> str:
    """A group: its label, or its id in capitals."""
    found = next((one for one in voice.rules.bands if one.id == band), None)
    return (voice.of(found.label) if found is not None else "") or band.upper()


def _place(decision: Decision) -> tuple[int, int]:
    return (decision.standing.best, decision.standing.worst) if decision.standing is not None else (0, 0)


def _sharing(placed: Sequence[Decision]) -> Mapping[tuple[int, int], int]:
    """How many needs stand at each place; only at one certain place is it shared."""
    found: dict[tuple[int, int], int] = {}
    for decision in placed:
        found[_place(decision)] = found.get(_place(decision), 0) + 1
    return found


def _together_words(voice: Voice, placed: Sequence[Decision], first: Decision, shares: Mapping[tuple[int, int], int]) -> str:
    """The place of a group that is one shared place, or of its only need."""
    if _all_share(placed, first, shares):
        return voice.say("place.all-shared")
    return _place_words(voice, first, shares)


def _all_share(placed: Sequence[Decision], first: Decision, shares: Mapping[tuple[int, int], int]) -> bool:
    """Whether the whole list is one certain place; needs that could all be anywhere share none."""
    best, worst = _place(first)
    return best == worst and shares[best, worst] == len(placed)


def _place_words(voice: Voice, decision: Decision, shares: Mapping[tuple[int, int], int]) -> str:
    """A place in words: one of its own, a shared one, or between which two it lies."""
    best, worst = _place(decision)
    if best != worst:
        return voice.say("place.between", best=best, worst=worst)
    others = shares[best, worst]
    return voice.say("place.shared", first=best, last=best + others - 1) if others > 1 else voice.say("place.one", place=best)


def places_of(voice: Voice, result: Result, ranked: RankedList) -> dict[str, str]:
    """The place in words of each need that a list places."""
    placed = [result.decision(need) for need in ranked.placed]
    shares = _sharing(placed)
    return {decision.need_id: voice.say("place.only") if len(placed) == 1 else _place_words(voice, decision, shares) for decision in placed}


def place_line(voice: Voice, result: Result, ranked: RankedList, decision: Decision) -> str:
    """Where one need stands in its list, in words: its group and its place, or that too little is known."""
    if not decision.placed:
        return voice.say(_not_grouped_key(voice))
    placed = [result.decision(need) for need in ranked.placed]
    group = [voice.say("group.title", group=band_name(voice, decision.band)) if decision.band else voice.say("group.none")]
    if not voice.rules.bands:
        group = []
    if voice.rules.classes is not None:
        group = [_class_name(voice, decision, voice.rules.classes.field)]
    shares = _sharing(placed)
    if len(placed) == 1:
        place = voice.say("place.only")
    elif _all_share(placed, decision, shares):
        place = voice.say("place.all-shared")
    else:
        place = voice.say("place.of", place=_place_words(voice, decision, shares), of=len(placed))
    may_be = [voice.say("group.may-be", group=band_name(voice, decision.band_high))] if decision.band_high != decision.band else []
    return capital(", ".join([*group, place, *may_be]))


def _item(voice: Voice, decision: Decision, place: str, own: Mapping[str, Sequence[Note]], digits: int) -> Item:
    title = need_title(voice, decision)
    rows = [*_standing_rows(voice, decision, digits), *as_rows(voice, own[decision.need_id])]
    return Item(voice.say("place.title", place=capital(place), title=title) if place else title, (Pairs(rows),) if rows else ())


def need_title(voice: Voice, decision: Decision) -> str:
    """A need as it is listed: its title, and the id by which it is asked for."""
    if not decision.title or decision.title == decision.need_id:
        return decision.need_id
    return voice.say("need", title=decision.title, id=decision.need_id)


def _standing_rows(voice: Voice, decision: Decision, digits: int) -> Iterator[tuple[str, str]]:
    """What is told of a need's place besides the place itself."""
    if decision.band_high != decision.band:
        yield voice.say("note.group"), voice.say("group.may-be", group=band_name(voice, decision.band_high))
    if decision.standing is not None and decision.standing.side in {Side.INSIDE, Side.GREY_ZONE}:
        yield voice.say("note.cut"), voice.say(f"cut.{decision.standing.side.value}")
    yield from minimum_rows(voice, decision)
    if digits and decision.score is not None and decision.score.of:
        yield voice.say("note.points"), score_words(voice, decision.score, digits)
    yield from _only_value(voice, decision)
    yield from _beside_rows(voice, decision)


def _only_value(voice: Voice, decision: Decision) -> Iterator[tuple[str, str]]:
    """What the only criterion was judged to be, where the score is nothing else; what judges said in files is told apart."""
    if len(voice.rules.criteria) == 1 and voice.rules.criteria[0].judged is None and decision.need is not None:
        criterion = voice.rules.criteria[0]
        yield thing_name(voice, criterion.id), assessment_words(voice, criterion, decision.need.assess.get(criterion.id))


def _beside_rows(voice: Voice, decision: Decision) -> Iterator[tuple[str, str]]:
    """What people weigh themselves, beside the score."""
    if decision.need is not None and (words := beside_words(voice, decision.need)):
        yield voice.say("stated.beside"), words


def _not_grouped(voice: Voice, members: Sequence[Decision], own: Mapping[str, Sequence[Note]], digits: int) -> Iterator[Section]:
    """The needs of which too little is known, each with the one thing worth finding out first."""
    if members:
        items = [_unknown_item(voice, decision, own, digits) for decision in members]
        yield Section(voice.say(_not_grouped_key(voice)), (Listing(items),))


def _not_grouped_key(voice: Voice) -> str:
    return "not-grouped.title" if voice.rules.bands else "not-grouped.no-groups"


def _unknown_item(voice: Voice, decision: Decision, own: Mapping[str, Sequence[Note]], digits: int) -> Item:
    first = next((found for found in decision.find_out if found.kind == "criterion"), None)
    rows = []
    if decision.score is not None:
        of = len(decision.score.shares)
        rows.append((voice.say("note.known"), voice.say("not-grouped.known", known=decision.score.known * of, of=of)))
    if first is not None:
        rows.append((voice.say("note.find-out"), find_out_line(voice, first.id)))
    if digits and decision.score is not None:
        rows.append((voice.say("note.points"), score_words(voice, decision.score, digits)))
    rows += _beside_rows(voice, decision)
    return Item(need_title(voice, decision), (Pairs((*rows, *as_rows(voice, own[decision.need_id]))),))


def _left_out(voice: Voice, result: Result, ranked: RankedList, criterion: str) -> Paragraph:
    """That a criterion is left out, and by whose decision."""
    area = ranked.key.get("area", "")
    said = next((one for one in result.round.left_out if one.criterion == criterion and area in {"", one.area}), None)
    parts = [voice.say("left-out.by", criterion=thing_name(voice, criterion), by=_by(voice, said))]
    if said is not None and said.because:
        parts.append(voice.say("left-out.because", text=voice.term("quote", text=said.because)))
    return Paragraph(" ".join(parts))


def _by(voice: Voice, said: LeftOut | None) -> str:
    if said is None:
        return voice.say("left-out.nobody")
    by = actor_name(voice, said.decided_by)
    return f"{by}, {date_words(said.on)}" if said.on is not None else by


def _order_with(voice: Voice, result: Result, ranked: RankedList) -> Iterator[Block]:
    """What the order would be with the criteria that were left out."""
    if ranked.left_out and ranked.order_with == ranked.placed:
        yield Paragraph(voice.say("left-out.same-order"))
    elif ranked.left_out and ranked.order_with:
        titles = (voice.say("order.now"), voice.say("order.with"))
        yield two_orders(result, titles, ranked.placed, ranked.order_with)


def two_orders(result: Result, titles: tuple[str, str], first: Sequence[str], second: Sequence[str]) -> Table:
    """Two listing orders side by side; a need that stands in only one of them leaves an empty cell."""
    names = {need: decision.title or need for need, decision in first_of(result.decisions).items()}
    rows = zip_longest([names[need] for need in first], [names[need] for need in second], fillvalue="")
    return Table(titles, tuple(rows))
