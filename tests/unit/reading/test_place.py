from prioritera.diagnostics import Span
from prioritera.reading.place import NoFile


def test_data_from_no_file_is_placed_by_its_name_and_path() -> None:
    place = NoFile("needs[3]")

    assert place.value(("origins", 0, "actor")) == Span("needs[3] origins.0.actor")
    assert place.key(("title",)) == Span("needs[3] title")


def test_the_data_itself_is_placed_by_its_name_alone() -> None:
    assert NoFile("record").value(()) == Span("record")
