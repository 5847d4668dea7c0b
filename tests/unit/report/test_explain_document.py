from datetime import date

import attrs

from prioritera.diagnostics import Diagnostic
from prioritera.model.explanation import Explanation
from prioritera.model.need import Evidence, Origin, Question
from prioritera.model.result import Decision
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.questions import explain
from prioritera.report.document import Document, Section
from prioritera.report.explain import explain_document
from prioritera.report.points import points_words
from prioritera.report.text import to_text
from results import changed, decision, model_of, voice, whole


def section_of(document: Document, title: str) -> list[str]:
    """The lines of one section, without its title."""
    found = next((block for block in document.blocks if isinstance(block, Section) and block.title == title), None)
    return [] if found is None else to_text(Document("T", (found,))).splitlines()[6:]


def explained(need: str, language: str = "sv") -> Document:
    result, model = whole()
    return explain_document(explain(result, model, need), result, model, language)


def document_of(found: Decision, *tables: Trace) -> Document:
    result, model = whole()
    return explain_document(Explanation(decision=found, tables=tables), result, model, "sv")


def test_a_merged_record_says_what_it_is_part_of() -> None:
    assert to_text(explained("fall-2")).splitlines()[5:8] == ["Id: fall-2", "Utfall: sammanfört behov", "Ingår i: fall"]


def test_a_record_that_could_not_be_read_says_what_was_found() -> None:
    found = attrs.evolve(decision("trasig"), diagnostics=[Diagnostic(code="need-with-itself", params={"value": "x"})])

    assert "Anmärkning: ”x” kan inte jämföras med sig självt [need-with-itself]" in to_text(document_of(found)).splitlines()


def test_the_senders_and_their_words_are_told_with_their_sources() -> None:
    origins = [
        Origin(actor="ost", backing="all", decided="joint-letter", forum="council", source="P:1"),
        Origin(unknown=True, forum="ett dialogmöte"),
        Origin(at_least=2, of="municipality", within="ost"),
    ]
    need = decision("fall").need
    assert need is not None
    found = changed("fall", need=attrs.evolve(need, origins=origins))

    assert section_of(document_of(found), "Behovet") == [
        "Område: hemtjänst",
        "",
        "Avsändarens ord:",
        "",
        "• ”Vad hjälper mot fall?” (källa P:1)",
        "• ”Många faller.”",
        "",
        "Avsändare:",
        "",
        "• RSS Öst, alla står bakom, i gemensam skrivelse, i Rådet (källa P:1)",
        "• okänd avsändare, i ett dialogmöte",
        "• minst 2 avsändare (kommun) i RSS Öst",
    ]


def test_what_people_wrote_besides_is_told_where_it_is_written() -> None:
    need = decision("nutrition").need
    assert need is not None
    full = attrs.evolve(
        need,
        question=Question(target_group="äldre", intervention="måltidsstöd", context="hemtjänst"),
        wished_form="en manual",
        benefit="färre faller",
        note="se protokollet",
        links=["https://example.org/protokoll"],
        evidence=[Evidence(kind="enkät", text="svag", asked=40, answered=9, document="rapport 3", source="s. 4"), Evidence(kind="en röst")],
    )

    lines = section_of(document_of(attrs.evolve(decision("nutrition"), need=full)), "Behovet")

    assert lines[:7] == [
        "Område: hemtjänst",
        "Målgrupp: äldre",
        "Insats: måltidsstöd",
        "Sammanhang: hemtjänst",
        "Önskad form: en manual",
        "Nytta för den enskilde: färre faller",
        "Anteckning: se protokollet",
    ]
    assert lines[-8:] == [
        "Underlag:",
        "",
        "• enkät, svag, 40 tillfrågade, 9 svarade, rapport 3 (källa s. 4)",
        "• en röst",
        "",
        "Länkar:",
        "",
        "• https://example.org/protokoll",
    ]


def test_the_date_of_a_forum_is_told() -> None:
    need = decision("fall").need
    assert need is not None
    found = changed("fall", need=attrs.evolve(need, origins=[Origin(actor="aby", on=date(2026, 3, 4))]))

    assert section_of(document_of(found), "Behovet")[-1] == "• Åby, 2026-03-04"


def test_the_rule_that_fired_is_told_with_its_line_its_source_and_what_it_asked() -> None:
    assert section_of(explained("fall"), "Förgranskning")[:6] == [
        "Svar: Ny forskning",
        "Varför: Kunskap saknas. [förslag]",
        "Regel: anchored, rules.toml:123:1 (källa S:2)",
        "Villkor: orsak: kunskap saknas (krav: kunskap saknas)",
        "Villkor: förankring: kommun (krav: från kommun till flera RSS:er)",
        "",
    ]


def test_each_earlier_rule_is_told_with_its_first_failing_condition() -> None:
    assert section_of(explained("fall", "en"), "Triage")[6:] == [
        "The 3 rules before it did not fit:",
        "",
        "• legal (line 103): cause: no knowledge (demand: only legal question)",
        "• known (line 110): cause: no knowledge (demand: both no knowledge and support",
        "  unknown)",
        "• support (line 117): cause: no knowledge (demand: support unknown and not no",
        "  knowledge)",
    ]


def test_rules_that_failed_for_the_same_reason_are_told_together() -> None:
    reason = Trace(kind=Of.CONDITION, id="urgent", verdict=Verdict.FAILED, seen=False)
    failed = [Trace(kind=Of.RULE, id=name, verdict=Verdict.FAILED, parts=[reason]) for name in ("one", "two")]
    table = Trace(kind=Of.TABLE, id="triage", verdict=Verdict.FAILED, parts=failed)

    assert section_of(document_of(decision("fall"), table), "Förgranskning") == [
        "De 2 reglerna före passade inte:",
        "",
        "• one och two: bråttom: nej (krav: )",
    ]


def test_a_rule_without_a_place_or_a_reason_is_told_by_its_id() -> None:
    fired = Trace(kind=Of.RULE, id="legal", verdict=Verdict.FIRED)
    table = Trace(kind=Of.TABLE, id="triage", verdict=Verdict.FIRED, conclusion="nearby", parts=[fired])

    assert section_of(document_of(decision("juridik"), table), "Förgranskning") == ["Svar: Hanteras nära", "Regel: legal"]


def test_a_destination_table_without_a_label_is_called_by_the_word_that_people_see() -> None:
    result, model = whole()
    rules = attrs.evolve(model.rules, destination=attrs.evolve(model.rules.destination, label=None))
    unlabelled = model_of(rules, model.network)

    for language, title in (("sv", "Mottagare"), ("en", "Destination")):
        document = explain_document(explain(result, unlabelled, "fall"), result, unlabelled, language)
        assert title in [block.title for block in document.blocks if isinstance(block, Section)]


def test_a_table_that_is_gone_is_told_by_its_id() -> None:
    fired = Trace(kind=Of.RULE, id="r", verdict=Verdict.FIRED)
    table = Trace(kind=Of.TABLE, id="gone", verdict=Verdict.FIRED, conclusion="x", parts=[fired])
    elsewhere = Trace(kind=Of.TABLE, id="destination", verdict=Verdict.FIRED, conclusion="x", parts=table.parts)

    document = document_of(decision("juridik"), table, elsewhere)

    assert section_of(document, "Gone") == ["Svar: X", "Regel: r"]
    assert section_of(document, "Mottagare") == ["Svar: x", "Regel: r"]


def test_the_shares_of_the_criteria_sum_to_the_score() -> None:
    assert section_of(explained("fall"), "Kriterier") == [
        "Kriterium           Bedömning                           Poäng  Högst",
        "------------------  ----------------------------------  -----  -----",
        "Räckvidd [förslag]  de flesta (60 personer per 10 000)      8      8",
        "Betydelse           stor; 3 av 3 svarade, 1,5–2             4      4",
        "Variation           någon                                   2      4",
        "Summa                                                      14     16",
        "",
        "Summan är 0,88 av högst 1.",
        "",
        "Grupper: A från 2/3, B från 1/3 och C från 0 av högsta möjliga. [förslag]",
    ]


def test_a_need_that_is_not_ranked_shows_no_score() -> None:
    assert section_of(explained("juridik"), "Kriterier") == []


def test_a_need_that_waits_for_its_score_shows_it() -> None:
    assert "Summan är mellan 0,00 och 0,33 av högst 1." in section_of(explained("svag"), "Kriterier")


def test_a_need_without_assessments_is_shown_with_none() -> None:
    result, model = whole()
    found = explain(result, model, "fall")
    bare = attrs.evolve(found, decision=attrs.evolve(found.decision, need=None))

    assert "Räckvidd [förslag]  ej ifyllt      8      8" in to_text(explain_document(bare, result, model, "sv"))


def test_what_is_proposal_and_what_has_a_source_is_told() -> None:
    assert section_of(explained("fall"), "Vad det vilar på") == [
        "Förslag som ingen har beslutat: anchored och Räckvidd",
        "Har källa: anchored, strong och Räckvidd",
    ]


def test_what_is_worth_finding_out_is_told_with_what_it_would_do() -> None:
    assert section_of(explained("natt"), "Två saker att ta reda på först") == [
        "1. Räckvidd. Hur många berörs? Fylls i av analytiker vid RSS eller SKR. Hjälper",
        "   till att placera behovet.",
        "2. Betydelse. Hur mycket betyder det? Fylls i av en bedömargrupp. Hjälper till",
        "   att placera behovet.",
    ]


def test_points_are_exact_or_from_the_least_to_the_greatest() -> None:
    assert [points_words(voice(), 2, 2), points_words(voice(), 0, 3)] == ["2", "0–3"]


def test_a_made_up_round_says_so_first_and_last() -> None:
    text = to_text(explained("fall"))

    assert text.splitlines()[3] == "OBS! Påhittat exempel. Inget av det finns."
    assert text.splitlines()[-1] == "OBS! Påhittat exempel. Inget av det finns."
    assert voice().say("illustrative", text="x") == "OBS! Påhittat exempel. x"


def test_a_rule_set_without_groups_says_nothing_of_them() -> None:
    result, model = whole()
    rules = attrs.evolve(model.rules, bands=())

    document = explain_document(explain(result, model, "fall"), result, model_of(rules, model.network), "sv")

    assert section_of(document, "Kriterier")[-1] == "Summan är 0,88 av högst 1."
