"""Fields: what conditions may ask about, each declared and bounded, so that rules can be proved."""

from enum import StrEnum

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.bar import Bar
from prioritera.model.meaning import WHERE_WRITTEN
from prioritera.model.text import Label
from prioritera.model.value import FactValue, Missing


class Kind(StrEnum):
    """What a field holds: one word of a list, a set of such words, a whole number in a range, or yes or no."""

    CHOICE = "choice"
    SET = "set"
    WHOLE = "whole"
    FLAG = "flag"


class Origin(StrEnum):
    """Where a field's value comes from: written down, derived by a measure, or concluded by an earlier table."""

    FACT = "fact"
    DERIVED = "derived"
    CONCLUSION = "conclusion"


@attrs.frozen(kw_only=True)
class Term:
    """One word of a vocabulary: an id for rules, a label for people."""

    id: str
    label: Label = attrs.field(metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class Field:
    """One field with its domain.

    `terms` are the words of a choice or a set, in order; `ordered` says that the order means more. `low` and `high` bound a whole number;
    its terms, if any, are only words for people, the first for `low`.
    `filled_by` says who is asked for it: a sender's form asks for what the municipality fills in, the analyst's sheet for the rest.
    `find_out` says whether a missing value is worth asking people for; not where the wording of the need shows it.
    `measure` names the measure of a derived field. `may_be_empty` says whether a set with no word is an answer. `bars` say for what the
    field may not be used, and on what legal ground. `reason` says whether whoever states it must say why.
    """

    id: str
    kind: Kind
    origin: Origin = Origin.FACT
    label: Label = attrs.field(metadata={"meaning": False})
    terms: tuple[Term, ...] = attrs.field(converter=frozen_tuple, default=())
    ordered: bool = False
    low: int = 0
    high: int = 0
    may_be_empty: bool = True
    measure: str = ""
    filled_by: str = attrs.field(default="", metadata={"meaning": False})
    bars: tuple[Bar, ...] = attrs.field(converter=frozen_tuple, default=())
    reason: bool = attrs.field(default=False, metadata={"meaning": WHERE_WRITTEN})
    find_out: bool = attrs.field(default=True, metadata={"meaning": False})
    question: Label | None = attrs.field(default=None, metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @property
    def may_be_missing(self) -> bool:
        """Only what people fill in can be missing: measures and tables always answer."""
        return self.origin is Origin.FACT

    @property
    def words(self) -> tuple[str, ...]:
        """The ids of the terms, in order."""
        return tuple(term.id for term in self.terms)

    def term(self, word: str) -> Term:
        """The term of a word; KeyError if the field has none."""
        for term in self.terms:
            if term.id == word:
                return term
        raise KeyError(word)

    def holds(self, value: FactValue) -> bool:
        """Whether a value lies in the field's domain.

        >>> wait = Field(id="wait", kind=Kind.WHOLE, low=0, high=9, label=Label(sv="väntan", en="wait"))
        >>> wait.holds(9), wait.holds(10), wait.holds(True)
        (True, False, False)
        """
        if isinstance(value, Missing):
            return self.may_be_missing
        if self.kind is Kind.FLAG:
            return isinstance(value, bool)
        if self.kind is Kind.WHOLE:
            return type(value) is int and self.low <= value <= self.high
        if self.kind is Kind.CHOICE:
            return isinstance(value, str) and value in self.words
        return isinstance(value, frozenset) and value <= set(self.words) and (self.may_be_empty or bool(value))
