"""Law: whatever is written, a reader gives the value or says why not; it never breaks, and what it says can be read in both languages."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import Diagnostic, Severity, describe
from prioritera.loading.load import read_catalogue, read_model_of, read_network, read_round, read_rules
from prioritera.model.need import Refused
from prioritera.records.round_names import wrong_names
from prioritera.stages.intake import intake
from small_rules import CATALOGUE, NEEDS, NETWORK, ROUND, RULES, write_round

# Everything in a file that is a value, a key in use or a heading; one of them is written otherwise.
PARTS = re.compile(r'"[^"\n]*"|\b\d+\b|\btrue\b|\bfalse\b|\[\[?[\w.-]+\]\]?|\{[^{}\n]*\}|\[[^\[\]\n]*\]|^[\w-]+', re.MULTILINE)
OTHER = st.one_of(
    st.sampled_from(
        ['""', '"x"', '"elderly"', '"class"', '"prioritera:sbu-four"', "0", "-1", "1.5", "nan", "inf", "true", "[]", "{}", "[1]", '["x"]']
    ),
    st.sampled_from(
        ["2018-03-01", "12:00:00", "{ a = 1 }", "[{}]", "[[x]]", "[x]", "id", "when", "å", '"\\u0000"', "9" * 50, "1e99", '"../x"']
    ),
    st.text(max_size=8),
)


def rewritten(text: str) -> st.SearchStrategy[str]:
    """The text with one or two of its parts written otherwise, or cut off."""
    spans = [found.span() for found in PARTS.finditer(text)]
    once = st.tuples(st.sampled_from(spans), OTHER)
    changed = st.lists(once, min_size=1, max_size=2, unique_by=lambda change: change[0]).map(lambda changes: _with(text, changes))
    return st.one_of(changed, st.integers(0, len(text)).map(lambda end: text[:end]))


def _with(text: str, changes: list[tuple[tuple[int, int], str]]) -> str:
    for (start, end), other in sorted(changes, reverse=True):
        text = text[:start] + other + text[end:]
    return text


def assert_sound(value: object, found: tuple[Diagnostic, ...]) -> None:
    """Either a value or an error, and every message in both languages."""
    assert (value is None) == any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    for diagnostic in found:
        for language in ("en", "sv"):
            assert f"[{diagnostic.code}]" in describe(diagnostic, language)
            assert not re.search(r"mend: *$|åtgärd: *$", describe(diagnostic, language))


@given(rewritten(RULES))
def test_rule_sets(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert_sound(*read_rules(_written(folder, rules=text) / "rules.toml"))


@given(rewritten(NETWORK))
def test_networks(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert_sound(*read_network(_written(folder, network=text) / "network.toml"))


@given(rewritten(CATALOGUE))
def test_catalogues(text: str) -> None:
    with TemporaryDirectory() as folder:
        assert_sound(*read_catalogue(_written(folder, catalogue=text) / "catalogue.toml"))


@given(
    rewritten(ROUND + '\n[[same_as]]\nkeep = "n1"\nmerged = ["n2"]\n\n[[cuts]]\nk = 3\n\n[[responses]]\nactor = "t2"\nstate = "no-need"\n')
)
def test_rounds(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = _written(folder, round=text)

        round_, found = read_round(path)

        kept = round_.faults if round_ is not None else ()
        assert_sound(round_, tuple(diagnostic for diagnostic in found if diagnostic not in kept))
        if round_ is not None:
            rules, network, told = read_model_of(path, round_)
            assert_sound(rules and network, told)


@given(rewritten(NEEDS))
def test_needs(text: str) -> None:
    with TemporaryDirectory() as folder:
        _assert_taken(_written(folder, needs=text))


SHEET = """id;title;area;origin;backing;causes;wait;urgent;size;impact;spread
n1;"Fall";elderly;t1|okänd;kommun;gap|stöd saknas;3;ja;low;1,5;3..12
"""


@given(st.lists(st.tuples(st.integers(0, len(SHEET)), st.text(';,"\n0å|.-x', max_size=3)), max_size=4))
def test_sheets(changes: list[tuple[int, str]]) -> None:
    text = SHEET
    for index, inserted in changes:
        text = text[:index] + inserted + text[index + 1 :]
    with TemporaryDirectory() as folder:
        path = _written(folder, round=ROUND.replace('"needs.toml"', '"needs.csv"'))
        (path / "needs.csv").write_text(text, encoding="utf-8", newline="")
        _assert_taken(path)


def _assert_taken(path: Path) -> None:
    """Every record becomes a need or is set aside with an error."""
    round_, found = read_round(path)
    assert round_ is not None
    assert found == round_.faults
    rules, network, _ = read_model_of(path, round_)
    assert rules is not None
    assert network is not None
    taken = intake(round_, rules, network)
    assert len(taken) == len(round_.records)
    for record in taken:
        if isinstance(record, Refused):
            assert_sound(None, record.diagnostics)
    assert wrong_names(round_, rules, network) == ()


def _written(folder: str, **texts: str) -> Path:
    return write_round(Path(folder) / "rounds" / "one", **texts)
