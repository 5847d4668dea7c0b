"""Proposals to leave a criterion out: what is unknown, and both orders where they differ. Only a recorded decision leaves anything out."""

from collections.abc import Iterator, Sequence

from prioritera.model.result import LeaveOutProposal, Result
from prioritera.report.document import Block, Paragraph, Section
from prioritera.report.ranked import list_title, two_orders
from prioritera.report.voice import Voice, area_name, capital, thing_name


def leave_out_section(voice: Voice, result: Result) -> Section | None:
    """What the rule set proposes to leave out: area by area what would change an order, the rest in a line; None for nothing."""
    telling = [one for one in result.proposals if _changes(one)]
    sections = [
        _area(voice, result, area, [one for one in telling if one.area == area]) for area in dict.fromkeys(one.area for one in telling)
    ]
    intro = [Paragraph(voice.say("leave-out.intro"))] if telling else []
    idle = list(_idle(voice, [one for one in result.proposals if not _changes(one)]))
    return Section(voice.say("leave-out.title"), (*intro, *sections, *idle)) if result.proposals else None


def _idle(voice: Voice, proposals: Sequence[LeaveOutProposal]) -> Iterator[Paragraph]:
    """The proposals that change no order, with the share of needs above which the rule set proposes."""
    if proposals:
        named = [
            voice.say(
                "leave-out.idle-one",
                criterion=thing_name(voice, one.criterion),
                area=area_name(voice, one.area),
                unknown=one.unknown,
                of=one.of,
            )
            for one in proposals
        ]
        share = str(voice.rules.propose_leaving_out_above)
        yield Paragraph(voice.count("leave-out.idle", len({one.criterion for one in proposals}), share=share, criteria=voice.all_of(named)))


def _area(voice: Voice, result: Result, area: str, proposals: Sequence[LeaveOutProposal]) -> Section:
    """Each proposal with the orders that it changes."""
    return Section(
        capital(area_name(voice, area)), [Section(_unknown(voice, one), tuple(_orders(voice, result, one))) for one in proposals]
    )


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
