"""Selections in words: whole sections, in both languages."""

from pathlib import Path

import pytest

from judged_rounds import voted
from prioritera import explain
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise
from prioritera.report.document import Document
from prioritera.report.explain import explain_document
from prioritera.report.selections import selection_rows, selections_section
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from selection_rounds import ADULTS, BALLOTS, CHILDREN, PER_AREA, judged, row, run


def told(pair: tuple[Result, Model], language: str = "sv") -> list[str]:
    """The section as it is shown, line by line, without its title."""
    result, model = pair
    section = selections_section(Voice(language, model.rules, model.network), result)
    assert section is not None
    return [line for line in to_text(Document("", [section], language=language)).splitlines() if line.strip("- ")][1:]


def lines(text: str) -> list[str]:
    return text.strip("\n").splitlines()


def test_limits_who_decided_them_and_what_left_each_need_out(tmp_path: Path) -> None:
    said = PER_AREA + 'min = 1\nsize = 2\ngroups = { vuxensam = { max = 1 } }\ndecided_by = "Ledningen"\non = 2026-05-31'

    assert told(run(tmp_path, said, [*CHILDREN, *ADULTS])) == lines(
        """
x
  Gränser: Minst 1 per område, exakt 1 ur Vuxensam, högst 2 i allt
  Beslut: Ledningen, 2026-05-31
  Utvalda: 2 behov
  Behov ur olika listor hålls mot varandra bara efter sin plats i den egna
  listan: första platser före andra platser.
  Barnsam (minst 1)
    Utvalda
      • Plats 1: Förslag a (a)
    Inte utvalda
      Fullt med högst 2 i allt.
      • Plats 2: Förslag b (b)
      • Plats 3: Förslag c (c)
  Vuxensam (exakt 1)
    Utvalda
      • Plats 1: Förslag d (d)
    Inte utvalda
      • Plats 2: Förslag e (e)
        Varför: fullt med högst 1 ur Vuxensam, fullt med högst 2 i allt
"""
    )


def test_one_selection_in_all_says_which_list_each_need_is_from(tmp_path: Path) -> None:
    assert told(
        run(tmp_path, '[[selections]]\nid = "x"\nsize = 3\nbecause = "Så sa vi."\nsource = "K18:308"', [*CHILDREN, *ADULTS]), "en"
    ) == lines(
        """
x
  Limits: At most 3 in all
  Reason: Så sa vi.
  Source: K18:308
  Selected: 2 needs
  To decide: 2 in the grey zone, 1 place left. A person chooses, and writes why.
  Needs of different lists are held against each other only by their place in
  their own list: first places before second places.
  Selected
    • Place 1: Förslag a (a)
      List: Barnsam (children and youth): possible joint effort
    • Place 1: Förslag d (d)
      List: Vuxensam (adults): possible joint effort
  Grey zone: a person chooses
    Stands at the same place as others, and there is no room for all: full with
    at most 3 in all.
    • Place 2: Förslag b (b)
      List: Barnsam (children and youth): possible joint effort
    • Place 2: Förslag e (e)
      List: Vuxensam (adults): possible joint effort
  Not selected
    • Place 3: Förslag c (c)
      List: Barnsam (children and youth): possible joint effort
      Why: full with at most 3 in all
"""
    )


def test_places_that_groups_share_are_said_to_be_shared(tmp_path: Path) -> None:
    found = told(run(tmp_path, PER_AREA + "max = 3\nsize = 3", [*CHILDREN, *ADULTS]))

    assert " ".join(" ".join(found).split()).count("Här ryms högst 1 till; platsen delas med andra grupper.") == 2


def test_a_reason_that_only_one_has_stands_with_it(tmp_path: Path) -> None:
    found = told(run(tmp_path, PER_AREA + "max = 1", [*CHILDREN[:2], row("c", units=9)]), "en")

    assert found[4:] == lines(
        """
  Barnsam (children and youth) (at most 1)
    Grey zone: a person chooses
      Stands at the same place as others, and there is no room for all: full
      with at most 1 of Barnsam (children and youth). There is room for 1 more
      here.
      • Shared place 1–2: Förslag a (a)
      • Shared place 1–2: Förslag c (c)
    Not selected
      • Place 3: Förslag b (b)
        Why: full with at most 1 of Barnsam (children and youth)
  Vuxensam (adults) (at most 1)
    No needs to select from.
"""
    )


def test_limits_that_cannot_be_met_are_told_in_the_place_of_a_selection(tmp_path: Path) -> None:
    pair = run(tmp_path, PER_AREA + "min = 2\nsize = 3", [*CHILDREN, row("d", "vuxensam")])

    assert told(pair) == lines(
        """
x
  Gränser: Minst 2 per område, högst 3 i allt
  Inget urval: gränserna går inte att hålla. Vuxensam: minst 2, men 1 finns att
  välja bland. Grupperna ska ha minst 4 tillsammans, men urvalet rymmer högst 3.
"""
    )
    result, model = pair
    rows = list(selection_rows(Voice("en", model.rules, model.network), result, result.decision("a")))
    assert rows == [
        (
            "Selection: x",
            (
                "Nothing is selected: the limits cannot be met. Vuxensam (adults): at least 2, but there are 1 to select from. "
                "The groups are to have at least 4 together, but the selection holds at most 3."
            ),
        )
    ]


def test_the_first_of_each_list_are_explained_need_by_need(tmp_path: Path) -> None:
    assert told(run(tmp_path, '[[selections]]\nid = "x"\nkind = "union"\ntop = 1', [*CHILDREN, *ADULTS])) == lines(
        """
x
  Så här: Den främsta ur varje lista, tillsammans. De som delar platsen är också
    med.
  Utvalda: 2 behov
  På kortlistan
    • Plats 1: Förslag a (a)
      Bland de främsta i: Barnsam: möjlig gemensam satsning (plats 1)
    • Plats 1: Förslag d (d)
      Bland de främsta i: Vuxensam: möjlig gemensam satsning (plats 1)
  Inte på kortlistan
    • Plats 2: Förslag b (b)
      Plats i grupperna: Barnsam: möjlig gemensam satsning (plats 2)
    • Plats 2: Förslag e (e)
      Plats i grupperna: Vuxensam: möjlig gemensam satsning (plats 2)
    • Plats 3: Förslag c (c)
      Plats i grupperna: Barnsam: möjlig gemensam satsning (plats 3)
"""
    )


def test_the_first_of_each_group_of_judges_are_explained_need_by_need(tmp_path: Path) -> None:
    result = judged(tmp_path, voted('from = "ballots", combine = "points", points = [2, 1]'), {"ballots.csv": BALLOTS}, top=3)
    _, model = load_model(tmp_path)

    assert told((result, model), "en") == lines(
        """
x
  How: The 3 first of each group of judges, together. Those that share the last
    place are in as well.
  Selected: 3 needs
  Grey zone: 2 needs
  On the short-list
    • Behov a (a)
      Among the first of: users (place 1)
    • Behov b (b)
      Among the first of: staff (place 2) and users (place 2)
    • Behov c (c)
      Among the first of: staff (place 1)
  Grey zone: a person chooses
    The group has not told the needs apart: staff (place 3) and users (place 3).
    • Behov d (d)
    • Behov e (e)
"""
    )


def test_judges_without_groups_are_told_in_the_place_of_a_selection(tmp_path: Path) -> None:
    points = voted('from = "ballots", combine = "points", points = [2, 1]')
    result = judged(tmp_path, points, {"ballots.csv": "voter;choice 1\nv1;a\n"})
    _, model = load_model(tmp_path)

    assert told((result, model))[-1] == "  Inget urval: ingen grupp har bedömt ”val”."


def test_judges_of_no_group_are_named_as_such(tmp_path: Path) -> None:
    points = voted('from = "ballots", combine = "points", points = [2, 1]')
    result = judged(tmp_path, points, {"ballots.csv": "voter;group;choice 1\nv1;;a\nv2;g;b\n"})
    _, model = load_model(tmp_path)

    assert "      Bland de främsta i: utan grupp (plats 1)" in told((result, model))


OPEN = "gränsfall: platsen är inte säker, så behovet kan hamna på båda sidor"


@pytest.mark.parametrize(
    ("said", "of_b", "of_u"),
    [
        ("size = 1", "inte utvalt: fullt med högst 1 i allt", f"{OPEN}: fullt med högst 1 i allt"),
        ('per = "urgency"\nmax = 2', "utvalt", "utvalt"),
        (
            'per = "urgency"\nmax = 2\ngroups = { missing = { max = 0 } }',
            "utvalt",
            "inte utvalt: inget väljs ut ur Angelägenhet: inte angivet",
        ),
        (
            'kind = "union"\nper = "area"\ntop = 1',
            "inte på kortlistan: Barnsam (mellan plats 2 och 3)",
            f"{OPEN}: Barnsam (mellan plats 1 och 3)",
        ),
    ],
)
def test_a_need_is_told_what_became_of_it(tmp_path: Path, said: str, of_b: str, of_u: str) -> None:
    rows = [row("a", units=9), row("b", units=8), row("u", urgency="", units="")]
    result, model = run(tmp_path, f'[[selections]]\nid = "x"\n{said}', rows)

    found = {need: to_text(explain_document(explain(result, model, need), result, model, "sv")) for need in "bu"}

    assert f"Urval: x: {of_b} Varför:" in " ".join(found["b"].split())
    assert f"Urval: x: {of_u} Varför:" in " ".join(found["u"].split())


def test_a_need_that_its_groups_least_number_takes_in_is_told_so(tmp_path: Path) -> None:
    rows = [row("a", units=9), row("b", units=8), row("c", urgency="can-wait")]
    said = '[[selections]]\nid = "x"\nper = "urgency"\nsize = 2\ngroups = { can-wait = { min = 1 } }'
    result, model = run(tmp_path, said, rows)
    voice = Voice("sv", model.rules, model.network)

    assert [dict(selection_rows(voice, result, result.decision(need)))["Urval: x"] for need in "abc"] == [
        "utvalt",
        "inte utvalt: platserna som är kvar hålls för andra gruppers minsta antal",
        "utvalt: med för att gruppens minsta antal ska nås",
    ]


def test_needs_of_which_too_little_is_known_are_named(tmp_path: Path) -> None:
    judged(tmp_path, voted('from = "ballots", combine = "points", points = [2, 1]'), {})
    rules = tmp_path / "rules.toml"
    rules.write_text(rules.read_text(encoding="utf-8") + '\n[missing]\nmin_known = "1"\n', encoding="utf-8")
    round_, model = load_model(tmp_path)
    result = prioritise(round_, model)

    assert told((result, model))[-3:] == lines(
        """
  Inte med: Behov a (a), Behov b (b), Behov c (c), Behov d (d) och Behov e (e):
    för lite är känt för en plats i listan.
  Inga behov att välja bland.
"""
    )
    row_of_a = list(selection_rows(Voice("en", model.rules, model.network), result, result.decision("a")))
    assert row_of_a == [("Selection: x", "Behov a (a): too little is known for a place in the list.")]


def test_groups_by_list_outcome_and_destination_have_names(tmp_path: Path) -> None:
    titles = {
        per: told(run(tmp_path, f'[[selections]]\nid = "x"\nper = "{per}"\nmax = 2', CHILDREN))[3]
        for per in ("list", "outcome", "destination")
    }

    assert titles == {
        "list": "  Barnsam: möjlig gemensam satsning (högst 2)",
        "outcome": "  Möjlig gemensam satsning (högst 2)",
        "destination": "  Avsändaren (högst 2)",
    }


def test_a_list_without_needs_is_named_as_it_is_written(tmp_path: Path) -> None:
    said = '[[selections]]\nid = "x"\nper = "list"\ngroups = { "vuxensam/joint-effort" = { max = 2 }, "barnsam/joint-effort" = {} }'

    found = told(run(tmp_path, said, CHILDREN))

    assert found[1:3] == [
        "  Gränser: Högst 2 ur vuxensam/joint-effort, ingen gräns ur Barnsam: möjlig",
        "    gemensam satsning",
    ]
    assert found[-2:] == ["  Vuxensam/joint-effort (högst 2)", "    Inga behov att välja bland."]


def test_a_round_without_selections_has_no_such_section(tmp_path: Path) -> None:
    result, model = run(tmp_path, "", CHILDREN)

    assert selections_section(Voice("sv", model.rules, model.network), result) is None


def test_a_group_that_nothing_is_taken_of_is_said_to_be(tmp_path: Path) -> None:
    said = PER_AREA + "max = 0\ngroups = { vuxensam = { max = 1 } }"

    assert told(run(tmp_path, said, CHILDREN[:1]), "en") == lines(
        """
x
  Limits: None per area, at most 1 of Vuxensam (adults)
  Selected: 0 needs
  Barnsam (children and youth) (none)
    Not selected
      • The only one in the list: Förslag a (a)
        Why: none is selected of Barnsam (children and youth)
  Vuxensam (adults) (at most 1)
    No needs to select from.
"""
    )
