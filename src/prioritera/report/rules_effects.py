"""What a change of rules does to order, groups and lists, in words, with the needs that show it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from prioritera.model.criterion import Criterion
from prioritera.model.rules_diff import Effect, Example, Placing, Seen, Verdict
from prioritera.report.assessed import performance_words
from prioritera.report.document import Item, Listing, Pairs
from prioritera.report.regions import Sides
from prioritera.report.voice import Voice, criterion_of, number_words, outcome_name, thing_name, value_words


def effect_items(sides: Sides, effects: Sequence[Effect]) -> Iterator[Item]:
    """Each effect that is there or could not be settled; of those that are proved not to be there, the order's is told."""
    for effect in effects:
        voice = sides.new
        if effect.verdict is Verdict.SAME and effect.about not in {"order", "not-applicable"}:
            continue
        name = effect.id if effect.about == "forbidden" else _thing(sides, effect.id)
        if effect.about in {"ranked", "look-again"}:
            name = outcome_name(voice, effect.id)
        text = voice.say(f"diff.effect.{effect.about}-{effect.verdict.value}", name=name)
        examples = [_example(sides, effect, example, at) for at, example in enumerate(effect.examples, 1)]
        yield Item(text, [Listing(examples)] if examples and effect.verdict is Verdict.CHANGED else ())


def _thing(sides: Sides, name: str) -> str:
    """A field or a criterion, by the labels of the side that knows it."""
    known = name in sides.new.rules.fields or criterion_of(sides.new.rules, name) is not None
    return thing_name(sides.new if known else sides.old, name)


def _example(sides: Sides, effect: Effect, example: Example, number: int) -> Item:
    voice = sides.new
    rows = [*_performances(sides, example.performances), *_values(sides, effect, example.values)]
    ends = [
        voice.say("diff.example.before", text=_placing(sides.old, effect, example.old)),
        voice.say("diff.example.after", text=_placing(sides.new, effect, example.new)),
    ]
    return Item(", ".join([voice.say("diff.example.need", number=number), *ends]), [Pairs(rows)] if rows else ())


def _performances(sides: Sides, performances: Mapping[str, Fraction]) -> Iterator[tuple[str, str]]:
    for name, performance in performances.items():
        voice, criterion = _criterion(sides, name)
        yield voice.of(criterion.label), performance_words(voice, criterion, int(performance / criterion.step))


def _criterion(sides: Sides, name: str) -> tuple[Voice, Criterion]:
    """A criterion with the voice of the side that knows it, the new one first."""
    found = criterion_of(sides.new.rules, name)
    return (sides.new, found) if found is not None else (sides.old, sides.old.rules.criterion(name))


def _values(sides: Sides, effect: Effect, values: Mapping[str, Seen]) -> Iterator[tuple[str, str]]:
    voice = sides.new
    for name, value in values.items():
        if effect.about == "placed":
            yield _thing(sides, name), voice.say("diff.example.known" if value else "diff.example.not-known")
        elif isinstance(value, Fraction):
            yield voice.say("diff.example.judge", number=name), number_words(voice, value)
        else:
            known = voice if name in voice.rules.fields else sides.old
            yield _thing(sides, name), value_words(known, known.rules.fields.get(name), value)


def _placing(voice: Voice, effect: Effect, placing: Placing) -> str:
    """How a side places the need, as far as the effect is about it."""
    about = effect.about
    if about == "placed":
        return voice.say("diff.example.placed" if placing.text else "diff.example.not-placed")
    if about == "minimum":
        key = "diff.example.outcome" if placing.text else "diff.example.passes"
        return voice.say(key, outcome=outcome_name(voice, placing.text))
    if about == "lists":
        return voice.say("diff.example.list" if placing.text else "diff.example.no-list", name=placing.text)
    if about in {"panel", "not-applicable"}:
        empty = "diff.example.too-few" if about == "panel" else "diff.example.open"
        return voice.say("diff.example.value" if placing.text else empty, value=placing.text)
    score = voice.say("diff.example.score", share=placing.share)
    group = [voice.say("diff.example.group", group=_band(voice, placing.band))] if placing.band else []
    return ", ".join([score, *group])


def _band(voice: Voice, band: str) -> str:
    label = next((one.label for one in voice.rules.bands if one.id == band), None)
    return voice.of(label) or band
