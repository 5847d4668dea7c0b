"""A round as files: the text of its rules, its needs and what a test says besides, written into a folder."""

from collections.abc import Mapping
from pathlib import Path

Named = tuple[str, str, str]
NETWORK = "network.toml"


def round_text(named: Named, *, rules: str = "rules.toml", network: str = NETWORK, needs: str = "needs.toml", more: str = "") -> str:
    """The text of a round.toml.

    Args:
        named: its id, and what it is called in Swedish and in English.
        rules: the file of its rules.
        network: the file of its network, or a shipped name.
        needs: the file of its needs.
        more: TOML after that: first what is said of the round itself, then tables.
    """
    ident, sv, en = named
    return f"""\
[round]
id = "{ident}"
label = {{ sv = "{sv}", en = "{en}" }}
rules = "{rules}"
network = "{network}"
needs = ["{needs}"]
{more}"""


def write_round(
    folder: Path, rules: str, needs: str, *, named: Named = ("prov", "Prov", "Trial"), more: str = "", files: Mapping[str, str]
) -> Path:
    """The folder of a round, made where it is not there.

    Args:
        folder: where its files are written.
        rules: TOML of rules.toml.
        needs: the needs, as TOML or as a sheet.
        named: as for `round_text`.
        more: as for `round_text`.
        files: the texts of more files, by name. Without a network.toml among them the round has the shipped panel.
    """
    sheet = "needs.toml" if needs.startswith("[[needs]]") else "needs.csv"
    text = round_text(named, network=NETWORK if NETWORK in files else "prioritera:panel", needs=sheet, more=more)
    return write_files(folder, {"rules.toml": rules, "round.toml": text, sheet: needs, **files})


def write_files(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder, made where it is not there, with files of these texts, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
