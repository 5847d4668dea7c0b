import ast
import hashlib
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import cast

import attrs
import pytest

import prioritera
from builders import Asked, criterion, fields, label, model, network, rule, rule_set, table, terms, verified
from prioritera.diagnostics import Span
from prioritera.methods.scales import Bins, Points
from prioritera.model.bar import Bar
from prioritera.model.condition import SetTest, ShareOfScore, Within
from prioritera.model.criterion import Cap, Level, Minimum
from prioritera.model.field import Field, Kind
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import MOST, ROUNDED_SCALE, Model, RuleSet, TieBreaker, VerifiedRuleSet, model_seal
from prioritera.model.table import Also, Course, Target, Waypoint

BIT = Bins([(0, 0), (1, 1)])


def test_tables_are_run_in_order_the_chain_then_triage_then_destination() -> None:
    rules = rule_set(tables=[table("level"), table("other")])

    assert [each.id for each in rules.all_tables] == ["level", "other", "outcome", "destination"]


def test_weights_are_summed() -> None:
    assert rule_set(criteria=[criterion("a", weight=3), criterion("b", weight=4)]).weight_sum == 7


def test_a_criterion_is_found_by_its_id() -> None:
    rules = rule_set()

    assert rules.criterion("spread") is rules.criteria[1]
    with pytest.raises(KeyError, match="cost"):
        rules.criterion("cost")


@pytest.mark.parametrize(("minimum", "tiers"), [(None, 1), (Minimum(x=1, outcome="inform"), 1), (Minimum(x=1), 2)])
def test_a_minimum_without_an_outcome_makes_a_second_tier(minimum: Minimum | None, tiers: int) -> None:
    assert rule_set(criteria=[criterion("a"), criterion("b", minimum=minimum)]).tiers == tiers


def test_the_scale_is_the_least_exact_one_of_all_functions_and_caps() -> None:
    cap = Cap(by="a", function=Points([(0, 0), (5, 3)], 3))
    plain = [criterion("a"), criterion("b", Points([(0, 0), (7, 1)]))]

    assert rule_set(criteria=plain).scale == 21
    assert rule_set(criteria=[plain[0], attrs.evolve(plain[1], cap=cap)]).scale == 105


@pytest.mark.parametrize(("weight", "exact"), [(MOST - 1, True), (MOST, False)])
def test_a_scale_whose_keys_just_fit_64_bits_is_exact_and_the_next_is_rounded(weight: int, exact: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    rules = rule_set(criteria=[criterion("a", BIT, weight=weight)])

    assert rules.key_bound(1) == weight + 1
    assert rules.is_exact is exact
    assert rules.scale == (1 if exact else ROUNDED_SCALE)


def test_tiers_and_tie_breakers_take_their_part_of_the_key() -> None:
    rules = rule_set(
        criteria=[criterion("a", BIT, minimum=Minimum(x=1))], tie_breakers=[TieBreaker(field="wait"), TieBreaker(criterion="a")]
    )

    assert rules.key_bound(1) == 2 * (1 * 1 + 1) * 10 * 2


@pytest.mark.parametrize(
    ("breaker", "domain"),
    [
        (TieBreaker(field="wait"), (0, 9)),
        (TieBreaker(field="place"), (0, 2)),
        (TieBreaker(field="urgent"), (0, 1)),
        (TieBreaker(field="one-word"), (0, 1)),
        (TieBreaker(criterion="b"), (-2, 8)),
    ],
)
def test_a_tie_breaker_has_a_domain(breaker: TieBreaker, domain: tuple[int, int]) -> None:
    one_word = Field(id="one-word", kind=Kind.CHOICE, label=label(), terms=terms("only"))
    rules = rule_set(fields={**fields(), "one-word": one_word}, criteria=[criterion("a"), criterion("b", low=-2, high=8)])

    assert rules.tie_domain(breaker) == domain


@pytest.mark.parametrize(("low", "high"), [(None, 3), (0, None)])
def test_a_criterion_without_bounds_breaks_no_ties(low: int | None, high: int | None) -> None:
    rules = rule_set(criteria=[criterion("a", low=low, high=high)])

    with pytest.raises(ValueError, match=r"^the tie-breaker a has no bounds; a declared domain is expected$"):
        rules.tie_domain(TieBreaker(criterion="a"))


def test_a_tie_breaker_prefers_more_or_less() -> None:
    with pytest.raises(ValueError, match="'prefer' must be in"):
        TieBreaker(field="wait", prefer="most")


def _criteria_reversed(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, criteria=rules.criteria[::-1])


def _heavier(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, criteria=[attrs.evolve(rules.criteria[0], weight=2), *rules.criteria[1:]])


def _other_order(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, triage=attrs.evolve(rules.triage, rules=rules.triage.rules[::-1]))


def _other_condition(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, tables=[table("level", rule("long-wait", "high", {"wait": Within(low=6)}), rule("other-wait", "low"))])


def _other_bound(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, fields={**rules.fields, "wait": attrs.evolve(rules.fields["wait"], high=10)})


def _not_ranked(rules: RuleSet) -> RuleSet:
    return attrs.evolve(rules, outcomes={**rules.outcomes, "go-on": attrs.evolve(rules.outcomes["go-on"], ranked=False)})


@pytest.mark.parametrize("change", [_criteria_reversed, _heavier, _other_order, _other_condition, _other_bound, _not_ranked])
def test_the_meaning_hash_changes_with_the_meaning(change: Callable[[RuleSet], RuleSet]) -> None:
    assert meaning_hash(change(rule_set())) != meaning_hash(rule_set())


def test_the_meaning_hash_is_of_words_that_everyone_can_reckon_again() -> None:
    value = (Fraction(1, 2), None, True, frozenset({"b", "a"}), {"k": 1})

    assert meaning_hash(value) == hashlib.sha256(b'["1/2",null,true,["a","b"],{"k":1}]').hexdigest()


def test_the_order_in_which_fields_and_words_were_read_is_no_meaning() -> None:
    turned = rule_set(fields=dict(reversed(fields().items())))

    assert meaning_hash(turned) == meaning_hash(rule_set())


def _values(value: object) -> Iterator[attrs.AttrsInstance]:
    """Every attrs value inside a value, itself too."""
    kind = type(value)
    if attrs.has(kind):
        yield cast("attrs.AttrsInstance", value)
        for field in attrs.fields(kind):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _values(item)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from _values(item)


# What people read, and where it stands: no part of the meaning, in any value.
FOR_PEOPLE = {
    *(
        "label",
        "because",
        "ground",
        "about",
        "question",
        "unit",
        "levels",
        "text",
        "note",
        "contact",
        "kinds",
        "population",
        "county",
        "counties",
    ),
    *(
        "source",
        "status",
        "span",
        "owner",
        "min_known_status",
        "weights_decided",
        "weights_source",
        "weights_domains",
        "filled_by",
        "find_out",
        "reference",
        "valid_from",
        "valid_to",
    ),
}


def _everything() -> list[attrs.AttrsInstance]:
    """A rule set and a network with a value of every kind in them, and all the values in them."""
    cap = Cap(by="impact", function=Points([(0, 1), (3, 3)], 3))
    bar = Bar(object="interventions", domain="socialtjanst", ground=label())
    rich = [criterion("impact", minimum=Minimum(x=1), levels=[Level(x=0, label=label())]), criterion("spread", cap=cap, bars=[bar])]
    course = Course(to=Target(actor="agency"), via=[Waypoint(actor="rss")], also=[Also(target=Target(nearest="rss"))])
    asked: dict[str, Asked] = {
        "causes": SetTest(any=frozenset({"gap"})),
        "score": ShareOfScore(low=Fraction(1, 2)),
        "kind": "offer",
        "wait": Within(low=1),
    }
    rules = rule_set(criteria=rich, tie_breakers=[TieBreaker(field="wait")], destination=table("destination", rule("all", course, asked)))
    return list(_values((rules, network())))


@pytest.mark.parametrize("value", _everything(), ids=lambda value: type(value).__name__)
def test_the_meaning_hash_sees_everything_but_what_is_for_people(value: attrs.AttrsInstance) -> None:
    before = meaning_hash(value)

    unseen = set()
    for field in attrs.fields(type(value)):
        changed = copy(value)
        object.__setattr__(changed, field.name, "changed")  # past the validators: only the hash is asked
        if meaning_hash(changed) == before:
            unseen.add(field.name)

    for_people = {field.name for field in attrs.fields(type(value)) if field.name in FOR_PEOPLE}
    channel_ends = {"source"} if type(value).__name__ == "Channel" else set()
    assert unseen == for_people - channel_ends


def test_a_rule_set_has_the_seal_of_its_own_meaning_only() -> None:
    rules = rule_set()
    other = meaning_hash(_heavier(rules))

    assert VerifiedRuleSet(rules=rules, seal=meaning_hash(rules)).rules is rules
    with pytest.raises(ValueError, match=r"^the rules are not the ones that were verified; verify them again$"):
        VerifiedRuleSet(rules=rules, seal=other)


def test_changed_rules_do_not_fit_an_old_seal() -> None:
    sealed = verified(rule_set())

    with pytest.raises(ValueError, match=r"^the rules are not the ones that were verified; verify them again$"):
        attrs.evolve(sealed, rules=_heavier(sealed.rules))


def test_a_seal_is_text() -> None:
    with pytest.raises(TypeError, match="'seal' must be <class 'str'>"):
        VerifiedRuleSet(rules=rule_set(), seal=cast("str", None))


def test_words_for_people_may_change_under_a_seal() -> None:
    sealed = verified(rule_set())

    renamed = attrs.evolve(sealed, rules=rule_set(label=label("Other"), status="adopted", span=Span("x", 1, 1)))

    assert renamed.seal == sealed.seal


def test_a_model_is_of_the_rules_and_the_network_that_were_bound() -> None:
    bound = model()

    assert bound.rules is bound.verified.rules
    for change in ({"verified": verified(_heavier(bound.rules))}, {"network": attrs.evolve(network(), channels=())}):
        with pytest.raises(ValueError, match=r"^the rules or the network are not the ones that were bound; bind them again$"):
            attrs.evolve(bound, **change)


def test_the_seal_of_a_model_is_neither_the_rules_nor_the_network_s_own() -> None:
    bound = model()

    assert bound.seal == model_seal(bound.verified, network())
    with pytest.raises(ValueError, match="bind them again"):
        Model(verified=bound.verified, network=network(), seal=bound.verified.seal)


@pytest.mark.parametrize(("name", "maker"), [("VerifiedRuleSet", "verify/verify.py"), ("Model", "verify/network.py")])
def test_only_the_proofs_make_what_says_it_is_proved(name: str, maker: str) -> None:
    source = Path(prioritera.__file__).parent

    makers = [
        path.relative_to(source).as_posix()
        for path in sorted(source.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]

    assert makers == [maker]


def test_rules_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(ValueError, match="in force from 2025-01-02 to 2025-01-01; expected the first day not after the last"):
        rule_set(valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1))
