"""Sheets of questions to ask where needs surface already: in networks, dialogues, seminars and reviews (R12, K18:524).

Where a source has the question, it says which; the others are our own and say that they are proposals.
"""

from prioritera.words.catalogue import has, say
from prioritera.workbooks.book import Book, Column, Page

NETWORK, DIALOGUE, COMPARISONS, DEVIATIONS, OF_2014 = (
    "questions-network",
    "questions-dialogue",
    "questions-comparisons",
    "questions-deviations",
    "questions-2014",
)
QUESTIONS = (NETWORK, DIALOGUE, COMPARISONS, DEVIATIONS, OF_2014)
_EMPTY_ROWS = 8
_HEIGHT = 60
_ABOUT, _SAID = (("number", 5), ("question", 52), ("use", 40), ("source", 16), ("status", 12)), ("answer", 60)


def questions_book(kind: str, language: str) -> Book:
    """The sheet of one structure.

    Args:
        kind: one of QUESTIONS.
        language: "sv" or "en".

    >>> [row[1] for row in questions_book("questions-2014", "sv").pages[0].rows][:1]
    ['Är det en sådan fråga om kunskapsutveckling som NSK-S ska arbeta med?']
    """
    pages = [_asked(kind, language)]
    return Book(pages=[*pages, _by_county(language)] if kind == OF_2014 else pages)


def questions(kind: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """Each question of a sheet, what its answer is for, and where the question is from; "" is our own.

    >>> questions("questions-2014", "en")[2]
    ('How extensive is the problem?', 'spread and prevalence', 'K18:300')
    """
    found: list[tuple[str, str, str]] = []
    while has(language, f"{(key := f'questions.{kind}.q{len(found) + 1}')}.ask"):
        source = say(language, f"{key}.source") if has(language, f"{key}.source") else ""
        found.append((say(language, f"{key}.ask"), say(language, f"{key}.use"), source))
    return tuple(found)


def _asked(kind: str, language: str) -> Page:
    rows = []
    for number, (question, use, source) in enumerate(questions(kind, language), start=1):
        status = "" if source else say(language, "terms.status.proposal")
        rows.append((number, question, use, source, status, None))
    ident, width = _SAID
    return Page(
        title=say(language, "forms.page.questions"),
        above=(say(language, f"questions.{kind}.title"), say(language, f"questions.{kind}.about"), say(language, "questions.how")),
        columns=[*(_column(name, wide, language) for name, wide in _ABOUT), _column(ident, width, language, locked=False)],
        rows=rows,
        height=_HEIGHT,
        protect=True,
    )


def _column(name: str, width: int, language: str, *, locked: bool = True) -> Column:
    kind = "whole" if name == "number" else "text"
    return Column(id=name, label=say(language, f"questions.column.{name}"), width=width, locked=locked, kind=kind)


def _by_county(language: str) -> Page:
    """Room for the answers of each county about each problem (R39)."""
    asked = questions(OF_2014, language)
    columns = [
        Column(id="county", label=say(language, "questions.column.county"), width=18, required=True),
        Column(id="need", label=say(language, "questions.column.need"), width=26, required=True),
        *(Column(id=f"q{number}", label=question, width=26) for number, (question, _, _) in enumerate(asked, start=1)),
    ]
    return Page(
        title=say(language, "questions.by-county"),
        above=(say(language, "questions.by-county"), say(language, "questions.by-county-how")),
        columns=columns,
        empty=_EMPTY_ROWS,
        height=_HEIGHT,
        protect=True,
    )
