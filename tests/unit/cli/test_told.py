import attrs
import pytest

from prioritera.cli.told import status_words
from results import whole


@pytest.mark.parametrize(("status", "words"), [("", "inget angivet"), ("proposal", "förslag"), ("utkast", "utkast")])
def test_a_status_is_told_in_words_where_there_are_any(status: str, words: str) -> None:
    assert status_words(attrs.evolve(whole()[1].rules, status=status).status, "sv") == words
