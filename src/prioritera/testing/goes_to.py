"""Assert where a need goes, by a whole run; and when it goes elsewhere, say by which rule, and what kept the others from deciding."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache

import attrs

from prioritera.diagnostics import describe
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import SCORE
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.result import Decision
from prioritera.model.round import Record
from prioritera.model.ruleset import Model, RuleSet
from prioritera.model.table import Course, Rule, Table
from prioritera.model.trace import Trace, Verdict
from prioritera.model.value import Between
from prioritera.pipeline import prioritise
from prioritera.questions import explain
from prioritera.stages.destination import name_of
from prioritera.tables.chain import OUTCOME
from prioritera.tables.evaluate import holds
from prioritera.testing.catalogues import every_status
from prioritera.testing.networks import HUB
from prioritera.testing.rounds import record_of, round_of
from prioritera.verify.network import bind
from prioritera.verify.shown import condition_as_written, need_as_written
from prioritera.verify.verify import verify


def assert_goes_to(  # noqa: PLR0913 -- what a need is decided by
    rules: RuleSet,
    network: Network,
    need: Need | Mapping[str, object],
    destination: str = "",
    *,
    outcome: str = "",
    rule: str = "",
    catalogue: Catalogue | None = None,
    holder: str = "",
    decided_on: date | None = None,
) -> None:
    """Assert that a need goes somewhere, has an outcome, or is decided by a rule: whichever is named, and at least one.

    Args:
        rules: a rule set that can be verified.
        network: one that it can be bound to.
        need: a need, or a record as it would stand in a file of needs.
        destination: an actor, "nearest:" and a kind, "origin" or "contact"; or an actor that is the nearest one to every sender.
        outcome: what triage, and the minimums after it, end in.
        rule: the id of a rule of any table that must have decided.
        catalogue: what exists already; `every_status()` when None.
        holder: the actor that holds the round.
        decided_on: the date of the decision.

    Raises:
        AssertionError: with where the need went and by which rules, each with its place, and for the rules that would have sent it as
            asserted the first condition that failed, with the value seen.
        PrioriteraError: the rules cannot be verified, or not be bound to the network.
        ValueError: nothing is asserted.

    >>> from prioritera import load_network, load_rules
    >>> rules, network = load_rules("prioritera:sbu-four"), load_network("prioritera:sweden-2018")
    >>> question = {"id": "n1", "title": "A need", "area": "disability", "origins": [{"actor": "0114", "backing": "individual"}]}
    >>> assert_goes_to(rules, network, question, "origin", outcome="anchor-further")
    """
    if not (destination or outcome or rule):
        raise ValueError("assert_goes_to asserts nothing; name a destination, an outcome or a rule")
    model = _model(_Pair(rules, network))
    record = record_of(need, rules) if isinstance(need, Need) else Record(need)
    held = holder or (HUB if HUB in network.actors else "")
    round_ = round_of([record], every_status() if catalogue is None else catalogue, held, [])
    result = prioritise(round_, model, decided_on=decided_on)
    (decision,) = result.decisions
    if decision.need is None or decision.diagnostics:
        raise AssertionError("\n".join(["the need was set aside", *(describe(one, "en") for one in decision.diagnostics)]))
    wrong = [
        *([f"goes to {decision.destination}, not to {destination}"] if destination and destination not in _reached(decision) else []),
        *([f"has the outcome {decision.outcome}, not {outcome}"] if outcome and decision.outcome != outcome else []),
        *([f"is not decided by the rule {rule}"] if rule and rule not in {fired.rule for fired in decision.fired} else []),
    ]
    if wrong:
        tables = explain(result, model, decision.need_id).tables
        lines = [
            f"need {decision.need_id} {' and '.join(wrong)}",
            *_by(tables, decision),
            *_others(decision, rules, destination, outcome, rule),
        ]
        raise AssertionError("\n".join(lines))


@attrs.frozen(eq=False)
class _Pair:
    """Rules and a network as a key: the same ones, not equal ones."""

    rules: RuleSet
    network: Network

    def __hash__(self) -> int:
        return hash((id(self.rules), id(self.network)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and other.rules is self.rules and other.network is self.network


@lru_cache(maxsize=8)
def _model(pair: _Pair) -> Model:
    return bind(verify(pair.rules), pair.network)


def _reached(decision: Decision) -> set[str]:
    """Where the decision goes, by the name of its target; and by the actor, where that is the same for every sender."""
    targets = {walk.target for walk in decision.walks}
    return {decision.destination, *(targets if len(targets) == 1 else ())}


def _by(tables: tuple[Trace, ...], decision: Decision) -> Iterator[str]:
    """The rule of each table that decided, or that the table is open; and what it all hangs on."""
    for table in tables:
        fired = [part for part in table.parts if part.verdict is Verdict.FIRED]
        if table.verdict is Verdict.OPEN:
            yield f"    {table.id}: may conclude {' or '.join(dict.fromkeys(str(part.conclusion) for part in fired))}"
            continue
        for part in fired:
            concluded = decision.destination if part.id == part.conclusion else part.conclusion
            yield f"    {table.id}: {part.id}{_at(part)} concludes {concluded}"
    if decision.hangs_on:
        yield f"    not known: {', '.join(decision.hangs_on)}"


def _others(decision: Decision, rules: RuleSet, destination: str, outcome: str, rule: str) -> Iterator[str]:
    """The rules that would have done as asserted, each with why it did not."""
    for table in rules.all_tables:
        for place, other in enumerate(table.rules):
            would = other.id == rule or (outcome and other.then == outcome) or (destination and _sends_to(other, destination))
            if would and not any((fired.table, fired.rule) == (table.id, other.id) for fired in decision.fired):
                yield f"    {table.id}: {other.id}{_at(other)} does not decide: {_why_not(decision, rules, table, place)}"


def _sends_to(rule: Rule, destination: str) -> bool:
    return isinstance(rule.then, Course) and name_of(rule.then.to) == destination


def _why_not(decision: Decision, rules: RuleSet, table: Table, place: int) -> str:
    """The first condition that failed, with the value seen; or the earlier rule that decided; or what is not known."""
    rule = table.rules[place]
    known = {**decision.values, OUTCOME: decision.outcome, SCORE: _share(decision)}
    for condition in rule.when:
        value = known.get(condition.field)
        written = condition_as_written(condition, rules.fields.get(condition.field))
        if value is None or isinstance(value, Between):
            return f"{written} hangs on what is not known"
        if not holds(condition, value, rules.fields.get(condition.field)):
            return f"{written} fails: {need_as_written({condition.field: value}, [condition.field])}"
    return " and ".join(f"{fired.rule} comes first" for fired in decision.fired if fired.table == table.id) or "another result is possible"


def _share(decision: Decision) -> Fraction | None:
    """The score as the tables see it, where it is certain."""
    score = decision.score
    return Fraction(score.low, score.of) if score is not None and score.of and score.low == score.high else None


def _at(found: Trace | Rule) -> str:
    return f" ({found.span})" if found.span is not None else ""
