from fractions import Fraction

from prioritera.frozen import FrozenMap
from prioritera.model.indicator import Indicator
from prioritera.report.indicators import indicator_record, spread_words


def one(**values: Fraction | None) -> Indicator:
    return Indicator(id="N1", years={2023: FrozenMap(values)}, source="k.csv")


def test_the_spread_is_said_with_its_year_and_its_file() -> None:
    found = one(a=Fraction(5, 2), b=Fraction(3), c=None)

    assert spread_words(found, "sv") == (
        "N1, 2023: median 2,75 (kvartiler 2,625–2,875, från 2,5 till 3) i 2 kommuner; värde saknas för 1; källa: k.csv"
    )
    assert spread_words(found, "en") == (
        "N1, 2023: median 2.75 (quartiles 2.625–2.875, from 2.5 to 3) in 2 municipalities; no value for 1; source: k.csv"
    )


def test_no_value_is_said_and_is_null() -> None:
    found = one(a=None)

    assert spread_words(found, "sv") == "N1, 2023: inget värde för någon kommun; värde saknas för 1; källa: k.csv"
    assert indicator_record(found)["median"] is None
