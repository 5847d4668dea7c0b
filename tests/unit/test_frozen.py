import copy
import pickle
from collections.abc import Callable

import pytest

from prioritera.frozen import FrozenMap, frozen_map, frozen_set, frozen_tuple


def test_a_map_is_read_like_a_dict() -> None:
    held = FrozenMap({"a": 1, "b": 2})

    assert held["b"] == 2
    assert held.get("c") is None
    assert list(held) == ["a", "b"]
    assert len(held) == 2
    assert "a" in held


def test_a_key_that_is_not_there_is_a_key_error() -> None:
    held = FrozenMap({"a": 1})

    with pytest.raises(KeyError, match="b"):
        held["b"]


def test_a_map_is_made_of_pairs_and_names_too() -> None:
    assert FrozenMap([("a", 1)], b=2) == FrozenMap({"a": 1, "b": 2})


def test_a_map_keeps_the_order_given_but_order_is_no_part_of_equality() -> None:
    first, second = FrozenMap({"b": 1, "a": 2}), FrozenMap({"a": 2, "b": 1})

    assert list(first) == ["b", "a"]
    assert first == second
    assert hash(first) == hash(second)


def test_maps_with_other_contents_differ() -> None:
    assert FrozenMap({"a": 1}) != FrozenMap({"a": 2})
    assert FrozenMap({"a": 1}) != FrozenMap({"b": 1})


def test_a_map_does_not_follow_the_dict_it_was_made_of() -> None:
    given = {"a": 1}
    held = FrozenMap(given)

    given["a"] = 2

    assert held["a"] == 1


def test_a_map_takes_no_items_and_no_attributes() -> None:
    held = FrozenMap({"a": 1})

    with pytest.raises(TypeError, match="item assignment"):
        exec("held['a'] = 2")  # noqa: S102 -- what the type checker refuses must be refused when run too
    with pytest.raises(TypeError, match="item deletion"):
        exec("del held['a']")  # noqa: S102 -- as above
    with pytest.raises(AttributeError, match="other"):
        exec("held.other = 2")  # noqa: S102 -- as above
    assert held == FrozenMap({"a": 1})


def test_a_map_is_shown_as_the_call_that_makes_it() -> None:
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"


def test_a_map_survives_pickling_and_copying() -> None:
    held = FrozenMap({"a": (1, 2)})

    assert pickle.loads(pickle.dumps(held)) == held  # noqa: S301 -- our own bytes
    assert copy.copy(held) == held
    assert copy.deepcopy(held) == held


def test_a_frozen_map_is_not_frozen_again() -> None:
    held = FrozenMap({"a": 1})

    assert frozen_map(held) is held
    assert frozen_map({"a": 1}) == held
    assert frozen_map() == FrozenMap()


@pytest.mark.parametrize("freeze", [frozen_tuple, frozen_set])
def test_a_text_is_not_taken_apart_into_letters(freeze: Callable[[str], object]) -> None:
    with pytest.raises(TypeError, match=r"^'barn' is one text; expected several values, such as \['barn'\]$"):
        freeze("barn")


def test_several_values_are_held_in_a_tuple_or_a_frozen_set() -> None:
    assert frozen_tuple([2, 1]) == (2, 1)
    assert frozen_tuple() == ()
    assert frozen_set([2, 1, 1]) == frozenset({1, 2})
    assert frozen_set() == frozenset()
