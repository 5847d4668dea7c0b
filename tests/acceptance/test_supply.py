"""A made-up round in which something is crowded, something bare, something said by mandate alone and something not said at all."""

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main

ROUND = Path(__file__).parent / "supply"
SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("supply.schema.json").read_text(encoding="utf-8")))


def command(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_supply_is_told_whole(language: str) -> None:
    code, out, err = command("supply", str(ROUND), "--lang", language)

    assert out == (ROUND / f"expected-{language}.txt").read_text(encoding="utf-8")
    assert (code, "unknown-sender" in err) == (1, True)
    assert max(len(line) for line in out.splitlines()) <= 80


def test_it_is_given_as_json_that_fits_its_schema() -> None:
    record = json.loads(command("supply", str(ROUND), "--format", "json")[1])

    SCHEMA.validate(record)
    assert record["needs"][0] == {
        "id": "traning",
        "title": "Utbildning i bemötande",
        "area": {"id": "disability", "label": {"sv": "funktionshinder", "en": "disability"}},
        "outcome": {"id": "handle-regionally", "label": {"sv": "hanteras regionalt", "en": "handled regionally"}},
        "mandated": [
            {"id": "rss-skane", "label": {"sv": "RSS Skåne län", "en": "RSS Skåne county"}},
            {"id": "rss-fyrbodal", "label": {"sv": "RSS Fyrbodal", "en": "RSS Fyrbodal"}},
        ],
        "others_mandated": 23,
        "can": [
            {"offer": "barnafrid", "area": "yes", "place": "yes", "kind": "yes"},
            {"offer": "fyrbodal", "area": "yes", "place": "part", "kind": "yes"},
            {"offer": "varmland", "area": "yes", "place": "part", "kind": "yes"},
        ],
        "may": [{"offer": "tyst", "area": "not-said", "place": "not-said", "kind": "not-said"}],
        "crowded": True,
        "nobody": False,
    }
    assert record["offers"][3] == {
        "id": "tyst",
        "actor": {"id": "fou-nu", "label": {"sv": "FoU NU", "en": "FoU NU"}},
        "areas": None,
        "kinds": None,
        "serves": None,
        "what": None,
        "contact": None,
        "link": None,
        "source": None,
        "status": None,
    }
    assert [one["serves"] if one["serves"] == "all" else [who["id"] for who in one["serves"] or ()] for one in record["offers"]] == [
        "all",
        ["rss-fyrbodal"],
        ["k1280"],
        [],
    ]
    assert [crowd["kind"]["id"] for crowd in record["crowds"]] == ["training"]
    assert (record["not_said"], record["gone"], record["left_out"]) == (["tyst"], [], ["fel", "traning-2"])


def test_the_same_round_gives_the_same_bytes() -> None:
    assert command("supply", str(ROUND), "--format", "json") == command("supply", str(ROUND), "--format", "json")
