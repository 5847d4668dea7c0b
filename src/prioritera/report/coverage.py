"""How complete a round is, in words: counts first, what to bear in mind before them. Who is silent is told to their own structure only."""

from collections.abc import Iterator

from prioritera.model.coverage import DRIVER, NO_ANSWER, SENT, UNRECORDED, Coverage, InStates, SizeClass
from prioritera.model.result import Result
from prioritera.model.round import COUNTED_STATES, Reached
from prioritera.model.ruleset import Model
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.preface import illustrative
from prioritera.report.ranked import need_title
from prioritera.report.voice import Voice, actor_name, area_name, kind_name, word_name
from prioritera.words.catalogue import say


def coverage_document(coverage: Coverage, result: Result, model: Model, language: str) -> Document:
    """The report of a round's coverage.

    Args:
        coverage: what was counted.
        result: the run that it is of.
        model: what it was run with.
        language: "sv" or "en".
    """
    voice = Voice(language, model.rules, model.network)
    name = voice.of(result.round.label)
    own = actor_name(voice, coverage.own)
    title = _say(voice, "title-own", round=name, rss=own) if coverage.own else _say(voice, "title", round=name)
    parts: list[Block | None] = [
        *illustrative(voice, result),
        _warnings(voice, coverage),
        _states(voice, coverage),
        _structures(voice, coverage),
        areas_section(voice, coverage),
        _sizes(voice, coverage),
        _senders(voice, coverage),
        _groups(voice, coverage),
        _drivers(voice, coverage),
        _alone(voice, coverage, result),
        _sources(voice, coverage, result),
    ]
    return Document(title, [part for part in parts if part is not None], language=language)


def taking_part(voice: Voice, coverage: Coverage) -> tuple[Section, ...]:
    """Who took part and who did not: municipalities by state, structures and sizes, where there are any; senders and groups reached."""
    municipal = (_states(voice, coverage), _structures(voice, coverage), _sizes(voice, coverage)) if coverage.whole.total else ()
    return tuple(one for one in (*municipal, _senders(voice, coverage), _groups(voice, coverage)) if one is not None)


def _say(voice: Voice, key: str, **parameters: object) -> str:
    return say(voice.language, f"coverage.{key}", **parameters)


def warnings(voice: Voice, coverage: Coverage) -> tuple[str, ...]:
    """What of the counts should make a reader careful, in sentences; one that says so where there is nothing."""
    return tuple(_warned(voice, coverage)) or (_say(voice, "warnings.nothing"),)


def _warned(voice: Voice, coverage: Coverage) -> Iterator[str]:
    silent, unrecorded = coverage.whole.of(NO_ANSWER), coverage.whole.of(UNRECORDED)
    if silent:
        yield _say(voice, "warnings.silent", number=silent)
    if unrecorded:
        yield _say(voice, "warnings.unrecorded", number=unrecorded)
    empty = [area_name(voice, area) for area, number in coverage.areas.items() if not number]
    if empty:
        yield _say(voice, "warnings.areas", areas=empty)
    documents = [len(one.documents) for one in coverage.sources]
    if documents.count(1):
        yield _say(voice, "warnings.single", number=documents.count(1))
    if documents.count(0):
        yield _say(voice, "warnings.none-given", number=documents.count(0))
    classes = [size_words(voice, one) for one in coverage.sizes if one.of and not one.sent]
    if classes:
        yield _say(voice, "warnings.classes", classes=classes)
    missed = [_name(voice, one) for one in coverage.reached if one.state == "missed"]
    if missed:
        yield _say(voice, "warnings.missed", groups=voice.all_of(missed))
    if coverage.alone:
        yield _say(voice, "warnings.alone", number=len(coverage.alone))


def _warnings(voice: Voice, coverage: Coverage) -> Section:
    return Section(_say(voice, "warnings.title"), (Listing([Item(text) for text in warnings(voice, coverage)]),))


def _states(voice: Voice, coverage: Coverage) -> Section:
    whole = coverage.whole
    rows = [(_say(voice, f"states.{state}"), str(whole.of(state))) for state in COUNTED_STATES if whole.of(state)]
    blocks: list[Block] = [Paragraph(_say(voice, "states.of", number=whole.total)), Pairs(rows)]
    blocks += [Paragraph(rate_words(voice, whole)), Paragraph(_say(voice, "states.no-limit"))]
    if not coverage.own:
        blocks += [Paragraph(_say(voice, "states.silent-hidden"))] if whole.of(NO_ANSWER) else []
    elif coverage.silent:
        names = Listing([Item(actor_name(voice, actor)) for actor in coverage.silent])
        blocks.append(Section(_say(voice, "states.silent"), (names,)))
    else:
        blocks.append(Paragraph(_say(voice, "states.silent-none")))
    return Section(_say(voice, "states.title"), blocks)


def rate_words(voice: Voice, states: InStates) -> str:
    """The response rate with how many of how many; between which two it lies; or that there is none."""
    rate = states.rate
    if rate is None:
        return _say(voice, "states.no-rate")
    asked = states.answered + states.of(NO_ANSWER)
    open_ones = states.of(UNRECORDED)
    if not open_ones:
        return _say(voice, "states.rate", answered=states.answered, asked=asked)
    low, high = (f"{answered}/{asked + open_ones}" for answered in (states.answered, states.answered + open_ones))
    return _say(voice, "states.rate-between", low=low, high=high, number=open_ones)


def _structures(voice: Voice, coverage: Coverage) -> Section | None:
    """The structures of which anything is recorded, with those municipalities only that have sent needs: they are known from the needs."""
    told = [one for one in coverage.structures if one.of(UNRECORDED) < one.total]
    others = sum(one.total for one in coverage.structures if one not in told)
    if coverage.own or len(coverage.structures) <= 1:
        return None
    rows = [(actor_name(voice, one.rss), str(one.of(SENT)), str(one.total)) for one in told]
    rows += [(_say(voice, "structures.others"), "0", str(others))] if others else []
    head = (_say(voice, "structures.rss"), _say(voice, "structures.sent"), _say(voice, "structures.of"))
    without = coverage.other_structures
    more = [Paragraph(_say(voice, "structures.without", number=without))] if without else []
    return Section(_say(voice, "structures.title"), (Table(head, rows, numbers=(1, 2)), *more))


def areas_section(voice: Voice, coverage: Coverage) -> Section:
    """The needs an area, those without any among them."""
    rows = [(area_name(voice, area), str(number)) for area, number in coverage.areas.items()]
    head = (_say(voice, "areas.area"), _say(voice, "areas.needs"))
    return Section(_say(voice, "areas.title"), (Table(head, rows, numbers=(1,)),))


def size_words(voice: Voice, one: SizeClass) -> str:
    """A class of size: below a limit, between two, or from one on."""
    if one.high is None:
        return _say(voice, "sizes.above", low=one.low)
    return _say(voice, "sizes.between", low=one.low, high=one.high - 1) if one.low else _say(voice, "sizes.below", high=one.high)


def _sizes(voice: Voice, coverage: Coverage) -> Section:
    title = _say(voice, "sizes.title")
    if not coverage.sizes:
        return Section(title, (Paragraph(_say(voice, "sizes.none")),))
    rows = [(size_words(voice, one), str(one.sent), str(one.of)) for one in coverage.sizes]
    head = (_say(voice, "sizes.class"), _say(voice, "sizes.sent"), _say(voice, "sizes.of"))
    unknown = [Paragraph(_say(voice, "sizes.unknown", number=coverage.without_size))] if coverage.without_size else []
    return Section(title, (Table(head, rows, numbers=(1, 2)), Paragraph(_say(voice, "sizes.proposal")), *unknown))


def _senders(voice: Voice, coverage: Coverage) -> Section | None:
    rows = [(kind_name(voice, kind), str(number)) for kind, number in coverage.kinds.items()]
    head = (_say(voice, "senders.kind"), _say(voice, "senders.number"))
    return Section(_say(voice, "senders.title"), (Table(head, rows, numbers=(1,)),)) if rows else None


def _name(voice: Voice, one: Reached) -> str:
    return one.name or _say(voice, f"groups.{one.group}")


def _groups(voice: Voice, coverage: Coverage) -> Section:
    items = []
    for one in coverage.reached:
        line = _say(voice, "groups.line", name=_name(voice, one), state=_say(voice, f"groups.{one.state}"))
        items.append(Item(_say(voice, "groups.how", line=line, how=one.how) if one.how else line))
    blocks: list[Block] = [Listing(items)] if items else []
    if coverage.unrecorded_groups:
        groups = [_say(voice, f"groups.{group}") for group in coverage.unrecorded_groups]
        blocks.append(Paragraph(_say(voice, "groups.unrecorded", groups=groups)))
    return Section(_say(voice, "groups.title"), blocks)


def _drivers(voice: Voice, coverage: Coverage) -> Section:
    title = _say(voice, "drivers.title")
    if coverage.drivers is None:
        return Section(title, (Paragraph(_say(voice, "drivers.none")),))
    field = voice.rules.fields[DRIVER]
    rows = [
        (word_name(voice, field, word) if word else _say(voice, "drivers.unknown"), str(number))
        for word, number in coverage.drivers.items()
    ]
    head = (_say(voice, "drivers.word"), _say(voice, "drivers.needs"))
    return Section(title, (Table(head, rows, numbers=(1,)),))


def _alone(voice: Voice, coverage: Coverage, result: Result) -> Section | None:
    if not coverage.alone:
        return None
    items = [Item(need_title(voice, result.decision(need))) for need in coverage.alone]
    return Section(_say(voice, "alone.title"), (Paragraph(_say(voice, "alone.intro")), Listing(items)))


def _sources(voice: Voice, coverage: Coverage, result: Result) -> Section:
    title = _say(voice, "sources.title")
    if not coverage.sources:
        return Section(title, (Paragraph(_say(voice, "nothing")),))
    unknown = _say(voice, "sources.unknown")
    rows = [
        (
            need_title(voice, result.decision(one.need)),
            str(len(one.documents)) if one.documents else unknown,
            ", ".join(one.kinds) or unknown,
        )
        for one in coverage.sources
    ]
    head = (_say(voice, "sources.need"), _say(voice, "sources.documents"), _say(voice, "sources.kinds"))
    return Section(title, (Table(head, rows),))
