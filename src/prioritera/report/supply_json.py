"""Supply as JSON. The schema stands beside this file: `supply.schema.json`."""

from prioritera.model.offers import Offer, Offers
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.supply import Crowd, Match, NeedSupply, Supply, Turn
from prioritera.report.json import as_text
from prioritera.report.records import Record, Voices, label
from prioritera.report.voice import actor_name, area_name, outcome_name

SUPPLY = "prioritera/supply/1"


def supply_json(found: Supply, result: Result, model: Model) -> str:
    """Supply against the needs of a round, whole.

    >>> import json
    >>> from prioritera import load_model, prioritise, supply
    >>> round_, model = load_model("examples/stockholm-2020")
    >>> result = prioritise(round_, model)
    >>> json.loads(supply_json(supply(result, model), result, model))["schema"]
    'prioritera/supply/1'
    """
    tell = _Tell(Voices(model.rules, model.network), result.round.offers)
    return as_text(
        {
            "schema": SUPPLY,
            "round": {"id": result.round.id, "label": label(result.round.label)},
            "offers": [tell.offer(offer) for offer in result.round.offers.offers],
            "needs": [tell.need(need) for need in found.needs],
            "crowds": [tell.crowd(crowd) for crowd in found.crowds],
            "turns": [tell.turn(turn) for turn in found.turns],
            "not_said": [offer.id for offer in found.not_said],
            "gone": [offer.id for offer in found.gone],
            "left_out": list(found.left_out),
        }
    )


class _Tell:
    """What things are called in both languages."""

    def __init__(self, voices: Voices, offers: Offers) -> None:
        self.voices = voices
        self.kinds = offers.kinds

    def actor(self, ident: str) -> Record:
        return self.voices.named(ident, actor_name)

    def kind(self, ident: str) -> Record:
        return {"id": ident, "label": label(self.kinds[ident].label)}

    def offer(self, offer: Offer) -> Record:
        return {
            "id": offer.id,
            "actor": self.actor(offer.actor),
            "areas": None if offer.areas is None else [self.voices.named(area, area_name) for area in offer.areas],
            "kinds": None if offer.kinds is None else [self.kind(kind) for kind in offer.kinds],
            "serves": [self.actor(actor) for actor in offer.serves] if isinstance(offer.serves, tuple) else offer.serves,
            "what": label(offer.what),
            "contact": offer.contact or None,
            "link": offer.link or None,
            "source": offer.source or None,
            "status": offer.status or None,
        }

    def need(self, need: NeedSupply) -> Record:
        return {
            "id": need.need_id,
            "title": need.title,
            "area": self.voices.named(need.area, area_name),
            "outcome": self.voices.named(need.outcome, outcome_name),
            "mandated": [self.actor(actor) for actor in need.mandated],
            "others_mandated": need.others_mandated,
            "can": [_match(match) for match in need.can],
            "may": [_match(match) for match in need.may],
            "crowded": need.is_crowded,
            "nobody": need.is_bare,
        }

    def crowd(self, crowd: Crowd) -> Record:
        return {
            "area": self.voices.named(crowd.area, area_name),
            "kind": self.kind(crowd.kind) if crowd.kind else None,
            "actors": [self.actor(actor) for actor in crowd.actors],
        }

    def turn(self, turn: Turn) -> Record:
        return {
            "municipalities": [self.actor(actor) for actor in turn.municipalities],
            "structures": [self.actor(actor) for actor in turn.structures],
            "networks": [self.actor(actor) for actor in turn.networks],
            "offers": [offer.id for offer in turn.offers],
        }


def _match(match: Match) -> Record:
    return {"offer": match.offer.id, "area": match.area.value, "place": match.place.value, "kind": match.kind.value}
