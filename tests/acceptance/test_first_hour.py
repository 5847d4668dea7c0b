"""A rule author's first hour: ten faults of ten kinds come in one run, each with place and mend, and the mends alone make it clean."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from prioritera.cli.main import main

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "first-hour"
RULES = (FOLDER / "rules.toml").read_text(encoding="utf-8")
FAULTS = [
    "unknown-key",
    "not-a-whole",
    "table-gap",
    "unknown-word",
    "rule-contradiction",
    "unknown-conclusion",
    "rule-dead",
    "duplicate-id",
    "off-step",
    "weights-total",
]

Found = dict[str, object]


def check(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(["check", *words], io.StringIO(), out, err), out.getvalue(), err.getvalue()


def faults(file: Path) -> list[Found]:
    """What is wrong with a file, notes left out, as a program is told it."""
    found = json.loads(check(file.as_posix(), "--format", "json")[1])["diagnostics"]
    return [one for one in found if one["severity"] != "note"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_ten_come_in_one_run_each_with_its_place_and_its_mend(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    code, out, err = check("tests/acceptance/first-hour/rules.toml", "--lang", language)

    assert (code, err) == (1, "")
    assert out == (FOLDER / "expected" / f"check-{language}.txt").read_text(encoding="utf-8")


def test_the_ten_are_of_ten_kinds() -> None:
    assert [one["code"] for one in faults(FOLDER / "rules.toml")] == FAULTS


# What a person does who has nothing but the message: the sentence under "mend", and the place.


def said(found: Found) -> str:
    mend = found["mend"]
    assert isinstance(mend, dict)
    return str(mend["en"])


def told(found: Found, pattern: str) -> str:
    """What the mend says to write."""
    written = re.search(pattern, said(found))
    assert written is not None, said(found)
    return written[1]


def replaced(text: str, found: Found, old: str, new: str) -> str:
    """The text with what stands at the place of a finding written in another way."""
    place = found["place"]
    assert isinstance(place, dict)
    lines = text.split("\n")
    line, at = lines[place["line"] - 1], place["column"] - 1
    written = re.compile(old).match(line, at)
    assert written is not None, line[at:]
    lines[place["line"] - 1] = f"{line[:at]}{new}{line[written.end() :]}"
    return "\n".join(lines)


def nearest_word(text: str, found: Found) -> str:
    word = told(found, r'did you mean "([^"]+)"')
    quoted = found["code"] != "unknown-key"
    return replaced(text, found, r'"[^"]*"' if quoted else r"[\w-]+", f'"{word}"' if quoted else word)


def without_quotation_marks(text: str, found: Found) -> str:
    assert "without quotation marks" in said(found)
    return replaced(text, found, r'"9"', "9")


def another_id(text: str, found: Found) -> str:
    assert "give one of them another id" in said(found)
    return replaced(text, found, r'"[^"]*"', '"the-rest"')


def value_on_the_step(text: str, found: Found) -> str:
    return replaced(text, found, r"[\d.]+", told(found, r"write ([\d.]+) or"))


def sum_of_the_weights(text: str, found: Found) -> str:
    return replaced(text, found, r"\d+", told(found, r"or write (\d+)"))


def without_the_rule(text: str, found: Found) -> str:
    assert re.search(r"take (it|the rule) away", said(found))
    return replaced_lines(text, found, r"\[\[triage\.rules\]\]\n(?:.+\n)+\n", "")


def rule_for_the_case(text: str, found: Found) -> str:
    assert "add a rule for this case" in said(found)
    what = found["what"]
    assert isinstance(what, dict)
    need = re.search(r"has no rule for (.+)", str(what["en"]))
    assert need is not None
    rule = f'[[tables.level.rules]]\nid = "not-known"\nwhen = {{ {need[1]} }}\nthen = "one"\n\n'
    return replaced_lines(text, found, r"\[tables\.level\]\n(?:.*\n)*?(?=\[triage\])", lambda table: table[0] + rule)


def replaced_lines(text: str, found: Found, old: str, new: str | Callable[[re.Match[str]], str]) -> str:
    """The text with the lines from the place of a finding on written in another way."""
    place = found["place"]
    assert isinstance(place, dict)
    lines = text.split("\n")
    before, after = lines[: place["line"] - 1], "\n".join(lines[place["line"] - 1 :])
    assert re.match(old, after), after[:80]
    return "\n".join([*before, re.sub(rf"\A{old}", new, after)])


BY_HAND: dict[str, Callable[[str, Found], str]] = {
    "unknown-key": nearest_word,
    "unknown-word": nearest_word,
    "unknown-conclusion": nearest_word,
    "not-a-whole": without_quotation_marks,
    "duplicate-id": another_id,
    "off-step": value_on_the_step,
    "weights-total": sum_of_the_weights,
    "rule-contradiction": without_the_rule,
    "rule-dead": without_the_rule,
    "table-gap": rule_for_the_case,
}


def mended(text: str, found: list[Found]) -> str:
    """Each fault mended as its message says, from the last one up, so that the places still hold."""
    for one in reversed(found):
        text = BY_HAND[str(one["code"])](text, one)
    return text


def test_the_mends_alone_make_it_clean(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"

    file.write_text(mended(RULES, faults(FOLDER / "rules.toml")), encoding="utf-8")

    assert check(file.as_posix(), "--lang", "en") == (0, f"no faults: {file.as_posix()}\n", "")


@pytest.mark.parametrize("left", FAULTS)
def test_one_that_is_left_is_the_only_one_that_is_found(left: str, tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    others = [one for one in faults(FOLDER / "rules.toml") if one["code"] != left]

    file.write_text(mended(RULES, others), encoding="utf-8")

    assert [one["code"] for one in faults(file)] == [left]


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_all_ten_come_in_the_other_forms_too(form: str) -> None:
    _, out, _ = check((FOLDER / "rules.toml").as_posix(), "--format", form)

    told_codes = re.findall(r'"ruleId": "([^"]+)"' if form == "sarif" else r"title=([^:]+)::", out)

    assert [code for code in told_codes if code != "proved-as-mended"] == FAULTS
