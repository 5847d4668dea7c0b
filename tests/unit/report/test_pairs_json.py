import json
from pathlib import Path

from merge_rounds import TEXTS, write_round
from prioritera.matching.lexicon import swedish
from prioritera.pipeline import load_model
from prioritera.questions import find_same
from prioritera.report.pairs_json import pairs_json


def test_open_pairs_carry_their_reason_in_both_languages(tmp_path: Path) -> None:
    round_, model = load_model(write_round(tmp_path / "r", texts={name: TEXTS[name] for name in ("n1", "n3")}))

    record = json.loads(pairs_json(find_same(round_, model)[0], round_, model, swedish()))

    assert record["open"] == [
        {
            "agree": [],
            "differ": [],
            "first": "n1",
            "reason": {"en": "words: fallprevention", "sv": "ord: fallprevention"},
            "score": 555,
            "second": "n3",
            "words": [["fallprevention", "fallprevention"]],
        }
    ]
    assert record["needs"][0] == {
        "area": {"id": "elderly", "label": {"en": "elderly", "sv": "äldre"}},
        "id": "n1",
        "merged": [],
        "part_of": [],
        "senders": {"en": "Vasby", "sv": "Väsby"},
        "title": TEXTS["n1"],
        "wording": TEXTS["n1"],
    }
