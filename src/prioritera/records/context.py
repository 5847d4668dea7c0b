"""What records are read against: the rule set's words and criteria, the network's names, the catalogue's entries."""

from collections.abc import Mapping
from functools import cached_property

from prioritera.model.criterion import Criterion
from prioritera.model.field import Field
from prioritera.model.field import Origin as From
from prioritera.model.need import Origin
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Fact
from prioritera.records.actors import ActorNames
from prioritera.records.sheet import Columns

AREA = "area"


class Context:
    """The rules, names and entries of one round, looked up once for all its records; equal values are read once."""

    def __init__(self, round_: Round, rules: RuleSet, network: Network) -> None:
        """Index what every record asks for."""
        self.fields: Mapping[str, Field] = rules.fields
        self.facts = {name: field for name, field in rules.fields.items() if field.origin is From.FACT and name != AREA}
        self.criteria: Mapping[str, Criterion] = {criterion.id: criterion for criterion in rules.criteria}
        self.areas = {term.id: term for term in rules.areas}
        self.only_area = round_.areas[0] if len(round_.areas) == 1 else ""
        self.area_not_given = round_.area_not_given if round_.area_not_given in self.areas else ""
        self.entries = round_.catalogue.entries
        self.kinds = network.kinds
        self.read_facts: dict[tuple[str, type, object], Fact] = {}
        self.read_values: dict[tuple[str, type, object], Assessment] = {}
        self.read_origins: dict[object, Origin] = {}
        self.sheets: dict[object, Columns] = {}
        self.faulty = 0
        self._network = network

    @cached_property
    def actors(self) -> ActorNames:
        """The names of the network's actors."""
        return ActorNames(self._network)
