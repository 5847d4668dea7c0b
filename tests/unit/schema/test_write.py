"""The schemas as text: titled, described in both languages, and the same bytes every time."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.resources import files

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.schema.known import Known
from prioritera.schema.write import DIALECT, KINDS, REPORTED, WRITTEN, file_name, schema_of, schema_text
from prioritera.words.catalogue import LANGUAGES, keys
from schema_files import default_model


def knowing(language: str) -> Known:
    rules, network = default_model()
    return Known(language=language, rules=rules, network=network)


def keys_in(schema: object, above: str = "") -> Iterator[tuple[str, object]]:
    """Every key that a schema knows, with what it says of it."""
    if isinstance(schema, Mapping):
        for name, found in schema.get("properties", {}).items():
            yield f"{above}.{name}", found
        for name, inner in schema.items():
            yield from keys_in(inner, f"{above}.{name}")
    elif isinstance(schema, list):
        for item in schema:
            yield from keys_in(item, above)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_schema_is_one_and_says_what_it_is(kind: str, language: str) -> None:
    for known in (Known(language=language), knowing(language)):
        schema = schema_of(kind, known)

        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == DIALECT
        assert (schema["title"], schema["description"]) == (known.say(f"title.{kind}"), known.say(f"about.{kind}"))


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_key_is_described(kind: str) -> None:
    """But for those of the conditions that only say what must stand together, or refer to what is described where it is defined."""
    for known in (Known(language="sv"), knowing("sv")):
        bare = [
            name
            for name, found in keys_in(schema_of(kind, known))
            if isinstance(found, Mapping) and not {"description", "$ref"} & {*found} and not name.startswith((".if", ".then", ".else"))
        ]

        assert bare == []


def test_every_word_of_the_catalogue_is_used() -> None:
    texts = "\n".join(schema_text(kind, known) for kind in WRITTEN for known in (Known(language="sv"), knowing("sv")))
    said = {key: Known(language="sv").say(key.removeprefix("schema.")) for key in keys("sv") if key.startswith("schema.")}

    assert [key for key, sentence in said.items() if json.dumps(sentence, ensure_ascii=False)[1:-1] not in texts] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_is_the_schema(kind: str) -> None:
    known = knowing("sv")

    text = schema_text(kind, known)

    assert text.endswith("}\n")
    assert json.loads(text) == (
        schema_of(kind, known) if kind in WRITTEN else json.loads(files("prioritera.report").joinpath(file_name(kind)).read_text("utf-8"))
    )


def test_what_the_command_writes_has_its_schemas_too() -> None:
    assert sorted(file.name for file in files("prioritera.report").iterdir() if file.name.endswith(".json")) == sorted(
        map(file_name, REPORTED)
    )


def test_swedish_letters_stand_as_they_are() -> None:
    text = schema_text("needs", knowing("sv"))

    assert "Vad händer för den enskilde om vi fortsätter som i dag?" in text
    assert "\\u" not in text


def test_the_same_words_give_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys\n"
        "from prioritera import load_network, load_rules\n"
        "from prioritera.schema.known import Known\n"
        "from prioritera.schema.write import WRITTEN, schema_text\n"
        "known = Known(language='sv', rules=load_rules('prioritera:sbu-four'), network=load_network('prioritera:sweden'))\n"
        "sys.stdout.buffer.write(''.join(schema_text(kind, known) for kind in WRITTEN).encode())\n"
    )
    path = ":".join(sys.path)

    texts = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed, "PYTHONPATH": path}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert texts == {"".join(schema_text(kind, knowing("sv")) for kind in WRITTEN).encode()}
