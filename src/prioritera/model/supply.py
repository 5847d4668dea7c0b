"""Supply: who could take each need, where nobody has said that they can, and where several do the same."""

from enum import Enum

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.offers import Offer

# So many actors that offer the same are told of: they may be doing the same work without knowing of each other (K18:534).
MANY = 3


class Fits(Enum):
    """Whether one side of an offer fits a need. NOT_SAID: the offer does not say; NOT_KNOWN: of the need it is not known."""

    YES = "yes"
    PART = "part"
    NO = "no"
    NOT_SAID = "not-said"
    NOT_KNOWN = "not-known"


@attrs.frozen(kw_only=True)
class Match:
    """One offer against one need: by area, by place and by kind of support.

    PART of a place: it serves some of those that the need comes from, or may come from.
    """

    offer: Offer
    area: Fits
    place: Fits
    kind: Fits

    @property
    def can(self) -> bool:
        """Whether what is said is enough to say that the actor could take it: its area, its place, and no kind of support that fails."""
        return self.area is Fits.YES and self.place in {Fits.YES, Fits.PART} and self.kind is not Fits.NO

    @property
    def may(self) -> bool:
        """Whether nothing that is said speaks against it, and something is not said."""
        return not self.can and Fits.NO not in {self.area, self.place, self.kind}


@attrs.frozen(kw_only=True)
class NeedSupply:
    """Who could take one need. `mandated` are the actors with a mandate for its outcome, those nearest to its senders where there are many.

    `others_mandated` is how many more of the same kind have it, elsewhere. `can` and `may` are offers, in the order of their file.
    """

    need_id: str
    title: str
    area: str
    outcome: str
    mandated: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    others_mandated: int = 0
    can: tuple[Match, ...] = attrs.field(converter=frozen_tuple, default=())
    may: tuple[Match, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def able(self) -> tuple[str, ...]:
        """The actors of the offers that could take it, each once."""
        return tuple(dict.fromkeys(match.offer.actor for match in self.can))

    @property
    def is_crowded(self) -> bool:
        """Whether several actors offer the same."""
        return len(self.able) >= MANY

    @property
    def is_bare(self) -> bool:
        """Whether nobody has said that they can: no offer, and no mandate."""
        return not self.can and not self.mandated and not self.others_mandated


@attrs.frozen(kw_only=True)
class Crowd:
    """One area and kind of support that several actors offer. `kind` is "" for offers that do not say which."""

    area: str
    kind: str
    actors: tuple[str, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Turn:
    """Where some municipalities turn: their support structure, its networks, and the offers that serve them. Those alike are together."""

    municipalities: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    structures: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    networks: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    offers: tuple[Offer, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Supply:
    """Needs in the order of the round, crowds by area, and where to turn.

    `not_said` are the offers that leave out their areas, whom they serve, or which kinds of support they give. `left_out` are the records
    that are no need of their own: set aside, or merged into another.
    """

    needs: tuple[NeedSupply, ...] = attrs.field(converter=frozen_tuple)
    crowds: tuple[Crowd, ...] = attrs.field(converter=frozen_tuple, default=())
    turns: tuple[Turn, ...] = attrs.field(converter=frozen_tuple, default=())
    not_said: tuple[Offer, ...] = attrs.field(converter=frozen_tuple, default=())
    gone: tuple[Offer, ...] = attrs.field(converter=frozen_tuple, default=())
    left_out: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
