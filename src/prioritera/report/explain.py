"""An explanation becomes a document: why one need stands and goes where it does, down to the lines of the rule file."""

from collections.abc import Iterator, Sequence

from prioritera.diagnostics import what
from prioritera.model.criterion import Criterion
from prioritera.model.explanation import Explanation
from prioritera.model.outcome import FORBIDDEN
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.model.table import Hit
from prioritera.model.table import Table as Rules
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.report.asked import seen_words
from prioritera.report.assessed import assessment_words
from prioritera.report.capped import cap_lines
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.explain_need import need_section, sourced
from prioritera.report.judged import judged_section
from prioritera.report.notes import as_rows, find_out_line, goal_of, marked, notes
from prioritera.report.points import digits_for, points_words, score_words
from prioritera.report.preface import closing, illustrative, relative_scales
from prioritera.report.ranked import list_title, place_line
from prioritera.report.selections import selection_rows
from prioritera.report.standing import minimum_rows, tie_rows
from prioritera.report.stated import stated_section
from prioritera.report.voice import (
    Voice,
    capital,
    criterion_of,
    destination_name,
    outcome_name,
    place_words,
    rule_of,
    table_of,
    thing_name,
    word_name,
)
from prioritera.report.ways import clock_of


def explain_document(explanation: Explanation, result: Result, model: Model, language: str) -> Document:
    """Why a need has its outcome, stands where it does and goes where it goes.

    Args:
        explanation: of a decision of the result.
        result: the run.
        model: the rules and the network of the run.
        language: "sv" or "en".

    >>> from prioritera import explain, load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> explain_document(explain(result, model, "yrkesresan"), result, model, "sv").title
    'Varför: Yrkesresan'
    """
    voice = Voice(language, model.rules, model.network)
    decision = explanation.decision
    parts: list[Block | None] = [
        *illustrative(voice, result),
        Pairs(tuple(_head(voice, result, decision))),
        need_section(voice, decision.need, result.round.indicators) if decision.need is not None else None,
        stated_section(voice, decision.need) if decision.need is not None else None,
        *(_table_section(voice, table) for table in explanation.tables),
        _score_section(voice, result, explanation),
        judged_section(voice, decision),
        _status_section(voice, explanation),
        _find_out_section(voice, decision),
        closing(voice, result),
    ]
    title = voice.say("explain.title", title=decision.title or decision.need_id)
    return Document(title, [part for part in parts if part is not None], language=language)


def _head(voice: Voice, result: Result, decision: Decision) -> Iterator[tuple[str, str]]:
    """The decision in short."""
    yield voice.say("explain.id"), decision.need_id
    yield voice.say("explain.outcome"), outcome_name(voice, FORBIDDEN if decision.is_forbidden else decision.outcome)
    if decision.merged_into:
        yield voice.say("explain.merged-into"), decision.merged_into
    if decision.destination:
        yield voice.say("explain.destination"), destination_name(voice, decision.destination)
    if decision.list_id:
        ranked = next(one for one in result.lists if one.id == decision.list_id)
        yield voice.say("explain.list"), list_title(voice, ranked)
        yield voice.say("explain.place"), place_line(voice, result, ranked, decision)
        yield from minimum_rows(voice, decision)
        yield from tie_rows(voice, decision)
    yield from selection_rows(voice, result, decision)
    yield from as_rows(voice, notes(voice, clock_of(result), decision))
    for fault in decision.diagnostics:
        yield voice.say("explain.diagnostic"), voice.say("explain.found", code=fault.code, what=what(fault, voice.language))


def _table_section(voice: Voice, table: Trace) -> Section:
    """One table: the rule that fired, and why no earlier rule did; where it is open, every result that is possible."""
    title = table_title(voice, table.id)
    if table.verdict is Verdict.OPEN:
        blocks: list[Block] = [Paragraph(voice.say("explain.open"))]
        blocks += [Section(_conclusion(voice, part.id, part.conclusion), _rules(voice, part)) for part in table.parts]
        return Section(title, blocks)
    return Section(title, _rules(voice, table))


def table_title(voice: Voice, table: str) -> str:
    """What a table is called: its label, or what it concludes."""
    found = table_of(voice.rules, table)
    if found is None:
        return capital(table)
    if found.id == FORBIDDEN:
        return capital(voice.term(f"outcomes.{FORBIDDEN}"))
    concludes = voice.say("explain.destination") if table == voice.rules.destination.id else thing_name(voice, found.concludes)
    return voice.of(found.label) or capital(concludes)


def _conclusion(voice: Voice, table: str, conclusion: str | int | tuple[str, ...]) -> str:
    """What a table or one of its rules concluded: a word of the field, several, a number, an outcome, or where the need goes."""
    if table == voice.rules.destination.id:
        rule = rule_of(voice.rules, table, str(conclusion))
        return capital(destination_name(voice, goal_of(rule))) if rule is not None else str(conclusion)
    field = voice.rules.fields.get("" if (found := table_of(voice.rules, table)) is None else found.concludes)
    if isinstance(conclusion, tuple):
        return capital(voice.all_of([word_name(voice, field, word) for word in conclusion]) or voice.term("none"))
    return capital(place_words(voice, field, conclusion) if isinstance(conclusion, int) else word_name(voice, field, conclusion))


def _rules(voice: Voice, table: Trace) -> list[Block]:
    """The rules that fired and, under why they did not, those that failed. Of a table that collects, first what they came to."""
    found = table_of(voice.rules, table.id)
    forbids = table.id == FORBIDDEN
    collects = found is not None and found.collects
    fired = [part for part in table.parts if part.verdict is Verdict.FIRED]
    failed = [part for part in table.parts if part.verdict is Verdict.FAILED]
    result = (voice.say("explain.result"), _conclusion(voice, table.id, table.conclusion))
    blocks: list[Block] = [Pairs((result,))] if collects and not forbids else []
    for part in fired:
        own = ((voice.say("explain.adds"), _conclusion(voice, table.id, part.conclusion)),) if part.conclusion != "" and not forbids else ()
        blocks.append(_fired(voice, part, own if collects else (result,)))
    if failed:
        reasons: dict[str, list[Trace]] = {}
        for part in failed:
            reasons.setdefault(_reason(voice, part), []).append(part)
        items = [
            Item(voice.say("explain.failed-rule", rules=_rule_names(voice, parts), reason=reason)) for reason, parts in reasons.items()
        ]
        blocks += [Paragraph(voice.count(_failed_key(found, fired), len(failed))), Listing(items)]
    return blocks


def _failed_key(table: Rules | None, fired: Sequence[Trace]) -> str:
    """How the rules that did not fit are spoken of: those before the one that decides, the other ones, or all of them."""
    if table is None or (table.hit is not Hit.UNIQUE and not table.collects and table.default is None):
        return "explain.failed"
    by_rule = any(table.default is None or part.id != table.default.id for part in fired)
    others = table.hit is Hit.UNIQUE or table.collects
    return ("explain.failed-unique" if others else "explain.failed") if by_rule else "explain.failed-all"


def _fired(voice: Voice, rule: Trace, gave: Sequence[tuple[str, str]]) -> Pairs:
    because = voice.of(rule.because)
    return Pairs(
        (
            *gave,
            *(((voice.say("note.why"), marked(voice, because, rule.status)),) if because else ()),
            (voice.say("explain.rule"), _where(voice, rule)),
            *((voice.say("explain.condition"), seen_words(voice, part)) for part in rule.parts),
        )
    )


def _where(voice: Voice, rule: Trace) -> str:
    """A rule's id, its line in the rule file and its source."""
    place = voice.say("explain.at", id=rule.id, place=rule.span) if rule.span is not None else rule.id
    return sourced(voice, place, rule.source)


def _reason(voice: Voice, rule: Trace) -> str:
    """The first condition of a rule that failed, in words."""
    return "".join(seen_words(voice, part) for part in rule.parts if part.kind is Of.CONDITION)


def _rule_names(voice: Voice, rules: Sequence[Trace]) -> str:
    """The ids of rules, with their lines in the rule file."""
    ids = voice.all_of([rule.id for rule in rules])
    lines = [str(rule.span.line) for rule in rules if rule.span is not None]
    return voice.count("explain.lines", len(lines), ids=ids, lines=voice.all_of(lines)) if lines else ids


def _score_section(voice: Voice, result: Result, explanation: Explanation) -> Section | None:
    """The score's parts; only where the need is ranked or something hangs on them, for elsewhere they decide nothing."""
    decision, score = explanation.decision, explanation.score
    decides = decision.list_id or not _decided_by_facts(voice, decision)
    if score is None or decision.score is None or not decision.score.shares or not decides:
        return None
    digits = digits_for(result.decisions)
    rows = [_score_row(voice, decision, part) for part in score.parts]
    total = (voice.say("score.total"), "", points_words(voice, score.low, score.high), points_words(voice, score.of, score.of))
    head = (voice.say("score.criterion"), voice.say("score.value"), voice.say("score.points"), voice.say("score.most"))
    blocks: list[Block] = [
        Table(head, [*rows, total], numbers=(2, 3)),
        Paragraph(voice.say("score.share", score=score_words(voice, decision.score, digits))),
        *(Paragraph(line) for line in cap_lines(voice, decision)),
        *([Paragraph(_bands(voice))] if voice.rules.bands else []),
        *relative_scales(voice),
    ]
    return Section(voice.say("score.title"), blocks)


def _decided_by_facts(voice: Voice, decision: Decision) -> bool:
    """Whether nothing that is open is the score or a criterion."""
    return all(name in voice.rules.fields for name in decision.hangs_on)


def _score_row(voice: Voice, decision: Decision, part: Trace) -> tuple[str, str, str, str]:
    criterion = voice.rules.criterion(part.id)
    assessment = decision.need.assess.get(part.id) if decision.need is not None else None
    name = marked(voice, criterion_name(voice, criterion), part.status)
    return (
        name,
        assessment_words(voice, criterion, assessment),
        points_words(voice, part.low, part.high),
        points_words(voice, part.of, part.of),
    )


def criterion_name(voice: Voice, criterion: Criterion) -> str:
    """A criterion as it is named beside its points: with a mark where its scale is relative to the set."""
    name = voice.of(criterion.label)
    return voice.say("legend.relative-name", name=name, mark=voice.say("legend.relative-mark")) if criterion.relative else name


def _bands(voice: Voice) -> str:
    """The groups and the shares of the highest possible score that they begin at."""
    bands = sorted(voice.rules.bands, key=lambda band: band.least, reverse=True)
    said = [voice.say("score.band", group=voice.of(band.label) or band.id.upper(), least=band.least) for band in bands]
    return marked(voice, voice.say("score.bands", bands=voice.all_of(said)), voice.rules.status)


def _status_section(voice: Voice, explanation: Explanation) -> Section | None:
    """What the decision used that nobody has decided, and what carries a source."""
    rows = [
        *_status_row(voice, "explain.proposals", explanation.proposals),
        *_status_row(voice, "explain.sourced", explanation.sourced),
    ]
    return Section(voice.say("explain.status"), (Pairs(rows),)) if rows else None


def _status_row(voice: Voice, key: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    if names:
        labels = [voice.of(found.label) if (found := criterion_of(voice.rules, name)) is not None else name for name in names]
        yield voice.say(key), voice.all_of(labels)


def _find_out_section(voice: Voice, decision: Decision) -> Section | None:
    if not decision.find_out:
        return None
    items = [Item(f"{find_out_line(voice, found.id)} {voice.say(f'explain.settles-{found.settles}')}") for found in decision.find_out]
    return Section(voice.say(f"find-out.title.{len(items)}"), (Listing(items, numbered=True),))
