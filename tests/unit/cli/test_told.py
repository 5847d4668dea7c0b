import attrs
import pytest

from prioritera.cli.told import codes, sentence, status_words
from prioritera.words.catalogue import LANGUAGES
from results import whole


@pytest.mark.parametrize(("status", "words"), [("", "inget angivet"), ("proposal", "förslag"), ("utkast", "utkast")])
def test_a_status_is_told_in_words_where_there_are_any(status: str, words: str) -> None:
    assert status_words(attrs.evolve(whole()[1].rules, status=status).status, "sv") == words


def test_a_sentence_shows_its_places_to_fill_and_its_braces() -> None:
    assert sentence("en", "argument-missing", "what") == "the command <the command> needs <what is missing>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_can_be_told(language: str) -> None:
    assert all(sentence(language, code, part) for code in codes() for part in ("what", "why", "mend"))
