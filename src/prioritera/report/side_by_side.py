"""Many methods side by side as a document: ranks, how far they agree, who is always and never at the top, and what a method cannot bear."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from prioritera.methods.correlation import Correlation
from prioritera.methods.outrank import Preference
from prioritera.model.by_id import by_id as first_of
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.side_by_side import RULES, Agreement, ListBeside, NoOrder, Open, SideBySide
from prioritera.reading.numbers import decimal_text
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.points import rounded
from prioritera.report.preface import illustrative
from prioritera.report.ranked import list_title
from prioritera.report.voice import Voice, thing_name

_DIGITS = 2
_FIRST, _LETTERS = "A", 26


def side_by_side_document(found: SideBySide, result: Result, model: Model, language: str) -> Document:
    """The lists of a round beside the orders of other methods.

    Args:
        found: of the result.
        result: the run.
        model: the rules and the network of the run.
        language: "sv" or "en".

    >>> from prioritera.pipeline import load_model, prioritise
    >>> from prioritera.questions import compare_methods
    >>> round_, model = load_model("examples/illustrative")
    >>> result = prioritise(round_, model)
    >>> side_by_side_document(compare_methods(result, ["topsis"]), result, model, "en").title
    'The same needs by several methods: Made-up round on substance use and dependency'
    """
    tell = _Tell(Voice(language, model.rules, model.network), found, result)
    blocks: list[Block] = [
        *illustrative(tell.voice, result),
        Paragraph(tell.say("decides-nothing"), notice=True),
        Paragraph(tell.say("values")),
        Pairs([(letter, tell.method(method)) for method, letter in tell.letters.items()]),
        *([] if found.lists else [Paragraph(tell.say("nothing-ranked"))]),
        *(tell.list(beside) for beside in found.lists),
        *tell.warnings(),
    ]
    return Document(tell.say("title", label=tell.voice.of(result.round.label)), blocks, language=language)


class _Tell:
    """The words of one language for methods side by side."""

    def __init__(self, voice: Voice, found: SideBySide, result: Result) -> None:
        self.voice = voice
        self.methods = found.methods
        self.by_id = {method.id: method for method in found.methods}
        self.preferences = found.preferences
        self.letters = {method: column_letter(place) for place, method in enumerate((RULES, *self.by_id))}
        self.titles = {need: decision.title for need, decision in first_of(result.decisions).items()}

    def say(self, key: str, **parameters: object) -> str:
        return self.voice.say(f"beside.{key}", **parameters)

    def method(self, method: str) -> str:
        if method in self.by_id and self.by_id[method].library:
            return self.say("door", name=method.partition(":")[2], library=self.by_id[method].library)
        return self.say(f"method.{method}")

    def need(self, ident: str) -> str:
        return self.say("need", title=self.titles[ident], id=ident)

    def list(self, beside: ListBeside) -> Section:
        return Section(
            list_title(self.voice, beside.ranked), [*self._compared(beside), *self._without(beside.without), *self._open(beside.open)]
        )

    def _compared(self, beside: ListBeside) -> Iterator[Block]:
        if not beside.alike:
            yield Paragraph(self.say("not-alike"))
            return
        if not beside.is_compared:
            yield Paragraph(self.say("too-few"))
            return
        ranks = [[_rank(rank, column.ranks) for rank in column.ranks] for column in beside.columns]
        rows = [(self.titles[need], *its) for need, *its in zip(beside.needs, *ranks, strict=True)]
        letters = [self.letters[column.method] for column in beside.columns]
        yield Table([self.say("head"), *letters], rows, numbers=range(1, len(letters) + 1))
        with_rules = [one for one in beside.agreements if one.first == RULES]
        head = [self.say("agreement"), self.say("tau"), self.say("rho")]
        yield Table(head, [self._agreement(one) for one in with_rules], numbers=[1, 2])
        for key, needs in (("always", beside.always), ("never", beside.never)):
            if needs:
                yield Paragraph(self.voice.count(f"beside.{key}", beside.top))
                yield Listing([Item(self.need(need)) for need in needs])
            else:
                yield Paragraph(self.voice.count(f"beside.{key}-nobody", beside.top))

    def _agreement(self, one: Agreement) -> tuple[str, str, str]:
        return self.method(one.second), self._number(one.tau), self._number(one.rho)

    def _number(self, found: Correlation | None) -> str:
        return self.say("no-correlation") if found is None else _decimal(found, self.voice.term("decimal.mark"))

    def _without(self, without: Sequence[NoOrder]) -> Iterator[Block]:
        """The methods that give no order of the list, and why."""
        if without:
            yield Paragraph(self.say("without"))
            yield Listing([Item(self.say("no-order", method=self.method(one.method), why=self._why(one))) for one in without])

    def _why(self, one: NoOrder) -> str:
        return self.say(f"unfit.{one.reason}", criteria=self.voice.all_of([thing_name(self.voice, name) for name in one.criteria]))

    def _open(self, left_out: Sequence[Open]) -> Iterator[Block]:
        if left_out:
            yield Paragraph(self.voice.count("beside.open", len(left_out)))
            yield Listing([Item(self.need(one.need_id), [Pairs([(self.say("unknown"), self._unknown(one))])]) for one in left_out])

    def _unknown(self, one: Open) -> str:
        names = [thing_name(self.voice, criterion) for criterion in one.criteria]
        return self.voice.all_of(names) if names else self.say("place-open")

    def warnings(self) -> Iterator[Section]:
        """What each method cannot bear, with the published reason."""
        doors = [method for method in self.methods if method.library]
        turning = [self.say(f"reverses.{method.id}") for method in self.methods if method.reverses and not method.library]
        through = [self.method(method.id) for method in doors if method.reverses]
        turning += [self.say("reverses.doors", methods=self.voice.all_of(through))] if through else []
        if turning:
            about = Paragraph(self.say("reverses.about"), notice=True)
            yield Section(self.say("reverses.title"), [about, Listing([Item(one) for one in turning])])
        choices = [self.say(f"chosen.{method.id}") for method in self.methods if method.id in {"lexicographic", "roc"}]
        choices += [self._preferences()] if any(method.by is not None for method in self.methods) else []
        choices += [self.say("chosen.doors")] if doors else []
        choices += [self.say(f"chosen.{method.note}", method=self.method(method.id)) for method in doors if method.note]
        if choices:
            yield Section(self.say("chosen.title"), [Listing([Item(one) for one in choices])])

    def _preferences(self) -> str:
        """By which functions PROMETHEE II goes: those that somebody has given, and the usual one for all other criteria."""
        if not self.preferences:
            return self.say("chosen.promethee2")
        given = [self._preference(name, preference) for name, preference in self.preferences.items()]
        return self.say("chosen.promethee2-given", given=self.voice.all_of(given))

    def _preference(self, name: str, preference: Preference) -> str:
        signs = (("q", preference.indifference), ("p", preference.preference), ("s", preference.spread))
        mark = self.voice.term("decimal.mark")
        parts = [f"{sign} {decimal_text(Fraction(value)).replace('.', mark)}" for sign, value in signs if value]
        shape = self.say(f"shape.{preference.shape.value}")
        return f"{thing_name(self.voice, name)} {' '.join((shape, *parts))}"


def column_letter(place: int) -> str:
    """The letters of a column, as a spreadsheet has them: A to Z, then AA."""
    before, last = divmod(place, _LETTERS)
    return (column_letter(before - 1) if before else "") + chr(ord(_FIRST) + last)


def _rank(rank: int, ranks: Sequence[int]) -> str:
    """A rank, with a sign where it is shared."""
    return f"{rank}=" if ranks.count(rank) > 1 else str(rank)


def _decimal(found: Correlation, mark: str) -> str:
    """A correlation with two decimals."""
    share = found.rounded(_DIGITS)
    return f"{'−' if share < 0 else ''}{rounded(abs(share), _DIGITS)}".replace(".", mark)
