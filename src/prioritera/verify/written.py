"""A concrete need from a witness: one that a person could write, pasted into a file of needs, and that lands where the witness says.

The witness says what the tables see. Here the way back is found: senders that give the measures, matches that give the status, values on
the criteria that give the score. What is found is confirmed by the reference; where nothing is found the question is undecided.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.measures.beside import Ranges
from prioritera.measures.checked import UNCHECKED
from prioritera.measures.declare import CATALOGUE_STATUS, EXISTING_CHECKED, MEASURES, PARTS_PRESENT
from prioritera.measures.existing import NONE
from prioritera.measures.setting import Setting, checks_for, made_setting
from prioritera.model.catalogue import Catalogue
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.need import Check, Need
from prioritera.model.need import Origin as Sender
from prioritera.model.network import Network
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import NOT_JUDGED, Fact, FactValue, Missing, Reason
from prioritera.tables.chain import OUTCOME, Cuts, cuts_of
from prioritera.tables.evaluate import Seen, Values
from prioritera.verify.as_toml import need_as_toml
from prioritera.verify.assessed import assessments_for
from prioritera.verify.axes import AREA
from prioritera.verify.landed import Read, landed

# What stands for the reason of a judgement, for a person to write in its place.
UNSAID = "?"


@attrs.frozen(kw_only=True)
class BuiltNeed:
    """A need with the network and the catalogue that it stands on, and as it is written in a file of needs.

    `placeholders` are the actors and entries that it names and that were made up for it, sorted; none where a network and a catalogue were
    given.
    """

    need: Need
    network: Network
    catalogue: Catalogue
    toml: str
    placeholders: tuple[str, ...] = ()


def need_of(
    witness: Values,
    rules: RuleSet,
    *,
    network: Network | None = None,
    catalogue: Catalogue | None = None,
    need_id: str = "example",
    title: str = "Example",
) -> BuiltNeed | None:
    """A need that the tables see as the witness, and that a person could write.

    Args:
        witness: a value a field, as findings have it: facts, derived measures, a share of the highest score, conclusions.
        rules: the rule set that it is a witness about; it need not be proved.
        network: whose actors send it; placeholders when None.
        catalogue: whose entries it matches; a placeholder when None.
        need_id: its id.
        title: its title.

    Returns:
        The need, confirmed by measures, tables and score. A number or a score need not be the witness's own where that cannot be written,
        but no condition tells the two apart. None when no need was found: then it is undecided whether there is one.

    >>> from prioritera.loading.load import load_rules
    >>> built = need_of({"solvable": "no", "anchoring": 3, "existing": "current"}, load_rules("prioritera:sbu-four"))
    >>> print(built.toml, end="")
    [[needs]]
    id = "example"
    title = "Example"
    area = "children-and-youth"
    <BLANKLINE>
    [[needs.origins]]
    actor = "rss-1"
    backing = "forum"
    decided = "minutes"
    present = ["municipality-1", "municipality-2", "municipality-3"]
    <BLANKLINE>
    [[needs.support]]
    entry = "support-1"
    covers = "question"
    confirmed = true
    <BLANKLINE>
    [needs.facts]
    solvable = "no"
    """
    criteria = {criterion.id: criterion for criterion in rules.criteria}
    cuts = cuts_of(rules)
    checked = _checks(witness, rules)
    for setting in _settings(witness, rules, cuts, network, catalogue):
        need = Need(
            id=need_id,
            title=title,
            area=str(witness.get(AREA, rules.areas[0].id)),
            origins=setting.origins,
            support=setting.support,
            checked=checked,
            question=setting.question,
            facts=_facts(witness, rules),
        )
        for assess in assessments_for(witness, rules, cuts):
            found = attrs.evolve(need, assess=assess)
            if _is_witness(found, setting, witness, rules, cuts):
                made = _made(found, given_network=network is not None, given_catalogue=catalogue is not None)
                text = need_as_toml(found, criteria)
                return BuiltNeed(need=found, network=setting.network, catalogue=setting.catalogue, toml=text, placeholders=made)
    return None


def _facts(witness: Values, rules: RuleSet) -> dict[str, Fact]:
    """The facts of the witness; one that is not filled in is not written."""
    found = {}
    for name, value in witness.items():
        field = rules.fields.get(name)
        if field is None or name == AREA or field.origin is not Origin.FACT or isinstance(value, Fraction):
            continue
        if not (isinstance(value, Missing) and value.reason is Reason.NOT_FILLED_IN):
            found[name] = fact_of(field, value)
    return found


def fact_of(field: Field, value: FactValue) -> Fact:
    """A value as it is written, with a reason to fill in where the rules ask for one."""
    return Fact(value=value, because=UNSAID if field.reason and value not in NOT_JUDGED else "")


def _settings(witness: Values, rules: RuleSet, cuts: Cuts, network: Network | None, catalogue: Catalogue | None) -> Iterator[Setting]:
    """Settings with the witness's own measures, then with such as no condition tells from them; then one in which much is open.

    The last is for a witness that waits for a fact: what is not known of its senders may be what it waits for.
    """
    derived = {name: field for name, field in rules.fields.items() if field.origin is Origin.DERIVED and name in witness}
    existing = next((str(witness[name]) for name, field in derived.items() if field.measure == CATALOGUE_STATUS), NONE)
    parts = frozenset[str]().union(*(_words(witness[name]) for name, field in derived.items() if field.measure == PARTS_PRESENT))
    for wanted in (_ranges(derived, witness, {}), _ranges(derived, witness, cuts)):
        found = None if wanted is None else made_setting(wanted, existing=existing, parts=parts, network=network, catalogue=catalogue)
        if found is not None:
            yield found
            if witness.get(OUTCOME) == FACT_NEEDED:
                yield attrs.evolve(found, origins=[Sender(unknown=True)])


def _checks(witness: Values, rules: RuleSet) -> tuple[Check, ...]:
    """What somebody has looked for, as the witness has it."""
    names = (name for name, field in rules.fields.items() if field.measure == EXISTING_CHECKED and name in witness)
    return checks_for(str(witness[name]) if (name := next(names, "")) else UNCHECKED)


def _words(value: Seen) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset()


def _ranges(derived: Mapping[str, Field], witness: Values, cuts: Mapping[str, Sequence[Fraction]]) -> Ranges | None:
    """The range of each measure that the witness lies in: where conditions change their answer it ends, and without cuts at once."""
    found: dict[str, tuple[int, int]] = {}
    for name, field in derived.items():
        if field.measure in (CATALOGUE_STATUS, EXISTING_CHECKED, PARTS_PRESENT):
            continue
        value, measure = witness[name], MEASURES[field.measure]
        at = measure.words.index(value) if isinstance(value, str) and value in measure.words else value
        if type(at) is not int:
            return None
        low = high = at
        if field.kind is Kind.WHOLE and name in cuts:
            low, high = _cell(at, cuts[name], field)
        before = found.get(field.measure, (low, high))
        found[field.measure] = max(low, before[0]), min(high, before[1])
    return None if any(low > high for low, high in found.values()) else found


def _cell(at: int, cuts: Sequence[Fraction], field: Field) -> tuple[int, int]:
    place = bisect_right(cuts, at)
    low = max(field.low, int(cuts[place - 1])) if place else field.low
    return low, min(field.high, int(cuts[place]) - 1) if place < len(cuts) else field.high


def _is_witness(need: Need, setting: Setting, witness: Values, rules: RuleSet, cuts: Cuts) -> bool:
    """Whether the tables see the witness: some completion of the need is it, as far as any condition can tell."""
    found = landed(need, Read(network=setting.network, catalogue=setting.catalogue, rules=rules, cuts=cuts), tuple(witness))
    if found is None or (OUTCOME in witness and found.outcome != witness[OUTCOME]):
        return False
    shown = {name: _numbered(value, rules.fields.get(name)) for name, value in witness.items()}
    return any(
        all(
            name in seen and _alike(_numbered(seen[name], rules.fields.get(name)), value, cuts.get(name, ()))
            for name, value in shown.items()
        )
        for seen in found.completions
    )


def _numbered(value: Seen, field: Field | None) -> Seen:
    """A word of an order as its place."""
    return field.words.index(value) if field is not None and field.ordered and isinstance(value, str) else value


def _alike(seen: Seen, value: Seen, cuts: Sequence[Fraction]) -> bool:
    """Whether no condition tells two values of a field apart."""
    if isinstance(seen, int | Fraction) and isinstance(value, int | Fraction) and not isinstance(value, bool):
        return bisect_right(cuts, seen) == bisect_right(cuts, value)
    return (isinstance(seen, Missing) and isinstance(value, Missing)) or seen == value


def _made(need: Need, *, given_network: bool, given_catalogue: bool) -> tuple[str, ...]:
    """What the need names that was made up for it."""
    actors = {
        name
        for origin in need.origins
        for who in ((origin.actor,), origin.covers, origin.present)
        if isinstance(who, tuple)
        for name in who
    }
    named = {*(() if given_network else actors - {""}), *(() if given_catalogue else (match.entry for match in need.support))}
    return tuple(sorted(named))
