"""The schemas by the kind of file they are for, as text: the same bytes for the same words."""

import json
from collections.abc import Callable, Mapping
from importlib.resources import files

from prioritera.schema.known import Known, Schema
from prioritera.schema.needs import needs, needs_defined
from prioritera.schema.networks import network, network_defined
from prioritera.schema.offers import offers
from prioritera.schema.rounds import actor_defined, answers, catalogue, round_
from prioritera.schema.rules import rules, rules_defined, vocabulary
from prioritera.schema.shapes import label_defined

# Both language servers that were tried read this draft, and find what is wrong at its place: see ADR 25.
DIALECT = "http://json-schema.org/draft-07/schema#"
WRITTEN: Mapping[str, Callable[[Known], Schema]] = {
    "rules": rules,
    "vocabulary": vocabulary,
    "network": network,
    "round": round_,
    "needs": needs,
    "answers": answers,
    "catalogue": catalogue,
    "offers": offers,
}
# What is used in several places of one schema, by name.
_DEFINED: Mapping[str, Callable[[Known], dict[str, Schema]]] = {
    "rules": rules_defined,
    "network": network_defined,
    "round": actor_defined,
    "needs": needs_defined,
    "catalogue": actor_defined,
    "offers": actor_defined,
}
# What the command itself writes; each has its schema beside the code that writes it.
REPORTED = (
    *("result", "explanation", "comparison", "rules-diff", "runs-diff", "candidates", "signals", "same-need"),
    *("exists", "coverage", "robustness", "reprise", "supply", "side-by-side", "questions", "gaps", "weights", "diagnostics"),
)
KINDS = (*WRITTEN, *REPORTED)


def file_name(kind: str) -> str:
    """What the schema of a kind of file is called, so that a file can name it.

    >>> file_name("rules")
    'rules.schema.json'
    """
    return f"{kind}.schema.json"


def schema_of(kind: str, known: Known) -> Schema:
    """The schema of a kind of file that people write.

    Args:
        kind: one of WRITTEN.
        known: the language of the descriptions, and the rule set and network whose words it completes.

    >>> found = schema_of("catalogue", Known(language="en"))
    >>> found["title"], found["required"]
    ('A catalogue of prioritera', ['catalogue'])
    """
    titled = {"$schema": DIALECT, "title": known.say(f"title.{kind}"), "description": known.say(f"about.{kind}")}
    defined = _DEFINED[kind](known) if kind in _DEFINED else {}
    return {**titled, **WRITTEN[kind](known), "definitions": {"label": label_defined(known), **defined}}


def schema_text(kind: str, known: Known) -> str:
    """The schema of any kind as the text of a file.

    >>> schema_text("result", Known(language="sv")).splitlines()[2]
    '  "title": "A run of prioritera",'
    """
    if kind in REPORTED:
        return files("prioritera.report").joinpath(file_name(kind)).read_text(encoding="utf-8")
    return json.dumps(schema_of(kind, known), ensure_ascii=False, indent=2) + "\n"
