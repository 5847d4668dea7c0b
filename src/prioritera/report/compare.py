"""A comparison becomes a document: why one need stands before another, and what smallest change would turn them."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.model.criterion import Criterion
from prioritera.model.explanation import Comparison, Difference, ValueChange, WeightChange
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.model.value import Assessment
from prioritera.report.assessed import assessment_words, performance_words
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.explain import criterion_name
from prioritera.report.points import points_words
from prioritera.report.preface import closing, illustrative, relative_scales, weights_listing, weights_row
from prioritera.report.ranked import list_title
from prioritera.report.voice import Voice, area_name, destination_name, outcome_name, thing_name, value_words

# Steps finer than this are there to hold fractions: nobody counts them.
_LEAST_STEP = Fraction(1, 1_000_000)
_MOST = 4


def compare_document(comparison: Comparison, result: Result, model: Model, language: str) -> Document:
    """Why one need stands before another.

    Args:
        comparison: of two decisions of the result.
        result: the run.
        model: the rules and the network of the run.
        language: "sv" or "en".

    >>> from prioritera import compare, load_model, prioritise
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> compare_document(compare(result, model, "anhorigstod", "cannabis-unga"), result, model, "en").title
    'Comparison'
    """
    voice = Voice(language, model.rules, model.network)
    pair = (result.decision(comparison.first), result.decision(comparison.second))
    parts: list[Block | None] = [
        *illustrative(voice, result),
        Pairs(tuple((decision.need_id, decision.title) for decision in pair)),
        Paragraph(_relation(voice, result, comparison, pair)),
        _differences_section(voice, comparison, pair),
        _values_section(voice, comparison),
        _weights_section(voice, comparison),
        closing(voice, result),
    ]
    return Document(voice.say("compare.title"), [part for part in parts if part is not None], language=language)


def _relation(voice: Voice, result: Result, comparison: Comparison, pair: tuple[Decision, Decision]) -> str:
    """The answer in a sentence or two."""
    first, second = (one.need_id for one in pair)
    if comparison.relation == "not-compared":
        return voice.say("compare.not-compared", first=first, second=second, because=_apart(voice, result, comparison, pair))
    breaker = voice.say("compare.tie-breaker", name=thing_name(voice, comparison.tie_breaker)) if comparison.tie_breaker else ""
    classes = voice.rules.classes
    if classes is not None and comparison.tie_breaker == classes.field:
        field = voice.rules.fields[classes.field]
        one, other = (value_words(voice, field, decision.values.get(classes.field)) for decision in pair)
        breaker = voice.say("compare.classes", field=thing_name(voice, classes.field), first=first, one=one, second=second, other=other)
        return f"{voice.say(f'compare.{comparison.relation}-known', first=first, second=second)} {breaker}"
    known = all(one.score is not None and one.score.low == one.score.high for one in pair)
    key = f"{comparison.relation}-known" if known and comparison.relation in {"before", "after"} else comparison.relation
    sentence = voice.say(f"compare.{key}", first=first, second=second, listed=comparison.listed_first)
    return " ".join(text for text in (sentence, breaker) if text)


def _apart(voice: Voice, result: Result, comparison: Comparison, pair: tuple[Decision, Decision]) -> str:
    """What separates two needs that are not compared."""
    kind, *_ = comparison.separated_by
    if kind in {"not-placed", "not-ranked"}:
        named = next((one for one in pair if one.need_id == comparison.separated_by[1]), pair[0])
        return voice.say(f"compare.{kind}", need=named.need_id, outcome=outcome_name(voice, named.outcome))
    one, other = (_side(voice, result, decision, kind) for decision in pair)
    rules = [name for name in comparison.separated_by[1:] if name] if kind in {"outcome", "destination"} else []
    first, second = (one.need_id for one in pair)
    sentence = voice.say(f"compare.by-{kind}", first=first, one=one, second=second, other=other)
    return f"{sentence} {voice.say('compare.rules', rules=voice.all_of(rules))}" if rules else sentence


def _side(voice: Voice, result: Result, decision: Decision, kind: str) -> str:
    if kind == "outcome":
        return outcome_name(voice, decision.outcome)
    if kind == "destination":
        return destination_name(voice, decision.destination)
    if kind == "area":
        return area_name(voice, decision.need.area) if decision.need is not None else ""
    ranked = next((one for one in result.lists if one.id == decision.list_id), None)
    return list_title(voice, ranked) if ranked is not None else decision.list_id


def _differences_section(voice: Voice, comparison: Comparison, pair: tuple[Decision, Decision]) -> Section | None:
    if not comparison.differences:
        return None
    head = (voice.say("score.criterion"), *(one.need_id for one in pair), voice.say("compare.ahead"))
    rows = [_difference(voice, one, pair) for one in comparison.differences]
    total = _total(voice, comparison.differences, pair)
    return Section(
        voice.say("compare.by-criterion"),
        (Table(head, [*rows, total]), Paragraph(_weights(voice)), *weights_listing(voice), *relative_scales(voice)),
    )


def _weights(voice: Voice) -> str:
    return "{}: {}.".format(*weights_row(voice))


def _difference(voice: Voice, difference: Difference, pair: tuple[Decision, Decision]) -> tuple[str, str, str, str]:
    criterion = voice.rules.criterion(difference.criterion)
    cells = [
        voice.say(
            "compare.cell",
            value=assessment_words(voice, criterion, _assessed(one, criterion.id), unit=False),
            points=points_words(voice, *points),
        )
        for one, points in zip(pair, (difference.first, difference.second), strict=True)
    ]
    return criterion_name(voice, criterion), cells[0], cells[1], _ahead(voice, difference.first, difference.second, pair)


def _assessed(decision: Decision, criterion: str) -> Assessment | None:
    return decision.need.assess.get(criterion) if decision.need is not None else None


def _ahead(voice: Voice, first: tuple[int, int], second: tuple[int, int], pair: tuple[Decision, Decision]) -> str:
    """Which of the two is ahead on a criterion, or that it is even or open."""
    if first[0] > second[1]:
        return pair[0].need_id
    if second[0] > first[1]:
        return pair[1].need_id
    return voice.say("compare.even" if first == second and first[0] == first[1] else "compare.open-cell")


def _total(voice: Voice, differences: Sequence[Difference], pair: tuple[Decision, Decision]) -> tuple[str, str, str, str]:
    first = (sum(one.first[0] for one in differences), sum(one.first[1] for one in differences))
    second = (sum(one.second[0] for one in differences), sum(one.second[1] for one in differences))
    cells = [voice.say("compare.points", points=points_words(voice, *points)) for points in (first, second)]
    return voice.say("score.total"), cells[0], cells[1], _ahead(voice, first, second, pair)


def _values_section(voice: Voice, comparison: Comparison) -> Section | None:
    """The smallest changes of one value; the rest only counted."""
    if comparison.relation == "not-compared" or not voice.rules.criteria:
        return None
    changes = _smallest_first(comparison.value_changes)
    items = [Item(_value_change(voice, comparison, change)) for change in changes[:_MOST]]
    relative = any(criterion.relative for criterion in voice.rules.criteria)
    blocks: list[Block] = (
        [Listing(items)] if items else [Paragraph(voice.say("compare.no-value-fixed" if relative else "compare.no-value"))]
    )
    if len(changes) > _MOST:
        blocks.append(Paragraph(voice.count("compare.more", len(changes) - _MOST)))
    if relative:
        blocks.append(Paragraph(voice.say("compare.relative")))
    return Section(voice.say("compare.values"), blocks)


def _smallest_first(changes: Sequence[ValueChange]) -> list[ValueChange]:
    """Changes of known values before others, fewest steps first; ties before what turns the pair."""
    return sorted(changes, key=lambda change: (change.steps is None, change.steps or 0))


def _value_change(voice: Voice, comparison: Comparison, change: ValueChange) -> str:
    criterion = voice.rules.criterion(change.criterion)
    before, after = (_value(voice, criterion, value) for value in (change.before, change.after))
    return voice.say(
        "compare.value-unknown" if not before else "compare.value-near" if criterion.step < _LEAST_STEP else "compare.value",
        criterion=voice.of(criterion.label),
        need=change.need,
        before=before,
        after=after,
        steps=voice.count("compare.steps", change.steps) if change.steps is not None else "",
        then=_then(voice, comparison, ties=change.ties),
    )


def _value(voice: Voice, criterion: Criterion, value: Fraction | None) -> str:
    return "" if value is None else performance_words(voice, criterion, int(value / criterion.step), unit=False)


def _then(voice: Voice, comparison: Comparison, *, ties: bool) -> str:
    """What a change leads to: the two share a place, or the one listed second comes first."""
    if ties:
        return voice.say("compare.then-tie")
    last = comparison.second if comparison.listed_first == comparison.first else comparison.first
    return voice.say("compare.then-first", need=last)


def _weights_section(voice: Voice, comparison: Comparison) -> Section | None:
    """The smallest change of one weight."""
    if comparison.relation == "not-compared" or not voice.rules.criteria:
        return None
    items = [Item(_weight_change(voice, comparison, change)) for change in comparison.weight_changes]
    blocks: tuple[Block, ...] = (Listing(items),) if items else (Paragraph(voice.say("compare.no-weight")),)
    return Section(voice.say("compare.weights"), blocks)


def _weight_change(voice: Voice, comparison: Comparison, change: WeightChange) -> str:
    return voice.say(
        "compare.weight",
        criterion=thing_name(voice, change.criterion),
        before=change.before,
        after=change.after,
        then=_then(voice, comparison, ties=change.ties),
    )
