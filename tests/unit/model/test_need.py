from typing import Any

import attrs
import pytest

from builders import need
from prioritera.diagnostics import Span
from prioritera.model.need import Evidence, Origin, SupportMatch


@pytest.mark.parametrize("given", [{"actor": "town"}, {"unknown": True}, {"at_least": 3, "of": "municipality"}])
def test_an_origin_is_known_unknown_or_a_number(given: dict[str, Any]) -> None:
    assert attrs.asdict(Origin(**given)).items() >= given.items()


@pytest.mark.parametrize(
    "given", [{}, {"actor": "town", "unknown": True}, {"unknown": True, "at_least": 1}, {"actor": "town", "at_least": 2}]
)
def test_an_origin_is_only_one_of_the_three(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"names not exactly one of actor, unknown and at_least$"):
        Origin(**given)


@pytest.mark.parametrize("given", [{"backing": "everybody"}, {"decided": "yes"}])
def test_backing_and_decision_are_words_of_a_list_or_not_recorded(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="expected one of , "):
        Origin(actor="town", **given)


def test_at_least_is_a_whole_number() -> None:
    with pytest.raises(TypeError, match=r"^at_least is True; expected a whole number$"):
        Origin(at_least=True)


def test_support_covers_the_question_or_the_area() -> None:
    with pytest.raises(ValueError, match=r"^covers is 'all'; expected one of question, area$"):
        SupportMatch(entry="guide", covers="all")


def test_what_is_not_recorded_is_none_and_not_0() -> None:
    assert Evidence(kind="survey").asked is None
    assert Origin(actor="town").covers is None


def test_where_a_need_stands_is_no_part_of_what_it_is() -> None:
    assert need(span=Span("a.toml", 1, 1)) == need(span=Span("b.toml", 9, 9))


def test_lists_that_are_handed_in_are_held_as_tuples() -> None:
    merged = ["n2"]

    held = need(merged=merged)
    merged.append("n3")

    assert held.merged == ("n2",)
