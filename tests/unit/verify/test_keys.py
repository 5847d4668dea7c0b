from fractions import Fraction
from typing import Any

import attrs
import pytest

from builders import criterion, fields, label, rule_set
from prioritera.diagnostics import Severity, Span, describe
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins, Log
from prioritera.model.criterion import Cap, Minimum
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import Band, RuleSet, TieBreaker
from prioritera.verify.keys import check_keys

AT = Span("r", 1, 1)


def _told(rules: RuleSet) -> list[str]:
    """The one message in both languages; rules and tie-breakers stand in a file."""
    breakers = [attrs.evolve(breaker, span=AT) for breaker in rules.tie_breakers]
    (found,) = check_keys(attrs.evolve(rules, span=AT, tie_breakers=breakers))
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _codes(rules: RuleSet) -> list[str]:
    return [found.code for found in check_keys(rules)]


def _bands(*limits: str) -> list[Band]:
    return [Band(id=band, least=Fraction(least)) for band, least in zip("abcdef", limits, strict=False)]


def test_the_shipped_rule_set_has_nothing_wrong() -> None:
    assert list(check_keys(load_rules("prioritera:sbu-four"))) == []


def test_a_share_outside_0_to_1_is_told() -> None:
    assert _told(rule_set(min_known=Fraction(3, 2))) == [
        "r:1:1: error[share-outside]: min_known is 1.5; it is a share, from 0 to 1",
        "    why:  a share outside 0 to 1 is always reached, or never",
        "    mend: write a share from 0 to 1",
        "r:1:1: fel[share-outside]: min_known är 1.5; det är en andel, från 0 till 1",
        "    varför: en andel utanför 0 till 1 nås alltid, eller aldrig",
        "    åtgärd: skriv en andel från 0 till 1",
    ]
    (found,) = check_keys(rule_set(propose_leaving_out_above=Fraction(-1)))
    assert found.params["key"] == "propose_leaving_out_above"


def test_a_band_above_another_may_not_begin_lower() -> None:
    assert _told(rule_set(bands=_bands("1/3", "2/3", "0"))) == [
        'r:1:1: error[band-rises]: the group "b" begins at 2/3 and stands after "a", which begins at 1/3',
        "    why:  groups are read from the highest down, as people write A, B, C",
        "    mend: write the groups in falling order of their limits",
        "r:1:1: fel[band-rises]: gruppen ”b” börjar vid 2/3 och står efter ”a”, som börjar vid 1/3",
        "    varför: grupper läses från den högsta och nedåt, så som man skriver A, B, C",
        "    åtgärd: skriv grupperna i fallande ordning efter gränserna",
    ]


def test_a_band_above_the_highest_score_is_empty() -> None:
    assert _told(rule_set(bands=_bands("1.5", "0"))) == [
        'r:1:1: error[band-empty]: no score can be in the group "a", which begins at 1.5 of the highest possible',
        "    why:  a group that nobody can be in makes the others look lower or higher than they are",
        "    mend: give the groups limits that differ, from 0 to 1, with some score between each and the next",
        "r:1:1: fel[band-empty]: inga poäng kan hamna i gruppen ”a”, som börjar vid 1.5 av högsta möjliga",
        "    varför: en grupp som ingen kan hamna i får de andra att se lägre eller högre ut än de är",
        "    åtgärd: ge grupperna olika gränser, från 0 till 1, med några poäng mellan varje gräns och nästa",
    ]


def test_a_band_just_above_the_highest_score_is_empty() -> None:
    (found,) = check_keys(rule_set(bands=_bands("7/6", "0")))

    assert found.code == "band-empty"


def test_of_two_bands_with_one_limit_the_second_is_empty() -> None:
    (found,) = check_keys(rule_set(bands=_bands("1/2", "1/2", "0")))

    assert (found.code, found.params["band"]) == ("band-empty", "b")


def test_a_band_between_two_whole_points_is_empty() -> None:
    # Two criteria of four levels make 6 points: 0.4 to below 0.5 of them holds no whole number.
    (found,) = check_keys(rule_set(bands=_bands("1/2", "0.4", "0")))

    assert (found.code, found.params["band"]) == ("band-empty", "b")
    assert _codes(rule_set(bands=_bands("1", "1/2", "1/3", "0"))) == []


def test_scores_below_the_lowest_band_are_told() -> None:
    assert _told(rule_set(bands=_bands("2/3", "1/2", "1/3"))) == [
        'r:1:1: error[band-none-lowest]: the lowest group, "c", begins at 1/3, so scores below it are in no group',
        "    why:  a need that is placed would stand in no group",
        "    mend: let the lowest group begin at 0",
        "r:1:1: fel[band-none-lowest]: den lägsta gruppen, ”c”, börjar vid 1/3, så lägre poäng hör inte till någon grupp",
        "    varför: ett behov med plats i listan skulle bli utan grupp",
        "    åtgärd: låt den lägsta gruppen börja vid 0",
    ]


def test_a_rule_set_need_not_have_bands() -> None:
    assert _codes(rule_set(bands=[])) == []


def test_without_criteria_there_is_no_score_to_check() -> None:
    assert _codes(rule_set(criteria=[])) == []


@pytest.mark.parametrize(
    "breaker",
    [
        TieBreaker(field="nothing"),
        TieBreaker(field="causes"),
        TieBreaker(field="kind"),
        TieBreaker(criterion="nothing"),
        TieBreaker(),
        TieBreaker(field="wait", criterion="impact"),
    ],
)
def test_a_tie_breaker_without_order_or_of_nothing_is_told(breaker: TieBreaker) -> None:
    assert _codes(rule_set(tie_breakers=[breaker])) == ["tie-breaker-unfit"]


def test_a_tie_breaker_without_bounds_is_told() -> None:
    unbounded = rule_set(criteria=[criterion(high=None)], tie_breakers=[TieBreaker(criterion="impact")])

    assert _told(unbounded) == [
        'r:1:1: error[tie-breaker-unfit]: the tie-breaker "impact" is not one field or criterion with an order and bounds',
        "    why:  ties are told apart by whole numbers between known bounds",
        "    mend: name a number, a flag or an ordered choice among the fields, or a criterion with a least and a greatest value",
        "r:1:1: fel[tie-breaker-unfit]: särskiljaren ”impact” är inte ett fält eller kriterium med ordning och gränser",
        "    varför: behov på delad plats skiljs åt med heltal mellan kända gränser",
        "    åtgärd: ange ett tal, ett ja/nej-fält eller ett ordnat val bland fälten, eller ett kriterium med minsta och största värde",
    ]


@pytest.mark.parametrize(
    "breaker", [TieBreaker(field="wait"), TieBreaker(field="urgent"), TieBreaker(field="place"), TieBreaker(criterion="spread")]
)
def test_a_number_a_flag_an_order_or_a_bounded_criterion_tells_ties_apart(breaker: TieBreaker) -> None:
    assert _codes(rule_set(tie_breakers=[breaker])) == []


def test_an_unknown_part_of_the_list_key_is_told_with_the_nearest_known_one() -> None:
    assert _told(rule_set(list_key=("aera", "destination"))) == [
        'r:1:1: error[list-key-unknown]: the list key names "aera", which is nothing that a need has one word of',
        "    why:  needs with the same key are compared; without a known key nobody knows which",
        '    mend: did you mean "area"?',
        "r:1:1: fel[list-key-unknown]: listnyckeln anger ”aera”, som inte är något som varje behov har precis ett ord för",
        "    varför: behov med samma nyckel jämförs; med en okänd nyckel vet ingen vilka",
        "    åtgärd: menade du ”area”?",
    ]
    (found,) = check_keys(rule_set(list_key=("causes",)))
    assert found.params["known"] == ("area", "outcome", "destination", "kind", "urgent", "place", "level")
    assert _codes(rule_set(list_key=("outcome", "kind", "level"))) == []


def test_a_list_key_may_not_hang_on_the_score() -> None:
    assert _told(rule_set(list_key=("area", "band"))) == [
        'r:1:1: error[list-key-score]: the list key names "band", which hangs on the score',
        "    why:  needs would be compared only with those whose scores are like their own",
        "    mend: name what is known before scores are compared, such as area, outcome or destination",
        "r:1:1: fel[list-key-score]: listnyckeln anger ”band”, som hänger på poängen",
        "    varför: behov skulle bara jämföras med dem som redan har liknande poäng",
        "    åtgärd: ange något som är känt innan poängen jämförs, som area, outcome eller destination",
    ]


def test_a_field_of_ones_own_may_have_a_name_that_scores_use() -> None:
    tier = Field(id="tier", kind=Kind.FLAG, label=label())

    assert _codes(rule_set(fields={**fields(), "tier": tier}, list_key=("tier",))) == []


def _primes(count: int) -> RuleSet:
    """Criteria whose heights have different primes for denominators, so that the least exact scale is their product."""
    primes = [p for p in range(2, 300) if all(p % q for q in range(2, p))][:count]
    return rule_set(criteria=[criterion(f"c{p}", Bins([(0, 0), (1, 1), (2, p)])) for p in primes])


def test_values_that_are_rounded_are_a_warning() -> None:
    (found,) = check_keys(attrs.evolve(_primes(20), span=AT))

    rounded = "exact values do not fit in 64 bits with these scales and weights; they are rounded to parts of 1000000"
    avrundas = "exakta värden ryms inte i 64 bitar med skalorna och vikterna; de avrundas till delar av 1000000"
    assert found.severity is Severity.WARNING
    assert describe(found, "en").splitlines() == [
        f"r:1:1: warning[score-rounded]: {rounded}",
        "    why:  needs that are truly equal may be told apart by the rounding",
        "    mend: use scales whose steps have fewer different denominators, smaller weights, or fewer tie-breakers",
    ]
    assert describe(found, "sv").splitlines() == [
        f"r:1:1: varning[score-rounded]: {avrundas}",
        "    varför: behov som egentligen är lika kan skiljas åt av avrundningen",
        "    åtgärd: välj skalor vars steg har färre olika nämnare, mindre vikter eller färre särskiljare",
    ]
    assert list(check_keys(_primes(3))) == []


def _heights(*heights: int, weight: int, **more: Any) -> RuleSet:  # noqa: ANN401 -- whatever a criterion may hold
    return rule_set(criteria=[criterion("impact", Bins(enumerate(heights)), weight=weight, **more)], bands=[])


def test_keys_that_do_not_fit_even_rounded_are_an_error() -> None:
    heavy = _heights(0, 1, 10**6 + 3, weight=10**13, minimum=Minimum(x=1))

    keys, most = 2 * (10**13 * 10**6 + 1), 2**63 - 1

    assert _told(heavy) == [
        f"r:1:1: error[key-too-long]: even rounded, the scores and tie-breakers make {keys} different keys; 64 bits hold {most}",
        "    why:  numbers that do not fit would turn into other numbers in fast engines, unseen",
        "    mend: use smaller weights, or fewer tie-breakers or tie-breakers with fewer values",
        f"r:1:1: fel[key-too-long]: även med avrundning ger poäng och särskiljare {keys} olika nycklar; 64 bitar rymmer {most}",
        "    varför: tal som inte ryms skulle bli andra tal i snabba motorer, utan att någon såg det",
        "    åtgärd: välj mindre vikter, färre särskiljare eller särskiljare med färre värden",
    ]


def test_keys_that_fit_exactly_are_right_though_they_would_not_fit_rounded() -> None:
    assert _codes(_heights(0, 1, 2, 3, weight=10**13)) == []


def test_the_longest_key_that_fits_is_exact_and_one_longer_does_not_fit() -> None:
    # One key for each number of points from 0 to W * S, and S is 1 here.
    assert _codes(_heights(0, 1, weight=2**63 - 2)) == []
    assert _codes(_heights(0, 1, weight=2**63 - 1)) == ["key-too-long"]


def test_the_longest_rounded_key_that_fits_is_a_warning_and_one_longer_an_error() -> None:
    most = (2**63 - 2) // 10**6

    assert _codes(_heights(0, 1, 10**6 + 3, weight=most)) == ["score-rounded"]
    assert _codes(_heights(0, 1, 10**6 + 3, weight=most + 1)) == ["key-too-long"]


def test_tiers_and_tie_breakers_lengthen_the_key() -> None:
    # 2 tiers, 10 waits and W + 1 scores: 20 * (W + 1) keys.
    most = (2**63 - 1) // 20 - 1
    gated = _heights(0, 1, weight=most, minimum=Minimum(x=1))
    heavier = _heights(0, 1, weight=most + 1, minimum=Minimum(x=1))

    assert _codes(attrs.evolve(gated, tie_breakers=[TieBreaker(field="wait")])) == []
    assert _codes(attrs.evolve(heavier, tie_breakers=[TieBreaker(field="wait")])) == ["key-too-long"]


def test_a_logarithm_is_always_rounded_and_that_is_told_once_a_criterion() -> None:
    logs = [
        criterion("impact", Log([(1, 0), (100, 1)]), span=AT),
        criterion("spread", cap=Cap(by="impact", function=Log([(1, 1), (9, 3)]))),
    ]
    rules = rule_set(criteria=[*logs, criterion("cost")], bands=[])

    found = list(check_keys(rules))

    assert (rules.is_exact, rules.scale) == (False, 1_000_000)
    assert [(one.code, one.severity, one.params["criterion"]) for one in found] == [
        ("log-rounded", Severity.WARNING, "impact"),
        ("log-rounded", Severity.WARNING, "spread"),
    ]
    assert describe(found[0], "en").splitlines() == [
        "r:1:1: warning[log-rounded]: the scale of “impact” is logarithmic; its values are rounded to parts of 1000000",
        "    why:  values on a logarithmic scale cannot be written out exactly, so needs that are nearly equal may share a place",
        "    mend: use bins or points if values are to be exact; otherwise this is as it should be",
    ]
    assert describe(found[0], "sv").splitlines() == [
        "r:1:1: varning[log-rounded]: skalan för ”impact” är logaritmisk; dess värden avrundas till delar av 1000000",
        "    varför: värden på en logaritmisk skala går inte att skriva ut exakt, så behov som nästan är lika kan dela plats",
        "    åtgärd: välj bins eller points om värdena ska vara exakta; annars är detta så det ska vara",
    ]


def test_a_scale_that_is_relative_to_the_set_is_a_warning_and_rounded() -> None:
    rules = rule_set(criteria=[criterion("impact", relative="range", span=AT), criterion("spread")], bands=[])

    (found,) = check_keys(rules)

    assert (rules.is_exact, rules.scale, found.severity) == (False, 1_000_000, Severity.WARNING)
    assert describe(found, "en").splitlines() == [
        "r:1:1: warning[scale-relative]: the scale of “impact” is relative (range): its values hang on which other needs there are",
        "    why:  two needs can change places when a third comes or goes",
        "    mend: use a scale of fixed limits (bins, points, log or levels) if the order of two needs is to hang on them alone",
    ]
    assert describe(found, "sv").splitlines() == [
        "r:1:1: varning[scale-relative]: skalan för ”impact” är relativ (range): värdena beror på vilka andra behov som finns",
        "    varför: två behov kan byta plats när ett tredje kommer till eller faller bort",
        "    åtgärd: välj en skala med fasta gränser (bins, points, log eller levels) om ordningen mellan två behov bara ska bero på dem",
    ]
