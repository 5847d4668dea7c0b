"""How much hangs on the weights, as a document: who is among the first whatever they are, who hangs on them, who never is."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import isqrt
from typing import Final

from prioritera.methods.aggregate import to_whole
from prioritera.methods.order import Side
from prioritera.methods.tops import Often
from prioritera.model.by_id import by_id
from prioritera.model.draws import ORDER
from prioritera.model.result import Result
from prioritera.model.robustness import Holds, ListHolds, NeedHolds, Robustness, Turn, WeightHolds
from prioritera.model.ruleset import Model
from prioritera.reading.numbers import decimal_text
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.points import rounded
from prioritera.report.preface import illustrative, weights_words
from prioritera.report.ranked import list_title
from prioritera.report.side_by_side import column_letter
from prioritera.report.voice import Voice, thing_name

_WHOLE: Final = 100
# A weight with more signs than this is rounded.
_LONGEST = 6
_DIGITS = 2
# What says nothing of all weights.
_NOT_OF_ALL = (Holds.HANGS, Holds.ON_THE_LINE)
_SIDES = (Side.INSIDE, Side.OUTSIDE, Side.GREY_ZONE)


def robustness_document(found: Robustness, result: Result, model: Model, language: str) -> Document:
    """What the weights decide in the lists of a round.

    Args:
        found: of the result.
        result: the run.
        model: the rules and the network of the run.
        language: "sv" or "en".

    >>> from prioritera.pipeline import load_model, prioritise
    >>> from prioritera.questions import robustness
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> robustness_document(robustness(result, model, samples=10), result, model, "en").title
    'How much hangs on the weights: Made-up round on substance use and dependency'
    """
    tell = _Tell(Voice(language, model.rules, model.network), found, result)
    blocks: list[Block] = [
        *illustrative(tell.voice, result),
        Paragraph(tell.say("decides-nothing"), notice=True),
        Pairs([(tell.say("weights"), weights_words(tell.voice)), *tell.draws()]),
        *([Paragraph(tell.say("order-equal"), notice=True)] if tell.is_any_order() else []),
        Paragraph(tell.say("kept")),
        *([Paragraph(tell.say("by-score"), notice=True)] if found.by_score else []),
        Paragraph(tell.say("open")),
        *([] if found.lists else [Paragraph(tell.say("nothing-ranked"))]),
        *(Section(list_title(tell.voice, one.ranked), tell.list(one)) for one in found.lists),
    ]
    return Document(tell.say("title", label=tell.voice.of(result.round.label)), blocks, language=language)


class _Tell:
    """The words of one language for what hangs on weights."""

    def __init__(self, voice: Voice, found: Robustness, result: Result) -> None:
        self.voice = voice
        self.found = found
        self.titles = {need: decision.title for need, decision in by_id(result.decisions).items()}

    def say(self, key: str, **parameters: object) -> str:
        return self.voice.say(f"robustness.{key}", **parameters)

    def is_any_order(self) -> bool:
        """Whether an order is asked for that the weights do not have."""
        return self.found.weights == ORDER and len({criterion.weight for criterion in self.voice.rules.criteria}) == 1

    def draws(self) -> Iterator[tuple[str, str]]:
        yield self.say("drawn"), self.say(self.found.weights)
        yield self.say("samples"), self.say("samples-seed", samples=self.found.samples, seed=self.found.seed)
        # Two standard errors are at most 1 / sqrt(samples): in tenths of a percentage point, rounded upwards.
        error = isqrt(-(-((10 * _WHOLE) ** 2) // self.found.samples) - 1) + 1
        yield self.say("error"), self.say("error-points", error=self.decimal(Fraction(error, 10), 1))

    def decimal(self, number: Fraction, digits: int) -> str:
        return rounded(number, digits).replace(".", self.voice.term("decimal.mark"))

    def need(self, ident: str) -> str:
        return self.say("need", title=self.titles[ident], id=ident)

    def list(self, one: ListHolds) -> Iterator[Block]:
        if not one.needs:
            yield Paragraph(self.say("nothing-placed"))
            return
        yield Paragraph(self.voice.count(f"robustness.from.{one.k_from}", one.k))
        head = [self.say("head"), self.say("now"), self.voice.count("robustness.among", one.k), self.say("first")]
        rows = [(self.titles[need.need_id], _places(need), self.share(need.top), self.share(need.first)) for need in one.needs]
        yield Table(head, rows, numbers=[1, 2, 3])
        if out := one.ranked.not_placed:
            yield Paragraph(self.voice.count("robustness.not-placed", len(out)))
        if len(one.needs) <= one.k:
            yield Paragraph(self.voice.count("robustness.all-in", one.k))
        else:
            yield from self.kinds(one)
            yield from self.turns(one)
        yield from self.central(one)

    def share(self, often: Often) -> str:
        """In how many of the draws, in per cent: two shares where it hangs on what is open. 0 and 100 are said of none and of all only."""
        low, high = self._per_cent(often.certain), self._per_cent(often.possible)
        return self.say("share", share=low) if low == high else self.say("share-between", low=low, high=high)

    def _per_cent(self, draws: int) -> str:
        samples = self.found.samples
        share = (2 * _WHOLE * draws + samples) // (2 * samples)
        if share == 0 < draws:
            return self.say("under")
        return self.say("over") if share == _WHOLE and draws < samples else str(share)

    def kinds(self, one: ListHolds) -> Iterator[Block]:
        for holds in Holds:
            if needs := one.that(holds):
                yield Paragraph(self.voice.count(f"robustness.{self.proved_for(one, holds)}.{holds.value}", one.k))
                yield Listing([Item(self.need(need.need_id)) for need in needs])

    def proved_for(self, one: ListHolds, holds: Holds) -> str:
        """The words for all weights, or for those in an order: what is proved of the second is not so of the first."""
        is_in_order = self.found.weights == ORDER and len({weight.weight for weight in one.criteria}) > 1
        return "holds-order" if is_in_order and holds not in _NOT_OF_ALL else "holds"

    def turns(self, one: ListHolds) -> Iterator[Block]:
        """How far each weight can be changed by itself, the most sensitive first."""
        turning = [weight for weight in one.criteria if weight.nearest is not None]
        yield Paragraph(self.voice.count("robustness.turns" if turning else "robustness.no-turns", one.k))
        by_distance = sorted(turning, key=lambda weight: _distance(weight, one.whole))
        if turning:
            yield Listing([Item(self._weight(weight, one.whole), [Pairs(self._turns(weight, one.whole))]) for weight in by_distance])
        steady = [thing_name(self.voice, weight.criterion) for weight in one.criteria if weight.nearest is None]
        if turning and steady:
            yield Paragraph(self.say("steady", criteria=self.voice.all_of(steady)))

    def _weight(self, one: WeightHolds, whole: int) -> str:
        share = self.decimal(_share_now(one, whole) * _WHOLE, 1)
        return self.say("weight", criterion=thing_name(self.voice, one.criterion), weight=one.weight, of=whole, share=share)

    def _turns(self, one: WeightHolds, whole: int) -> Iterator[tuple[str, str]]:
        for way, turn in (("down", one.down), ("up", one.up)):
            if turn is not None:
                share = self.decimal(_share_past(turn, one, whole) * _WHOLE, 1)
                at = "any" if turn.weight == one.weight else "past"
                yield self.say(f"{way}-{at}", weight=self._number(turn.weight), share=share), self._changes(turn)

    def _number(self, number: Fraction) -> str:
        exact = decimal_text(number)
        if "/" not in exact and len(exact) <= _LONGEST:
            return exact.replace(".", self.voice.term("decimal.mark"))
        return self.say("about", number=self.decimal(number, _DIGITS))

    def _changes(self, turn: Turn) -> str:
        """Who comes in, who falls out, who is left on the line."""
        needs: Mapping[Side, Sequence[str]] = {
            side: [self.say("title-in-line", title=self.titles[one.need_id]) for one in turn.changes if one.after is side]
            for side in _SIDES
        }
        return "; ".join(self.say(f"side.{side.value}", needs=self.voice.all_of(names)) for side, names in needs.items() if names)

    def central(self, one: ListHolds) -> Iterator[Block]:
        """The mean weights of those that are ever certainly first."""
        first = [need for need in one.needs if need.central is not None]
        if len(one.criteria) > 1 and len(one.needs) > 1 and first:
            letters = [column_letter(at) for at in range(len(one.criteria))]
            yield Paragraph(self.say("central"))
            yield Pairs([(letter, thing_name(self.voice, weight.criterion)) for letter, weight in zip(letters, one.criteria, strict=True)])
            rows = [(self.titles[need.need_id], *(str(to_whole(share * _WHOLE)) for share in need.central or ())) for need in first]
            yield Table([self.say("head"), *letters], rows, numbers=range(1, len(letters) + 1))


def _places(need: NeedHolds) -> str:
    return str(need.best) if need.best == need.worst else f"{need.best}–{need.worst}"


def _share_now(one: WeightHolds, whole: int) -> Fraction:
    return Fraction(one.weight, whole)


def _distance(one: WeightHolds, whole: int) -> Fraction:
    """How far the weight's share is from the nearest where somebody changes sides. A weight that turns downwards or upwards."""
    return min(abs(_share_past(turn, one, whole) - _share_now(one, whole)) for turn in (one.down, one.up) if turn is not None)


def _share_past(turn: Turn, one: WeightHolds, whole: int) -> Fraction:
    """The share of the whole that the weight has where somebody changes sides, the other weights as they are."""
    return turn.weight / (whole - one.weight + turn.weight)
