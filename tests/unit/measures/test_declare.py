from prioritera.measures.compute import COMPUTE
from prioritera.measures.declare import MEASURES
from prioritera.model.field import Kind


def test_every_declared_measure_can_be_computed_and_no_other() -> None:
    assert list(COMPUTE) == list(MEASURES)


def test_a_measure_stands_under_its_own_id_with_a_sentence() -> None:
    assert all(measure.id == name and measure.about.endswith(".") for name, measure in MEASURES.items())


def test_choices_and_sets_have_words_and_counts_have_bounds() -> None:
    worded = {name for name, measure in MEASURES.items() if measure.words}
    bounded = {name for name, measure in MEASURES.items() if measure.high > measure.low}

    assert worded == {name for name, measure in MEASURES.items() if measure.kind in (Kind.CHOICE, Kind.SET)}
    assert bounded == {name for name, measure in MEASURES.items() if measure.kind is Kind.WHOLE}


def test_only_the_highest_level_is_an_ordered_choice() -> None:
    assert [name for name, measure in MEASURES.items() if measure.ordered] == ["highest-level"]
