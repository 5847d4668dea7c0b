"""Rule sets, and the two proofs of being checked: only what has been verified can be run."""

from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs
from attrs import validators

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.methods.scales import Function, Log, exact_scale
from prioritera.model.criterion import Criterion
from prioritera.model.domain import Domain
from prioritera.model.field import Field, Kind, Term
from prioritera.model.meaning import WHERE_WRITTEN, meaning_hash
from prioritera.model.network import Network
from prioritera.model.outcome import ERROR, FORBIDDEN, Outcome
from prioritera.model.selection import Selection
from prioritera.model.table import Hit, Rule, Table
from prioritera.model.text import Label
from prioritera.words.catalogue import LANGUAGES, has, say

MOST = 2**63 - 1
ROUNDED_SCALE = 1_000_000


@attrs.frozen(kw_only=True)
class Band:
    """A group (A, B, C) that begins at a fixed share of the highest possible score."""

    id: str
    least: Fraction
    label: Label | None = attrs.field(default=None, metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class TieBreaker:
    """A named way to tell apart needs with equal scores: a field with an order, or a criterion's performance.

    Exactly one of `field` and `criterion` is given. `prefer` is "more" or "less". The field of a rule set's `classes` is named in the same
    way: it tells needs apart before the score does.
    """

    field: str = ""
    criterion: str = ""
    prefer: str = attrs.field(default="more", validator=validators.in_(("more", "less")))
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class NotComparable:
    """That needs which differ in `by`, an area or a field, are not to be compared, and on what ground."""

    by: str
    because: Label = attrs.field(metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @property
    def grounds(self) -> dict[str, str]:
        """The ground in each language as messages name it: without the full stop that ends it, where it is said, and what its status is."""
        return {f"ground_{language}": self._ground(language) for language in LANGUAGES}

    def _ground(self, language: str) -> str:
        key = f"terms.status.{self.status}"
        status = say(language, key) if self.status and has(language, key) else self.status
        parts = [
            self.because.say(language).rstrip("."),
            *([f"({self.source})"] if self.source else []),
            *([f"[{status}]"] if status else []),
        ]
        return " ".join(parts)


@attrs.frozen(kw_only=True)
class RuleSet:
    """Criteria, scales, weights and rules in one value, resolved: vocabularies are in, what it extends is merged.

    `tables` are the chain of classifying tables in the order they are run, each concluding one field; then `triage` concludes the
    outcome and `destination` the course. `list_key` says what must be equal for two needs to be compared, and `not_comparable` what the
    framework itself forbids to compare across. `classes` is the field whose
    words come before any score: the places that a panel or a matrix has concluded. A need that a rule of `forbidden` matches is set aside
    as an error, with the rule's ground. `selections` are those that the framework itself sets limits for. `valid_from` and `valid_to` are
    the first and the last day that the rules are in force, None where nobody has said; when they are in force is no part of what they
    mean.
    """

    id: str
    version: str
    label: Label = attrs.field(metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    owner: str = attrs.field(default="", metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    about: Label | None = attrs.field(default=None, metadata={"meaning": False})
    valid_from: date | None = attrs.field(default=None, metadata={"meaning": False})
    valid_to: date | None = attrs.field(default=None, metadata={"meaning": False})
    object: str = ""
    domain: str = ""
    areas: tuple[Term, ...] = attrs.field(converter=frozen_tuple)
    fields: FrozenMap[str, Field] = attrs.field(converter=frozen_map)
    outcomes: FrozenMap[str, Outcome] = attrs.field(converter=frozen_map)
    tables: tuple[Table, ...] = attrs.field(converter=frozen_tuple, default=())
    triage: Table
    destination: Table
    criteria: tuple[Criterion, ...] = attrs.field(converter=frozen_tuple)
    bands: tuple[Band, ...] = attrs.field(converter=frozen_tuple, default=())
    min_known: Fraction = Fraction(0)
    min_known_status: str = attrs.field(default="", metadata={"meaning": False})
    propose_leaving_out_above: Fraction = Fraction(1)
    list_key: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=("area", "destination"))
    not_comparable: NotComparable | None = attrs.field(default=None, metadata={"meaning": WHERE_WRITTEN})
    tie_breakers: tuple[TieBreaker, ...] = attrs.field(converter=frozen_tuple, default=())
    classes: TieBreaker | None = None
    forbidden: tuple[Rule, ...] = attrs.field(converter=frozen_tuple, default=())
    selections: tuple[Selection, ...] = attrs.field(converter=frozen_tuple, default=(), metadata={"meaning": WHERE_WRITTEN})
    weights_decided: str = attrs.field(default="", metadata={"meaning": False})
    weights_source: str = attrs.field(default="", metadata={"meaning": False})
    weights_total: int | None = None
    weights_domains: tuple[Domain, ...] = attrs.field(converter=frozen_tuple, default=(), metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    def __attrs_post_init__(self) -> None:
        """Refuse rules that end before they begin."""
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"the rules are in force from {self.valid_from} to {self.valid_to}; expected the first day not after the last")

    def is_valid_on(self, day: date) -> bool:
        """Whether the rules are in force on a day: both ends included, and no end where nobody has said one."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @cached_property
    def meaning(self) -> str:
        """The meaning hash; nothing here can change, so that it is reckoned once."""
        return meaning_hash(self)

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Every table in the order they are run: the chain, triage, destination."""
        return (*self.tables, self.triage, self.destination)

    @property
    def bans(self) -> Table | None:
        """What is forbidden, as a table in which every rule is heard; None where nothing is."""
        if not self.forbidden:
            return None
        return Table(id=FORBIDDEN, concludes=ERROR, hit=Hit.COLLECT, rules=self.forbidden, span=self.forbidden[0].span)

    @property
    def weight_sum(self) -> int:
        """W, the sum of all weights."""
        return sum(criterion.weight for criterion in self.criteria)

    @property
    def tiers(self) -> int:
        """T: one a class, or one; twice as many when some failed minimum leads to the lowest tiers."""
        return self.class_count * (2 if any(c.minimum is not None and not c.minimum.outcome for c in self.criteria) else 1)

    @property
    def class_count(self) -> int:
        """How many classes there are; 1 where the rules name none."""
        if self.classes is None:
            return 1
        low, high = self.tie_domain(self.classes)
        return high - low + 1

    @property
    def orderings(self) -> tuple[TieBreaker, ...]:
        """What tells needs apart besides the score: the classes, if there are any, then the tie-breakers."""
        return (*(() if self.classes is None else (self.classes,)), *self.tie_breakers)

    @property
    def is_exact(self) -> bool:
        """Whether the least exact scale fits, so that nothing is rounded; none is exact for a logarithm, or for any set."""
        rounded = any(isinstance(function, Log) for function in self._functions()) or any(criterion.relative for criterion in self.criteria)
        return not rounded and self.key_bound(self._least_scale()) <= MOST

    @property
    def scale(self) -> int:
        """S, the value of the best performance: the least exact one, or 1 000 000 with rounding where none fits a 64-bit key."""
        return self._least_scale() if self.is_exact else ROUNDED_SCALE

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of an id; KeyError if there is none."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def tie_domain(self, breaker: TieBreaker) -> tuple[int, int]:
        """The least and the greatest that a tie-breaker can be, in steps or places."""
        if breaker.criterion:
            criterion = self.criterion(breaker.criterion)
            low, high = criterion.low, criterion.high
            if low is None or high is None:
                raise ValueError(f"the tie-breaker {breaker.criterion} has no bounds; a declared domain is expected")
            return low, high
        field = self.fields[breaker.field]
        return (field.low, field.high) if field.kind is Kind.WHOLE else (0, max(len(field.terms), 2) - 1)

    def key_bound(self, scale: int) -> int:
        """How many different keys there can be with this scale: an engine's key holds at most MOST."""
        bound: int = self.tiers * (self.weight_sum * scale + 1)
        for breaker in self.tie_breakers:
            low, high = self.tie_domain(breaker)
            bound *= high - low + 1
        return bound

    def _least_scale(self) -> int:
        return exact_scale(self._functions())

    def _functions(self) -> list[Function]:
        caps = [criterion.cap.function for criterion in self.criteria if criterion.cap is not None]
        return [*(criterion.function for criterion in self.criteria), *caps]


@attrs.frozen(kw_only=True)
class VerifiedRuleSet:
    """A rule set that `verify` has proved, sealed with its meaning hash. Changed rules do not fit an old seal."""

    rules: RuleSet
    seal: str = attrs.field(validator=validators.instance_of(str))

    def __attrs_post_init__(self) -> None:
        """Refuse a seal that is not this content's."""
        if self.seal != self.rules.meaning:
            raise ValueError("the rules are not the ones that were verified; verify them again")


@attrs.frozen(kw_only=True)
class Model:
    """A verified rule set bound to a network: what `prioritise` takes. Its two hashes are in every result."""

    verified: VerifiedRuleSet
    network: Network
    seal: str = attrs.field(validator=validators.instance_of(str))
    network_hash: str = attrs.field(init=False, default=attrs.Factory(lambda self: self.network.meaning, takes_self=True))

    def __attrs_post_init__(self) -> None:
        """Refuse a seal that is not this rule set's and this network's together."""
        if self.seal != _seal(self.verified, self.network_hash):
            raise ValueError("the rules or the network are not the ones that were bound; bind them again")

    @property
    def rules(self) -> RuleSet:
        """The rule set itself."""
        return self.verified.rules


def model_seal(verified: VerifiedRuleSet, network: Network) -> str:
    """The seal of a rule set with a network."""
    return _seal(verified, network.meaning)


def _seal(verified: VerifiedRuleSet, network_hash: str) -> str:
    return meaning_hash((verified.seal, network_hash))
