"""The two catalogues say the same things, and every diagnostic code of the package has its sentences in both."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
import tomli

import prioritera
from prioritera.words.catalogue import LANGUAGES, keys

SOURCE = Path(prioritera.__file__).parent
PARTS = ("what", "why", "mend")
# Under `diagnostics`, besides the codes.
NO_CODES = ("labels", "roles")
# Codes that are put together where they are used, each with the words that it can be made of.
MADE = {
    "sheet-without-{}": ("area", "origin"),
    "not-a-{}": ("text", "flag", "whole", "number", "date", "texts", "table", "tables"),
    "test-for-{}": ("choice", "set", "whole", "flag", "ordered"),
}


@cache
def texts(language: str) -> dict[str, str]:
    """Every text by its key; the file's name up to its first hyphen comes first."""
    found: dict[str, str] = {}
    for file, table in _files(language):
        found.update(_flat(table, file.stem.split("-")[0]))
    return found


def _files(language: str) -> Iterator[tuple[Path, dict[str, object]]]:
    for file in sorted((SOURCE / "words" / language).glob("*.toml")):
        yield file, tomli.loads(file.read_text(encoding="utf-8"))


def _flat(table: dict[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}.{key}")
        else:
            yield f"{prefix}.{key}", str(value)


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_catalogues_have_the_same_keys() -> None:
    swedish, english = keys("sv"), keys("en")

    assert (sorted(swedish - english), sorted(english - swedish)) == ([], [])


def test_a_text_names_the_same_parameters_in_both_languages() -> None:
    """A text that a rule set has in two languages comes as two parameters, `ground_sv` and `ground_en`."""

    def named(language: str, key: str) -> set[str]:
        return {name.removesuffix(f"_{language}") for name in parameters(texts(language)[key])}

    differing = [key for key in sorted(keys("sv") & keys("en")) if named("sv", key) != named("en", key)]

    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_in_two_files(language: str) -> None:
    seen: dict[str, Path] = {}
    twice = []
    for file, table in _files(language):
        for key, _ in _flat(table, file.stem.split("-")[0]):
            twice += [f"{key}: {seen[key].name} and {file.name}"] if key in seen else []
            seen[key] = file

    assert twice == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_begins_or_ends_with_a_space(language: str) -> None:
    # Labels are padded, so that what follows them stands in a column; a text of several lines is laid out as it is.
    padded = [key for key, text in texts(language).items() if text != text.strip() and "\n" not in text]
    ragged = [key for key in padded if not key.startswith("diagnostics.labels")]

    assert ragged + [key for key, text in texts(language).items() if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_what_why_and_mend(language: str) -> None:
    wanted = {f"diagnostics.{code}.{part}" for code in _codes_in_catalogue(language) for part in PARTS}

    assert sorted(wanted - set(texts(language))) == []


def _codes_in_catalogue(language: str) -> set[str]:
    found = {key.split(".")[1] for key in texts(language) if key.startswith("diagnostics.")}
    return found - set(NO_CODES)


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    return tuple((str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.rglob("*.py")))


@cache
def takers() -> dict[str, int]:
    """Functions that take a code, by name, with the place of it in a call; a value's field, which is given by name, has none."""
    found = {}
    for _, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                names = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
                if "code" in names:
                    found[node.name] = names.index("code") - (names[0] in {"self", "cls"})
    return found


def _codes(node: ast.expr) -> Iterator[str]:
    """The codes that an expression can be: a text, either of two, or a pattern with each of its words."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        pattern = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        yield from (pattern.format(word) for word in MADE.get(pattern, (f"(list {pattern} in this test)",)))


@cache
def used() -> dict[str, str]:
    """Every code that the package gives, with a place where it does."""
    found: dict[str, str] = {}
    for name, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                for code in _given(node):
                    found.setdefault(code, f"{name}:{node.lineno}")
    return found


def _given(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg == "code":
            yield from _codes(keyword.value)
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    place = takers().get(name)
    if place is not None and place < len(call.args):
        yield from _codes(call.args[place])


def test_every_code_that_is_given_has_its_sentences() -> None:
    missing = {f"{code} ({place})" for code, place in used().items() if code not in _codes_in_catalogue("en")}

    assert sorted(missing) == []


def test_every_code_that_has_sentences_is_given_somewhere() -> None:
    literals = {
        node.value for _, module in modules() for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert sorted(_codes_in_catalogue("en") - set(used()) - literals) == []


def test_codes_are_lower_case_words_joined_by_hyphens() -> None:
    odd = [code for code in _codes_in_catalogue("en") | set(used()) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)]

    assert sorted(odd) == []


def test_what_a_text_names_is_handed_to_it() -> None:
    """A parameter that is written out in a call is the only way to it: what the sentences name must be among them."""
    missing = []
    for name, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"add", "warn", "fault"}:
                handed = {keyword.arg for keyword in node.keywords} | ({"key"} if node.func.attr == "fault" else set())
                for code in _given(node) if None not in handed else ():
                    named = {one for part in PARTS for one in parameters(texts("en").get(f"diagnostics.{code}.{part}", ""))}
                    missing += [f"{code} ({name}:{node.lineno}): {one}" for one in sorted(named - handed)]

    assert missing == []


def test_codes_are_found() -> None:
    assert {"unknown-key", "not-a-whole", "same-as-unknown"} <= set(used())
    assert takers()["fault"] == 0
