"""Proposals to leave a criterion out: what is unknown, and both orders where they differ. Only a recorded decision leaves anything out."""

from collections.abc import Iterator, Sequence

from prioritera.model.result import LeaveOutProposal, Result
from prioritera.report.document import Block, Paragraph, Section
from prioritera.report.ranked import list_title, two_orders
from prioritera.report.voice import Voice, area_name, capital, thing_name


def leave_out_section(voice: Voice, result: Result) -> Section | None:
    """What the rule set proposes to leave out, area by area; None when it proposes nothing."""
    areas = dict.fromkeys(proposal.area for proposal in result.proposals)
    sections = [_area(voice, result, area, [one for one in result.proposals if one.area == area]) for area in areas]
    return Section(voice.say("leave-out.title"), (Paragraph(voice.say("leave-out.intro")), *sections)) if sections else None


def _area(voice: Voice, result: Result, area: str, proposals: Sequence[LeaveOutProposal]) -> Section:
    """The proposals that change no order in one sentence; each of the others with the orders that it changes."""
    idle = [one for one in proposals if not _changes(one)]
    blocks: list[Block] = []
    if idle:
        unknown = voice.all_of([_unknown(voice, one) for one in idle])
        blocks.append(Paragraph(voice.say("leave-out.idle", criteria=unknown)))
    blocks += [Section(_unknown(voice, one), tuple(_orders(voice, result, one))) for one in proposals if _changes(one)]
    return Section(capital(area_name(voice, area)), blocks)


def _changes(proposal: LeaveOutProposal) -> bool:
    return any(now != without for _, now, without in proposal.orders)


def _unknown(voice: Voice, proposal: LeaveOutProposal) -> str:
    return voice.say("leave-out.unknown", criterion=thing_name(voice, proposal.criterion), unknown=proposal.unknown, of=proposal.of)


def _orders(voice: Voice, result: Result, proposal: LeaveOutProposal) -> Iterator[Block]:
    """Each list whose order changes, now and without the criterion."""
    titles = {ranked.id: list_title(voice, ranked) for ranked in result.lists}
    for list_id, now, without in proposal.orders:
        if now != without:
            table = two_orders(result, (voice.say("order.now"), voice.say("order.without")), now, without)
            yield Paragraph(titles.get(list_id, list_id))
            yield table
