from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from builders import criterion, fields, label, rule_set
from prioritera.diagnostics import Span, describe
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins, Points
from prioritera.model.bar import Bar
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.verify.weights import check_weights
from small_rules import RULES, changed


def _codes(*criteria: Criterion) -> list[str]:
    return [found.code for found in check_weights(rule_set(criteria=criteria))]


AT = Span("r", 1, 1)


def _told(rules: RuleSet) -> list[str]:
    """The one message in both languages; rules and criteria stand in a file."""
    criteria = [attrs.evolve(one, span=one.span or AT) for one in rules.criteria]
    (found,) = check_weights(attrs.evolve(rules, span=AT, criteria=criteria))
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _of(*criteria: Criterion) -> list[str]:
    return _told(rule_set(criteria=criteria))


def test_the_shipped_criteria_have_nothing_wrong() -> None:
    assert list(check_weights(load_rules("prioritera:sbu-four"))) == []


def test_a_rule_set_without_criteria_is_told() -> None:
    assert _of() == [
        "r:1:1: error[criteria-none]: the rule set has no criteria",
        "    why:  without criteria no need can be placed before another",
        "    mend: declare at least one criterion with its scale and its weight",
        "r:1:1: fel[criteria-none]: prioriteringsmodellen har inga kriterier",
        "    varför: utan kriterier kan inget behov sättas före ett annat",
        "    åtgärd: ange minst ett kriterium med skala och vikt",
    ]


def test_weights_that_do_not_sum_to_their_published_total_are_told() -> None:
    assert _told(rule_set(weights_total=100)) == [
        "r:1:1: error[weights-not-total]: the weights sum to 2, but their published total is 100",
        "    why:  one of the weights, or the total, is not what was decided",
        "    mend: correct the weights or the total",
        "r:1:1: fel[weights-not-total]: vikternas summa är 2, men den angivna summan är 100",
        "    varför: någon av vikterna, eller summan, är inte vad som beslutades",
        "    åtgärd: rätta vikterna eller summan",
    ]
    assert list(check_weights(rule_set(weights_total=2))) == []


def test_a_criterion_declared_twice_is_told_with_both_places() -> None:
    first, second = (criterion(span=Span("r", line, 1)) for line in (3, 9))

    assert _of(first, second) == [
        'r:9:1: error[criterion-twice]: criterion "impact" is declared twice',
        "    r:3:1: first written here",
        "    why:  it would count twice in every score",
        "    mend: take one of them away, or give it an id of its own",
        "r:9:1: fel[criterion-twice]: kriteriet ”impact” anges två gånger",
        "    r:3:1: skrevs först här",
        "    varför: det skulle räknas dubbelt i varje poäng",
        "    åtgärd: ta bort det ena, eller ge det ett eget id",
    ]


def test_a_criterion_declared_twice_without_places_is_told_without_them() -> None:
    (found,) = check_weights(rule_set(criteria=[criterion(), criterion()]))

    assert (found.code, found.related) == ("criterion-twice", ())


def test_bounds_with_nothing_between_them_are_told() -> None:
    assert _of(criterion(low=2, high=1, step=Fraction(1, 2))) == [
        'r:1:1: error[criterion-empty]: criterion "impact" goes from 1 to 0.5, and no value lies between',
        "    why:  no need could be judged on it",
        "    mend: let the least value not be above the greatest",
        "r:1:1: fel[criterion-empty]: kriteriet ”impact” går från 1 till 0.5, och däremellan finns inget värde",
        "    varför: inget behov skulle kunna bedömas på det",
        "    åtgärd: låt det minsta värdet inte vara större än det största",
    ]


def test_not_applicable_counts_as_a_value_inside_the_domain() -> None:
    assert _of(criterion(not_applicable=9)) == [
        'r:1:1: error[not-applicable-outside]: on criterion "impact", not applicable counts as 9, outside 0–3',
        "    why:  what counts as a value must be one",
        "    mend: let it count as a value inside the criterion's domain, or say nothing: then it is the whole scale",
        "r:1:1: fel[not-applicable-outside]: på kriteriet ”impact” räknas ej tillämpligt som 9, utanför 0–3",
        "    varför: det som räknas som ett värde måste vara ett",
        "    åtgärd: låt det räknas som ett värde inom kriteriets gränser, eller ange inget: då är det hela skalan",
    ]
    assert _codes(criterion(not_applicable=0)) == []
    assert _codes(criterion(not_applicable=3)) == []
    assert _codes(criterion(not_applicable=-1, low=None)) == []
    assert _codes(criterion(not_applicable=-1, high=None)) == ["not-applicable-outside"]


def test_a_scale_that_goes_against_its_direction_is_told_where_it_does() -> None:
    assert _of(criterion(function=Bins([(0, 0), (2, 3), (5, 1)]), step=Fraction(1, 2))) == [
        'r:1:1: error[scale-against-direction]: criterion "impact" says "higher-first", but its value goes from 3/3 at 1 to 1/3 at 2.5',
        "    why:  a need that is better on the criterion would come after one that is worse",
        '    mend: correct the scale or the direction; "none" claims no direction',
        "r:1:1: fel[scale-against-direction]: kriteriet ”impact” anger ”higher-first”, men värdet går från 3/3 vid 1 till 1/3 vid 2.5",
        "    varför: ett behov som är bättre på kriteriet skulle komma efter ett som är sämre",
        "    åtgärd: rätta skalan eller riktningen; ”none” anger ingen riktning",
    ]


def test_a_falling_scale_fits_the_direction_lower_first_only() -> None:
    falling = criterion(function=Points([(0, 1), (5, 0)]), direction="lower-first")

    assert _codes(falling) == []
    assert _codes(attrs.evolve(falling, direction="higher-first")) == ["scale-against-direction"]
    assert _codes(attrs.evolve(falling, direction="none")) == []
    assert _codes(criterion(direction="none")) == []
    assert _codes(criterion(direction="lower-first")) == ["scale-against-direction"]


def test_a_bend_outside_the_domain_is_not_against_the_direction() -> None:
    hill = Points([(0, 0), (5, 1), (9, 0)])

    assert _codes(criterion(function=hill, low=0, high=5)) == []
    assert _codes(criterion(function=hill, low=None, high=6)) == ["scale-against-direction"]
    assert _codes(criterion(function=hill, low=0, high=None)) == ["scale-against-direction"]


def test_a_criterion_of_one_value_has_no_power() -> None:
    assert _of(criterion(function=Bins([(0, 1), (5, 3)]), low=0, high=4)) == [
        'r:1:1: error[criterion-powerless]: criterion "impact" has the value 1/3 whatever the performance is (0–4)',
        "    why:  it takes a weight and can never place one need before another",
        "    mend: give its scale values that differ, or take the criterion away",
        "r:1:1: fel[criterion-powerless]: kriteriet ”impact” har värdet 1/3 hur bedömningen än blir (0–4)",
        "    varför: det tar en vikt men kan aldrig sätta ett behov före ett annat",
        "    åtgärd: ge skalan värden som skiljer sig åt, eller ta bort kriteriet",
    ]


def test_a_criterion_that_differs_outside_its_domain_only_has_no_power() -> None:
    assert _codes(criterion(function=Bins([(0, 0), (5, 3)]), low=5, high=9)) == ["criterion-powerless"]


def test_a_cap_is_over_the_domain_of_the_criterion_it_is_by() -> None:
    low, high = Bins([(0, 0), (2, 3)], whole=3), Bins([(0, 3), (2, 0)], whole=3)
    by_low, by_high = Cap(by="spread", function=low), Cap(by="spread", function=high)
    other = criterion("other")

    assert _codes(criterion(cap=by_low), other, criterion("spread", high=1)) == ["criterion-powerless"]
    assert _codes(criterion(cap=by_high), other, criterion("spread", low=2)) == ["criterion-powerless"]


def test_a_low_cap_leaves_power_where_it_leaves_a_difference() -> None:
    third = Cap(by="spread", function=Bins([(0, 1)], whole=3))

    assert _codes(criterion(function=Bins([(0, 0), (1, 1)]), cap=third), criterion("spread")) == []


def test_a_criterion_whose_cap_leaves_it_one_value_has_no_power() -> None:
    none = Cap(by="spread", function=Bins([(0, 0)], whole=3))
    some = Cap(by="spread", function=Bins([(0, 0), (2, 3)], whole=3))

    assert _codes(criterion(cap=none), criterion("spread")) == ["criterion-powerless"]
    assert _codes(criterion(cap=some), criterion("spread")) == []


def test_a_criterion_that_its_cap_always_decides_is_told() -> None:
    by_spread = Cap(by="spread", function=Bins([(0, 0), (2, 2)], whole=3))

    assert _of(criterion(function=Bins([(0, 2), (1, 3)]), cap=by_spread), criterion("spread")) == [
        (
            'r:1:1: error[criterion-always-capped]: criterion "impact" is always decided by its cap: "spread" caps it at 2/3 or less, '
            "and its own least value is 2/3"
        ),
        "    why:  its own performance never counts, and that of the other criterion counts twice",
        "    mend: raise the cap's heights, lower the least value of the criterion's scale, or take the criterion away",
        (
            "r:1:1: fel[criterion-always-capped]: kriteriet ”impact” avgörs alltid av sitt tak: ”spread” ger taket 2/3 eller lägre, "
            "och kriteriets eget lägsta värde är 2/3"
        ),
        "    varför: den egna bedömningen räknas aldrig, och det andra kriteriet räknas dubbelt",
        "    åtgärd: höj takets värden, sänk skalans lägsta värde, eller ta bort kriteriet",
    ]
    assert _codes(criterion(function=Bins([(0, 1), (1, 3)]), cap=by_spread), criterion("spread")) == []


def test_a_cap_that_never_lowers_anything_is_told() -> None:
    by_spread = Cap(by="spread", function=Bins([(0, 2), (2, 3)], whole=3))

    assert _of(criterion(function=Bins([(0, 0), (1, 2)], whole=3), cap=by_spread), criterion("spread")) == [
        (
            'r:1:1: error[cap-never-acts]: the cap of criterion "impact" by "spread" never acts: it is 2/3 or more, '
            "and the greatest value it could lower is 2/3"
        ),
        "    why:  a cap that lowers nothing looks as if it held something back",
        "    mend: lower the cap's heights, or take the cap away",
        (
            "r:1:1: fel[cap-never-acts]: taket på kriteriet ”impact” efter ”spread” verkar aldrig: det är 2/3 eller högre, "
            "och det högsta värde det kunde sänka är 2/3"
        ),
        "    varför: ett tak som inte sänker något ser ut att hålla tillbaka något",
        "    åtgärd: sänk takets värden, eller ta bort taket",
    ]
    assert _codes(criterion(cap=by_spread), criterion("spread")) == []


def test_a_weight_however_small_tells_apart_needs_that_are_equal_on_all_else() -> None:
    assert _codes(criterion(weight=1), criterion("spread", weight=10**9)) == []


def test_a_barred_criterion_is_told_with_the_ground_in_the_readers_language() -> None:
    ground = attrs.evolve(label(), sv="enligt riktlinjerna", en="by the guidelines")
    barred = criterion(bars=[Bar(object="interventions", domain="socialtjanst", ground=ground)])

    assert _told(rule_set(criteria=[barred], object="interventions", domain="socialtjanst")) == [
        'r:1:1: error[criterion-barred]: criterion "impact" may not be used for "interventions" in "socialtjanst": by the guidelines',
        "    why:  the ground is a legal one, and an order that rests on the criterion would not stand",
        "    mend: take the criterion away, or let the rule set be about another object",
        "r:1:1: fel[criterion-barred]: kriteriet ”impact” får inte användas för ”interventions” inom ”socialtjanst”: enligt riktlinjerna",
        "    varför: skälet är rättsligt, och en ordning som vilar på kriteriet skulle inte hålla",
        "    åtgärd: ta bort kriteriet, eller låt modellen gälla något annat",
    ]
    assert list(check_weights(rule_set(criteria=[barred], object="interventions", domain="health"))) == []
    assert list(check_weights(rule_set(criteria=[barred], object="questions", domain="socialtjanst"))) == []


def test_a_barred_field_is_told_with_the_ground_in_the_readers_language() -> None:
    ground = attrs.evolve(label(), sv="enligt riktlinjerna", en="by the guidelines")
    barred = attrs.evolve(fields()["wait"], bars=[Bar(object="interventions", domain="socialtjanst", ground=ground)], span=AT)
    known = {**fields(), "wait": barred}

    assert _told(rule_set(fields=known, object="interventions", domain="socialtjanst")) == [
        'r:1:1: error[field-barred]: field "wait" may not be used for "interventions" in "socialtjanst": by the guidelines',
        "    why:  the ground is a legal one, and an order that rests on the field would not stand",
        "    mend: take the field away, or let the rule set be about another object",
        "r:1:1: fel[field-barred]: fältet ”wait” får inte användas för ”interventions” inom ”socialtjanst”: enligt riktlinjerna",
        "    varför: skälet är rättsligt, och en ordning som vilar på fältet skulle inte hålla",
        "    åtgärd: ta bort fältet, eller låt modellen gälla något annat",
    ]
    assert list(check_weights(rule_set(fields=known, object="interventions", domain="health"))) == []
    assert list(check_weights(rule_set(fields=known, object="questions", domain="socialtjanst"))) == []


def test_classes_need_no_criteria_but_groups_do() -> None:
    by_wait = TieBreaker(field="wait")

    assert list(check_weights(rule_set(criteria=[], bands=[], classes=by_wait))) == []
    assert [one.code for one in check_weights(rule_set(criteria=[], classes=by_wait))] == ["criteria-none"]


def test_severity_is_barred_for_interventions_within_social_services_and_not_for_knowledge_questions(tmp_path: Path) -> None:
    bar = 'barred_in = [{ object = "interventions", domain = "socialtjanst", ground = { sv = "riktlinjerna", en = "the guidelines" } }]\n'
    barred = changed(RULES, "[criteria.impact]\n", f"[criteria.severity]\n{bar}").replace("impact = 2", "severity = 2")
    found = {}
    for object_ in ("interventions", "knowledge-questions"):
        path = tmp_path / f"{object_}.toml"
        path.write_text(
            changed(barred, 'areas = "areas"', f'areas = "areas"\nobject = "{object_}"\ndomain = "socialtjanst"'), encoding="utf-8"
        )
        found[object_] = [(one.code, one.params["criterion"]) for one in check_weights(load_rules(path))]

    assert found == {"interventions": [("criterion-barred", "severity")], "knowledge-questions": []}


def test_a_cap_by_an_unknown_criterion_is_told_with_the_nearest_known_one() -> None:
    assert _of(criterion(cap=Cap(by="spred", function=Bins([(0, 3)]))), criterion("spread")) == [
        'r:1:1: error[cap-unknown]: criterion "impact" is capped by "spred", which is no criterion of the rule set',
        "    why:  a cap by what does not exist would never hold",
        '    mend: did you mean "spread"?',
        "r:1:1: fel[cap-unknown]: kriteriet ”impact” har ett tak efter ”spred”, som inte är något kriterium i modellen",
        "    varför: ett tak efter något som inte finns skulle aldrig verka",
        "    åtgärd: menade du ”spread”?",
    ]
    (found,) = check_weights(rule_set(criteria=[criterion(cap=Cap(by="nothing", function=Bins([(0, 3)])))]))
    assert describe(found, "en").splitlines()[2] == "    mend: name one of impact"


def test_caps_in_a_circle_are_told_for_each_criterion_in_it() -> None:
    by_spread, by_impact = (Cap(by=name, function=Bins([(0, 0), (1, 3)])) for name in ("spread", "impact"))
    circle = rule_set(criteria=[criterion("impact", cap=by_spread), criterion("spread", cap=by_impact)])

    placed = [attrs.evolve(one, span=AT) for one in circle.criteria]
    found = list(check_weights(attrs.evolve(circle, criteria=placed)))

    assert [(one.code, one.params["criterion"]) for one in found] == [("cap-circle", "impact"), ("cap-circle", "spread")]
    assert describe(found[0], "en").splitlines() == [
        'r:1:1: error[cap-circle]: criterion "impact" is capped in a circle: impact → spread → impact',
        "    why:  what is capped by itself has no reason of its own",
        "    mend: take one of the caps in the circle away",
    ]
    assert describe(found[0], "sv").splitlines() == [
        "r:1:1: fel[cap-circle]: kriteriet ”impact” har ett tak som går i cirkel: impact → spread → impact",
        "    varför: det som har tak efter sig självt saknar eget skäl",
        "    åtgärd: ta bort något av taken i cirkeln",
    ]


def test_a_cap_that_leads_into_a_circle_is_not_in_it() -> None:
    by_itself = criterion("spread", cap=Cap(by="spread", function=Bins([(0, 0), (1, 3)])))
    before = criterion("impact", cap=Cap(by="spread", function=Bins([(0, 0), (1, 3)])))

    found = list(check_weights(rule_set(criteria=[before, by_itself])))

    assert [(one.code, one.params["criterion"]) for one in found] == [("cap-circle", "spread")]


def test_a_minimum_that_everybody_passes_is_told() -> None:
    assert _of(criterion(minimum=Minimum(x=0))) == [
        'r:1:1: error[minimum-all-pass]: every need passes the minimum 0 of criterion "impact" (0–3)',
        "    why:  a minimum that nobody fails looks as if it guarded something",
        "    mend: raise the minimum, or take it away",
        "r:1:1: fel[minimum-all-pass]: alla behov klarar miniminivån 0 på kriteriet ”impact” (0–3)",
        "    varför: en miniminivå som ingen underskrider ser ut att skydda något",
        "    åtgärd: höj miniminivån, eller ta bort den",
    ]


def test_a_minimum_that_nobody_passes_is_told() -> None:
    assert _of(criterion(minimum=Minimum(x=4), low=None)) == [
        'r:1:1: error[minimum-none-pass]: no need passes the minimum 4 of criterion "impact" (–3)',
        "    why:  every need would fail it, whatever else is said of it",
        "    mend: lower the minimum to a value inside the domain",
        "r:1:1: fel[minimum-none-pass]: inget behov klarar miniminivån 4 på kriteriet ”impact” (–3)",
        "    varför: alla behov skulle falla på den, vad som än sägs om dem i övrigt",
        "    åtgärd: sänk miniminivån till ett värde inom gränserna",
    ]


@pytest.mark.parametrize("x", [1, 3])
def test_a_minimum_that_some_pass_and_some_fail_has_nothing_wrong(x: int) -> None:
    assert _codes(criterion(minimum=Minimum(x=x, outcome="inform"))) == []


def test_without_bounds_every_minimum_can_be_passed_and_failed() -> None:
    assert _codes(criterion(minimum=Minimum(x=99), low=None, high=None)) == []


def test_a_minimum_that_ends_in_an_unknown_outcome_is_told() -> None:
    assert _of(criterion(minimum=Minimum(x=1, outcome="infrom"))) == [
        'r:1:1: error[minimum-outcome-unknown]: the minimum of criterion "impact" ends in "infrom", which is no outcome of the rule set',
        "    why:  a need that fails the minimum would have no outcome that anybody knows",
        '    mend: did you mean "inform"?',
        "r:1:1: fel[minimum-outcome-unknown]: miniminivån på kriteriet ”impact” ger ”infrom”, som inte är något utfall i modellen",
        "    varför: ett behov under miniminivån skulle få ett utfall som ingen känner till",
        "    åtgärd: menade du ”inform”?",
    ]
    (found,) = check_weights(rule_set(criteria=[criterion(minimum=Minimum(x=1, outcome="nothing"))]))
    assert describe(found, "en").splitlines()[2] == (
        "    mend: name one of go-on or inform, or no outcome: then the need is placed in the lowest tier"
    )
