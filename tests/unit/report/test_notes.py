from datetime import date
from fractions import Fraction

import attrs
import pytest

from prioritera.model.criterion import Criterion, Minimum
from prioritera.model.result import Alternative, Fired, Score, Share
from prioritera.model.round import Answer
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.model.way import Told
from prioritera.report.notes import alternatives_line, answer_line, asked, find_out_line, goal_of, marked, notes, why_line
from prioritera.report.voice import Voice
from prioritera.report.ways import clock_of
from results import changed, decision, model_of, voice, whole


def rules_with(*criteria: Criterion) -> RuleSet:
    return attrs.evolve(whole()[1].rules, criteria=criteria)


def voice_of(rules: RuleSet) -> Voice:
    return Voice("sv", model_of(rules, whole()[1].network).rules, whole()[1].network)


def test_the_reasons_of_the_outcome_and_of_the_destination_are_told_together_each_marked_by_itself() -> None:
    assert why_line(voice(), decision("fall")) == "Kunskap saknas. [förslag] Myndigheten tar fram kunskap."
    assert why_line(voice("en"), decision("fall")) == "Knowledge is lacking. [proposal] The agency makes knowledge."


def test_a_need_without_reasons_has_no_line() -> None:
    assert why_line(voice(), changed("juridik", fired=())) == ""


def test_an_open_outcome_names_what_it_hangs_on_with_what_is_known() -> None:
    assert why_line(voice(), decision("oklar-forankring")) == (
        "Det går ännu inte att avgöra. Det beror på förankring (från en person till hela RSS:en)."
    )


def test_records_that_disagree_are_told_as_such() -> None:
    assert why_line(voice(), decision("oense")) == "Posterna säger olika om orsak."


def test_a_minimum_that_ended_the_way_is_told_before_the_reason_of_the_destination() -> None:
    rules = whole()[1].rules
    gate = attrs.evolve(rules.criterion("reach"), minimum=Minimum(x=4, outcome="await"))
    found = changed("fall", outcome="await", fired=[Fired(table="triage", rule="anchored"), Fired(table="destination", rule="wait")])

    assert why_line(voice_of(rules_with(gate, *rules.criteria[1:])), found) == "Når inte upp till lägsta nivån för Räckvidd."


def test_an_outcome_that_no_minimum_explains_has_only_its_destination_s_reason() -> None:
    found = changed("fall", outcome="await")

    assert why_line(voice(), found) == "Myndigheten tar fram kunskap."


def test_possible_outcomes_are_told() -> None:
    assert alternatives_line(voice(), decision("oklar-forankring")) == "förankras bredare eller ny forskning"
    assert alternatives_line(voice(), decision("fall")) == ""


def test_one_outcome_with_several_possible_destinations_names_them() -> None:
    assert alternatives_line(voice(), decision("svag")) == "ny forskning, till Rådet eller Myndigheten"


def test_what_is_asked_is_a_question_with_what_is_known_now() -> None:
    assert asked(voice(), decision("ensam-rost")) == ("Vilka fler står bakom? (Nu känt: en person.)",)
    assert asked(voice(), decision("orsak-okand")) == ("Vad beror det på?",)


def test_an_open_score_is_asked_for_by_the_criteria_that_leave_it_open() -> None:
    assert asked(voice(), decision("svag")) == ("Hur många berörs?",)
    assert asked(voice(), changed("svag", score=None)) == ()


def test_a_field_that_has_no_value_is_asked_for_plainly() -> None:
    assert asked(voice(), changed("ensam-rost", values={})) == ("Vilka fler står bakom?",)
    assert why_line(voice(), changed("oklar-forankring", values={})) == "Det går ännu inte att avgöra. Det beror på förankring."


def test_who_can_find_out_a_criterion_is_told_where_the_rule_set_says() -> None:
    reach = attrs.evolve(whole()[1].rules.criterion("reach"), filled_by="the choir")

    assert find_out_line(voice(), "weight-of-it") == "Betydelse. Hur mycket betyder det? Fylls i av en bedömargrupp."
    assert find_out_line(voice(), "spread") == "Variation?"
    assert find_out_line(voice(), "causes") == "Vad beror det på?"
    assert find_out_line(voice_of(rules_with(reach)), "reach") == "Räckvidd. Hur många berörs? Fylls i av the choir."


def test_an_answer_is_bound_to_its_question() -> None:
    short = Answer(need="n", question="Vad finns?", who="agency", text="En bok.")
    whole_answer = attrs.evolve(short, on=date(2026, 4, 2), link="https://example.org")

    assert answer_line(voice(), short) == "Myndigheten, på frågan ”Vad finns?”: ”En bok.”"
    assert answer_line(voice("en"), whole_answer) == "the Agency, 2026-04-02, to the question “Vad finns?”: “En bok.” https://example.org"


def test_others_who_are_told_are_named_by_role() -> None:
    found = changed("fall", also=[Told(actor="ost", role="informed"), Told(actor="vast", role="informed"), Told(actor="", role="invited")])

    told = dict(notes(voice(), clock_of(whole()[0]), found))

    assert told["also-informed"] == "RSS Öst och RSS Väst"
    assert told["also-invited"] == "den som håller i arbetet (vem är inte känt)"


def test_the_nearest_to_a_sender_nobody_knows_is_told_of_as_unknown() -> None:
    found = changed("fall", also=[Told(actor="", role="informed", nearest="rss")])

    assert dict(notes(voice(), clock_of(whole()[0]), found))["also-informed"] == "närmaste RSS (vilken är inte känt)"
    assert dict(notes(voice("en"), clock_of(whole()[0]), found))["also-informed"] == "the nearest RSS (which is not known)"


def test_of_an_open_score_only_what_is_not_known_is_asked() -> None:
    shares = [
        Share(criterion="reach", low=0, high=3, of=3, known=False),
        Share(criterion="impact", low=0, high=3, of=3, known=True, exact=True),
    ]
    score = Score(low=0, high=6, of=6, shares=shares, known=Fraction(1, 2))

    assert len(asked(voice(), changed("fall", ask=["score"], score=score))) == 1


def test_a_text_without_a_status_is_not_marked() -> None:
    assert [marked(voice(), "a", status) for status in ("", "inference", "utkast")] == ["a", "a [tolkning]", "a [utkast]"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        (Target(actor="agency"), "agency"),
        (Target(nearest="rss"), "nearest:rss"),
        (Target(origin=True), "origin"),
        (Target(contact_of_support=True), "contact"),
    ],
)
def test_a_rule_leads_where_its_target_says(target: Target, name: str) -> None:
    assert goal_of(Rule(id="r", then=Course(to=target))) == name


def test_a_rule_that_concludes_a_word_leads_nowhere() -> None:
    assert goal_of(Rule(id="r", then="research")) == ""


def test_alternatives_of_rules_that_are_gone_are_told_without_them() -> None:
    found = changed("svag", alternatives=[Alternative(values={}, outcome="research", destination_rule="x")])

    assert alternatives_line(voice(), found) == "ny forskning"
