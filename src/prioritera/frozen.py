"""A mapping that cannot be changed: what values hold where a dict would let them be edited."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import Any, TypeVar, overload

K = TypeVar("K")
T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class FrozenMap(Mapping[K, V_co]):
    """A read-only mapping in insertion order, equal and hashable by content, and picklable.

    Order is for reading, not for identity: two maps with the same items are equal.

    >>> FrozenMap({"a": 1})["a"]
    1
    >>> FrozenMap(a=1, b=2) == FrozenMap(b=2, a=1)
    True
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = (), **more: V_co) -> None:
        """Take a copy of the items."""
        self._items: dict[K, V_co] = dict(items, **more)

    def __getitem__(self, key: K) -> V_co:
        """The value of a key; KeyError if there is none."""
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        return key in self._items

    def __iter__(self) -> Iterator[K]:
        """The keys in the order they were given."""
        return iter(self._items)

    # What Mapping would work out from the three above, asked of the items directly: the inmost loops read maps.

    @overload
    def get(self, key: K, /) -> V_co | None: ...

    @overload
    def get(self, key: K, /, default: V_co | T) -> V_co | T: ...

    def get(self, key: K, /, default: object = None) -> object:
        """The value of a key, or the default."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[K]:
        """The keys in order."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """The values in order."""
        return self._items.values()

    def items(self) -> ItemsView[K, V_co]:
        """The keys with their values in order."""
        return self._items.items()

    def __len__(self) -> int:
        """The number of items."""
        return len(self._items)

    def __hash__(self) -> int:
        """Equal maps have equal hashes."""
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        """Shown as the call that makes it."""
        return f"FrozenMap({dict(self)!r})"

    def __reduce__(self) -> tuple[type["FrozenMap[K, V_co]"], tuple[dict[K, V_co]]]:
        """Pickled and copied by content."""
        return FrozenMap, (dict(self),)


def frozen_map(items: Mapping[Any, Any] | Iterable[tuple[Any, Any]] = ()) -> FrozenMap[Any, Any]:
    """A frozen copy of the items: the converter of fields that hold a map.

    >>> frozen_map({"a": 1})
    FrozenMap({'a': 1})
    """
    return items if isinstance(items, FrozenMap) else FrozenMap(items)


def frozen_tuple(items: Iterable[Any] = ()) -> tuple[Any, ...]:
    """The items as a tuple: the converter of fields that hold several values in order.

    >>> frozen_tuple([1, 2])
    (1, 2)
    """
    _refuse_text(items)
    return tuple(items)


def frozen_rows(rows: Iterable[Iterable[Any]] = ()) -> tuple[tuple[Any, ...], ...]:
    """Rows of values as tuples: the converter of fields that hold a table.

    >>> frozen_rows([["a", 1], []])
    (('a', 1), ())
    """
    # A list or a tuple is no text: of the tens of thousands of rows of a file nearly all are one.
    return tuple([tuple(row) if isinstance(row, list | tuple) else frozen_tuple(row) for row in frozen_tuple(rows)])


def frozen_set(items: Iterable[Any] = ()) -> frozenset[Any]:
    """The items as a set that cannot be changed: the converter of fields that hold several values in no order.

    >>> frozen_set(["a", "a"])
    frozenset({'a'})
    """
    _refuse_text(items)
    return frozenset(items)


def _refuse_text(items: Iterable[Any]) -> None:
    """A text would be taken apart into its letters, which nobody means."""
    if isinstance(items, str):
        raise TypeError(f"{items!r} is one text; expected several values, such as [{items!r}]")


def frozen_data(value: Any) -> Any:  # noqa: ANN401 -- plain data of any kind
    """Plain data that cannot be changed: mappings become frozen maps and lists tuples, all the way in.

    >>> frozen_data({"origins": [{"actor": "rss"}]})["origins"]
    (FrozenMap({'actor': 'rss'}),)
    """
    if isinstance(value, FrozenMap | str):
        return value
    if isinstance(value, Mapping):
        # A key that is no text, as a column of a dataframe may have, is read as it is written.
        return FrozenMap({str(key): frozen_data(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen_data(item) for item in value)
    return frozenset(value) if isinstance(value, set) else value
