"""What is not ranked: answers in their own right by outcome, merged records, records that disagree, records that could not be read."""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence

from prioritera.diagnostics import Diagnostic, by_place, what
from prioritera.model.outcome import CONFLICT, ERROR, FACT_NEEDED, MERGED
from prioritera.model.result import Decision, Result
from prioritera.report.by_hand import appeal_notes, by_hand_notes
from prioritera.report.conflict_log import conflict_rows
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.merged import merged_sections
from prioritera.report.notes import Note, as_rows, notes, shared_notes
from prioritera.report.ranked import need_title
from prioritera.report.repeated import few
from prioritera.report.voice import Voice, area_name, capital, date_words, outcome_name, thing_name
from prioritera.report.ways import clock_of

# Of more records than these that could not be read, the others are told in number.
_MOST_UNREAD = 500

_PAST_TRIAGE = (MERGED, CONFLICT, ERROR)


def is_unranked(voice: Voice, decision: Decision) -> bool:
    """Whether the need has an answer in its own right, rather than a place in a list."""
    return not decision.list_id and decision.outcome not in _PAST_TRIAGE and decision.outcome in (*voice.rules.outcomes, FACT_NEEDED)


def unranked_section(voice: Voice, result: Result, without: Container[str] = ()) -> Section | None:
    """The needs outside the ranking, by outcome in the order of the rule set; None when there are none.

    Notes of what is told elsewhere are left out by what they are about.
    """
    members = [decision for decision in result.decisions if is_unranked(voice, decision)]
    outcomes = [outcome for outcome in (*voice.rules.outcomes, FACT_NEEDED) if any(one.outcome == outcome for one in members)]
    sections = [_outcome(voice, result, outcome, [one for one in members if one.outcome == outcome], without) for outcome in outcomes]
    return Section(voice.say("unranked.title"), sections) if sections else None


def _outcome(voice: Voice, result: Result, outcome: str, members: Sequence[Decision], without: Container[str]) -> Section:
    several = len({decision.need.area for decision in result.decisions if decision.need is not None}) > 1
    clock = clock_of(result)
    told = [(*_area_note(voice, decision, several=several), *notes(voice, clock, decision, without)) for decision in members]
    shared = shared_notes(told)
    declared = voice.rules.outcomes.get(outcome)
    text = voice.of(declared.text) if declared is not None else ""
    return Section(
        capital(outcome_name(voice, outcome)),
        (
            *((Paragraph(text),) if text else ()),
            *((Pairs(as_rows(voice, shared)),) if shared else ()),
            Listing([_item(voice, decision, its, shared) for decision, its in zip(members, told, strict=True)]),
        ),
    )


def _area_note(voice: Voice, decision: Decision, *, several: bool) -> tuple[Note, ...]:
    """The need's area, where the round has several."""
    return (("area", area_name(voice, decision.need.area)),) if several and decision.need is not None else ()


def _item(voice: Voice, decision: Decision, told: Sequence[Note], shared: Sequence[Note]) -> Item:
    rows = as_rows(voice, [note for note in told if note not in shared])
    return Item(need_title(voice, decision), (Pairs(rows),) if rows else ())


def set_aside_sections(voice: Voice, result: Result, without: Container[str] = ()) -> Iterator[Section]:
    """What did not become a need of its own: merged, contradictory, unread; and what was wrong with the files.

    Notes of what is told elsewhere are left out by what they are about.
    """
    yield from merged_sections(voice, result)
    conflicts = [decision for decision in result.decisions if decision.outcome == CONFLICT]
    if conflicts:
        intro = Paragraph(voice.say("conflict.intro"))
        yield Section(
            voice.say("conflict.title"), (intro, Listing([_conflict(voice, result, decision, without) for decision in conflicts]))
        )
    errors = [decision for decision in result.decisions if decision.outcome == ERROR]
    for key, is_forbidden in (("forbidden", True), ("error", False)):
        members = [decision for decision in errors if decision.is_forbidden is is_forbidden]
        if members:
            shared = _shared(members)
            items = [Item(need_title(voice, one), tuple(_unread(voice, one, frozenset(shared), without))) for one in members[:_MOST_UNREAD]]
            more = (Paragraph(voice.say("error.more", count=len(members) - _MOST_UNREAD)),) if len(members) > _MOST_UNREAD else ()
            above = (Paragraph(voice.say(f"{key}.intro")), *_findings(voice, shared))
            yield Section(voice.say(f"{key}.title"), (*above, Listing(items), *more))
    told = {fault for decision in result.decisions for fault in decision.diagnostics}
    rest = [fault for fault in by_place((*result.round.faults, *result.diagnostics)) if fault not in told]
    if rest:
        yield Section(voice.say("faults.title"), _findings(voice, rest))


def _unread(voice: Voice, decision: Decision, told: Collection[Diagnostic], without: Container[str]) -> Iterator[Block]:
    """What was found, after what a person has changed or asked to have reconsidered, if anything; `told` has been told already."""
    by_hand = (*by_hand_notes(voice, decision), *appeal_notes(voice, decision))
    rows = as_rows(voice, [note for note in by_hand if note[0] not in without])
    if rows:
        yield Pairs(rows)
    yield from _findings(voice, [one for one in decision.diagnostics if one not in told])


def _shared(members: Sequence[Decision]) -> tuple[Diagnostic, ...]:
    """What is wrong with several records at once, such as with their whole sheet: it is told once."""
    counts = Counter(fault for decision in members for fault in decision.diagnostics)
    return by_place(fault for fault, count in counts.items() if count > 1)


def _conflict(voice: Voice, result: Result, decision: Decision, without: Container[str]) -> Item:
    names = voice.all_of([thing_name(voice, name) for name in decision.hangs_on])
    others = decision.need.merged if decision.need is not None else ()
    rows = [
        (voice.say("conflict.fields"), names),
        *([(voice.say("conflict.records"), voice.all_of([decision.need_id, *others]))] if others else []),
        *conflict_rows(voice, result, decision.need_id),
    ]
    back = [note for note in notes(voice, clock_of(result), decision, without) if note[0] not in {"why", "ask"}]
    return Item(need_title(voice, decision), (Pairs((*rows, *as_rows(voice, back))),))


def _findings(voice: Voice, found: Sequence[Diagnostic]) -> tuple[Block, ...]:
    """Each finding's place and first sentence."""
    told = few(found)
    items = [Item(f"{one.span}: {what(one, voice.language)}" if one.span is not None else what(one, voice.language)) for one in told]
    return (Listing(items),) if items else ()


def look_again_section(voice: Voice, result: Result) -> Section | None:
    """What is not taken further now, with the date to look at it again, or for how many nobody has set one: those are listed above."""
    members = [decision for decision in result.decisions if _is_kept(voice, decision)]
    if not members:
        return None
    days = sorted({decision.look_again for decision in members if decision.look_again is not None})
    undated = [decision for decision in members if decision.look_again is None]
    blocks: list[Block] = []
    for day in days:
        blocks.append(Paragraph(voice.say("look-again.on", date=date_words(day))))
        blocks.append(Listing([Item(need_title(voice, decision)) for decision in members if decision.look_again == day]))
    if undated:
        blocks.append(Paragraph(voice.count("look-again.no-date", len(undated))))
    return Section(voice.say("look-again.title"), blocks)


def _is_kept(voice: Voice, decision: Decision) -> bool:
    """Whether the need is not taken further now, so that it must not disappear."""
    outcome = voice.rules.outcomes.get(decision.outcome)
    return outcome.look_again if outcome is not None else decision.outcome in {FACT_NEEDED, CONFLICT}
