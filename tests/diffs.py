"""Two rule sets, and two runs, that differ in nearly everything that a comparison tells of; for tests of how it is told."""

from datetime import date
from fractions import Fraction

import attrs

from builders import criterion, fields, label, rule, rule_set, table, terms, to, verified
from prioritera.diagnostics import Span
from prioritera.methods.scales import Bins
from prioritera.model.condition import SCORE, Condition, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Minimum, PanelRule
from prioritera.model.field import Field, Kind
from prioritera.model.outcome import Outcome
from prioritera.model.rules_diff import RulesDiff
from prioritera.model.ruleset import Band, RuleSet, TieBreaker
from prioritera.model.table import Also, Course, Target, Waypoint
from prioritera.verify.diff import diff_rules

FAR = Course(to=Target(nearest="rss"), via=(Waypoint(actor="nsk-s"),), also=(Also(target=Target(actor="sbu")),))
OUTCOMES = {name: Outcome(id=name, label=label(text), ranked=name == "go-on") for name, text in (("go-on", "Go on"), ("inform", "Inform"))}


def old_rules() -> RuleSet:
    """The rules of before."""
    return rule_set(
        outcomes={**OUTCOMES, "adapt": Outcome(id="adapt", label=label("Adapt"))},
        triage=table(
            "outcome",
            rule("offers", "inform", {"kind": "offer"}, span=Span("rules.toml", 12, 1)),
            rule("gaps", "inform", {"causes": SetTest(any=frozenset({"gap"})), "wait": Within(low=3)}),
            rule("high", "inform", {"level": "high"}),
            rule("the-rest", "go-on"),
        ),
        destination=table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to())),
        criteria=[criterion("impact", panel=PanelRule()), criterion("spread"), criterion("gone")],
        valid_to=date(2024, 12, 31),
    )


def new_rules() -> RuleSet:
    """The rules of after."""
    known = {"asked": Condition(field="causes", test=SetTest(none=frozenset({"routine"})))}
    added = Field(id="added", kind=Kind.FLAG, label=label("added"))
    return rule_set(
        version="2",
        fields={**fields(), "added": added, "urgent": attrs.evolve(fields()["urgent"], kind=Kind.CHOICE, terms=terms("yes", "no"))},
        outcomes=OUTCOMES,
        tables=[table("level", rule("long-wait", "high", {"wait": Within(low=7)}), rule("other-wait", "low"))],
        triage=table(
            "outcome",
            rule("offers", "inform", {"kind": "offer", "added": True}, span=Span("prioritera:ours.toml", 30, 1)),
            rule("gaps", "go-on", {"causes": known["asked"], "wait": Within(low=3)}),
            rule("high", "inform", {"level": "high"}),
            rule("the-rest", "go-on", ask=["wait"]),
        ),
        destination=table(
            "destination",
            rule("ahead", FAR, {"outcome": "go-on", SCORE: ShareOfScore(Fraction(1, 2), None)}),
            rule("near", to("agency"), {"outcome": "go-on"}),
            rule("back", to()),
        ),
        criteria=[
            criterion("impact", weight=2, panel=PanelRule(statistic="mean"), not_applicable=0),
            criterion("spread", Bins([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]), minimum=Minimum(x=1, outcome="inform")),
        ],
        bands=[Band(id="a", least=Fraction(1, 2), label=label("A")), Band(id="c", least=Fraction(0))],
        min_known=Fraction(1, 2),
        list_key=("area", "kind"),
        tie_breakers=[TieBreaker(field="wait")],
        valid_from=date(2025, 1, 1),
    )


def rules_diff() -> RulesDiff:
    """What changes from the one to the other."""
    return diff_rules(verified(old_rules()), verified(new_rules()))
