from pathlib import Path

from builders import need
from merge_rounds import write_round
from prioritera.matching.lexicon import swedish
from prioritera.matching.likeness import Candidate
from prioritera.matching.pairs import Pairs, clustered
from prioritera.model.need import Origin, Wording
from prioritera.pipeline import load_model
from prioritera.report.pairs import pairs_document, reason_words
from prioritera.report.text import to_text


def test_every_reason_has_its_words() -> None:
    one = Candidate(
        first="a",
        second="b",
        score=500,
        words=[("fall", "fall"), ("säbo", "särskilt boende")],
        agree=["title", "wording", "target_group", "intervention", "context"],
        differ=["area", "cause", "people", "target_group", "intervention", "context"],
    )

    assert reason_words(one, "sv") == (
        "ord: fall; liknande ord: säbo ~ särskilt boende; samma rubrik; samma formulering; samma målgrupp; samma insats; "
        "samma sammanhang; olika område; olika orsak; olika personer; olika målgrupp; olika insats; olika sammanhang"
    )
    assert reason_words(one, "en") == (
        "words: fall; words that are alike: säbo ~ särskilt boende; same title; same wording; same target group; same intervention; "
        "same context; other area; other cause; other people; other target group; other intervention; other context"
    )
    assert reason_words(Candidate(first="a", second="b", score=0), "sv") == ""


def test_a_wording_that_is_not_the_title_is_shown_and_each_sender_once(tmp_path: Path) -> None:
    senders = [Origin(actor="t1"), Origin(actor="t1", document="x"), Origin(actor="t2")]
    needs = {
        "a": need("a", title="Fall", area="elderly", wordings=[Wording(need="a", text="hur då?")], origins=senders),
        "b": need("b", title="Fallen", area="youth", origins=[Origin(unknown=True)], merged=("c",)),
    }
    found = [Candidate(first="a", second="b", score=900)]
    round_, model = load_model(write_round(tmp_path / "r"))

    document = pairs_document(Pairs(needs=needs, open=found, clusters=clustered(found)), round_, model, "sv", lexicon=swedish(), name="r")

    assert to_text(document).partition("Grupp 1")[2] == (
        ": 2 behov, äldre och unga\n"
        "--------------------------------\n"
        "\n"
        "• Fall (a)\n"
        "  Formulering: ”hur då?”\n"
        "  Avsändare: Väsby och Norrby\n"
        "\n"
        "• Fallen (b)\n"
        "  Avsändare: okänd avsändare\n"
        "\n"
        "• a – b: likhet 900\n"
        "  Skäl:\n"
        "\n"
        "Så beslutas paren: prioritera reconcile r --out merge.csv (eller .xlsx), fyll i\n"
        'kolumnen Beslut, och skriv merge = "merge.csv" i round.toml.\n'
    )
    assert "Poster som har förts samman: 1." in to_text(document).replace("\n", " ")
