"""The analyst's sheet: what is known of a round's merged needs, and room for what only the analyst or a panel can say.

A run comes in, a book goes out: one page for the criteria with what the senders answered, one for the facts. As CSV it is one page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from prioritera.forms.answers import fact_answers, level_answers, state_words
from prioritera.forms.form import MUNICIPALITY, about
from prioritera.forms.known import assessment_text, fact_text
from prioritera.forms.mark import mark_page
from prioritera.forms.proposed import proposal_text
from prioritera.forms.said import said_lines
from prioritera.measures.affected import affected
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.field import Origin as From
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.model.shown import PROPOSED_LIMIT
from prioritera.records.context import AREA
from prioritera.report.voice import Voice
from prioritera.report.ways import sender_name
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page, Value

ANALYST = "analyst"
BY = "by"
SOURCE = "source:"
KINDS = ("register", "bracket", "panel", "judgement")
_EMPTY_ROWS = 20
_GIVEN = (("id", 12), ("title", 26), ("wordings", 34), ("senders", 22), ("evidence", 30), ("proposal", 26))
_ASKED_WIDTH, _SOURCE_WIDTH, _FACT_WIDTH = 15, 14, 15
Cells = Callable[[Need], Iterator[Value]]


def analyst_book(
    decisions: Iterable[Decision], rules: RuleSet, network: Network, language: str, *, whole: bool = False, smallest_cell: int | None = None
) -> Book:
    """The sheet as a workbook.

    Args:
        decisions: of a run; those whose need goes on by itself are asked about. None at all gives an empty sheet.
        rules: whose facts and criteria are asked for.
        network: whose names the senders have.
        language: "sv" or "en".
        whole: everything on one page, as CSV must have it.
        smallest_cell: the least count of persons that is shown of a sender; the proposal when None.

    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/illustrative")
    >>> book = analyst_book(prioritise(round_, model).decisions, model.rules, model.network, "sv")
    >>> [(page.title, len(page.rows)) for page in book.pages][:2]
    [('Bedömning', 19), ('Uppgifter', 19)]
    """
    needs = [one.need for one in decisions if one.need is not None and one.outcome not in {ERROR, MERGED}]
    voice = Voice(language, rules, network)
    given = [Column(id=ident, label=say(language, f"forms.analyst.{ident}"), width=width, locked=bool(needs)) for ident, width in _GIVEN]
    by = _by_column(language)
    fields, criteria = analyst_facts(rules), rules.criteria
    assess = [column for one in criteria for column in _criterion_columns(one, language)]
    facts = [fact_column(field, language) for field in fields]

    def known(need: Need) -> Iterator[Value]:
        yield from given_cells(need, network, voice, smallest_cell)

    def values(need: Need) -> Iterator[Value]:
        for one in criteria:
            yield from assessment_text(need.assess.get(one.id), one, language)

    def told(need: Need) -> Iterator[Value]:
        yield from (fact_text(need.facts.get(field.id), field, language) for field in fields)

    above = (
        say(language, "forms.title.analyst"),
        say(language, "forms.above.analyst"),
        say(language, "forms.above.analyst-levels"),
        about(rules, language),
    )
    titles = [say(language, f"forms.page.{name}") for name in ("assess", "facts")]
    asked = [*(field.id for field in fields), *(one.id for one in criteria)]
    if whole:
        pages = [_page(titles[0], [*given, *assess, *facts, by], [known, values, told], needs, above)]
    else:
        pages = [
            _page(titles[0], [*given, *assess, by], [known, values], needs, above),
            _page(titles[1], [*given[:2], *facts, by], [_id_and_title, told], needs, above),
        ]
    return Book(pages=[*pages, mark_page(ANALYST, rules, asked, *(page.title for page in pages))])


def analyst_facts(rules: RuleSet) -> tuple[Field, ...]:
    """The facts that nobody but the analyst is asked for, and those that a sender's form asks for too, to be settled."""
    found = [field for field in rules.fields.values() if field.origin is From.FACT and field.id != AREA]
    return tuple(sorted(found, key=lambda field: field.filled_by == MUNICIPALITY))


def given_cells(need: Need, network: Network, voice: Voice, smallest_cell: int | None) -> Iterator[Value]:
    """What is known of a need without being asked for."""
    yield need.id
    yield need.title
    yield "\n".join(dict.fromkeys(wording.text for wording in need.wordings))
    yield "\n".join(dict.fromkeys(sender_name(voice, origin) for origin in need.origins))
    yield "\n".join(said_lines(need, voice, smallest_cell))
    yield proposal_text(affected(need.origins, network, PROPOSED_LIMIT if smallest_cell is None else smallest_cell), voice)


def _page(title: str, columns: Sequence[Column], cells: Sequence[Cells], needs: Sequence[Need], above: Sequence[str]) -> Page:
    rows = [(*(value for part in cells for value in part(need)), None) for need in needs]
    return Page(title=title, columns=columns, rows=rows, above=above, empty=0 if needs else _EMPTY_ROWS, protect=True)


def _id_and_title(need: Need) -> Iterator[Value]:
    yield need.id
    yield need.title


def _by_column(language: str) -> Column:
    return Column(id=BY, label=say(language, "forms.analyst.by"), help=say(language, "forms.analyst-help.by"), width=_SOURCE_WIDTH)


def _criterion_columns(criterion: Criterion, language: str) -> tuple[Column, Column]:
    """A criterion, and where its value is from."""
    label = criterion.label.say(language)
    question = (criterion.question or criterion.label).say(language)
    key = "criterion" if criterion.unit is not None else "criterion-bare"
    unit = criterion.unit.say(language) if criterion.unit is not None else ""
    return (
        Column(
            id=criterion.id,
            label=label,
            help=say(language, f"forms.analyst-help.{key}", question=question, unit=unit),
            width=_ASKED_WIDTH,
            choices=(*level_answers(criterion, language), *state_words(language)),
            required=True,
        ),
        Column(
            id=f"{SOURCE}{criterion.id}",
            label=say(language, "forms.analyst.source", criterion=label),
            help=say(language, "forms.analyst-help.source"),
            width=_SOURCE_WIDTH,
            choices=tuple(say(language, f"forms.kind.{kind}") for kind in KINDS),
        ),
    )


def fact_column(field: Field, language: str) -> Column:
    """A fact, with its words and why an answer may be missing."""
    several = say(language, "forms.several") if field.kind is Kind.SET else ""
    question = (field.question or field.label).say(language)
    return Column(
        id=field.id,
        label=field.label.say(language),
        help=say(language, "forms.analyst-help.fact", question=question, several=several).strip(),
        width=_FACT_WIDTH,
        choices=(*fact_answers(field, language), *state_words(language)),
        strict=field.kind in {Kind.CHOICE, Kind.FLAG},
        required=True,
    )
