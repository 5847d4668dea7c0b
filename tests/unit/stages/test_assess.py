"""Assess: scores and bands, with gates that end in an outcome."""

from builders import assessed, criterion, need, rule_set, values
from prioritera.model.criterion import Minimum
from prioritera.model.outcome import Outcome
from prioritera.model.result import Decision
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment
from prioritera.stages.assess import assess


def decision(given: dict[str, Assessment], outcome: str = "go-on", area: str = "elderly") -> Decision:
    return Decision(need_id="n", title="", outcome=outcome, values=values(outcome=outcome), need=need("n", area=area, assess=given))


def gated(rules: RuleSet, given: dict[str, Assessment]) -> Decision:
    return assess([decision(given)], rules)[0]


def with_gate() -> RuleSet:
    outcomes = {**rule_set().outcomes, "too-small": Outcome(id="too-small", label=rule_set().label)}
    gate = criterion("impact", minimum=Minimum(x=2, outcome="too-small"))
    return rule_set(criteria=[gate, criterion("spread")], outcomes=outcomes)


def test_a_need_has_the_sum_of_its_values_and_the_band_of_the_lower_end() -> None:
    found = assess([decision(assessed(impact=3, spread=(0, 3)))], rule_set())[0]

    assert found.score is not None
    assert (found.score.low, found.score.high, found.score.of) == (3, 6, 6)
    assert (found.band, found.band_high) == ("b", "a")


def test_a_criterion_left_out_for_an_area_counts_for_the_other_areas() -> None:
    out = [LeftOut(area="elderly", criterion="spread", decided_by="the board")]

    here, there = assess([decision(assessed(impact=3)), decision(assessed(impact=3), area="disability")], rule_set(), out)

    assert here.score is not None
    assert there.score is not None
    assert (here.score.of, there.score.of) == (3, 6)
    assert (here.band, there.band) == ("a", "b")


def test_two_criteria_can_be_left_out_for_one_area() -> None:
    out = [LeftOut(area="elderly", criterion=name, decided_by="the board") for name in ("spread", "impact")]

    found = assess([decision(assessed(impact=3))], rule_set(), out)[0]

    assert found.score is not None
    assert (found.score.of, found.score.shares) == (0, ())


def test_decisions_that_go_nowhere_are_not_scored() -> None:
    found = assess(
        [decision({}, "error"), decision({}, "merged"), decision({}, "conflict"), Decision(need_id="x", title="", outcome="error")],
        rule_set(),
    )

    assert [one.score for one in found] == [None, None, None, None]


def test_a_failed_minimum_gives_its_outcome() -> None:
    found = gated(with_gate(), assessed(impact=1, spread=3))

    assert (found.outcome, found.values["outcome"], found.hangs_on) == ("too-small", "too-small", ())


def test_a_passed_minimum_changes_nothing() -> None:
    assert gated(with_gate(), assessed(impact=2, spread=0)).outcome == "go-on"


def test_a_minimum_that_may_fail_asks_for_the_value() -> None:
    found = gated(with_gate(), assessed(impact=(1, 2), spread=0))

    assert (found.outcome, found.hangs_on, found.ask) == ("fact-needed", ("impact",), ("impact",))


def test_a_minimum_is_not_asked_of_what_is_not_ranked() -> None:
    found = assess([decision(assessed(impact=0), "inform")], with_gate())[0]

    assert found.outcome == "inform"


def test_a_minimum_of_a_criterion_left_out_is_not_asked() -> None:
    out = [LeftOut(area="elderly", criterion="impact", decided_by="the board")]

    assert assess([decision(assessed(impact=0))], with_gate(), out)[0].outcome == "go-on"
