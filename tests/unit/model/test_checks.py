import attrs
import pytest

from prioritera.model.checks import one_of, whole_number


@attrs.frozen
class Held:
    number: int = attrs.field(default=0, validator=whole_number)
    word: str = attrs.field(default="a", validator=one_of("a", "b"))


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_only_whole_numbers_are_whole_numbers(value: int) -> None:
    with pytest.raises(TypeError) as refused:
        Held(number=value)

    assert str(refused.value) == f"number is {value!r}; expected a whole number"


@pytest.mark.parametrize("value", [0, -3, 10**30])
def test_every_whole_number_is_one(value: int) -> None:
    assert Held(number=value).number == value


def test_a_word_must_be_one_of_the_known() -> None:
    with pytest.raises(ValueError, match=r"^word is 'c'; expected one of a, b$"):
        Held(word="c")

    assert Held(word="b").word == "b"


def test_a_changed_value_is_checked_again() -> None:
    with pytest.raises(TypeError, match="expected a whole number"):
        attrs.evolve(Held(), number=True)
