import attrs

from prioritera.model.result import LeaveOutProposal, Result
from prioritera.report.document import Document, Paragraph
from prioritera.report.proposed import leave_out_section
from prioritera.report.text import to_text
from results import voice, whole

LIST = "home-care/research/agency"


def run_of(*proposals: LeaveOutProposal) -> Result:
    return attrs.evolve(whole()[0], proposals=proposals)


def text_of(result: Result) -> list[str]:
    section = leave_out_section(voice(), result)
    return [] if section is None else to_text(Document("T", (section,))).splitlines()[3:]


def test_nothing_is_said_where_nothing_is_proposed() -> None:
    assert text_of(run_of()) == []


IDLE = LeaveOutProposal(area="home-care", criterion="reach", unknown=2, of=5, orders=((LIST, ("fall",), ("fall",)),))


def test_proposals_that_change_no_order_are_told_in_one_line() -> None:
    assert text_of(run_of(IDLE, attrs.evolve(IDLE, criterion="spread"), attrs.evolve(IDLE, area="school", of=4))) == [
        "Kriterier som kan utgå",
        "----------------------",
        "",
        "Underlag saknas för mer än 1/3 av behoven: Räckvidd (hemtjänst, 2 av 5),",
        "Variation (hemtjänst, 2 av 5) och Räckvidd (skola, 2 av 4). Att låta något av",
        "kriterierna utgå ändrar ingen ordning.",
    ]


def test_one_criterion_that_changes_no_order_is_no_choice_of_several() -> None:
    assert text_of(run_of(IDLE))[3:] == [
        "Underlag saknas för mer än 1/3 av behoven: Räckvidd (hemtjänst, 2 av 5). Att",
        "låta kriteriet utgå ändrar ingen ordning.",
    ]
    section = leave_out_section(voice("en"), run_of(IDLE))
    assert section is not None
    assert section.blocks == (
        Paragraph("Unknown for more than 1/3 of the needs: Reach (home care, 2 of 5). To leave the criterion out changes no order."),
    )


def test_a_proposal_that_changes_an_order_shows_both() -> None:
    orders = ((LIST, ("fall", "hot"), ("hot", "fall", "natt")), ("another", ("las",), ("las",)), ("gone", ("las",), ("rakna",)))
    proposal = LeaveOutProposal(area="home-care", criterion="reach", unknown=2, of=5, orders=orders)

    assert text_of(run_of(proposal))[5:] == [
        "Hemtjänst",
        "  Räckvidd: underlag saknas för 2 av 5 behov",
        "    Hemtjänst: ny forskning, mottagare Myndigheten",
        "",
        "    Ordning nu     Ordning utan kriteriet",
        "    -------------  ----------------------",
        "    Fall i hemmet  Hot och våld",
        "    Hot och våld   Fall i hemmet",
        "                   Nattfrid",
        "",
        "    gone",
        "",
        "    Ordning nu  Ordning utan kriteriet",
        "    ----------  ----------------------",
        "    Läsning     Räkning",
    ]
