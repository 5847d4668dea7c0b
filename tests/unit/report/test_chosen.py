"""A person's choice in a union, in words: beside what was open, whole lines in both languages."""

import io
from pathlib import Path

import pytest

from judged_rounds import voted
from prioritera.cli.main import main
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise
from prioritera.report.document import Document
from prioritera.report.selections import selections_section
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from selection_rounds import BALLOTS, CHILDREN, judged, row, run

WHO = 'decided_by = "NSK-S"\non = 2026-05-01\nbecause = "Vi vill."\n'
BY_AREA = '[[selections]]\nid = "x"\nkind = "union"\ntop = 1\nper = "area"\n'
OPEN = row("u", urgency="", units="")


def told(result: Result, model: Model, language: str) -> str:
    """The section as it is shown, from the first row that says what came of it."""
    section = selections_section(Voice(language, model.rules, model.network), result)
    assert section is not None
    shown = to_text(Document("", [section], language=language)).splitlines()
    return "\n".join(line for line in shown if line.strip("- ")).partition("Vi vill.\n")[2]


def by_judges(folder: Path) -> tuple[Result, Model]:
    """Three first of each group of judges, of which one in the grey zone is chosen."""
    judged(folder, voted('from = "ballots", combine = "points", points = [2, 1]'), {"ballots.csv": BALLOTS}, top=3)
    with (folder / "round.toml").open("a", encoding="utf-8") as file:
        file.write(WHO + 'chosen = ["D"]\n')
    round_, model = load_model(folder)
    return prioritise(round_, model), model


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            """\
  Utvalda: 1 behov
  Gränsfall: 1 behov
  På kortlistan
    • Mellan plats 1 och 4: Förslag u (u)
      Varför: valt för hand; i gränsfall var det: platsen är inte säker, så
        behovet kan hamna på båda sidor: Barnsam (mellan plats 1 och 4)
  Gränsfall: en person väljer
    • Mellan plats 1 och 2: Förslag a (a)
      Plats i grupperna: platsen är inte säker, så behovet kan hamna på båda
        sidor: Barnsam (mellan plats 1 och 2)
  Inte på kortlistan
    • Mellan plats 2 och 3: Förslag b (b)
      Plats i grupperna: Barnsam (mellan plats 2 och 3)
    • Mellan plats 3 och 4: Förslag c (c)
      Plats i grupperna: Barnsam (mellan plats 3 och 4)""",
        ),
        (
            "en",
            """\
  Selected: 1 need
  Grey zone: 1 need
  On the short-list
    • Between places 1 and 4: Förslag u (u)
      Why: chosen by hand; it was in the grey zone: the place is not certain, so
        the need may be on either side: Barnsam (children and youth) (between
        places 1 and 4)
  Grey zone: a person chooses
    • Between places 1 and 2: Förslag a (a)
      Place in the groups: the place is not certain, so the need may be on
        either side: Barnsam (children and youth) (between places 1 and 2)
  Not on the short-list
    • Between places 2 and 3: Förslag b (b)
      Place in the groups: Barnsam (children and youth) (between places 2 and 3)
    • Between places 3 and 4: Förslag c (c)
      Place in the groups: Barnsam (children and youth) (between places 3 and 4)""",
        ),
    ],
)
def test_a_choice_in_a_union_leaves_the_rest_of_the_grey_zone_open(tmp_path: Path, language: str, expected: str) -> None:
    result, model = run(tmp_path, BY_AREA + WHO + 'chosen = ["u"]\n', [*CHILDREN, OPEN])

    assert told(result, model, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            """\
  Utvalda: 4 behov
  Gränsfall: 1 behov
  På kortlistan
    • Behov a (a)
      Bland de främsta i: users (plats 1)
    • Behov b (b)
      Bland de främsta i: staff (plats 2) och users (plats 2)
    • Behov c (c)
      Bland de främsta i: staff (plats 1)
    • Behov d (d)
      Varför: valt för hand; i gränsfall var det: gruppen har inte skilt behoven
        åt: staff (plats 3) och users (plats 3)
  Gränsfall: en person väljer
    • Behov e (e)
      Plats i grupperna: gruppen har inte skilt behoven åt: staff (plats 3) och
        users (plats 3)""",
        ),
        (
            "en",
            """\
  Selected: 4 needs
  Grey zone: 1 need
  On the short-list
    • Behov a (a)
      Among the first of: users (place 1)
    • Behov b (b)
      Among the first of: staff (place 2) and users (place 2)
    • Behov c (c)
      Among the first of: staff (place 1)
    • Behov d (d)
      Why: chosen by hand; it was in the grey zone: the group has not told the
        needs apart: staff (place 3) and users (place 3)
  Grey zone: a person chooses
    • Behov e (e)
      Place in the groups: the group has not told the needs apart: staff (place
        3) and users (place 3)""",
        ),
    ],
)
def test_a_choice_among_what_a_group_of_judges_has_not_told_apart(tmp_path: Path, language: str, expected: str) -> None:
    result, model = by_judges(tmp_path)

    assert told(result, model, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            """\
Placering: Delad plats 4–5 av 5
Urval: x: på kortlistan: valt för hand; i gränsfall var det: gruppen har inte
  skilt behoven åt: staff (plats 3) och users (plats 3)
Återkoppling: okänd avsändare, så svaret kan inte lämnas
""",
        ),
        (
            "en",
            """\
Place: Shared place 4–5 of 5
Selection: x: on the short-list: chosen by hand; it was in the grey zone: the
  group has not told the needs apart: staff (place 3) and users (place 3)
Feedback: unknown sender, so the answer cannot be given
""",
        ),
    ],
)
def test_a_need_that_was_chosen_is_explained_with_what_was_open(tmp_path: Path, language: str, expected: str) -> None:
    by_judges(tmp_path)
    out = io.StringIO()

    main(["explain", str(tmp_path), "d", "--lang", language], io.StringIO(), out, io.StringIO())

    assert expected in out.getvalue()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            """\
Urval: x: inte utvalt: andra är valda för hand; i gränsfall var det: står på
  samma plats som andra, och alla ryms inte: fullt med högst 3 i allt
""",
        ),
        (
            "en",
            """\
Selection: x: not selected: others are chosen by hand; it was in the grey zone:
  stands at the same place as others, and there is no room for all: full with at
  most 3 in all
""",
        ),
    ],
)
def test_a_need_that_a_choice_left_out_is_explained_with_what_was_open(tmp_path: Path, language: str, expected: str) -> None:
    adults = [row("d", "vuxensam", units=9), row("e", "vuxensam", units=8)]
    run(tmp_path, '[[selections]]\nid = "x"\nsize = 3\n' + WHO + 'chosen = ["b"]\n', [*CHILDREN, *adults])
    out = io.StringIO()

    main(["explain", str(tmp_path), "e", "--lang", language], io.StringIO(), out, io.StringIO())

    assert expected in out.getvalue()


def test_a_need_that_is_surely_not_of_a_union_cannot_be_chosen(tmp_path: Path) -> None:
    result, _ = run(tmp_path, BY_AREA + WHO + 'chosen = ["c"]\n', [*CHILDREN, OPEN])

    assert [(one.code, one.params["needs"]) for one in result.diagnostics if one.code == "chosen-not-open"] == [("chosen-not-open", "c")]
    assert not any(pick.by_hand for pick in result.selections[0].picks)
