"""The difference between two runs as a document: everything that can be said of needs that came, went and ended otherwise."""

from typing import Any

import attrs

from prioritera.model.run import Aspect, Move, Run, RunsDiff, Stood, Why
from prioritera.model.text import Label
from prioritera.report.runs_diff import runs_diff_document
from prioritera.report.text import to_text

WORDS = {name: Label(sv=f"{name}-sv", en=f"{name}-en") for name in ("go-on", "inform", "sbu", "t1", "north", "causes")}


def stood(ident: str, **more: Any) -> Stood:  # noqa: ANN401 -- whatever may have become of a need
    return Stood(**{"id": ident, "title": f"Need {ident}", "outcome": "go-on", "destination": "sbu", **more})


def run(*needs: Stood, **more: Any) -> Run:  # noqa: ANN401 -- whatever a run may rest on
    given = {"rules": "ours 1", "rules_hash": "r1", "network_hash": "k1", "words": WORDS, **more}
    return Run(id="round", label=Label(sv="Omgång", en="Round"), needs={one.id: one for one in needs}, **given)


def text(found: RunsDiff, language: str = "en") -> str:
    return to_text(runs_diff_document(found, language))


LONG = '["' + "x" * 80 + '"]'
BEFORE = stood("m", inputs={"causes": '["gap"]', "gone": LONG})
AFTER = stood("m", title="", outcome="inform", destination="origin", inputs={"causes": '["support"]'})
MOVE = Move(
    before=BEFORE,
    after=AFTER,
    aspects=[
        Aspect(about="outcome", before="go-on", after="inform", why=[Why.RULES, Why.FACTS]),
        Aspect(about="destination", before="sbu", after="origin", why=[Why.NETWORK]),
        Aspect(about="list", before="elderly/go-on", after="", why=[Why.ROUND]),
        Aspect(about="place", before="1", after="2–3", why=[Why.OTHERS]),
        Aspect(about="way", before="t1>north<t1 >north<", after="t1<", why=[Why.UNKNOWN]),
    ],
    changed=["causes", "gone"],
)
WHOLE = RunsDiff(
    old=run(BEFORE, stood("g", destination="")),
    new=run(AFTER, stood("c"), rules="ours 2", rules_hash="r2", decided_on="2025-05-31"),
    come=["c"],
    gone=["g"],
    moves=[MOVE],
    same=1,
    again=True,
)


def test_the_whole_is_told_in_english() -> None:
    assert text(WHOLE) == (
        "Difference between two runs\n"
        "===========================\n\n"
        "Before: Round (ours 1)\n"
        "After: Round (ours 2), decided 2025-05-31\n\n"
        "The runs are by different rules. The needs of the new one were judged by the old\n"
        "rules as well, to tell what the rules did.\n\n"
        "1 need is new, 1 is gone, 1 ends otherwise and 1 is as it was.\n\n"
        "New needs\n"
        "---------\n\n"
        "• Need c (c): go-on-en, sbu-en\n\n"
        "Needs that are gone\n"
        "-------------------\n\n"
        "• Need g (g): go-on-en\n\n"
        "Needs that end otherwise\n"
        "------------------------\n\n"
        "• m (m)\n"
        "  Outcome: go-on-en → inform-en (the rules are others and its facts, assessments\n"
        "    or senders are written otherwise)\n"
        "  Destination: sbu-en → the sender (the actors and ways are others)\n"
        "  List: elderly/go-on-en → none (something else of the round is otherwise, such\n"
        "    as what exists already or what has been decided)\n"
        "  Place: 1 → 2–3 (other needs came, went or moved)\n"
        "  Way: t1-en → north-en, north-en → t1-en (that cannot be told from what is\n"
        "    saved)\n"
        '  Written otherwise: causes-en: ["gap"] → ["support"]; gone:\n'
        f'    ["{"x" * 57}… → none\n'
    )


def test_the_whole_is_told_in_swedish() -> None:
    found = attrs.evolve(WHOLE, again=False)

    assert text(found, "sv") == (
        "Skillnad mellan två resultat\n"
        "============================\n\n"
        "Före: Omgång (ours 1)\n"
        "Efter: Omgång (ours 2), beslutat 2025-05-31\n\n"
        "De är framtagna enligt olika regler och kan inte båda prövas på nytt utifrån det\n"
        "som är sparat. Bara det som följer av det sägs.\n\n"
        "1 behov är nytt, 1 har utgått, 1 hamnar annorlunda och 1 är som förut.\n\n"
        "Nya behov\n"
        "---------\n\n"
        "• Need c (c): go-on-sv, sbu-sv\n\n"
        "Behov som har utgått\n"
        "--------------------\n\n"
        "• Need g (g): go-on-sv\n\n"
        "Behov som hamnar annorlunda\n"
        "---------------------------\n\n"
        "• m (m)\n"
        "  Utfall: go-on-sv → inform-sv (reglerna är andra och dess uppgifter,\n"
        "    bedömningar eller avsändare är skrivna på annat sätt)\n"
        "  Mottagare: sbu-sv → avsändaren (aktörerna och vägarna är andra)\n"
        "  Lista: elderly/go-on-sv → inget (något annat i omgången är annorlunda, till\n"
        "    exempel vad som redan finns eller vad som har beslutats)\n"
        "  Plats: 1 → 2–3 (andra behov har tillkommit, utgått eller flyttats)\n"
        "  Ärendegång: t1-sv → north-sv, north-sv → t1-sv (det går inte att säga utifrån\n"
        "    det som är sparat)\n"
        '  Skrivet på annat sätt: causes-sv: ["gap"] → ["support"]; gone:\n'
        f'    ["{"x" * 57}… → inget\n'
    )


def test_two_empty_runs_are_told() -> None:
    found = RunsDiff(old=run(), new=run())

    assert text(found).endswith("Both runs are by the same rules.\n\nThere are no needs in either.\n")
    assert text(found, "sv").endswith("Båda är framtagna enligt samma regler.\n\nDet finns inga behov i någon av dem.\n")


def test_several_of_each_are_counted() -> None:
    found = RunsDiff(old=run(stood("a"), stood("b")), new=run(stood("c"), stood("d")), come=["c", "d"], gone=["a", "b"], same=2)

    assert "2 needs are new, 2 are gone and 2 are as they were.\n" in text(found)


def test_moves_that_change_nothing_of_what_is_written_say_only_why() -> None:
    move = Move(before=BEFORE, after=BEFORE, aspects=[Aspect(about="group", before="a", after="b", why=[Why.RULES])])

    assert text(RunsDiff(old=run(BEFORE), new=run(BEFORE), moves=[move])).endswith("• Need m (m)\n  Group: a → b (the rules are others)\n")
