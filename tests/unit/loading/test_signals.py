from pathlib import Path

import pytest

from prioritera.documents.signals import Phrase, Section, Signals
from prioritera.loading.signals import read_signals
from prioritera.model.text import Label
from small_rules import told

SIGNS = """
[signals]
id = "ours"
version = "2"
label = { sv = "våra", en = "ours" }
status = "proposal"

[[sections]]
id = "needs"
headings = ["behov"]
takes = "all"
whole = true
label = "behov"

[[phrases]]
id = "lacks"
words = ["saknas"]
weak = true
label = "saknas"
source = "K18:284"

[not]
words = ["saknas inte"]

[plan]
subject = ["ämne"]
"""


def test_signs_are_read_from_their_file(tmp_path: Path) -> None:
    (tmp_path / "signs.toml").write_text(SIGNS, encoding="utf-8")

    signals, found = read_signals(tmp_path / "signs.toml")

    assert found == ()
    assert signals == Signals(
        id="ours",
        version="2",
        status="proposal",
        label=Label(sv="våra", en="ours"),
        sections=[Section(id="needs", headings=["behov"], takes="all", whole=True, label=Label(sv="behov", en="behov"))],
        phrases=[Phrase(id="lacks", words=["saknas"], weak=True, label=Label(sv="saknas", en="saknas"), source="K18:284")],
        never=["saknas inte"],
        plan={"subject": ("ämne",), "activity": (), "responsible": (), "funding": (), "deadline": ()},
    )


def test_a_file_may_have_no_more_than_its_name(tmp_path: Path) -> None:
    (tmp_path / "signs.toml").write_text('[signals]\nid = "ours"\nlabel = "våra"\n', encoding="utf-8")

    signals, _ = read_signals(tmp_path / "signs.toml")

    assert signals == Signals(id="ours", label=Label(sv="våra", en="våra"), sections=(), phrases=())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            SIGNS.replace('takes = "all"', 'takes = "al"'),
            'signs.toml:11:9: error[unknown-value]: "takes" is "al"',
        ),
        (SIGNS.replace("[not]", "[nott]"), 'signs.toml:22:2: error[unknown-key]: "nott" means nothing here'),
        (SIGNS.replace("[signals]", "[plan2]"), "signs.toml:1:1: error[missing-section]: [signals] is missing"),
        ("signals = 3\n", 'signs.toml:1:11: error[not-a-table]: "signals" is 3; a table is expected'),
    ],
)
def test_what_is_wrong_with_a_file_of_signs_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "signs.toml").write_text(text, encoding="utf-8")

    signals, found = read_signals(tmp_path / "signs.toml")

    assert signals is None
    assert told(found).split("\n")[0].startswith(said)


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    signals, found = read_signals(tmp_path / "signs.toml")

    assert signals is None
    assert told(found).startswith("signs.toml: error[file-missing]")
