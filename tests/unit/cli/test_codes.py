"""The command `rule`: a diagnostic's sentences, and its examples from its page."""

import json
from pathlib import Path

import pytest

from prioritera.cli import codes as codes_module
from prioritera.cli.asked import Asked
from prioritera.cli.codes import codes, grouped, rule, sentence
from prioritera.loading.pages import Page, Part, page_of
from prioritera.words.catalogue import LANGUAGES, has

PAGE = Page(
    code="option-date",
    more={"sv": "Mer.\n\nÄn mer.", "en": "More."},
    beside={"a.toml": "with/a.toml", "b.toml": "with/b.toml"},
    fails=[
        Part(kind="file", name="c.toml", text="c = 1\n\nd   = 2\n"),
        Part(kind="python", text="print(1)\n"),
        Part(kind="console", name="prioritera .", said={"sv": "fel\n    därför\n", "en": "error\n    because\n"}),
    ],
    passes=[Part(kind="session", text=">>> 1\n1\n"), Part(kind="console", name="prioritera check c.toml")],
)


def told(monkeypatch: pytest.MonkeyPatch, page: Page | None, *arguments: str, language: str = "sv", as_json: bool = False) -> str:
    monkeypatch.setattr(codes_module, "page_of", lambda _: page)
    return rule(Asked(command="rule", arguments=arguments, language=language, form="json" if as_json else "text"), bold=False).text


def test_a_sentence_shows_its_places_to_fill_and_its_braces() -> None:
    assert sentence("en", "argument-missing", "what") == "the command ‹the command› needs ‹what is missing›"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_can_be_told(language: str) -> None:
    assert all(sentence(language, code, part) for code in codes() for part in ("what", "why", "mend"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_of_codes_has_its_words(language: str) -> None:
    """A new file diagnostics-<part>.toml has its heading under [rule.groups] in cli.toml."""
    assert [part for part in grouped() if not has(language, f"cli.rule.groups.{part}")] == []


def test_a_code_is_told_with_its_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, PAGE, "option-date") == (
        "Anmärkning option-date\n"
        "======================\n"
        "\n"
        "Vad: ”‹värdet›” är inget datum\n"
        "Varför: datum skrivs på ett enda sätt, så att ingen kan läsa dem fel\n"
        "Åtgärd: skriv år, månad och dag, till exempel 2026-05-31\n"
        "\n"
        "Mer.\n"
        "\n"
        "Än mer.\n"
        "\n"
        "Blir fel\n"
        "--------\n"
        "\n"
        "Bredvid ligger en kopia av a.toml och b.toml från docs/diagnostics/with.\n"
        "\n"
        "c.toml:\n"
        "  c = 1\n"
        "\n"
        "  d   = 2\n"
        "\n"
        "print(1)\n"
        "\n"
        "$ prioritera .\n"
        "fel\n"
        "    därför\n"
        "\n"
        "Blir rätt\n"
        "---------\n"
        "\n"
        ">>> 1\n"
        "1\n"
        "\n"
        "$ prioritera check c.toml\n"
    )


def test_a_code_is_told_with_its_examples_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    text = told(monkeypatch, PAGE, "option-date", language="en")

    assert "\nMore.\n" in text
    assert "Beside it stands a copy of a.toml and b.toml from docs/diagnostics/with.\n" in text
    assert "\nFails\n-----\n" in text
    assert "\n$ prioritera . --lang en\nerror\n    because\n\nPasses\n------\n" in text


def test_nothing_stands_beside_an_example_that_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(code="option-date", fails=PAGE.fails, passes=PAGE.passes)

    assert "Blir fel\n--------\n\nc.toml:\n" in told(monkeypatch, page, "option-date")


def test_a_code_without_a_page_is_told_by_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, None, "[option-date]", language="en") == (
        "Diagnostic option-date\n"
        "======================\n"
        "\n"
        "What: “‹value›” is no date\n"
        "Why: dates are written in one way only, so that nobody can misread them\n"
        "Mend: write year, month and day, for example 2026-05-31\n"
    )


def test_a_code_is_given_as_json_with_its_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    record = json.loads(told(monkeypatch, PAGE, "option-date", as_json=True))

    assert (record["schema"], record["code"]) == ("prioritera/code/1", "option-date")
    assert record["what"] == {"sv": "”‹värdet›” är inget datum", "en": "“‹value›” is no date"}
    assert record["examples"] == {
        "beside": ["a.toml", "b.toml"],
        "fails": [
            {"kind": "file", "name": "c.toml", "text": "c = 1\n\nd   = 2\n"},
            {"kind": "python", "text": "print(1)\n"},
            {"kind": "console", "name": "prioritera .", "said": {"sv": "fel\n    därför\n", "en": "error\n    because\n"}},
        ],
        "passes": [{"kind": "session", "text": ">>> 1\n1\n"}, {"kind": "console", "name": "prioritera check c.toml"}],
    }


def test_all_codes_are_listed_in_groups_a_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told(monkeypatch, None, language="en").split("\n")

    assert lines[:10] == [
        "Diagnostics",
        "===========",
        "",
        "More on one of them: prioritera rule and the code.",
        "",
        "Changes by hand, appeals and reasons",
        "------------------------------------",
        "",
        "• appeal-answered-before: the appeal about “‹the need›” was answered on ‹value›…",
        "• appeal-answered-half: the appeal about “‹the need›” has an answer without a d…",
    ]
    assert [line.split(":")[0].removeprefix("• ") for line in lines if line.startswith("• ")] == [
        code for group in grouped().values() for code in group
    ]
    assert max(map(len, lines)) == 80


def test_all_codes_are_given_as_json_each_with_its_group(monkeypatch: pytest.MonkeyPatch) -> None:
    record = json.loads(told(monkeypatch, None, as_json=True))

    assert record["schema"] == "prioritera/codes/1"
    assert [one["code"] for one in record["codes"]] == list(codes())
    assert next(one for one in record["codes"] if one["code"] == "option-date")["group"] == "cli"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_told_within_the_screen(language: str) -> None:
    pages = [page for code in codes() if (page := page_of(code)) is not None]

    texts = {page.code: rule(Asked(command="rule", arguments=(page.code,), language=language), bold=False).text for page in pages}

    assert pages
    assert {code: line for code, text in texts.items() for line in text.split("\n") if len(line) > 80} == {}
    assert [code for code, text in texts.items() if "```" in text or str(Path.cwd()) in text] == []
