from prioritera.diagnostics import Severity, Span
from prioritera.model.agreement import Check, Missed
from prioritera.model.round import Round
from prioritera.model.text import Label
from prioritera.records.people_in_comments import masked_comments
from prioritera.records.personal import guarded
from small_rules import told

AT = Span("svar.csv", 3, 1)


def test_comments_without_any_are_the_same() -> None:
    said = (Check(need="n1", actor="a", answer="agrees", comment="Stämmer."),)

    assert masked_comments(said, "stop") == (said, ())


def test_a_comment_is_masked_and_the_answer_counts() -> None:
    said = Missed(text="Anna Berg saknar stöd", comment="Anna Berg, 08-123 456 78", span=AT)

    (clean,), noted = masked_comments([said], "stop")

    assert (clean.text, clean.comment) == ("[namn] saknar stöd", "[namn], [telefon]")
    assert told(noted) == (
        "svar.csv:3:1: warning[comment-masked]: people's data in what was answered in step two has been replaced: [telefon], [namn] ×2\n"
        "    why:  comments are read by several, and nobody must be recognised; the answer counts all the same, and the file is untouched\n"
        "    mend: take it out of the file as well"
    )
    assert told(noted, "sv") == (
        "svar.csv:3:1: varning[comment-masked]: personuppgifter i det som svarades i avstämningen har ersatts: [telefon], [namn] ×2\n"
        "    varför: kommentarer läses av flera, och ingen enskild ska kunna kännas igen; svaret räknas ändå, och filen är orörd\n"
        "    åtgärd: ta bort dem ur filen också"
    )


def test_a_sender_who_is_a_person_is_masked() -> None:
    (clean,), noted = masked_comments([Missed(text="Stöd om fall", actor="Anna Berg 08-123 456 78")], "stop")

    assert clean.actor == "[namn] [telefon]"
    assert [fault.params["found"] for fault in noted] == ["[telefon], [namn]"]


def test_the_round_guards_its_comments() -> None:
    check = Check(need="n1", actor="a", answer="agrees", comment="880320-0016")
    round_ = Round(id="r", label=Label(sv="r", en="r"), records=[], checks=[check], personal_data="mask")

    clean = guarded(round_)

    assert clean.checks[0].comment == "[personnummer]"
    assert [(fault.code, fault.severity) for fault in clean.faults] == [("comment-masked", Severity.NOTE)]
    assert guarded(clean) is clean
