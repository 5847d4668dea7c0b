"""The sheets of a round: which structures get one, who is asked, by what names."""

import attrs

from pilot import judged
from prioritera.forms.checks_of import asked_of, check_sheet, concerned, concerns
from prioritera.measures.bodies import bodies
from prioritera.model.need import Need, Origin
from prioritera.model.text import Label
from results import model_of


def need(**origin: object) -> Need:
    """A need with one sender."""
    return Need(id="n", title="n", area="disability", origins=[Origin(**origin)])  # type: ignore[arg-type]  # whatever an origin may hold


def test_every_structure_that_a_need_concerns_gets_a_sheet() -> None:
    assert concerned(*judged("national")) == ("rss-gr", "rss-fyrbodal")
    assert concerned(*judged("gr")) == ("rss-gr",)


def test_a_need_concerns_those_whom_its_forum_covered_and_those_it_came_through() -> None:
    known = bodies(judged("gr")[1].network)

    assert concerns(need(unknown=True, covers=("k1440",)), "rss-gr", known)
    assert concerns(need(unknown=True, present=("k1440",)), "rss-gr", known)
    assert concerns(need(unknown=True, through=("rss-gr",)), "rss-gr", known)
    assert concerns(need(at_least=2, of="municipality", within="rss-gr"), "rss-gr", known)
    assert not concerns(need(unknown=True), "rss-gr", known)


def test_a_municipality_is_asked_by_its_parts_only_where_they_have_sent_needs() -> None:
    of_gr, of_all = (asked_of(*judged(name), "rss-gr") for name in ("gr", "national"))
    names = [actor for actor in of_gr[0].actors if actor.startswith("Göteborg")]

    assert names == ["Göteborg, förvaltning 1 (påhittad)", "Göteborg, förvaltning 2 (påhittad)"]
    assert [one.need for one in of_all] == ["rss-gr:vald-lss", "rss-gr:digitala-stod", "rss-gr:aldre-lss", "rss-gr:avstamning-gr-saknas-2"]
    assert of_all[0].wordings[2] == "Hur ser vi att någon far illa?"


def test_a_name_that_somebody_else_has_gives_way_to_the_id() -> None:
    result, model = judged("gr")
    twin = attrs.evolve(model.network.actors["k1441"], label=Label(sv="Ale", en="Ale"))
    network = attrs.evolve(model.network, actors={**model.network.actors, "k1441": twin})

    names = asked_of(result, model_of(model.rules, network), "rss-gr")[0].actors

    assert [name for name in names if name in {"Ale", "Lerum", "k1440", "k1441"}] == ["k1440", "k1441"]


def test_the_sheet_says_what_it_is_and_that_it_is_made_up() -> None:
    book = check_sheet(*judged("gr"), "rss-gr", "en")

    assert book.pages[0].above == (
        "Check with the municipalities: RSS Göteborgsregionen (GR)",
        "Round: Disability in the Göteborg region",
        "NB! Made-up example. Needs, senders and answers are made up.",
        "Does the compilation agree with your picture? Choose an answer for each municipality and need. Rows may be added.",
    )
    assert [column.choices for column in book.pages[0].columns if column.choices] == [
        ("agrees", "partly agrees", "does not agree", "don't know")
    ]
    assert [column.choices for column in book.pages[1].columns if column.choices] == [("disability",), ("yes", "no")]


def test_a_real_round_has_no_mark_of_being_made_up() -> None:
    result, model = judged("gr")
    real = attrs.evolve(result, round=attrs.evolve(result.round, illustrative=None, areas=()))

    book = check_sheet(real, model, "rss-gr", "sv")

    assert len(book.pages[0].above) == 3
    assert len(book.pages[1].columns[1].choices) == len(model.rules.areas)
