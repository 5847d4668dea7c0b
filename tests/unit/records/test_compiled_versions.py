"""Compilations by the rules of the round, by rules that mean something else, and by rules of which nobody knows."""

import pytest

from builders import rule_set
from prioritera.diagnostics import Span
from prioritera.model.meaning import meaning_hash
from prioritera.model.round import Compilation
from prioritera.records.compiled_versions import compilation_faults
from prioritera.records.form_marks import definitions
from small_rules import told

RULES = rule_set()
MEANT = definitions(RULES)
AT = Span("a.json", 1, 1)
OTHER_SV = """\
a.json:1:1: fel[compilation-means-other]: sammanställningen a.json gjordes med ours 0; i small 1 betyder detta något annat: wait, impact
    varför: behoven i en omgång ska utgå från en och samma definition; svar på två olika frågor skulle jämföras som om de vore på samma
    åtgärd: läs omgången med den modell som sammanställningen gjordes med, eller gör om sammanställningen med omgångens modell"""
OTHER_EN = """\
a.json:1:1: error[compilation-means-other]: the compilation a.json was made by ours 0; in small 1 this means something else: wait, impact
    why:  the needs of a round shall go by one definition; answers to two different questions would be compared as if they were to one
    mend: read the round by the rule set that the compilation was made by, or make the compilation again by the rule set of the round"""
UNSAID_SV = """\
a.json:1:1: fel[compilation-of-other-rules]: sammanställningen a.json gjordes med ours 0, men omgången läses med small 1
    varför: den säger inte vad orden betydde, så två definitioner kan ha blandats; behoven i en omgång ska utgå från en och samma
    åtgärd: gör om sammanställningen med prioritera compile, helst med omgångens modell"""
UNSAID_EN = """\
a.json:1:1: error[compilation-of-other-rules]: the compilation a.json was made by ours 0, but the round is read by small 1
    why:  it does not say what the words meant, so two definitions may be mixed; the needs of a round shall go by one
    mend: make the compilation again with prioritera compile, best by the rule set of the round"""


def compiled(**said: object) -> Compilation:
    given = {"rss": "rss-a", "file": "a.json", "prefix": "rss-a:", "made_by": AT, "rules": "ours", "version": "0", **said}
    return Compilation(**given)  # type: ignore[arg-type]  # each test says only what it is about


@pytest.mark.parametrize(("language", "expected"), [("sv", OTHER_SV), ("en", OTHER_EN)])
def test_what_means_something_else_is_named(language: str, expected: str) -> None:
    one = compiled(hash="f0", definitions={**MEANT, "wait": "e0", "impact": "e1", "gone": "e2"})

    assert told(tuple(compilation_faults([one], RULES)), language) == expected


@pytest.mark.parametrize("said", [{}, {"hash": "f0"}])
@pytest.mark.parametrize(("language", "expected"), [("sv", UNSAID_SV), ("en", UNSAID_EN)])
def test_other_rules_that_do_not_say_what_they_meant_are_told(language: str, expected: str, said: dict[str, str]) -> None:
    assert told(tuple(compilation_faults([compiled(**said)], RULES)), language) == expected


def test_rules_without_a_version_are_told_by_the_beginning_of_their_hash() -> None:
    (found,) = compilation_faults([compiled(version="", hash="0123456789")], RULES)

    assert found.params["rules"] == "ours 01234567"


@pytest.mark.parametrize(
    "said",
    [
        {"hash": meaning_hash(RULES), "definitions": MEANT},
        # Other weights, or another version, with the same words.
        {"hash": "f0", "definitions": {"wait": MEANT["wait"]}},
        {"version": "1"},
        {"rules": "", "version": ""},
    ],
)
def test_the_same_meanings_and_a_plain_list_are_taken_in(said: dict[str, object]) -> None:
    assert list(compilation_faults([compiled(**said)], RULES)) == []
