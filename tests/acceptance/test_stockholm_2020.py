"""Stockholm county 2020 and the workshops of 2014: word for word what the sources say, judged whole, and set against what is offered."""

import re
from functools import cache
from pathlib import Path

import pytest
import tomli

from prioritera.loading.load import load_round
from prioritera.model.need import Need
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.supply import Supply
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import supply

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
WITH_SOURCES = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents (shared/sources) are not beside the repository")
FILES = {"stockholm-2020": ("PWC", "003_43d7195ede0948ff.txt"), "workshops-2014": ("K18", "004_08376fc6ca228812.txt")}


@cache
def judged(example: str) -> tuple[Result, Model]:
    round_, model = load_model(ROOT / "examples" / example)
    return prioritise(round_, model), model


@cache
def supplied() -> Supply:
    return supply(*judged("stockholm-2020"))


def needs(example: str) -> list[Need]:
    return [decision.need for decision in judged(example)[0].decisions if decision.need is not None]


def lines(example: str) -> list[str]:
    return (SOURCES / FILES[example][1]).read_text(encoding="utf-8").splitlines()


@WITH_SOURCES
@pytest.mark.parametrize("example", FILES)
def test_every_wording_stands_in_the_line_that_is_its_source(example: str) -> None:
    text = lines(example)

    for need in needs(example):
        first = re.match(rf"{FILES[example][0]}:([0-9]+)", need.source)
        assert first is not None, need.id
        assert need.wordings[0].text in text[int(first[1]) - 1], need.id


@WITH_SOURCES
def test_a_number_of_municipalities_is_read_only_from_a_word_for_it() -> None:
    words = {1: "En kommun|En av kommunerna|En annan kommun|en kommun|någon kommun", 2: "[Ff]lera|[Ff]ler|flertal|Några|par|Kommunerna"}
    said = {need.id: (need.origins[0].at_least, need.source) for need in needs("stockholm-2020") if need.origins[0].at_least}
    text = lines("stockholm-2020")

    for ident, (number, source) in said.items():
        around = " ".join(text[int(found) - 1] for found in re.findall("[0-9]+", source))
        assert re.search(words[number], around) or ident in {"metoder-inte-kunskap", "manniskohandel"}, ident


def test_nobody_is_named_in_stockholm_and_everybody_stands_in_the_county() -> None:
    origins = [origin for need in needs("stockholm-2020") for origin in need.origins]

    assert {origin.actor for origin in origins} == {""}
    assert {origin.within for origin in origins if origin.at_least} == {"rss-stockholm"}
    assert len(needs("stockholm-2020")) == 40


@pytest.mark.parametrize("example", FILES)
def test_nothing_is_set_aside_and_nothing_is_said_of_the_files(example: str) -> None:
    result, _ = judged(example)

    assert result.diagnostics == ()
    assert [decision.need_id for decision in result.decisions if decision.outcome == "error"] == []


def test_the_fifteen_are_there_and_none_has_an_area_that_the_source_does_not_say() -> None:
    offers = load_round(ROOT / "examples" / "stockholm-2020").offers.offers

    assert sorted(int(one.source.partition("PWC:")[2].split(";")[0].split(",")[-1]) for one in offers[:15]) == list(range(66, 81))
    assert {one.id: one.areas for one in offers[:15] if one.areas} == {
        "forum-carpe": ("disability",),
        "natverk-funktionsnedsattning": ("disability",),
    }
    assert [one.id for one in offers[15:]] == ["samverkan-barn", "samradet-missbruk-psykiatri"]


def test_supply_says_who_can_where_nobody_has_said_so_and_where_to_turn() -> None:
    found = supplied()

    assert {need.need_id: need.able for need in found.needs if need.able} == {
        "evidens-funktionshinder": ("forum-carpe", "natverk-funktionsnedsattning-stockholm"),
        "fanga-upp-missbruk": ("samradet-missbruk-psykiatri-stockholm",),
        "barnpsykiatri": ("samverkan-barn-stockholm",),
        "yrkesresan": ("samverkan-barn-stockholm",),
    }
    assert found.crowds == ()
    assert sum(need.is_bare for need in found.needs) > sum(bool(need.able) for need in found.needs)
    assert len(found.not_said) == 15
    assert [len(turn.municipalities) for turn in found.turns] == [25, 1]
    assert found.turns[1].municipalities == ("k0180",)


def test_the_workshops_end_with_what_socialstyrelsen_presented() -> None:
    result, _ = judged("workshops-2014")

    answered = {decision.need_id: [answer.who for answer in decision.answers] for decision in result.decisions if decision.answers}
    assert answered == {name: ["socialstyrelsen"] for name in ("ensamkommande", "social-barn-och-ungdomsvard", "funktionshinder")}
    assert {decision.outcome for decision in result.decisions} == {"make-precise"}


@WITH_SOURCES
def test_the_five_questions_are_asked_in_the_source() -> None:
    text = (ROOT / "examples" / "workshops-2014" / "round.toml").read_text(encoding="utf-8")

    assert "(K18:300)" in text
    assert len(re.findall(r"^# [1-5]\. ", text, flags=re.MULTILINE)) == 5
    assert tomli.loads(text)["round"]["network"] == "prioritera:sweden-2018"
    assert "hur omfattande problemet är" in lines("workshops-2014")[299]
