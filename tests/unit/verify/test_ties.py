import attrs
import pytest

from builders import LEVELS, criterion, fields, label, rule_set, terms
from prioritera.diagnostics import Severity, Span, describe
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Criterion
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.verify.ties import VALUES, check_ties

WAIT, URGENT = TieBreaker(field="wait"), TieBreaker(field="urgent")
IMPACT = TieBreaker(criterion="impact")


def _told(rules: RuleSet) -> list[str]:
    """The one message in both languages; tie-breakers stand on line 9."""
    breakers = [attrs.evolve(one, span=Span("r", 9, column)) for column, one in enumerate(rules.tie_breakers, 1)]
    (found,) = check_ties(attrs.evolve(rules, tie_breakers=breakers))
    return [*describe(found, "en").splitlines(), *describe(found, "sv").splitlines()]


def _codes(*breakers: TieBreaker, **more: object) -> list[str]:
    return [found.code for found in check_ties(rule_set(tie_breakers=breakers, **more))]


def _with(field: Field) -> dict[str, Field]:
    return {**fields(), field.id: field}


def test_tie_breakers_that_differ_between_needs_are_right() -> None:
    assert list(check_ties(load_rules("prioritera:sbu-four"))) == []
    assert _codes(WAIT, URGENT, TieBreaker(field="place"), IMPACT) == []


def test_rules_whose_keys_cannot_be_reckoned_are_left_to_other_checks() -> None:
    assert _codes(WAIT, WAIT, criteria=[]) == []
    assert _codes(TieBreaker(field="nothing"), TieBreaker(field="nothing")) == []


def test_a_tie_breaker_of_one_value_is_told() -> None:
    one = Field(id="wait", kind=Kind.WHOLE, label=label(), low=3, high=3)

    assert _told(rule_set(fields=_with(one), tie_breakers=[WAIT])) == [
        'r:9:1: error[tie-breaker-constant]: the tie-breaker "wait" has one value only',
        "    why:  needs with equal scores are equal there too, so it never tells any apart",
        "    mend: name something that differs between needs, or take the tie-breaker away",
        "r:9:1: fel[tie-breaker-constant]: särskiljaren ”wait” har bara ett värde",
        "    varför: behov med lika poäng är lika också där, så den skiljer aldrig några åt",
        "    åtgärd: ange något som skiljer mellan behov, eller ta bort särskiljaren",
    ]


def test_an_order_of_one_word_and_a_criterion_of_one_performance_have_one_value() -> None:
    word = Field(id="place", kind=Kind.CHOICE, label=label(), terms=terms("local"), ordered=True)
    same = criterion("impact", low=2, high=2)

    assert _codes(TieBreaker(field="place"), fields=_with(word)) == ["tie-breaker-constant"]
    assert _codes(IMPACT, criteria=[same, criterion("spread")]) == ["tie-breaker-constant"]


def test_a_tie_breaker_asked_twice_is_told_with_the_first() -> None:
    assert _told(rule_set(tie_breakers=[WAIT, URGENT, TieBreaker(field="wait", prefer="less")])) == [
        'r:9:3: error[tie-breaker-again]: the tie-breaker "wait" asks again for what the tie-breaker "wait" asked before it',
        "    r:9:1: the earlier tie-breaker stands here",
        "    why:  needs that the first left equal are equal there too, so it never tells any apart",
        "    mend: name something else, or take one of the two away",
        "r:9:3: fel[tie-breaker-again]: särskiljaren ”wait” frågar igen efter det som särskiljaren ”wait” redan har frågat efter",
        "    r:9:1: den tidigare särskiljaren står här",
        "    varför: behov som den första lämnar lika är lika också där, så den skiljer aldrig några åt",
        "    åtgärd: ange något annat, eller ta bort en av de två",
    ]
    assert [found.related for found in check_ties(rule_set(tie_breakers=[WAIT, WAIT]))] == [()]


def test_two_fields_of_one_measure_ask_for_one_thing() -> None:
    again = Field(id="again", kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=5, measure="anchoring-level")
    reach = TieBreaker(field="reach")

    assert _codes(reach, TieBreaker(field="again"), fields=_with(again)) == ["tie-breaker-again"]
    assert _codes(reach, TieBreaker(field="place"), WAIT, URGENT) == []


def test_a_criterion_asked_twice_is_told_and_one_of_another_name_is_not() -> None:
    assert _codes(IMPACT, TieBreaker(criterion="spread"), IMPACT) == ["tie-breaker-again"]
    assert _codes(IMPACT, WAIT, TieBreaker(criterion="spread")) == []


def test_a_tie_breaker_in_the_list_key_is_told() -> None:
    assert _told(rule_set(list_key=("urgent", "outcome"), tie_breakers=[URGENT])) == [
        'r:9:1: error[tie-breaker-in-list-key]: the tie-breaker "urgent" is part of the list key',
        "    why:  needs are compared only within a list, where all have the same value, so it never tells any apart",
        "    mend: take it away here, or from the list key",
        "r:9:1: fel[tie-breaker-in-list-key]: särskiljaren ”urgent” ingår i listnyckeln",
        "    varför: behov jämförs bara inom en lista, där alla har samma värde, så den skiljer aldrig några åt",
        "    åtgärd: ta bort den här, eller ur listnyckeln",
    ]


def test_an_order_that_can_be_open_differs_within_a_list() -> None:
    # Needs whose highest level is not settled share the list of open ones, though the levels that they can have may differ.
    assert _codes(TieBreaker(field="place"), list_key=("place",)) == []
    assert _codes(IMPACT, list_key=("", "place")) == []


def test_the_only_criterion_is_told_by_the_score() -> None:
    assert _told(rule_set(criteria=[criterion("impact")], tie_breakers=[IMPACT])) == [
        (
            'r:9:1: warning[tie-breaker-in-score]: the tie-breaker "impact" is told by the score: '
            "needs with equal scores have the same value on that criterion"
        ),
        "    why:  it never tells any apart, unless a round leaves the criterion out",
        "    mend: name something that the score does not tell, or take the tie-breaker away",
        (
            "r:9:1: varning[tie-breaker-in-score]: särskiljaren ”impact” framgår redan av poängen: "
            "behov med lika poäng har samma värde på det kriteriet"
        ),
        "    varför: den skiljer aldrig några åt, om inte en omgång utelämnar kriteriet",
        "    åtgärd: ange något som inte framgår av poängen, eller ta bort särskiljaren",
    ]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([criterion("impact", Points([(0, 9), (9, 0)]), direction="lower-first")], True),
        ([criterion("impact", Points([(0, 0), (10**6, 1)]))], True),
        ([criterion("impact", Bins([(0, 0), (5, 1)]))], False),
        ([criterion("impact", low=0, high=4)], False),
        ([criterion("impact", Points([(0, 0), (3, 3), (4, 2)]))], False),
        ([criterion("impact", weight=4), criterion("spread")], True),
        ([criterion("impact", weight=3), criterion("spread")], False),
        ([criterion("impact"), criterion("spread", weight=4)], True),
        ([criterion("impact", Points([(0, 0), (VALUES - 1, 1)])), criterion("spread", Bins([(0, 0), (1, 1)]), weight=2)], True),
        ([criterion("impact", Points([(0, 0), (VALUES, 1)])), criterion("spread", Bins([(0, 0), (1, 1)]), weight=2)], False),
        ([criterion("impact"), criterion("spread", Bins([(0, 0), (1, 1)]), weight=2**23)], False),
        ([criterion("impact", weight=9), criterion("spread", cap=Cap(by="impact", function=LEVELS))], False),
    ],
)
def test_a_criterion_is_told_by_the_score_when_no_two_sums_give_its_difference(criteria: list[Criterion], expected: bool) -> None:  # noqa: FBT001 -- pytest gives it
    found = list(check_ties(rule_set(criteria=criteria, tie_breakers=[IMPACT])))

    assert [one.code for one in found] == ["tie-breaker-in-score"] * expected
    assert all(one.severity is Severity.WARNING for one in found)
