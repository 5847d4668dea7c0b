"""A compilation: everything that stands behind a need, in a form that is read back the same."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
import tomli

from pilot import STORY, judged
from prioritera.forms.compiled import compilation
from prioritera.forms.compiled_book import compiled_book
from prioritera.forms.compiled_text import to_json, to_toml
from prioritera.model.need import Check, Evidence, SupportMatch
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.value import Assessment, Exact, Fact, Interval, Missing, Panel, Reason
from prioritera.pipeline import load_model, prioritise


def compiled(name: str = "gr") -> dict[str, Any]:
    """The compilation of a round of the story."""
    return compilation(*judged(name), {"sent": 9})


def need_of(result: Result, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- whatever a need holds
    """The first need of a compilation, its need changed."""
    first, *rest = result.decisions
    assert first.need is not None
    changed = attrs.evolve(result, decisions=[attrs.evolve(first, need=attrs.evolve(first.need, **changes)), *rest])
    found: dict[str, Any] = compilation(changed, judged("gr")[1], {})["needs"][0]
    return found


def test_the_head_says_whose_it_is_and_names_nobody_who_is_silent() -> None:
    head = compiled()["compilation"]

    assert {key: head[key] for key in ("rss", "round", "rules", "network", "municipalities")} == {
        "rss": "rss-gr",
        "round": "gr-funktionshinder",
        "rules": "sbu-four",
        "network": "pilot-model",
        "municipalities": {"sent": 9},
    }


def test_a_need_in_conflict_leaves_out_what_the_records_disagree_on_and_names_it() -> None:
    need = next(one for one in compiled("national")["needs"] if one["id"] == "rss-gr:digitala-stod")

    assert need["facts"] == {"breadth": "question"}
    assert need["compiled"]["conflicts"] == ["causes"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Assessment(value=Exact(2)), 1),
        (Assessment(value=Exact(3), source="s"), {"value": Decimal("1.5"), "source": "s"}),
        (Assessment(value=Interval(1, 4), by="x"), {"low": Decimal("0.5"), "high": 2, "by": "x"}),
        (Assessment(value=Interval(1, 4, Reason.VARIES)), {"missing": "varies", "low": Decimal("0.5"), "high": 2}),
        (Assessment(value=Missing(Reason.DONT_KNOW)), {"missing": "dont-know"}),
        (Assessment(value=Panel(answers=(Fraction(5, 2), Missing(Reason.DONT_KNOW)), x=5)), {"panel": [Decimal("2.5"), "dont-know"]}),
    ],
)
def test_an_assessment_is_written_as_it_is_read(value: Assessment, written: object) -> None:
    assert need_of(judged("gr")[0], assess={"impact": value})["assess"] == {"impact": written}


@pytest.mark.parametrize(
    ("fact", "written"),
    [
        (Fact(value="question"), "question"),
        (Fact(value=frozenset(["b", "a"]), source="s"), {"value": ["a", "b"], "source": "s"}),
        (Fact(value=False, by="x"), {"value": False, "by": "x"}),
        (Fact(value=Missing(Reason.DONT_KNOW), by="x"), {"missing": "dont-know", "by": "x"}),
    ],
)
def test_a_fact_is_written_as_it_is_read(fact: Fact, written: object) -> None:
    assert need_of(judged("gr")[0], facts={"breadth": fact})["facts"] == {"breadth": written}


def test_evidence_and_what_may_exist_already_are_kept() -> None:
    checked = [Check(where=["SBU"], found="nothing", on=dt.date(2026, 1, 3))]
    changes = {"checked": checked, "evidence": [Evidence(kind="survey", asked=0)], "support": [SupportMatch(entry="e", confirmed=True)]}

    need = need_of(judged("gr")[0], **changes)

    assert need["checked"] == [{"where": ["SBU"], "found": "nothing", "on": dt.date(2026, 1, 3)}]
    assert need["evidence"] == [{"kind": "survey", "asked": 0}]
    assert need["compiled"]["support"] == [{"entry": "e", "covers": "question", "confirmed": True}]


def test_every_sender_is_written_with_the_record_and_the_words_that_named_it() -> None:
    need = compiled()["needs"][0]

    assert [(one["actor"], one["record"], one["wording"][:7]) for one in need["origins"]] == [
        ("goteborg-1", "vald-lss", "Vi vet "),
        ("goteborg-2", "vald-lss", "Vi vet "),
        ("k1384", "vald-boende", "Persona"),
        ("k1482", "vald-boende", "Persona"),
    ]


def test_the_text_is_toml_and_json_of_the_same_data() -> None:
    data = {
        "a": "å\x7f",
        "n": [Decimal("1.50"), 2],
        "t": {"x": {"y": dt.date(2026, 1, 2)}},
        "e": [{}],
        "small": {"a": 1},
        "long": {"k": "x" * 60},
    }

    assert tomli.loads(to_toml(data), parse_float=Decimal) == data
    assert '"n": [\n    1.5,\n    2\n  ]' in to_json(data)
    assert '"y": "2026-01-02"' in to_json(data)


def test_the_workbook_shows_needs_senders_wordings_and_comments() -> None:
    result, model = judged("national")
    data = compilation(result, model, {})

    pages = compiled_book(data, result, model, "sv").pages

    assert [page.title for page in pages] == ["Behov", "Avsändare", "Formuleringar", "Kommentarer"]
    assert pages[0].rows[0][3:5] == ("5", "rss-gr:vald-boende, rss-fyrbodal:vald-lss")
    assert pages[1].rows[0][:4] == (
        "rss-gr:vald-lss",
        "rss-gr:vald-lss",
        "RSS Göteborgsregionen (GR)",
        "Göteborg, förvaltning 1 (påhittad)",
    )
    assert pages[3].rows[0] == ("rss-gr:vald-lss", "RSS Göteborgsregionen (GR)", "Härryda", "stämmer inte", "Vi har rutiner som fungerar.")
    assert pages[0].above == ("Lokala behov av kunskap: funktionshinder", "OBS! Påhittat exempel. Behov, avsändare och svar är påhittade.")


def test_a_workbook_tells_senders_that_have_no_name_and_counts_that_lie_between() -> None:
    result, model = load_and_judge()
    pages = compiled_book(compilation(result, model, {}), result, model, "sv").pages

    assert {row[3] for row in pages[1].rows} >= {"okänd avsändare", "minst 2 avsändare"}
    assert {row[3] for row in pages[0].rows} >= {"minst 1", "2–13"}


def load_and_judge() -> tuple[Result, Model]:
    """A round with senders that nobody has named."""
    round_, model = load_model(STORY / "gr")
    record = round_.records[0]
    senders = ([{"unknown": True}], [{"at_least": 2, "of": "municipality", "within": "rss-gr"}])
    records = [attrs.evolve(record, data={**record.data, "id": f"n{number}", "origins": one}) for number, one in enumerate(senders)]
    plain = attrs.evolve(round_, records=records, same_as=(), checks=(), missed=(), illustrative=None)
    return prioritise(plain, model), model
