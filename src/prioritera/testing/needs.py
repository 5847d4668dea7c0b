"""Needs for a rule set: in every region that its rules tell apart, and on both sides of each edge.

First a rule is drawn, then a box of the needs that it decides, then values in the box; of a number the first or the last of a cell, for
there conditions change their answer. The box becomes a need that a person could write. What the rule does not ask for is drawn freely.
"""

from collections.abc import Sequence
from functools import lru_cache

import attrs
from hypothesis import note, reject
from hypothesis import strategies as st

from prioritera.model.catalogue import Catalogue
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, FactValue, Interval, Missing, Reason
from prioritera.scoring.wanted import can_be_written, exactly, worth_trying
from prioritera.tables.evaluate import Values
from prioritera.testing.bans import Bans
from prioritera.testing.boxes import witnesses_in
from prioritera.testing.catalogues import every_status
from prioritera.testing.networks import network_for
from prioritera.testing.refused import refusal
from prioritera.verify.as_toml import need_as_toml
from prioritera.verify.axes import AREA, YES, Axis, Part
from prioritera.verify.met import Met, met_by
from prioritera.verify.written import fact_of, need_of

# Of the boxes of one rule so many can be drawn; there may be thousands.
_BOXES = 200
# Where the rules forbid some needs so many are drawn in a box, for one that they do not.
_TRIED = 4


def needs(
    rules: RuleSet,
    *,
    network: Network | None = None,
    catalogue: Catalogue | None = None,
    table: str = "",
    rule: str = "",
    need_id: str = "n1",
) -> st.SearchStrategy[Need]:
    """Needs that the rules can tell apart, every rule of every table deciding some of them.

    A drawn need is noted as it would be written, so that a failing test shows the text.

    Args:
        rules: a rule set without gaps.
        network: whose actors send the needs; `network_for(rules)` when None.
        catalogue: what they may match; `every_status()` when None.
        table: only needs that rules of this table decide.
        rule: only needs that a rule of this id decides, a default among them.
        need_id: the id of the need.

    Returns:
        Needs that shrink to the first rule, the first value of each field, one sender and nothing that is not asked for. In a given network
        or catalogue there may be nobody, or nothing, for a region; then another need is drawn in its place.

    Raises:
        ValueError: there is no such table or rule, or it decides no need, and why.

    >>> from hypothesis import given, settings
    >>> from prioritera import load_rules
    >>> @settings(max_examples=5, database=None)
    ... @given(needs(load_rules("prioritera:sbu-four"), rule="gap-well-anchored"))
    ... def test_that_knowledge_is_lacking(need):
    ...     assert "research-gap" in need.facts["causes"].value
    >>> test_that_knowledge_is_lacking()
    """
    mets = [met for met in _mets(_Same(rules)) if table in ("", met.table.id) and rule in ("", met.rule)]
    if not mets:
        raise ValueError(refusal(rules, table, rule))
    by_rule: dict[tuple[str, str], list[Met]] = {}
    for met in mets:
        by_rule.setdefault((met.table.id, met.rule), []).append(met)
    where = network if network is not None else network_for(rules)
    listed = every_status() if catalogue is None else catalogue
    return _needs(list(by_rule.values()), rules, where, listed, need_id)


@attrs.frozen(eq=False)
class _Same:
    """A rule set as a key: the same one, not an equal one."""

    rules: RuleSet

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.rules is self.rules


@lru_cache(maxsize=8)
def _mets(same: _Same) -> tuple[Met, ...]:
    """Some boxes of each rule, the plainest first."""
    found: dict[tuple[str, str], list[Met]] = {}
    for met in met_by(same.rules):
        found.setdefault((met.table.id, met.rule), []).append(met)
    return tuple(met for of_rule in found.values() for met in sorted(of_rule, key=_plainness)[:_BOXES])


def _plainness(met: Met) -> tuple[bool, int, int]:
    """What the engine does not give is plain, and what leaves much unsaid, with the first value of each field."""
    said = sum(_must_be_said(axis, mask) for axis, mask in zip(met.world.space.axes, met.found.box, strict=True))
    return bool(met.found.outcome), said, sum((mask & -mask).bit_length() for mask in met.found.box)


def _must_be_said(axis: Axis, mask: int) -> bool:
    """Whether the box lacks the cell of what is missing, or has a word that must be in a set."""
    if axis.part is Part.MISSING:
        return not mask & YES
    if axis.part is not Part.VALUE:
        return mask == YES
    return isinstance(axis.cells[-1], Missing) and not mask >> len(axis.cells) - 1


@attrs.frozen(kw_only=True, eq=False)
class _Free:
    """What a need may say of each fact and of each criterion, or leave out."""

    facts: dict[str, st.SearchStrategy[FactValue | None]]
    assess: dict[str, st.SearchStrategy[Assessment | None]]


def _free(rules: RuleSet) -> _Free:
    facts = [field for name, field in rules.fields.items() if field.origin is Origin.FACT and name != AREA]
    return _Free(
        facts={field.id: st.none() | facts_of(field) for field in facts},
        assess={criterion.id: st.none() | assessments_of(criterion) for criterion in rules.criteria},
    )


def _needs(
    by_rule: Sequence[Sequence[Met]], rules: RuleSet, network: Network, catalogue: Catalogue, need_id: str
) -> st.SearchStrategy[Need]:
    free, bans = _free(rules), Bans.of(rules, network, catalogue)
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    # Digit by digit every rule is drawn nearly as often as any other, which numbers drawn whole are not.
    digits = st.tuples(*[st.booleans()] * (2 * len(by_rule).bit_length()))
    rule_at = digits.map(lambda drawn: sum(digit << place for place, digit in enumerate(drawn)))

    def made(values: Values) -> Need | None:
        built = need_of(values, rules, network=network, catalogue=catalogue, need_id=need_id, title="A need")
        return None if built is None else built.need

    @st.composite
    def drawn(draw: st.DrawFn) -> Need:
        # Places are drawn and not the boxes themselves, which are slow to tell apart.
        boxes = by_rule[draw(rule_at) % len(by_rule)]
        at = draw(st.integers(0, _BOXES - 1)) % len(boxes)
        # Nothing is decided of what the rules forbid: the box is one with a need that they do not.
        met = next((one for one in (*boxes[at:], *boxes[:at]) if bans.leave_some(one)), boxes[at])
        witness = met.witness
        inside = [*(draw(witnesses_in(met)) for _ in range(_TRIED if rules.forbidden else 1)), witness]
        whole = [one for one in map(made, inside) if one is not None]
        allowed = [one for one in whole if not bans.forbid(one)]
        if whole and not allowed:
            reject()
        found = next(one for one in (*allowed, made({AREA: rules.areas[0].id})) if one is not None)
        more = {name: value for name, some in free.facts.items() if name not in witness and (value := draw(some)) is not None}
        assess = {} if found.assess else {name: one for name, some in free.assess.items() if (one := draw(some)) is not None}
        facts = {**found.facts, **{name: fact_of(rules.fields[name], value) for name, value in more.items()}}
        fuller = attrs.evolve(found, facts=facts, assess={**found.assess, **assess})
        need = found if bans.forbid(fuller) else fuller
        note(need_as_toml(need, criteria))
        return need

    return drawn()


def facts_of(field: Field) -> st.SearchStrategy[FactValue]:
    """The values of a fact, missing among them; of a number its ends first.

    >>> from hypothesis import find
    >>> from prioritera import load_rules
    >>> find(facts_of(load_rules("prioritera:sbu-four").fields["solvable"]), lambda value: True)
    'yes'
    """
    missing: st.SearchStrategy[FactValue] = st.sampled_from(Reason).map(Missing)
    if field.kind is Kind.FLAG:
        return st.booleans() | missing
    if field.kind is Kind.WHOLE:
        return st.sampled_from(sorted({field.low, field.high})) | st.integers(field.low, field.high) | missing
    words = st.sampled_from(field.words)
    return (words if field.kind is Kind.CHOICE else st.frozensets(words, min_size=0 if field.may_be_empty else 1, max_size=2)) | missing


def assessments_of(criterion: Criterion) -> st.SearchStrategy[Assessment]:
    """The values of a criterion: at the corners of its scale and one step beside them, ranges between those, and what is missing.

    >>> from hypothesis import find
    >>> from prioritera import load_rules
    >>> find(assessments_of(load_rules("prioritera:sbu-four").criterion("impact")), lambda assessment: True).raw
    '0'
    """
    corners = worth_trying(criterion)
    low, high = corners[0], corners[-1]
    beside = [x for corner in corners for x in (corner - 1, corner + 1) if low <= x <= high and x not in corners]
    steps = st.sampled_from([*corners, *dict.fromkeys(x for x in beside if can_be_written(criterion, x))])
    ranges = st.tuples(steps, steps).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: Interval(*ends))
    return steps.map(lambda x: exactly(criterion, x)) | (ranges | st.sampled_from(Reason).map(Missing)).map(
        lambda value: Assessment(value=value)
    )
