"""What a schema knows of: the language of its descriptions, and the rule set and the network whose own words it completes."""

from collections.abc import Mapping

import attrs

from prioritera.model.criterion import Criterion
from prioritera.model.field import Field
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.words.catalogue import has, template

Schema = dict[str, object]


@attrs.frozen(kw_only=True)
class Known:
    """Without a rule set or a network, the words that only they have are whatever could be words."""

    language: str
    rules: RuleSet | None = None
    network: Network | None = None

    def say(self, key: str) -> str:
        """What is said of a key of a group; keys such as `source` mean the same in every group.

        >>> Known(language="en").say("actor.code"), Known(language="en").say("actor.source")
        ('A code, for example the municipal code.', 'Where it is from.')
        """
        own = f"schema.{key}"
        return template(self.language, own if has(self.language, own) else f"schema.any.{key.partition('.')[2]}")

    @property
    def fields(self) -> Mapping[str, Field]:
        """The rule set's fields by id; none without one."""
        return self.rules.fields if self.rules else {}

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The rule set's criteria in order; none without one."""
        return self.rules.criteria if self.rules else ()

    @property
    def areas(self) -> tuple[str, ...]:
        """The ids of the rule set's areas, in order."""
        return tuple(area.id for area in self.rules.areas) if self.rules else ()

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the network's actors, in order."""
        return tuple(self.network.actors) if self.network else ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The ids of the network's kinds of actors, in order."""
        return tuple(self.network.kinds) if self.network else ()
