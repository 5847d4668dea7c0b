"""The municipality's form: eight short questions, one need a row, with everything that helps to answer them.

A rule set comes in, a book goes out. What is asked besides the envelope is what the rule set says that the municipality fills in.
"""

from collections.abc import Iterator

from prioritera.forms.answers import DONT_KNOW, WISHED, fact_answers, state_word, written
from prioritera.forms.mark import mark_page
from prioritera.model.field import Field, Kind
from prioritera.model.field import Origin as From
from prioritera.model.need import BACKINGS, BRACKETS, CONSEQUENCES, DECISIONS
from prioritera.model.ruleset import RuleSet
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page, Value

FORM = "form"
MUNICIPALITY = "municipality"
# Ready to write in by hand, and as many as are printed on one A4 with the headings.
_EMPTY_ROWS, _HEIGHT = 7, 92
_MARK_COLUMN = "#"
_WIDTHS = {
    _MARK_COLUMN: 8,
    "wording": 27,
    "target_group": 14,
    "context": 15,
    "consequence": 10,
    "example": 16,
    "persons": 9,
    "tried": 14,
    "wished_form": 12,
    "backing": 12,
    "forum": 13,
    "decided": 13,
    "origin": 14,
    "area": 13,
}
_FACT_WIDTH = 14
# What the example is about; other rule sets may have no such area.
_EXAMPLE_AREA = "elderly-care"
_REQUIRED = ("wording", "origin")
# Where the rule set's own questions stand: after how many it concerns, before what came of looking.
_BEFORE_FACTS = ("wording", "target_group", "context", "consequence", "example", "persons")
_AFTER_FACTS = ("tried", "wished_form", "backing", "forum", "decided", "origin", "area")


def form_book(rules: RuleSet, language: str) -> Book:
    """The form as a workbook: the questions, how to fill them in, and hidden what it was made for.

    >>> from prioritera.loading.load import load_rules
    >>> book = form_book(load_rules("prioritera:sbu-four"), "sv")
    >>> [page.title for page in book.pages], book.pages[0].columns[1].label
    (['Behov', 'Så fyller ni i', 'prioritera'], 'Vad saknar ni kunskap om?')
    """
    columns = tuple(form_columns(rules, language))
    form = Page(
        title=say(language, "forms.page.form"),
        above=(
            say(language, "forms.title.form"),
            say(language, "forms.above.form"),
            say(language, "forms.above.form-example"),
            about(rules, language),
        ),
        columns=columns,
        rows=[example_row(rules, columns, language)],
        examples=1,
        empty=_EMPTY_ROWS,
        height=_HEIGHT,
        protect=True,
    )
    asked = tuple(field.id for field in asked_facts(rules))
    return Book(pages=[form, help_page(columns, language), mark_page(FORM, rules, asked, form.title)])


def about(rules: RuleSet, language: str) -> str:
    """Which rule set the answers belong to, and whether anybody has decided it."""
    told = say(language, "forms.rules", label=rules.label.say(language), version=rules.version)
    return f"{told} {say(language, 'forms.proposal')}" if rules.status == "proposal" else told


def asked_facts(rules: RuleSet) -> tuple[Field, ...]:
    """The facts that the municipality fills in."""
    return tuple(field for field in rules.fields.values() if field.origin is From.FACT and field.filled_by == MUNICIPALITY)


def form_columns(rules: RuleSet, language: str) -> Iterator[Column]:
    """The questions of the form, in order, after a column that marks the example."""
    yield Column(id=_MARK_COLUMN, label=_MARK_COLUMN, width=_WIDTHS[_MARK_COLUMN], locked=True)
    yield from (_envelope(ident, rules, language) for ident in _BEFORE_FACTS)
    yield from (fact_column(field, language) for field in asked_facts(rules))
    yield from (_envelope(ident, rules, language) for ident in _AFTER_FACTS)


def fact_column(field: Field, language: str) -> Column:
    """The column of a fact, with its question for a heading and its words to choose from."""
    question = (field.question or field.label).say(language)
    several = say(language, "forms.several") if field.kind is Kind.SET else ""
    answers = fact_answers(field, language)
    return Column(
        id=field.id,
        label=question,
        help=f"{field.label.say(language).capitalize()}. {several}".strip(),
        width=_FACT_WIDTH,
        choices=(*answers, state_word(language, DONT_KNOW)) if answers else (),
        strict=field.kind in {Kind.CHOICE, Kind.FLAG},
    )


def _envelope(ident: str, rules: RuleSet, language: str) -> Column:
    choices = _choices(ident, rules, language)
    return Column(
        id=ident,
        label=written(language, f"column.{ident}"),
        help=say(language, f"forms.help.{ident}"),
        width=_WIDTHS[ident],
        choices=choices,
        strict=bool(choices) and ident != "wished_form",
        required=ident in _REQUIRED,
    )


def _choices(ident: str, rules: RuleSet, language: str) -> tuple[str, ...]:
    if ident == "area":
        return tuple(term.label.say(language) for term in rules.areas)
    if ident == "wished_form":
        words = [say(language, f"forms.wished.{form}") for form in WISHED]
    else:
        lists = {"persons": tuple(BRACKETS), "consequence": CONSEQUENCES, "backing": BACKINGS, "decided": DECISIONS}
        words = [written(language, f"{ident}.{word}") for word in lists.get(ident, ())]
    return (*words, state_word(language, DONT_KNOW)) if words else ()


def example_row(rules: RuleSet, columns: tuple[Column, ...], language: str) -> tuple[Value, ...]:
    """A row filled in as an example; reading leaves it out."""
    chosen = {
        _MARK_COLUMN: say(language, "forms.example-mark"),
        "consequence": written(language, f"consequence.{CONSEQUENCES[2]}"),
        "persons": written(language, "persons.5-19"),
        "wished_form": say(language, f"forms.wished.{WISHED[1]}"),
        "backing": written(language, f"backing.{BACKINGS[2]}"),
        "decided": written(language, f"decided.{DECISIONS[1]}"),
        "area": next((area.label.say(language) for area in rules.areas if area.id == _EXAMPLE_AREA), ""),
        **{field.id: _second(fact_answers(field, language)) for field in asked_facts(rules)},
    }
    return tuple(chosen[one.id] if one.id in chosen else say(language, f"forms.example.{one.id}") for one in columns)


def _second(answers: tuple[str, ...]) -> str:
    """An answer that is not the first, which is often that there is none."""
    return answers[1] if len(answers) > 1 else ""


def help_page(columns: tuple[Column, ...], language: str) -> Page:
    """Every question with its help, and what can be chosen."""
    headings = [("question", 34), ("help", 62), ("choices", 62)]
    return Page(
        title=say(language, "forms.page.help"),
        above=(say(language, "forms.title.help"),),
        columns=[
            Column(id=ident, label=say(language, f"forms.help-column.{ident}"), width=width, locked=True) for ident, width in headings
        ],
        rows=[(one.label, one.help, _explained(one, language)) for one in columns if one.id != _MARK_COLUMN],
        protect=True,
    )


def _explained(column: Column, language: str) -> str:
    """What can be chosen, each level of what happens today with what it means."""
    if column.id != "consequence":
        return " · ".join(column.choices)
    return "\n".join((*(say(language, f"forms.anchor.{level}") for level in CONSEQUENCES), *column.choices[len(CONSEQUENCES) :]))
