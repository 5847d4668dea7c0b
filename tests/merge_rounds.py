"""A small round whose needs may be the same, as files, for tests of what is decided about them."""

from pathlib import Path

from small_rules import NETWORK, RULES

ROUND = """\
[round]
id = "prov"
label = { sv = "Prov", en = "Trial" }
needs = ["needs.toml"]
rules = "rules.toml"
network = "network.toml"
"""
SENDER = 'actor = "t1"'
TEXTS = {
    "n1": "Fallprevention i särskilt boende",
    "n2": "Hur förebyggs fall på SÄBO?",
    "n3": "Fallprevention i ordinärt boende",
    "n4": "=1+2 Ensamhet, “olika” – a\u030a",
}


def write_round(folder: Path, extra: str = "", texts: dict[str, str] | None = None, **files: str) -> Path:
    """Write the round into a folder, with these lines in its head and these files beside it ("_" for the dot of a name)."""
    folder.mkdir(parents=True, exist_ok=True)
    needs = [
        f'[[needs]]\nid = "{name}"\ntitle = "{text}"\narea = "elderly"\nwording = "{text}"\n\n[[needs.origins]]\n{SENDER}\n'
        for name, text in (TEXTS if texts is None else texts).items()
    ]
    (folder / "needs.toml").write_text("\n".join(needs), encoding="utf-8")
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    (folder / "network.toml").write_text(NETWORK, encoding="utf-8")
    (folder / "round.toml").write_text(ROUND + extra, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder
