"""What is selected, in words: the limits, who said them, what is in, what a person must choose, what left the others out.

Nothing that could have been selected is left unsaid.
"""

from collections.abc import Iterator, Sequence

import attrs

from prioritera.methods.limits import MOST, Limits
from prioritera.methods.order import Side
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.selection import JUDGES, LIST, UNION, Pick, Selected, Selection, Share, Top
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.notes import marked
from prioritera.report.ranked import list_title, need_title, places_of
from prioritera.report.voice import (
    Voice,
    area_name,
    capital,
    date_words,
    destination_name,
    outcome_name,
    thing_name,
    word_name,
)

_UNITS = ("area", "outcome", "destination", LIST, JUDGES)


def selections_section(voice: Voice, result: Result) -> Section | None:
    """Every selection; None where nothing is to be selected."""
    if not result.selections:
        return None
    return Section(voice.say("selection.title"), [_selected(_Told(voice, result, one)) for one in result.selections])


def selection_rows(voice: Voice, result: Result, decision: Decision) -> Iterator[tuple[str, str]]:
    """What became of one need in each selection that it could be in."""
    for one in result.selections:
        told = _Told(voice, result, one)
        row = voice.say("selection.row", name=selection_name(voice, one.selection))
        if decision.need_id in one.not_placed:
            yield row, voice.say("selection.apart", needs=need_title(voice, decision))
        elif _is_impossible(one) and decision.list_id:
            yield row, told.impossible()
        else:
            yield from ((row, told.line(pick)) for pick in one.picks if pick.need == decision.need_id)


def selection_name(voice: Voice, selection: Selection) -> str:
    """What a selection is called: its label, or its id."""
    return voice.of(selection.label) or selection.id


def _is_impossible(told: Selected) -> bool:
    return bool(told.barred or told.shortfalls) or (told.selection.per == JUDGES and bool(told.picks) and not told.groups)


class _Told:
    """One selection with what its words are taken from."""

    def __init__(self, voice: Voice, result: Result, told: Selected) -> None:
        self.voice = voice
        self.result = result
        self.told = told
        self.selection = told.selection
        self.lists = {ranked.id: ranked for ranked in result.lists}
        self.shares = {share.group: share for share in told.groups}
        self.places: dict[str, dict[str, str]] = {}

    def place(self, pick: Pick) -> str:
        """The need's place in its own list."""
        if pick.list_id not in self.places:
            ranked: RankedList = self.lists[pick.list_id]
            self.places[pick.list_id] = places_of(self.voice, self.result, ranked)
        return self.places[pick.list_id][pick.need]

    def group(self, group: str) -> str:
        """A group in words."""
        voice, per = self.voice, self.selection.per
        if per == LIST:
            return list_title(voice, self.lists[group]) if group in self.lists else group
        if per == JUDGES:
            return group or voice.say("selection.no-group")
        named = {"area": area_name, "outcome": outcome_name, "destination": destination_name}
        if per in named:
            return named[per](voice, group)
        if group in {"missing", "open"}:
            return voice.say(f"selection.{group}-group", field=capital(thing_name(voice, per)))
        word = voice.term(group) if group in {"yes", "no"} else word_name(voice, voice.rules.fields.get(per), group)
        return f"{capital(thing_name(voice, per))}: {word}"

    def unit(self) -> str:
        """What needs are grouped by, in words."""
        per = self.selection.per
        return self.voice.say(f"selection.unit.{per}") if per in _UNITS else thing_name(self.voice, per)

    def impossible(self) -> str:
        """Why nothing can be selected."""
        barred = self.voice.rules.not_comparable
        if self.told.barred and barred is not None:
            return self.voice.say("selection.barred", across=thing_name(self.voice, barred.by), ground=self.voice.of(barred.because))
        if not self.told.shortfalls:
            return self.voice.say("selection.no-groups", criterion=thing_name(self.voice, self.selection.criterion))
        lacking = [
            self.voice.say("selection.lacking-size", asked=one.asked, there=one.there)
            if one.group is None
            else self.voice.say("selection.lacking", group=capital(self.group(one.group)), asked=one.asked, there=one.there)
            for one in self.told.shortfalls
        ]
        return " ".join([self.voice.say("selection.impossible"), *lacking])

    def why(self, pick: Pick) -> str:
        """The limits that keep a need out."""
        return ", ".join(self._limit(pick, why) for why in pick.why)

    def _limit(self, pick: Pick, why: str) -> str:
        most = self.shares[pick.group].limits.most
        key = "none" if why == MOST and not most else why
        return self.voice.say(f"selection.why.{key}", most=most, group=self.group(pick.group), size=self.selection.size)

    def reason(self, pick: Pick) -> str:
        """Why a need stands on its side; "" where its place says it. A choice by hand stands beside what was open."""
        if pick.by_hand:
            was = self._settled(attrs.evolve(pick, side=Side.GREY_ZONE, by_hand=False))
            return self.voice.say("selection.chosen-in" if pick.side is Side.INSIDE else "selection.chosen-out", why=was)
        return self._settled(pick)

    def _settled(self, pick: Pick) -> str:
        if self.selection.kind == UNION:
            return self._of_tops(pick)
        if pick.side is Side.INSIDE:
            return self.voice.say("selection.by-least") if pick.by_least else ""
        if pick.side is Side.OUTSIDE:
            return self.why(pick)
        return self.voice.say(
            "selection.grey-why", why=self.voice.say("selection.tie" if pick.is_tie else "selection.range"), limits=self.why(pick)
        )

    def _of_tops(self, pick: Pick) -> str:
        tops = [top for top in pick.tops if top.side is pick.side]
        places = self.voice.all_of([self._top(top) for top in tops])
        if pick.side is Side.GREY_ZONE:
            key = "undivided" if self.selection.per == JUDGES else "range"
            return self.voice.say("selection.grey-why", why=self.voice.say(f"selection.{key}"), limits=places)
        return places

    def _top(self, top: Top) -> str:
        key = "one" if top.best == top.worst else "between"
        place = self.voice.say(f"place.{key}", place=top.best, best=top.best, worst=top.worst)
        return self.voice.say("selection.at", group=self.group(top.group), place=place)

    def line(self, pick: Pick) -> str:
        """One need's side and the reason, in one sentence."""
        reason = self.reason(pick)
        side = self.voice.say(f"selection.side.{pick.side.value}")
        if self.selection.kind == UNION and pick.side is not Side.GREY_ZONE:
            side = self.voice.say("selection.is-on" if pick.side is Side.INSIDE else "selection.is-off")
        return self.voice.say("selection.says", side=side, why=reason) if reason else side


def _selected(told: _Told) -> Section:
    voice, selection = told.voice, told.selection
    title = marked(voice, selection_name(voice, selection), selection.status)
    head = [Pairs(tuple(_head(told)))]
    if _is_impossible(told.told):
        return Section(title, (*head, Paragraph(told.impossible(), notice=True)))
    across = [Paragraph(voice.say("selection.across"))] if told.told.is_across else []
    if not told.told.picks:
        return Section(title, (*head, Paragraph(voice.say("selection.none-here"))))
    if selection.kind == UNION or not selection.per:
        return Section(title, (*head, *across, *_sides(told, told.told.picks)))
    return Section(title, (*head, *across, *(_group(told, share) for share in told.told.groups)))


def _head(told: _Told) -> Iterator[tuple[str, str]]:
    voice, selection = told.voice, told.selection
    if selection.kind == UNION:
        yield voice.say("selection.union-row"), voice.count("selection.union", selection.top or 0, group=told.unit())
    else:
        yield voice.say("selection.limits-row"), capital(", ".join(_limits(told)))
    by = [selection.decided_by, *([date_words(selection.on)] if selection.on is not None else [])]
    if any(by):
        yield voice.say("selection.decided"), ", ".join(part for part in by if part)
    if selection.because is not None:
        yield voice.say("selection.because"), voice.of(selection.because)
    if selection.source:
        yield voice.say("selection.source"), selection.source
    if told.told.picks and not _is_impossible(told.told):
        yield voice.say("selection.taken"), voice.count("selection.number", len(told.told.on(Side.INSIDE)))
    grey = len(told.told.on(Side.GREY_ZONE))
    if grey and selection.kind == UNION:
        yield voice.say("selection.grey-row"), voice.count("selection.number", grey)
    elif grey:
        yield voice.say("selection.open-row"), voice.count("selection.open", told.told.open, grey=grey)
    if told.told.not_placed:
        titles = [need_title(voice, told.result.decision(need)) for need in told.told.not_placed]
        yield voice.say("selection.apart-row"), voice.say("selection.apart", needs=voice.all_of(titles))


def _limits(told: _Told) -> Iterator[str]:
    voice, selection = told.voice, told.selection
    every = limits_words(voice, selection.limits)
    if every:
        yield voice.say("selection.per", limits=every, group=told.unit())
    for group, limits in selection.groups.items():
        words = limits_words(voice, limits) or voice.say("selection.no-limit")
        yield voice.say("selection.of", limits=words, group=told.group(group))
    if selection.size is not None:
        yield voice.say("selection.in-all", number=selection.size)


def limits_words(voice: Voice, limits: Limits) -> str:
    """At least and at most how many; "" where there is no limit."""
    if limits.most is None:
        return voice.say("selection.least", least=limits.least) if limits.least else ""
    if limits.most == 0:
        return voice.say("selection.none")
    if limits.least == limits.most:
        return voice.say("selection.exactly", most=limits.most)
    return voice.say("selection.between" if limits.least else "selection.most", least=limits.least, most=limits.most)


def _group(told: _Told, share: Share) -> Section:
    """One group: what is in, how many more there is room for, and what was left out."""
    voice = told.voice
    picks = [pick for pick in told.told.picks if pick.group == share.group]
    words = limits_words(voice, share.limits)
    name = capital(told.group(share.group))
    title = voice.say("selection.group-title", group=name, limits=words) if words else name
    if not picks:
        return Section(title, (Paragraph(voice.say("selection.none-here")),))
    is_shared = sum(one.room for one in told.told.groups) > told.told.open
    room = voice.count("selection.may-room" if is_shared else "selection.room", share.room) if share.grey else ""
    return Section(title, tuple(_sides(told, picks, room)))


def _sides(told: _Told, picks: Sequence[Pick], room: str = "") -> Iterator[Block]:
    """The needs on each side, in listing order, with the reason."""
    voice = told.voice
    of_union = told.selection.kind == UNION
    titles = {
        Side.INSIDE: voice.say("selection.on-list" if of_union else "selection.inside"),
        Side.GREY_ZONE: voice.say("selection.grey-zone"),
        Side.OUTSIDE: voice.say("selection.off-list" if of_union else "selection.outside"),
    }
    several = len({pick.list_id for pick in picks}) > 1
    for side, title in titles.items():
        found = [pick for pick in picks if pick.side is side]
        reasons = {told.reason(pick) for pick in found}
        # A reason that all of them have is said once.
        shared = reasons.pop() if len(found) > 1 and len(reasons) == 1 else ""
        said = [shared and f"{capital(shared)}.", room if side is Side.GREY_ZONE else ""]
        if found:
            text = " ".join(part for part in said if part)
            items = [_item(told, pick, "" if shared else told.reason(pick), several=several) for pick in found]
            yield Section(title, (*([Paragraph(text)] if text else []), Listing(items)))


def _item(told: _Told, pick: Pick, reason: str, *, several: bool) -> Item:
    voice = told.voice
    title = need_title(voice, told.result.decision(pick.need))
    by_place = told.selection.kind != UNION or told.selection.per != JUDGES
    text = voice.say("place.title", place=capital(told.place(pick)), title=title) if by_place else title
    rows = (
        [(voice.say("selection.list-row"), list_title(voice, told.lists[pick.list_id]))] if several and told.selection.per != LIST else []
    )
    if reason:
        key = "why-row" if told.selection.kind != UNION or pick.by_hand else "on-tops" if pick.side is Side.INSIDE else "in-groups"
        rows.append((voice.say(f"selection.{key}"), reason))
    return Item(text, (Pairs(rows),) if rows else ())
