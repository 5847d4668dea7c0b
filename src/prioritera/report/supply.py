"""Supply as a document: who could take each need, where nobody can and where several do the same, the matrix, and where to turn."""

from collections.abc import Iterator, Sequence

from prioritera.model.offers import Offer
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.supply import Crowd, Fits, NeedSupply, Supply, Turn
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.notes import marked
from prioritera.report.preface import illustrative
from prioritera.report.voice import Voice, actor_name, area_name, capital, outcome_name

_MOST_COLUMNS = 12


def supply_document(found: Supply, result: Result, model: Model, language: str) -> Document:
    """Supply against the needs of a round.

    Args:
        found: of the result.
        result: the run.
        model: the rules and the network of the run.
        language: "sv" or "en".

    >>> from prioritera import load_model, prioritise, supply
    >>> round_, model = load_model("examples/stockholm-2020")
    >>> result = prioritise(round_, model)
    >>> supply_document(supply(result, model), result, model, "sv").title
    'Utbud mot behov: Stockholms län 2020'
    """
    tell = _Tell(language, result, model)
    groups = (
        ("crowded", [need for need in found.needs if need.is_crowded]),
        ("able", [need for need in found.needs if need.able and not need.is_crowded]),
        ("mandated", [need for need in found.needs if not need.able and not need.is_bare]),
        ("bare", [need for need in found.needs if need.is_bare]),
    )
    blocks: list[Block] = [
        *illustrative(tell.voice, result),
        Pairs(tell.head(found)),
        *(tell.needs(key, needs) for key, needs in groups if needs),
        *tell.crowds(found.crowds),
        *tell.matrix(found),
        tell.turns(found.turns),
        *tell.apart("not-said", found.not_said),
        *tell.apart("gone", found.gone),
    ]
    if found.left_out:
        blocks.append(Paragraph(tell.say("left-out", needs=tell.voice.all_of(found.left_out))))
    return Document(tell.say("title", label=tell.voice.of(result.round.label)), blocks, language=language)


class _Tell:
    """The words of one language for a round and its offers."""

    def __init__(self, language: str, result: Result, model: Model) -> None:
        self.voice = Voice(language, model.rules, model.network)
        self.round = result.round
        self.offers = result.round.offers

    def say(self, key: str, **parameters: object) -> str:
        return self.voice.say(f"supply.{key}", **parameters)

    def actor(self, ident: str) -> str:
        return actor_name(self.voice, ident)

    def head(self, found: Supply) -> Iterator[tuple[str, str]]:
        if self.offers.offers:
            yield self.say("offers"), marked(self.voice, self.voice.of(self.offers.label), self.offers.status)
            yield self.say("offers-count"), str(len(self.offers.offers))
        else:
            yield self.say("offers"), self.say("no-offers")
        yield self.say("needs-count"), str(len(found.needs))

    def needs(self, key: str, needs: Sequence[NeedSupply]) -> Section:
        items = [Item(self.say("need", title=need.title, id=need.need_id), [Pairs(self._about(need))]) for need in needs]
        return Section(self.say(f"{key}.title", number=len(needs)), [Paragraph(self.say(f"{key}.about")), Listing(items)])

    def _about(self, need: NeedSupply) -> Iterator[tuple[str, str]]:
        area, outcome = area_name(self.voice, need.area), outcome_name(self.voice, need.outcome)
        yield self.say("area"), self.say("area-and-outcome", area=area, outcome=outcome)
        for match in need.can:
            yield self.say("can"), self._offered(match.offer, partly=match.place is Fits.PART)
        if need.mandated:
            named = [self.actor(actor) for actor in need.mandated]
            yield self.say("mandate"), self.voice.all_of(named)
        elif need.others_mandated:
            yield self.say("mandate"), self.say("mandate-elsewhere", number=need.others_mandated)
        if need.may:
            yield self.say("may"), self.voice.count("supply.may-count", len(need.may))

    def _offered(self, offer: Offer, *, partly: bool = False) -> str:
        kinds = [self.voice.of(self.offers.kinds[kind].label) for kind in offer.kinds or ()]
        kind = self.voice.all_of(kinds) if kinds else self.say("kind-not-said")
        return self.say("offered-partly" if partly else "offered", actor=self.actor(offer.actor), kind=kind)

    def crowds(self, crowds: Sequence[Crowd]) -> Iterator[Section]:
        if crowds:
            rows = [
                (
                    area_name(self.voice, crowd.area),
                    self.voice.of(self.offers.kinds[crowd.kind].label) if crowd.kind else self.say("kind-not-said"),
                    self.voice.all_of([self.actor(actor) for actor in crowd.actors]),
                )
                for crowd in crowds
            ]
            head = [self.say("area"), self.say("kind"), self.say("actors")]
            yield Section(self.say("crowds.title"), [Paragraph(self.say("crowds.about")), Table(head, rows)])

    def matrix(self, found: Supply) -> Iterator[Section]:
        """Areas against the actors that say their areas, so many to a table as the page has room for."""
        offers = [offer for offer in self.offers.offers if offer.areas is not None and offer not in found.gone]
        actors = list(dict.fromkeys(offer.actor for offer in offers))
        numbers = {actor: str(number) for number, actor in enumerate(actors, start=1)}
        has = {(area, offer.actor) for offer in offers for area in offer.areas or ()}
        needs = [need.area for need in found.needs]
        areas = [term.id for term in self.voice.rules.areas if term.id in needs or any((term.id, actor) in has for actor in actors)]
        blocks: list[Block] = [Paragraph(self.say("matrix.about"))]
        yes = self.say("matrix.yes")
        counted = [(area, area_name(self.voice, area), str(needs.count(area))) for area in areas]
        for start in range(0, len(actors), _MOST_COLUMNS):
            part = actors[start : start + _MOST_COLUMNS]
            rows = [(name, number, *(yes if (area, one) in has else "" for one in part)) for area, name, number in counted]
            head = [self.say("area"), self.say("needs"), *(numbers[actor] for actor in part)]
            blocks.append(Table(head, rows, numbers=[1]))
        if actors:
            yield Section(self.say("matrix.title"), [*blocks, Pairs([(numbers[actor], self.actor(actor)) for actor in actors])])

    def turns(self, turns: Sequence[Turn]) -> Section:
        items = [Item(self._whom(turn), [Pairs(self._turn(turn))]) for turn in turns]
        about = Paragraph(self.say("turns.about" if turns else "turns.unknown"))
        return Section(self.say("turns.title"), [about, Listing(items)] if turns else [about])

    def _whom(self, turn: Turn) -> str:
        named = [self.actor(one) for one in turn.municipalities]
        return named[0] if len(named) == 1 else self.say("turns.many", number=len(named), names=self.voice.all_of(named))

    def _turn(self, turn: Turn) -> Iterator[tuple[str, str]]:
        for structure in turn.structures:
            yield self.say("turns.structure"), self._reached(structure)
        for network in turn.networks:
            yield self.say("turns.network"), self._reached(network)
        for offer in turn.offers:
            areas = [area_name(self.voice, area) for area in offer.areas or ()]
            said = self.voice.all_of(areas) if areas else self.say("areas-not-said")
            offered = self.say("turns.offered", actor=self.actor(offer.actor), areas=said)
            about = f" {self.voice.of(offer.what)}" if offer.what else ""
            yield self.say("turns.offer"), f"{offered}{about}{self._contact('', offer.contact or offer.link)}"

    def _reached(self, actor: str) -> str:
        return f"{capital(self.actor(actor))}{self._contact('.', self.voice.network.actors[actor].contact)}"

    def _contact(self, before: str, contact: str) -> str:
        return f"{before} {self.say('contact', contact=contact)}" if contact else ""

    def apart(self, key: str, offers: Sequence[Offer]) -> Iterator[Section]:
        if offers:
            items = [Item(self._lacking(offer) if key == "not-said" else self._offered(offer)) for offer in offers]
            yield Section(self.say(f"{key}.title", number=len(offers)), [Paragraph(self.say(f"{key}.about")), Listing(items)])

    def _lacking(self, offer: Offer) -> str:
        sides = {"areas": offer.areas, "serves": offer.serves, "kinds": offer.kinds}
        lacking = [self.say(f"not-said.{side}") for side, said in sides.items() if said is None]
        return self.say("not-said.item", actor=self.actor(offer.actor), lacking=self.voice.all_of(lacking))
