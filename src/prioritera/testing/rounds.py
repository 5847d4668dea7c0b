"""Rounds for a rule set: some needs with ids of their own, as records, with the catalogue that they match and somebody who holds it."""

from decimal import Decimal
from typing import Any

import tomli
from hypothesis import strategies as st

from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.round import Cut, Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
from prioritera.testing.catalogues import every_status
from prioritera.testing.needs import needs
from prioritera.testing.networks import HUB, network_for
from prioritera.verify.as_toml import need_as_toml


def rounds(
    rules: RuleSet, *, network: Network | None = None, catalogue: Catalogue | None = None, most: int = 5, holder: str = ""
) -> st.SearchStrategy[Round]:
    """Rounds of one to `most` drawn needs, some with a cut.

    Args:
        rules: a rule set without gaps.
        network: whose actors send the needs; `network_for(rules)` when None.
        catalogue: what they may match; `every_status()` when None.
        most: how many needs there may be.
        holder: the actor that holds the round and answers for it; the body in the middle of a made network when "".

    >>> from hypothesis import given, settings
    >>> from prioritera import bind, load_rules, prioritise, verify
    >>> rules = load_rules("prioritera:sbu-four")
    >>> model = bind(verify(rules), network_for(rules))
    >>> @settings(max_examples=5, database=None)
    ... @given(rounds(rules, network=model.network))
    ... def test_that_every_need_is_decided(round_):
    ...     assert all(decision.outcome for decision in prioritise(round_, model).decisions)
    >>> test_that_every_need_is_decided()
    """
    where = network if network is not None else network_for(rules)
    listed = every_status() if catalogue is None else catalogue
    held = holder or (HUB if HUB in where.actors else "")
    each = needs(rules, network=where, catalogue=listed)
    cuts = st.lists(st.integers(1, most).map(lambda k: Cut(k=k)), max_size=1)
    return st.builds(
        lambda drawn, cuts: round_of(
            [record_of(need, rules, need_id=f"n{number}") for number, need in enumerate(drawn, start=1)], listed, held, cuts
        ),
        st.lists(each, min_size=1, max_size=most),
        cuts,
    )


def round_of(records: list[Record], catalogue: Catalogue, holder: str, cuts: list[Cut]) -> Round:
    """A round of these records."""
    return Round(id="drawn", label=Label(sv="Dragen", en="Drawn"), records=records, catalogue=catalogue, holder=holder, cuts=cuts)


def record_of(need: Need, rules: RuleSet, *, need_id: str = "") -> Record:
    """The record that becomes the need when it is read.

    Args:
        need: a need for these rules.
        rules: whose criteria it is judged on.
        need_id: the id that the record has; the need's own when "".

    >>> from prioritera import load_rules
    >>> from prioritera.model.need import Origin
    >>> fall = Need(id="fall", title="Fall", area="elderly-care", origins=[Origin(unknown=True)])
    >>> dict(record_of(fall, load_rules("prioritera:sbu-four")).data)["origins"]
    (FrozenMap({'unknown': True}),)
    """
    text = need_as_toml(need, {criterion.id: criterion for criterion in rules.criteria})
    data: dict[str, Any] = tomli.loads(text, parse_float=Decimal)["needs"][0]
    return Record({**data, "id": need_id or need.id})
