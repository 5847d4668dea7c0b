import re
from collections import Counter
from pathlib import Path

import pytest
import tomli

SOURCE = Path(__file__).parents[3] / "src" / "prioritera"
OURS = tuple(f"diagnostics-{part}.toml" for part in ("verify", "network", "network-whole", "policies", "scores"))


def _codes(language: str, name: str) -> list[str]:
    texts = tomli.loads((SOURCE / "words" / language / name).read_text(encoding="utf-8"))
    return [code for code in texts if code not in {"roles", "labels"}]


def _roles(language: str) -> set[str]:
    """The words for other places that a finding is about."""
    files = [tomli.loads((SOURCE / "words" / language / name).read_text(encoding="utf-8")) for name in OURS]
    return {role for texts in files for role in texts.get("roles", {})}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_code_has_texts_in_two_files(language: str) -> None:
    files = sorted(path.name for path in (SOURCE / "words" / language).glob("diagnostics*.toml"))

    counted = Counter(code for name in files for code in _codes(language, name))

    assert [code for code, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_code_that_proofs_give_has_texts_and_every_text_a_proof(language: str) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "verify").glob("*.py"))

    # What stands in a description is no code that is given.
    source = re.sub(r'""".*?"""', "", source, flags=re.DOTALL)
    written = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source))

    codes = {code for name in OURS for code in _codes(language, name)}
    assert codes <= written
    others = {"higher-first", "lower-first", "look-again", "not-applicable", "distinct-rss", "distinct-organisations", *_roles(language)}
    assert written - codes - others == set()
