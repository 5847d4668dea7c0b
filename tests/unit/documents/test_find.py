from prioritera.documents.blocks import Block, Spot
from prioritera.documents.find import find_candidates
from prioritera.documents.plans import plan_of
from prioritera.documents.read import text_blocks
from prioritera.documents.signals import Phrase, Section, Signals, is_whole, said
from prioritera.model.text import Label


def label(text: str) -> Label:
    return Label(sv=text, en=text)


SIGNS = Signals(
    id="ours",
    label=label("våra"),
    sections=[
        Section(id="research", headings=["fortsatt forskning"], takes="all", label=label("avsnitt")),
        Section(id="needs", headings=["behov"], whole=True, takes="all", label=label("behov")),
        Section(id="end", headings=["slutsats*"], takes="marked", label=label("slut")),
        Section(id="references", headings=["referenser"], whole=True, takes="none", label=label("-")),
    ],
    phrases=[
        Phrase(id="lacks", words=["saknar", "saknas"], label=label("saknas")),
        Phrase(id="need", words=["finns … behov av"], label=label("behövs")),
        Phrase(id="ought", words=["bör"], weak=True, label=label("bör")),
    ],
    never=["saknas inte"],
    plan={"subject": ("ämne",), "activity": ("aktivitet", "åtgärd*"), "responsible": ("ansvarig",), "funding": (), "deadline": ("klart",)},
)


def found(text: str, name: str = "m.md") -> list[tuple[str, str]]:
    """The wording of each candidate of a text, and why it is one."""
    return [(one.wording, one.why.sv) for one in find_candidates(text_blocks(text, name), name, SIGNS)]


def test_a_sentence_with_a_sign_is_a_candidate_in_its_own_words() -> None:
    text = "Vi träffades. Vi saknar *metoder* för unga. Fika."

    (one,) = find_candidates(text_blocks(f"# Möte\n\n{text}\n", "x/möte 3.md"), "x/möte 3.md", SIGNS)

    assert one.id == "mote-3-1"
    assert one.wording == "Vi saknar *metoder* för unga."
    assert one.document == "x/möte 3.md"
    assert one.place == Label(sv="rad 3", en="line 3")
    assert one.heading == "Möte"
    assert one.why == Label(sv="saknas (”saknar”)", en="saknas (“saknar”)")
    assert one.note == ""


def test_sentences_that_follow_upon_each_other_are_one_candidate() -> None:
    text = "Det saknas metoder. Det finns ett stort behov av stöd. Vi åt. Vi saknar fika.\n"

    assert found(text) == [
        ("Det saknas metoder. Det finns ett stort behov av stöd.", "saknas (”saknas”); behövs (”finns ett stort behov av”)"),
        ("Vi saknar fika.", "saknas (”saknar”)"),
    ]


def test_a_question_and_what_says_that_nothing_is_needed_are_none() -> None:
    assert found("Saknas kunskap? Kunskap saknas inte. ”Vad saknas?”\n") == []


def test_the_items_after_a_sentence_with_a_sign_are_candidates() -> None:
    text = "Där det finns behov av stöd:\n\n- hemlöshet\n- våld\n\nAnnat.\n\n- fika\n"

    assert found(text) == [("hemlöshet", "behövs (”finns behov av”)"), ("våld", "behövs (”finns behov av”)")]


def test_a_heading_ends_what_a_sentence_began() -> None:
    assert found("Vi saknar:\n\n# Nästa\n\n- fika\n") == []
    assert found("Vi hade:\n\n- fika\n") == []


def test_everything_in_a_section_of_needs_is_a_candidate_down_to_the_next_of_its_depth() -> None:
    text = "## Förslag till fortsatt forskning\n\nHur unga får hjälp.\n\n### Äldre\n\n- fall\n\nSe listan:\n\n## Övrigt\n\nIngenting.\n"

    assert found(text) == [("Hur unga får hjälp.", "avsnitt"), ("fall", "avsnitt")]


def test_a_heading_that_must_say_it_all_may_have_a_number() -> None:
    assert found("## 3.1 Behov\n\nHemlöshet\n") == [("Hemlöshet", "behov")]
    assert found("## Behov av fika\n\nKaffe\n") == []


def test_a_weak_sign_counts_in_a_closing_section_alone() -> None:
    assert found("Vi bör träffas.\n") == []
    assert found("# Slutsatser\n\nVi bör veta mer. Hej.\n") == [("Vi bör veta mer.", "bör (”bör”)")]


def test_what_is_not_read_is_not_read() -> None:
    assert found("# Referenser\n\nVad som saknas (2018).\n\n# Bilaga\n\nDet saknas stöd.\n") == [("Det saknas stöd.", "saknas (”saknas”)")]


def test_a_row_of_a_plan_is_a_candidate_with_the_rest_of_it_noted() -> None:
    text = "| Ämne | Åtgärder | Ansvarig | Övrigt |\n|--|--|--|--|\n| Hemlöshet | kurs | Väsby | – |\n| | möte | | |\n| | | RSS | |\n"

    candidates = find_candidates(text_blocks(text, "plan.md"), "plan.md", SIGNS)

    assert [(one.wording, one.note, one.why.sv, one.why.en) for one in candidates] == [
        ("Hemlöshet", "Åtgärder: kurs; Ansvarig: Väsby; Övrigt: –", "i en handlingsplan", "in an action plan"),
        ("möte", "", "i en handlingsplan", "in an action plan"),
    ]


def test_a_table_that_is_no_plan_is_read_cell_by_cell() -> None:
    text = "| Punkt | Text |\n|--|--|\n| 1 | Vi saknar stöd. |\n"

    assert found(text) == [("Vi saknar stöd.", "saknas (”saknar”)")]
    assert plan_of(["Ansvarig", "Klart"], SIGNS) is None
    assert plan_of(["Ämne"], SIGNS) is None


def test_a_row_longer_than_its_headings_keeps_to_them() -> None:
    plan = plan_of(["Ämne", "Klart"], SIGNS)

    assert plan is not None
    assert plan.read(["Barn", "maj", "extra"]) == ("Barn", "Klart: maj")


def test_documents_of_one_name_have_ids_of_their_own() -> None:
    blocks = [Block(kind="paragraph", text="Vi saknar stöd.", spot=Spot("page", (4,)))]

    (second,) = find_candidates(blocks, "m.pdf", SIGNS, number=2)
    (nameless,) = find_candidates(blocks, "–.pdf", SIGNS)

    assert (second.id, second.place.sv, nameless.id) == ("m.2-1", "sida 4", "document-1")


def test_words_between_are_few_and_on_one_side_of_every_comma() -> None:
    assert said("finns nog ett visst och stort behov av", ("finns … behov av",)) == "finns nog ett visst och stort behov av"
    assert said("finns ett två tre fyra fem sex behov av", ("finns … behov av",)) == ""
    assert said("finns, men behov av", ("finns … behov av",)) == ""
    assert said("BRISTANDE kunskaper", ("bristande kunskap*",)) == "BRISTANDE kunskaper"
    assert said("saknaden", ("saknad",)) == ""
    assert is_whole("– Kunskapsbehov: ", ("kunskapsbehov",))
