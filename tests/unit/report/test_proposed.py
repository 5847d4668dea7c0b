import attrs

from prioritera.model.result import LeaveOutProposal, Result
from prioritera.report.document import Document
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


def test_proposals_that_change_no_order_are_told_in_one_sentence() -> None:
    idle = LeaveOutProposal(area="home-care", criterion="reach", unknown=2, of=5, orders=((LIST, ("fall",), ("fall",)),))

    assert text_of(run_of(idle, attrs.evolve(idle, criterion="spread"))) == [
        "Kriterier som kan utgå",
        "----------------------",
        "",
        "Ett kriterium utgår först när någon har beslutat det (left_out i round.toml).",
        "",
        "Hemtjänst",
        "  Räckvidd: underlag saknas för 2 av 5 behov och Variation: underlag saknas för",
        "  2 av 5 behov. Att låta något av dem utgå ändrar ingen ordning.",
    ]


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
