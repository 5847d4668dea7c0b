from datetime import date

import attrs
import pytest

from prioritera.diagnostics import Diagnostic, Span, what
from prioritera.model.result import Result
from prioritera.report.document import Document, Paragraph, Section
from prioritera.report.text import to_text
from prioritera.report.unranked import look_again_section, set_aside_sections, unranked_section
from results import changed, decision, voice, whole

FAULT = Diagnostic(code="file-empty", span=Span("needs.toml"), params={"name": "needs.toml"})


def run_of(*needs: str) -> Result:
    result = whole()[0]
    calm = attrs.evolve(result, decisions=[decision(need) for need in needs], diagnostics=(), lists=())
    return attrs.evolve(calm, round=attrs.evolve(result.round, faults=()))


def text_of(section: Section | None) -> list[str]:
    return [] if section is None else to_text(Document("T", (section,))).splitlines()[3:]


def test_a_round_where_all_is_ranked_has_nothing_outside_the_ranking() -> None:
    assert unranked_section(voice(), run_of("fall")) is None


def test_the_area_is_told_only_where_the_round_has_several() -> None:
    assert "    Område: hemtjänst" not in text_of(unranked_section(voice(), run_of("juridik")))
    assert "    Område: hemtjänst" in text_of(unranked_section(voice(), run_of("juridik", "las")))


def test_a_need_of_which_nothing_is_told_stands_alone() -> None:
    result = attrs.evolve(run_of("juridik"), decisions=[changed("juridik", fired=(), walks=())])

    assert text_of(unranked_section(voice(), result)) == [
        "Utanför rangordningen",
        "---------------------",
        "",
        "Hanteras nära",
        "  • Juridik (juridik)",
    ]


def test_a_calm_round_sets_nothing_aside() -> None:
    assert list(set_aside_sections(voice(), run_of("fall"))) == []


def test_merged_records_say_what_they_are_part_of() -> None:
    sections = list(set_aside_sections(voice("en"), run_of("fall", "fall-2")))

    assert [text_of(section) for section in sections] == [
        ["Merged needs", "------------", "", "• Fallolyckor (fall-2) is part of Fall i hemmet (fall)"]
    ]


def test_records_that_disagree_say_of_what_and_where_they_go() -> None:
    sections = list(set_aside_sections(voice(), run_of("oense")))

    assert text_of(sections[0])[3:] == [
        "Samma behov har kommit in med olika uppgifter. Det går tillbaka till dem som",
        "skickade in det.",
        "",
        "• Oense (oense)",
        "  Det som skiljer sig: orsak",
        "  Poster: oense och oense-2",
        "  Om orsak: RSS Öst: kunskap saknas (oense, needs.toml:124:1); RSS Öst: juridisk",
        "    fråga (oense-2, needs.toml:131:1)",
        "  Går tillbaka till: Rådet → RSS Öst → Åby och Berg",
    ]


def test_a_conflict_without_other_records_names_none() -> None:
    result = attrs.evolve(run_of("oense"), decisions=[changed("oense", need=None, walks=())], conflicts=())

    assert text_of(next(iter(set_aside_sections(voice(), result))))[6:] == ["• Oense (oense)", "  Det som skiljer sig: orsak"]


def test_records_that_could_not_be_read_show_the_first_sentence_of_each_finding() -> None:
    found = (FAULT, Diagnostic(code="no-needs"))
    unread = [changed("trasig", diagnostics=found), changed("trasig", need_id="x", title="", diagnostics=())]
    result = attrs.evolve(run_of("fall"), decisions=unread)

    text = text_of(next(iter(set_aside_sections(voice(), result))))

    assert text[:7] == [
        "Kunde inte läsas",
        "----------------",
        "",
        "Posterna har lagts åt sidan och ingår inte i något av det ovan.",
        "",
        "• Trasig (trasig)",
        f"  • needs.toml: {what(FAULT, 'sv')}",
    ]
    assert text[-1] == "• x"


def test_what_was_wrong_with_the_files_is_told_once() -> None:
    calm = run_of("fall")
    result = attrs.evolve(calm, diagnostics=(FAULT,), round=attrs.evolve(calm.round, faults=(FAULT,)))

    sections = list(set_aside_sections(voice(), result))

    assert [text_of(section)[0] for section in sections] == ["Anmärkningar på omgångens filer"]
    assert text_of(sections[0])[3:] == [f"• needs.toml: {what(FAULT, 'sv')}"]


def test_what_is_not_taken_further_is_told_with_its_date_or_that_there_is_none() -> None:
    result = run_of("vanta", "ensam-rost", "oklar-forankring", "fall")
    some = attrs.evolve(result, decisions=[changed("vanta", look_again=date(2027, 1, 2)), changed("oense", look_again=None)])

    assert text_of(look_again_section(voice(), result))[3:] == [
        "Datum: 2026-11-02",
        "",
        "• Vänta på utredningen (vanta)",
        "• En ensam röst (ensam-rost)",
        "• Oklar förankring (oklar-forankring)",
    ]
    assert text_of(look_again_section(voice(), some))[3:] == [
        "Datum: 2027-01-02",
        "",
        "• Vänta på utredningen (vanta)",
        "",
        "Inget datum är satt för 1 behov som inte går vidare nu (look_again i",
        "round.toml).",
    ]


@pytest.mark.parametrize(
    ("language", "needs", "told"),
    [
        ("sv", 1, "Inget datum är satt för 1 behov som inte går vidare nu (look_again i round.toml)."),
        ("sv", 2, "Inget datum är satt för 2 behov som inte går vidare nu (look_again i round.toml)."),
        ("en", 1, "No date is set for 1 need that is not taken further now (look_again in round.toml)."),
        ("en", 2, "No date is set for 2 needs that are not taken further now (look_again in round.toml)."),
    ],
)
def test_needs_without_a_date_are_counted_for_they_are_listed_already(language: str, needs: int, told: str) -> None:
    undated = [changed(need, look_again=None) for need in ("vanta", "oense")[:needs]]

    section = look_again_section(voice(language), attrs.evolve(run_of("fall"), decisions=undated))

    assert section is not None
    assert section.blocks == (Paragraph(told),)


def test_a_round_where_all_goes_on_looks_at_nothing_again() -> None:
    assert look_again_section(voice(), run_of("fall")) is None
