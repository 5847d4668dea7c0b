import pytest

from builders import fields, label, terms
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.value import FactValue, Missing, Reason

FIELDS = fields()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "offer"),
        ("causes", frozenset({"gap"})),
        ("causes", frozenset({"gap", "support", "routine"})),
        ("wait", 0),
        ("wait", 9),
        ("urgent", True),
        ("urgent", False),
        ("place", "national"),
    ],
)
def test_a_value_of_the_domain_is_held(field: str, value: FactValue) -> None:
    assert FIELDS[field].holds(value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "Offer"),
        ("kind", frozenset({"offer"})),
        ("kind", True),
        ("kind", 1),
        ("causes", "gap"),
        ("causes", frozenset({"gap", "other"})),
        ("causes", frozenset()),
        ("wait", -1),
        ("wait", 10),
        ("wait", True),
        ("wait", "4"),
        ("urgent", 1),
        ("urgent", "true"),
    ],
)
def test_a_value_outside_the_domain_or_of_another_kind_is_not(field: str, value: FactValue) -> None:
    assert not FIELDS[field].holds(value)


def test_a_set_may_be_empty_where_that_is_an_answer() -> None:
    searched = Field(id="searched", kind=Kind.SET, label=label(), terms=terms("library"))

    assert searched.holds(frozenset())


@pytest.mark.parametrize("reason", Reason)
def test_only_facts_can_be_missing(reason: Reason) -> None:
    held = {origin: Field(id="x", kind=Kind.FLAG, origin=origin, label=label()).holds(Missing(reason)) for origin in Origin}

    assert held == {Origin.FACT: True, Origin.DERIVED: False, Origin.CONCLUSION: False}


def test_the_words_of_a_field_keep_their_order() -> None:
    assert FIELDS["place"].words == ("local", "regional", "national")


def test_a_word_has_a_term_and_another_word_has_none() -> None:
    assert FIELDS["kind"].term("other").label == label("other")
    with pytest.raises(KeyError, match="nothing"):
        FIELDS["kind"].term("nothing")
