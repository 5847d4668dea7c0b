"""What a value means, as a hash: everything in it but what is for people to read."""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

import attrs

# What is a part of the meaning only where there is any, so that rules without it mean what they meant before it could be said.
WHERE_WRITTEN = "where written"
# What is its own canonical form, as most of what rules and networks are made of is.
_PLAIN = frozenset({str, int, bool, type(None)})


def meaning_hash(value: object) -> str:
    """SHA-256 of what a value means: labels, reasons, sources, statuses and places are left out.

    Two rule sets with the same hash decide alike; every decision carries it.
    """
    text = json.dumps(_canonical(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    parts = _parts(kind)  # type: ignore[arg-type]  # a class can be hashed, which is not seen of `type[object]`
    if parts is not None:
        found: dict[str, object] = {"type": kind.__name__}
        for name, where_written in parts:
            part = getattr(value, name)
            if part or not where_written:
                found[name] = _canonical(part)
        return found
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _canonical(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted((_canonical(item) for item in value), key=str)
    return str(value) if isinstance(value, Fraction) else value


@cache
def _parts(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """What of a kind of value counts: the name of each part, and whether only where something is written. None without parts."""
    if not attrs.has(kind):
        return None
    meanings = ((field.name, field.metadata.get("meaning", True)) for field in attrs.fields(kind))
    return tuple((name, meaning == WHERE_WRITTEN) for name, meaning in meanings if meaning)
