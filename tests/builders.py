"""Small real values for tests: labels, criteria, fields of every kind, tables, a rule set, needs, decisions and a network.

Every builder makes a value that is right as it stands; a test names only what it is about, and the rest can be left alone:

    rules = rule_set(criteria=[criterion("impact", weight=2), criterion("spread")])
    score = scorer(rules)(assessed(impact=3, spread=(0, 2)))

The rule set that `rule_set()` gives has two criteria, "impact" and "spread", each with the levels 0..3; the fields of `fields()`; one
classifying table that concludes `level` from `wait`; triage (an offer is "inform", everything else "go-on", which is ranked) and a
destination table that sends what goes on to the actor "agency" and the rest back to the sender. `values()` has one known value a field.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from prioritera.methods.scales import Bins, Function, corners
from prioritera.model.condition import Condition, OneOf, Test, Within
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Term
from prioritera.model.field import Origin as From
from prioritera.model.meaning import meaning_hash
from prioritera.model.need import Need, Origin
from prioritera.model.network import Actor, Channel, Mandate, Network
from prioritera.model.outcome import Outcome
from prioritera.model.result import Decision
from prioritera.model.ruleset import Band, Model, RuleSet, VerifiedRuleSet, model_seal
from prioritera.model.table import Course, Hit, Rule, Table, Target
from prioritera.model.text import Label
from prioritera.model.value import Assessment, Exact, FactValue, Interval, Missing, Reason, Value
from prioritera.scoring.score import scorer

LEVELS = Bins([(0, 0), (1, 1), (2, 2), (3, 3)])
MISSING = Missing()

Asked = str | bool | Test | Condition
Given = int | tuple[int, int] | Reason | Value | None


def label(text: str = "x") -> Label:
    """The same text in both languages."""
    return Label(sv=text, en=text)


def terms(*words: str) -> tuple[Term, ...]:
    """Words of a vocabulary."""
    return tuple(Term(id=word, label=label(word)) for word in words)


def fields() -> dict[str, Field]:
    """One field of every kind and origin, by id.

    Facts: `area`, `kind` (choice), `causes` (set), `wait` (whole, 0..9), `urgent` (flag). Derived: `reach` (whole, 0..5), `place` (a choice
    with an order). Conclusions: `level` and `outcome`.
    """
    made = [
        Field(id="area", kind=Kind.CHOICE, label=label(), terms=terms("elderly", "disability")),
        Field(id="kind", kind=Kind.CHOICE, label=label(), terms=terms("question", "offer", "other")),
        Field(id="causes", kind=Kind.SET, label=label(), terms=terms("gap", "support", "routine"), may_be_empty=False),
        Field(id="wait", kind=Kind.WHOLE, label=label(), high=9),
        Field(id="urgent", kind=Kind.FLAG, label=label()),
        Field(id="reach", kind=Kind.WHOLE, origin=From.DERIVED, label=label(), high=5, measure="anchoring-level"),
        Field(
            id="place",
            kind=Kind.CHOICE,
            origin=From.DERIVED,
            label=label(),
            terms=terms("local", "regional", "national"),
            ordered=True,
            measure="highest-level",
        ),
        Field(id="level", kind=Kind.CHOICE, origin=From.CONCLUSION, label=label(), terms=terms("low", "high")),
        Field(id="outcome", kind=Kind.CHOICE, origin=From.CONCLUSION, label=label(), terms=terms("go-on", "inform", "fact-needed")),
    ]
    return {field.id: field for field in made}


def values(**changes: FactValue) -> dict[str, FactValue]:
    """A known value of every field that is not a conclusion, with these changes."""
    known: dict[str, FactValue] = {
        "area": "elderly",
        "kind": "question",
        "causes": frozenset({"gap"}),
        "wait": 4,
        "urgent": False,
        "reach": 3,
        "place": "regional",
    }
    return known | changes


def rule(rule_id: str, then: str | int | Course, when: Mapping[str, Asked] | None = None, **more: Any) -> Rule:  # noqa: ANN401 -- whatever a rule may hold
    """A rule whose conditions are written as a mapping: a word or truth value for "is this", a test, or a whole condition."""
    return Rule(id=rule_id, then=then, when=[_condition(field, asked) for field, asked in (when or {}).items()], **more)


def _condition(field: str, asked: Asked) -> Condition:
    if isinstance(asked, Condition):
        return asked
    return Condition(field=field, test=OneOf([asked]) if isinstance(asked, str | bool) else asked)


def table(concludes: str, *rules: Rule, hit: Hit = Hit.FIRST, **more: Any) -> Table:  # noqa: ANN401 -- whatever a table may hold
    """A table with the name of what it concludes."""
    return Table(id=concludes, concludes=concludes, rules=rules, hit=hit, **more)


def to(actor: str = "") -> Course:
    """The course straight to an actor; back to the sender when none is named."""
    return Course(to=Target(actor=actor) if actor else Target(origin=True))


def criterion(criterion_id: str = "impact", function: Function = LEVELS, **more: Any) -> Criterion:  # noqa: ANN401 -- whatever a criterion may hold
    """A criterion of weight 1 whose scale is as wide as its function, unless said otherwise."""
    xs = corners(function)
    given = {"weight": 1, "low": xs[0], "high": xs[-1], "label": label(criterion_id), **more}
    return Criterion(id=criterion_id, function=function, **given)


def rule_set(**changes: Any) -> RuleSet:  # noqa: ANN401 -- whatever a rule set may hold
    """The rule set that the top of this file describes, with these changes."""
    given = {
        "id": "small",
        "version": "1",
        "label": label("Small"),
        "areas": terms("elderly", "disability"),
        "fields": fields(),
        "outcomes": {
            "go-on": Outcome(id="go-on", label=label("Go on"), ranked=True),
            "inform": Outcome(id="inform", label=label("Inform")),
        },
        "tables": [table("level", rule("long-wait", "high", {"wait": Within(low=5)}), rule("other-wait", "low"))],
        "triage": table("outcome", rule("offers", "inform", {"kind": "offer"}), rule("the-rest", "go-on")),
        "destination": table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to())),
        "criteria": [criterion("impact"), criterion("spread")],
        "bands": [Band(id="a", least=Fraction(2, 3)), Band(id="b", least=Fraction(1, 3)), Band(id="c", least=Fraction(0))],
        **changes,
    }
    return RuleSet(**given)


def verified(rules: RuleSet) -> VerifiedRuleSet:
    """The rule set with its own seal, without the proofs: for tests of what comes after them."""
    return VerifiedRuleSet(rules=rules, seal=meaning_hash(rules))


def network() -> Network:
    """A municipality, its support structure and an agency: questions go up, answers come down."""
    kinds = {"town": ("municipality", "local"), "rss": ("rss", "regional"), "agency": ("agency", "national")}
    steps = [("raises", "town", "rss"), ("forwards", "rss", "agency"), ("answers", "agency", "rss"), ("informs", "rss", "town")]
    return Network(
        id="small",
        label=label("Small"),
        actors={name: Actor(id=name, label=label(name), kind=kind, level=level) for name, (kind, level) in kinds.items()},
        channels=[Channel(id=f"{source}-{target}", kind=kind, source=source, target=target) for kind, source, target in steps],
        mandates=[Mandate(actor="agency", outcomes=["go-on"])],
    )


def model(rules: RuleSet | None = None) -> Model:
    """A rule set bound to the small network, without the proofs."""
    sealed = verified(rules or rule_set())
    return Model(verified=sealed, network=network(), seal=model_seal(sealed, network()))


def assessed(**given: Given) -> dict[str, Assessment]:
    """Assessments by criterion: a number, a pair from-to, a reason why it is missing, a value, or None for not filled in."""
    return {name: Assessment(value=_value(value)) for name, value in given.items()}


def _value(given: Given) -> Value:
    if isinstance(given, int):
        return Exact(given)
    if isinstance(given, tuple):
        return Interval(*given)
    if isinstance(given, Reason):
        return Missing(given)
    return Missing() if given is None else given


def need(need_id: str = "n1", **more: Any) -> Need:  # noqa: ANN401 -- whatever a need may hold
    """A need of the municipality, in the area "elderly"."""
    given = {"title": "A question", "area": "elderly", "origins": [Origin(actor="town")], **more}
    return Need(id=need_id, **given)


def scored(need_id: str, rules: RuleSet, assess: Mapping[str, Assessment], **more: Any) -> Decision:  # noqa: ANN401 -- whatever a decision may hold
    """A decision to go on, with the score that the assessments give."""
    given = {"outcome": "go-on", "values": values(), "destination": "agency", **more}
    return Decision(need_id=need_id, title="", need=need(need_id, assess=assess), score=scorer(rules)(assess), **given)
