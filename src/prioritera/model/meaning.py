"""What a value means, as a hash: everything in it but what is for people to read."""

import hashlib
import json
from collections.abc import Mapping
from fractions import Fraction

import attrs

# What is a part of the meaning only where there is any, so that rules without it mean what they meant before it could be said.
WHERE_WRITTEN = "where written"


def meaning_hash(value: object) -> str:
    """SHA-256 of what a value means: labels, reasons, sources, statuses and places are left out.

    Two rule sets with the same hash decide alike; every decision carries it.
    """
    text = json.dumps(_canonical(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: object) -> object:
    kind = type(value)
    if attrs.has(kind):
        kept = [field.name for field in attrs.fields(kind) if _means(field.metadata.get("meaning", True), getattr(value, field.name))]
        return {"type": kind.__name__, **{name: _canonical(getattr(value, name)) for name in kept}}
    if isinstance(value, Mapping):
        return {str(key): _canonical(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted((_canonical(item) for item in value), key=str)
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    return str(value) if isinstance(value, Fraction) else value


def _means(meaning: object, value: object) -> bool:
    """Whether a part counts in the hash; one that came to the language later only where something is written."""
    return bool(value) if meaning == WHERE_WRITTEN else bool(meaning)
