"""The sixth to the ninth domain of REPRISE: how needs were put in order, what came of it, how far people agree, where each need goes."""

from collections.abc import Iterator, Sequence

from prioritera.model.result import Decision
from prioritera.model.table import Table
from prioritera.report.by_hand import appeal_notes, by_hand_notes
from prioritera.report.checked import missed_section
from prioritera.report.compose import find_out_section
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.explain import table_title
from prioritera.report.judged import judges_section
from prioritera.report.judged_whole import whole_section
from prioritera.report.notes import Note, as_rows, marked, notes
from prioritera.report.preface import legend
from prioritera.report.proposed import leave_out_section
from prioritera.report.ranked import band_name, need_title, ranked_section
from prioritera.report.reprise_telling import Telling
from prioritera.report.selections import selection_name, selections_section
from prioritera.report.standing import ordering_words
from prioritera.report.unranked import look_again_section, set_aside_sections, unranked_section
from prioritera.report.voice import actor_name, area_name, capital, date_words, destination_name, outcome_name, thing_name
from prioritera.report.ways import clock_of, is_kept_by_senders, returns_to_sender

# In which domain each note of a need is told; those that are not here are told with the need, in the output. None is told twice.
BY_HAND = ("by-hand", "by-rules", "appeal")
BACK = ("back-to-sender", "feedback", "answer", "check", "check-comment")
WAYS = ("way", "condition", "decided", "time", "also-informed", "also-invited")
ELSEWHERE = (*BY_HAND, *BACK, *WAYS)


def prioritisation(told: Telling) -> Iterator[Block]:
    """The steps as the rule set says them, what is done with ties and with what is missing, and what people changed."""
    voice, round_ = told.voice, told.result.round
    yield Listing([Item(text) for text in _steps(told)], numbered=True)
    yield told.pairs(ties=_ties(told), missing=_missing(told))
    left_out = [
        told.say(
            "prioritisation.left-out",
            criterion=thing_name(voice, one.criterion),
            area=area_name(voice, one.area),
            by=", ".join([actor_name(voice, one.decided_by), *([date_words(one.on)] if one.on is not None else [])]),
            because=voice.term("quote", text=one.because) if one.because else told.say("blank"),
        )
        for one in round_.left_out
    ]
    if left_out:
        yield Section(told.say("prioritisation.left-out-title"), (Listing([Item(text) for text in left_out]),))
    proposed = leave_out_section(voice, told.result)
    if proposed is not None:
        yield proposed
    changed = [(one, tuple(by_hand_notes(voice, one))) for one in told.result.decisions]
    yield _told_of(told, "by-hand", changed)
    appealed = [(one, tuple(appeal_notes(voice, one))) for one in told.result.decisions]
    yield _told_of(told, "appeals", appealed)


def _told_of(told: Telling, key: str, found: Sequence[tuple[Decision, tuple[Note, ...]]]) -> Section:
    """The needs of which there is something to tell, or that nothing is recorded."""
    items = [Item(need_title(told.voice, one), (Pairs(as_rows(told.voice, its)),)) for one, its in found if its]
    nothing = Paragraph(told.say(f"prioritisation.no-{key}"))
    return Section(told.say(f"prioritisation.{key}"), (Listing(items) if items else nothing,))


def _steps(told: Telling) -> Iterator[str]:
    voice, rules = told.voice, told.voice.rules
    if rules.forbidden:
        yield told.say("step.forbidden", number=len(rules.forbidden))
    for table in rules.tables:
        yield _table(told, table_title(voice, table.id), table)
    yield _table(told, told.say("step.triage"), rules.triage)
    if rules.criteria:
        yield told.say("step.one-criterion" if len(rules.criteria) == 1 else "step.criteria", number=len(rules.criteria))
    yield _table(told, told.say("step.destination"), rules.destination)
    keys = [thing_name(voice, key) if key in rules.fields else told.say(f"key.{key}") for key in rules.list_key]
    yield told.say("step.lists", keys=voice.all_of(keys)) if keys else told.say("step.one-list")
    if rules.not_comparable is not None:
        yield told.say("step.not-comparable", because=voice.of(rules.not_comparable.because))
    if rules.classes is not None:
        yield told.say("step.classes", classes=ordering_words(voice, rules.classes))
    if rules.criteria:
        yield told.say("step.score")
    if rules.bands:
        bands = sorted(rules.bands, key=lambda band: band.least, reverse=True)
        words = [told.say("step.band", band=band_name(voice, band.id), least=band.least) for band in bands]
        yield marked(voice, told.say("step.bands", bands=voice.all_of(words)), rules.status)
    for cut in told.result.round.cuts:
        where = [area_name(voice, cut.area)] if cut.area else []
        where += [destination_name(voice, cut.destination)] if cut.destination else []
        yield told.say("step.cut-of", number=cut.k, where=", ".join(where)) if where else told.say("step.cut", number=cut.k)
    for one in told.result.selections:
        name = marked(voice, selection_name(voice, one.selection), one.selection.status)
        yield told.say("step.selection", name=name)


def _table(told: Telling, title: str, table: Table) -> str:
    return told.say("step.table", table=capital(title), number=len(table.rules), hit=told.say(f"hit.{table.hit.value}"))


def _ties(told: Telling) -> str:
    voice, rules = told.voice, told.voice.rules
    kept = told.say("prioritisation.ties-kept")
    if not rules.tie_breakers:
        return capital(kept)
    return told.say("prioritisation.ties", orderings="; ".join(ordering_words(voice, one) for one in rules.tie_breakers), kept=kept)


def _missing(told: Telling) -> str:
    """What is done where something is not known: it is never 0 and never the mean."""
    rules = told.voice.rules
    if not rules.criteria:
        return told.say("prioritisation.missing-class")
    key = "all-known" if rules.min_known == 1 else "known" if rules.min_known else "none-known"
    known = told.say(f"prioritisation.{key}", share=rules.min_known)
    return marked(told.voice, known, rules.min_known_status)


def output(told: Telling) -> Iterator[Block]:
    """Everything that came of it, what was not put in order and why among it; nothing disappears."""
    voice, result = told.voice, told.result
    parts = (
        ranked_section(voice, result, points=told.points, without=ELSEWHERE),
        selections_section(voice, result),
        unranked_section(voice, result, ELSEWHERE),
        *set_aside_sections(voice, result, ELSEWHERE),
        find_out_section(voice, result),
    )
    yield from (part for part in parts if part is not None)


def evaluation(told: Telling) -> Iterator[Block]:
    """How far judges agree, how needs were answered when they were checked, and the way that each answer takes back."""
    voice, result = told.voice, told.result
    agreed = judges_section(voice, result, points=told.points, whole=whole_section(voice, result, points=told.points))
    yield agreed if agreed is not None else told.pairs(agreement="")
    missed = missed_section(voice, result)
    if missed is not None:
        yield missed
    yield from _alike(told, "evaluation.back", BACK)


def implementation(told: Telling) -> Iterator[Block]:
    """Where each need goes, on what condition and in what time; what is looked at again."""
    marks = " ".join(legend(told.voice, told.result))
    if marks:
        yield Paragraph(marks)
    yield from _alike(told, "implementation.ways", WAYS)
    again = look_again_section(told.voice, told.result)
    if again is not None:
        yield again


def _alike(told: Telling, key: str, abouts: Sequence[str]) -> Iterator[Section]:
    """The needs together of which the same is told, in the order of the first of each; of those of which nothing is, that is said."""
    voice, clock = told.voice, clock_of(told.result)
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for decision, _ in told.kept():
        rows = as_rows(voice, [note for note in notes(voice, clock, decision) if note[0] in abouts])
        head = _goal(told, decision) if abouts == WAYS else ()
        groups.setdefault((*head, *(rows or (_nothing(told, decision, abouts),))), []).append(need_title(voice, decision))
    if groups:
        yield Section(told.say(key), (Listing([_group(told, rows, titles) for rows, titles in groups.items()]),))


def _goal(told: Telling, decision: Decision) -> tuple[tuple[str, str], ...]:
    """What a need came to, and who takes it on, where somebody does."""
    voice = told.voice
    goal = [(told.say("row.destination"), destination_name(voice, decision.destination))] if decision.destination else []
    return ((told.say("row.outcome"), outcome_name(voice, decision.outcome)), *goal)


def _nothing(told: Telling, decision: Decision, abouts: Sequence[str]) -> tuple[str, str]:
    """What there is to say where a need has no note: that it is back with its sender, that the sender keeps it, or that no way is."""
    if abouts == WAYS:
        why = "to-sender" if returns_to_sender(decision) else "no-way"
        return told.voice.say("note.way"), told.say(f"implementation.{why}")
    return told.voice.say("note.feedback"), told.say("evaluation.kept" if is_kept_by_senders(decision) else "evaluation.nothing")


def _group(told: Telling, rows: Sequence[tuple[str, str]], titles: Sequence[str]) -> Item:
    if len(titles) == 1:
        return Item(titles[0], (Pairs(rows),))
    if len(titles) == sum(1 for _ in told.kept()):
        return Item(told.say("all-needs", number=len(titles)), (Pairs(rows),))
    return Item(told.say("needs", number=len(titles)), (Pairs(rows), Listing([Item(title) for title in titles])))
