"""Look up words: a key and its parameters in, text in the language out.

The catalogue of a language is the folder of its name beside this file. A key is the dotted path to a text in one of its TOML files,
the file's name up to its first hyphen before it: "report.outside" is `outside` in `report.toml`, or in `report-text.toml`. A text names
its parameters in braces. The files of a name are read when one of its texts is first asked for: most commands need few of them.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import tomli

LANGUAGES = ("sv", "en")


def say(language: str, key: str, /, **parameters: object) -> str:
    """The text of a key in a language, with its parameters in place.

    A parameter that is a sequence of texts is listed with the language's word for "or".

    Args:
        language: one of LANGUAGES.
        key: dotted path, the file's name first.
        parameters: what the text names in braces.

    Raises:
        KeyError: the language, the key or a parameter is not there. That is a fault of ours, not of the user's.

    >>> say("en", "terms.list", items=["a", "b", "c"])
    'a, b or c'
    """
    return template(language, key).format(**{name: _plain(language, value) for name, value in parameters.items()})


def template(language: str, key: str) -> str:
    """The text of a key as it is written, its parameters named in braces.

    >>> template("en", "terms.list")
    '{items}'
    """
    return _texts(language, _name_in(key))[key]


def has(language: str, key: str) -> bool:
    """Whether the language's catalogue has a text of this key.

    >>> has("sv", "terms.no-such-key")
    False
    """
    return key in _texts(language, _name_in(key))


def keys(language: str) -> frozenset[str]:
    """Every key of the language's catalogue: the two catalogues must have the same.

    >>> keys("sv") == keys("en")
    True
    """
    return frozenset(key for name in _files(language) for key in _texts(language, name))


def parts(language: str, name: str) -> dict[str, frozenset[str]]:
    """The keys of each file of a name: what stands after the name's hyphen, "" for the file without one.

    >>> "option-date" in {key.split(".")[1] for key in parts("en", "diagnostics")["cli"]}
    True
    """
    found = _by_file(language, name)
    return {stem.removeprefix(name).removeprefix("-"): frozenset(texts) for stem, texts in found.items()}


def listing(language: str, items: Sequence[str], word: str = "or") -> str:
    """A list in words: `a, b or c`, or with "and".

    >>> listing("sv", ["a", "b"], "and")
    'a och b'
    """
    *first, last = items or [""]
    return f"{', '.join(first)} {template(language, f'terms.{word}')} {last}" if first else last


def _plain(language: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return listing(language, [str(item) for item in value])
    return str(value)


def _name_in(key: str) -> str:
    """The name that a key begins with."""
    return key.partition(".")[0]


@cache
def _texts(language: str, name: str) -> dict[str, str]:
    """The texts of all files of a name, by key; none where there is no such file."""
    return {key: text for texts in _by_file(language, name).values() for key, text in texts.items()}


@cache
def _by_file(language: str, name: str) -> dict[str, dict[str, str]]:
    """The texts of each file of a name."""
    found: dict[str, dict[str, str]] = {}
    for file in _files(language).get(name, ()):
        _gather(tomli.loads(file.read_text(encoding="utf-8")), name, found.setdefault(file.stem, {}))
    return found


@cache
def _files(language: str) -> dict[str, list[Path]]:
    """The files of a language by the name before their first hyphen, in order."""
    if language not in LANGUAGES:
        raise KeyError(language)
    found: dict[str, list[Path]] = {}
    for file in sorted((Path(__file__).parent / language).glob("*.toml"), key=lambda file: file.name):
        found.setdefault(file.stem.split("-")[0], []).append(file)
    return found


def _gather(table: dict[str, object], prefix: str, texts: dict[str, str]) -> None:
    for key, value in table.items():
        path = f"{prefix}.{key}"
        if isinstance(value, dict):
            _gather(value, path, texts)
        else:
            texts[path] = str(value)
