"""Validators that attrs does not have: each guards one field of a value."""

from collections.abc import Callable
from typing import Any

import attrs


def whole_number(_instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Refuse what is not a whole number: True is an int to isinstance, but it is no weight."""
    if type(value) is not int:
        raise TypeError(f"{attribute.name} is {value!r}; expected a whole number")


def one_of(*known: str) -> Callable[[object, "attrs.Attribute[Any]", object], None]:
    """Refuse a word that is none of the known ones."""

    def check(_instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if value not in known:
            raise ValueError(f"{attribute.name} is {value!r}; expected one of {', '.join(known)}")

    return check
