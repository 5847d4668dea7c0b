"""What a box asks of each field, as conditions; and regions that differ in one word of a set, as one."""

from fractions import Fraction

import pytest

from builders import label, rule, rule_set, table, terms, to
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.field import Field, Kind
from prioritera.model.value import Missing
from prioritera.verify.asked import asked_of, merged
from prioritera.verify.axes import Part, Space, space_of
from prioritera.verify.boxes import Box

FIELDS = {**rule_set().fields, "places": Field(id="places", kind=Kind.SET, label=label(), terms=terms("x", "y"))}


def space(**tests: Test) -> Space:
    """The axes of a rule set that asks these things."""
    when = {"score" if name == "score" else name: test for name, test in tests.items()}
    triage = {name: test for name, test in when.items() if name != SCORE}
    sent = {SCORE: when[SCORE]} if SCORE in when else {}
    return space_of(
        rule_set(
            fields=FIELDS,
            tables=[],
            triage=table("outcome", rule("some", "inform", triage), rule("rest", "go-on")),
            destination=table("destination", rule("some", to("agency"), sent), rule("rest", to())),
        )
    )


def box(found: Space, **masks: int) -> Box:
    """The box with the cells of some axes: by field, or by field and word or part."""
    masks_of = {}
    for key, mask in masks.items():
        name, _, which = key.partition("_")
        part = Part(which) if which in set(Part) else Part.WORD if which else Part.VALUE
        place = found.place(name, part, which if part is Part.WORD else "")
        assert place is not None
        masks_of[place] = mask
    return tuple(masks_of.get(place, mask) for place, mask in enumerate(found.whole))


@pytest.mark.parametrize(
    ("name", "asked", "mask", "found"),
    [
        ("kind", OneOf(["offer"]), 0b0001, Condition(field="kind", test=OneOf(["question"]))),
        ("kind", OneOf(["offer"]), 0b1010, Condition(field="kind", test=OneOf(["offer"]), missing=True)),
        ("kind", OneOf(["offer"]), 0b1000, Condition(field="kind", missing=True)),
        ("urgent", OneOf([True]), 0b010, Condition(field="urgent", test=OneOf([True]))),
        ("wait", Within(3, 5), 0b0001, Condition(field="wait", test=Within(None, 2))),
        ("wait", Within(3, 5), 0b0110, Condition(field="wait", test=Within(3, None))),
        ("wait", Within(3, 5), 0b1010, Condition(field="wait", test=Within(3, 5), missing=True)),
        ("wait", Within(3, 5), 0b0111, Condition(field="wait", test=Within(0, None))),
    ],
)
def test_cells_are_asked_for_as_a_rule_would(name: str, asked: Test, mask: int, found: Condition) -> None:
    axes = space(**{name: asked})

    assert asked_of(box(axes, **{name: mask}), axes.whole, axes) == (found,)


THIRD, MOST = Fraction(1, 3), Fraction(2, 3)


@pytest.mark.parametrize(
    ("mask", "found"),
    [(0b001, ShareOfScore(None, THIRD)), (0b110, ShareOfScore(THIRD, None)), (0b010, ShareOfScore(THIRD, MOST))],
)
def test_scores_are_asked_for_as_shares(mask: int, found: ShareOfScore) -> None:
    axes = space(score=ShareOfScore(THIRD, MOST))

    assert asked_of(box(axes, score=mask), axes.whole, axes) == (Condition(field=SCORE, test=found),)


CAUSES = frozenset({"gap"})


@pytest.mark.parametrize(
    ("masks", "test", "missing"),
    [
        ({"causes_gap": 0b10}, SetTest(any=CAUSES), False),
        ({"causes_gap": 0b10, "causes_other": 0b10}, SetTest(all=CAUSES, any=frozenset({"support", "routine"})), False),
        ({"causes_gap": 0b01}, SetTest(none=CAUSES), True),
        ({"causes_gap": 0b01, "causes_missing": 0b01}, SetTest(none=CAUSES), False),
        ({"causes_other": 0b10}, SetTest(any=frozenset({"support", "routine"})), False),
        ({"causes_other": 0b01}, SetTest(none=frozenset({"support", "routine"})), True),
        ({"causes_missing": 0b10}, None, True),
        ({"causes_missing": 0b01}, SetTest(any=frozenset({"gap", "support", "routine"})), False),
    ],
)
def test_sets_are_asked_for_by_their_words(masks: dict[str, int], test: SetTest | None, missing: bool) -> None:  # noqa: FBT001 -- a case
    axes = space(causes=SetTest(any=CAUSES))

    assert asked_of(box(axes, **masks), axes.whole, axes) == (Condition(field="causes", test=test, missing=missing),)


def test_a_set_all_of_whose_words_are_asked_for_has_no_other() -> None:
    axes = space(places=SetTest(any=frozenset({"x", "y"})))

    found = asked_of(box(axes, places_x=0b10, places_y=0b01), axes.whole, axes)

    assert found == (Condition(field="places", test=SetTest(any=frozenset({"x"}), none=frozenset({"y"}))),)


def test_of_what_is_as_wide_as_can_be_nothing_is_asked() -> None:
    axes = space(kind=OneOf(["offer"]))

    assert asked_of(axes.whole, axes.whole, axes) == ()
    assert Missing() in axes.axes[axes.places["kind"][0]].cells


GAP, SUPPORT = (Condition(field="causes", test=SetTest(all=frozenset({word}))) for word in ("gap", "support"))
MISSING = Condition(field="causes", missing=True)
OFFER = Condition(field="kind", test=OneOf(["offer"]))
BOTH = Condition(field="causes", test=SetTest(all=frozenset({"gap", "support"})))
BARE = Condition(field="causes", test=SetTest(all=frozenset({"support"}), none=frozenset({"gap"})))
ANY = Condition(field="causes", test=SetTest(any=frozenset({"routine"})))


@pytest.mark.parametrize(
    ("regions", "found"),
    [
        ([(GAP,), (SUPPORT,)], [Condition(field="causes", test=SetTest(any=frozenset({"gap", "support"})))]),
        ([(GAP,), (SUPPORT,), (ANY,)], [Condition(field="causes", test=SetTest(any=frozenset({"gap", "support", "routine"})))]),
        ([(GAP,), (MISSING,)], [Condition(field="causes", test=SetTest(any=frozenset({"gap"})), missing=True)]),
    ],
)
def test_regions_that_differ_in_one_word_are_one(regions: list[tuple[Condition, ...]], found: list[Condition]) -> None:
    assert merged(regions) == ((*found,),)


@pytest.mark.parametrize(
    "regions",
    [
        [(GAP,), (BOTH,)],
        [(GAP,), (BARE,)],
        [(GAP,), (OFFER,)],
        [(GAP,), (GAP, OFFER)],
        [(OFFER,), (Condition(field="kind", test=OneOf(["other"])),)],
        [(MISSING,), (Condition(field="causes", missing=True), OFFER)],
        [(MISSING, OFFER), (Condition(field="causes", test=SetTest()), OFFER)],
    ],
)
def test_other_regions_stay_apart(regions: list[tuple[Condition, ...]]) -> None:
    assert merged(regions) == tuple(regions)


def test_a_known_set_that_may_be_empty_is_asked_for_without_words() -> None:
    axes = space(places=SetTest(any=frozenset({"x"})))

    assert asked_of(box(axes, places_missing=0b01), axes.whole, axes) == (Condition(field="places", test=SetTest()),)
