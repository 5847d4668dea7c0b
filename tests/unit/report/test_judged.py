"""What is said of judges' files in the report and in an explanation, whole and in both languages: see `judged.txt` beside this file."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from judged_rounds import CHNRI, INTERIM, RATED, judged, run, voted, write_judged
from prioritera.pipeline import load_model, prioritise
from prioritera.report.assessed import assessment_words
from prioritera.report.document import Document
from prioritera.report.json import result_json
from prioritera.report.judged import exact_words, judged_section, judges_section, share_words
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from results import voice

_FIRST = [1, 2, 9, 8, 9, 3, 9, 2, 8]
DELPHI = "judge;round;group;need;choice\n" + "".join(
    f"j{at};{number};{'users' if at < 4 else ''};{need};{7 if (number, need) == (2, 'a') else answer}\n"
    for number in (1, 2)
    for at, answer in enumerate(_FIRST)
    for need in "ab"
)
NEEDS = {"large": "abcdefghijklmnopq"}
STORIES = {
    "chnri": (CHNRI, {"scores.csv": "judge;group;need;q1;q2;q3\nj1;g;a;ja;nej;nej\nj1;g;b;vet ej;;\nj2;h;a;ja;osäker;\n"}),
    "delphi": (RATED, {"scores.csv": DELPHI}),
    "steady": (RATED, {"scores.csv": "judge;round;need;choice\nj1;1;a;7\nj1;2;a;7\n"}),
    "two-rounds-apart": (RATED, {"scores.csv": "judge;round;need;choice\nj1;1;a;7\nj1;2;b;7\n"}),
    "jla": (INTERIM, {"ballots.csv": "voter;group;choice 1;choice 2\nv1;users;a;b\nv2;users;b;\nv3;staff;c;a\n"}),
    "voices": (
        RATED.replace('"median"', '"mean", voices = ["organisation", "population"]'),
        {"scores.csv": "judge;organisation;need;choice\nj1;lund;a;1\nj2;umea;a;9\nj3;umea;b;2\n"},
    ),
    "circle": (
        voted('from = "orders", combine = "kemeny"'),
        {"orders.csv": "group;need;rank\n1;a;1\n1;b;2\n1;c;3\n2;b;1\n2;c;2\n2;a;3\n3;c;1\n3;a;2\n3;b;3\n"},
    ),
    "large": (
        voted('from = "orders", combine = "kemeny"'),
        {
            "orders.csv": "group;need;rank\n"
            + "".join(f"{start};{need};{(at + start) % 17 + 1}\n" for start in range(17) for at, need in enumerate("abcdefghijklmnopq"))
        },
    ),
    "agreed": (voted('from = "orders", combine = "kemeny"'), {"orders.csv": "group;judge;need;rank\ng;1;a;1\ng;1;b;2\ng;2;a;1\nh;3;b;1\n"}),
    "tied": (voted('from = "orders", combine = "kemeny"'), {"orders.csv": "group;need;rank\n1;a;1\n1;b;1\n1;c;1\n1;d;1\n"}),
}


def _shown(folder: Path, story: str, language: str, *, needs: str = "abcd") -> tuple[Path, Voice]:
    criteria, files = STORIES[story]
    write_judged(folder, criteria, files, needs=list(NEEDS.get(story, needs)))
    _, model = load_model(folder)
    return folder, Voice(language, model.rules, model.network)


def told(folder: Path, story: str, language: str) -> str:
    """What the report says of the judges."""
    path, voice_ = _shown(folder, story, language)
    section = judges_section(voice_, run(path))
    return to_text(Document("", [section] if section else [], language=language)).strip("\n=") + "\n"


def explained(folder: Path, story: str, language: str) -> str:
    """What the explanation of the first need says of them."""
    path, voice_ = _shown(folder, story, language)
    section = judged_section(voice_, run(path).decision("a"))
    return to_text(Document("", [section] if section else [], language=language)).strip("\n=") + "\n"


# EXPECTED


def _expected(key: str) -> str:
    whole = (Path(__file__).parent / "judged.txt").read_text(encoding="utf-8")
    return whole.partition(f"===== {key}\n")[2].partition("===== ")[0]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("story", STORIES)
def test_the_report_says_how_the_round_was_judged(story: str, language: str, tmp_path: Path) -> None:
    assert told(tmp_path, story, language) == _expected(f"{story}.{language}.told")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("story", STORIES)
def test_an_explanation_says_how_the_need_was_judged(story: str, language: str, tmp_path: Path) -> None:
    assert explained(tmp_path, story, language) == _expected(f"{story}.{language}.explained")


@pytest.mark.parametrize("story", STORIES)
def test_json_fits_its_schema(story: str, tmp_path: Path) -> None:
    criteria, files = STORIES[story]
    model = load_model(write_judged(tmp_path, criteria, files, needs=list(NEEDS.get(story, "abcd"))))
    schema = json.loads((Path("src") / "prioritera" / "report" / "result.schema.json").read_text(encoding="utf-8"))

    found = json.loads(result_json(prioritise(*model), model[1]))

    Draft202012Validator(schema).validate(found)
    (criterion,) = found["decisions"][0]["assessments"].values()
    assert criterion["judged"]["answered"] == judged(run(tmp_path), "a", next(iter(found["decisions"][0]["assessments"]))).answered
    assert len(found["judged"]) == 1


def test_the_values_are_listed_where_numbers_are_asked_for(tmp_path: Path) -> None:
    path, voice_ = _shown(tmp_path, "chnri", "sv", needs="ab")

    section = judges_section(voice_, run(path), points=True)

    assert section is not None
    assert to_text(Document("", [section])).endswith(
        "  Behov    Värde        Svarade  Enighet\n"
        "  -------  -----------  -------  -------\n"
        "  Behov a  0,5          2 av 2   0,83\n"
        "  Behov b  inget värde  0 av 2   –\n"
    )


def test_without_judges_nothing_is_said_of_them(tmp_path: Path) -> None:
    path, voice_ = _shown(tmp_path, "chnri", "sv")
    result = run(path)
    (path / "round.toml").write_text((path / "round.toml").read_text(encoding="utf-8").partition("[[judgements]]")[0], encoding="utf-8")

    assert judges_section(voice_, run(path)) is None
    assert judged_section(voice_, run(path).decision("a")) is None
    assert judged_section(voice_, result.decision("a")) is not None


@pytest.mark.parametrize(
    ("share", "words"), [((1, 3), "0,33"), ((2, 3), "0,67"), ((1, 200), "0,01"), ((-1, 3), "−0,33"), ((-1, 1000), "0,00"), ((1, 1), "1,00")]
)
def test_a_share_has_two_decimals(share: tuple[int, int], words: str) -> None:
    assert share_words(voice(), Fraction(*share)) == words


def test_a_value_that_is_no_short_decimal_is_about_so_much() -> None:
    assert exact_words(voice(), Fraction(1, 3)) == "ungefär 0,33 (1/3)"
    assert exact_words(voice(), None) == "inget värde"


@pytest.mark.parametrize(
    ("story", "need", "sv", "en"),
    [
        ("chnri", "a", "0,5 (2 av 2 svarade)", "0.5 (2 of 2 answered)"),
        ("chnri", "b", "inget värde: 0 av 2 svarade", "no value: 0 of 2 answered"),
        (
            "jla",
            "a",
            "6 (3 av 3 svarade; beror på vilka behov som är med)",
            "6 (3 of 3 answered; depends on which needs are in)",
        ),
        (
            "tied",
            "a",
            "från 0 till 3 (1 av 1 svarade; beror på vilka behov som är med)",
            "from 0 to 3 (1 of 1 answered; depends on which needs are in)",
        ),
    ],
)
def test_a_value_says_how_many_answered(story: str, need: str, sv: str, en: str, tmp_path: Path) -> None:
    path, _ = _shown(tmp_path, story, "sv")
    round_, model = load_model(path)
    found = prioritise(round_, model).decision(need).need
    assert found is not None
    (criterion,) = model.rules.criteria

    assert [assessment_words(Voice(one, model.rules, model.network), criterion, found.assess[criterion.id]) for one in ("sv", "en")] == [
        sv,
        en,
    ]
