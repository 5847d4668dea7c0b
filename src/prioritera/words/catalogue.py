"""Look up words: a key and its parameters in, text in the language out.

The catalogue of a language is the folder of its name beside this file. A key is the dotted path to a text in one of its TOML files,
the file's name up to its first hyphen before it: "report.outside" is `outside` in `report.toml`, or in `report-text.toml`. A text names
its parameters in braces.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

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
    text = _texts(language)[key]
    return text.format(**{name: _plain(language, value) for name, value in parameters.items()})


def template(language: str, key: str) -> str:
    """The text of a key as it is written, its parameters named in braces.

    >>> template("en", "terms.list")
    '{items}'
    """
    return _texts(language)[key]


def has(language: str, key: str) -> bool:
    """Whether the language's catalogue has a text of this key.

    >>> has("sv", "terms.no-such-key")
    False
    """
    return key in _texts(language)


def keys(language: str) -> frozenset[str]:
    """Every key of the language's catalogue: the two catalogues must have the same.

    >>> keys("sv") == keys("en")
    True
    """
    return frozenset(_texts(language))


def parts(language: str, name: str) -> dict[str, frozenset[str]]:
    """The keys of each file of a name: what stands after the name's hyphen, "" for the file without one.

    >>> "option-date" in {key.split(".")[1] for key in parts("en", "diagnostics")["cli"]}
    True
    """
    found = {stem: texts for stem, texts in _by_file(language).items() if stem.split("-")[0] == name}
    return {stem.removeprefix(name).removeprefix("-"): frozenset(texts) for stem, texts in found.items()}


def listing(language: str, items: Sequence[str], word: str = "or") -> str:
    """A list in words: `a, b or c`, or with "and".

    >>> listing("sv", ["a", "b"], "and")
    'a och b'
    """
    *first, last = items or [""]
    return f"{', '.join(first)} {_texts(language)[f'terms.{word}']} {last}" if first else last


def _plain(language: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return listing(language, [str(item) for item in value])
    return str(value)


@cache
def _texts(language: str) -> dict[str, str]:
    return {key: text for texts in _by_file(language).values() for key, text in texts.items()}


@cache
def _by_file(language: str) -> dict[str, dict[str, str]]:
    if language not in LANGUAGES:
        raise KeyError(language)
    found = [file for file in files(__package__).joinpath(language).iterdir() if file.name.endswith(".toml")]
    texts: dict[str, dict[str, str]] = {}
    for file in sorted(found, key=lambda file: file.name):
        stem = file.name.removesuffix(".toml")
        _gather(tomli.loads(file.read_text(encoding="utf-8")), stem.split("-")[0], texts.setdefault(stem, {}))
    return texts


def _gather(table: dict[str, object], prefix: str, texts: dict[str, str]) -> None:
    for key, value in table.items():
        path = f"{prefix}.{key}"
        if isinstance(value, dict):
            _gather(value, path, texts)
        else:
            texts[path] = str(value)
