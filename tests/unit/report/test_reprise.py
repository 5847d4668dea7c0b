"""A round in REPRISE's order: every domain in its place, what is not said seen as blank, and nothing told twice or lost."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import by_hand_rounds
import pilot
from prioritera.model.domain import Domain
from prioritera.model.need import Origin
from prioritera.model.reprise import Said
from prioritera.model.result import LeaveOutProposal, Result
from prioritera.model.round import Cut, LeftOut
from prioritera.model.ruleset import Model, RuleSet
from prioritera.model.text import Label
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import coverage
from prioritera.report.compose import compose
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Section
from prioritera.report.notes import as_rows, notes
from prioritera.report.reprise import reprise_document
from prioritera.report.reprise_before import framework, identification, stakeholders
from prioritera.report.reprise_decided import evaluation, implementation, prioritisation
from prioritera.report.reprise_telling import Telling
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from prioritera.report.ways import clock_of
from results import whole

EXAMPLES = Path(__file__).parents[3] / "examples"
Domains = Callable[[Telling], Iterator[Block]]


@cache
def example(name: str) -> tuple[Result, Model]:
    """An example, judged once."""
    round_, model = load_model(EXAMPLES / name)
    return prioritise(round_, model), model


def telling(run: tuple[Result, Model], language: str = "en", **rules: Any) -> Telling:  # noqa: ANN401 -- whatever a rule set holds
    """What a run is told from, its rules changed."""
    result, model = run
    changed: RuleSet = attrs.evolve(model.rules, **rules)
    return Telling(voice=Voice(language, changed, model.network), result=result, coverage=coverage(result, model))


def lines_of(domain: Domains, told: Telling) -> list[str]:
    """What is told of a domain, line by line, with as much room as it takes."""
    return to_text(Document("", tuple(domain(told))), columns=400).splitlines()


def with_round(run: tuple[Result, Model], **changes: Any) -> tuple[Result, Model]:  # noqa: ANN401 -- whatever a round holds
    """A run of a round that says something else."""
    result, model = run
    return attrs.evolve(result, round=attrs.evolve(result.round, **changes)), model


def inside(blocks: Iterable[Block]) -> Iterator[Block | Item]:
    """Every block of a document, and every item of its lists."""
    for block in blocks:
        yield block
        below = block.blocks if isinstance(block, Section) else block.items if isinstance(block, Listing) else ()
        for one in below:
            if isinstance(one, Item):
                yield one
                yield from inside(one.blocks)
            else:
                yield from inside([one])


def rows_of(document: Document) -> list[tuple[str, str]]:
    """Every label with its text."""
    return [row for block in inside(document.blocks) if isinstance(block, Pairs) for row in block.rows]


RUNS: dict[str, Callable[[], tuple[Result, Model]]] = {
    "whole": whole,
    "national": lambda: pilot.judged("national"),
    "gr": lambda: pilot.judged("gr"),
}


@pytest.mark.parametrize("name", RUNS)
def test_no_note_that_the_report_of_a_run_tells_is_lost(name: str) -> None:
    result, model = RUNS[name]()
    voice, clock = Voice("sv", model.rules, model.network), clock_of(result)
    every = {row for one in result.decisions for row in as_rows(voice, notes(voice, clock, one))}

    told = every & {*rows_of(compose(result, model, "sv"))}

    assert len(told) > len(result.decisions)
    assert told - {*rows_of(reprise_document(result, model, coverage(result, model), "sv"))} == set()


def test_each_need_is_told_of_in_the_output_and_where_it_goes() -> None:
    result, model = whole()
    document = reprise_document(result, model, coverage(result, model), "sv")
    domains = [block for block in document.blocks if isinstance(block, Section)]
    parts = {number: list(inside([domains[number - 1]])) for number in (7, 9)}

    def named(number: int) -> set[str]:
        titles = [block.text for block in parts[number] if isinstance(block, Item)]
        return {one.need_id for one in result.decisions if any(one.need_id in title for title in titles)}

    assert named(7) == {one.need_id for one in result.decisions}
    assert named(9) == {one.need_id for one in result.decisions if one.outcome not in {"merged", "error"}}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "sv",
            [
                (
                    "Ifyllt av människor ([reprise] i round.toml): 1 av 10 punkter och 1 av 10 domäner. "
                    "Det som ingen har sagt står som [inte angivet]."
                ),
                "8 Hur ledningen utsågs: Av NSK-S.",
                "9 Arbetsgruppens sammansättning: [inte angivet]",
                "Med egna ord: Inga medel.",
            ],
        ),
        (
            "en",
            [
                (
                    "Filled in by people ([reprise] in round.toml): 1 of 10 items and 1 of 10 domains. "
                    "What nobody has said stands as [not stated]."
                ),
                "8 Leadership selection: By NSK-S.",
                "9 Team characteristics: [not stated]",
                "In their own words: No funds.",
            ],
        ),
    ],
)
def test_what_people_say_stands_in_their_words_and_the_rest_is_blank(language: str, lines: list[str]) -> None:
    said = [
        Said(key="leadership", text=Label(sv="Av NSK-S.", en="By NSK-S.")),
        Said(key="funding", text=Label(sv="Inga medel.", en="No funds.")),
    ]
    result, model = with_round(whole(), reprise=said)

    text = to_text(reprise_document(result, model, coverage(result, model), language), columns=400).splitlines()

    assert [line for line in lines if line not in text] == []
    assert text[-1] == lines[-1]


def test_a_round_without_needs_has_every_domain() -> None:
    result, model = whole()
    told = telling((attrs.evolve(result, decisions=[], lists=[], judged=[]), model))

    assert [line for line in lines_of(evaluation, told) if line] == ["Agreement between judges: [not stated]"]
    assert lines_of(implementation, told) == ["", ""]
    assert "Needs from each sender" not in lines_of(stakeholders, told)
    assert "Documents" not in lines_of(identification, told)


def test_weights_in_domains_and_what_all_criteria_share_are_told_once() -> None:
    lines = lines_of(framework, telling(example("evidem"), "sv"))

    assert lines.count("Skala: från 0 till 5") == 1
    assert "• Behov av åtgärden, 30 av 100: Sjukdomens svårighetsgrad, Målgruppens storlek och Ouppfyllda behov" in lines


def test_a_domain_without_a_label_and_a_single_criterion_have_their_names() -> None:
    run = example("jla-interim")
    result, model = run
    lines = lines_of(framework, telling(run, weights_domains=[Domain(id="votes", criteria=[model.rules.criteria[0].id])], about=None))

    assert any(line.startswith("• votes, 1 of 1: ") for line in lines)
    assert not any(line.startswith("Weight") for line in lines)
    assert result.round.about is None


def test_rules_with_nothing_to_say_of_themselves_are_told_all_the_same() -> None:
    told = telling(example("chnri"))
    criteria = [attrs.evolve(one, status="") for one in told.voice.rules.criteria]
    rules = attrs.evolve(told.voice.rules, criteria=criteria, status="", tables=(), triage=_plain(told.voice.rules.triage))
    rules = attrs.evolve(rules, destination=_plain(rules.destination), min_known_status="", about=None)
    plain = attrs.evolve(told, voice=attrs.evolve(told.voice, rules=rules))

    assert not any("[proposal] means" in line for line in lines_of(framework, plain))


def _plain(table: Any) -> Any:  # noqa: ANN401 -- a table
    return attrs.evolve(table, rules=[attrs.evolve(rule, status="") for rule in table.rules])


def test_judges_of_several_rounds_are_told_round_by_round() -> None:
    result, model = example("chnri")
    first = result.judged[0]
    twice = attrs.evolve(first, rounds=[*first.rounds, attrs.evolve(first.rounds[0], round=2, judges=9, groups={"a": 9})])
    unknown = attrs.evolve(first, criterion="gone")

    lines = lines_of(stakeholders, telling((attrs.evolve(result, judged=[twice, unknown]), model)))

    assert [line for line in lines if "round " in line] == [
        "Answerability: round 1: 12 judges: beslutsfattare (4), forskare (4) and verksamhet (4)",
        "Answerability: round 2: 9 judges",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([None, None], "[not stated]"),
        ([date(2026, 2, 3), date(2026, 2, 3)], "2026-02-03"),
        ([date(2026, 5, 1), date(2026, 2, 3)], "2026-02-03–2026-05-01"),
        ([date(2026, 5, 1), None], "2026-05-01; no date for 1 of 2 records of senders"),
    ],
)
def test_the_days_are_those_that_are_said(days: list[date | None], said: str) -> None:
    result, model = whole()
    decision = result.decision("fall")
    assert decision.need is not None
    need = attrs.evolve(decision.need, origins=[Origin(unknown=True, on=day) for day in days])
    one = attrs.evolve(result, decisions=[attrs.evolve(decision, need=need)])

    assert f"When the needs were raised: {said}" in lines_of(identification, telling((one, model)))


def test_people_decide_and_who_did_is_told(tmp_path: Path) -> None:
    said = by_hand_rounds.change("alfa", 'outcome = "inform"') + by_hand_rounds.appeal("beta")
    round_, model = load_model(by_hand_rounds.written(tmp_path, said))
    left = [
        LeftOut(area="elderly", criterion="spread", decided_by="NSK-S", on=date(2026, 5, 1), because="För få vet."),
        LeftOut(area="youth", criterion="spread", decided_by="NSK-S"),
    ]
    cuts = [Cut(k=3), Cut(k=2, area="youth", destination="t1"), Cut(k=1, destination="t1")]
    run = with_round((prioritise(round_, model), model), left_out=left, cuts=cuts)

    lines = lines_of(prioritisation, telling(run, "en", list_key=("area", "wait"), min_known=Fraction(0)))

    wanted = [
        "What the rule set forbids is set aside. Rules: 1.",
        "Needs are compared only with needs of the same area and wait.",
        "Not compared: Each area by itself.",
        "Short-list: room for 3 needs in each list.",
        "Short-list: room for 2 needs in each list for youth, Vasby.",
        "Short-list: room for 1 needs in each list for Vasby.",
    ]
    steps = [line.partition(". ")[2] for line in lines if line.strip()[:1].isdigit()]
    assert [line for line in wanted if line not in steps] == []
    assert [line for line in lines[lines.index("Criteria left out by decision") :] if line and not line.startswith("-")] == [
        "Criteria left out by decision",
        "• spread, for elderly. Decided by NSK-S, 2026-05-01. Reason: “För få vet.”",
        "• spread, for youth. Decided by NSK-S. Reason: [not stated]",
        "Changes by hand",
        "• Alfa (alfa)",
        (
            "  Changed by hand: outcome: inform. The rules gave: goes on. Changed by RSS on 2026-05-31: “Nytt underlag.” "
            "Where the need goes follows the outcome that was chosen."
        ),
        "  Without changes by hand: goes on, place 1",
        "• Beta (beta)",
        "  Without changes by hand: goes on, place 2",
        "Appeals",
        "• Beta (beta)",
        "  Appeal: Norrby on 2026-06-20: “Vi hördes inte.” Not answered.",
    ]


def test_a_proposal_to_leave_a_criterion_out_is_told() -> None:
    result, model = whole()
    proposal = LeaveOutProposal(area="home", criterion=model.rules.criteria[0].id, unknown=3, of=4, orders=())

    lines = lines_of(prioritisation, telling((attrs.evolve(result, proposals=[proposal]), model), "sv"))

    assert "Kriterier som kan utgå" in lines


def test_what_is_the_same_for_all_needs_is_told_once() -> None:
    told = telling(example("chnri"), "sv")

    assert [line for line in lines_of(implementation, told) if line] == [
        "Vart varje behov går",
        "--------------------",
        "• Alla 20 behov",
        "  Utfall: rangordnas",
        "  Mottagare: avsändaren",
        "  Ärendegång: tillbaka till avsändaren",
    ]
    assert lines_of(evaluation, told)[-2:] == ["• Alla 20 behov", "  Går tillbaka till: panelen → deltagarna"]


def test_a_need_without_a_way_says_so() -> None:
    result, model = whole()
    decision = attrs.evolve(result.decision("fall"), walks=[], course=None, destination="", also=[])
    told = telling((attrs.evolve(result, decisions=[decision, result.decision("juridik-ost")]), model))

    ways = [line.strip() for line in lines_of(implementation, told)]
    assert ways[ways.index("• Fall i hemmet (fall)") + 1 :][:2] == ["Outcome: new research", "Route: no way is given"]
    assert [line.strip() for line in lines_of(evaluation, told) if "Feedback" in line] == [
        "Feedback: No way back is known.",
        "Feedback: The sender takes the question on.",
    ]


def test_lists_of_one_and_all_criteria_known_have_their_words() -> None:
    lines = lines_of(prioritisation, telling(example("jla-interim"), list_key=()))

    assert any(line.endswith("All needs are compared in one list.") for line in lines)
    assert any(line.endswith("Selection: The first ten of each group.") for line in lines)
    assert any(line.startswith("Where something is not known: A need is placed when all criteria are known.") for line in lines)


def test_ties_that_are_broken_say_by_what_and_classes_have_no_criteria() -> None:
    lines = lines_of(prioritisation, telling(example("gotland-arshjul"), "sv"))

    assert "Modellen har inga kriterier, och därför inga skalor, vikter eller poäng." in lines_of(
        framework, telling(example("gotland-arshjul"), "sv")
    )
    assert (
        "Vid lika: antal verksamheter [förslag], från 200 till 0. Sedan: behov som är lika delar plats, och skiljs inte åt av något streck."
        in lines
    )
    assert "När något inte är känt: Det finns inga kriterier. Vad som görs när en uppgift saknas säger reglerna." in lines
