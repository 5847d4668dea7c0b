"""Offers from their file: what is said, what nobody has said, and all that is said of what is wrong."""

from pathlib import Path

from prioritera.diagnostics import Diagnostic
from prioritera.loading.load import kind_of, read_offers, read_round
from prioritera.model.offers import Offer, Offers, SupportKind
from prioritera.model.text import Label
from small_rules import OFFERS, ROUND, changed, write_round
from wrong_cases import Case, assert_told, cases


def read(folder: Path, text: str = OFFERS) -> tuple[Offers | None, tuple[Diagnostic, ...]]:
    (folder / "offers.toml").write_text(text, encoding="utf-8")
    return read_offers(folder / "offers.toml")


@cases("offers")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    assert_told(case, lambda: read(tmp_path, case.of(OFFERS))[1])


def test_offers_are_read_whole_and_what_is_not_said_is_none(tmp_path: Path) -> None:
    offers, found = read(tmp_path)

    assert found == ()
    assert offers == Offers(
        id="ours",
        label=Label(sv="ours", en="ours"),
        open_areas=["not-stated"],
        kinds={"training": SupportKind(id="training", label=Label(sv="utbildning", en="training"), meets={"causes": ("competence",)})},
        offers=[
            Offer(
                id="course",
                actor="north",
                areas=("elderly",),
                kinds=("training",),
                serves="all",
                what=Label(sv="Kurs.", en="Kurs."),
            ),
            Offer(id="silent", actor="north"),
        ],
    )
    assert kind_of(tmp_path / "offers.toml") == "offers"


def test_a_round_names_its_offers(tmp_path: Path) -> None:
    folder = tmp_path / "rounds" / "one"
    round_, found = read_round(write_round(folder, round=changed(ROUND, "needs =", 'offers = "offers.toml"\nneeds ='), offers=OFFERS))

    assert found == ()
    assert round_ is not None
    assert [offer.id for offer in round_.offers.offers] == ["course", "silent"]


def test_without_any_a_round_has_none(tmp_path: Path) -> None:
    round_, _ = read_round(write_round(tmp_path / "rounds" / "one"))

    assert round_ is not None
    assert round_.offers == Offers()
