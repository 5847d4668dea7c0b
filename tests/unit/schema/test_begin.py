"""The files to begin with: they load, have nothing wrong, and name a schema that an editor can read."""

import io
from pathlib import Path

import pytest

from editor import lint, needs_tombi
from prioritera.cli.main import main
from prioritera.diagnostics import Severity
from prioritera.loading.load import load_network, load_rules
from prioritera.schema.begin import BEGUN, template_text
from prioritera.schema.known import Known
from prioritera.schema.write import file_name, schema_text
from prioritera.verify.network import check_network
from prioritera.words.catalogue import LANGUAGES
from schema_files import default_model


def without_comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@pytest.fixture
def begun(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with every file to begin with, in a language."""
    for kind in BEGUN:
        (tmp_path / f"{kind}.toml").write_text(template_text(kind, request.param), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("begun", LANGUAGES, indirect=True)
@pytest.mark.parametrize("kind", BEGUN)
def test_a_file_to_begin_with_has_nothing_wrong(begun: Path, kind: str) -> None:
    out, err = io.StringIO(), io.StringIO()

    code = main(["check", str(begun / f"{kind}.toml"), "--lang", "en"], io.StringIO(), out, err)

    assert (code, out.getvalue(), err.getvalue()) == (0, f"no faults: {begun / f'{kind}.toml'}\n", "")


@pytest.mark.parametrize("begun", LANGUAGES, indirect=True)
def test_the_rules_and_the_network_to_begin_with_go_together(begun: Path) -> None:
    found = check_network(load_rules(begun / "rules.toml"), load_network(begun / "network.toml"))

    assert {one.severity for one in found} == {Severity.NOTE}


@pytest.mark.parametrize("begun", LANGUAGES, indirect=True)
def test_the_round_to_begin_with_can_be_run_with_the_catalogue(begun: Path) -> None:
    text = (begun / "round.toml").read_text(encoding="utf-8")
    (begun / "round.toml").write_text(text.replace('# catalogue = "catalogue.toml"', 'catalogue = "catalogue.toml"'), encoding="utf-8")

    assert main([str(begun)], io.StringIO(), io.StringIO(), io.StringIO()) == 0


@needs_tombi
@pytest.mark.parametrize("begun", LANGUAGES, indirect=True)
@pytest.mark.parametrize("kind", BEGUN)
def test_a_language_server_finds_nothing_wrong_in_it(begun: Path, kind: str) -> None:
    rules, network = default_model()
    own = {"rules": Known(language="sv", rules=load_rules(begun / "rules.toml"), network=load_network(begun / "network.toml"))}
    own["network"] = own["rules"]
    known = own.get(kind, Known(language="sv", rules=rules, network=network))
    (begun / file_name(kind)).write_text(schema_text(kind, known), encoding="utf-8")

    assert lint(begun / f"{kind}.toml") == []


@pytest.mark.parametrize("kind", BEGUN)
def test_the_languages_have_the_same_keys(kind: str) -> None:
    texts = [template_text(kind, language) for language in LANGUAGES]

    keys = [[line.partition("=")[0] for line in without_comments(text).splitlines()] for text in texts]

    assert texts[0] != texts[1]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BEGUN)
def test_the_first_line_names_the_schema_and_the_next_say_how_to_write_it(kind: str, language: str) -> None:
    lines = template_text(kind, language).splitlines()

    assert lines[0] == f"#:schema ./{file_name(kind)}"
    assert [line for line in lines[:6] if line.startswith("#   prioritera schema --") and " --out ." in line] != []


def test_a_line_that_has_gone_wrong_is_found(tmp_path: Path) -> None:
    """The check above can fail."""
    text = template_text("rules", "en").replace("\nranked = true", "\nranekd = true", 1)
    (tmp_path / "rules.toml").write_text(text, encoding="utf-8")

    assert main(["check", str(tmp_path / "rules.toml")], io.StringIO(), io.StringIO(), io.StringIO()) == 1
