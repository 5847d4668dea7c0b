"""What one cell says of a field or a criterion: a word, several words, a number, a range, a described level, or why there is nothing."""

import re
from collections.abc import Collection, Mapping

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Parameter
from prioritera.methods.scales import Bins, corners
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind, Term
from prioritera.model.text import Label
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import number_in
from prioritera.reading.place import Path, Place
from prioritera.records.spoken import is_unclear, plain, spoken
from prioritera.words.catalogue import LANGUAGES

SEPARATOR = "|"
RANGE = ".."
# So many letters are enough for a beginning to be asked about.
_BEGINNING = 4
# Between the words of a set, people also write a semicolon or a line break within the cell.
_BETWEEN_WORDS = re.compile(r"[|;\n]")


@attrs.frozen
class Cell:
    """One cell that is filled in: its text, where it stands, and where faults go."""

    text: str
    column: str
    place: Place
    path: Path
    faults: Faults

    def nearest(self, known: Collection[str]) -> str:
        """The known word most like what the cell says; "" when there is none, or when nobody is to be told."""
        return closest(plain(self.text), known) if self.faults.hints else ""

    def ask(self, code: str, **params: Parameter) -> None:
        """Note that the cell cannot be read, or ask what it means when nobody could tell."""
        params = {} if is_unclear(self.text) else params
        code = "cell-unclear" if is_unclear(self.text) else code
        span = self.place.value(self.path)
        self.faults.extend([Diagnostic(code=code, span=span, params={"value": self.text, "column": self.column, **params})])


def meant(text: str, terms: tuple[Term, ...]) -> str:
    """The id of the term that a text names by id or by label; "" when it names none, or several."""
    # An export of a survey ends the answer to a question of several choices with a semicolon.
    word = plain(text).rstrip(" ;")
    if any(word == term.id for term in terms):
        return word
    found = {term.id for term in terms if word in {plain(term.label.sv), plain(term.label.en)}}
    return found.pop() if len(found) == 1 else ""


def ask_word(cell: Cell, terms: tuple[Term, ...]) -> None:
    """Ask about a word that none of the terms has, with the term it is most like."""
    ask_one_of(cell, {term.id: term.label for term in terms}, {term.id: (term.label.sv, term.label.en) for term in terms})


def ask_one_of(cell: Cell, labels: Mapping[str, Label], words: Mapping[str, tuple[str, ...]]) -> None:
    """Ask about a word of a cell that is none of these: they are told by their `labels`; `words` are all that each may be called."""
    meant_by = {plain(word): ident for ident, said in words.items() for word in (ident, *said)}
    near = meant_by.get(cell.nearest(meant_by), "") or _begun(cell, meant_by)
    shown = labels.get(near, Label(sv="", en=""))
    cell.ask(
        "cell-unknown-word",
        known_sv=shortened(tuple(label.sv for label in labels.values())),
        known_en=shortened(tuple(label.en for label in labels.values())),
        close=near,
        close_sv=shown.sv,
        close_en=shown.en,
    )


def _begun(cell: Cell, meant_by: Mapping[str, str]) -> str:
    """What a cell says the beginning of, as "missbruk" of "missbruk och beroende"; "" when that is several things, or none."""
    word = plain(cell.text)
    found = {ident for said, ident in meant_by.items() if said.startswith(word)} if cell.faults.hints and len(word) >= _BEGINNING else set()
    return found.pop() if len(found) == 1 else ""


def _missing(text: str) -> dict[str, str] | None:
    """The missing state that a text names, as it is written in TOML."""
    found = spoken("missing").get(plain(text))
    return {"missing": found} if found else None


def fact_in(cell: Cell, field: Field, others: Mapping[str, Field]) -> object:
    """A fact as TOML would have it; None after asking about it. `others` are the fields whose word it may be, in the wrong column."""
    if field.kind is Kind.SET:
        return _missing(cell.text) or _words(cell, field)
    if field.kind is Kind.CHOICE:
        found = meant(cell.text, field.terms) or _missing(cell.text)
        if not found:
            ask_word(cell, field.terms)
        return found or None
    if state := _missing(cell.text):
        return state
    return _flag(cell) if field.kind is Kind.FLAG else _whole(cell, field, others)


def _words(cell: Cell, field: Field) -> list[str] | None:
    texts = [text.strip() for text in _BETWEEN_WORDS.split(cell.text) if text.strip()]
    found = [meant(text, field.terms) for text in texts]
    for text, word in zip(texts, found, strict=True):
        if not word:
            ask_word(attrs.evolve(cell, text=text), field.terms)
    return found if all(found) else None


def _flag(cell: Cell) -> bool | None:
    found = spoken("flag").get(plain(cell.text))
    if found is None:
        cell.ask("cell-not-a-flag")
        return None
    return found == "true"


def _whole(cell: Cell, field: Field, others: Mapping[str, Field]) -> object:
    number = number_in(cell.text)
    if number is not None:
        return number
    found = meant(cell.text, field.terms)
    if found:
        return field.low + field.words.index(found)
    having = [other for other in others.values() if meant(cell.text, other.terms)]
    shown = having[0].label if len(having) == 1 else Label(sv="", en="")
    cell.ask("cell-not-whole", low=field.low, high=field.high, close=shown.sv, close_sv=shown.sv, close_en=shown.en)
    return None


def assessment_in(cell: Cell, criterion: Criterion) -> object:
    """An assessment as TOML would have it: a number, a range, a missing state, a described level, or a panel's answers."""
    if SEPARATOR in cell.text:
        answers = [_answer(attrs.evolve(cell, text=text.strip())) for text in cell.text.split(SEPARATOR)]
        return {"panel": answers} if all(answer is not None for answer in answers) else None
    if state := _missing(cell.text):
        return state
    if RANGE in cell.text:
        ends = [number_in(end) for end in cell.text.split(RANGE)]
        if len(ends) == len(("low", "high")) and None not in ends:
            return {"low": ends[0], "high": ends[1]}
        cell.ask("cell-not-a-number")
        return None
    number = number_in(cell.text)
    return _level(cell, criterion) if number is None else number


def _answer(cell: Cell) -> object:
    """One judge's answer; an empty place is a judge who has not filled it in."""
    if not cell.text:
        return "not-filled-in"
    number = number_in(cell.text)
    if number is not None:
        return number
    state = _missing(cell.text)
    if state is None:
        cell.ask("cell-not-a-number")
        return None
    return state["missing"]


def _level(cell: Cell, criterion: Criterion) -> object:
    """A described level by its label: the performances from its place to the next level's, or the place alone on points."""
    labels = [{plain(level.label.sv), plain(level.label.en)} for level in criterion.levels]
    found = [index for index, words in enumerate(labels) if plain(cell.text) in words]
    if len(found) != 1:
        near = cell.nearest([word for words in labels for word in words])
        if criterion.levels:
            known = {f"known_{language}": shortened([one.label.say(language) for one in criterion.levels]) for language in LANGUAGES}
            cell.ask("cell-not-a-level", close=near, **known)
        else:
            cell.ask("cell-not-a-number")
        return None
    low = criterion.levels[found[0]].x
    high = _last_of_level(criterion, found[0])
    return low * criterion.step if high == low else {"low": low * criterion.step, "high": high * criterion.step}


def _last_of_level(criterion: Criterion, index: int) -> int:
    """The greatest performance of a level, in steps: of bins up to the next; of points the place itself, for between two there is more."""
    level = criterion.levels[index]
    if not isinstance(criterion.function, Bins):
        return level.x
    later = [start for start in corners(criterion.function) if start > level.x]
    if later:
        return later[0] - 1
    # An open end: every performance from here on has the same value, so the level's own place says all that is known.
    return criterion.high if criterion.high is not None else level.x
