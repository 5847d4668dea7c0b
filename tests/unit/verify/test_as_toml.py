"""Needs as they are written."""

from datetime import date
from fractions import Fraction

import tomli

from builders import criterion
from prioritera.model.need import Check, Need, Origin, Question, SupportMatch
from prioritera.model.value import Assessment, Exact, Fact, Interval, Missing, Panel, Reason
from prioritera.verify.as_toml import assessment_as_toml, fact_as_toml, need_as_toml


def test_a_whole_need_is_written() -> None:
    need = Need(
        id="fall",
        title='Fall "hemma"\x7f',
        area="elderly",
        question=Question(target_group="äldre", context="i hemmet"),
        origins=[
            Origin(actor="a", backing="forum", decided="minutes", covers="all", present=("b", "c"), on=date(2018, 3, 1)),
            Origin(at_least=3, of="municipality", present=7),
            Origin(unknown=True),
        ],
        support=[SupportMatch(entry="guide", confirmed=True), SupportMatch(entry="other", covers="area")],
        facts={"causes": Fact(value=frozenset(["b", "a"])), "urgent": Fact(value=True), "wait": Fact(value=3)},
        assess={"impact": Assessment(value=Exact(3))},
    )

    written = need_as_toml(need, {"impact": criterion("impact", step=Fraction(1, 2))})

    assert (
        written
        == """\
[[needs]]
id = "fall"
title = "Fall \\"hemma\\"\\u007f"
area = "elderly"
question = { target_group = "äldre", context = "i hemmet" }

[[needs.origins]]
actor = "a"
backing = "forum"
decided = "minutes"
covers = "all"
present = ["b", "c"]
on = 2018-03-01

[[needs.origins]]
at_least = 3
of = "municipality"
present = 7

[[needs.origins]]
unknown = true

[[needs.support]]
entry = "guide"
covers = "question"
confirmed = true

[[needs.support]]
entry = "other"
covers = "area"

[needs.facts]
causes = ["a", "b"]
urgent = true
wait = 3

[needs.assess]
impact = 1.5
"""
    )


def test_what_is_missing_says_why() -> None:
    assert fact_as_toml(Fact(value=Missing(Reason.VARIES))) == '{ missing = "varies" }'
    assert assessment_as_toml(Assessment(value=Missing(Reason.DONT_KNOW)), criterion()) == '{ missing = "dont-know" }'


def test_ranges_and_panels_are_written_in_the_unit_of_the_criterion() -> None:
    half = criterion(step=Fraction(1, 2))
    panel = Panel(answers=(Fraction(2), Missing(Reason.DONT_KNOW)), x=4)

    assert assessment_as_toml(Assessment(value=Interval(1, 2)), half) == "{ low = 0.5, high = 1 }"
    assert assessment_as_toml(Assessment(value=Interval(1, 2, Reason.VARIES)), half) == '{ missing = "varies", low = 0.5, high = 1 }'
    assert assessment_as_toml(Assessment(value=panel), half) == '{ panel = [2, "dont-know"] }'


def test_checks_are_written_with_where_or_with_their_source() -> None:
    checks = [Check(where=["SBU", "RSS"], found="nothing", by="Åsa"), Check(found="gap", source="K18:330")]

    text = need_as_toml(Need(id="n", title="n", area="x", origins=[Origin(unknown=True)], checked=checks), {})

    assert tomli.loads(text)["needs"][0]["checked"] == [
        {"where": ["SBU", "RSS"], "found": "nothing"},
        {"found": "gap", "source": "K18:330"},
    ]
