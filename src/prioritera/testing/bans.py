"""What the rules forbid of a need, whatever is open of it."""

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.tables.chain import cuts_of
from prioritera.tables.evaluate import matches
from prioritera.verify.landed import Read, landed
from prioritera.verify.met import Met
from prioritera.verify.written import need_of


@attrs.frozen(kw_only=True, eq=False)
class Bans:
    """The rules against needs, and what has to be seen of a need to ask them."""

    against: Read
    names: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    _left: dict[int, bool] = attrs.field(init=False, factory=dict, repr=False)

    @classmethod
    def of(cls, rules: RuleSet, network: Network, catalogue: Catalogue) -> "Bans":
        """Those of a rule set: every field is seen, for a table may conclude what is forbidden."""
        return cls(against=Read(network=network, catalogue=catalogue, rules=rules, cuts=cuts_of(rules)), names=tuple(rules.fields))

    def leave_some(self, met: Met) -> bool:
        """Whether the plainest need of a box is not forbidden; worked out once a box."""
        if not self.against.rules.forbidden:
            return True
        if id(met) not in self._left:
            built = need_of(met.witness, self.against.rules, network=self.against.network, catalogue=self.against.catalogue)
            self._left[id(met)] = built is not None and not self.forbid(built.need)
        return self._left[id(met)]

    def forbid(self, need: Need) -> bool:
        """Whether some completion of a need is forbidden; False where the rules forbid nothing.

        >>> from prioritera.loading.load import load_network, load_rules
        >>> from prioritera.model.need import Origin
        >>> rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:panel")
        >>> Bans.of(rules, network, Catalogue()).forbid(Need(id="n", title="n", area="disability", origins=[Origin(unknown=True)]))
        False
        """
        rules = self.against.rules
        found = landed(need, self.against, self.names) if rules.forbidden else None
        return found is not None and any(matches(rule, seen, rules.fields) for seen in found.completions for rule in rules.forbidden)
