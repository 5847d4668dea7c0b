"""The levels of a criterion that people can be asked to weigh, from the one worth least to the one worth most."""

from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.methods.scales import corners, exact_scale, value_of
from prioritera.model.criterion import Criterion
from prioritera.model.text import Label
from prioritera.reading.numbers import decimal_text


@attrs.frozen(kw_only=True)
class Place:
    """Performances that are worth the same: how the first of them is shown, and every way to write one of them."""

    label: Label
    names: tuple[str, ...] = attrs.field(converter=frozen_tuple)


def places_of(criterion: Criterion) -> tuple[Place, ...]:
    """The places of a criterion's scale, the one worth least first: its described levels, or where its value function bends.

    >>> from prioritera.loading.load import load_rules
    >>> [place.label.en for place in places_of(load_rules("prioritera:sbu-four").criterion("impact"))][:1]
    ['small']
    """
    described = {level.x: level.label for level in criterion.levels}
    function, scale = criterion.function, exact_scale([criterion.function])
    by_value: dict[int, list[int]] = {}
    for x in sorted(described or corners(function)):
        by_value.setdefault(value_of(function, x, scale), []).append(x)
    return tuple(_place(criterion, xs, described) for _, xs in sorted(by_value.items()))


def written(text: str) -> str:
    """A text as it is compared: letter case and blanks do not count.

    >>> written(" Mycket\u00a0 stor ")
    'mycket stor'
    """
    return " ".join(text.split()).casefold()


def _place(criterion: Criterion, xs: list[int], described: dict[int, Label]) -> Place:
    numbers = [decimal_text(Fraction(x) * criterion.step) for x in xs]
    labels = [described[x] for x in xs if x in described]
    names = [*numbers, *(number.replace(".", ",") for number in numbers), *(text for label in labels for text in (label.sv, label.en))]
    plain = Label(sv=numbers[0].replace(".", ","), en=numbers[0])
    return Place(label=labels[0] if labels else plain, names=[written(name) for name in names])
