from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.records.people_in_candidates import masked_candidates
from small_rules import told

WHY = Label(sv="något saknas", en="something is lacking")


def one(wording: str, heading: str = "", note: str = "", why: Label = WHY) -> Candidate:
    place = Label(sv="rad 3", en="line 3")
    return Candidate(id="m-1", wording=wording, document="m.txt", place=place, heading=heading, note=note, why=why)


def test_a_candidate_without_any_is_the_same() -> None:
    plain = one("Vi saknar stöd.")

    assert masked_candidates([plain]) == ((plain,), ())


def test_every_text_of_a_candidate_is_masked_and_a_note_says_so() -> None:
    found = one("Anna Berg saknar stöd.", heading="Samtal med Anna Berg", note="Anna Berg, 08-123 456 78")

    (clean,), noted = masked_candidates([found])

    assert (clean.wording, clean.heading, clean.note) == ("[namn] saknar stöd.", "Samtal med [namn]", "[namn], [telefon]")
    assert told(noted) == (
        'm.txt: note[candidate-masked]: people\'s data in the candidate "m-1" has been replaced: [telefon], [namn] ×3\n'
        "    why:  the sheet of candidates is read by several, and nobody must be recognised; the document itself is untouched\n"
        "    mend: nothing needs to be done; the original stands in the document"
    )
    assert told(noted, "sv") == (
        "m.txt: upplysning[candidate-masked]: personuppgifter i kandidaten ”m-1” har ersatts: [telefon], [namn] ×3\n"
        "    varför: arket med kandidater läses av flera, och ingen enskild ska kunna kännas igen; dokumentet självt är orört\n"
        "    åtgärd: inget behöver göras; det ursprungliga står i dokumentet"
    )


def test_what_a_sign_quotes_is_masked_too() -> None:
    (clean,), noted = masked_candidates([one("Vi saknar stöd.", why=Label(sv="saknas (880320-0016)", en="lacking (880320-0016)"))])

    assert clean.why == Label(sv="saknas ([personnummer])", en="lacking ([personnummer])")
    assert noted[0].params["found"] == "[personnummer] ••••••-••••"
