import pytest

from prioritera.matching.kinship import kinship, vocabulary_of
from prioritera.matching.lexicon import swedish


@pytest.mark.parametrize(
    ("first", "second", "quarters"),
    [
        ("fall", "fall", 4),
        ("förhandsbedömning", "förhandsbedöming", 3),
        ("hemtjänst", "hemtjäsnt", 3),
        ("vård", "värd", 0),
        ("missbruk", "missbruksvård", 3),
        ("vård", "missbruksvård", 2),
        ("fallolyck", "fallprevention", 0),
        ("funktionshind", "funktionsnedsättning", 2),
        ("fall", "falla", 0),
        ("mat", "matlåd", 0),
        ("¬missbruk", "missbruk", 0),
        ("missbruk", "¬missbruk", 0),
        ("¬missbruk", "¬missbruk", 4),
    ],
)
def test_how_near_two_words_are(first: str, second: str, quarters: int) -> None:
    assert kinship(first, second) == quarters
    assert kinship(second, first) == quarters


def test_a_word_has_all_its_kin_and_itself_is_left_out() -> None:
    found = vocabulary_of(["missbruk", "missbruksvård", "vård", "¬missbruk"], swedish())

    assert found.kin == {
        "missbruk": {"missbruksvård": 3},
        "missbruksvård": {"missbruk": 3, "vård": 2},
        "vård": {"missbruksvård": 2},
        "¬missbruk": {},
    }
    assert found.weights == {"missbruk": 3, "missbruksvård": 6, "vård": 1, "¬missbruk": 3}
