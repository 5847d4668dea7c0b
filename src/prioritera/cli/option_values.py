"""The values of options, each as it was typed: words, dates, numbers, paths; what is wrong is noted, and nothing is guessed."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from prioritera.diagnostics import Faults
from prioritera.doors.catalogue import DOORS
from prioritera.loading.folders import is_folder
from prioritera.methods.many import MANY
from prioritera.reading.close import closest

_DOORS = tuple(f"{library}:{next(iter(methods))}" for library, methods in DOORS.items())
_WHOLE = re.compile(r"[1-9][0-9]{0,8}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def choice_of(option: str, value: object, known: Sequence[str], faults: Faults) -> str:
    """One of some words: the first where none is given."""
    if value is None:
        return known[0]
    if value not in known:
        faults.add("option-value-unknown", option=option, value=str(value), known=tuple(known), close=closest(str(value), known))
    return str(value)


def date_of(value: object, faults: Faults) -> date | None:
    """A date as it is written in both languages, and in no other way."""
    if value is None:
        return None
    text = str(value)
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # a day that the calendar does not have
        pass
    faults.add("option-date", value=text)
    return None


def methods_of(value: object, faults: Faults) -> tuple[str, ...]:
    """Names with commas between, each once; none where none is given, which is all."""
    names = [] if value is None else [name.strip() for name in str(value).split(",")]
    return tuple(dict.fromkeys(name if _is_door(name) else choice_of("--with", name, (*MANY, *_DOORS), faults) for name in names))


def _is_door(name: str) -> bool:
    """Whether it names a method of another library; what the library has is known first when it is asked."""
    library, _, method = name.partition(":")
    return library in DOORS and bool(method)


def whole_of(option: str, value: object, faults: Faults) -> int | None:
    """A whole number from 1 to 999999999, written with its digits alone."""
    if value is None:
        return None
    if _WHOLE.fullmatch(str(value)):
        return int(str(value))
    faults.add("option-not-whole", option=option, value=str(value))
    return None


def path_of(value: object) -> Path | None:
    """A path, which need not lead anywhere yet."""
    return None if value is None else Path(str(value))


def folder_of(value: object, faults: Faults) -> Path | None:
    """A folder that is there."""
    path = path_of(value)
    if path is not None and not is_folder(path):
        faults.add("tree-not-folder", name=str(path))
    return path
