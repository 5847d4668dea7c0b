"""Preference functions of PROMETHEE II from a file: the six of them, and what is wrong with one, where it stands."""

from fractions import Fraction
from pathlib import Path

import pytest

from prioritera.diagnostics import PrioriteraError, describe
from prioritera.loading.preferences import load_preferences
from prioritera.methods.outrank import Preference, Shape

CRITERIA = ["a", "b", "c", "d", "e", "f"]


def read(folder: Path, text: str) -> dict[str, Preference]:
    file = folder / "methods.toml"
    file.write_text(text, encoding="utf-8")
    return load_preferences(file, CRITERIA)


def told(folder: Path, text: str, language: str = "en") -> list[str]:
    with pytest.raises(PrioriteraError) as error:
        read(folder, text)
    return [describe(one, language) for one in error.value.diagnostics]


def test_the_six_functions_are_read_exactly(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
[promethee2]
a = { function = "usual" }
b = { function = "u-shape", q = 0.1 }
c = { function = "v-shape", p = 0.3 }
d = { function = "level", q = 0, p = 0.5 }
e = { function = "v-shape-with-indifference", q = 0.2, p = 0.2 }
f = { function = "gaussian", s = 1 }
""",
    )

    assert found == {
        "a": Preference(),
        "b": Preference(shape=Shape.U_SHAPE, indifference=Fraction(1, 10)),
        "c": Preference(shape=Shape.V_SHAPE, preference=Fraction(3, 10)),
        "d": Preference(shape=Shape.LEVEL, preference=Fraction(1, 2)),
        "e": Preference(shape=Shape.LINEAR, indifference=Fraction(1, 5), preference=Fraction(1, 5)),
        "f": Preference(shape=Shape.GAUSSIAN, spread=Fraction(1)),
    }


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ('a = { function = "usul" }', 'methods.toml:2:18: error[unknown-value]: "function" is "usul"'),
        ('a = { function = "usual", q = 0.1 }', "methods.toml:2:27: error[unknown-key]:"),
        ('a = { function = "level", q = 0.1 }', "methods.toml:2:5: error[missing-key]:"),
        ('a = { function = "v-shape", p = 0 }', "methods.toml:2:33: error[preference-outside]: the threshold p is 0"),
        ('a = { function = "v-shape", p = 20 }', "methods.toml:2:33: error[preference-outside]: the threshold p is 20"),
        ('a = { function = "u-shape", q = -0.1 }', "methods.toml:2:33: error[preference-outside]: the threshold q is -0.1"),
        ('a = { function = "gaussian", s = 0.0 }', "methods.toml:2:34: error[preference-outside]: the threshold s is 0.0"),
        ('a = { function = "gaussian", s = "x" }', "methods.toml:2:34: error[not-a-number]:"),
        (
            'a = { function = "level", q = 0.3, p = 0.2 }',
            "methods.toml:2:40: error[preference-below-indifference]: p is 0.2, which is below q, 0.3",
        ),
        ('g = { function = "usual" }', 'methods.toml:2:5: error[unknown-criterion]: there is no criterion "g"'),
        ("a = 1", "methods.toml:2:5: error[not-a-table]:"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, line: str, first: str) -> None:
    (found,) = told(tmp_path, f"[promethee2]\n{line}\n")

    assert found.splitlines()[0].startswith(first)


def test_a_file_without_the_table_or_that_is_none_is_told_of(tmp_path: Path) -> None:
    missing, unknown = told(tmp_path, "promethe = 1\n")
    assert missing.splitlines()[0] == "methods.toml:1:1: error[missing-section]: [promethee2] is missing"
    assert unknown.startswith("methods.toml:1:1: error[unknown-key]:")
    assert "promethee2" in unknown
    assert told(tmp_path, "promethee2 = 1\n")[0].startswith("methods.toml:1:14: error[not-a-table]")
    assert told(tmp_path, "=\n")[0].startswith("methods.toml:1:1: error[")


def test_the_sentences_are_whole_in_both_languages(tmp_path: Path) -> None:
    (below,) = told(tmp_path, '[promethee2]\na = { function = "level", q = 0.3, p = 0.2 }\n', "sv")
    (outside,) = told(tmp_path, '[promethee2]\na = { function = "v-shape", p = 20 }\n')

    assert below == (
        "methods.toml:2:40: fel[preference-below-indifference]: p är 0.2, vilket är under q, 0.3\n"
        "    varför: en skillnad upp till q är ingen, och en från p är hel, så p kan inte vara mindre\n"
        "    åtgärd: skriv p som q eller mer"
    )
    assert outside == (
        "methods.toml:2:33: error[preference-outside]: the threshold p is 20\n"
        "    why:  thresholds are shares of the criterion's scale, from 0 to 1; p and s are above 0\n"
        "    mend: write for example 0.2 for a fifth of the scale"
    )


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(PrioriteraError) as error:
        load_preferences(tmp_path / "none.toml", CRITERIA)

    assert [one.code for one in error.value.diagnostics] == ["file-missing"]
