"""A small round whose needs may be the same, as files, for tests of what is decided about them."""

from pathlib import Path

import round_files
from small_rules import NETWORK, RULES

SENDER = 'actor = "t1"'
TEXTS = {
    "n1": "Fallprevention i särskilt boende",
    "n2": "Hur förebyggs fall på SÄBO?",
    "n3": "Fallprevention i ordinärt boende",
    "n4": "=1+2 Ensamhet, “olika” – a\u030a",
}


def write_round(folder: Path, extra: str = "", texts: dict[str, str] | None = None, **files: str) -> Path:
    """Write the round into a folder, with these lines in its head and these files beside it ("_" for the dot of a name)."""
    needs = [
        f'[[needs]]\nid = "{name}"\ntitle = "{text}"\narea = "elderly"\nwording = "{text}"\n\n[[needs.origins]]\n{SENDER}\n'
        for name, text in (TEXTS if texts is None else texts).items()
    ]
    beside = {"network.toml": NETWORK, **{name.replace("_", "."): text for name, text in files.items()}}
    return round_files.write_round(folder, RULES, "\n".join(needs), more=extra, files=beside)
