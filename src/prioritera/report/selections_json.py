"""Selections as records: what was asked, by whom, and each need with its side, its places and the limits that keep it out."""

from prioritera.methods.limits import Limits
from prioritera.methods.order import Side
from prioritera.model.selection import Pick, Selected, Selection, Share
from prioritera.report.records import Record, Voices, day, label


def selected_record(voices: Voices, told: Selected) -> Record:
    """One selection, whole."""
    return {
        **_asked(voices, told.selection),
        "across_lists": told.is_across,
        "shortfalls": [{"group": one.group, "asked": one.asked, "there": one.there} for one in told.shortfalls],
        "open": told.open,
        "barred": list(told.barred),
        "refused": {why: list(needs) for why, needs in told.refused.items()},
        "groups": [_share(one) for one in told.groups],
        "needs": [_pick(one) for one in told.picks],
        "not_placed": list(told.not_placed),
        "counts": {side.value: len(told.on(side)) for side in Side},
    }


def _asked(voices: Voices, selection: Selection) -> Record:
    return {
        "id": selection.id,
        "kind": selection.kind,
        "label": label(selection.label),
        "from_rules": selection in voices.rules.selections,
        "areas": list(selection.areas),
        "outcomes": list(selection.outcomes),
        "destinations": list(selection.destinations),
        "per": selection.per or None,
        "size": selection.size,
        "limits": _limits(selection.limits),
        "top": selection.top,
        "criterion": selection.criterion or None,
        "chosen": list(selection.chosen),
        "decided_by": selection.decided_by or None,
        "on": day(selection.on),
        "because": label(selection.because),
        "source": selection.source or None,
        "status": selection.status or None,
    }


def _limits(limits: Limits) -> Record:
    return {"min": limits.least, "max": limits.most}


def _share(share: Share) -> Record:
    numbers = {"of": share.of, "inside": share.inside, "grey_zone": share.grey, "room": share.room}
    return {"group": share.group, "limits": _limits(share.limits), **numbers}


def _pick(pick: Pick) -> Record:
    return {
        "need": pick.need,
        "side": pick.side.value,
        "list": pick.list_id,
        "best": pick.best,
        "worst": pick.worst,
        "group": pick.group or None,
        "why": list(pick.why),
        "tie": pick.is_tie,
        "by_least": pick.by_least,
        "by_hand": pick.by_hand,
        "tops": [{"group": top.group, "best": top.best, "worst": top.worst, "side": top.side.value} for top in pick.tops],
    }
