"""What may stand under `when`, by the kind of each field: the way loading reads it is held by the law of agreement."""

import attrs
import pytest

from prioritera.loading.load import loads_rules
from prioritera.schema.conditions import conditions_defined, when
from prioritera.schema.known import Known
from schema_files import fits_schema
from small_rules import RULES

OURS = Known(language="en", rules=loads_rules(RULES))
ANY = Known(language="en")


def takes(known: Known, conditions: dict[str, object], *, in_destination: bool = False) -> bool:
    schema = {**when(known, in_destination=in_destination), "definitions": conditions_defined(known)}
    return fits_schema(schema)(conditions)


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        (
            "kind",
            ["gap", ["gap"], {"in": "gap"}, {"in": ["gap"], "missing": True}, {"missing": True}],
            ["x", [], {}, {"min": "gap"}, {"any": ["gap"]}],
        ),
        ("size", [{"min": "low"}, {"min": "low", "max": "high"}], [{"min": "lo"}, {"in": ["low"], "min": "low"}, {"missing": False}]),
        ("wait", [3, {"min": 0}, {"max": 9, "missing": True}], [10, "3", [3], {"min": -1}, {"in": [3]}, {"max": 9, "least": 1}]),
        ("urgent", [True, [True], {"in": [False]}], ["yes", [], {"in": []}, {"missing": False}]),
        (
            "causes",
            [{"any": "gap"}, {"any": ["gap"], "none": ["support"]}, {"missing": True}],
            ["gap", ["gap"], {"any": []}, {"any": ["x"]}, {}],
        ),
        ("anchoring", [3, {"min": 3}, {"min": 3, "missing": False}], [{"missing": True}, {"min": 3, "missing": True}, {"missing": False}]),
        ("area", ["youth"], [{"missing": True}, "old"]),
        ("class", ["low", ["low", "high"]], [{"missing": True}, "medium"]),
        ("other", [], [True, "gap", {"missing": True}]),
    ],
)
def test_a_field_may_be_asked_as_its_kind_allows(field: str, right: list[object], wrong: list[object]) -> None:
    assert [asked for asked in right if not takes(OURS, {field: asked})] == []
    assert [asked for asked in wrong if takes(OURS, {field: asked})] == []


@pytest.mark.parametrize("known", [OURS, ANY])
def test_only_the_destination_table_reads_outcome_score_and_band(known: Known) -> None:
    read: tuple[dict[str, object], ...] = ({"outcome": "go-on"}, {"score": {"min_share": "1/2"}}, {"band": "a"})

    assert [takes(known, asked) for asked in read] == [False] * 3
    assert [takes(known, asked, in_destination=True) for asked in read] == [True] * 3


@pytest.mark.parametrize("known", [OURS, ANY])
def test_score_and_band_are_not_asked_of_one_need(known: Known) -> None:
    assert not takes(known, {"score": {"min_share": "1/2"}, "band": "a"}, in_destination=True)
    assert not takes(known, {"score": {}}, in_destination=True)


def test_a_rule_set_without_groups_has_none_to_ask_for() -> None:
    assert OURS.rules is not None
    groupless = attrs.evolve(OURS, rules=attrs.evolve(OURS.rules, bands=()))

    assert not takes(groupless, {"band": "a"}, in_destination=True)
    assert takes(groupless, {"score": {"below_share": 0.5}}, in_destination=True)


def test_any_field_may_be_asked_in_any_way_when_nothing_is_known_of_it() -> None:
    asked: list[object] = ["a", ["a"], True, [True], 3, {"min": 3}, {"min": "a"}, {"in": [True]}, {"any": "a"}, {"missing": True}]
    wrong: list[object] = [{}, [], "", 1.5, {"least": 1}]

    assert [one for one in asked if not takes(ANY, {"ours": one})] == []
    assert [one for one in wrong if takes(ANY, {"ours": one})] == []
    assert not takes(ANY, {"Ours": True})
