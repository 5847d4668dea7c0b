from fractions import Fraction

import attrs

from builders import criterion, rule_set
from prioritera.diagnostics import Severity, Span, describe
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins
from prioritera.model.criterion import Cap
from prioritera.model.ruleset import Band, RuleSet
from prioritera.verify.groups import check_groups, spans

YES_NO = Bins([(0, 0), (1, 1)])


def _bands(*limits: str) -> list[Band]:
    return [Band(id=band, least=Fraction(least)) for band, least in zip("abcdef", limits, strict=False)]


def _told(rules: RuleSet) -> list[str]:
    (found,) = check_groups(attrs.evolve(rules, span=Span("r", 1, 1)))
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _weighted(*weights: int, bands: list[Band]) -> RuleSet:
    criteria = [criterion(f"c{place}", YES_NO, weight=weight) for place, weight in enumerate(weights)]
    return rule_set(criteria=criteria, bands=bands)


def test_the_shipped_groups_have_needs_in_them() -> None:
    assert list(check_groups(load_rules("prioritera:sbu-four"))) == []


def test_a_group_that_no_sum_of_weights_falls_in_is_told_with_the_nearest_that_do() -> None:
    # 4 and 1 make 0, 1, 4 or 5 points.
    assert _told(_weighted(4, 1, bands=_bands("0.8", "0.4", "0"))) == [
        (
            'r:1:1: error[band-unreached]: no need can be in the group "b", which begins at 0.4 of the highest possible score: '
            "the nearest that occurs is 0.2 or 0.8"
        ),
        "    why:  a group that nobody can be in makes the others look lower or higher than they are",
        "    mend: move the limits so that some score falls between each and the next, or take the group away",
        (
            "r:1:1: fel[band-unreached]: inget behov kan hamna i gruppen ”b”, som börjar vid 0.4 av högsta möjliga poäng: "
            "närmast förekommer 0.2 eller 0.8"
        ),
        "    varför: en grupp som ingen kan hamna i får de andra att se lägre eller högre ut än de är",
        "    åtgärd: flytta gränserna så att några poäng faller mellan varje gräns och nästa, eller ta bort gruppen",
    ]


def test_a_group_above_what_a_cap_leaves_is_told() -> None:
    capped = criterion("impact", cap=Cap(by="spread", function=Bins([(0, 3), (3, 1)], 3)))

    (found,) = check_groups(rule_set(criteria=[capped, criterion("spread")], bands=_bands("1", "0")))

    assert (found.code, found.params["band"], found.params["nearest"]) == ("band-unreached", "a", ("5/6",))


def test_the_lower_end_of_a_range_is_enough_for_a_group() -> None:
    # Only a need of which nothing is known reaches 0: the cap is read at its least, and so is what it is by.
    capped = criterion("impact", YES_NO, low=1, cap=Cap(by="spread", function=Bins([(0, 1), (1, 0)])))

    assert list(check_groups(rule_set(criteria=[capped, criterion("spread", YES_NO)], bands=_bands("1/2", "0")))) == []


def test_what_cannot_be_counted_is_a_warning() -> None:
    many = _weighted(4_000_000, 1_000_000, bands=_bands("0.8", "0.4", "0"))

    assert _told(many) == [
        (
            'r:1:1: warning[band-undecided]: it could not be settled whether any need can be in the group "b", '
            "which begins at 0.4 of 5000000 points; up to 4194304 are counted one by one"
        ),
        "    why:  a group that nobody can be in makes the others look lower or higher than they are",
        "    mend: use scales with longer steps or fewer different denominators, smaller weights, or wider groups",
        (
            "r:1:1: varning[band-undecided]: det gick inte att avgöra om något behov kan hamna i gruppen ”b”, "
            "som börjar vid 0.4 av 5000000 poäng; upp till 4194304 räknas en och en"
        ),
        "    varför: en grupp som ingen kan hamna i får de andra att se lägre eller högre ut än de är",
        "    åtgärd: välj skalor med längre steg eller färre olika nämnare, mindre vikter eller bredare grupper",
    ]
    assert [found.severity for found in check_groups(many)] == [Severity.WARNING]


def test_rules_whose_scores_cannot_be_reckoned_are_left_to_other_checks() -> None:
    assert list(check_groups(rule_set(criteria=[]))) == []
    assert list(check_groups(_weighted(4, 1, bands=[]))) == []


def test_the_points_of_groups_follow_on_each_other() -> None:
    found = [(band.id, low, high) for band, low, high in spans(_weighted(4, 1, bands=_bands("0.8", "0.7", "0.8", "0.4", "0")))]

    # From 0.7 to below 0.8 of 5 there is no whole number, and of two limits alike the first is read.
    assert found == [("a", 4, 5), ("d", 2, 3), ("e", 0, 1)]
