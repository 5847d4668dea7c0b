"""Step two in words."""

from pilot import judged
from prioritera.model.agreement import Comment, Tally
from prioritera.model.need import Need, Origin
from prioritera.report.checked import check_lines, comment_lines, missed_section, spread_line, tally_line
from prioritera.report.document import Document
from prioritera.report.text import to_text
from prioritera.report.voice import Voice


def voice(language: str = "sv") -> Voice:
    """The voice of the story."""
    _, model = judged("gr")
    return Voice(language, model.rules, model.network)


def test_a_tally_says_how_many_of_how_many_and_never_a_share_of_nobody() -> None:
    tally = Tally(need="n", asked=13, agrees=5, partly=2, disagrees=1)

    assert tally_line(voice(), tally) == (
        "stämmer 5, delvis 2, stämmer inte 1, av 13 tillfrågade (5 har inte svarat). "
        "Av 8 som tog ställning säger 5 att det stämmer. Meningarna går isär."
    )
    assert tally_line(voice("en"), Tally(need="n", asked=1, dont_know=1)) == (
        "agrees 0, partly 0, does not agree 0, of 1 asked (1 do not know). The share cannot be reckoned: nobody has judged it."
    )
    assert tally_line(voice(), Tally(need="n", asked=2, agrees=1, divided=1)) == (
        "stämmer 1, delvis 0, stämmer inte 0, av 2 tillfrågade (1 med delade svar inom kommunen). "
        "Av 2 som tog ställning säger 1 att det stämmer. Meningarna går isär."
    )
    assert tally_line(voice(), Tally(need="n", asked=1, agrees=1)).startswith("stämmer 1, delvis 0, stämmer inte 0, av 1 tillfrågade. Av 1")


def test_several_checks_are_told_one_by_one_and_together_where_nobody_is_counted_twice() -> None:
    own, other = (Tally(need="n", through=through, asked=1, agrees=1) for through in ((), ("rss-gr",)))

    assert [line.partition(":")[0] for line in check_lines(voice(), [own, other])][1:] == ["RSS Göteborgsregionen (GR)", "Tillsammans"]
    assert len(check_lines(voice(), [other, other])) == 2
    assert check_lines(voice(), []) == ()


def test_a_comment_is_told_with_who_said_it() -> None:
    tally = Tally(need="n", asked=2, comments=[Comment(actor="k1440", answer="partly", text="Mest unga"), Comment(actor="x", text="-")])

    assert comment_lines(voice(), [tally]) == ("Ale (stämmer delvis): ”Mest unga”", "x: ”-”")


def need(*origins: Origin) -> Need:
    """A need with these senders."""
    return Need(id="n", title="n", area="disability", origins=origins)


def test_spread_is_told_of_what_came_through_a_compilation() -> None:
    through = ("rss-gr",)

    assert spread_line(voice(), need(Origin(actor="k1440"))) == ""
    assert spread_line(voice(), need(Origin(actor="k1440", through=through))) == (
        "organisationer 1, RSS 1: RSS Göteborgsregionen (GR) 1 av 13"
    )
    assert spread_line(voice(), need(Origin(at_least=2, of="municipality", within="rss-gr", through=through))) == (
        "organisationer 2–13, RSS 1: RSS Göteborgsregionen (GR) 2–13 av 13"
    )
    assert spread_line(voice(), need(Origin(unknown=True, through=through))) == "organisationer minst 1"
    assert spread_line(voice("en"), need(Origin(actor="sbu", through=through))) == "organisations at least 1"


def test_what_was_missing_is_told_as_candidates() -> None:
    result, _ = judged("gr")
    section = missed_section(voice("en"), result)

    assert section is not None
    assert to_text(Document("x", (section,))).splitlines()[6:] == [
        "Candidates: none of them is a need until somebody has chosen to keep it (the",
        "column keep).",
        "",
        "• Stöd till syskon som tar ansvar hemma",
        "  Said by: Tjörn",
        "  Comment: Togs upp av flera.",
        "  State: kept, as the need avstamning-gr-saknas-2",
        "",
        "• Fler platser i korttidsboende",
        "  Said by: Partille",
        "  State: candidate, no need",
    ]
    assert missed_section(voice(), judged("fyrbodal")[0]) is None
