"""Every value is frozen through and through: no field can be set, no content can be changed, and maps behave as values do."""

import copy
import pickle
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import prioritera
from prioritera.frozen import FrozenMap, frozen_map

# Where values are defined; above them, readers and provers have working notes of their own.
FLOORS = ("diagnostics", "reading", "methods", "model", "tables", "scoring", "measures")
MOST_POSITIONAL = 4
CHANGEABLE = {list, dict, set, bytearray}
ITEMS = st.dictionaries(st.text(max_size=3), st.integers() | st.tuples(st.integers(), st.text(max_size=2)), max_size=5)


def _value_types() -> list[type[attrs.AttrsInstance]]:
    """Every attrs class that the floors of values define."""
    names = [found.name for found in pkgutil.walk_packages(prioritera.__path__, "prioritera.") if found.name.split(".")[1] in FLOORS]
    kinds = {
        kind: None
        for module in map(import_module, names)
        for kind in vars(module).values()
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.__name__
    }
    return sorted(kinds, key=attrgetter("__module__", "__name__"))


def _parts(hint: object) -> Iterator[object]:
    """A type and every type in it."""
    yield get_origin(hint) or hint
    for part in get_args(hint):
        yield from _parts(part)


VALUES = pytest.mark.parametrize("kind", _value_types(), ids=lambda kind: f"{kind.__module__.removeprefix('prioritera.')}.{kind.__name__}")


@VALUES
def test_no_field_of_a_value_can_be_set(kind: type[attrs.AttrsInstance]) -> None:
    value = object.__new__(kind)

    for field in attrs.fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field.name, None)


@VALUES
def test_a_value_has_slots_and_takes_no_attributes(kind: type[attrs.AttrsInstance]) -> None:
    assert not hasattr(object.__new__(kind), "__dict__")


@VALUES
def test_a_value_is_made_by_names_or_by_few_places(kind: type[attrs.AttrsInstance]) -> None:
    assert sum(field.init and not field.kw_only for field in attrs.fields(kind)) <= MOST_POSITIONAL


@VALUES
def test_no_field_holds_what_can_be_changed(kind: type[attrs.AttrsInstance]) -> None:
    hints = get_type_hints(kind)
    types = {field.name: {part for part in _parts(hints[field.name]) if isinstance(part, type)} for field in attrs.fields(kind)}

    assert [name for name, parts in types.items() if parts & CHANGEABLE] == []


def test_there_are_values_to_look_at() -> None:
    assert len(_value_types()) > 60


@given(ITEMS)
def test_a_map_is_equal_to_what_it_holds_in_any_order_and_so_is_its_hash(items: dict[str, Any]) -> None:
    held, turned = FrozenMap(items), FrozenMap(list(items.items())[::-1])

    assert held == turned == items
    assert hash(held) == hash(turned)
    assert list(held.items()) == list(items.items())


@given(ITEMS, ITEMS)
def test_two_maps_are_equal_exactly_when_their_contents_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (FrozenMap(one) == FrozenMap(other)) == (one == other)


@given(ITEMS)
def test_a_map_comes_back_from_pickle_copy_and_evolve_as_it_was(items: dict[str, Any]) -> None:
    held = FrozenMap(items)

    for again in (pickle.loads(pickle.dumps(held)), copy.copy(held), copy.deepcopy(held), frozen_map(held)):  # noqa: S301 -- our own bytes
        assert type(again) is FrozenMap
        assert again == held
        assert hash(again) == hash(held)
        assert list(again) == list(held)


@given(ITEMS)
def test_a_map_does_not_follow_what_it_was_made_of(items: dict[str, Any]) -> None:
    given_items = dict(items)
    held = FrozenMap(given_items)

    given_items["new"] = 1
    given_items.pop(next(iter(items), "new"))

    assert held == items
