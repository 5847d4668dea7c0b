from types import ModuleType

import pytest

from prioritera.diagnostics import PrioriteraError
from prioritera.matching import stems
from prioritera.matching.stems import stem, stems_of, words_of
from prioritera.reading import extras


def test_marks_that_nobody_sees_are_no_part_of_a_word() -> None:
    assert words_of("fall\u00adprevention \u200fför\u00a0äldre\x00–\u2013och a\u0308ldre") == (
        "fallprevention",
        "för",
        "äldre",
        "och",
        "äldre",
    )


def test_an_empty_text_has_no_words() -> None:
    assert stems_of(" \n–…") == ()


def test_every_form_of_a_word_has_one_stem() -> None:
    assert len({stem(word) for word in ("brukare", "brukaren", "brukares", "brukarna")}) == 1


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError(name)

    stems._stemmer.cache_clear()
    stem.cache_clear()
    monkeypatch.setattr(extras, "import_module", missing)

    with pytest.raises(PrioriteraError) as caught:
        stem("fall")

    assert [(one.code, one.params["extra"], one.params["module"]) for one in caught.value.diagnostics] == [
        ("extra-missing", "matching", "snowballstemmer")
    ]
