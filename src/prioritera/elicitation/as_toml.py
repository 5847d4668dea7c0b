"""Elicited weights as the `[weights]` section of a rule set."""

import json
from datetime import date
from textwrap import wrap

from prioritera.elicitation.said import VOICES, Elicited
from prioritera.model.ruleset import RuleSet
from prioritera.report.points import rounded
from prioritera.words.catalogue import listing, say

_WIDTH = 76


def weights_toml(found: Elicited, rules: RuleSet, language: str, *, by: str = "", on: date | None = None) -> str:
    """The section, with where the weights are from in comments. That they are decided is said only when `by` and `on` are given."""

    def words(key: str, **params: object) -> str:
        return say(language, f"elicitation.toml.{key}", **params)

    methods = [say(language, f"elicitation.method.{name}") for name in dict.fromkeys(one.method for one in found.people)]
    lines = [
        words("from", people=len(found.people), asked=found.asked, rules=rules.id, version=rules.version),
        words("methods", methods=listing(language, methods, "and")),
        words("by-person" if found.voices == VOICES[0] else "by-group"),
        words("rounded", parts=found.rounded_to, total=sum(found.weights)) if found.rounded_to else words("exact"),
        *([] if all(one.exact for one in found.people) else [words("inexact")]),
        *([] if by else [words("undecided")]),
    ]
    text = "".join(_comment(line) for line in lines) + "[weights]\n"
    if by and on is not None:
        text += f"decided_by = {json.dumps(by, ensure_ascii=False)}\ndecided_on = {on.isoformat()}\n"
    text += f"total = {sum(found.weights)}\n\n[weights.shares]\n"
    for criterion, weight, share in zip(found.criteria, found.weights, found.shares, strict=True):
        percent = rounded(share * 100, 1).replace(".", say(language, "terms.decimal.mark"))
        text += _comment(f"{criterion.label.say(language)}: {percent} %") + f"{criterion.id} = {weight}\n"
    return text


def _comment(text: str) -> str:
    """A text as lines of comment that no screen breaks, without control characters."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return "".join(f"# {line}\n" for line in wrap(plain, _WIDTH))
