"""People's data in what a round and its catalogues say of themselves is masked, and told of by place."""

import attrs
import pytest

from prioritera.diagnostics import Severity, Span
from prioritera.model.catalogue import Catalogue, Listed, Place, Support
from prioritera.model.reprise import Said
from prioritera.model.round import Round
from prioritera.model.text import Label
from prioritera.records.people_in_labels import masked_labels
from prioritera.records.personal import guarded
from small_rules import told

CLEAN = Label(sv="Hösten", en="Autumn")
WITH = Label(sv="fråga Anna Berg 08-123 456 78", en="ask Anna Berg 08-123 456 78")


def round_of(choice: str = "stop", catalogue: Catalogue | None = None, label: Label = CLEAN) -> Round:
    return Round(
        id="r",
        label=label,
        records=[],
        catalogue=catalogue or Catalogue(),
        personal_data=choice,
        span=Span("round.toml", 1, 1),
        holder="k0180",
    )


def test_a_round_without_any_is_the_same_round() -> None:
    round_ = round_of(catalogue=Catalogue(listed=[Listed(id="c")]))

    assert masked_labels(round_) == (round_, ())
    assert guarded(round_) is round_


@pytest.mark.parametrize(("choice", "severity"), [("stop", Severity.WARNING), ("mask", Severity.NOTE)])
def test_the_label_is_masked_and_told_of(choice: str, severity: Severity) -> None:
    clean = guarded(round_of(choice, label=WITH))

    assert clean.label == Label(sv="fråga [namn] [telefon]", en="ask [namn] [telefon]")
    assert [(one.code, one.severity, str(one.span)) for one in clean.faults] == [("label-masked", severity, "round.toml:1:1")]
    assert guarded(clean) is clean


def test_every_text_of_the_round_and_its_catalogues_is_masked() -> None:
    support = Support(
        id="s", title=WITH, status="current", publisher="anna.berg@example.se", contact="k0180", source="K18:1", span=Span("c.toml", 5, 1)
    )
    place = Place(id="p", title=CLEAN, source="19121212-1212")
    catalogue = Catalogue(entries={"s": support}, places={"p": place}, listed=[Listed(id="c", about=WITH), Listed(id="d", label=CLEAN)])

    clean, noted = masked_labels(round_of(catalogue=catalogue))

    assert (clean.label, clean.holder) == (CLEAN, "k0180")
    entry = clean.catalogue.entries["s"]
    assert (entry.title.sv, entry.publisher, entry.contact, entry.source) == ("fråga [namn] [telefon]", "[e-post]", "k0180", "K18:1")
    assert clean.catalogue.places["p"].source == "[personnummer]"
    assert [one.about.en if one.about else "" for one in clean.catalogue.listed] == ["ask [namn] [telefon]", ""]
    assert [str(one.span) for one in noted] == ["c.toml:5:1", "None", "None"]


def test_a_text_that_is_the_same_in_both_languages_is_counted_once() -> None:
    _, noted = masked_labels(round_of(label=Label(sv="Ring 08-123 456 78", en="Ring 08-123 456 78")))

    assert told(noted, "sv") == (
        "round.toml:1:1: varning[label-masked]: personuppgifter i det som omgången eller en katalog säger om sig själv har ersatts: "
        "[telefon]\n"
        "    varför: rubriker och beskrivningar visas överallt, och ingen enskild ska kunna kännas igen; texten gäller ändå, och filen är "
        "orörd\n"
        "    åtgärd: ta bort dem ur filen också; en kontakt är en aktör, och skrivs som contact"
    )
    assert told(noted, "en") == (
        "round.toml:1:1: warning[label-masked]: people's data in what the round or a catalogue says of itself has been replaced: "
        "[telefon]\n"
        "    why:  labels and descriptions are shown everywhere, and nobody must be recognised; the text holds all the same, and the file "
        "is untouched\n"
        "    mend: take it out of the file as well; a contact is an actor, and is written as contact"
    )


def test_what_is_said_for_a_report_is_masked_at_its_key() -> None:
    said = [Said(key="leadership", text=WITH, span=Span("round.toml", 7, 14)), Said(key="team", text=CLEAN)]

    clean, noted = masked_labels(attrs.evolve(round_of(), reprise=said))

    assert [one.text.sv for one in clean.reprise] == ["fråga [namn] [telefon]", "Hösten"]
    assert [str(one.span) for one in noted] == ["round.toml:7:14"]
