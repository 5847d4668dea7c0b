import attrs
import pytest

from builders import criterion, rule_set
from prioritera.diagnostics import Diagnostic, Severity, Span, describe
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins, Function, Points
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.verify.better import Pair, check_better, falling, key_of

FALLING = Bins([(0, 3), (1, 2), (2, 1), (3, 0)])


def _found(rules: RuleSet) -> list[Diagnostic]:
    """What is found in rules that stand in a file: criteria on lines 2 and on, tie-breakers on line 9."""
    criteria = [attrs.evolve(one, span=Span("r", line, 1)) for line, one in enumerate(rules.criteria, 2)]
    breakers = [attrs.evolve(one, span=Span("r", 9, column)) for column, one in enumerate(rules.tie_breakers, 1)]
    return list(check_better(attrs.evolve(rules, criteria=criteria, tie_breakers=breakers)))


def _told(rules: RuleSet) -> list[str]:
    (found,) = _found(rules)
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _codes(*criteria: Criterion, breakers: tuple[TieBreaker, ...] = ()) -> list[str]:
    return [found.code for found in _found(rule_set(criteria=criteria, tie_breakers=breakers))]


def _capped(function: Function) -> Criterion:
    return criterion("impact", cap=Cap(by="spread", function=function))


def test_in_the_shipped_criteria_better_is_never_lower() -> None:
    assert list(check_better(load_rules("prioritera:sbu-four"))) == []


def test_rules_whose_scores_cannot_be_reckoned_are_left_to_other_checks() -> None:
    assert _codes() == []
    assert _codes(criterion(), criterion()) == []


def test_a_cap_that_falls_where_the_other_gets_better_is_told_with_two_needs() -> None:
    capped = _capped(Bins([(0, 3), (2, 0)], 3))

    assert _told(rule_set(criteria=[capped, criterion("other"), criterion("spread", low=-1)])) == [
        (
            'r:2:1: error[cap-against-direction]: the cap of criterion "impact" falls where "spread" gets better ("higher-first"): '
            "with spread = 1, impact = 3, other = 0 a need scores 4 of 9 points, with spread = 2, impact = 3, other = 0 only 2"
        ),
        "    r:4:1: the criterion that caps it stands here",
        "    why:  a need that is at least as good on every criterion would come after one that is worse",
        '    mend: let the cap rise where the other criterion gets better, or give that criterion the direction "none"',
        (
            "r:2:1: fel[cap-against-direction]: taket på kriteriet ”impact” sjunker när ”spread” blir bättre (”higher-first”): "
            "med spread = 1, impact = 3, other = 0 får ett behov 4 av 9 poäng, med spread = 2, impact = 3, other = 0 bara 2"
        ),
        "    r:4:1: kriteriet som ger taket står här",
        "    varför: ett behov som är minst lika bra på varje kriterium skulle komma efter ett som är sämre",
        "    åtgärd: låt taket stiga när det andra kriteriet blir bättre, eller ge det kriteriet riktningen ”none”",
    ]


def test_a_fall_that_the_other_criterion_makes_up_for_is_a_warning_with_a_range() -> None:
    rules = rule_set(criteria=[_capped(Bins([(0, 3), (2, 2)], 3)), criterion("spread", weight=5)])

    (found,) = _found(rules)

    assert found.severity is Severity.WARNING
    assert describe(found, "en").splitlines()[0] == (
        'r:2:1: warning[cap-against-direction]: the cap of criterion "impact" falls where "spread" gets better ("higher-first"): '
        "with spread = 1, impact = 3 a need scores 8 of 18 points, with spread = { low = 1, high = 2 }, impact = 3 only 7"
    )


def test_without_a_place_of_the_other_criterion_none_is_shown() -> None:
    (found,) = check_better(rule_set(criteria=[_capped(Bins([(0, 3), (2, 0)], 3)), criterion("spread")]))

    assert found.related == ()


def test_a_cap_that_follows_the_direction_breaks_nothing() -> None:
    rising, falls = Bins([(0, 0), (2, 3)], 3), Bins([(0, 3), (2, 0)], 3)

    assert _codes(_capped(rising), criterion("spread")) == []
    assert _codes(_capped(falls), criterion("spread", FALLING, direction="lower-first")) == []
    assert _codes(_capped(rising), criterion("spread", FALLING, direction="lower-first")) == ["cap-against-direction"]
    assert _codes(_capped(falls), criterion("spread", direction="none")) == []
    assert _codes(criterion("impact"), criterion("spread")) == []


def test_a_cap_that_falls_where_it_lowers_nothing_breaks_nothing() -> None:
    above = Cap(by="spread", function=Bins([(0, 3), (2, 2)], 3))

    assert _codes(criterion(function=Bins([(0, 0), (1, 2)], 3), cap=above), criterion("spread")) == []


def test_a_fall_in_the_last_step_of_a_slope_is_found() -> None:
    # The cap lowers nothing until its last step, which costs 9 points; from 0 to 9 the other criterion gives as many back.
    slope = Points([(0, 9), (9, 0)], 9)
    low = criterion("impact", Bins([(0, 0), (1, 1)], 9), weight=9, cap=Cap(by="spread", function=slope), high=1)
    by = criterion("spread", Points([(0, 0), (9, 9)]))
    rules = rule_set(criteria=[low, by])

    pair = falling(low, rules)

    assert pair == Pair(worse={"impact": (1, 1), "spread": (8, 8)}, better={"impact": (1, 1), "spread": (9, 9)})
    assert [key_of(need, rules)[0] for need in (pair.worse, pair.better)] == [(0, 17), (0, 9)]


def test_the_other_criterion_may_be_held_back_by_its_own_cap() -> None:
    # What "spread" gains makes up for the fall, but not when "third" caps it to nothing.
    third = criterion("third")
    spread = criterion("spread", weight=9, cap=Cap(by="third", function=Bins([(0, 0), (1, 3)], 3)))
    capped = _capped(Bins([(0, 3), (2, 2)], 3))

    (found,) = _found(rule_set(criteria=[capped, spread, third]))

    assert (found.severity, found.params["worse"]) == (Severity.ERROR, "spread = 1, impact = 3, third = 0")


def test_a_criterion_without_a_cap_has_no_such_pair() -> None:
    assert falling(criterion(), rule_set(criteria=[criterion()])) is None


def test_a_minimum_that_the_better_fail_is_told() -> None:
    low = criterion("impact", FALLING, direction="lower-first", minimum=Minimum(x=2))

    assert _told(rule_set(criteria=[low, criterion("spread", minimum=Minimum(x=3))])) == [
        (
            'r:2:1: error[minimum-against-direction]: criterion "impact" says "lower-first", but its minimum fails what is lower: '
            "2 passes, and 1, which is better, is placed in the lowest tier"
        ),
        "    why:  a need that is better on the criterion would come after one that is worse",
        '    mend: take the minimum away, correct the direction, or let the minimum give an outcome; the direction "none" claims nothing',
        (
            "r:2:1: fel[minimum-against-direction]: kriteriet ”impact” anger ”lower-first”, men miniminivån fäller det som är lägre: "
            "2 klarar den, och 1, som är bättre, hamnar sist i sin lista"
        ),
        "    varför: ett behov som är bättre på kriteriet skulle komma efter ett som är sämre",
        "    åtgärd: ta bort miniminivån, rätta riktningen, eller låt miniminivån ge ett utfall; ”none” anger ingen riktning",
    ]


def test_a_minimum_by_which_the_better_are_not_ranked_is_a_warning() -> None:
    low = criterion("impact", FALLING, direction="lower-first", minimum=Minimum(x=2, outcome="inform"))

    assert _told(rule_set(criteria=[low])) == [
        (
            'r:2:1: warning[minimum-unranks-better]: criterion "impact" says "lower-first", but its minimum fails what is lower: '
            '2 is ranked, and 1, which is better, gets "inform"'
        ),
        "    why:  a need that is better on the criterion would not be ranked, where one that is worse is",
        (
            "    mend: correct the minimum or the direction; if low values are meant to be handled elsewhere, "
            'the direction "none" claims nothing'
        ),
        (
            "r:2:1: varning[minimum-unranks-better]: kriteriet ”impact” anger ”lower-first”, men miniminivån fäller det som är lägre: "
            "2 rangordnas, och 1, som är bättre, får ”inform”"
        ),
        "    varför: ett behov som är bättre på kriteriet skulle inte rangordnas, medan ett som är sämre gör det",
        "    åtgärd: rätta miniminivån eller riktningen; om låga värden ska hanteras på annat håll anger ”none” ingen riktning",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"minimum": Minimum(x=2), "direction": "none"},
        {"minimum": Minimum(x=2, outcome="go-on")},
        {"minimum": Minimum(x=2, outcome="nothing"), "direction": "none"},
        {"minimum": Minimum(x=0)},
        {"minimum": Minimum(x=4)},
        {"minimum": None},
    ],
)
def test_a_minimum_that_sets_no_better_need_back_is_right(given: dict[str, Minimum | str | None]) -> None:
    assert _codes(criterion("impact", FALLING, **{"direction": "lower-first", **given})) == []


def test_a_minimum_without_bounds_can_be_passed_and_failed() -> None:
    assert _codes(criterion("impact", FALLING, direction="lower-first", low=None, high=None, minimum=Minimum(x=2))) == [
        "minimum-against-direction"
    ]


def test_the_lowest_tier_is_no_lower_where_everybody_is_in_it() -> None:
    low = criterion("impact", FALLING, direction="lower-first", minimum=Minimum(x=2))

    assert _codes(low, criterion("spread", minimum=Minimum(x=4))) == []
    assert _codes(low, criterion("spread", minimum=Minimum(x=4, outcome="go-on"))) == ["minimum-against-direction"]


def test_a_ranked_minimum_before_an_unranked_one_is_told() -> None:
    criteria = [criterion("impact", minimum=Minimum(x=2, outcome="go-on")), criterion("spread", minimum=Minimum(x=1, outcome="inform"))]

    assert _told(rule_set(criteria=criteria)) == [
        (
            'r:3:1: warning[minimum-order]: a need that fails the minimums of "impact" and "spread" gets "go-on" and is ranked; '
            'better on "impact", it fails only "spread", gets "inform" and is not'
        ),
        "    r:2:1: the minimum that is asked first stands here",
        "    why:  the first minimum that fails decides, so a need that gets better can leave the ranking",
        '    mend: put criterion "spread" before "impact", or let both minimums end alike',
        (
            "r:3:1: varning[minimum-order]: ett behov som inte når miniminivåerna på ”impact” och ”spread” får ”go-on” och rangordnas; "
            "är det bättre på ”impact” brister det bara på ”spread”, får ”inform” och rangordnas inte"
        ),
        "    r:2:1: miniminivån som prövas först står här",
        "    varför: den första miniminivån som inte nås avgör, så ett behov som blir bättre kan lämna rangordningen",
        "    åtgärd: sätt kriteriet ”spread” före ”impact”, eller låt båda miniminivåerna ge samma slags utfall",
    ]
    assert _codes(*criteria[::-1]) == []
    assert _codes(attrs.evolve(criteria[0], direction="none"), criteria[1]) == []
    assert _codes(criteria[0], criterion("other"), attrs.evolve(criteria[1], minimum=Minimum(x=0, outcome="inform"))) == []
    assert [found.related for found in check_better(rule_set(criteria=criteria))] == [()]


def test_a_tie_breaker_that_prefers_the_worse_is_told_with_two_needs_of_one_score() -> None:
    flat = criterion("impact", Bins([(0, 0), (5, 1)]), low=0, high=9)

    assert _told(rule_set(criteria=[flat, criterion("spread")], tie_breakers=[TieBreaker(criterion="impact", prefer="less")])) == [
        (
            'r:9:1: error[tie-breaker-against-direction]: the tie-breaker prefers "less" of criterion "impact", which says "higher-first": '
            "with equal scores, a need with impact = 4, spread = 0 comes after one with impact = 3, spread = 0"
        ),
        "    r:2:1: the criterion stands here",
        "    why:  a need that is at least as good on every criterion would come after one that is worse",
        '    mend: let the tie-breaker prefer what the direction says is better, or give the criterion the direction "none"',
        (
            "r:9:1: fel[tie-breaker-against-direction]: särskiljaren sätter ”less” av kriteriet ”impact” först, men kriteriet anger "
            "”higher-first”: vid lika poäng kommer ett behov med impact = 4, spread = 0 efter ett med impact = 3, spread = 0"
        ),
        "    r:2:1: kriteriet står här",
        "    varför: ett behov som är minst lika bra på varje kriterium skulle komma efter ett som är sämre",
        "    åtgärd: låt särskiljaren sätta det först som riktningen säger är bättre, eller ge kriteriet riktningen ”none”",
    ]


def test_a_tie_breaker_is_right_along_the_direction_or_where_no_better_need_shares_a_score() -> None:
    flat = criterion("impact", Bins([(0, 0), (5, 1)]), low=0, high=9)
    less, more = (TieBreaker(criterion="impact", prefer=prefer) for prefer in ("less", "more"))

    assert _codes(flat, breakers=(more,)) == []
    assert _codes(flat, breakers=(more, less)) == []
    assert _codes(flat, breakers=(TieBreaker(field="wait"), less)) == ["tie-breaker-against-direction"]
    assert _codes(attrs.evolve(flat, direction="none"), breakers=(less,)) == []
    assert _codes(criterion("impact"), breakers=(less,)) == []
    assert _codes(criterion("impact", FALLING, direction="lower-first"), breakers=(less,)) == []
    assert _codes(criterion("impact", Bins([(0, 1), (5, 0)]), direction="lower-first"), breakers=(more,)) == [
        "tie-breaker-against-direction"
    ]


def test_a_cap_can_make_scores_equal_that_a_tie_breaker_then_turns() -> None:
    capped = criterion("impact", cap=Cap(by="spread", function=Bins([(0, 0), (1, 3)], 3)))
    less = TieBreaker(criterion="impact", prefer="less")

    (found,) = check_better(rule_set(criteria=[capped, criterion("spread")], tie_breakers=[less]))

    assert (found.code, found.related) == ("tie-breaker-against-direction", ())
    assert (found.params["better"], found.params["worse"]) == ("impact = 1, spread = 0", "impact = 0, spread = 0")


def test_a_step_past_the_minimum_is_no_tie() -> None:
    # 4 passes and 3 does not, so the last step of the bin is a step of the tier; the one before it is a tie.
    flat = criterion("impact", Bins([(0, 0), (5, 1)]), low=0, high=9, minimum=Minimum(x=4))
    less = TieBreaker(criterion="impact", prefer="less")

    (found,) = _found(rule_set(criteria=[flat], tie_breakers=[less]))

    assert (found.params["better"], found.params["worse"]) == ("impact = 3", "impact = 2")
