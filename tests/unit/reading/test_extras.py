import pytest

from prioritera.diagnostics import PrioriteraError
from prioritera.reading.extras import need_extra


def test_a_library_that_is_not_there_is_told_with_the_extra_that_brings_it() -> None:
    with pytest.raises(PrioriteraError) as caught:
        need_extra("no_such_library.part", "excel")

    assert str(caught.value) == (
        "error[extra-missing]: what is needed for this is not installed: no_such_library\n"
        "    why:  it does not come along from the start, for not everyone needs it\n"
        "    mend: install it with: pip install 'prioritera[excel]'"
    )
