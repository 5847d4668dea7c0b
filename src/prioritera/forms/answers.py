"""The answers that forms offer, in the words that reading takes back."""

from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.value import Reason
from prioritera.words.catalogue import say

# Of the words that reading takes for the same thing, forms use the last.
_BETWEEN = "|"
WISHED = ("manual", "guidance", "training", "call", "other")
DONT_KNOW = Reason.DONT_KNOW.value
# Why an answer is missing, as an analyst may say it; a cell that is not filled in is left empty.
_STATES = (DONT_KNOW, Reason.NOT_YET_JUDGED.value, Reason.VARIES.value, Reason.NOT_APPLICABLE.value)


def written(language: str, key: str) -> str:
    """The word that a form has for something that people say in several ways.

    >>> written("sv", "persons.1-4"), written("sv", "column.wording")
    ('1–4', 'Vad saknar ni kunskap om?')
    """
    return say(language, f"cells.{key}").split(_BETWEEN)[-1]


def state_words(language: str) -> tuple[str, ...]:
    """The words for why an answer is missing.

    >>> state_words("en")
    ("don't know", 'not yet judged', 'varies', 'not applicable')
    """
    return tuple(state_word(language, state) for state in _STATES)


def state_word(language: str, state: str) -> str:
    """The word for one missing state: the first that people say for it."""
    return _first(language, f"missing.{state}")


def fact_answers(field: Field, language: str) -> tuple[str, ...]:
    """What can be answered about a field, without why an answer is missing; nothing of a number without words.

    >>> from prioritera.loading.load import load_rules
    >>> fact_answers(load_rules("prioritera:sbu-four").fields["solvable"], "sv")
    ('ja', 'ja, med hjälp', 'nej')
    """
    if field.kind is Kind.FLAG:
        return (_first(language, "flag.true"), _first(language, "flag.false"))
    return tuple(term.label.say(language) for term in field.terms)


def level_answers(criterion: Criterion, language: str) -> tuple[str, ...]:
    """The described levels of a criterion.

    >>> from prioritera.loading.load import load_rules
    >>> level_answers(load_rules("prioritera:sbu-four").criterion("prevalence"), "sv")
    ('enstaka', 'få', 'många', 'mycket många')
    """
    return tuple(level.label.say(language) for level in criterion.levels)


def _first(language: str, key: str) -> str:
    return say(language, f"cells.{key}").split(_BETWEEN)[0]
